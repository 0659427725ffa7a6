import { createRequire } from 'node:module';

/** Words of a text in its order: spans in UTF-16 units that do not overlap. */
export interface Segmented { readonly starts: Int32Array; readonly ends: Int32Array }

const single = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰ]`;
const part = String.raw`[[\p{L}\p{N}\p{M}]--${single}]`;
/**
 * What words are made of: a Chinese or Japanese character, or elsewhere a run of letters and digits with its inner apostrophes and hyphens, and points
 * between digits.
 */
const units = new RegExp(String.raw`${single}\p{M}*|${part}+(?:(?:['’\-‐‑]|(?<=\p{N})\.(?=\p{N}))${part}+)*`, 'gv');
const character = new RegExp(`^${single}`, 'v');

/** What two words are compared by: width, case, and the forms of apostrophes and hyphens do not make them different. */
export const wordKey = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/’/g, "'").replace(/[‐‑]/g, '-').replace(/\s+/g, ' ').trim();

interface Unit { readonly start: number; readonly end: number; readonly text: string; readonly isCharacter: boolean }
const unitsOf = (text: string): Unit[] => Array.from(text.matchAll(units), ({ 0: unit, index }) => ({ start: index, end: index + unit.length, text: unit, isCharacter: character.test(unit) }));
/** Whether there is anything in it that can be counted as a word. */
export const hasWord = (text: string): boolean => text.search(units) >= 0;

/** Words that are always kept whole, unit by unit: each step is what stands between this unit and the one before, and the unit. */
export interface WordList { readonly next: Map<string, WordList>; ends: boolean }
const step = (between: string, unit: string): string => `${between.replace(/\s+/g, ' ')}\u0000${wordKey(unit)}`;
/** More than this between two units is never inside of a word. */
const widest = 3;

/** The list that keeps these words whole. A word of one unit is one anyway, and a single character would tear the words apart that it is a part of. */
export function wordList(words: readonly string[]): WordList {
  const list: WordList = { next: new Map(), ends: false };
  for (const word of words) {
    const inside = unitsOf(word);
    if (inside.length < 2) continue;
    let at = list;
    inside.forEach((unit, index) => {
      const key = step(index === 0 ? '' : word.slice(inside[index - 1]!.end, unit.start), unit.text);
      let next = at.next.get(key);
      if (!next) at.next.set(key, (next = { next: new Map(), ends: false }));
      at = next;
    });
    at.ends = true;
  }
  return list;
}
/** How many units from `first` on are the longest word of the list that begins there; 0 for none. */
function listedAt(text: string, all: readonly Unit[], first: number, list: WordList): number {
  let at: WordList | undefined = list;
  let longest = 0;
  for (let index = first; index < all.length; index++) {
    const unit = all[index]!;
    const between = index === first ? '' : text.slice(all[index - 1]!.end, unit.start);
    if (between.length > widest) break;
    at = at.next.get(step(between, unit.text));
    if (!at) break;
    if (at.ends) longest = index - first + 1;
  }
  return longest;
}

interface Dictionary { cut(text: string, newWords: boolean): string[] }
const load = createRequire(import.meta.url);
/** Four megabytes of dictionary: read when the first Chinese is met. Nothing is ever added to it, so no study's words get into another's. */
const dictionary = (): Dictionary => load('jieba-wasm') as Dictionary;

/** Ends of words among units that follow each other without a gap: where the dictionary ends them, but never within a unit. */
function cutCharacters(text: string, all: readonly Unit[], add: (start: number, end: number) => void): void {
  const from = all[0]!.start;
  const ends = new Set<number>();
  let end = from;
  for (const word of dictionary().cut(text.slice(from, all.at(-1)!.end), true)) ends.add((end += word.length));
  let start = from;
  for (const unit of all) {
    if (!ends.has(unit.end)) continue;
    add(start, unit.end);
    start = unit.end;
  }
}

/**
 * Splits a text into words, the same on every machine: Chinese by the dictionary, other scripts as runs of letters; words of the list are kept
 * whole wherever they stand, the longest first. Depends on the text and the list alone.
 */
export function segment(text: string, list: WordList): Segmented {
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (start: number, end: number): void => { starts.push(start); ends.push(end); };
  const all = unitsOf(text);
  let waiting: Unit[] = [];
  const settle = (): void => {
    if (waiting.some((unit) => unit.isCharacter)) cutCharacters(text, waiting, add);
    else for (const unit of waiting) add(unit.start, unit.end);
    waiting = [];
  };
  for (let index = 0; index < all.length; index++) {
    const unit = all[index]!;
    const listed = list.next.size === 0 ? 0 : listedAt(text, all, index, list);
    if (listed > 0 || (waiting.length > 0 && waiting.at(-1)!.end !== unit.start)) settle();
    if (listed > 0) add(unit.start, all[(index += listed - 1)]!.end);
    else waiting.push(unit);
  }
  settle();
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
