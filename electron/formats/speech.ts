import { compose } from './compose.ts';
import type { Note } from './format.ts';
import type { PatternId } from './patterns.ts';
import { labelsOf, type TurnReading } from './turns.ts';

/** A piece of speech with its times (ms), as subtitles and speech recognition cut it. */
export interface Utterance {
  /** Who speaks; null: whoever spoke before goes on; '': somebody else, not said who. */
  readonly label: string | null;
  readonly text: string;
  readonly time: number | null;
  readonly timeEnd: number | null;
  readonly lifted: string;
}

const tight = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]$/u;
const tightStart = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;
/** Text that was cut for the screen, put together again: Chinese and Japanese without a space, else with one. */
export const joinSpeech = (before: string, after: string): string =>
  before === '' || after === '' ? before + after : before + (tight.test(before.slice(-2)) && tightStart.test(after) ? '' : ' ') + after;

/** Makes turns of utterances in order: what one speaker says on end is one turn; without any speaker each stands for itself. */
export function readSpeech(utterances: readonly Utterance[], pattern: PatternId, patterns: readonly PatternId[], others: readonly { label: string; turns: number }[] = []): TurnReading {
  const silent = utterances.every(({ label }) => label === null);
  const merged: { label: string; parts: string[]; time: number | null; timeEnd: number | null; lifted: string }[] = [];
  for (const { label, text, time, timeEnd, lifted } of utterances) {
    const last = merged.at(-1);
    if (last && !silent && (label === null || (label !== '' && label === last.label))) {
      last.parts.push(text);
      last.timeEnd = timeEnd ?? last.timeEnd;
    } else merged.push({ label: label ?? '', parts: [text], time, timeEnd, lifted });
  }
  const joined = (parts: readonly string[]) => {
    const pieces: string[] = [];
    parts.forEach((part, index) => {
      const before = parts[index - 1];
      pieces.push(before === undefined ? part : joinSpeech(before, part).slice(before.length));
    });
    return pieces.join('');
  };
  const { text, turns } = compose(merged.map(({ parts, ...turn }) => ({ text: joined(parts), turn: { ...turn, liftedAfter: '' } })));
  const labels = labelsOf(text, turns, others);
  const speakers = labels.filter((label) => label.speaker).length;
  const notes: Note[] = speakers >= 2 ? [] : [{ code: speakers === 1 ? 'one-speaker' : 'no-speakers', values: {} }];
  return { text, turns, labels, pattern, patterns, notes };
}
