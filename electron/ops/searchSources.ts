import { fold, type Folded } from './folding.ts';
import { Problem } from '../../shared/model/problem.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { Row } from '../../shared/model/schema.ts';
import { nameKey, wordStarts } from '../../shared/model/text.ts';
import { codePaths, codesInOrder } from './codes.ts';
import { plainText } from './memoLinks.ts';
import type { Reader } from './operation.ts';
import { turnColumns } from './turnColumns.ts';

/** Which field of a code, the text of a document, or the title or text of a memo. */
export type SearchField = 'text' | 'title' | 'name' | 'definition' | 'include' | 'exclude' | 'example';
/** A text to look through: of which document, memo or code (its number), called what. */
export interface Source {
  readonly of: number; readonly label: string; readonly field: SearchField; readonly text: string;
  /** With its compatibility forms written out; null where it has none. */
  folded(): Folded | null;
}

export interface Narrowed {
  readonly speakers: 'interviewees' | 'all';
  readonly documents?: readonly number[] | undefined;
  readonly group?: { readonly attribute?: number | undefined; readonly value: string } | undefined;
}
type TurnRow = Pick<Row<'turns'>, 'start' | 'end' | 'participant'>;

/** UTF-16 units of texts that are kept in memory at most: some ten million words. */
const mostKept = 60_000_000;
/** Texts of documents, kept from one search to the next: whoever types a word searches with each letter. */
function keptTexts(project: Reader) {
  return project.derive('searchedTexts', () => {
    // What is derived is kept in step with the tables that were read to make it.
    project.one('SELECT id FROM documents LIMIT 1');
    return { units: 0, byDocument: new Map<number, string>(), folds: new Map<number, Folded | null>(), words: new Map<number, Int32Array>() };
  }, (known, changes) => {
    const forget = (document: number) => {
      known.units -= known.byDocument.get(document)?.length ?? 0;
      known.byDocument.delete(document);
      known.folds.delete(document);
      known.words.delete(document);
    };
    for (const change of changes) {
      if (change.kind === 'spliced') forget(change.document);
      else if (change.table === 'documents' && change.kind === 'removed') change.rows.forEach(({ id }) => forget(id));
      else if (change.table === 'documents' && change.kind === 'changed') forget(change.id);
    }
    return known;
  });
}
export function textsOf(project: Reader): (document: number) => string {
  const texts = keptTexts(project);
  return (document) => {
    const known = texts.byDocument.get(document);
    if (known !== undefined) return known;
    const { text } = project.one<{ text: string }>('SELECT text FROM documents WHERE id = ?', document)!;
    if (texts.units + text.length <= mostKept) {
      texts.byDocument.set(document, text);
      texts.units += text.length;
    }
    return text;
  };
}
/** Where the words of a document begin (UTF-16 units, ascending). */
export function wordsOf(project: Reader): (document: number) => Int32Array {
  const text = textsOf(project);
  const { words, byDocument } = keptTexts(project);
  return (document) => {
    const known = words.get(document);
    if (known) return known;
    const starts = Int32Array.from(wordStarts(text(document)));
    if (byDocument.has(document)) words.set(document, starts);
    return starts;
  };
}
/** A document's text with its compatibility forms written out; null where it has none. */
export function foldsOf(project: Reader): (document: number) => Folded | null {
  const text = textsOf(project);
  const { folds } = keptTexts(project);
  return (document) => {
    if (!folds.has(document)) folds.set(document, fold(text(document)));
    return folds.get(document)!;
  };
}

const order = new Intl.Collator('zh', { numeric: true });
/** Documents in the order of the list of documents. Each text is read when its turn comes: all of them may be much. */
export function* documentSources(project: Reader, documents: readonly number[] | undefined): Iterable<Source> {
  const chosen = documents === undefined ? null : new Set(documents);
  const text = textsOf(project);
  const folded = foldsOf(project);
  const named = project.query<{ id: number; name: string }>('SELECT id, name FROM documents').filter(({ id }) => chosen?.has(id) ?? true);
  for (const { id, name } of named.toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id))
    yield { of: id, label: name, field: 'text', text: text(id), folded: () => folded(id) };
}
export function* codeSources(project: Reader): Iterable<Source> {
  const paths = codePaths(project);
  for (const code of codesInOrder(project))
    for (const field of ['name', 'definition', 'include', 'exclude', 'example'] as const)
      if (code[field] !== '') yield { of: code.id, label: formatPath(paths.get(code.id)!), field, text: code[field], folded: () => fold(code[field]) };
}
export function* memoSources(project: Reader): Iterable<Source> {
  for (const memo of project.all('memos'))
    for (const field of ['title', 'text'] as const) {
      if (memo[field] === '') continue;
      const text = memoWords(project, memo.id, field);
      yield { of: memo.id, label: subjectOf(project, memo).label, field, text, folded: () => fold(text) };
    }
}

