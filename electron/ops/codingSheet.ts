import { z } from 'zod';
import { findQuote } from '../../shared/model/anchor.ts';
import { parsePath } from '../../shared/model/path.ts';
import { Problem, problemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import { facets, type Facet, type NewRow } from '../../shared/model/schema.ts';
import { splitsPair, type Span } from '../../shared/model/span.ts';
import { nameKey } from '../../shared/model/text.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { codeAtPath, findCode } from './codes.ts';
import { checkJudgement } from './codings.ts';
import { command, type IncomingFile, type Reader, type Writer } from './operation.ts';
import { columnFinder } from './sheets.ts';

/** A coding with everything resolved: numbers of this study, span in UTF-16 units. */
export interface ReadyCoding extends Span {
  readonly document: number;
  readonly code: number;
  readonly coder: number;
  readonly rating?: number | null;
  readonly party?: number | null;
  readonly counterparty?: number | null;
  readonly memo?: string;
  readonly uuid?: string;
  /** ms; now, if it does not say. */
  readonly created?: number;
  /** ms; as it was made, if it does not say. */
  readonly changed?: number | undefined;
}

/** Adds many codings at once. Passages of the same span are one; a coding that the coder has there already is left as it is. */
export function addCodings(project: Writer, codings: readonly ReadyCoding[]): { added: number; known: number } {
  const placeOf = (document: number, start: number, end: number) => `${document}/${start}/${end}`;
  const passages = new Map<string, number>();
  const there = new Set<string>();
  const documents = JSON.stringify([...new Set(codings.map((coding) => coding.document))]);
  for (const { id, document, start, end } of project.query<{ id: number; document: number } & Span>('SELECT id, document, "start", "end" FROM passages WHERE document IN (SELECT value FROM json_each(?))', documents)) passages.set(placeOf(document, start, end), id);
  for (const { passage, code, coder } of project.query<{ passage: number; code: number; coder: number }>('SELECT passage, code, coder FROM codings JOIN passages ON passages.id = passage WHERE document IN (SELECT value FROM json_each(?))', documents)) there.add(`${passage}/${code}/${coder}`);

  const fresh = new Map<string, NewRow<'passages'>>();
  for (const { document, start, end } of codings) {
    const place = placeOf(document, start, end);
    if (!passages.has(place)) fresh.set(place, { document, start, end });
  }
  let next = project.addAll('passages', [...fresh.values()]);
  for (const place of fresh.keys()) passages.set(place, next++);

  const rows: NewRow<'codings'>[] = [];
  const memos: { index: number; text: string; coder: number }[] = [];
  for (const { document, start, end, code, coder, rating = null, party = null, counterparty = null, created = project.now, memo = '', uuid, changed = created } of codings) {
    const passage = passages.get(placeOf(document, start, end))!;
    const key = `${passage}/${code}/${coder}`;
    if (there.has(key)) continue;
    there.add(key);
    if (memo !== '') memos.push({ index: rows.length, text: memo, coder });
    rows.push({ passage, code, coder, rating, party, counterparty, created, changed, ...(uuid === undefined ? {} : { uuid }) });
  }
  const first = project.addAll('codings', rows);
  project.addAll('memos', memos.map(({ index, text, coder }) => ({ about: 'codings' as const, title: '', target: first + index, text, coder, created: project.now, changed: project.now })));
  return { added: rows.length, known: codings.length - rows.length };
}

const id = z.int().positive();
export const addManyCodings = command({
  /** Takes in codings with the numbers of this study: the way for what was read from other programs' files. Spans are UTF-16 units. */
  input: z.strictObject({ codings: z.array(z.strictObject({
    document: id, start: z.int().min(0), end: z.int().positive(), code: id, coder: z.string().min(1), rating: z.int().nullable().optional(), party: id.nullable().optional(), counterparty: id.nullable().optional(), memo: z.string().optional(), created: z.int().min(0).optional(),
  })).min(1) }),
  run(project, { codings }) {
    const coders = new Map([...new Set(codings.map((coding) => coding.coder))].map((name) => [name, project.coder(name)]));
    const texts = new Map([...new Set(codings.map((coding) => coding.document))].map((document) => [document, project.get('documents', document).text]));
    const outside = (text: string, { start, end }: Span) => start >= end || end > text.length || splitsPair(text, start) || splitsPair(text, end);
    if (codings.some((coding) => outside(texts.get(coding.document)!, coding))) throw new Problem('span-outside');
    for (const code of new Set(codings.map((coding) => coding.code))) project.get('codes', code);
    for (const coding of codings) if (coding.rating != null || coding.party != null || coding.counterparty != null) checkJudgement(project, coding.code, coding);
    return addCodings(project, codings.map((coding) => ({ ...coding, coder: coders.get(coding.coder)! })));
  },
  about: (_project, _input, { added }) => ({ count: added }),
  remember: ({ codings }) => ({ codings: codings.length }),
});

const columns = {
  document: ['document', 'file', 'file name', 'filename', 'transcript', 'source', '文档', '文件', '文件名'],
  quote: ['quote', 'quotation', 'text', 'excerpt', 'passage', '引文', '片段', '原文'],
  start: ['start', '起点'], end: ['end', '终点'],
  code: ['code', 'code path', 'path', '编码', '编码路径'],
  coder: ['coder', '编码员'], facet: ['facet', '分面'], rating: ['rating', '评分'], memo: ['memo', 'note', '备忘'],
  party: ['party', '一方'], counterparty: ['counterparty', '另一方'],
} satisfies Record<string, readonly string[]>;
export const facetWords: ReadonlyMap<string, Facet> = new Map([...facets.map((facet) => [facet, facet] as const), ['利益相关者', 'stakeholder'], ['维度', 'dimension'], ['冲突', 'conflict'], ['主题', 'theme']]);

/** Finds documents by title, or by the file they came from with or without its extension. */
function documentFinder(project: Reader): (name: string) => { id: number; text: string } {
  const names = new Map<string, number>();
  const list = project.query<{ id: number; name: string; source: string }>('SELECT id, name, source FROM documents');
  for (const { id, source } of list) { names.set(nameKey(source.replace(/\.[^.]*$/, '')), id); names.set(nameKey(source), id); }
  for (const { id, name } of list) names.set(nameKey(name), id);
  const texts = new Map<number, string>();
  return (name) => {
    const id = names.get(nameKey(name)) ?? names.get(nameKey(name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')));
    if (id === undefined || name === '') throw new Problem('no-such-document', { document: name });
    if (!texts.has(id)) texts.set(id, project.get('documents', id).text);
    return { id, text: texts.get(id)! };
  };
}

function spanOf(text: string, cell: (column: keyof typeof columns) => string): Span & { places: number } {
  if (cell('start') !== '' && cell('end') !== '') {
    const [start, end] = [Number(cell('start')), Number(cell('end'))];
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > text.length || splitsPair(text, start) || splitsPair(text, end)) throw new Problem('span-outside');
    if (cell('quote') !== '' && findQuote(text.slice(start, end), cell('quote')) === null) throw new Problem('text-has-changed');
    return { start, end, places: 1 };
  }
  const found = findQuote(text, cell('quote'));
  if (!found) throw new Problem('quote-not-found');
  return found;
}

export interface RefusedRow { readonly row: number; readonly problem: ProblemRecord }

export const importCodings = command({
  /**
   * Takes codings in from a sheet: document, quote or start and end (UTF-16 units), code as a path, coder; optionally facet,
   * rating, memo, party, counterparty. A missing code is made. All rows or none: those that cannot be placed are named.
   */
  input: z.strictObject({ handle: z.string() }),
  async prepare({ handle }, preparation) {
    const file = await preparation.file(handle);
    return { file, sheet: await readSheet(file, {}) };
  },
  run(project, _input, { file, sheet }: { file: IncomingFile; sheet: Sheet }) {
    const find = columnFinder(file.name, sheet);
    const at = Object.fromEntries(Object.entries(columns).map(([name, names]) => [name, find.find(names)])) as Record<keyof typeof columns, number>;
    find.need(columns.document);
    find.need(columns.code);
    if (at.start < 0 || at.end < 0) find.need(columns.quote);
    const documents = documentFinder(project);
    const refused: RefusedRow[] = [];
    const several: number[] = [];
    const codes = project.query<{ n: number }>('SELECT count(*) AS n FROM codes')[0]!.n;
    const ready: ReadyCoding[] = [];
    const cells = sheet.rows.map((row) => (column: keyof typeof columns) => (at[column] < 0 ? '' : (row[at[column]] ?? '').trim()));
    const said = facetsSaid(cells);
    cells.forEach((cell, index) => {
      if (sheet.rows[index]!.every((value) => value.trim() === '')) return;
      try {
        const document = documents(cell('document'));
        const span = spanOf(document.text, cell);
        if (span.places > 1) several.push(sheet.firstRow + index);
        ready.push({ document: document.id, start: span.start, end: span.end, ...judgementOf(project, cell, said), memo: cell('memo') });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push({ row: sheet.firstRow + index, problem: problemRecord(error) });
      }
    });
    if (refused.length > 0) throw refusal(file.name, ready.length + refused.length, refused);
    const { added, known } = addCodings(project, ready);
    return { added, known, newCodes: project.query<{ n: number }>('SELECT count(*) AS n FROM codes')[0]!.n - codes, /** Rows whose quotation stands in several places; the first was taken. */ several };
  },
  about: (_project, _input, { added }) => ({ count: added }),
  remember: () => ({}),
});

/** One Problem for all refused rows: how many, which, and why the first of them. */
export function refusal(file: string, rows: number, refused: readonly RefusedRow[]): Problem {
  const [{ row, problem }] = refused as [RefusedRow];
  return new Problem('rows-refused', { ...problem.values, file, rows, refused: refused.length, row, reason: problem.problem, list: refused.slice(0, 20).map((each) => each.row).join(', ') + (refused.length > 20 ? ' …' : '') });
}

/** The facet of each new code that the sheet does not give one: what is rated is a dimension, what has parties a conflict. */
function facetsSaid(cells: readonly ((column: keyof typeof columns) => string)[]): ReadonlyMap<string, Facet> {
  const said = new Map<string, Facet>();
  for (const cell of cells) {
    const path = nameKey(cell('code'));
    if (cell('rating') !== '') said.set(path, 'dimension');
    else if (cell('party') !== '' || cell('counterparty') !== '') said.set(path, 'conflict');
  }
  return said;
}

function judgementOf(project: Writer, cell: (column: keyof typeof columns) => string, said: ReadonlyMap<string, Facet>): Pick<ReadyCoding, 'code' | 'coder' | 'rating' | 'party' | 'counterparty'> {
  const path = parsePath(cell('code'));
  if (path.length === 0) throw new Problem('no-such-code', { code: '' });
  const facet = cell('facet') === '' ? null : facetWords.get(nameKey(cell('facet')));
  if (facet === undefined) throw new Problem('no-such-facet', { facet: cell('facet') });
  const party = (side: 'party' | 'counterparty') => (cell(side) === '' ? null : codeAtPath(project, parsePath(cell(side)), 'stakeholder'));
  const rating = cell('rating') === '' ? null : Number(cell('rating').replace('−', '-'));
  if (rating !== null && !Number.isInteger(rating)) throw new Problem('rating-not-whole', { rating: cell('rating') });
  const code = findCode(project, path, facet) ?? codeAtPath(project, path, facet ?? said.get(nameKey(cell('code'))) ?? null);
  const judged = { rating, party: party('party'), counterparty: party('counterparty') };
  checkJudgement(project, code, judged);
  return { code, coder: project.coder(cell('coder') === '' ? undefined : cell('coder')), ...judged };
}
