import { diffArrays } from 'diff';
import { mergeHunks, type Hunk, type TextClash } from './textMerge.ts';

const linesOf = (text: string): string[] => text.match(/[^\n]*\n/g) ?? [];
/** Every line with its end, so that one that is put behind the last is a line more and no other last line. */
const ended = (text: string): string => (text === '' ? '' : `${text}\n`);
const unended = (text: string): string => (text.endsWith('\n') ? text.slice(0, -1) : text);

function hunksFrom(base: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { from: number; to: number; text: string } | null = null;
  for (const { value, added, removed } of diffArrays([...base], [...after])) {
    const text = value.join('');
    if (!added && !removed) { at += text.length; open = null; continue; }
    if (!open) hunks.push((open = { from: at, to: at, text: '' }));
    if (added) open.text += text;
    else { at += text.length; open.to = at; }
  }
  return hunks;
}
/** The lines that two texts have in common, in order: the same ones whichever text comes first. */
const common = (one: readonly string[], other: readonly string[]): string[] => (one.join('') <= other.join('') ? diffArrays([...one], [...other]) : diffArrays([...other], [...one])).flatMap(({ value, added, removed }) => (added || removed ? [] : value));

/** Lines at which both are otherwise, without the end of the last of them. */
export type LineClash = Pick<TextClash, 'base' | 'ours' | 'theirs'>;
/**
 * Two texts brought together line by line. With what they began with (`base`), what either changed holds; without it (null), lines that
 * only one has stay, and where both have lines of their own at one place `decide` says whose hold. Laws: of a text with itself it is the text;
 * with a base that one of them is it is the other; turned round, with the decisions turned round, it is the same, but for the order of 'both'.
 */
export function mergeLines(base: string | null, ours: string, theirs: string, decide: (clash: LineClash) => 'mine' | 'theirs' | 'both'): string {
  const [mine, other] = [linesOf(ended(ours)), linesOf(ended(theirs))];
  const ground = base === null ? common(mine, other) : linesOf(ended(base));
  const text = ground.join('');
  const asked = (clash: TextClash) => decide({ base: unended(clash.base), ours: unended(clash.ours), theirs: unended(clash.theirs) });
  const merged = mergeHunks(text, hunksFrom(ground, mine), hunksFrom(ground, other), asked);
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text: put } of merged) { parts.push(text.slice(at, from), put); at = to; }
  return unended(parts.join('') + text.slice(at));
}

/** What an edit of a text makes of a longer one that holds all of its lines in their order, as that which a part of it was told from; null where it does not hold them. Lines that were not told stay. */
export function editedAmong(told: string, whole: string, edited: string): string | null {
  const [part, all] = [told.split('\n'), whole.split('\n')];
  const places: number[] = [];
  for (const line of part) {
    const place = all.indexOf(line, (places.at(-1) ?? -1) + 1);
    if (place < 0) return null;
    places.push(place);
  }
  if (told.trim() === '') return null;
  const lines: string[] = [];
  let [at, next] = [0, 0];
  for (const { value, added, removed } of diffArrays(part, edited.split('\n'))) {
    if (added) { lines.push(...value); continue; }
    for (const line of value) {
      lines.push(...all.slice(at, places[next]!), ...(removed ? [] : [line]));
      at = places[next++]! + 1;
    }
  }
  return [...lines, ...all.slice(at)].join('\n');
}
