import { z } from 'zod';
import { parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { query as asked } from '../../shared/model/query.ts';
import type { TableName } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { findCode, subtree } from './codes.ts';
import { facts } from './facts.ts';
import { groupingBy, type Group } from './groups.ts';
import { countedCoders } from './layers.ts';
import type { Reader } from './operation.ts';
import { foundBy } from './queryEvaluation.ts';
import { savedQuery } from './savedQueries.ts';
import { only } from './seen.ts';
import { rowsOf, type WordRows } from './wordRows.ts';
import { tokensOf, type Tokens } from './tokens.ts';
import { turnColumns } from './turnColumns.ts';

const id = z.int().positive();
/** Whose words are counted, and where. */
export const countedWords = {
  /** The groups, as of tables: an attribute, 'document' or 'participant'; 'within': what is inside and outside of `within`; without it all words are one. */
  by: z.string().min(1).optional(),
  speakers: z.enum(['interviewees', 'all']).default('interviewees'),
  /** Only in these: by number, or as they are kept, by identity with the name that is told where they are gone. */
  documents: z.array(z.union([id, z.strictObject({ uuid: z.string().max(100).optional(), name: z.string().max(4000) })])).optional(),
  /** Only inside the passages of a code (its path) and of those below it, or of a query. */
  within: z.union([z.strictObject({ code: z.string() }), z.strictObject({ query: asked }), z.strictObject({ saved: z.string() })]).optional(),
  coder: only,
  /** English words by their base form: doctor, doctors and doctor's are one. Chinese has no forms. */
  base: z.boolean().default(false),
};
const input = z.strictObject(countedWords);
export type CountedWords = z.output<typeof input>;

export type WordColumn = Pick<Group, 'key' | 'label' | 'people' | 'documents' | 'unasked'>;
/** A run of words, `from` up to `to`, of one speaker (0: nobody known) in one document, and the column that it counts in. */
export interface Stretch { readonly document: number; readonly tokens: Tokens; readonly from: number; readonly to: number; readonly speaker: number; readonly column: number }

/** Columns, and the column of what is said by a speaker in a document; null where it does not count. */
function columnsOf(project: Reader, { by, speakers, within }: CountedWords) {
  if (by === 'within' && within) return sidesOf(project, speakers);
  if (by === 'within') throw new Problem('bad-input', { operation: 'words', what: 'within' });
  if (by === 'coder') throw new Problem('no-such-attribute', { attribute: by, known: 'document, participant' });
  const grouping = groupingBy(project, by ?? 'document', speakers);
  const columns: WordColumn[] = by === undefined ? [{ key: '', label: '', people: grouping.people, documents: new Set(grouping.groups.flatMap((group) => [...group.documents])), unasked: false }] : grouping.groups.filter((group) => group.key !== null || group.people.size > 0 || grouping.decides === 'document');
  const columnOf = (group: number | undefined): number => {
    const column = group === undefined ? -1 : columns.indexOf(grouping.groups[group]!);
    if (column >= 0) return column;
    // What nobody known says is in no group: it stands under "no value".
    const without = columns.findIndex(({ key }) => key === null);
    return without >= 0 ? without : columns.push({ key: null, label: '', people: new Set(), documents: new Set(), unasked: false }) - 1;
  };
  const known = new Map<string, number | null>();
  const find = (speaker: number, document: number): number | null => {
    const counted = grouping.counted(speaker === 0 ? [] : [speaker]);
    if (counted === null) return null;
    return by === undefined ? 0 : columnOf(grouping.groupsOf(grouping.decides === 'document' ? [document] : counted)[0]);
  };
  return {
    by: by === undefined ? null : grouping.by, columns,
    columnAt(speaker: number, document: number, isInside: boolean): number | null {
      if (!isInside) return null;
      const key = `${speaker}/${grouping.decides === 'document' ? document : ''}`;
      let column = known.get(key);
      if (column === undefined) known.set(key, (column = find(speaker, document)));
      return column;
    },
  };
}

/** What is inside of the passages, and what is not: the keys of the two columns. */
export const sides = ['inside', 'outside'] as const;
function sidesOf(project: Reader, speakers: CountedWords['speakers']) {
  const grouping = groupingBy(project, 'document', speakers);
  const documents = new Set(grouping.groups.flatMap((group) => [...group.documents]));
  const columns: WordColumn[] = sides.map((key) => ({ key, label: '', people: grouping.people, documents, unasked: false }));
  return { by: 'within', columns, columnAt: (speaker: number, _document: number, isInside: boolean): number | null => (grouping.counted(speaker === 0 ? [] : [speaker]) === null ? null : isInside ? 0 : 1) };
}

/** The passages that words are counted in: by document the spans, joined, as start, end, start, end …; null for everywhere. */
function scopeOf(project: Reader, { within, coder }: CountedWords): ReadonlyMap<number, readonly number[]> | null {
  if (!within) return null;
  const { passages, codings, places } = facts(project);
  const chosen = new Set<number>();
  if ('code' in within) {
    const root = findCode(project, parsePath(within.code), null);
    if (root === null) throw new Problem('no-such-code', { code: within.code });
    const codes = new Set(subtree(project, root));
    const counts = countedCoders(project, coder);
    codings.code.forEach((code, coding) => { if (codes.has(code) && counts(codings.coder[coding]!)) chosen.add(codings.passage[coding]!); });
  } else {
    for (const passage of foundBy(project, 'saved' in within ? savedQuery(project, within.saved) : within.query, coder).passages) chosen.add(places[passage]!);
  }
  const scope = new Map<number, number[]>();
  for (const passage of [...chosen].toSorted((a, b) => passages.start[a]! - passages.start[b]!)) {
    const [document, start, end] = [passages.document[passage]!, passages.start[passage]!, passages.end[passage]!];
    const spans = scope.get(document);
    if (!spans) scope.set(document, [start, end]);
    else if (start <= spans.at(-1)!) spans[spans.length - 1] = Math.max(end, spans.at(-1)!);
    else spans.push(start, end);
  }
  return scope;
}

const order = new Intl.Collator('zh', { numeric: true });
/** Documents in the order of the list of documents. */
export function documentsInOrder(project: Reader, chosen: CountedWords['documents']): { id: number; name: string }[] {
  const wanted = chosen && new Set(chosenDocuments(project, chosen));
  return project.query<{ id: number; name: string }>('SELECT id, name FROM documents').filter(({ id: document }) => wanted?.has(document) ?? true).toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id);
}
/** The numbers of documents that were chosen. A Problem `no-such-document` for one that is gone. */
export function chosenDocuments(project: Reader, chosen: CountedWords['documents']): number[] | undefined {
  return chosen?.map((each) => {
    if (typeof each === 'number') return each;
    const known = project.query<{ id: number; uuid: string; name: string }>('SELECT id, uuid, name FROM documents');
    const found = known.find(({ uuid }) => uuid === each.uuid) ?? known.find(({ name }) => nameKey(name) === nameKey(each.name));
    if (!found) throw new Problem('no-such-document', { document: each.name });
    return found.id;
  });
}
/** The same question by what holds in every file of the study. */
export function lastingWords<A extends Pick<CountedWords, 'documents'>>(project: Reader, asked: A): A {
  const documents = chosenDocuments(project, asked.documents)?.map((document) => project.find('documents', document)).filter((row) => row !== null);
  return documents ? { ...asked, documents: documents.map(({ uuid, name }) => ({ uuid, name })) } : asked;
}

