import type Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';

const words = String.raw`'(?:[^']|'')*'`;
/** A plain column: a type, a key, a reference, a value to begin with, a list of values. Nothing that computes, cascades or replaces. */
const column = String.raw`"?\w+"? (?:TEXT|INTEGER|REAL|BLOB|ANY)(?: PRIMARY KEY)?(?: NOT NULL)?(?: UNIQUE)?(?: REFERENCES "\w+"\(id\))?(?: DEFAULT (?:${words}|-?\d+))?(?: CHECK \("?\w+"? IN \(${words}(?:, ${words})*\)\))?`;
const plainTable = new RegExp(String.raw`^CREATE TABLE "?\w+"? \(${column}(?:,\s+${column})*\) STRICT(?:, WITHOUT ROWID)?$`);
const plainIndex = /^CREATE (?:UNIQUE )?INDEX \w+ ON \w+ \("?\w+"?(?:, "?\w+"?)*\)(?: WHERE \w+ IS NOT NULL)?$/;
/** What SQLite itself keeps beside our tables: indexes of keys, and statistics. */
const own = ({ type, sql }: Entry): boolean => (type === 'index' && sql === null) || sql === 'CREATE TABLE sqlite_stat1(tbl,idx,stat)';

interface Entry { readonly type: string; readonly name: string; readonly sql: string | null }

/**
 * Refuses a file that holds more than plain tables and indexes of the `known` names: a trigger, or an action of a reference,
 * would run with our rights and past the journal. Whatever it is called: names prove nothing.
 */
export function refuseForeign(db: Database.Database, file: string, known: ReadonlySet<string>): void {
  const found = db.prepare('SELECT type, name, sql FROM sqlite_schema').all() as Entry[];
  const plain = ({ type, name, sql }: Entry) => sql !== null && known.has(name) && (type === 'table' ? plainTable : plainIndex).test(sql) && (type === 'table' || type === 'index');
  const foreign = found.find((entry) => !own(entry) && !plain(entry));
  if (foreign) throw new Problem('foreign-study', { file, what: `${foreign.type} ${foreign.name}` });
}
