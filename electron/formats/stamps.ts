import type { Line } from './lines.ts';
import { timesIn, type Start } from './patterns.ts';
import { bracketedTime, rangeSource, readTime, timeSource } from './times.ts';

/** A time stamp at the end of a paragraph, which is the end of what is said there: `#00:00:05-2#`. [at, to) of the text goes. */
export interface Stamp { readonly at: number; readonly to: number; readonly time: number; /** The offset of the next line that holds something; null behind the last. */ readonly next: number | null }

const atEnd = /\s*#(\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,3})?)#\s*$/;
export const endStamps = (lines: readonly Line[]): Stamp[] => lines.flatMap(({ at, text }, index) => {
  const from = Math.max(0, text.length - 60);
  const match = atEnd.exec(text.slice(from));
  const time = match && readTime(match[1]!);
  return match && time !== null ? [{ at: at + from + match.index, to: at + text.length, time, next: lines[index + 1]?.at ?? null }] : [];
});

const bracketed = new RegExp(String.raw`^\s*(?<time>${bracketedTime})\s*`, 'u');
const alone = new RegExp(String.raw`^\s*(?<time>${rangeSource}|${timeSource})\s*$`, 'u');
const leading = new RegExp(String.raw`^\s*(?<time>${rangeSource}|${timeSource})(?:\s+|$)`, 'u');
// A line of nothing but #…# ends what stands above it.
const opening = /^\s{0,40}(?:[\d[(（{<【〔]|#[^#]{1,20}#\s*[^\s])/;
const starts = (lines: readonly Line[], frames: boolean, match: (text: string) => RegExpExecArray | null): Start[] => lines.flatMap(({ at, text }) => {
  const found = opening.test(text) ? match(text.slice(0, 80)) : null;
  const times = timesIn(found?.groups!['time'], frames);
  return found && times.time !== null ? [{ at, to: at + found[0].length, label: null, ...times, strong: true }] : [];
});
/** Times that stand alone on a line, and times in brackets that begin one. */
export const timeStarts = (lines: readonly Line[], frames: boolean): Start[] => starts(lines, frames, (head) => bracketed.exec(head) ?? alone.exec(head));
/** The same, and times without brackets in front of text: `02:03 text`. */
export const leadingTimes = (lines: readonly Line[], frames: boolean): Start[] => starts(lines, frames, (head) => bracketed.exec(head) ?? leading.exec(head));
