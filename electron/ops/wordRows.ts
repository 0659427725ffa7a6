import { englishBases } from './baseForms.ts';
import { ownBases } from './listedWords.ts';
import type { Reader } from './operation.ts';
import { wordKey } from './segmenting.ts';
import { tokensOf } from './tokens.ts';

/** What the words of a study are counted as: each as itself, or by its base form. */
export interface WordRows {
  /** By the number of a row: the word, as words are compared. */
  readonly keys: readonly string[];
  /** The row of a word, both by number. */
  readonly rowOf: (word: number) => number;
  /** Whether rows may join several forms. */
  readonly joins: boolean;
}

/** The base form of a word as this study has it: what its own list says is asked first, of the base again. */
export function basesOf(project: Reader): (key: string) => string {
  const [own, english] = [ownBases(project), englishBases()];
  return (key) => {
    const met = new Set<string>();
    let base = key;
    while (!met.has(base)) {
      met.add(base);
      base = own.get(base) ?? english(base);
    }
    return base;
  };
}

/** The rows of all words that were met so far. */
export function rowsOf(project: Reader, base: boolean): WordRows {
  const { keys: words } = tokensOf(project).vocabulary;
  if (!base) return { keys: words, rowOf: (word) => word, joins: false };
  const baseOf = basesOf(project);
  const keys: string[] = [];
  const known = new Map<string, number>();
  const rows = Int32Array.from(words, (word) => {
    const key = baseOf(word);
    let row = known.get(key);
    if (row === undefined) known.set(key, (row = keys.push(key) - 1));
    return row;
  });
  return { keys, rowOf: (word) => rows[word]!, joins: true };
}

/** Whether a word, by its number, is one that was asked for: the word itself, or all forms of its base. */
export function soughtWords(project: Reader, word: string, base: boolean): (number: number) => boolean {
  const { keys } = tokensOf(project).vocabulary;
  const key = wordKey(word);
  if (!base) return (number) => keys[number] === key;
  const baseOf = basesOf(project);
  const sought = baseOf(key);
  const known = new Map<number, boolean>();
  return (number) => {
    let is = known.get(number);
    if (is === undefined) known.set(number, (is = baseOf(keys[number]!) === sought));
    return is;
  };
}
