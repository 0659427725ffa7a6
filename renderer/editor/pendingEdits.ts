import { Problem } from '../../shared/model/problem.ts';
import type { Splice } from '../../shared/model/span.ts';

/** Quiet (ms) after which typing is sent to the core as one step. */
const quiet = 400;

/** Joins a splice to the one before where it goes on typing or deleting at the same place: a word is one step, not ten. */
function joined(before: Splice | undefined, next: Splice): Splice | null {
  if (!before) return null;
  if (next.removed === '' && next.at === before.at + before.inserted.length) return { ...before, inserted: before.inserted + next.inserted };
  if (next.inserted === '' && next.at + next.removed.length === before.at + before.inserted.length && next.removed.length <= before.inserted.length) return { ...before, inserted: before.inserted.slice(0, -next.removed.length) };
  if (next.inserted === '' && before.inserted === '' && next.at + next.removed.length === before.at) return { at: next.at, removed: next.removed + before.removed, inserted: '' };
  return null;
}
const says = (splice: Splice) => splice.removed !== splice.inserted;

/** Edits that were typed and not yet acknowledged. `send` carries them to the core; `refused` is told when they did not fit. */
export function createPendingEdits(send: (splices: readonly Splice[]) => Promise<void>, refused: (problem: Problem) => void) {
  let waiting: Splice[] = [];
  let sent: readonly Splice[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> = Promise.resolve();
  let composing = false;

  function flush(): Promise<void> {
    clearTimeout(timer);
    sending = sending.then(async () => {
      const splices = waiting.filter(says);
      waiting = [];
      if (splices.length === 0) return;
      sent = splices;
      try { await send(splices); } catch (error) {
        waiting = [];
        if (!(error instanceof Problem)) throw error;
        refused(error);
      } finally { sent = []; }
    });
    return sending;
  }
  const arm = () => {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(() => void flush(), quiet);
  };
  return {
    flush,
    add(splices: readonly Splice[]): void {
      for (const splice of splices) {
        const one = joined(waiting.at(-1), splice);
        if (one) waiting[waiting.length - 1] = one;
        else waiting.push(splice);
      }
      arm();
    },
    /** While an input method composes, nothing is sent: half a syllable is no text. */
    setComposing(now: boolean): void {
      composing = now;
      if (!now && waiting.length > 0) arm();
    },
    /** What the core does not know yet, in order. */
    unacknowledged: (): readonly Splice[] => [...sent, ...waiting],
    isPending: (): boolean => sent.length > 0 || waiting.some(says),
    drop(): void {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
export type PendingEdits = ReturnType<typeof createPendingEdits>;
