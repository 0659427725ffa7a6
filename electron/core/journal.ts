import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { TableName } from '../../shared/model/schema.ts';
import type { Change } from '../../shared/model/change.ts';
import { packageBegins } from '../ops/handOuts.ts';
import type { About, EditEntry, HistoryEntry, TrailEntry } from '../ops/operation.ts';

type EntryKind = HistoryEntry['kind'];
export interface NewEntry extends Omit<HistoryEntry, 'seq'> {
  /** The entry that this one takes back (undo: what was done; redo: the undo). */
  readonly reverts: number | null;
  readonly input: unknown;
  readonly changes: readonly Change[];
}

/** Long values are kept compressed: an import must not double the file. */
const pack = (value: unknown): string | Buffer => {
  const text = JSON.stringify(value);
  return text.length < 4096 ? text : deflateRawSync(text, { level: 1 });
};
const textOf = (stored: string | Buffer): string => (typeof stored === 'string' ? stored : inflateRawSync(stored).toString('utf8'));
const unpack = (stored: string | Buffer): unknown => JSON.parse(textOf(stored));

/**
 * The journal: each row is the audit entry and the undo step in one. Nothing is ever deleted from it; undo and redo append.
 * Which entries can be undone and redone follows from its rows alone, so a restart forgets neither.
 */
export function createJournal(db: Database.Database, newUuid: () => string) {
  const insert = db.prepare('INSERT INTO journal (uuid, at, who, kind, operation, reverts, about, input, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = db.prepare('SELECT seq, at, who, kind, operation, about FROM journal WHERE seq = ?');
  const page = db.prepare('SELECT seq, at, who, kind, operation, about FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?');
  const changes = db.prepare('SELECT changes FROM journal WHERE seq = ?').pluck();
  const trail = db.prepare('SELECT seq, uuid, at, who, kind, operation, reverts FROM journal ORDER BY seq');
  const input = db.prepare('SELECT input FROM journal WHERE seq = ?').pluck();
  const seqOf = db.prepare('SELECT seq FROM journal WHERE uuid = ?').pluck();
  const after = db.prepare('SELECT changes FROM journal WHERE seq > ? ORDER BY seq DESC').pluck();
  const all = db.prepare('SELECT seq, at, who, kind, operation, changes FROM journal ORDER BY seq DESC');
  const done: number[] = [];
  const undone: number[] = [];

  function step(kind: EntryKind, seq: number): void {
    if (kind === 'undo') done.pop();
    else if (kind === 'redo') undone.pop();
    else undone.length = 0;
    (kind === 'undo' ? undone : done).push(seq);
  }
  for (const { seq, kind } of db.prepare('SELECT seq, kind FROM journal WHERE operation <> ? ORDER BY seq').iterate(packageBegins) as Iterable<{ seq: number; kind: EntryKind }>) step(kind, seq);

  const read = (row: unknown): HistoryEntry => {
    const entry = row as Omit<HistoryEntry, 'about'> & { about: string };
    return { ...entry, about: JSON.parse(entry.about) as About };
  };
  const entry = (seq: number | undefined): HistoryEntry | null => (seq === undefined ? null : read(select.get(seq)));

  return {
    /** Writes an entry inside the caller's transaction; `accept` moves the stacks once that is committed. */
    append: ({ at, who, kind, operation, reverts, about, input, changes: made }: NewEntry): number =>
      Number(insert.run(newUuid(), at, who, kind, operation, reverts, JSON.stringify(about), pack(input ?? null), pack(made)).lastInsertRowid),
    accept: step,
    changesOf: (seq: number): Change[] => unpack(changes.get(seq) as string | Buffer) as Change[],
    trail: () => trail.all() as TrailEntry[],
    inputOf: (seq: number): unknown => unpack(input.get(seq) as string | Buffer),
    /** The last entry's UUID; '' before anything was done. */
    head: (): string => (db.prepare('SELECT uuid FROM journal ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined) ?? '',
    /** What was changed in a table since an entry ('' for the beginning), newest first; null where there is no such entry. */
    changesSince(entry: string, table: TableName): Change[] | null {
      const from = entry === '' ? 0 : seqOf.get(entry) as number | undefined;
      if (from === undefined) return null;
      const found: Change[] = [];
      // Most entries touch other tables: they are not even parsed.
      for (const stored of after.iterate(from) as Iterable<string | Buffer>) {
        const text = textOf(stored);
        if (text.includes(`"table":"${table}"`)) found.push(...(JSON.parse(text) as Change[]).toReversed().filter((change) => change.kind !== 'spliced' && change.table === table));
      }
      return found;
    },
    /** What edited a document's text or touched passages or codings, newest first. */
    edits(document: number): EditEntry[] {
      const found: EditEntry[] = [];
      for (const row of all.iterate() as Iterable<Omit<EditEntry, 'changes'> & { changes: string | Buffer }>) {
        const text = textOf(row.changes);
        if (text.includes(`"kind":"spliced","document":${document},`) || text.includes('"table":"passages"') || text.includes('"table":"codings"')) found.push({ ...row, changes: JSON.parse(text) as Change[] });
      }
      return found;
    },
    /** What undo would take back, and what redo would bring again. */
    next: (kind: 'undo' | 'redo'): HistoryEntry | null => entry((kind === 'undo' ? done : undone).at(-1)),
    /** Entries before `before` (all where it is null), newest first. */
    list: (before: number | null, limit: number): HistoryEntry[] => page.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(read),
  };
}
export type Journal = ReturnType<typeof createJournal>;
