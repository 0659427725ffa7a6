import { z } from 'zod';
import { normaliseName } from './text.ts';

/** One declaration of a column: how a value is checked at the door, how SQLite stores it, and since which schema version. */
export interface Field<T = unknown> {
  readonly check: z.ZodType<T>;
  /** The column's SQL type with its constraints. */
  readonly sql: string;
  /** What a row has where nothing was said: rows of an older version that come back on undo get it for newer columns. */
  readonly empty: T | null;
  /** Schema version that introduced the column; older files gain it when they are opened. */
  readonly since: number;
  /** The table that this column points at. */
  readonly refers: string | null;
  /** Stored as JSON text: the store writes and reads it, nobody else has to know. */
  readonly json: boolean;
}

export type Fields = Record<string, Field<any>>;
export type ValueOf<F> = F extends Field<infer T> ? T : never;
export type RecordOf<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> };

const field = <T>(check: z.ZodType<T>, sql: string, empty: T | null, more: Partial<Field<T>> = {}): Field<T> => ({
  check, sql, empty, since: 1, refers: null, json: false, ...more,
});
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Any text that SQLite keeps as it is: no lone surrogates (it would replace them) and no NUL (its own functions would stop there). */
export const wholeText = z.string().refine((value) => value.isWellFormed() && !value.includes('\0'), 'text without broken characters');
/** A name for people: NFC, trimmed, on one line, never empty, at most 400 UTF-16 units. */
export const givenName = wholeText.transform(normaliseName).pipe(z.string().min(1).max(400));

export const text = () => field(wholeText, "TEXT NOT NULL DEFAULT ''", '');
export const name = () => field(givenName as z.ZodType<string>, 'TEXT NOT NULL', null);
export const count = () => field(z.int().min(0), 'INTEGER NOT NULL DEFAULT 0', 0);
export const integer = () => field(z.int(), 'INTEGER NOT NULL DEFAULT 0', 0);
/** A moment in milliseconds since 1970, UTC. */
export const moment = () => field(z.int().min(0), 'INTEGER NOT NULL DEFAULT 0', 0);
export const ref = (table: string) => field(z.int().positive(), `INTEGER NOT NULL REFERENCES "${table}"(id)`, null, { refers: table });
export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  field<T[number]>(z.enum(values) as unknown as z.ZodType<T[number]>, `TEXT NOT NULL DEFAULT ${quoted(values[0])} CHECK (%COLUMN% IN (${values.map(quoted).join(', ')}))`, values[0]);
export const matching = (pattern: RegExp, otherwise: string) => field(z.string().regex(pattern), `TEXT NOT NULL DEFAULT ${quoted(otherwise)}`, otherwise);
export const json = <T>(check: z.ZodType<T>, otherwise: T) => field(check, `TEXT NOT NULL DEFAULT ${quoted(JSON.stringify(otherwise))}`, otherwise, { json: true });

export const optional = <T>(inner: Field<T>): Field<T | null> => ({
  ...inner,
  check: inner.check.nullable(),
  empty: null,
  sql: inner.sql.replace(/ NOT NULL( DEFAULT ('(?:[^']|'')*'|\S+))?/, ''),
});
/** Marks a column that files of an earlier schema version do not have yet. */
export const since = <T>(version: number, inner: Field<T>): Field<T> => ({ ...inner, since: version });
