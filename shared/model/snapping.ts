import type { Span } from './span.ts';
import { unitAt } from './text.ts';

/** Where the edges of a passage come to lie when a person moves them: at graphemes always, at words or sentences where she wants it. */
export type Unit = 'grapheme' | 'word' | 'sentence';
export type Edge = 'start' | 'end';

const segmenters = { grapheme: new Intl.Segmenter('zh', { granularity: 'grapheme' }), word: new Intl.Segmenter('zh', { granularity: 'word' }), sentence: new Intl.Segmenter('zh', { granularity: 'sentence' }) };
/** How far around an offset (UTF-16 units) units are looked for: far more than a word or a sentence is long, far less than an interview. */
const reach = 3000;

/** Whether a cut here would go through a grapheme: an emoji, a letter with its accents. */
export const isWhole = (text: string, at: number): boolean => at <= 0 || at >= text.length || unitAt(text, at, 'grapheme').start === at;
/** The span made as wide as the graphemes that its edges cut. */
export const wholeGraphemes = (text: string, { start, end }: Span): Span => ({
  start: isWhole(text, start) ? start : unitAt(text, start, 'grapheme').start,
  end: isWhole(text, end) ? end : unitAt(text, end, 'grapheme').end,
});

/** Places near an offset where such an edge may lie, ascending: before a unit or behind it, blanks around it left outside. */
function boundsNear(text: string, at: number, unit: Unit, edge: Edge): number[] {
  const from = Math.max(0, at - reach);
  const near = text.slice(from, Math.min(text.length, at + reach));
  const found = new Set<number>();
  let line = from;
  for (const words of near.split('\n')) {
    for (const { segment, index, isWordLike } of segmenters[unit].segment(words)) {
      if (segment.trim() === '' || (unit === 'word' && isWordLike === false)) continue;
      const blank = unit === 'grapheme' ? 0 : edge === 'start' ? segment.length - segment.trimStart().length : segment.length - segment.trimEnd().length;
      found.add(line + index + (edge === 'start' ? blank : segment.length - blank));
    }
    line += words.length + 1;
  }
  // What the cut around the neighbourhood made a bound of is none.
  return [...found].filter((bound) => isWhole(text, bound)).toSorted((a, b) => a - b);
}

/** The bound that lies nearest to an offset; the offset itself, widened to its grapheme, where there is none. */
export function nearestBound(text: string, at: number, unit: Unit, edge: Edge): number {
  const bounds = boundsNear(text, at, unit, edge);
  return bounds.reduce<number | null>((best, bound) => (best === null || Math.abs(bound - at) < Math.abs(best - at) ? bound : best), null) ?? wholeGraphemes(text, { start: at, end: at })[edge];
}
/** The next bound before (-1) or behind (1) an offset; the offset itself at the end of the text. */
export function nextBound(text: string, at: number, unit: Unit, edge: Edge, by: 1 | -1): number {
  const bounds = boundsNear(text, at, unit, edge);
  return (by > 0 ? bounds.find((bound) => bound > at) : bounds.findLast((bound) => bound < at)) ?? at;
}
/** A span with one edge moved to where it was wanted; the span as it was where nothing would be left of it. */
export function movedEdge(span: Span, edge: Edge, to: number): Span {
  const moved = { start: span.start, end: span.end, [edge]: to };
  return moved.start < moved.end ? moved : { start: span.start, end: span.end };
}
