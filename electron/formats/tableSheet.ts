import { isOfCodes, baseOf, cellAt, sizeOf, splitsOf, wholeOf, type Showing, type Table, type TableLine } from '../../shared/model/table.ts';
import { shownColumns, shownDifference } from '../../shared/model/tableDifference.ts';
import { differenceTold } from '../../shared/words/sayDifference.ts';
import { axisName, groupName, lineName } from '../../shared/words/sayTable.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Cell } from './sheet.ts';

/** A column of the sheet: its heading, its n, and its cell in a row (behind the last: all together). */
interface SheetColumn { readonly head: string; readonly n: Cell; readonly isTotal: boolean; at(row: number): Cell }
const tenths = (share: number | null): number | null => (share === null ? null : Math.round(share * 1000) / 10);

/** All together under its own name, which marks it as a total: no group or code is read for it. */
const totalName = (line: TableLine | null, words: Words): string => [words.say('tables.totalLabel'), ...(line && line.key.length > 0 ? [lineName(line, words)] : [])].join(' \u00b7 ');

function countColumns(table: Table, column: number, words: Words, show: Showing, shares: boolean): SheetColumn[] {
  const isTotal = column >= table.columns.length;
  const line = isTotal ? table.totals.columns[column - table.columns.length]! : table.columns[column]!;
  const head = isTotal ? totalName(line, words) : lineName(line, words);
  const n = (shares && show === 'n' ? baseOf(table, table.rows.length, column) : null) ?? sizeOf(table, line);
  const share = (row: number) => { const [value, whole] = [cellAt(table, row, column), wholeOf(table, row, column, show)]; return value === null || !whole ? null : tenths(value / whole); };
  return [{ head, n, isTotal, at: (row) => cellAt(table, row, column) }, ...(shares ? [{ head: `${head} %`, n: null, isTotal, at: share }] : [])];
}
/** The difference of a group's columns, with its interval where any row has one, and why there is none where there is none. */
function differenceColumns(table: Table, group: number, words: Words, show: Showing): SheetColumn[] {
  const { say } = words;
  const isTotal = group * splitsOf(table) >= table.columns.length;
  const over = isTotal ? totalName(null, words) : groupName(table, group, words);
  const every = Array.from({ length: table.rows.length + 1 }, (_, row) => shownDifference(table, row, group, show)!);
  const isOfShares = every.some(({ of }) => of === 'shares');
  const name = `${over}: ${say('tables.difference')}${isOfShares ? ` (${say('tables.pointsUnit')})` : ''}`;
  const inPoints = (value: number | null, of: 'shares' | 'numbers') => (of === 'shares' ? tenths(value) : value);
  const column = (head: string, at: SheetColumn['at']): SheetColumn => ({ head, n: null, isTotal, at });
  return [
    column(name, (row) => inPoints(every[row]!.value, every[row]!.of)),
    ...(every.some(({ low }) => low !== null) ? [column(`${name} 95 % ${say('tables.low')}`, (row) => tenths(every[row]!.low)), column(`${name} 95 % ${say('tables.high')}`, (row) => tenths(every[row]!.high))] : []),
    ...(every.some(({ value }) => value === null) ? [column(`${over}: ${say('tables.whyNoDifference')}`, (row) => (every[row]!.value === null ? differenceTold(table, row, group, show, words) : ''))] : []),
  ];
}

export interface SheetOfTable { readonly rows: Cell[][]; /** Which of the rows and columns are of all together. */ readonly totals: { readonly rows: readonly number[]; readonly columns: readonly number[] } }
/**
 * A table as rows of a sheet, as on the screen: a header, a row with n, a row a line, and all together in the last row and columns. An empty
 * cell means that nobody of that group was interviewed. Where a share is shown, each column has a second: the share, to one decimal; where
 * groups are compared, their difference follows.
 */
export function tableSheet(table: Table, words: Words, show: Showing): SheetOfTable {
  const { say } = words;
  const ofCodes = isOfCodes(table.rowAxis);
  const shares = table.rows.length > 0 && table.columns.some((_, column) => table.rows.some((_row, row) => wholeOf(table, row, column, show) !== null));
  const columns = shownColumns(table).flatMap((place) => (place.kind === 'cell' ? countColumns(table, place.column, words, show, shares) : differenceColumns(table, place.group, words, show)));
  const groupsInRows = !ofCodes && isOfCodes(table.columnAxis);
  const single = table.rowAxis.length === 1;
  const head = single && ofCodes ? [say('excerpt.code'), say('excerpt.facet')] : [...table.rowAxis.map((part) => axisName([part], words)), ...(groupsInRows ? ['n'] : [])];
  const lead = (row: Table['rows'][number]): Cell[] => (single && ofCodes ? [row.codes[0]!.path, say(`facet.${row.codes[0]!.facet}`)]
    : [...row.key.map((key, index) => (key === null ? say('by.noValue') : ofCodes ? row.codes[index]!.path : row.labels[index]!)), ...(groupsInRows ? [sizeOf(table, row)] : [])]);
  const inAll = (): Cell[] => [totalName(null, words), ...head.slice(1).map((_, index) => (groupsInRows && index === head.length - 2 ? sizeOf(table, table) : ''))];
  const rows: Cell[][] = [
    [...head, ...columns.map((column) => column.head)],
    ['n', ...head.slice(1).map(() => ''), ...columns.map(({ n }) => n)],
    ...table.rows.map((row, index): Cell[] => [...lead(row), ...columns.map(({ at }) => at(index))]),
    ...(table.rows.length === 0 ? [] : [[...inAll(), ...columns.map(({ at }) => at(table.rows.length))]]),
  ];
  return { rows, totals: { rows: table.rows.length === 0 ? [] : [rows.length - 1], columns: columns.flatMap(({ isTotal }, index) => (isTotal ? [head.length + index] : [])) } };
}
