import { nameKey } from './text.ts';

/** Why two codes may be one. */
export const likenessReasons = ['name', 'alias', 'words', 'spelling', 'passages'] as const;
export type LikenessReason = (typeof likenessReasons)[number];
export interface Likeness { readonly reason: LikenessReason; /** 0 to 1. */ readonly score: number }

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

const letters = (name: string): string => nameKey(name).replace(/[^\p{L}\p{N}]+/gu, '');
const fillers = new Set(['the', 'a', 'an', 'of', 'in', 'on', 'to', 'for', 'and', 'with', 'by']);
/** Words without their order, endings of the plural and words that only join others. */
const words = (name: string): string => nameKey(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !fillers.has(word)).map((word) => (/^[a-z]{2,}s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word)).toSorted().join(' ');
/** A name that is near enough in spelling to be the same one miswritten. */
const nearest = 0.8;

interface Named { readonly name: string; readonly aliases: readonly string[] }
/** How alike two codes are by what they are called; null where nothing speaks for it. Law: the same whichever comes first. */
export function likenessOfNames(one: Named, other: Named): Likeness | null {
  if (letters(one.name) === letters(other.name) && letters(one.name) !== '') return { reason: 'name', score: 1 };
  const called = (code: Named, name: string) => code.aliases.some((alias) => letters(alias) === letters(name) && letters(name) !== '');
  if (called(one, other.name) || called(other, one.name)) return { reason: 'alias', score: 0.95 };
  if (words(one.name) !== '' && words(one.name) === words(other.name)) return { reason: 'words', score: 0.9 };
  const [a, b] = [letters(one.name), letters(other.name)];
  const longest = Math.max(Array.from(a).length, Array.from(b).length);
  if (longest < 4) return null;
  const score = 1 - spellingDistance(a, b) / longest;
  return score >= (longest < 6 ? 0.75 : nearest) ? { reason: 'spelling', score } : null;
}
