import { nameKey } from './text.ts';

/** Why two codes may be one. */
export const likenessReasons = ['name', 'alias', 'words', 'spelling', 'passages'] as const;
export type LikenessReason = (typeof likenessReasons)[number];
export interface Likeness {
  readonly reason: LikenessReason;
  /** 0 to 1. */
  readonly score: number;
  /** Of `spelling`: how many signs differ; of `passages`: at how many places both stand. */
  readonly count?: number;
}

/** How many signs have to be put in, taken out, replaced, or change places with their neighbour, to make one name of the other (optimal string alignment). */
export const spellingDistance = (one: string, other: string): number => distance(Array.from(one), Array.from(other), Infinity);
/** The same, as long as it is not above `most`; else something above it. */
function distance(a: readonly string[], b: readonly string[], most: number): number {
  let [before, last, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at), [] as number[]];
  for (let i = 1; i <= a.length; i++) {
    // What lies further from the diagonal is above `most` already.
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    row = [i];
    if (from > 1) row[from - 1] = most + 1;
    let least = row[from - 1]!;
    for (let j = from; j <= to; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let here = Math.min((last[j] ?? most) + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) here = Math.min(here, (before[j - 2] ?? most) + 1);
      row[j] = here;
      if (here < least) least = here;
    }
    // Two rows, for signs that change places reach over one.
    if (least > most && Math.min(...last.slice(Math.max(0, from - 2))) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}

const fillers = new Set(['the', 'a', 'an', 'of', 'in', 'on', 'to', 'for', 'and', 'with', 'by']);
/** A name that is near enough in spelling to be the same one miswritten. */
const nearest = 0.8;

interface Named { readonly name: string; readonly aliases: readonly string[] }
/** A code as names are compared: letters alone; words without their order, endings of the plural and words that only join others. */
interface Heard { readonly letters: string; readonly aliases: readonly string[]; readonly words: string; readonly signs: readonly string[]; readonly bits: number }
const lettersOf = (name: string): string => nameKey(name).replace(/[^\p{L}\p{N}]+/gu, '');
function hear({ name, aliases }: Named): Heard {
  const letters = lettersOf(name);
  const words = nameKey(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !fillers.has(word)).map((word) => (/^[a-z]{2,}s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word)).toSorted().join(' ');
  return { letters, aliases: aliases.map(lettersOf), words, signs: Array.from(letters), bits: signsIn(Array.from(letters)) };
}
/** Which signs there are, in 32 bits: two may share one. */
const signsIn = (signs: readonly string[]): number => signs.reduce((bits, sign) => bits | (1 << (sign.codePointAt(0)! % 32)), 0);
function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
/** No spelling of these is nearer than this many signs: what only one has goes, comes or is replaced. */
const leastDistance = (one: Heard, other: Heard): number => Math.max(countBits(one.bits & ~other.bits), countBits(other.bits & ~one.bits), Math.abs(one.signs.length - other.signs.length));

/** Compares codes by what they are called, and remembers how each sounds: two large codebooks are compared name by name. */
export function comparing(): (one: Named, other: Named) => Likeness | null {
  const heard = new Map<Named, Heard>();
  const of = (code: Named): Heard => {
    let known = heard.get(code);
    if (!known) heard.set(code, (known = hear(code)));
    return known;
  };
  return (one, other) => {
    const [a, b] = [of(one), of(other)];
    if (a.letters === '' || b.letters === '') return a.words !== '' && a.words === b.words ? { reason: 'words', score: 0.9 } : null;
    if (a.letters === b.letters) return { reason: 'name', score: 1 };
    if (a.aliases.includes(b.letters) || b.aliases.includes(a.letters)) return { reason: 'alias', score: 0.95 };
    if (a.words !== '' && a.words === b.words) return { reason: 'words', score: 0.9 };
    const longest = Math.max(a.signs.length, b.signs.length);
    if (longest < 4) return null;
    const least = longest < 6 ? 0.75 : nearest;
    if (1 - leastDistance(a, b) / longest < least) return null;
    const count = distance(a.signs, b.signs, Math.ceil((1 - least) * longest));
    const score = 1 - count / longest;
    return score >= least ? { reason: 'spelling', score, count } : null;
  };
}
/** How alike two codes are by what they are called; null where nothing speaks for it. Law: the same whichever comes first. */
export const likenessOfNames = (one: Named, other: Named): Likeness | null => comparing()(one, other);
