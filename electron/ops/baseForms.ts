import { createRequire } from 'node:module';
import { usualStopWords } from './stopWords.ts';

interface Lemmatizer { noun(word: string): unknown; verb(word: string): unknown }
const load = createRequire(import.meta.url);
/** Three megabytes of English words (WordNet): read when words are first counted by their base form. */
const dictionary = (): Lemmatizer => load('wink-lemmatizer') as Lemmatizer;
/** Nouns in -s that are no plurals, and those without one. */
const nounsInS = (): ReadonlySet<string> => new Set(['uninflected', 'singular', 'uncountable'].flatMap((kind) => Object.keys(load(`wink-lexicon/src/${kind}-nouns.js`) as object)));

/** What the dictionary takes for a form of something rarer: leaves is not first of all leaf, nor does doe. */
const closed: ReadonlyMap<string, string> = new Map([
  ['be', 'am is are was were been being'], ['have', 'has had having'], ['do', 'does did done doing'], ['leave', 'leaves left leaving'],
  ['life', 'lives'], ['half', 'halves'], ['shelf', 'shelves'], ['thief', 'thieves'], ['child', 'children'], ['foot', 'feet'], ['tooth', 'teeth'], ['mouse', 'mice'], ['goose', 'geese'],
  ['criterion', 'criteria'], ['phenomenon', 'phenomena'], ['bacterium', 'bacteria'], ['curriculum', 'curricula'],
].flatMap(([base, forms]) => forms!.split(' ').map((form): [string, string] => [form, base!])));
/** What looks like a form and is none, or is more often a word of its own. */
const apart: ReadonlySet<string> = new Set(('his its this thus yes less plus us would could might data media born ground wound bound lay rose evening morning ceiling building wedding clothing '
  + 'feed need seed weed bleed speed breed heed deed reed greed creed steed politics physics diabetes species').split(' '));

/** hoped and hoping are hope, not hop, which doubles its consonant (hopping): what the dictionary does not ask. */
const doubles = /^[^aeiou]*[aeiou][bdgklmnprtvz]$/;
function verbOf({ verb }: Lemmatizer, key: string): unknown {
  const found = verb(key);
  const isCut = typeof found === 'string' && (key === `${found}ed` || key === `${found}ing`) && doubles.test(found);
  return isCut && verb(`${found}es`) === `${found}e` ? `${found}e` : found;
}
function foundBy(words: Lemmatizer, inS: ReadonlySet<string>, key: string): string {
  const known = closed.get(key);
  if (known !== undefined) return known;
  if (key.length < 3 || apart.has(key) || inS.has(key) || !/^[a-z]+$/.test(key) || /(?:ss|us|is)$/.test(key)) return key;
  const isNoun = (key.endsWith('s') && !key.endsWith('ves')) || key.endsWith('men');
  for (const base of [isNoun ? words.noun(key) : key, verbOf(words, key), key.endsWith('s') ? words.noun(key) : key]) if (typeof base === 'string' && base !== key && base.length > 1) return base;
  return key;
}

/** More than any word takes. */
const mostSteps = 4;
/**
 * The base form of an English word, as words are compared (`wordKey`): doctors and doctor's are doctor, was is be, women is woman. Nouns and verbs
 * alone: adjectives keep their comparisons (a number is not more numb), and what is not English letters stays as it is. What a form belongs to is
 * taken from the word alone, not from its sentence: meeting is always meet.
 */
export function englishBases(): (key: string) => string {
  const [words, inS] = [dictionary(), nounsInS()];
  const once = (key: string): string => (key.endsWith("'s") && !usualStopWords.has(key) ? key.slice(0, -2) : foundBy(words, inS, key));
  return (key) => {
    // meetings, meeting, meet.
    let base = key;
    for (let step = 0; step < mostSteps; step++) base = once(base);
    return base;
  };
}