/**
 * Walks through all words that count, in the order of documents and text. A word belongs to the turn, and to the passage, in which it begins;
 * in a document with turns only what stands in them is said by anybody.
 */
export function walkWords(project: Reader, wanted: CountedWords): { readonly by: string | null; readonly columns: readonly WordColumn[]; readonly each: (visit: (stretch: Stretch) => void) => void } {
  const { by, columns, columnAt } = columnsOf(project, wanted);
  const scope = scopeOf(project, wanted);
  const turns = turnColumns(project);
  const { of } = tokensOf(project);
  const walk = (document: number, spans: readonly number[] | null, visit: (stretch: Stretch) => void): void => {
    const tokens = of(document);
    const said = turns.of.get(document);
    let { from: turn, to: last } = said ?? { from: 0, to: 0 };
    let span = 0;
    for (let from = 0, to = 0; from < tokens.starts.length; from = to) {
      const start = tokens.starts[from]!;
      while (turn < last && turns.end[turn]! <= start) turn++;
      while (spans && span < spans.length && spans[span + 1]! <= start) span += 2;
      const isSaid = turn < last && turns.start[turn]! <= start;
      const isInside = !spans || (span < spans.length && spans[span]! <= start);
      const edges = [turn < last ? (isSaid ? turns.end[turn]! : turns.start[turn]!) : Infinity, spans && span < spans.length ? (isInside ? spans[span + 1]! : spans[span]!) : Infinity];
      const edge = Math.min(...edges);
      for (to = from + 1; to < tokens.starts.length && tokens.starts[to]! < edge;) to++;
      const speaker = isSaid ? turns.participant[turn]! : 0;
      const column = isSaid || !said ? columnAt(speaker, document, isInside) : null;
      if (column !== null) visit({ document, tokens, from, to, speaker, column });
    }
  };
  return {
    by, columns,
    each(visit) {
      for (const { id: document } of documentsInOrder(project, wanted.documents)) {
        const spans = scope && (scope.get(document) ?? []);
        if (!spans || spans.length > 0 || by === 'within') walk(document, spans, visit);
      }
    },
  };
}

