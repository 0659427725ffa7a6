import { withFrame } from './frames.ts';

/** The longest (ms) that an answer waits for others that were asked for at the same time. */
const patience = 80;

/**
 * One change has several queries asked again, and their answers come one by one: what they have to tell is told together, in one
 * frame, once the last has come. A slow one holds the others up for no longer than `patience`.
 */
export function createTogether() {
  let asked = 0;
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let coming = false;

  function show(): void {
    coming = false;
    const tells = waiting;
    waiting = [];
    tells.forEach((tell) => tell());
  }
  function soon(): void {
    clearTimeout(timer);
    timer = undefined;
    if (coming || waiting.length === 0) return;
    coming = true;
    withFrame(show);
  }
  return {
    tell(tell: () => void): void {
      waiting.push(tell);
      if (asked === 0) soon();
      else timer ??= setTimeout(soon, patience);
    },
    /** Runs along with a question: until it is answered, what others tell waits. */
    async during<T>(answer: Promise<T>): Promise<T> {
      asked++;
      try { return await answer; } finally { if (--asked === 0) soon(); }
    },
  };
}
