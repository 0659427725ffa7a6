import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { Change } from '../../shared/model/change.ts';
import type { About, HistoryEntry } from '../ops/operation.ts';

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
const unpack = (stored: string | Buffer): unknown => JSON.parse(typeof stored === 'string' ? stored : inflateRawSync(stored).toString('utf8'));

/**
 * The journal: each row is the audit entry and the undo step in one. Nothing is ever deleted from it; undo and redo append.
 * Which entries can be undone and redone follows from its rows alone, so a restart forgets neither.
 */
export function createJournal(db: Database.Database, newUuid: () => string) {
  const insert = db.prepare('INSERT INTO journal (uuid, at, who, kind, operation, reverts, about, input, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = db.prepare('SELECT seq, at, who, kind, operation, about FROM journal WHERE seq = ?');
  const page = db.prepare('SELECT seq, at, who, kind, operation, about FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?');
  const changes = db.prepare('SELECT changes FROM journal WHERE seq = ?').pluck();
  const done: number[] = [];
  const undone: number[] = [];

  function step(kind: EntryKind, seq: number): void {
    if (kind === 'undo') done.pop();
    else if (kind === 'redo') undone.pop();
    else undone.length = 0;
    (kind === 'undo' ? undone : done).push(seq);
  }
  for (const { seq, kind } of db.prepare('SELECT seq, kind FROM journal ORDER BY seq').iterate() as Iterable<{ seq: number; kind: EntryKind }>) step(kind, seq);

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
    /** What undo would take back, and what redo would bring again. */
    next: (kind: 'undo' | 'redo'): HistoryEntry | null => entry((kind === 'undo' ? done : undone).at(-1)),
    /** Entries before `before` (all where it is null), newest first. */
    list: (before: number | null, limit: number): HistoryEntry[] => page.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(read),
  };
}
export type Journal = ReturnType<typeof createJournal>;
