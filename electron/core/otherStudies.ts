import Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile, Reader } from '../ops/operation.ts';
import { asProblem, checkNode, checkPages, readHeader, safety } from './file.ts';
import { createJournal } from './journal.ts';
import { migrate } from './migrate.ts';
import { createStore } from './store.ts';

/** Bytes 18 and 19 of SQLite's header say that a file is written through a log beside it, which one in memory cannot have. */
const withoutLog = (bytes: Uint8Array): Buffer => {
  const copy = Buffer.from(bytes);
  copy.fill(1, 18, 20);
  return copy;
};

interface Opened { readonly name: string; readonly bytes: Uint8Array; readonly db: Database.Database; readonly reader: Reader; users: number }
/** How long (ms) the last one stays open for whoever asks about it again: a person decides about a merge, one thing after the other. */
const patience = 600_000;

/** Studies that are read beside the open one: copies in memory, so that their files stay as they are, whatever is done here. The one that was read last stays open for a while. */
export function createOtherStudies() {
  const open = new Set<Opened>();
  let last: Opened | null = null;
  let timer: NodeJS.Timeout | undefined;
  const never = () => { throw new Error('another study is only read'); };
  const closeUnused = () => { for (const each of open) if (each.users === 0 && each !== last) { open.delete(each); each.db.close(); } };
  function connectTo({ name, bytes }: IncomingFile): Opened {
    checkNode();
    readHeader(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(100, bytes.byteLength)), name);
    let db: Database.Database | undefined;
    try {
      db = new Database(withoutLog(bytes));
      for (const pragma of safety) db.pragma(pragma);
      checkPages(db, name);
      migrate(db, name, 'nothing');
      return { name, bytes, db, reader: createStore(db, createJournal(db, never), never).reader, users: 0 };
    } catch (error) {
      db?.close();
      throw asProblem(error, name);
    }
  }
  function forget(): void {
    last = null;
    closeUnused();
  }
  return {
    /** For one call, that says when it has ended. */
    lend() {
      const lent: Opened[] = [];
      return {
        /** Problems as of opening a study: `not-a-study`, `newer-study`, `foreign-study`, `damaged-study`. */
        open(file: IncomingFile): Reader {
          const isSame = ({ name, bytes }: Opened) => name === file.name && (bytes === file.bytes || Buffer.compare(bytes, file.bytes) === 0);
          const opened = [...open].find(isSame) ?? connectTo(file);
          open.add(opened);
          opened.users++;
          lent.push(opened);
          return opened.reader;
        },
        end(): void {
          if (lent.length === 0) return;
          for (const each of lent) each.users--;
          last = lent.splice(0).at(-1)!;
          closeUnused();
          clearTimeout(timer);
          timer = setTimeout(forget, patience).unref();
        },
      };
    },
    close(): void {
      clearTimeout(timer);
      last = null;
      for (const each of open) each.db.close();
      open.clear();
    },
  };
}

/** Looks at every page of a study that came over a network: half of one must not pass for the whole. Problems `not-a-study`, `newer-study`, `damaged-study`. */
export function checkWhole({ name, bytes }: IncomingFile): void {
  checkNode();
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(100, bytes.byteLength));
  readHeader(header, name);
  // How large it is by its own account, in pages; 1 stands for the largest page.
  const page = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (page * header.readUInt32BE(28) !== bytes.byteLength) throw new Problem('damaged-study', { file: name });
  let db: Database.Database | undefined;
  try {
    db = new Database(withoutLog(bytes), { readonly: true });
    for (const pragma of safety) db.pragma(pragma);
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Problem('damaged-study', { file: name });
  } catch (error) { throw asProblem(error, name); } finally { db?.close(); }
}
