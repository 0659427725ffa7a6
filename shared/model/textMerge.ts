import type { Replacement } from './alignment.ts';
import { splitsPair, type Splice } from './span.ts';

/** `text` stands in place of [from, to) (UTF-16 units) of a text that two copies began with. */
export interface Hunk { readonly from: number; readonly to: number; readonly text: string }
/** A place at which both copies changed the text, each otherwise: what stood there, and what stands there now in either. */
export interface TextClash { readonly from: number; readonly to: number; readonly base: string; readonly ours: string; readonly theirs: string }

type Piece = { readonly from: number; readonly to: number } | { readonly text: string };
const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.to - piece.from);
const head = (piece: Piece, units: number): Piece => ('text' in piece ? { text: piece.text.slice(0, units) } : { from: piece.from, to: piece.from + units });
const tail = (piece: Piece, units: number): Piece => ('text' in piece ? { text: piece.text.slice(units) } : { from: piece.from + units, to: piece.to });

/** The pieces with what a splice takes away and puts in its place. */
function spliced(pieces: readonly Piece[], { at, removed, inserted }: Splice): Piece[] {
  const after: Piece[] = [];
  const end = at + removed.length;
  let place = 0;
  let put = inserted === '';
  const insert = () => { if (!put) after.push({ text: inserted }); put = true; };
  for (const piece of pieces) {
    const next = place + lengthOf(piece);
    if (place < at) after.push(head(piece, Math.min(at, next) - place));
    if (next > at) insert();
    if (next > end) after.push(tail(piece, Math.max(0, end - place)));
    place = next;
  }
  insert();
  return after.filter((piece) => lengthOf(piece) > 0);
}

/** What a sequence of splices changed altogether in the text that they began with; what was taken back in the end is none. Law: `applyHunks(base, hunksOf(base, splices))` is the text that they leave. */
export function hunksOf(base: string, splices: readonly Splice[]): Hunk[] {
  let pieces: Piece[] = base === '' ? [] : [{ from: 0, to: base.length }];
  for (const splice of splices) pieces = spliced(pieces, splice);
  const hunks: Hunk[] = [];
  let from = 0;
  let text = '';
  for (const piece of [...pieces, { from: base.length, to: base.length }]) {
    if ('text' in piece) { text += piece.text; continue; }
    if (piece.from > from || text !== '') hunks.push({ from, to: piece.from, text });
    from = piece.to;
    text = '';
  }
  return hunks.flatMap((hunk) => trimmed(base, hunk));
}
/** Without what is the same at both ends; nothing at all where all of it is. */
function trimmed(base: string, { from, to, text }: Hunk): Hunk[] {
  if (base.slice(from, to) === text) return [];
  let [start, end] = [0, 0];
  const most = Math.min(to - from, text.length);
  while (start < most && base[from + start] === text[start]) start++;
  while (end < most - start && base[to - 1 - end] === text[text.length - 1 - end]) end++;
  if (splitsPair(base, from + start) || splitsPair(text, start)) start--;
  if (splitsPair(base, to - end) || splitsPair(text, text.length - end)) end--;
  return [{ from: from + Math.max(0, start), to: to - Math.max(0, end), text: text.slice(Math.max(0, start), text.length - Math.max(0, end)) }];
}
/** What two texts differ in, as hunks of the first. */
export const hunksBetween = (after: string, replacements: readonly Replacement[]): Hunk[] => replacements.map(({ from, to, start, end }) => ({ from, to, text: after.slice(start, end) }));

export function applyHunks(base: string, hunks: readonly Hunk[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of hunks) {
    parts.push(base.slice(at, from), text);
    at = to;
  }
  return parts.join('') + base.slice(at);
}

const isSame = (one: Hunk, other: Hunk): boolean => one.from === other.from && one.to === other.to && one.text === other.text;
/** Two insertions at one place meet; an insertion at the edge of what the other replaced does not. */
const meets = (one: Hunk, other: Hunk): boolean => {
  if (one.from === one.to && other.from === other.to) return one.from === other.from;
  return one.from < other.to && other.from < one.to;
};
/** By place; what is put in comes before what is replaced from there on. */
const byPlace = (one: Hunk, other: Hunk): number => one.from - other.from || one.to - other.to;

/**
 * What both copies changed in a text, brought together: hunks of the common beginning, in order. Where both changed the same words
 * otherwise, `decide` says whose hold ('both': ours, then theirs). Laws: with nothing from one side it is what the other has; turned round, with the decisions turned
 * round, it is the same.
 */
export function mergeHunks(base: string, ours: readonly Hunk[], theirs: readonly Hunk[], decide: (clash: TextClash) => 'mine' | 'theirs' | 'both'): Hunk[] {
  const all = [...ours.map((hunk) => ({ hunk, own: true })), ...theirs.map((hunk) => ({ hunk, own: false }))].toSorted((a, b) => byPlace(a.hunk, b.hunk));
  const merged: Hunk[] = [];
  for (let index = 0; index < all.length;) {
    const cluster = [all[index]!];
    for (index++; index < all.length && cluster.some((each) => each.own !== all[index]!.own && meets(each.hunk, all[index]!.hunk)); index++) cluster.push(all[index]!);
    const [mine, other] = [cluster.filter(({ own }) => own), cluster.filter(({ own }) => !own)].map((each) => each.map(({ hunk }) => hunk)) as [Hunk[], Hunk[]];
    if (mine.length === 0 || other.length === 0) { merged.push(...mine, ...other); continue; }
    const [from, to] = [Math.min(...cluster.map(({ hunk }) => hunk.from)), Math.max(...cluster.map(({ hunk }) => hunk.to))];
    const within = (hunks: readonly Hunk[]) => applyHunks(base.slice(from, to), hunks.map((hunk) => ({ ...hunk, from: hunk.from - from, to: hunk.to - from })));
    const clash = { from, to, base: base.slice(from, to), ours: within(mine), theirs: within(other) };
    const choice = clash.ours === clash.theirs ? 'mine' : decide(clash);
    if (choice === 'both') merged.push({ from, to, text: clash.ours + clash.theirs });
    else merged.push(...(choice === 'mine' ? mine : other));
  }
  return merged;
}

/** What differs between two texts that are both told as hunks of one: outside of these stretches they are the same, to the letter. */
export function replacementsBetween(one: readonly Hunk[], other: readonly Hunk[]): Replacement[] {
  const found: Replacement[] = [];
  let [i, j, before, after] = [0, 0, 0, 0];
  const grows = ({ from, to, text }: Hunk) => text.length - (to - from);
  while (i < one.length || j < other.length) {
    const [a, b] = [one[i], other[j]];
    if (a && b && isSame(a, b)) {
      before += grows(a);
      after += grows(b);
      i++;
      j++;
      continue;
    }
    const from = Math.min(a?.from ?? Number.POSITIVE_INFINITY, b?.from ?? Number.POSITIVE_INFINITY);
    const stretch = { from: from + before, start: from + after };
    let to = from;
    // Whatever touches the stretch belongs to it: two insertions at one place must not change places.
    for (;;) {
      const [x, y] = [one[i], other[j]];
      if (x && y && isSame(x, y) && x.from >= to && (x.from > to || to > from)) break;
      if (x && x.from <= to) { to = Math.max(to, x.to); before += grows(x); i++; } else if (y && y.from <= to) { to = Math.max(to, y.to); after += grows(y); j++; } else break;
    }
    found.push({ ...stretch, to: to + before, end: to + after });
  }
  return found;
}
