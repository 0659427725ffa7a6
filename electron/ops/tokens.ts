import type { Change } from '../../shared/model/change.ts';
import type { Preparation, Reader } from './operation.ts';
import { segment, wordKey, wordList, type WordList } from './segmenting.ts';
import { textsOf } from './searchSources.ts';

/** The words of a document in the order of its text. */
export interface Tokens {
  /** UTF-16 units. */
  readonly starts: Int32Array; readonly ends: Int32Array;
  /** Which word of the vocabulary each is. */
  readonly words: Int32Array;
}
/** The words of a study, numbered as they were first met. Numbers last as long as the open study, and mean nothing outside of it. */
export interface Vocabulary {
  /** By number: as words are compared. */
  readonly keys: string[];
  readonly byKey: Map<string, number>;
  /** By what stands in a text. */
  readonly byForm: Map<string, number>;
}
interface Kept extends Vocabulary {
  list: WordList;
  listed: readonly string[];
  readonly byDocument: Map<number, Tokens>;
}

const listedIn = (project: Reader): string[] => project.all('listedWords', { kind: 'word', base: '' }).map(({ word }) => word);

/** Tokens are kept until their text changes, or a word is listed or struck off that stands in it. */
const kept = (project: Reader): Kept => project.derive('tokens', () => {
  // What is derived is kept in step with the tables that were read to make it.
  project.one('SELECT id FROM documents LIMIT 1');
  const listed = listedIn(project);
  return { keys: [], byKey: new Map(), byForm: new Map(), list: wordList(listed), listed, byDocument: new Map<number, Tokens>() };
}, (known, changes) => {
  if (changes.some((change) => change.kind !== 'spliced' && change.table === 'listedWords')) takeList(project, known);
  for (const document of changes.flatMap(changedDocuments)) known.byDocument.delete(document);
  return known;
});
const changedDocuments = (change: Change): readonly number[] => {
  if (change.kind === 'spliced') return [change.document];
  if (change.table !== 'documents') return [];
  return change.kind === 'removed' ? change.rows.map(({ id }) => id) : change.kind === 'changed' ? [change.id] : [];
};
/** Takes the list as it is now. Texts without any of the words that came or went keep their tokens. */
function takeList(project: Reader, known: Kept): void {
  const listed = listedIn(project);
  const changed = [...new Set(known.listed).symmetricDifference(new Set(listed))].map((word) => wordKey(word).replaceAll(' ', ''));
  if (changed.length === 0) return;
  const text = textsOf(project);
  for (const document of known.byDocument.keys()) {
    const inside = wordKey(text(document)).replaceAll(' ', '');
    if (changed.some((word) => inside.includes(word))) known.byDocument.delete(document);
  }
  Object.assign(known, { list: wordList(listed), listed });
}

const numberOf = ({ byForm, byKey, keys }: Vocabulary, form: string): number => {
  const known = byForm.get(form);
  if (known !== undefined) return known;
  const key = wordKey(form);
  let word = byKey.get(key);
  if (word === undefined) byKey.set(key, (word = keys.push(key) - 1));
  byForm.set(form, word);
  return word;
};
function tokensIn(project: Reader, document: number): Tokens {
  const known = kept(project);
  const there = known.byDocument.get(document);
  if (there) return there;
  const text = textsOf(project)(document);
  const { starts, ends } = segment(text, known.list);
  const tokens = { starts, ends, words: starts.map((start, index) => numberOf(known, text.slice(start, ends[index]))) };
  known.byDocument.set(document, tokens);
  return tokens;
}
/** The words of a document, and the vocabulary that numbers them. */
export function tokensOf(project: Reader): { readonly of: (document: number) => Tokens; readonly vocabulary: Vocabulary } {
  return { of: (document) => tokensIn(project, document), vocabulary: kept(project) };
}
/** Splits the texts ahead that were not yet, one after the other: others are let through in between, and it can be stopped. */
export async function tokensAhead({ project, progress }: Preparation, documents?: readonly number[]): Promise<void> {
  const wanted = (documents ?? project.query<{ id: number }>('SELECT id FROM documents').map(({ id }) => id)).filter((id) => !kept(project).byDocument.has(id));
  for (const [done, id] of wanted.entries()) {
    await progress(done, wanted.length);
    if (project.one('SELECT 1 FROM documents WHERE id = ?', id)) tokensIn(project, id);
  }
}
