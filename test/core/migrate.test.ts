import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openStudy } from '../../electron/core/engine.ts';
import { schemaVersion } from '../../shared/model/schema.ts';
import { sha256 } from '../../electron/core/store.ts';
import { everything, newStudy, temporaryFolder } from '../helpers/study.ts';

const old = resolve(import.meta.dirname, '../fixtures/studies/version-1.concord');
const schemaOf = (file: string) => {
  const db = new Database(file, { readonly: true });
  try { return (db.prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[]).map((name) => [name, (db.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => column.name).toSorted()]); } finally { db.close(); }
};

test('a study of the first version opens with all that was in it, and knows the language of its documents', async () => {
  const file = join(temporaryFolder(), 'old.concord');
  copyFileSync(old, file);
  const engine = openStudy(file, { who: 'Wei' });
  onTestFinished(() => engine.close());
  expect((await engine.call('document.list', {})).map(({ name, language, codings }) => [name, language, codings])).toEqual([['患者访谈', 'zh', 1], ['GP-01', 'en', 1]]);
  expect((await engine.call('coding.list', { document: 2 })).map(({ start, end, rating }) => [start, end, rating])).toEqual([[0, 7, -1]]);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
  // What the old version removed comes back, with what the new one wants of it.
  await engine.call('history.undo', {});
  expect((await engine.call('document.list', {})).map(({ name, language }) => [name, language])).toContainEqual(['Taken out', 'en']);
  await engine.call('history.redo', {});
  expect(await engine.call('document.list', {})).toHaveLength(2);
});

test('the old file is kept beside the new one, byte for byte what a reader of the first version wants', () => {
  const file = join(temporaryFolder(), 'old.concord');
  copyFileSync(old, file);
  openStudy(file).close();
  expect(existsSync(`${file}.format-1.bak`)).toBe(true);
  const kept = new Database(`${file}.format-1.bak`, { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe(1);
  expect(kept.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(2);
  kept.close();
  expect(sha256(readFileSync(old))).toBe('1d3f63b801a35ec246fc2c80588ef24b3dab39dab08ca76817e6be277fe3dbfc');
});

test('an old file that was brought up to date has the same tables as a new one', () => {
  const file = join(temporaryFolder(), 'old.concord');
  copyFileSync(old, file);
  openStudy(file).close();
  const fresh = newStudy();
  fresh.close();
  expect(schemaOf(file)).toEqual(schemaOf(fresh.file));
  const db = new Database(file, { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion);
  db.close();
});

test('a study of the second version opens with its codebook; codes have no other names yet, and get them when they are merged', async () => {
  const file = join(temporaryFolder(), 'old.concord');
  copyFileSync(resolve(import.meta.dirname, '../fixtures/studies/version-2.concord'), file);
  const engine = openStudy(file, { who: 'Wei' });
  onTestFinished(() => engine.close());
  const codebook = async () => (await engine.call('code.list', {})).map(({ name, definition, aliases, codings }) => [name, definition, aliases, codings]);
  expect(await codebook()).toEqual([['Workload', 'How much there is to do', [], 1], ['Strain', '', [], 1]]);
  // What the old version removed comes back, with what the new one wants of it.
  await engine.call('history.undo', {});
  expect(await codebook()).toContainEqual(['Taken out', '', [], 0]);
  await engine.call('code.merge', { code: 2, into: 1 });
  expect(await codebook()).toContainEqual(['Workload', 'How much there is to do', ['Strain'], 2]);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});

test('a study of the third version opens with its people and memos; nobody was referred yet, and what was taken out comes back', async () => {
  const file = join(temporaryFolder(), 'old.concord');
  copyFileSync(resolve(import.meta.dirname, '../fixtures/studies/version-3.concord'), file);
  const engine = openStudy(file, { who: 'Wei' });
  onTestFinished(() => engine.close());
  const people = async () => (await engine.call('participant.list', {})).map(({ name, referredBy, sampling }) => [name, referredBy, sampling]);
  expect(await people()).toEqual([['GP 1', null, ''], ['GP 2', null, '']]);
  expect((await engine.call('memo.list', {})).map(({ title, text }) => [title, text])).toEqual([['', 'Second talk']]);
  await engine.call('history.undo', {});
  expect(await people()).toEqual([['GP 1', null, ''], ['GP 2', null, ''], ['Taken out', null, '']]);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});

test('a study of the fourth version opens with its codings, has room for surveys and conflicts, and what was taken out comes back', async () => {
  const file = join(temporaryFolder(), 'old.concord');
  copyFileSync(resolve(import.meta.dirname, '../fixtures/studies/version-4.concord'), file);
  const engine = openStudy(file, { who: 'Wei' });
  onTestFinished(() => engine.close());
  expect((await engine.call('code.list', {})).map(({ name, codings }) => [name, codings])).toEqual([['Not sent back', 1]]);
  await engine.call('history.undo', {});
  expect((await engine.call('code.list', {})).map(({ name }) => name)).toEqual(['Not sent back', 'Taken out']);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
  engine.close();
  expect(schemaOf(file).map(([name]) => name)).toEqual(expect.arrayContaining(['answers', 'conflictPassages', 'conflicts', 'questions', 'reports', 'respondents', 'savedTables', 'surveys']));
});

test('a study of the fifth version opens with its register and saved tables, nobody in it is the consensus, and what was taken out comes back', async () => {
  const file = join(temporaryFolder(), 'old.concord');
  copyFileSync(resolve(import.meta.dirname, '../fixtures/studies/version-5.concord'), file);
  const engine = openStudy(file, { who: 'Wei' });
  onTestFinished(() => engine.close());
  expect((await engine.call('conflict.list', {})).map(({ name }) => name)).toEqual(['Who carries the load']);
  expect((await engine.call('savedTable.list', {})).map(({ name }) => name)).toEqual(['By group']);
  await engine.call('history.undo', {});
  expect((await engine.call('code.list', {})).map(({ name, codable }) => [name, codable])).toEqual([['Nurses', 'yes'], ['Managers', 'yes'], ['Workload', 'yes'], ['Taken out', 'yes']]);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
  engine.close();
  expect(everything(file)['coders']).toMatchObject([{ name: 'Lin', layer: 'coder' }]);
});
