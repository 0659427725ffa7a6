export type Flushed = 'safe' | 'failed' | 'late';

/**
 * Asks the page to bring home what is typed and not yet acknowledged. Answers `late` after `limit` ms, so that a page that hangs cannot keep a window open for ever.
 * `send` carries the request's number to the page, `answered` takes what comes back.
 */
export function createFlushing(send: (id: number) => void, limit = 5000) {
  const waiting = new Map<number, (flushed: Flushed) => void>();
  const asked = { last: 0 };
  return {
    flush(): Promise<Flushed> {
      const id = ++asked.last;
      const { promise, resolve } = Promise.withResolvers<Flushed>();
      const timer = setTimeout(() => resolve('late'), limit);
      waiting.set(id, resolve);
      send(id);
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(id);
      });
    },
    answered: (id: number, safe: boolean): void => waiting.get(id)?.(safe ? 'safe' : 'failed'),
    /** The page is gone: nothing of it can be brought home any more. */
    gone: (): void => { for (const answer of waiting.values()) answer('safe'); },
  };
}
export type Flushing = ReturnType<typeof createFlushing>;

/**
 * Holds a window's closing back until its page has flushed; where it could not, the person decides. Called for each attempt to close: answers whether to let it go now,
 * and calls `close` again by itself once it may. Law: `close` follows a refusal at most once, and only after `safe` or the person's yes.
 */
export function createClosing(flush: () => Promise<Flushed>, confirm: () => Promise<boolean>, close: () => void): () => boolean {
  const state: { now: 'open' | 'asking' | 'settled' } = { now: 'open' };
  async function settle(): Promise<void> {
    state.now = 'asking';
    const settled = (await flush()) === 'safe' || (await confirm());
    state.now = settled ? 'settled' : 'open';
    if (settled) close();
  }
  return () => {
    if (state.now === 'open') void settle();
    return state.now === 'settled';
  };
}
