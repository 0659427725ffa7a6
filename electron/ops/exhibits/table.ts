import { z } from 'zod';
import type { Exhibit, ExhibitColumn } from '../../../shared/model/exhibit.ts';
import { facets } from '../../../shared/model/schema.ts';
import { baseOf, counts, smallestShare, type Table } from '../../../shared/model/table.ts';
import type { Words } from '../../../shared/words/index.ts';
import { attributesInOrder } from '../attributes.ts';
import { exhibitKind, type Wanted } from '../exhibit.ts';
import { facts, speakersOf } from '../facts.ts';
import { asked as askedTable, eachInCells, frequencyTable, rowsOf } from '../frequency.ts';
import { groupingBy } from '../groups.ts';
import { oneSided } from '../oneSided.ts';
import type { Reader } from '../operation.ts';
import { quotationsOf, spread } from '../quoting.ts';

const input = z.strictObject({ ...askedTable, count: z.enum(counts).default('codings') });
type Asked = z.output<typeof input>;

/** How often each code occurs in each group, with its share of n where n says something. */
export const tableExhibit = exhibitKind({
  id: 'table',
  input,
  usual(project) {
    const attribute = attributesInOrder(project).find(({ of, kind }) => of === 'participants' && kind === 'choice');
    return { by: attribute ? `participants:${attribute.name}` : 'document', count: 'participants' as const, ...(project.all('codes', { facet: 'dimension' }).length > 0 ? { rows: 'facet:dimension' } : {}) };
  },
  make: (project, asked, words, wanted): Exhibit => {
    const { say } = words;
    const table = frequencyTable.run(project, asked, undefined) as Table;
    const bases = table.columns.map((column) => baseOf(table.count, column));
    const shared = (column: number): boolean => (bases[column] ?? 0) >= smallestShare;
    const shares = table.columns.some((_, column) => shared(column));
    const labels = table.columns.map((column) => (column.key === null ? say('by.noValue') : column.label));
    const behind = voices(project, asked, wanted);
    const { shown, by } = titles(table, asked, words);
    return {
      title: say('tables.title', { rows: shown, by }),
      subtitle: say('tables.subtitle', { what: say(`tables.counted.${table.count}`), people: say('tables.people', { count: table.n }), speakers: say(asked.speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers') }),
      corner: say('excerpt.code'),
      columns: table.columns.flatMap(({ n }, column): ExhibitColumn[] => [
        { over: shares ? labels[column]! : '', label: shares ? say(`count.${table.count}`) : labels[column]!, n: bases[column] ?? n }, ...(shared(column) ? [{ over: labels[column]!, label: '%', n: null }] : []),
      ]),
      rows: table.rows.map(({ name, depth, facet }, row) => ({ label: name, depth, facet, cells: table.cells[row]!.flatMap((cell, column) => [cell, ...(shared(column) ? [cell === null ? null : Math.round((cell / bases[column]!) * 1000) / 10] : [])]) })),
      notes: [...(shares ? [say('tables.percentLegend')] : []), ...(shares && bases.some((base) => base !== null && base > 0 && base < smallestShare) ? [say('exhibit.smallBase', { n: smallestShare })] : []), ...behind.warnings(table, labels, words), ...behind.cut(words)],
      quotations: behind.quotations(table, labels),
      asked: [
        [say('stamp.table'), say('tables.title', { rows: shown, by })], [say('tables.count'), say(`tables.counted.${table.count}`)],
        [say('tables.speakers'), say(asked.speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers')], ...(asked.subcodes ? [[say('tables.rows'), say('tables.subcodes')] as const] : []),
        ...(asked.coder === undefined ? [] : [[say('excerpt.coder'), project.find('coders', asked.coder)?.name ?? ''] as const]),
      ],
      n: say('stamp.counted', { people: say('stamp.people', { count: table.n }), documents: say('search.inDocuments', { count: project.one<{ n: number }>('SELECT count(*) AS n FROM documents')!.n }) }),
      drawn: { columns: shares ? drawnShares(table, shared) : table.columns.map((_, column) => column), percent: shares },
    };
  },
});

/** Where the shares stand among the columns. */
function drawnShares({ columns }: Table, shared: (column: number) => boolean): number[] {
  let at = 0;
  return columns.flatMap((_, column) => (shared(column) ? [(at += 2) - 1] : (at++, [])));
}
function titles(table: Table, { rows }: Asked, { say }: Words): { shown: string; by: string } {
  const facet = facets.find((each) => rows === `facet:${each}`);
  const column = (['document', 'participant', 'coder'] as const).find((each) => each === table.by);
  return { shown: rows === undefined || rows === '' ? say('tables.allCodes') : facet ? say(`facet.${facet}`) : rows.replace(/^set:/, ''), by: column ? say(`by.${column}`) : table.by };
}

const mostQuotations = 300;
/** Who speaks in each cell's passages, and some of their words. */
function voices(project: Reader, { by, rows: wantedRows, speakers, ...counted }: Asked, { quotations: each }: Wanted) {
  const all = facts(project);
  const rows = rowsOf(project, wantedRows);
  const grouping = groupingBy(project, by, speakers);
  const cells = new Map<string, { row: number; group: number; passages: Map<number, number> }>();
  eachInCells(project, grouping, rows, counted, (coding, passage, row, group) => {
    const key = `${row}/${group}`;
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { row, group, passages: new Map() }));
    if (!cell.passages.has(passage)) cell.passages.set(passage, all.codings.id[coding]!);
  });
  const { document, start, end } = all.passages;
  // As they stand in the texts, not as they were coded: an undone step leaves a report as it was.
  const inText = ([a]: [number, number], [b]: [number, number]) => document[a]! - document[b]! || start[a]! - start[b]! || end[a]! - end[b]!;
  const inOrder = [...cells.values()].toSorted((a, b) => a.row - b.row || a.group - b.group).map((cell) => ({ ...cell, passages: new Map([...cell.passages].toSorted(inText)) }));
  const speaking = (passage: number, group: number) => grouping.speakersIn(group, grouping.counted(speakersOf(all, passage)) ?? []);
  const chosen = each === 0 ? [] : inOrder.map(({ row, group, passages }) => ({ row, group, codings: spread([...passages].map(([passage, coding]) => ({ coding, by: speaking(passage, group)[0] ?? 0 })), each) }));
  let left = mostQuotations;
  const kept = chosen.map((cell) => ({ ...cell, codings: cell.codings.slice(0, Math.max(0, left)), lost: Math.max(0, cell.codings.length - Math.max(0, left)), left: (left -= cell.codings.length) }));
  const lost = kept.reduce((sum, cell) => sum + cell.lost, 0);
  const nameOf = (table: Table, labels: readonly string[], row: number, group: number) => `${table.rows[row]!.path}, ${labels[group]!}`;
  return {
    warnings: (table: Table, labels: readonly string[], words: Words): string[] => (grouping.decides === 'speakers' && by === 'participant' ? [] : oneSided(inOrder
      // Of a group or document with one person in it all is that person's.
      .filter(({ group }) => grouping.groups[group]!.people.size > 1)
      .map(({ row, group, passages }) => ({ of: nameOf(table, labels, row, group), speakers: [...passages.keys()].map((passage) => speaking(passage, group)) })), (participant) => project.find('participants', participant)?.name ?? '', words)),
    quotations: (table: Table, labels: readonly string[]) => quotationsOf(project, kept.flatMap(({ row, group, codings }) => codings.map((coding) => ({ of: nameOf(table, labels, row, group), coding })))),
    cut: ({ say }: Words): string[] => (lost === 0 ? [] : [say('exhibit.quotationsCut', { shown: mostQuotations, count: lost })]),
  };
}
