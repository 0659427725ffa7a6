import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import { topicsOf, type Change, type Topic } from '../../shared/model/change.ts';
import { Problem } from '../../shared/model/problem.ts';
import { spanTables, type NewRow, type Row, type TableName } from '../../shared/model/schema.ts';
import { invertSplice, spliceText, splitsPair, type Splice } from '../../shared/model/span.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import type { IncomingFile, Reader, Writer } from '../ops/operation.ts';
import { asProblem } from './file.ts';
import type { Journal } from './journal.ts';
import { createDerivedInFile } from './derivedInFile.ts';
import { createRows, type Value } from './rows.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Changes after which catching up would cost more than making anew. */
const longestBehind = 1000;

/** What took longer than this (ms) is kept in the file even where nothing else was written. */
const worthKeeping = 200;

/** What the store itself keeps in step with a row. */
const hashed = (table: TableName, row: object): object => (table === 'documents' && 'text' in row ? { textHash: sha256(row.text as string) } : {});

/** A Writer that can also take changes back. */
export interface Recorder extends Writer {
  readonly changes: readonly Change[];
  /** Takes changes back, newest first; what that changes is recorded in turn. */
  revert(changes: readonly Change[]): void;
}
export interface Store {
  readonly reader: Reader;
  /** Runs `work` and says which tables it read. */
  reading<R>(work: () => R): { value: R; reads: readonly Topic[] };
  /** A writer for the transaction that the caller has opened. */
  record(who: string, now: number): Recorder;
  /** Forgets all that was derived: after a transaction that was rolled back. */
  forgetAll(): void;
  /** Writes down what was derived 'inFile' and is not yet as it stands there: before the file is closed. `changed`: whether anything was written. */
  keepDerived(changed: boolean): void;
}