/** What is searched of a memo: its links are found by what they lead to. */
export function memoWords(project: Reader, memo: number, field: 'title' | 'text'): string {
  const { title, text } = project.get('memos', memo);
  return field === 'title' ? title : plainText(project, text);
}

/** What a memo is about: its name, and where it is found. */
export function subjectOf(project: Reader, { about, target }: Pick<Row<'memos'>, 'about' | 'target'>): { label: string; document: number | null; start: number; end: number } {
  const placed = about === 'codings' ? project.find('codings', target)?.passage : about === 'passages' ? target : undefined;
  const passage = placed === undefined ? null : project.find('passages', placed);
  const nowhere = { document: about === 'documents' ? target : null, start: 0, end: 0 };
  if (passage) return { label: project.get('documents', passage.document).name, document: passage.document, start: passage.start, end: passage.end };
  if (about === 'codings' || about === 'passages') return { label: '', ...nowhere };
  return { label: about === 'codes' ? formatPath(codePaths(project).get(target) ?? []) : project.find(about as 'documents', target)?.name ?? '', ...nowhere };
}

/** The turns of a document in the order of its text, with the number that each is called by. */
export const turnsOf = (project: Reader, document: number): (TurnRow & { number: number })[] =>
  project.query<TurnRow>('SELECT "start", "end", participant FROM turns WHERE document = ? ORDER BY "start", id', document).map((turn, index) => ({ ...turn, number: index + 1 }));
/** The turn that holds an offset, of turns in order. */
export function turnAt<T extends { start: number; end: number }>(turns: readonly T[], offset: number): T | undefined {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low];
  return turn && turn.start <= offset ? turn : undefined;
}

/**
 * Of spans found in a document (start, end, start, end …, ascending) those that are asked for, by where they begin: said by an
 * interviewee (or by nobody known, as in every table), and by somebody of the group. Null where all of the study is asked for.
 * A Problem `no-such-group` where no value is called so.
 */
export function narrowing(project: Reader, { speakers, group }: Narrowed): ((document: number, places: readonly number[]) => readonly number[]) | null {
  const wanted = group && groupNamed(project, group);
  if (!wanted && speakers === 'all') return null;
  const turns = turnColumns(project);
  const heard = new Set(project.all('participants').flatMap(({ id, role }) => (speakers === 'all' || role === 'interviewee' ? [id] : [])));
  return (document, places) => {
    const anybody = !wanted || wanted.documents.has(document);
    const isAsked = (speaker: number): boolean => (speaker === 0 ? anybody : heard.has(speaker) && (anybody || wanted.people.has(speaker)));
    let { from: turn, to } = turns.of.get(document) ?? { from: 0, to: 0 };
    const kept: number[] = [];
    for (let place = 0; place < places.length; place += 2) {
      const start = places[place]!;
      while (turn < to && turns.end[turn]! <= start) turn++;
      if (isAsked(turn < to && turns.start[turn]! <= start ? turns.participant[turn]! : 0)) kept.push(start, places[place + 1]!);
    }
    return kept;
  };
}
function groupNamed(project: Reader, { attribute, value }: NonNullable<Narrowed['group']>) {
  const rows = project.all('attributeValues', attribute === undefined ? {} : { attribute });
  const inGroup = rows.filter((row) => nameKey(row.value) === nameKey(value));
  if (inGroup.length === 0) throw new Problem('no-such-group', { group: value, known: [...new Set(rows.map((row) => row.value))].join(', ') });
  return { people: new Set(inGroup.map((row) => row.participant)), documents: new Set(inGroup.flatMap((row) => (row.document === null ? [] : [row.document]))) };
}
