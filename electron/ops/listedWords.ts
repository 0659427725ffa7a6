import { z } from 'zod';
import { tables } from '../../shared/model/schema.ts';
import { normaliseName } from '../../shared/model/text.ts';
import { Problem } from '../../shared/model/problem.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { hasWord, wordKey } from './segmenting.ts';
import { usualStopWords } from './stopWords.ts';

const { kind } = tables.listedWords;
export type ListKind = 'word' | 'stop';

const languageOf = (word: string): 'zh' | 'en' => (/\p{Script=Han}/u.test(word) ? 'zh' : 'en');
const listed = (project: Reader, of: ListKind) => project.all('listedWords', { kind: of, base: '' });
const formsIn = (project: Reader) => project.all('listedWords', { kind: 'word' }).filter(({ base }) => base !== '');

/** Numbers, in digits or in Chinese: 2015, 三百, 百分之六十, 两个. */
const isNumber = (key: string): boolean => /^(?:百分之)?第?(?:[\p{N}.]+|[〇零一二三四五六七八九十百千万亿两几多]+)个?$/u.test(key);

/** What is left out of counts: the usual words and the study's own, but for what stands on its list of words. */
export function stopWordsOf(project: Reader, which: 'all' | 'own' | 'none'): (key: string) => boolean {
  if (which === 'none') return () => false;
  const own = new Set(listed(project, 'stop').map(({ word }) => wordKey(word)));
  const counted = new Set(listed(project, 'word').map(({ word }) => wordKey(word)));
  return (key) => own.has(key) || (which === 'all' && !counted.has(key) && (usualStopWords.has(key) || isNumber(key)));
}

/** Of words, as they are compared, what the study counts them with in place of what the dictionary says: itself for what stays apart. */
export const ownBases = (project: Reader): ReadonlyMap<string, string> => new Map(formsIn(project).map(({ word, base }) => [wordKey(word), wordKey(base)]));

/** As `stopWordsOf`, of base forms: what one left out oneself is left out with all its forms. */
export function stopBasesOf(project: Reader, which: 'all' | 'own' | 'none', baseOf: (key: string) => string): (key: string) => boolean {
  if (which === 'none') return () => false;
  const isStop = stopWordsOf(project, which);
  const own = new Set(listed(project, 'stop').map(({ word }) => baseOf(wordKey(word))));
  return (key) => own.has(key) || isStop(key);
}

/** Puts words on a list of the study; what is there stays, and a word is on one list only. Answers with how many came to it. */
export function listWords(project: Writer, of: ListKind, words: readonly string[]): number {
  const there = new Set(listed(project, of).map(({ word }) => wordKey(word)));
  const fresh = new Map<string, string>();
  for (const word of words) {
    const name = normaliseName(word);
    if (!hasWord(name)) throw new Problem('not-a-word', { word: name });
    if (!there.has(wordKey(name))) fresh.set(wordKey(name), name);
  }
  const named = new Set(words.map((word) => wordKey(normaliseName(word))));
  project.remove('listedWords', listed(project, of === 'word' ? 'stop' : 'word').filter(({ word }) => named.has(wordKey(word))).map(({ id }) => id));
  project.addAll('listedWords', [...fresh.values()].map((word) => ({ kind: of, language: languageOf(word), word, base: '' })));
  return fresh.size;
}

export const readLists = query({
  /** The study's own words and stop words, each list in the order in which it grew, and how many usual stop words there are besides. */
  input: z.strictObject({}),
  run: (project) => ({
    usual: usualStopWords.size, own: project.all('listedWords', { base: '' }).map(({ id, kind: of, word }) => ({ id, kind: of, word })),
    /** Which forms are counted with which word; with themselves: apart. */
    forms: formsIn(project).map(({ id, word, base }) => ({ id, word, base })),
  }),
});
export const addToList = command({
  /** `word`: kept whole when texts are split into words, and counted though it be a usual stop word. `stop`: not counted. */
  input: z.strictObject({ kind: kind.check, words: z.array(z.string().min(1).max(200)).min(1).max(5000) }),
  run: (project, { kind: of, words }) => ({ added: listWords(project, of, words) }),
  about: (_project, { words }, { added }) => ({ word: normaliseName(words[0]!), count: added }),
});
export const countWith = command({
  /** Where words are counted by their base form, counts one with another, whatever the dictionary says; with itself: apart from all. */
  input: z.strictObject({ word: z.string().min(1).max(200), base: z.string().min(1).max(200) }),
  run(project, { word, base }) {
    const [form, with_] = [normaliseName(word), normaliseName(base)];
    for (const each of [form, with_]) if (!hasWord(each)) throw new Problem('not-a-word', { word: each });
    const [key, baseKey] = [wordKey(form), wordKey(with_)];
    // Two words that were each counted with the other would change places.
    project.remove('listedWords', formsIn(project).filter((each) => wordKey(each.word) === key || (wordKey(each.word) === baseKey && wordKey(each.base) === key)).map(({ id }) => id));
    project.add('listedWords', { kind: 'word', language: languageOf(form), word: form, base: with_ });
    return { isApart: key === baseKey };
  },
  about: (_project, { word, base }) => ({ word: normaliseName(word), base: normaliseName(base) }),
});
export const takeOffList = command({
  input: z.strictObject({ words: z.array(z.int().positive()).min(1) }),
  run(project, { words }) {
    const [first] = words.map((id) => project.get('listedWords', id).word);
    project.remove('listedWords', words);
    return { word: first!, count: words.length };
  },
  about: (_project, _input, { word, count }) => ({ word, count }),
});