/** How often each row (by its number) is said, by column and over all: rows are words of the vocabulary, or their base forms. */
export interface WordCounts {
  readonly by: string | null; readonly columns: readonly WordColumn[];
  readonly rows: WordRows;
  /** By column: its words, and how often each of the vocabulary. */
  readonly sizes: readonly number[]; readonly inColumn: readonly Int32Array[];
  readonly size: number; readonly total: Int32Array;
  /** In how many documents, and by how many known people, each is said; how many documents and people say anything at all. */
  readonly documentsWith: Int32Array; readonly peopleWith: Int32Array;
  readonly documents: number; readonly people: number;
}
function count(project: Reader, wanted: CountedWords): WordCounts {
  const { by, columns, each } = walkWords(project, wanted);
  const stretches: Stretch[] = [];
  each((stretch) => stretches.push(stretch));
  // All texts are split by now: the vocabulary grows no more.
  const rows = rowsOf(project, wanted.base);
  const { length } = rows.keys;
  const counters = () => new Int32Array(length);
  const inColumn = columns.map(counters);
  const sizes = columns.map(() => 0);
  const [total, documentsWith, peopleWith, lastDocument] = [counters(), counters(), counters(), counters()];
  const said = new Map<number, Uint8Array>();
  const documents = new Set<number>();
  for (const { document, tokens, from, to, speaker, column } of stretches) {
    documents.add(document);
    sizes[column]! += to - from;
    let words = said.get(speaker);
    if (!words && speaker !== 0) said.set(speaker, (words = new Uint8Array(length)));
    for (let at = from; at < to; at++) {
      const word = rows.rowOf(tokens.words[at]!);
      total[word]!++;
      inColumn[column]![word]!++;
      if (lastDocument[word] !== document) { lastDocument[word] = document; documentsWith[word]!++; }
      if (words && words[word] === 0) { words[word] = 1; peopleWith[word]!++; }
    }
  }
  return { by, columns, rows, sizes, inColumn, total, size: sizes.reduce((sum, each_) => sum + each_, 0), documentsWith, peopleWith, documents: documents.size, people: said.size };
}

/** What counts may have been read from; what narrows them to passages besides. */
const decidedBy = ['documents', 'turns', 'participants', 'attributes', 'attributeValues', 'listedWords'] as const satisfies readonly TableName[];
const decidedWithin = [...decidedBy, 'passages', 'codings', 'codes', 'codeSets', 'codeSetMembers', 'coders', 'memos', 'savedQueries'] as const satisfies readonly TableName[];
/** Counts of the last tables, until the study changes: sorting and the next page must not count again. */
const kept = 3;
export function countWordsOf(project: Reader, wanted: CountedWords): WordCounts {
  const known = project.derive(wanted.within ? 'wordCounts/within' : 'wordCounts', () => {
    for (const table of wanted.within ? decidedWithin : decidedBy) project.one(`SELECT 1 FROM "${table}" LIMIT 1`);
    return new Map<string, WordCounts>();
  });
  const key = JSON.stringify([wanted.by ?? null, wanted.speakers, wanted.documents ?? null, wanted.within ?? null, wanted.within ? wanted.coder ?? null : null, wanted.base]);
  let counts = known.get(key);
  if (!counts) {
    known.set(key, (counts = count(project, wanted)));
    if (known.size > kept) known.delete(known.keys().next().value!);
  }
  return counts;
}
