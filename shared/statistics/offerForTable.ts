import { cellAt, isOfCodes, splitsOf, type Table, type TableLine } from '../model/table.ts';
import type { Offer } from './offer.ts';
import { offerForCounts } from './offering.ts';

/**
 * The test that fits a table: of the groups of its split over all columns together, or of its columns; codes in rows, people or documents in
 * cells. null where there is nothing to compare: codes by codes, groups without codes, columns that are codes. `nameOf` says a line.
 */
export function offerForTable(table: Table, nameOf: (line: TableLine) => string): Offer | null {
  if (!isOfCodes(table.rowAxis) || isOfCodes(table.columnAxis)) return null;
  const isSplit = splitsOf(table) > 1;
  const columns = isSplit ? table.totals.columns : table.columns;
  const first = isSplit ? table.columns.length : 0;
  const [unit, deciding] = [table.count, isSplit ? [table.split!] : table.columnAxis];
  // One person may speak in several documents, and several coders read the same ones: such groups share people.
  const isShared = unit === 'participants' ? deciding.some(({ kind, of }) => kind === 'coder' || kind === 'document' || of === 'documents') : deciding.some(({ kind, of }) => kind === 'coder' || kind === 'participant' || of === 'participants');
  const n = (line: TableLine) => (unit === 'documents' ? line.documents : line.n);
  const sum = columns.reduce((total, line) => total + n(line), 0);
  return offerForCounts({
    unit, overlapping: isShared && sum > (unit === 'documents' ? table.documents : table.n), ...(table.presence ? { unit: 'codings' as const } : {}),
    groups: columns.map((line) => ({ label: nameOf(line), n: line.state === 'counted' ? n(line) : null })),
    rows: table.rows.map((row, index) => ({ label: nameOf(row), counts: columns.map((_, column) => cellAt(table, index, first + column)) })),
  });
}
