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

/** Studies that are read beside the open one: copies in memory, so that their files stay as they are, whatever is done here. */
export function createOtherStudies() {
  const open: Database.Database[] = [];
  const never = () => { throw new Error('another study is only read'); };
  return {
    /** Problems as of opening a study: `not-a-study`, `newer-study`, `foreign-study`, `damaged-study`. */
    open({ name, bytes }: IncomingFile): Reader {
      checkNode();
      readHeader(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(100, bytes.byteLength)), name);
      try {
        const db = new Database(withoutLog(bytes));
        open.push(db);
        for (const pragma of safety) db.pragma(pragma);
        checkPages(db, name);
        migrate(db, name, 'nothing');
        return createStore(db, createJournal(db, never), never).reader;
      } catch (error) { throw asProblem(error, name); }
    },
    close: () => open.splice(0).forEach((db) => db.close()),
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
