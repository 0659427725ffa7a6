import { isOfCodes, baseOf, cellAt, splitsOf, type Difference, type ShareInterval, type Table } from '../model/table.ts';
import { shareDifference, wilsonInterval } from './proportions.ts';

/** A share of n with Wilson's interval of 95 %. */
function shareOf(k: number, n: number): ShareInterval {
  return { k, n, share: k / n, ...wilsonInterval(k, n) };
}
/**
 * By row, for each column (and last for all of them together) the share in the first group of the split beside that in the second. Null where
 * shares are not counted or the split has not two groups with a value; a difference is null where nobody of a group was interviewed.
 */
export function differencesOf(table: Table): (Difference | null)[][] | null {
  const splits = splitsOf(table);
  if (table.split === null || table.totals.columns.filter(({ key }) => key[0] !== null).length !== 2) return null;
  if (table.presence || (table.count !== 'participants' && table.count !== 'documents') || (isOfCodes(table.columnAxis) && isOfCodes(table.rowAxis))) return null;
  return table.rows.map((_, row) => Array.from({ length: table.columns.length / splits + 1 }, (_column, group) => {
    const [first, second] = [0, 1].map((split) => ({ k: cellAt(table, row, group * splits + split), n: baseOf(table, row, group * splits + split) }));
    if (first!.k === null || second!.k === null || !first!.n || !second!.n) return null;
    const { value, low, high } = shareDifference([first!.k, first!.n], [second!.k, second!.n])!;
    return { first: shareOf(first!.k, first!.n), second: shareOf(second!.k, second!.n), difference: value, low, high };
  }));
}
