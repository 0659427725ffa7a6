import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStudy } from '../../electron/core/engine.ts';
import { applicationId, connect } from '../../electron/core/file.ts';
import { sha256 } from '../../electron/core/store.ts';
import { schemaVersion } from '../../shared/model/schema.ts';
import { zip } from '../helpers/docx.ts';
import { caller, killed } from '../helpers/processes.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

/** Every file of a folder with its contents: what a refusal must leave as it is. */
const contents = (folder: string) => Object.fromEntries(readdirSync(folder).toSorted().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
/** Expects that a file is refused, and that nothing in its folder is changed, made or removed. */
function expectRefused(file: string, expected: { code: string; values?: object }): void {
  const folder = join(file, '..');
  const before = contents(folder);
  expect(() => openStudy(file)).toThrow(expect.objectContaining(expected) as Error);
  expect(contents(folder)).toEqual(before);
}
const ownFile = (): string => {
  const engine = newStudy();
  engine.close();
  return engine.file;
};
/** The header fields of a study file, overwritten. */
function overwrite(file: string, at: number, ...bytes: number[]): void {
  const all = readFileSync(file);
  all.set(bytes, at);
  writeFileSync(file, all);
}

test('every connection has the settings that the promises rest on', () => {
  const file = ownFile();
  const db = connect(file);
  const settings = Object.fromEntries(['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'mmap_size', 'temp_store', 'secure_delete', 'locking_mode', 'application_id', 'user_version'].map((name) => [name, db.pragma(name, { simple: true })]));
  // No memory is shared with other processes, so there is no file for it.
  expect(readdirSync(join(file, '..')).filter((name) => name.endsWith('-shm'))).toEqual([]);
  db.close();
  // synchronous 2 is FULL: what is acknowledged is on the disk. temp_store 2 is MEMORY: no interview text in temporary files.
  expect(settings).toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, mmap_size: 0, temp_store: 2, secure_delete: 1, locking_mode: 'exclusive', application_id: applicationId, user_version: schemaVersion });
});

describe('a file that is no study is refused by its header, and stays byte for byte as it was', () => {
  const named = { values: { file: 'x.concord' } };
  const place = (bytes: Uint8Array | string) => {
    const file = join(temporaryFolder(), 'x.concord');
    writeFileSync(file, bytes);
    return file;
  };
  const study = () => new Uint8Array(readFileSync(ownFile()));
  const foreign = () => {
    const file = join(temporaryFolder(), 'other.db');
    const db = new Database(file);
    db.exec('CREATE TABLE documents (id INTEGER PRIMARY KEY); PRAGMA user_version = 1');
    db.close();
    return new Uint8Array(readFileSync(file));
  };
  test.each<[string, () => Uint8Array | string]>([
    ['nothing at all', () => ''], ['text', () => 'SQLite format 3, we said, and laughed.'.repeat(20)], ['a zip archive', () => zip([['word/document.xml', 'x'.repeat(500)]])],
    ['another program\'s database', foreign], ['the first 99 bytes of a study', () => study().slice(0, 99)], ['a study whose first bytes are zeros', () => study().fill(0, 0, 16)],
  ])('%s', (_what, bytes) => expectRefused(place(bytes()), { code: 'not-a-study', ...named }));
  test('a folder', () => {
    const folder = join(temporaryFolder(), 'x.concord');
    mkdirSync(folder);
    expect(() => openStudy(folder)).toThrow(expect.objectContaining({ code: 'not-a-study', ...named }) as Error);
  });
  test('nothing of that name', () => expectRefused(join(temporaryFolder(), 'x.concord'), { code: 'no-such-file', ...named }));
  test('a study of a newer Concord', () => {
    const file = ownFile();
    overwrite(file, 60, 0, 0, 0, schemaVersion + 1);
    expectRefused(file, { code: 'newer-study', values: { file: 'study.concord', theirs: schemaVersion + 1, ours: schemaVersion } });
  });
  test('a study that breaks off', () => {
    for (const length of [100, 4096, 9000]) {
      const file = ownFile();
      truncateSync(file, length);
      expectRefused(file, { code: 'damaged-study', values: { file: 'study.concord' } });
    }
  });
});

describe('a study with what Concord never writes is refused before anything in it can run', () => {
  test.each([
    ['trigger', 'trigger evil', 'CREATE TRIGGER evil AFTER INSERT ON codings BEGIN DELETE FROM documents; END'],
    ['view', 'view evil', 'CREATE VIEW evil AS SELECT * FROM documents'],
    ['table', 'table evil', 'CREATE TABLE evil (x)'],
    ['index on an expression', 'index evil', 'CREATE INDEX evil ON codes (lower(name))'],
    ['virtual table', 'table evil', 'CREATE VIRTUAL TABLE evil USING fts5(x)'],
    ['trigger whose name looks like SQLite\'s own', 'trigger sqliteX', 'CREATE TRIGGER sqliteX AFTER INSERT ON codings BEGIN DELETE FROM documents; END'],
    ['trigger under a name of ours', 'trigger codings', 'CREATE TRIGGER codings AFTER INSERT ON journal BEGIN DELETE FROM documents; END'],
  ])('a %s', (_kind, what, sql) => {
    const file = ownFile();
    const db = new Database(file);
    db.exec(sql);
    db.close();
    expectRefused(file, { code: 'foreign-study', values: { file: 'study.concord', what } });
  });
  test.each([
    ['a table of ours that throws rows away', 'settings', 'DROP TABLE settings; CREATE TABLE settings (key TEXT PRIMARY KEY ON CONFLICT REPLACE, value TEXT NOT NULL) STRICT, WITHOUT ROWID'],
    ['a table of ours that computes a column', 'settings', 'DROP TABLE settings; CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL AS (hex(key))) STRICT, WITHOUT ROWID'],
    ['a table of ours that checks with a function', 'settings', "DROP TABLE settings; CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (hex(value) <> '')) STRICT, WITHOUT ROWID"],
    ['a reference of ours that takes along what it refers to', 'memos', 'DROP TABLE memos; CREATE TABLE memos (id INTEGER PRIMARY KEY, "coder" INTEGER REFERENCES "coders"(id) ON DELETE CASCADE) STRICT'],
    ['an index of ours that computes', 'codesOfParent', 'DROP INDEX codesOfParent; CREATE INDEX codesOfParent ON codes (abs(parent))'],
  ])('%s', (_what, name, sql) => {
    const file = ownFile();
    const db = new Database(file);
    db.exec(sql);
    db.close();
    expectRefused(file, { code: 'foreign-study', values: { file: 'study.concord', what: `${name === 'codesOfParent' ? 'index' : 'table'} ${name}` } });
  });
});

/** Overwrites the root page of a table or index of a closed study. */
function damage(file: string, name: string): void {
  const copy = join(temporaryFolder(), 'copy.concord');
  copyFileSync(file, copy);
  const reader = new Database(copy, { readonly: true });
  const { rootpage } = reader.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name) as { rootpage: number };
  const size = reader.pragma('page_size', { simple: true }) as number;
  reader.close();
  overwrite(file, (rootpage - 1) * size, ...Array<number>(200).fill(0xa5));
}
async function manyCodings(): Promise<string> {
  const engine = newStudy();
  await engine.call('study.take', { snapshot: {
    name: 'Study', description: '', attributes: [], participants: [], documents: [{ name: 'Talk', text: 'We were so tired. '.repeat(50), values: {}, turns: [] }],
    codes: [{ path: ['tired'], facet: 'theme', definition: '', include: '', exclude: '', example: '', scale: [] }],
    codings: Array.from({ length: 300 }, (_, start) => ({ document: 'Talk', start, end: start + 5, code: ['tired'], facet: 'theme' as const, coder: 'Lin', rating: null, party: null, counterparty: null, memo: '', created: 0 })),
  } });
  engine.close();
  return engine.file;
}

