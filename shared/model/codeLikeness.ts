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
export function spellingDistance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  let [before, last, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at), [] as number[]];
  for (let i = 1; i <= a.length; i++) {
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

const fillers = new Set(['the', 'a', 'an', 'of', 'in', 'on', 'to', 'for', 'and', 'with', 'by']);
/** A name that is near enough in spelling to be the same one miswritten. */
const nearest = 0.8;

interface Named { readonly name: string; readonly aliases: readonly string[] }
/** A code as names are compared: letters alone; words without their order, endings of the plural and words that only join others. */
interface Heard { readonly letters: string; readonly aliases: readonly string[]; readonly words: string; readonly signs: readonly string[] }
const lettersOf = (name: string): string => nameKey(name).replace(/[^\p{L}\p{N}]+/gu, '');
function hear({ name, aliases }: Named): Heard {
  const letters = lettersOf(name);
  const words = nameKey(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !fillers.has(word)).map((word) => (/^[a-z]{2,}s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word)).toSorted().join(' ');
  return { letters, aliases: aliases.map(lettersOf), words, signs: Array.from(letters) };
}
/** No spelling of these is nearer than this many signs: what one has more of has to go or to come. */
function leastDistance(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const sign of one) left.set(sign, (left.get(sign) ?? 0) + 1);
  let shared = 0;
  for (const sign of other) { const count = left.get(sign) ?? 0; if (count > 0) { shared++; left.set(sign, count - 1); } }
  return Math.max(one.length, other.length) - shared;
}

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
    if (Math.abs(a.signs.length - b.signs.length) > (1 - least) * longest || 1 - leastDistance(a.signs, b.signs) / longest < least) return null;
    const count = spellingDistance(a.letters, b.letters);
    const score = 1 - count / longest;
    return score >= least ? { reason: 'spelling', score, count } : null;
  };
}
/** How alike two codes are by what they are called; null where nothing speaks for it. Law: the same whichever comes first. */
export const likenessOfNames = (one: Named, other: Named): Likeness | null => comparing()(one, other);
