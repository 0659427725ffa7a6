import { closeSync, existsSync, fstatSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';
import { schemaVersion } from '../../shared/model/schema.ts';

/** 'CNCD', in the header of every study file: tells it from any other SQLite file. */
export const applicationId = 0x434e4344;

/** The versions of Node that better-sqlite3's native part runs on; on others it would end the process without a word. */
export function checkNode(napi = process.versions.napi, version = process.versions.node): void {
  if (!(Number(napi) >= 10)) throw new Problem('old-node', { version });
}

/** Reads the header of a file before SQLite touches it. Throws the Problem that keeps it from being opened; changes nothing. */
export function checkHeader(file: string): { schema: number } {
  const name = basename(file);
  if (!existsSync(file)) throw new Problem('no-such-file', { file: name });
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    if (!fstatSync(descriptor).isFile() || readSync(descriptor, header, 0, 100, 0) < 100) throw new Problem('not-a-study', { file: name });
  } finally { closeSync(descriptor); }
  return readHeader(header, name);
}
/** The same for the first bytes of a file that was handed in. */
export function readHeader(header: Buffer, name: string): { schema: number } {
  if (header.length < 100) throw new Problem('not-a-study', { file: name });
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.readUInt32BE(68) !== applicationId) throw new Problem('not-a-study', { file: name });
  const schema = header.readUInt32BE(60);
  if (schema > schemaVersion) throw new Problem('newer-study', { file: name, theirs: schema, ours: schemaVersion });
  return { schema };
}

/** What protects us from a file that was not written here. */
export const safety = ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0', 'temp_store = MEMORY'];
const pragmas = ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', ...safety, 'secure_delete = ON'];

/**
 * Runs `check` on a study that ended without being closed, and says whether it was one. Its last commits lie in a file beside
 * it, and whoever opens it for writing moves them in when leaving: a study that is then refused would have been changed.
 */
export function checkUnclosed(file: string, check: (db: Database.Database) => void): boolean {
  if (!statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return false;
  const shared = `${file}-shm`;
  const leftover = existsSync(shared);
  const db = new Database(file, { readonly: true, timeout: 200 });
  try {
    for (const pragma of safety) db.pragma(pragma);
    check(db);
    return true;
  } catch (error) {
    // On a disk that is full or cannot share memory there is no such look; opening it alone, as usual, needs neither.
    if (/^SQLITE_(?:IOERR|CANTOPEN)/.test(codeOf(error))) return false;
    throw asProblem(error, basename(file));
  } finally {
    db.close();
    if (!leftover) rmSync(shared, { force: true });
  }
}

/** Opens a connection with the house's settings and takes the file for this process alone. */
export function connect(file: string): Database.Database {
  checkNode();
  const name = basename(file);
  const db = new Database(file, { timeout: 200 });
  try {
    for (const pragma of pragmas) db.pragma(pragma);
    // The exclusive lock is taken by the first transaction, not by the pragma.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw asProblem(error, name);
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
/** What SQLite's refusals mean to a person; anything else is passed on as it is. */
export function asProblem(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Problem('study-in-use', { file });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new Problem('damaged-study', { file });
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') return new Problem('read-only', { file });
  if (code.startsWith('SQLITE_FULL')) return new Problem('disk-full', { file });
  if (code.startsWith('SQLITE_IOERR')) return new Problem('cannot-write', { file });
  return error;
}

/** Tells whether the path still leads to the file that was opened: in WAL mode SQLite would go on writing into a deleted one. */
export function watchPlace(file: string): () => boolean {
  const place = () => { const { dev, ino } = statSync(file, { bigint: true }); return `${dev}/${ino}`; };
  const opened = place();
  return () => { try { return place() === opened; } catch { return false; } };
}

/** After a session that did not close, a damaged page must be found now and not months later. */
export function checkPages(db: Database.Database, file: string): void {
  const closed = db.prepare("SELECT value FROM settings WHERE key = 'closed'").pluck().get();
  if (closed === '0' && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Problem('damaged-study', { file });
}
