import { isOfCodes, type Table, type TableLine } from '../../shared/model/table.ts';
import { tableAsked, type TableAsked } from '../../shared/model/tableAsked.ts';
import { sortTable } from '../../shared/model/tableOrder.ts';
import { differencesOf } from '../../shared/statistics/differences.ts';
import { axesOf, axisOf, groupsOfLine, lineOf, presenceIn, sampleOf, type Axis, type Part, type Sample } from './axis.ts';
import { heardBy, type Heard } from './heard.ts';
import { query, type Reader } from './operation.ts';
import { answerTo } from './query.ts';
import { groundOf, type Ground } from './queryGround.ts';
import { savedQuery } from './savedQueries.ts';
import { counterOf, highestPerson, peopleCounter } from './tableCounts.ts';
import { isTimed } from './tableExtents.ts';
import { codingItems, eachInCells, pairItems, triplesIn, type Among, type Items } from './tableItems.ts';
import { spaceOf, type Space } from './tableSpace.ts';
import { Problem } from '../../shared/model/problem.ts';

/** Everything that a table is counted on: what its cells are, and what comes into them. */
export interface Counted {
  readonly ground: Ground; readonly heard: Heard; readonly space: Space;
  readonly rowParts: readonly Part[]; readonly columnParts: readonly Part[]; readonly split: Part | null;
  /** The groups of each row and of each column, one a part; of a column the split's last. */
  readonly rows: readonly (readonly number[])[]; readonly columns: readonly (readonly number[])[];
  /** With `once`, two codings that lie as asked come as one item. */
  items(once: boolean): Items;
  /** Whether people and documents are counted as they are in the study, coded or not: no codes, no coder and no filter were asked about. */
  readonly ofSample: boolean;
}

/** Cells that a table has at most: a screen shows some hundreds, a spreadsheet some thousands. */
const mostCells = 5_000_000;

function amongOf(project: Reader, { filter, coder }: TableAsked): Among {
  if (!filter) return null;
  return answerTo(project, 'saved' in filter ? savedQuery(project, filter.saved) : filter.query, coder).marks;
}

export function countedOn(project: Reader, asked: TableAsked): Counted {
  const ground = groundOf(project, asked.coder);
  const heard = heardBy(project, asked.speakers);
  const { rows: rowParts, columns: columnParts, split } = axesOf(project, heard, asked);
  const among = amongOf(project, asked);
  const all = [...rowParts, ...columnParts, ...(split ? [split] : [])];
  const columnAxis = axisOf([...columnParts, ...(split ? [split] : [])]);
  const triples = rowParts.filter(({ decides }) => decides === 'code').length > 1 ? triplesIn(ground, heard, rowParts, among) : null;
  const rowAxis: Axis = triples ? { parts: [], size: triples.lines.length, strides: [] } : axisOf(rowParts);
  if (rowAxis.size * columnAxis.size > mostCells) throw new Problem('table-too-large', { lines: rowAxis.size * columnAxis.size, most: mostCells });
  const space = spaceOf(project, heard, rowAxis, columnAxis, split?.groups.length ?? 1);
  const isOfPairs = !triples && [rowParts, columnParts].every((parts) => parts.some(({ decides }) => decides === 'code'));
  const linesOf = (axis: Axis) => Array.from({ length: axis.size }, (_, line) => groupsOfLine(axis, line));
  return {
    ground, heard, space, rowParts, columnParts, split, rows: triples?.lines ?? linesOf(rowAxis), columns: linesOf(columnAxis),
    items: (once) => (triples ? triples.items : isOfPairs ? pairItems(project, ground, heard, space, asked, among, once) : codingItems(ground, space, among)),
    ofSample: among === null && !all.some(({ decides }) => decides === 'code' || decides === 'coder'),
  };
}

