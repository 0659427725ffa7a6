import type { Span } from '../../shared/model/span.ts';
import { madeUp } from './attributes.ts';
import type { Line, Stop } from './fault.ts';

export interface Turn extends Span { readonly label: string; /** ms from the start of the recording. */ readonly time: number | null }
export interface Transcript {
  /** LF only; the labels, times and marks are lifted out, one turn a line under the line that says it is made up. */
  readonly text: string;
  readonly turns: readonly Turn[];
  /** The passages by the name of their mark: '7', or '7w' where the second coder drew other edges. */
  readonly passages: ReadonlyMap<string, Span>;
}

const token = /\[(?:(\d+[a-z]?):)?|\](?:\{(\d+[a-z]?)\})?/g;
const turnLine = /^(.+?)(?: (\d+):([0-5]\d))?(?:: |：)(.+)$/;

/** Lifts the marks out of lines that follow each other. An opening bracket belongs to the next free closing one, unless it names its mark. */
class Marks {
  readonly passages = new Map<string, Span>();
  readonly #open: { mark: string | undefined; at: number; line: Line }[] = [];
  readonly #stop: Stop;
  constructor(stop: Stop) { this.#stop = stop; }

  /** The line's words without marks; `at` is where they begin in the whole text. */
  lift(words: string, at: number, line: Line): string {
    let lifted = '';
    let last = 0;
    for (const found of words.matchAll(token)) {
      lifted += words.slice(last, found.index);
      last = found.index + found[0].length;
      if (found[0].startsWith('[')) this.#open.push({ mark: found[1], at: at + lifted.length, line });
      else this.#close(found[2], at + lifted.length, line);
    }
    return lifted + words.slice(last);
  }
  #close(mark: string | undefined, end: number, line: Line): void {
    if (mark === undefined) return this.#stop(line, 'a closing bracket has no mark');
    const named = this.#open.findLastIndex((bracket) => bracket.mark === mark);
    const index = named >= 0 ? named : this.#open.findLastIndex((bracket) => bracket.mark === undefined);
    if (index < 0) return this.#stop(line, `mark ${mark} closes a bracket that was not opened`);
    if (this.passages.has(mark)) return this.#stop(line, `mark ${mark} stands here twice`);
    const start = this.#open[index]!.at;
    this.#open.splice(index, 1);
    this.passages.set(mark, { start, end });
  }
  finish(text: string, last: Line): void {
    for (const { line } of this.#open) this.#stop(line, 'an opening bracket is not closed');
    for (const [mark, { start, end }] of this.passages) {
      const words = text.slice(start, end);
      if (words === '' || words !== words.trim()) this.#stop(last, `mark ${mark} is empty, or begins or ends with a space`);
    }
  }
}

/** Reads the middle part of a source file: the line that says it is made up, then one turn a line. */
export function readTranscript(lines: readonly Line[], labels: ReadonlySet<string>, stop: Stop): Transcript {
  const [first, ...rest] = lines;
  if (!first || (first.text !== madeUp.en && first.text !== madeUp.zh)) return stop(first ?? { text: '', number: 0 }, 'the first line must say that the interview is made up');
  const marks = new Marks(stop);
  const turns: Turn[] = [];
  let text = first.text;
  for (const line of rest) {
    const [, label = '', minutes, seconds, words = ''] = turnLine.exec(line.text) ?? stop(line, 'a turn begins with its speaker and a colon');
    if (!labels.has(label)) stop(line, `nobody is called ${label} here`);
    const time = minutes === undefined ? null : (Number(minutes) * 60 + Number(seconds)) * 1000;
    if (time !== null && time < (turns.at(-1)?.time ?? 0)) stop(line, 'the time runs backwards');
    const start = text.length + 1;
    text += `\n${marks.lift(words.trim(), start, line)}`;
    turns.push({ start, end: text.length, label, time });
  }
  marks.finish(text, rest.at(-1) ?? first);
  return { text, turns, passages: marks.passages };
}
