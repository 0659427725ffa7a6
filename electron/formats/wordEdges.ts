const word = /[\p{L}\p{N}\p{M}]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const joins = (text: string, at: number): boolean => at > 0 && at < text.length && word.test(text[at - 1]!) && word.test(text[at]!) && !unspaced.test(text[at - 1]!) && !unspaced.test(text[at]!);
/** The nearest edge of the word that a place lies in. */
function nearestEdge(text: string, at: number): number {
  let [before, behind] = [at, at];
  while (joins(text, before)) before--;
  while (joins(text, behind)) behind++;
  return at - before < behind - at ? before : behind;
}
/** A span about so long that begins and ends with whole words, without blanks around it; null where nothing is left. */
export function wordEdges(text: string, from: number, to: number): { start: number; end: number } | null {
  let [start, end] = [nearestEdge(text, from), nearestEdge(text, to)];
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (start >= end) return null;
  if (/[\uDC00-\uDFFF]/.test(text[start]!)) start--;
  if (/[\uD800-\uDBFF]/.test(text[end - 1]!)) end++;
  return { start, end };
}
