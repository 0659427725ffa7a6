import type { Exhibit, ExhibitCell, ExhibitColumn } from '../../../shared/model/exhibit.ts';
import { cellAt, isOfCodes, sizeOf, smallestShare, splitsOf, wholeOf, type Table, type TableLine } from '../../../shared/model/table.ts';
import { shownDifference } from '../../../shared/model/tableDifference.ts';
import { tableAsked, type TableAsked } from '../../../shared/model/tableAsked.ts';
import { differenceTold, intervalText } from '../../../shared/words/sayDifference.ts';
import { axisName, groupName, lineName, tableSubtitle, tableTitle } from '../../../shared/words/sayTable.ts';
import { sayTests, testsOf } from '../../../shared/words/sayTests.ts';
import type { Words } from '../../../shared/words/index.ts';
import { tableSheet } from '../../formats/tableSheet.ts';
import { attributesInOrder } from '../attributes.ts';
import { exhibitKind, type Wanted } from '../exhibit.ts';
import { oneSided } from '../oneSided.ts';
import type { Reader } from '../operation.ts';
import { quotationsOf, spread } from '../quoting.ts';
import { makeTable } from '../table.ts';
import { askedLines, countedOf } from '../tableAskedLines.ts';
import { voicesOf } from '../tableVoices.ts';

/** Rows by columns, whatever they are, with shares where they say something. */
export const tableExhibit = exhibitKind({
  id: 'table',
  input: tableAsked,
  names: { rows: 'rows', columns: 'columns', split: 'groups', 'filter.saved': 'savedQuery', 'filter.query': 'query' },
  values(asked, renamed) {
    const sort = asked['sort'];
    if (typeof sort !== 'object' || sort === null) return asked;
    const columns = [asked['columns'], asked['split']].flat();
    const inKey = (given: unknown) => (Array.isArray(given) ? given.map((value, index) => renamed(columns[index], value)) : given);
    return { ...asked, sort: Object.fromEntries(Object.entries(sort).map(([by, given]) => [by, inKey(given)])) };
  },
  usual(project) {
    const attribute = attributesInOrder(project).find(({ of, kind }) => of === 'participants' && kind === 'choice');
    return { columns: attribute ? `participants:${attribute.name}` : 'document', count: 'participants' as const, ...(project.all('codes', { facet: 'dimension' }).length > 0 ? { rows: 'facet:dimension' } : {}) };
  },
  make: (project, asked, words, wanted): Exhibit => {
    const { say } = words;
    const table = makeTable(project, asked);
    const { show } = asked;
    // A column has shares where some of its cells do.
    const shared = table.columns.map((_, column) => table.rows.some((_row, row) => (wholeOf(table, row, column, show) ?? 0) >= (show === 'n' ? smallestShare : 1)));
    const isSmall = table.columns.some((_, column) => table.rows.some((_row, row) => show === 'n' && between(wholeOf(table, row, column, show))));
    const shares = shared.includes(true);
    const labels = table.columns.map((column) => lineName(column, words));
    const compared = comparedColumns(table, show, words);
    const offer = testsOf(words, table, asked.correction);
    const behind = voices(project, table, asked, wanted);
    const ofCodes = isOfCodes(table.rowAxis) && table.rowAxis.length === 1;
    return {
      title: tableTitle(table, words),
      subtitle: tableSubtitle(table, asked.speakers, words),
      corner: ofCodes ? say('excerpt.code') : axisName(table.rowAxis, words),
      columns: table.columns.flatMap((line, column): ExhibitColumn[] => [
        { over: shares ? labels[column]! : '', label: shares ? say(`count.${table.count}`) : labels[column]!, n: (show === 'n' ? wholeOf(table, table.rows.length, column, show) : null) ?? sizeOf(table, line) }, ...(shared[column] ? [{ over: labels[column]!, label: '%', n: null }] : []),
      ]).concat(compared.map(({ over, label, n }) => ({ over, label, n }))),
      rows: table.rows.map((line, row) => ({
        label: lineName(line, words), depth: ofCodes ? line.codes[0]!.depth : 0, facet: ofCodes ? line.codes[0]!.facet : null,
        cells: table.cells[row]!.flatMap((cell, column): ExhibitCell[] => [cell, ...(shared[column] ? [shareAt(table, row, column, show)] : [])]).concat(compared.map(({ at }) => at(row))),
      })),
      notes: [...(shares ? [say(legends[show])] : []), ...(shares && isSmall ? [say('exhibit.smallBase', { n: smallestShare })] : []), ...(table.count === 'duration' && !table.timed ? [say('tables.untimed')] : []), ...(table.differences ? [say('tables.differenceLegend', { first: lineName(table.totals.columns[0]!, words), second: lineName(table.totals.columns[1]!, words) })] : []), ...behind.warnings(labels, words), ...behind.cut(words), ...(offer?.fits ? sayTests(words, offer) : [])],
      quotations: behind.quotations(labels, words),
      asked: askedLines(project, table, asked, words),
      n: countedOf(table, words),
      sheet: tableSheet(table, words, show),
      drawn: { columns: shares ? drawnShares(shared) : table.columns.map((_, column) => column), percent: shares, ...(shares ? { tooFew: labels.filter((_, column) => !shared[column]) } : {}) },
    };
  },
});
/** Where groups are compared: all columns together, and of each group the difference with its interval, or why there is none. */
function comparedColumns(table: Table, show: TableAsked['show'], words: Words): (ExhibitColumn & { at(row: number): ExhibitCell })[] {
  const { say } = words;
  if (!table.differences) return [];
  const splits = splitsOf(table);
  const all = table.totals.columns.map((line, split) => ({ over: say('tables.allTogether'), label: lineName(line, words), n: sizeOf(table, line), at: (row: number) => cellAt(table, row, table.columns.length + split) }));
  return [...all, ...Array.from({ length: table.columns.length / splits + 1 }, (_, group) => {
    const over = `${say('tables.difference')}: ${groupName(table, group, words)}`;
    const of = (row: number) => shownDifference(table, row, group, show)!;
    const isOfShares = table.rows.some((_row, row) => of(row).of === 'shares');
    const value = (row: number) => { const { of: what, value: difference } = of(row); return difference === null || what === 'numbers' ? difference : Math.round(difference * 1000) / 10; };
    const hasInterval = table.rows.some((_row, row) => of(row).low !== null);
    return [
      { over, label: isOfShares ? say('tables.pointsUnit') : say(`count.${table.count}`), n: null, at: (row: number) => value(row) ?? differenceTold(table, row, group, show, words) },
      ...(hasInterval ? [{ over, label: '95 %', n: null, at: (row: number) => intervalText(of(row), words) }] : []),
    ];
  }).flat()];
}
const legends = { n: 'tables.percentLegend', row: 'tables.rowLegend', column: 'tables.columnLegend', number: 'tables.percentLegend' } as const;
const between = (n: number | null): boolean => n !== null && n > 0 && n < smallestShare;
function shareAt(table: Table, row: number, column: number, show: TableAsked['show']): number | null {
  const [value, whole] = [table.cells[row]![column]!, wholeOf(table, row, column, show)];
  return value === null || !whole ? null : Math.round((value / whole) * 1000) / 10;
}