test('a page that was damaged before an end without closing is found at the next opening, and nothing is touched', async () => {
  const file = await manyCodings();
  await killed(caller(file, [['code.create', { name: 'pay', facet: 'theme' }]]).child, 150);
  damage(file, 'codingsOfPassage');
  expectRefused(file, { code: 'damaged-study', values: { file: 'study.concord' } });
});

test('a page that was damaged while the study was closed is named when it is come upon, and by the check', async () => {
  const file = await manyCodings();
  damage(file, 'codings');
  const engine = openStudy(file);
  onTestFinished(() => engine.close());
  expect(await engine.call('document.read', { document: 1 })).toMatchObject({ name: 'Talk' });
  await expect(engine.call('coding.list', { document: 1 })).rejects.toMatchObject({ code: 'damaged-study', values: { file: 'study.concord' } });
  await expect(engine.call('coding.apply', { document: 1, start: 0, end: 5, codes: [{ code: 1 }] })).rejects.toMatchObject({ code: 'damaged-study' });
  const { findings } = await engine.call('study.check', {});
  expect(findings[0]).toMatchObject({ code: 'damaged-pages', where: '' });
  expect(findings[0]!.count).toBeGreaterThan(0);
});

test('a text and an imported file that are not what was saved are found by the check, which names them', async () => {
  const engine = newStudy();
  const text = 'R: We were so tired that day.\nI: Why?\nR: No time.';
  await engine.ask('document.import', { files: [{ handle: 'a' }] }, { preparation: { file: async () => ({ name: 'P01.txt', bytes: new TextEncoder().encode(text) }) } });
  await engine.call('document.create', { name: 'Other', text: 'Nothing is wrong here.' });
  engine.close();
  const db = new Database(engine.file);
  db.exec("UPDATE documents SET text = replace(text, 'tired', 'happy') WHERE name = 'P01'");
  db.prepare('UPDATE originals SET bytes = ?').run(Buffer.from('0300', 'hex'));
  db.exec("INSERT INTO passages (uuid, document, start, end) VALUES ('x', 1, 5, 9000); UPDATE turns SET start = 0 WHERE id = (SELECT max(id) FROM turns WHERE document = 1)");
  db.exec("INSERT INTO memos (uuid, about, target) VALUES ('y', 'codes', 99)");
  db.close();
  const again = openStudy(engine.file);
  onTestFinished(() => again.close());
  expect((await again.call('study.check', {})).findings).toEqual([
    { code: 'text-differs', where: 'P01', count: 1 }, { code: 'span-outside-text', where: 'P01: passages', count: 1 }, { code: 'turns-overlap', where: 'P01', count: 2 },
    { code: 'original-differs', where: 'P01.txt', count: 1 }, { code: 'memo-about-nothing', where: 'codes', count: 1 },
  ]);
});
