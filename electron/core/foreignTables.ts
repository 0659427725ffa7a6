import Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';
import type { Cell, ForeignTables } from '../formats/projectFormat.ts';
import type { IncomingFile } from '../ops/operation.ts';

const header = Buffer.from('SQLite format 3\0');
/** Most rows of one table that are read: beyond them a file was made to do harm. */
const mostRows = 5_000_000;

/**
 * Opens another program's SQLite file on a copy in memory, for reading: the file itself is never touched, and of it only plain tables are read
 * (a view or a virtual table could run what nobody asked for). Problems: `no-project-inside`, `damaged-file`.
 */
export function openTables({ name: file, bytes }: IncomingFile): ForeignTables {
  if (!Buffer.from(bytes.subarray(0, header.length)).equals(header)) throw new Problem('no-project-inside', { file });
  const copy = Buffer.from(bytes);
  // What is still in another program's log beside the file is not here; without it the file reads by itself.
  copy[18] = copy[19] = 1;
  const guarded = <R>(work: () => R): R => {
    try { return work(); } catch (error) { throw error instanceof Database.SqliteError ? new Problem('damaged-file', { file }) : error; }
  };
  const db = guarded(() => new Database(copy, { readonly: true }));
  guarded(() => { for (const rule of ['trusted_schema = OFF', 'cell_size_check = ON', 'query_only = ON']) db.pragma(rule); });
  const plain = new Set(guarded(() => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").pluck().all() as string[]));
  const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;
  return {
    has: (table) => plain.has(table),
    rows<C extends string>(table: string, ...columns: readonly C[]): Record<C, Cell>[] {
      if (!plain.has(table)) return [];
      return guarded(() => {
        const known = new Set((db.pragma(`table_info(${quoted(table)})`) as { name: string }[]).map(({ name }) => name));
        const wanted = columns.map((column) => (known.has(column) ? quoted(column) : `NULL AS ${quoted(column)}`)).join(', ');
        return db.prepare(`SELECT ${wanted} FROM ${quoted(table)} ORDER BY rowid LIMIT ${mostRows}`).all() as Record<C, Cell>[];
      });
    },
    close: () => { db.close(); },
  };
}
