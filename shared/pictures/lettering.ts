import { textWidth } from './shapes.ts';

/** How wide a text is, px. */
export type Measure = (text: string) => number;
/** Measures texts of a size (px) and weight, alike on every machine. */
export const measureAt = (size: number, weight = 400): Measure => (text) => textWidth(text, size, weight);

/** A text in lines of at most `wide` px, the last of them cut where it goes on. Cuts between words, and within Chinese, where no line begins with a mark that closes. */
export function linesOf(text: string, wide: number, most: number, measure: Measure = measureAt(12)): string[] {
  const pieces = text.match(/\p{Script=Han}[、，。；：！？）》」』”]*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces.flatMap((each) => broken(each, wide, measure))) {
    if (line !== '' && measure((line + piece).trimEnd()) > wide) { lines.push(line.trimEnd()); line = piece.trimStart(); } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const letters = lettersOf(lines[most - 1]!);
  while (letters.length > 0 && measure(`${letters.join('')}…`) > wide) letters.pop();
  return [...lines.slice(0, most - 1), `${letters.join('')}…`];
}
const segmenter = new Intl.Segmenter();
const lettersOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
/** A word that is longer than a line, in pieces that are not. */
function broken(piece: string, wide: number, measure: Measure): string[] {
  if (measure(piece.trimEnd()) <= wide) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const letter of lettersOf(piece)) {
    if (part !== '' && measure(part + letter) > wide) { parts.push(part); part = ''; }
    part += letter;
  }
  return [...parts, part];
}
