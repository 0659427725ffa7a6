import { type Correction, cellAt, isOfCodes, sizeOf, splitsOf, type AxisPart, type Table, type TableLine } from '../model/table.ts';
import type { Offer } from './offer.ts';
import { offerForCounts } from './offering.ts';

/** Whether each of what is counted stands in one line only: values of an attribute that it has itself. */
const isOfOwnValues = (axis: readonly AxisPart[], unit: Table['count']): boolean => axis.every(({ kind, of }) => kind === 'attribute' && of === unit);
/** Whether anybody (any document) is in more than one of the lines: one person may speak in several documents, and several coders read the same ones. */
export function isSharedBetween(table: Table, lines: readonly TableLine[], deciding: readonly AxisPart[]): boolean {
  const isPossible = table.count === 'participants' ? deciding.some(({ kind, of }) => kind === 'coder' || kind === 'document' || of === 'documents') : deciding.some(({ kind, of }) => kind === 'coder' || kind === 'participant' || of === 'participants');
  return isPossible && lines.reduce((total, line) => total + sizeOf(table, line), 0) > sizeOf(table, table);
}
const isNamed = ({ key }: TableLine): boolean => key.every((part) => part !== null);

/**
 * The test that fits a table: of the groups of its split over all columns together, or of its columns; codes in rows, people or
 * documents in cells. Attribute by attribute one test of the whole table. Those without a value are no group and take no part.
 * null where there is nothing to compare: codes by codes, columns that are codes. `nameOf` says a line.
 */
export function offerForTable(table: Table, nameOf: (line: TableLine) => string, correction?: Correction): Offer | null {
  const unit = table.count;
  const isSplit = splitsOf(table) > 1;
  const isCrossed = !isOfCodes(table.rowAxis) && !isOfCodes(table.columnAxis) && !isSplit && isOfOwnValues(table.rowAxis, unit) && isOfOwnValues(table.columnAxis, unit);
  if (isOfCodes(table.columnAxis) || (!isOfCodes(table.rowAxis) && !isCrossed)) return null;
  const lines = isSplit ? table.totals.columns : table.columns;
  const first = isSplit ? table.columns.length : 0;
  const deciding = isSplit ? [table.split!] : table.columnAxis;
  const groups = lines.flatMap((line, column) => (isNamed(line) ? [{ line, column: first + column }] : []));
  return offerForCounts({
    unit: table.presence ? 'codings' : unit, overlapping: isSharedBetween(table, lines, deciding), exclusive: isCrossed, ...(correction ? { correction } : {}),
    groups: groups.map(({ line }) => ({ label: nameOf(line), n: line.state === 'counted' ? sizeOf(table, line) : null })),
    rows: table.rows.flatMap((row, index) => (isCrossed && !isNamed(row) ? [] : [{ label: nameOf(row), counts: groups.map(({ column }) => cellAt(table, index, column)) }])),
  });
}
