import { splitsPair, type Span } from './span.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** No word is longer (UTF-16 units); a stretch of signs without blanks may be, and is cut. */
const longest = 40;

/** The next edge of a word from an offset on, outwards (`by` -1 or 1), within `longest`; Chinese words as the dictionary of the machine has them. */
function edgeFrom(text: string, at: number, by: -1 | 1): number {
  const from = Math.max(0, at - longest);
  const near = text.slice(from, Math.min(text.length, at + longest));
  const edges = [...segmenter.segment(near)].map(({ index }) => from + index).concat(from + near.length).filter((edge) => (edge > from || from === 0) && (edge < from + near.length || from + near.length === text.length));
  return (by < 0 ? edges.findLast((edge) => edge <= at) : edges.find((edge) => edge >= at)) ?? (splitsPair(text, at) ? at + by : at);
}

/** A stretch of a text with about `room` units before and behind it, whole words, on one line; dots where the text goes on. A long stretch is told by its beginning and its end. */
export function wordsAround(text: string, { start, end }: Span, room = 40): string {
  const line = (from: number, to: number) => text.slice(from, to).replace(/\s+/g, ' ');
  const [from, to] = [start <= room ? 0 : edgeFrom(text, start - room, -1), end + room >= text.length ? text.length : edgeFrom(text, end + room, 1)];
  const inside = end - start <= 2 * room ? line(from, to) : `${line(from, edgeFrom(text, start + room, 1)).trimEnd()} … ${line(edgeFrom(text, end - room, -1), to).trimStart()}`;
  return `${from > 0 ? '…' : ''}${inside.trim()}${to < text.length ? '…' : ''}`;
}
/** What stands before and behind a stretch, about `room` units of each, whole words on one line; dots where the text goes on. */
export function contextOf(text: string, { start, end }: Span, room = 30): { before: string; after: string } {
  const [from, to] = [start <= room ? 0 : edgeFrom(text, start - room, -1), end + room >= text.length ? text.length : edgeFrom(text, end + room, 1)];
  const line = (words: string) => words.replace(/\s+/g, ' ');
  return { before: `${from > 0 ? '…' : ''}${line(text.slice(from, start)).trimStart()}`, after: `${line(text.slice(end, to)).trimEnd()}${to < text.length ? '…' : ''}` };
}
