import { cellAt, splitsOf, wholeOf, type DifferenceReason, type Showing, type Table, type TableLine } from './table.ts';

/** A difference as its table shows numbers: of shares of n (`low` and `high` are their interval), of shares of row or column, or of numbers. All shares are 0…1. `nothing`: nothing is counted in the row or column that it would be a share of. */
export interface ShownDifference { readonly of: 'shares' | 'numbers'; readonly value: number | null; readonly low: number | null; readonly high: number | null; readonly reason: DifferenceReason | 'nothing' | null }

/** The difference of a row in a group of columns; both may be one behind the last for all together. Null where groups are not compared. */
export function shownDifference(table: Table, row: number, group: number, show: Showing): ShownDifference | null {
  const found = (row < table.rows.length ? table.differences?.[row] : table.totals.differences)?.[group];
  if (!found) return null;
  const { of, difference: value, low, high, reason } = found;
  if (show === 'n' || value === null) return { of, value, low, high, reason };
  const column = group * splitsOf(table);
  const [first, second] = [column, column + 1].map((at) => ({ k: cellAt(table, row, at)!, whole: wholeOf(table, row, at, show) }));
  if (show === 'number') return { of: 'numbers', value: first!.k - second!.k, low: null, high: null, reason: null };
  return { of: 'shares', value: first!.whole && second!.whole ? first!.k / first!.whole - second!.k / second!.whole : null, low: null, high: null, reason: first!.whole && second!.whole ? null : 'nothing' };
}
/** Whether its interval leaves out zero. */
export const isClear = ({ low, high }: Pick<ShownDifference, 'low' | 'high'>): boolean => low !== null && high !== null && (low > 0 || high < 0);

/** What stands beside each other in a table that is shown or written: cells by their column (behind the last: all together), with the difference of each group behind its cells. */
export type ShownColumn = { readonly kind: 'cell'; readonly column: number } | { readonly kind: 'difference'; readonly group: number };
export function shownColumns(table: Table): ShownColumn[] {
  const splits = splitsOf(table);
  return Array.from({ length: table.columns.length / splits + 1 }, (_, group) => [
    ...Array.from({ length: splits }, (_each, split): ShownColumn => ({ kind: 'cell', column: group * splits + split })),
    ...(table.differences ? [{ kind: 'difference', group } as const] : []),
  ]).flat();
}
/** The key of a group of columns: without the split; [] for all of them together. */
export const groupKey = (table: Table, group: number): TableLine['key'] => table.columns[group * splitsOf(table)]?.key.slice(0, table.columnAxis.length) ?? [];
