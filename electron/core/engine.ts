import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { topicsOf, type Topic } from '../../shared/model/change.ts';
import { faultsOf } from '../../shared/model/faults.ts';
import { givenName } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import { readTranscript } from '../formats/index.ts';
import { readProjectFile } from '../formats/projectFormats.ts';
import { searcher } from '../ops/expression.ts';
import { followNames } from '../ops/following.ts';
import { operations, type Answer, type Call, type OpName } from '../ops/index.ts';
import type { About, HistoryEntry, Operation, Preparation, Reader, Step } from '../ops/operation.ts';
import { asProblem, checkHeader, checkPages, checkUnclosed, connect, watchPlace } from './file.ts';
import { nameFile, underWay } from './files.ts';
import { openTables } from './foreignTables.ts';
import { createJournal } from './journal.ts';
import { createOtherStudies } from './otherStudies.ts';
import { writeStudyBytes } from './studyWriting.ts';
import { checkSchema, createSchema, migrate } from './migrate.ts';
import { createStore, type Recorder } from './store.ts';
import { createUuids } from './uuid.ts';

export interface CallOptions {
  /** The name of the coder at work. */
  readonly who?: string;
  /** How a long operation gets its files, says how far it is, and learns that it was stopped. */
  readonly preparation?: Partial<Omit<Preparation, 'project' | 'study' | 'writeStudy'>>;
}
export interface Engine {
  readonly file: string;
  /** Runs one operation. Rejects with a Problem where the person can do something about it. */
  readonly call: Call;
  /** As `call`, for doors that carry names and values from elsewhere: says also what was read. */
  ask(name: string, input: unknown, options?: CallOptions): Promise<Answer<unknown>>;
  onChanged(listener: (touched: ReadonlySet<Topic>) => void): () => void;
  /** For what surrounds the study on this machine; doors call operations. */
  readonly reader: Reader;
  /** The study as it stands, as the bytes of a file. */
  bytes(): Uint8Array;
  close(): void;
}
export interface EngineOptions { readonly who?: string; readonly now?: () => number; readonly newUuid?: () => string }

const noPreparation: Omit<Preparation, 'project' | 'study' | 'writeStudy'> = {
  file: (handle) => Promise.reject(new Problem('no-such-file', { file: handle })),
  transcript: readTranscript,
  foreignProject: (file, names) => readProjectFile(file, names, openTables),
  searcher(typed, expression) {
    const find = searcher(typed, expression);
    return async (texts) => find(texts);
  },
  progress: () => Promise.resolve(),
};

/** Makes a new study file with its project record, which no undo takes away. Refuses to touch a file that is there. */
export function createStudy(file: string, name: string, { now = Date.now, newUuid = createUuids() }: EngineOptions = {}): void {
  if (existsSync(file)) throw new Problem('file-exists', { file: basename(file) });
  const named = givenName.safeParse(name);
  if (!named.success) throw new Problem('bad-input', { operation: basename(file), what: 'name' });
  const fresh = underWay(file);
  try {
    rmSync(fresh, { force: true });
    const db = connect(fresh);
    try {
      db.transaction(() => {
        createSchema(db);
        db.prepare('INSERT INTO project (id, uuid, name, description, created) VALUES (1, ?, ?, ?, ?)').run(newUuid(), named.data, '', now());
      })();
    } finally { db.close(); }
    nameFile(fresh, file);
  } catch (error) {
    const problem = asProblem(error, basename(file));
    if (problem instanceof Problem && problem.code !== 'read-only') throw problem;
    throw new Problem('cannot-write', { file: basename(file) });
  } finally { rmSync(fresh, { force: true }); }
}

/** Opens a study for this process alone: checks it, brings an older one up to date, and takes up its journal. */
export function openStudy(file: string, { who = '', now = Date.now, newUuid = createUuids() }: EngineOptions = {}): Engine {
  const name = basename(file);
  checkHeader(file);
  const looked = checkUnclosed(file, (db) => { checkSchema(db, name); checkPages(db, name); });
  const db = connect(file);
  try {
    if (!looked) checkPages(db, name);
    migrate(db, name);
    return createEngine(db, file, { who, now, newUuid });
  } catch (error) {
    db.close();
    throw asProblem(error, name);
  }
}

