import { isOfCodes, baseOf, cellAt, wholeOf, type Showing, type Table } from '../../shared/model/table.ts';
import { axisName, lineName } from '../../shared/words/sayTable.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Cell } from './sheet.ts';

/**
 * A table as rows of a sheet: a header, a row with n, a row a line. An empty cell means that nobody of that group was interviewed. Where
 * a share is shown, each column has a second: the share, to one decimal.
 */
export function tableRows(table: Table, words: Words, show: Showing): Cell[][] {
  const { say } = words;
  const ofCodes = isOfCodes(table.rowAxis);
  const columns = table.columns.map((_, column) => column);
  const shares = table.rows.length > 0 && columns.some((column) => table.rows.some((_, row) => wholeOf(table, row, column, show) !== null));
  const labels = table.columns.map((column) => lineName(column, words));
  const paired = <T extends Cell>(cells: readonly T[], second: (index: number) => Cell): Cell[] => cells.flatMap((cell, index) => (shares ? [cell, second(index)] : [cell]));
  const share = (row: number, column: number): number | null => {
    const [value, whole] = [cellAt(table, row, column), wholeOf(table, row, column, show)];
    return value === null || !whole ? null : Math.round((value / whole) * 1000) / 10;
  };
  const groupsInRows = !ofCodes && isOfCodes(table.columnAxis);
  const single = table.rowAxis.length === 1;
  const head = single && ofCodes ? [say('excerpt.code'), say('excerpt.facet')] : [...table.rowAxis.map((part) => axisName([part], words)), ...(groupsInRows ? ['n'] : [])];
  const lead = (row: Table['rows'][number]): Cell[] => (single && ofCodes ? [row.codes[0]!.path, say(`facet.${row.codes[0]!.facet}`)]
    : [...row.key.map((key, index) => (key === null ? say('by.noValue') : ofCodes ? row.codes[index]!.path : row.labels[index]!)), ...(groupsInRows ? [table.count === 'documents' ? row.documents : row.n] : [])]);
  const n = (column: number) => (shares && show === 'n' ? baseOf(table, table.rows.length, column) : table.columns[column]!.n);
  return [
    [...head, ...paired(labels, (index) => `${labels[index]} %`)],
    ['n', ...head.slice(1).map(() => ''), ...paired(columns.map(n), () => null)],
    ...table.rows.map((row, index): Cell[] => [...lead(row), ...paired(table.cells[index]!, (column) => share(index, column))]),
  ];
}
