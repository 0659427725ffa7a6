import { Problem } from '../../shared/model/problem.ts';
import type { TypedSplice } from '../../shared/model/span.ts';

/** Quiet (ms) after which typing is sent to the core as one step. */
const quiet = 400;
/** More than this (UTF-16 units) is sent at once: a large paste must not wait for the moment in which the window closes. */
const large = 2000;
/** Sent edits that are remembered; an answer older than that many edits is long replaced by a newer one. */
const remembered = 64;

/**
 * Joins a splice to the one before where it goes on typing or deleting at the same place: a word is one splice, not ten. Law:
 * passages come to lie where both would leave them one after the other. So what is typed behind a replacement stays apart:
 * a passage that ended with the replaced words ends with the new ones, and not with what follows. What was cut, or pasted again,
 * stays itself.
 */
function joined(before: TypedSplice | undefined, next: TypedSplice): TypedSplice | null {
  if (!before || before.by || next.by) return null;
  if (next.removed === '' && before.removed === '' && next.at === before.at + before.inserted.length) return { ...before, inserted: before.inserted + next.inserted };
  if (next.inserted === '' && next.at + next.removed.length === before.at + before.inserted.length && next.removed.length <= before.inserted.length) return { ...before, inserted: before.inserted.slice(0, -next.removed.length) };
  if (next.inserted === '' && before.inserted === '' && next.at + next.removed.length === before.at) return { at: next.at, removed: next.removed + before.removed, inserted: '' };
  return null;
}
/** Words that are pasted over the same words change nothing, but may bring along what was on them. */
const says = (splice: TypedSplice) => splice.removed !== splice.inserted || splice.by === 'paste';

export interface PendingEditsOptions {
  /** Carries splices to the core. `on` is the hash of the text that they were typed into; the answer is that of the text they left. */
  send(splices: readonly TypedSplice[], on: string | undefined): Promise<{ readonly textHash: string }>;
  /** How many edits have been sent so far: what an answer of the core may know (see Core.edits). */
  edits(): number;
  /** Is told when the core did not take what was typed; then its text must be shown again. */
  refused(problem: Problem): void;
  /** Is told when the core could not be reached; what was typed waits here. */
  unreached(problem: Problem): void;
}

/** Edits that were typed and not yet acknowledged, and those that an older answer of the core does not know yet. */
export function createPendingEdits({ send, edits, refused, unreached }: PendingEditsOptions) {
  let waiting: TypedSplice[] = [];
  let sent: { readonly edit: number; readonly splices: readonly TypedSplice[] }[] = [];
  let underWay = false;
  let base: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> = Promise.resolve();
  let composing = false;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());

  async function sendWaiting(): Promise<void> {
    const splices = waiting.filter(says);
    waiting = [];
    if (splices.length === 0) return tell();
    underWay = true;
    const answer = send(splices, base);
    const entry = { edit: edits(), splices };
    sent = [...sent, entry].slice(-remembered);
    try {
      base = (await answer).textHash;
    } catch (error) {
      sent = sent.filter((each) => each !== entry);
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'connection-lost') {
        waiting = [...splices, ...waiting];
        unreached(error);
      } else {
        waiting = [];
        refused(error);
      }
    } finally {
      underWay = false;
      tell();
    }
  }
  function flush(): Promise<void> {
    clearTimeout(timer);
    return (sending = sending.then(sendWaiting));
  }
  const arm = () => {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(() => void flush(), quiet);
  };
  const isPending = (): boolean => underWay || waiting.some(says);
  return {
    flush, isPending,
    add(splices: readonly TypedSplice[]): void {
      for (const splice of splices) {
        const one = joined(waiting.at(-1), splice);
        if (one) waiting[waiting.length - 1] = one;
        else waiting.push(splice);
      }
      if (!composing && splices.some(({ inserted }) => inserted.length > large)) void flush();
      else arm();
      tell();
    },
    /** While an input method composes, nothing is sent: half a syllable is no text. */
    setComposing(now: boolean): void {
      composing = now;
      if (!now && waiting.length > 0) arm();
    },
    /** The text on the screen is the core's, with this hash. */
    rebase(textHash: string): void { base = textHash; },
    /** What the text on the screen has and an answer does not that came when `edits` edits had been sent, in order. */
    since: (answered: number): readonly TypedSplice[] => [...sent.filter(({ edit }) => edit > answered).flatMap(({ splices }) => splices), ...waiting],
    /** Tells when something starts or stops to be pending. */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
export type PendingEdits = ReturnType<typeof createPendingEdits>;
