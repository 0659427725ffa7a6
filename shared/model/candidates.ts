import { quoteFinder } from './anchor.ts';
import type { Span } from './span.ts';

/** Runs of letters and digits; Chinese and Japanese, written without gaps, by pairs of characters. */
const run = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const [letters] of text.normalize('NFKC').toLowerCase().matchAll(run)) {
    const characters = unspaced.test(letters) ? Array.from(letters) : [letters];
    if (characters.length === 1) pieces.add(characters[0]!);
    for (let index = 1; index < characters.length; index++) pieces.add(characters[index - 1]! + characters[index]!);
  }
  return pieces;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });
/** The span without the blanks at its ends. */
export function withoutBlanks(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
/** The sentences of a text without the blanks around them; none goes over a line. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let line = 0;
  for (const words of text.split('\n')) {
    for (const { index, segment } of segmenter.segment(words)) {
      const span = withoutBlanks(text, { start: line + index, end: line + index + segment.length });
      if (span.start < span.end) spans.push(span);
    }
    line += words.length + 1;
  }
  return spans;
}

/**
 * Where in a text a passage's words may be meant: first where they stand themselves (as `quoteFinder` finds them), then the sentences
 * that share the most with them, what is rare counting for more. At most `most` spans, the likeliest first, none twice.
 */
export function candidatePlaces(text: string, words: string, most: number): Span[] {
  const found = quoteFinder(text)(words, most);
  const wanted = piecesOf(words);
  const sentences = sentencesOf(text).map((span) => ({ span, pieces: piecesOf(text.slice(span.start, span.end)) }));
  const times = new Map<string, number>();
  for (const { pieces } of sentences) for (const piece of pieces) times.set(piece, (times.get(piece) ?? 0) + 1);
  const weight = (pieces: Iterable<string>) => [...pieces].reduce((sum, piece) => sum + Math.log(1 + sentences.length / (times.get(piece) ?? 1)), 0);
  const alike = sentences.flatMap(({ span, pieces }) => {
    const shared = weight([...wanted].filter((piece) => pieces.has(piece)));
    return shared === 0 ? [] : [{ span, share: shared / (weight(wanted) + weight(pieces) - shared) }];
  }).toSorted((a, b) => b.share - a.share || a.span.start - b.span.start);
  const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end;
  return [...found, ...alike.map(({ span }) => span).filter((span) => !found.some((place) => overlaps(place, span)))].slice(0, most);
}
