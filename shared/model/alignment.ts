import { diffArrays } from 'diff';
import { comparable } from './anchor.ts';

/** A stretch [from, to) of the old text in whose place [start, end) stands in the new one (UTF-16 units). Either may be empty, not both. */
export interface Replacement { readonly from: number; readonly to: number; readonly start: number; readonly end: number }
/** The same in tokens. */
type Gap = Replacement;

/** A Chinese or Japanese character, a word, a line break, a run of blanks, any other character: what corrections replace. */
const token = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+|\n|[^\S\n]+|[^]/gu;
/** Up to this many tokens two stretches are compared to the end; larger ones first look for words that stand once in either. */
const small = 600;
/** So many differences are looked for in a large stretch without such words; beyond, it counts as rewritten. */
const mostDifferences = 1200;
/** Lengths of the rows of tokens that anchor the comparison. */
const rows = [12, 5, 2] as const;

interface Tokens {
  /** What each token is compared by: other quotation marks, dashes and capitals make no other word. */
  readonly words: Int32Array;
  /** What each token is, to the letter. */
  readonly letters: Int32Array;
  /** Offsets of the tokens, and the end of the text. */
  readonly at: Int32Array;
}
interface Known { readonly letters: Map<string, number>; readonly words: Map<string, number>; readonly wordOf: number[] }
function tokensOf(text: string, known: Known): Tokens {
  const letters: number[] = [];
  const at: number[] = [];
  for (const { 0: written, index } of text.matchAll(token)) {
    let id = known.letters.get(written);
    if (id === undefined) {
      known.letters.set(written, (id = known.letters.size));
      // A line break is none of the blanks: turns begin and end there.
      const word = written === '\n' ? written : comparable(written) || written;
      const same = known.words.get(word) ?? known.words.size;
      known.words.set(word, same);
      known.wordOf[id] = same;
    }
    letters.push(id);
    at.push(index);
  }
  at.push(text.length);
  return { letters: Int32Array.from(letters), words: Int32Array.from(letters, (id) => known.wordOf[id]!), at: Int32Array.from(at) };
}

/**
 * What a correction replaced, in order: outside of these stretches both texts are the same, to the letter. Finds words and single
 * Chinese characters, never a part of one; the time grows with the length of the texts, not with its square.
 * Law: the old text with every stretch replaced is the new text.
 */
export function alignTexts(before: string, after: string): Replacement[] {
  const known: Known = { letters: new Map(), words: new Map(), wordOf: [] };
  const a = tokensOf(before, known);
  const b = tokensOf(after, known);
  const gaps: Gap[] = [];
  compare(a.words, b.words, { from: 0, to: a.words.length, start: 0, end: b.words.length }, 0, gaps);
  const inUnits = ({ from, to, start, end }: Gap): Replacement => ({ from: a.at[from]!, to: a.at[to]!, start: b.at[start]!, end: b.at[end]! });
  const whole = withoutIslands(gaps, (from, to) => before.slice(a.at[from], a.at[to]), inUnits);
  const respelled = (from: number, start: number) => alike(before.slice(a.at[from], a.at[from + 1]), after.slice(b.at[start], b.at[start + 1]));
  return toTheLetter(whole.flatMap((gap) => oneByOne(gap, respelled)), a.letters, b.letters).map(inUnits);
}

function compare(a: Int32Array, b: Int32Array, whole: Gap, row: number, gaps: Gap[]): void {
  let { from, to, start, end } = whole;
  while (from < to && start < end && a[from] === b[start]) { from++; start++; }
  while (from < to && start < end && a[to - 1] === b[end - 1]) { to--; end--; }
  if (from === to || start === end) {
    if (from < to || start < end) gaps.push({ from, to, start, end });
    return;
  }
  if (to - from + end - start <= small) return compareAll(a, b, { from, to, start, end }, gaps);
  const anchors = row < rows.length ? anchorsOf(a, b, { from, to, start, end }, rows[row]!) : null;
  if (anchors === null) return compareAll(a, b, { from, to, start, end }, gaps);
  for (const anchor of anchors) {
    if (anchor.from < from || anchor.start < start) continue;
    compare(a, b, { from, to: anchor.from, start, end: anchor.start }, row + 1, gaps);
    ({ from, start } = anchor);
    while (from < to && start < end && a[from] === b[start]) { from++; start++; }
  }
  compare(a, b, { from, to, start, end }, row + 1, gaps);
}