function createEngine(db: Database.Database, file: string, { who, now, newUuid }: Required<EngineOptions>): Engine {
  const journal = createJournal(db, newUuid);
  const store = createStore(db, journal, newUuid);
  const others = createOtherStudies();
  const listeners = new Set<(touched: ReadonlySet<Topic>) => void>();
  const inPlace = watchPlace(file);
  const noteClosed = db.prepare("INSERT INTO settings (key, value) VALUES ('closed', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  let written = false;

  interface Written { kind: HistoryEntry['kind']; operation: string; reverts: number | null }
  /** One transaction: what `work` writes, and its journal row, or nothing at all. */
  function transact<R>(author: string, entry: Written, work: (project: Recorder) => { value: R; about: About; input: unknown; evenIfSame: boolean }): R {
    if (!inPlace()) throw new Problem('file-gone', { file: basename(file) });
    try {
      const { seq, value, touched } = db.transaction(() => {
        db.pragma('defer_foreign_keys = ON');
        if (!written) noteClosed.run('0');
        const project = store.record(author, now());
        const { value, about, input, evenIfSame } = work(project);
        if (project.changes.length === 0 && !evenIfSame) return { seq: null, value, touched: new Set<Topic>() };
        const seq = journal.append({ ...entry, input, at: project.now, who: author, about, changes: project.changes });
        return { seq, value, touched: topicsOf(project.changes) };
      }).immediate();
      written = true;
      if (seq !== null) journal.accept(entry.kind, seq);
      if (touched.size > 0) queueMicrotask(() => listeners.forEach((listener) => listener(touched)));
      return value;
    } catch (error) {
      store.forgetAll();
      throw asProblem(error, basename(file));
    }
  }

  function step(kind: 'undo' | 'redo', author: string): HistoryEntry {
    const past = journal.next(kind);
    if (!past) throw new Problem(kind === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo');
    return transact(author, { kind, operation: past.operation, reverts: past.seq }, (project) => {
      project.revert(journal.changesOf(past.seq));
      // A step that changed nothing is taken back all the same: the next one is the one before.
      return { value: past, about: past.about, input: null, evenIfSame: true };
    });
  }

  function read(work: () => unknown): Answer<unknown> {
    try { return store.reading(work); } catch (error) { throw asProblem(error, basename(file)); }
  }
  async function ask(name: string, given: unknown, options: CallOptions = {}): Promise<Answer<unknown>> {
    const operation = (Object.hasOwn(operations, name) ? operations[name as OpName] : undefined) as Operation | undefined;
    if (!operation) throw new Problem('no-such-operation', { operation: name });
    const author = options.who ?? who;
    const parsed = operation.input.safeParse(given);
    if (!parsed.success) throw new Problem('bad-input', { operation: name, faults: faultsOf(parsed.error) });
    if (operation.kind === 'step') return { value: step(operation.step, author), reads: [] };
    const lent = others.lend();
    try {
      const given = { ...noPreparation, ...options.preparation };
      const preparation = {
        ...given, project: store.reader, writeStudy: writeStudyBytes,
        async progress(done: number, total: number) {
          await given.progress(done, total);
          if (!db.open) throw new Problem('cancelled');
        },
      };
      const prepared: unknown = await operation.prepare?.(parsed.data, { ...preparation, study: async (handle) => {
        const file = await preparation.file(handle);
        return { project: lent.open(file), file: file.name };
      } });
      return carryOut(name, operation, parsed.data, prepared, author);
    } finally { lent.end(); }
  }
  function carryOut(name: string, operation: Exclude<Operation, Step>, input: unknown, prepared: unknown, author: string): Answer<unknown> {
    // Preparing takes its time, and the study may have been left for another one meanwhile.
    if (!db.open) throw new Problem('cancelled');
    if (operation.kind === 'query') return read(() => operation.run(store.reader, input, prepared));
    const { run, about, remember, evenIfSame } = operation;
    const value = transact(author, { kind: 'do', operation: name, reverts: null }, (project) => {
      const output = run(project, input, prepared);
      followNames(project);
      return { value: output, about: about?.(project, input, output) ?? {}, input: remember ? remember(input, output) : input, evenIfSame: evenIfSame?.(output) ?? false };
    });
    return { value, reads: [] };
  }

  return {
    file,
    ask,
    reader: store.reader,
    bytes: () => db.serialize(),
    call: (async (name: string, input: unknown, options?: CallOptions) => (await ask(name, input, options)).value) as Call,
    onChanged(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    close() {
      if (!db.open) return;
      others.close();
      try {
        db.transaction(() => {
          store.keepDerived(written);
          if (written) noteClosed.run('1');
        })();
        db.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        // On a full disk nothing can be noted down: the next opening looks more closely, and that is all.
        if (!(asProblem(error, basename(file)) instanceof Problem)) throw error;
      } finally { db.close(); }
    },
  };
}