/** People and documents of the study by groups alone, whatever of them is coded. */
function countSample(project: Reader, { heard, space, rowParts, columnParts, split }: Counted, count: 'participants' | 'documents'): ArrayLike<number> {
  const { width, height, splits } = space;
  const counter = peopleCounter(width * height, count === 'participants' ? highestPerson(project) : project.one<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM documents')!.id);
  const put = (row: number, column: number, thing: number): void => {
    if (row < 0 || column < 0) return;
    const total = width - splits + (column % splits);
    for (const down of [row, height - 1]) for (const along of [column, total]) counter.meet(down * width + along, thing);
  };
  const both = (one: number, other: number) => (one < 0 || other < 0 ? -1 : one + other);
  const isByPeople = [...rowParts, ...columnParts, ...(split ? [split] : [])].some(({ decides }) => decides === 'people');
  for (const { participant, document } of heard.spoken)
    if (count === 'participants' || isByPeople) put(both(space.rowOf('document', document), space.rowOfPerson(participant)), both(space.columnOf('document', document), space.columnOfPerson(participant)), count === 'participants' ? participant : document);
  if (count === 'documents' && !isByPeople) for (const { id } of project.query<{ id: number }>('SELECT id FROM documents')) put(space.rowOf('document', id), space.columnOf('document', id), id);
  return counter.numbers();
}
function countCells(project: Reader, counted: Counted, { count }: TableAsked): ArrayLike<number> {
  const { ground, space } = counted;
  if (counted.ofSample && (count === 'participants' || count === 'documents')) return countSample(project, counted, count);
  const counter = counterOf(project, ground, count, space.width * space.height);
  eachInCells(ground, space, counted.items(count === 'codings'), counter.visit);
  return counter.numbers();
}

/** Who coded each document. */
function codersByDocument({ documents, first, codings, facts }: Ground): (document: number) => readonly number[] {
  const coders = new Map(documents.map(({ id, from, to }) => {
    const met = new Set<number>();
    for (let at = first[from]!; at < first[to]!; at++) met.add(facts.codings.coder[codings[at]!]!);
    return [id, [...met]] as const;
  }));
  return (document) => coders.get(document) ?? [];
}
export function sampleFor(project: Reader, { heard, ground, rowParts, columnParts, split }: Counted): Sample {
  const isByCoder = [...rowParts, ...columnParts, ...(split ? [split] : [])].some(({ decides }) => decides === 'coder');
  return sampleOf(heard, project.query<{ id: number }>('SELECT id FROM documents').map(({ id }) => id), isByCoder ? codersByDocument(ground) : () => []);
}

export function makeTable(project: Reader, asked: TableAsked): Table {
  const counted = countedOn(project, asked);
  const { space, rowParts, columnParts, split } = counted;
  const numbers = countCells(project, counted, asked);
  const sample = sampleFor(project, counted);
  const splitGroups = split ? split.groups.map((_, group) => [group]) : [[]];
  const ofSplit = split ? [split] : [];
  const totals = splitGroups.map((groups) => lineOf(sample, ofSplit, groups));
  const rows = counted.rows.map((groups) => ({
    ...lineOf(sample, rowParts, groups),
    within: splitGroups.map((group) => { const { n, documents } = lineOf(sample, [...rowParts, ...ofSplit], [...groups, ...group]); return { n, documents }; }),
  }));
  const columns = counted.columns.map((groups) => lineOf(sample, [...columnParts, ...ofSplit], groups));
  const inGroup = presenceIn(sample, rowParts, [...columnParts, ...ofSplit]);
  const inSplit = presenceIn(sample, rowParts, ofSplit);
  const isThere = (row: number, column: number): boolean => row >= rows.length || (column < columns.length ? inGroup(counted.rows[row]!, counted.columns[column]!) : inSplit(counted.rows[row]!, splitGroups[column - columns.length]!));
  const at = (row: number, column: number, ...lines: TableLine[]): number | null => {
    if (lines.some(({ state }) => state !== 'counted') || !isThere(row, column)) return null;
    const value = numbers[row * space.width + column]!;
    return asked.presence ? Math.sign(value) : value;
  };
  const partsOf = (parts: readonly Part[]) => parts.map(({ part }) => part);
  const whole = lineOf(sample, [], []);
  const table: Table = {
    count: asked.count, presence: asked.presence, rowAxis: partsOf(rowParts), columnAxis: partsOf(columnParts), split: split?.part ?? null,
    relation: isOfCodes(partsOf(rowParts)) && isOfCodes(partsOf(columnParts)) ? asked.relation : null,
    rows, columns, cells: rows.map((row, index) => columns.map((column, along) => at(index, along, row, column))),
    totals: {
      columns: totals, ofRows: rows.map((row, index) => totals.map((total, group) => at(index, columns.length + group, row, total))),
      ofColumns: columns.map((column, along) => at(rows.length, along, column)), all: totals.map((total, group) => at(rows.length, columns.length + group, total)),
      differences: null,
    },
    differences: null, n: whole.n, documents: whole.documents, timed: asked.count === 'duration' && isTimed(project),
  };
  const differences = differencesOf(table);
  return sortTable(differences ? { ...table, differences: differences.ofRows, totals: { ...table.totals, differences: differences.all } } : table, asked.sort, asked.show);
}

export const tableMake = query({
  /** A table of rows by columns, whatever they are: see shared/model/table.ts. */
  input: tableAsked,
  run: (project, asked): Table => makeTable(project, asked),
});