function compareAll(a: Int32Array, b: Int32Array, { from, to, start, end }: Gap, gaps: Gap[]): void {
  const parts = diffArrays([...a.subarray(from, to)], [...b.subarray(start, end)], { maxEditLength: mostDifferences });
  if (!parts) {
    gaps.push({ from, to, start, end });
    return;
  }
  let open: { from: number; to: number; start: number; end: number } | null = null;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      if (open) gaps.push(open);
      open = null;
      from += count;
      start += count;
      continue;
    }
    open ??= { from, to: from, start, end: start };
    if (removed) open.to = from += count;
    else open.end = start += count;
  }
  if (open) gaps.push(open);
}

/** Rows of `size` tokens that stand exactly once in either stretch, those of them that come in the same order in both; null for none. */
function anchorsOf(a: Int32Array, b: Int32Array, { from, to, start, end }: Gap, size: number): { from: number; start: number }[] | null {
  const once = (ids: Int32Array, first: number, last: number) => {
    const places = new Map<string, number>();
    for (let at = first; at + size <= last; at++) {
      const key = ids.subarray(at, at + size).join();
      places.set(key, places.has(key) ? -1 : at);
    }
    return places;
  };
  const inNew = once(b, start, end);
  const pairs: { from: number; start: number }[] = [];
  for (const [key, place] of once(a, from, to)) {
    const there = inNew.get(key) ?? -1;
    if (place >= 0 && there >= 0) pairs.push({ from: place, start: there });
  }
  return pairs.length === 0 ? null : inOrder(pairs);
}
/** The longest part of the pairs (ascending in the old text) that ascends in the new one too. */
function inOrder(pairs: readonly { from: number; start: number }[]): { from: number; start: number }[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach(({ start }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]!.start < start) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = index;
  });
  const found: { from: number; start: number }[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) found.push(pairs[index]!);
  return found.reverse();
}

/** Joins stretches between which only a scrap was left by chance: a comma or a "the" in the midst of a rewritten sentence. Never across lines. */
function withoutIslands(gaps: readonly Gap[], between: (from: number, to: number) => string, inUnits: (gap: Gap) => Replacement): Gap[] {
  const weight = (gap: Gap) => { const { from, to, start, end } = inUnits(gap); return Math.max(to - from, end - start); };
  const whole: Gap[] = [];
  for (const gap of gaps) {
    const last = whole.at(-1);
    const island = last && between(last.to, gap.from);
    if (last && island !== undefined && !island.includes('\n') && island.length <= weight(last) / 2 && island.length <= weight(gap) / 2) whole[whole.length - 1] = { from: last.from, to: gap.to, start: last.start, end: gap.end };
    else whole.push(gap);
  }
  return whole;
}

/** Whether a word is another one spelled otherwise: at least half of it is the same at its ends. */
function alike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return head + tail >= Math.max(one.length, other.length) / 2;
}
/**
 * Words written otherwise, one for one, so that a passage may begin or end between them: as many tokens as before, if they are
 * few; else those at either end that are the same word spelled otherwise.
 */
function oneByOne(gap: Gap, respelled: (from: number, start: number) => boolean): Gap[] {
  const singly = (from: number, start: number, count: number) => Array.from({ length: count }, (_, index) => ({ from: from + index, to: from + index + 1, start: start + index, end: start + index + 1 }));
  const { from, to, start, end } = gap;
  if (to - from === end - start && to - from <= 9) return singly(from, start, to - from);
  const shorter = Math.min(to - from, end - start);
  let head = 0;
  while (head < shorter && respelled(from + head, start + head)) head++;
  let tail = 0;
  while (tail < shorter - head && respelled(to - 1 - tail, end - 1 - tail)) tail++;
  return [...singly(from, start, head), { from: from + head, to: to - tail, start: start + head, end: end - tail }, ...singly(to - tail, end - tail, tail)];
}

/** Adds the tokens that count as the same but are written otherwise, and leaves out those that are the same to the letter. */
function toTheLetter(gaps: readonly Gap[], a: Int32Array, b: Int32Array): Gap[] {
  const exact: Gap[] = [];
  let from = 0;
  let start = 0;
  for (const gap of [...gaps, { from: a.length, to: a.length, start: b.length, end: b.length }]) {
    for (; from < gap.from; from++, start++) if (a[from] !== b[start]) exact.push({ from, to: from + 1, start, end: start + 1 });
    const same = gap.to - gap.from === 1 && gap.end - gap.start === 1 && a[gap.from] === b[gap.start];
    if (!same && gap.to - gap.from + gap.end - gap.start > 0) exact.push(gap);
    ({ to: from, end: start } = gap);
  }
  return exact;
}
