import type { Unsaved } from '../../core/flushing.ts';

/** How long (ms) writing rests before it is saved: one step of the history each. */
const pause = 1500;

export interface UnsavedText extends Unsaved {
  /** How a text is saved, and whether a pause may do so now (not in the midst of a composition). Comes before anything is typed. */
  connect(save: (text: string) => Promise<unknown>, resting: () => boolean): void;
  /** The person wrote: this is the whole text now. */
  type(text: string): void;
  /** What the core has. Answers whether it is to be shown: not while the person's own text is on its way. */
  adopt(text: string): boolean;
  /** No pause saves any more; what is left over must be flushed. */
  stop(): void;
}
/**
 * A text between the person and the core. Whatever is typed reaches `save` in the end, the latest text last and never two at a
 * time; `save` answers undefined where it met a Problem, and the text stays for the next try. A text that was emptied is not
 * saved by a mere pause: it would take the memo away under the person's hands.
 */
export function createUnsavedText(): UnsavedText {
  let save: (text: string) => Promise<unknown> = () => Promise.resolve(undefined);
  let resting = () => true;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  let known = '';
  let typed: string | null = null;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function send(): Promise<void> {
    while (typed !== null) {
      const now: string = typed;
      if (await save(now) === undefined) return;
      known = now;
      if (typed === now) typed = null;
    }
  }
  function flush(): Promise<void> {
    clearTimeout(timer);
    sending ??= send().finally(() => { sending = null; tell(); });
    return sending;
  }
  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (typed === '') return;
      if (resting()) void flush(); else wait();
    }, pause);
  }
  return {
    connect(how, when) {
      save = how;
      resting = when;
    },
    isPending: () => typed !== null,
    flush,
    type(text) {
      typed = text === known && sending === null ? null : text;
      if (typed === null) clearTimeout(timer); else wait();
      tell();
    },
    adopt(text) {
      known = text;
      return typed === null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    stop: () => clearTimeout(timer),
  };
}
