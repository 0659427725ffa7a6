import { baseOf, cellAt, splitsOf, type Difference, type ShareInterval, type Table } from '../model/table.ts';
import { isSharedBetween } from './offerForTable.ts';
import { shareDifference, wilsonInterval } from './proportions.ts';

/** A share of n with Wilson's interval of 95 %. */
export function shareOf(k: number, n: number): ShareInterval {
  return { k, n, share: k / n, ...wilsonInterval(k, n) };
}
const nobody = { difference: null, low: null, high: null, reason: 'nobody' } as const;

function differenceAt(table: Table, row: number, column: number, isShared: boolean): Difference {
  const [k1, k2, n1, n2] = [cellAt(table, row, column), cellAt(table, row, column + 1), baseOf(table, row, column), baseOf(table, row, column + 1)];
  if (n1 === null || n2 === null) {
    if (k1 === null || k2 === null) return { of: 'numbers', first: null, second: null, ...nobody };
    return { of: 'numbers', first: null, second: null, difference: k1 - k2, low: null, high: null, reason: 'unit' };
  }
  const [one, other] = [k1 === null || n1 === 0 ? null : shareOf(k1, n1), k2 === null || n2 === 0 ? null : shareOf(k2, n2)];
  if (!one || !other) return { of: 'shares', first: one, second: other, ...nobody };
  const { value, low, high } = shareDifference([one.k, one.n], [other.k, other.n])!;
  return { of: 'shares', first: one, second: other, difference: value, ...(isShared ? { low: null, high: null, reason: 'overlapping' } : { low, high, reason: null }) };
}
/**
 * The first group of the split less the second: by row and of all rows together, for each column and last for all of them together. Null
 * where the split has not two groups with a value, or cells say only whether there is anything. The law of the intervals: they are of
 * people (documents) who are in one of the groups only.
 */
export function differencesOf(table: Table): { readonly ofRows: Difference[][]; readonly all: Difference[] } | null {
  const splits = splitsOf(table);
  if (table.split === null || table.presence || table.totals.columns.filter(({ key }) => key[0] !== null).length !== 2) return null;
  const isShared = isSharedBetween(table, table.totals.columns, [table.split]);
  const [all, ...ofRows] = [table.rows.length, ...table.rows.keys()].map((row) => Array.from({ length: table.columns.length / splits + 1 }, (_, group) => differenceAt(table, row, group * splits, isShared)));
  return { ofRows, all: all! };
}