/** Where the shares stand among the columns. */
function drawnShares(shared: readonly boolean[]): number[] {
  let at = 0;
  return shared.flatMap((each) => (each ? [(at += 2) - 1] : (at++, [])));
}

const mostQuotations = 300;
/** Who speaks in each cell's passages, and some of their words. */
function voices(project: Reader, table: Table, asked: TableAsked, { quotations: each }: Wanted) {
  const { counted, cells } = voicesOf(project, asked);
  // Rows may have been put in another order since.
  const rowNames = new Map(table.rows.map((row) => [row.key.join('\n'), row]));
  const rowAt = (row: number): TableLine => rowNames.get(counted.rows[row]!.map((group, part) => counted.rowParts[part]!.groups[group]!.key).join('\n'))!;
  const inOrder = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const chosen = each === 0 ? [] : inOrder.map(({ row, column, passages }) => ({ row, column, codings: spread([...passages.values()].map(({ coding, speakers }) => ({ coding, by: speakers[0] ?? 0 })), each) }));
  let left = mostQuotations;
  const kept = chosen.map((cell) => ({ ...cell, codings: cell.codings.slice(0, Math.max(0, left)), lost: Math.max(0, cell.codings.length - Math.max(0, left)), left: (left -= cell.codings.length) }));
  const lost = kept.reduce((sum, cell) => sum + cell.lost, 0);
  const nameOf = (labels: readonly string[], row: number, column: number, words: Words) => `${lineName(rowAt(row), words, true)}, ${labels[column]!}`;
  const isByPerson = [...table.rowAxis, ...table.columnAxis].some(({ kind }) => kind === 'participant');
  return {
    // Of a group or document with one person in it all is that person's.
    warnings: (labels: readonly string[], words: Words): string[] => (isByPerson ? [] : oneSided(inOrder.filter(({ column }) => table.columns[column]!.n > 1)
      .map(({ row, column, passages }) => ({ of: nameOf(labels, row, column, words), speakers: [...passages.values()].map(({ speakers }) => speakers) })), (participant) => project.find('participants', participant)?.name ?? '', words)),
    quotations: (labels: readonly string[], words: Words) => quotationsOf(project, kept.flatMap(({ row, column, codings }) => codings.map((coding) => ({ of: nameOf(labels, row, column, words), coding })))),
    cut: ({ say }: Words): string[] => (lost === 0 ? [] : [say('exhibit.quotationsCut', { shown: mostQuotations, count: lost })]),
  };
}