/** One open study file as Reader and Writer. */
export function createStore(db: Database.Database, journal: Journal, newUuid: () => string): Store {
  let reads = new Set<Topic>();
  const rows = createRows(db, (table) => reads.add(table));
  interface Derived { value: unknown; readonly reads: ReadonlySet<Topic>; readonly update: ((value: never, changes: readonly Change[]) => unknown) | undefined; behind: Change[]; /** Only of what is kept in the file: how long it took to make, ms. */ readonly took: number | null }
  const derived = new Map<string, Derived>();
  const derivedInFile = createDerivedInFile(db);
  const nextIds = new Map<TableName, number>();

  function noting<R>(work: () => R): { value: R; reads: ReadonlySet<Topic> } {
    const outer = reads;
    const inner = (reads = new Set<Topic>());
    try {
      return { value: work(), reads: inner };
    } finally {
      for (const table of inner) outer.add(table);
      reads = outer;
    }
  }

  /** What is known under a key, brought up to date; undefined where it must be made anew. */
  function upToDate(key: string): Derived | undefined {
    const known = derived.get(key);
    if (!known || known.behind.length === 0) return known;
    const { value } = noting(() => known.update!(known.value as never, known.behind));
    if (value === null) return undefined;
    return Object.assign(known, { value, behind: [] });
  }

  const reader: Reader = {
    get: rows.get,
    find: rows.find,
    all: rows.all,
    between: rows.between,
    query: <R>(sql: string, ...values: readonly Value[]) => rows.prepare(sql).all(...values) as R[],
    one: <R>(sql: string, ...values: readonly Value[]) => rows.prepare(sql).get(...values) as R | undefined,
    derive<V>(key: string, make: () => V, update?: (value: V, changes: readonly Change[]) => V | null, keep?: 'inFile'): V {
      let known = upToDate(key);
      if (!known) {
        const found = keep && derivedInFile.read(key, journal.head());
        const began = performance.now();
        known = { ...(found ?? noting(make)), update, behind: [], took: !keep ? null : found ? 0 : performance.now() - began };
        derived.set(key, known);
      }
      for (const table of known.reads) reads.add(table);
      return known.value as V;
    },
    history(before, limit) {
      reads.add('journal');
      return journal.list(before, limit);
    },
    next(step) {
      reads.add('journal');
      return journal.next(step);
    },
    head: journal.head,
    asOf<T extends TableName>(table: T, entry: string): Row<T>[] {
      const changes = journal.changesSince(entry, table);
      if (!changes) throw new Problem('not-found', { table: 'journal', id: entry });
      const then = new Map<number, Row<T>>(rows.all(table).map((row) => [row.id as number, row]));
      for (const change of changes) {
        if (change.kind === 'added') for (let id = change.first; id <= change.last; id++) then.delete(id);
        else if (change.kind === 'changed') then.set(change.id, { ...then.get(change.id)!, ...change.before });
        else if (change.kind === 'removed') for (const row of change.rows) then.set(row.id, rows.completed(table, row) as unknown as Row<T>);
      }
      return [...then].toSorted(([a], [b]) => a - b).map(([, row]) => row);
    },
    edits(document) {
      reads.add('journal');
      return journal.edits(document);
    },
    changesOf(seq) {
      reads.add('journal');
      return journal.changesOf(seq);
    },
    trail() {
      reads.add('journal');
      return journal.trail();
    },
    inputOf: journal.inputOf,
    original(hash) {
      const kept = rows.prepare('SELECT name, bytes FROM originals WHERE hash = ?').get(hash) as IncomingFile | undefined;
      return kept ? { name: kept.name, bytes: inflateRawSync(kept.bytes) } : null;
    },
    integrity: {
      pages() {
        try { return (db.pragma('integrity_check(100)') as { integrity_check: string }[]).map((row) => row.integrity_check).filter((line) => line !== 'ok'); } catch (error) {
          // Some damage stops the check itself.
          if (asProblem(error, '') instanceof Problem) return [String(error)];
          throw error;
        }
      },
      references: () => (db.pragma('foreign_key_check') as unknown[]).length,
      hash: sha256,
      originals: () => rows.prepare('SELECT hash, name FROM originals').all() as { hash: string; name: string }[],
      original(hash) {
        try { return sha256(reader.original(hash)!.bytes) === hash; } catch { return false; }
      },
    },
  };

  function record(who: string, now: number): Recorder {
    const changes: Change[] = [];

    function note(change: Change): void {
      changes.push(change);
      outdate(change);
    }
    function noteAdded(table: TableName, first: number, last: number): void {
      const before = changes.at(-1);
      const joins = before?.kind === 'added' && before.table === table && before.last + 1 === first;
      const added = { kind: 'added', table, first, last } as const;
      if (joins) changes[changes.length - 1] = { ...before, last };
      else changes.push(added);
      // Only what is new: whoever catches up takes each row in once.
      outdate(added);
    }
    function addAll<T extends TableName>(table: T, added: readonly NewRow<T>[]): number {
      const insert = rows.inserter(table);
      const first = nextIds.get(table) ?? rows.lastId(table) + 1;
      let id = first;
      for (const row of added) insert({ ...row, ...hashed(table, row), id: id++, uuid: row.uuid ?? newUuid() });
      nextIds.set(table, id);
      if (id > first) noteAdded(table, first, id - 1);
      return first;
    }
    function change<T extends TableName>(table: T, id: number, fields: object): void {
      const row = rows.get(table, id) as Record<string, unknown>;
      const after = Object.entries(fields).filter(([name, value]) => JSON.stringify(row[name]) !== JSON.stringify(value));
      if (after.length === 0) return;
      rows.update(table, id, Object.fromEntries(after));
      note({ kind: 'changed', table, id, before: Object.fromEntries(after.map(([name]) => [name, row[name]])), after: Object.fromEntries(after) });
    }
    function remove(table: TableName, named: readonly number[]): void {
      const ids = [...new Set(named)];
      if (ids.length === 0) return;
      const removed = ids.map((id) => rows.get(table, id)) as Row<TableName>[];
      for (const id of ids) rows.delete(table, id);
      note({ kind: 'removed', table, rows: removed });
    }
    function restore(table: TableName, removed: readonly Row<TableName>[]): void {
      const insert = rows.inserter(table);
      for (const row of removed) {
        insert(rows.completed(table, row));
        noteAdded(table, row.id, row.id);
        nextIds.set(table, Math.max(row.id + 1, nextIds.get(table) ?? rows.lastId(table) + 1));
      }
    }
    function splice(document: number, { at, removed, inserted }: Splice): void {
      const { text } = rows.get('documents', document);
      if (at > text.length || !text.startsWith(removed, at) || splitsPair(text, at) || splitsPair(text, at + removed.length)) throw new Problem('text-has-changed');
      const spliced = spliceText(text, { at, removed, inserted });
      rows.update('documents', document, { text: spliced, ...hashed('documents', { text: spliced }) });
      const after = at + removed.length;
      const by = inserted.length - removed.length;
      // `shift` of shared/model/span for all spans at once: a loop costs twenty times as much.
      if (by !== 0) for (const table of spanTables)
        rows.prepare(`UPDATE ${table} SET "start" = iif("start" >= @after, "start" + @by, "start"), "end" = iif("end" >= @after AND "end" > @at, "end" + @by, "end")
          WHERE document = @document AND "end" >= @after`).run({ document, at, after, by });
      note({ kind: 'spliced', document, splice: { at, removed, inserted } });
    }
    function revert(past: readonly Change[]): void {
      for (const one of past.toReversed()) {
        if (one.kind === 'added') remove(one.table, Array.from({ length: one.last - one.first + 1 }, (_, index) => one.first + index));
        else if (one.kind === 'changed') change(one.table, one.id, one.before);
        else if (one.kind === 'removed') restore(one.table, one.rows);
        else splice(one.document, invertSplice(one.splice));
      }
    }

    return {
      ...reader, now, changes, addAll, change, remove, splice, revert,
      add: (table, row) => addAll(table, [row]),
      coder(given = who) {
        const name = normaliseName(given);
        const known = rows.all('coders').find((coder) => nameKey(coder.name) === nameKey(name));
        return known?.id ?? addAll('coders', [{ name, layer: 'coder' }]);
      },
      keepOriginal(name, bytes) {
        const hash = sha256(bytes);
        rows.prepare('INSERT OR IGNORE INTO originals (hash, name, size, bytes) VALUES (?, ?, ?, ?)').run(hash, name, bytes.length, deflateRawSync(bytes));
        return hash;
      },
    };
  }

  /** What was derived from what a change touches is forgotten, or falls behind if it knows how to catch up. */
  function outdate(change: Change): void {
    const touched = topicsOf([change]);
    for (const [key, known] of derived) {
      if (![...known.reads].some((table) => touched.has(table))) continue;
      if (known.update && known.behind.length < longestBehind) known.behind.push(change);
      else derived.delete(key);
    }
  }

  return {
    reader,
    record,
    forgetAll: () => derived.clear(),
    keepDerived(changed) {
      for (const key of derived.keys()) {
        const known = upToDate(key);
        if (known && known.took !== null && (changed || known.took > worthKeeping)) derivedInFile.write(key, { head: journal.head(), reads: known.reads, value: known.value });
      }
    },
    reading(work) {
      const { value, reads: read } = noting(work);
      return { value, reads: [...read] };
    },
  };
}
