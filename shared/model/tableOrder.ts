import { baseOf, cellAt, splitsOf, type Showing, type Table, type TableLine } from './table.ts';
import type { TableSort } from './tableAsked.ts';
import { groupKey, shownDifference } from './tableDifference.ts';

const order = new Intl.Collator('zh', { numeric: true });
const sameKey = (one: TableLine['key'], other: TableLine['key']): boolean => one.length === other.length && one.every((part, index) => part === other[index]);
export const lineWithKey = (lines: readonly TableLine[], key: TableLine['key']): number => lines.findIndex((line) => sameKey(line.key, key));

/** What lines are compared by: a share where there is one, else the number; what nobody could say comes last. */
function valueAt(table: Table, row: number, column: number): number {
  const value = cellAt(table, row, column);
  const base = baseOf(table, row, column);
  return value === null ? -1 : base ? value / base : value;
}
/** The order of the rows by a difference, those without one last. */
function byDifference(table: Table, key: TableLine['key'], show: Showing): number[] {
  const group = Array.from({ length: table.columns.length / splitsOf(table) + 1 }, (_, each) => each).find((each) => sameKey(groupKey(table, each), key));
  const worth = table.rows.map((_, row) => (group === undefined ? null : shownDifference(table, row, group, show)?.value ?? null));
  return [...table.rows.keys()].toSorted((a, b) => (worth[a] === null || worth[b] === null ? Number(worth[a] === null) - Number(worth[b] === null) : worth[b]! - worth[a]!) || a - b);
}
/** The table with its rows in another order; rows that are equal in it stay as they were. A column that is not there changes nothing. */
export function sortTable(table: Table, sort: TableSort, show: Showing = 'n'): Table {
  if (sort === 'order') return table;
  const rows = table.rows.map((_, row) => row);
  if (sort === 'name') return withRows(table, rows.toSorted((a, b) => order.compare(table.rows[a]!.labels.join('\n'), table.rows[b]!.labels.join('\n')) || a - b));
  if (typeof sort === 'object' && 'difference' in sort) return withRows(table, byDifference(table, sort.difference, show));
  const column = sort === 'total' ? table.columns.length : lineWithKey(table.columns, sort.column);
  const places = sort === 'total' ? Array.from({ length: splitsOf(table) }, (_, split) => column + split) : [column];
  const worth = rows.map((row) => (column < 0 ? 0 : places.reduce((sum, place) => sum + Math.max(0, valueAt(table, row, place)), 0)));
  return withRows(table, rows.toSorted((a, b) => worth[b]! - worth[a]! || a - b));
}
function withRows(table: Table, rows: readonly number[]): Table {
  const pick = <T>(all: readonly T[]): T[] => rows.map((row) => all[row]!);
  return { ...table, rows: pick(table.rows), cells: pick(table.cells), totals: { ...table.totals, ofRows: pick(table.totals.ofRows) }, differences: table.differences && pick(table.differences) };
}

/** The rank of each row in a column, 1 for the highest; those that are equal share one (1, 2, 2, 4). Null where there is nothing. */
export function ranksIn(table: Table, column: number): (number | null)[] {
  const values = table.rows.map((_, row) => cellAt(table, row, column) ?? 0);
  return values.map((value) => (value > 0 ? values.filter((other) => other > value).length + 1 : null));
}
/** The `most` highest rows of a column, and all that share the last place; none where a column has no more rows than that. */
export function topOf(table: Table, column: number, most = 5): ReadonlySet<number> {
  if (table.rows.length <= most) return new Set();
  return new Set(ranksIn(table, column).flatMap((rank, row) => (rank !== null && rank <= most ? [row] : [])));
}
