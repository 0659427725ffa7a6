import { spanTables, type Row, type TableName } from './schema.ts';
import type { Splice } from './span.ts';

/**
 * The only things ever written, and enough to go back from any state to the one before it:
 * - rows that came in, as ranges of their numbers (their contents are in the file for as long as they are there);
 * - fields of a row that changed, before and after;
 * - rows that went, whole;
 * - a splice of a document's text, which also moves every span behind it.
 */
export type Change =
  | { readonly kind: 'added'; readonly table: TableName; readonly first: number; readonly last: number }
  | { readonly kind: 'changed'; readonly table: TableName; readonly id: number; readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> }
  | { readonly kind: 'removed'; readonly table: TableName; readonly rows: readonly Row<TableName>[] }
  | { readonly kind: 'spliced'; readonly document: number; readonly splice: Splice };

/** What a view may have read and a command may have touched: a table, or the journal. */
export type Topic = TableName | 'journal';

/** What a list of changes touches. */
export function topicsOf(changes: readonly Change[]): Set<Topic> {
  const touched = new Set<Topic>(['journal']);
  for (const change of changes) {
    if (change.kind === 'spliced') for (const table of ['documents' as const, ...spanTables]) touched.add(table);
    else touched.add(change.table);
  }
  return touched;
}
