import { baseOf, type Table } from '../../shared/model/table.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Cell } from './sheet.ts';

/**
 * A frequency table as rows of a sheet: a header, a row with n, a row a code. An empty cell means that nobody of that group
 * was interviewed. With `percent` each group has a second column: the share of its n, to one decimal.
 */
export function tableRows(table: Table, { say }: Words, percent: boolean): Cell[][] {
  const shares = percent && table.columns.some((column) => baseOf(table.count, column) !== null);
  const labels = table.columns.map((column) => (column.key === null ? say('by.noValue') : column.label));
  const paired = <T extends Cell>(cells: readonly T[], second: (index: number) => Cell): Cell[] => cells.flatMap((cell, index) => (shares ? [cell, second(index)] : [cell]));
  const share = (cell: number | null, column: number): number | null => {
    const base = baseOf(table.count, table.columns[column]!);
    return cell === null || base === null || base === 0 ? null : Math.round((cell / base) * 1000) / 10;
  };
  return [
    [say('excerpt.code'), say('excerpt.facet'), ...paired(labels, (index) => `${labels[index]} %`)],
    ['n', '', ...paired(table.columns.map((column) => (shares ? baseOf(table.count, column) : column.n)), () => null)],
    ...table.rows.map((row, index): Cell[] => [row.path, say(`facet.${row.facet}`), ...paired(table.cells[index]!, (column) => share(table.cells[index]![column]!, column))]),
  ];
}
