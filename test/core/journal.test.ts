import { statSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Topic } from '../../shared/model/change.ts';
import { openStudy, type Engine } from '../../electron/core/engine.ts';
import type { HistoryEntry } from '../../electron/ops/operation.ts';
import { codedStudy, everything, newStudy } from '../helpers/study.ts';

const undo = (engine: Engine) => engine.call('history.undo', {});
const redo = (engine: Engine) => engine.call('history.redo', {});
const history = async (engine: Engine) => (await engine.call('history.list', {})).map(({ kind, operation, who }) => [kind, operation, who]);
/** Closes and opens again, as after a restart. */
function reopened(engine: Engine, who = 'Lin'): Engine {
  engine.close();
  const again = openStudy(engine.file, { who });
  onTestFinished(() => again.close());
  return again;
}

test('each step says who did it and when, what, and what it was about; undo and redo are entries too', async () => {
  const moments = [1000, 2000, 3000, 4000, 5000];
  const { engine } = await codedStudy('', { who: 'Lin', now: () => moments.shift() ?? 9000 });
  await engine.call('code.create', { name: 'tired', facet: 'theme' });
  await engine.ask('coding.apply', { document: 1, start: 0, end: 1, codes: [{ code: 1 }] }, { who: 'Wei' }).catch(() => {});
  await engine.ask('document.rename', { document: 1, name: 'Talk' }, { who: 'Wei' });
  await engine.ask('history.undo', {}, { who: 'Ana' });
  await engine.ask('history.redo', {}, { who: 'Wei' });
  expect(await engine.call('history.list', {})).toEqual([
    { seq: 5, at: 9000, who: 'Wei', kind: 'redo', operation: 'document.rename', about: { document: 'Talk' } },
    { seq: 4, at: 5000, who: 'Ana', kind: 'undo', operation: 'document.rename', about: { document: 'Talk' } },
    { seq: 3, at: 4000, who: 'Wei', kind: 'do', operation: 'document.rename', about: { document: 'Talk' } },
    { seq: 2, at: 2000, who: 'Lin', kind: 'do', operation: 'code.create', about: { code: 'tired' } },
    { seq: 1, at: 1000, who: 'Lin', kind: 'do', operation: 'document.create', about: { document: 'Interview' } },
  ]);
});

test('a clock that goes backwards changes nothing: the order is that of the steps', async () => {
  const moments = [9000, 1000, 5000, 0];
  let { engine } = await codedStudy('', { who: 'Lin', now: () => moments.shift() ?? 3 });
  for (const name of ['a', 'b', 'c']) await engine.call('code.create', { name, facet: 'theme' });
  engine = reopened(engine);
  expect((await engine.call('history.list', {})).map(({ at, about }) => [at, about['code'] ?? ''])).toEqual([[0, 'c'], [5000, 'b'], [1000, 'a'], [9000, '']]);
  expect(await undo(engine)).toMatchObject({ about: { code: 'c' } });
  expect(await undo(engine)).toMatchObject({ about: { code: 'b' } });
});

test('the history is read in pages, newest first, each entry once', async () => {
  const engine = newStudy();
  for (let index = 0; index < 25; index++) await engine.call('code.create', { name: `c${index}`, facet: 'theme' });
  const pages: HistoryEntry[][] = [];
  for (let before: number | null = null; ;) {
    const page: HistoryEntry[] = await engine.call('history.list', { before, limit: 10 });
    if (page.length === 0) break;
    pages.push(page);
    before = page.at(-1)!.seq;
  }
  expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
  expect(pages.flat().map(({ about }) => about['code'])).toEqual(Array.from({ length: 25 }, (_, index) => `c${24 - index}`));
  await expect(engine.call('history.list', { limit: 0 })).rejects.toMatchObject({ code: 'bad-input' });
});

test('undo and redo go on after a restart where they were, and something new ends what could be redone', async () => {
  let { engine } = await codedStudy('We were [tired: so tired].');
  await undo(engine);
  engine = reopened(engine, 'Wei');
  expect(await engine.call('project.read', {})).toMatchObject({ codings: 0, undo: { operation: 'code.create' }, redo: { operation: 'coding.apply', who: 'Lin' } });
  await redo(engine);
  await undo(engine);
  await undo(engine);
  engine = reopened(engine);
  await redo(engine);
  await redo(engine);
  expect(await engine.call('project.read', {})).toMatchObject({ codings: 1, redo: null });
  await undo(engine);
  await engine.call('code.create', { name: 'pay', facet: 'theme' });
  engine = reopened(engine);
  await expect(redo(engine)).rejects.toMatchObject({ code: 'nothing-to-redo' });
  for (let step = 0; step < 3; step++) await undo(engine);
  await expect(undo(engine)).rejects.toMatchObject({ code: 'nothing-to-undo' });
  expect(await engine.call('project.read', {})).toMatchObject({ documents: 0, codes: 0, name: 'Study' });
});

test('a coder is known by name, whatever its case, and is gone again when the first coding is taken back', async () => {
  const { engine, document } = await codedStudy('We were [tired: so tired].');
  for (const [index, who] of ['Wei', 'wei', ' ＷＥＩ ', 'LIN'].entries()) await engine.ask('coding.apply', { document, start: 0, end: 2 + index, codes: [{ code: 1 }] }, { who });
  expect((await engine.call('coder.list', {})).map(({ name, codings }) => [name, codings])).toEqual([['Lin', 2], ['Wei', 3]]);
  for (let step = 0; step < 4; step++) await undo(engine);
  expect((await engine.call('coder.list', {})).map(({ name }) => name)).toEqual(['Lin']);
  await engine.ask('coding.apply', { document, start: 0, end: 1, codes: [{ code: 1 }] }, { who: '  Ana\u202E\tRuiz ' });
  expect((await engine.call('coder.list', {})).map(({ name }) => name)).toEqual(['Lin', 'Ana Ruiz']);
});

test('a large import is one step, which is undone, redone and known after a restart, in a file that is not doubled', async () => {
  let engine = newStudy();
  const text = Array.from({ length: 60 }, (_, turn) => `${turn % 2 ? 'R' : 'I'}: What was said in turn ${turn}, 累得说不出话来${turn % 2 ? '.' : '?'}`).join('\n');
  const files = Array.from({ length: 150 }, (_, index) => ({ name: `P${index}.txt`, bytes: new TextEncoder().encode(`${text} ${index}`) }));
  await engine.ask('document.import', { files: files.map((_, index) => ({ handle: String(index) })) }, { preparation: { file: async (handle) => files[Number(handle)]!, progress: async () => {} } });
  engine = reopened(engine);
  const size = statSync(engine.file).size;
  engine.close();
  const before = everything(engine.file);
  expect([before['documents']!.length, before['turns']!.length]).toEqual([150, 9000]);
  engine = openStudy(engine.file);
  const started = performance.now();
  await undo(engine);
  expect(await engine.call('project.read', {})).toMatchObject({ documents: 0, participants: 0, redo: { operation: 'document.import' } });
  engine = reopened(engine);
  await redo(engine);
  expect(performance.now() - started).toBeLessThan(10_000);
  engine.close();
  expect(everything(engine.file)).toEqual(before);
  // The rows of the undo and of the redo are kept packed.
  expect(statSync(engine.file).size).toBeLessThan(size * 1.6);
});

describe('a command that changes nothing leaves no step', () => {
  type Doing = (study: Awaited<ReturnType<typeof codedStudy>>) => Promise<unknown>;
  const idle: Record<string, Doing> = {
    'coding the same passage again': ({ engine, document }) => engine.call('coding.apply', { document, start: 8, end: 16, codes: [{ code: 1 }] }),
    'rating it as it is rated': ({ engine, document }) => engine.call('coding.apply', { document, start: 8, end: 16, codes: [{ code: 1, rating: null }] }),
    'changing a coding to what it is': ({ engine }) => engine.call('coding.change', { coding: 1, rating: null, party: null }),
    'renaming a document to its name': ({ engine, document }) => engine.call('document.rename', { document, name: 'Interview' }),
    'moving a code to its place': ({ engine }) => engine.call('code.move', { code: 1, parent: null, facet: 'theme' }),
    'changing a code to what it is': ({ engine }) => engine.call('code.change', { code: 1, name: 'tired', definition: '' }),
    'writing a memo as it is': async ({ engine }) => engine.call('memo.write', { memo: 1, about: 'codes', target: 1, text: 'why' }),
    'writing no memo': ({ engine }) => engine.call('memo.write', { about: 'codes', target: 1, text: '' }),
    'setting a value as it is': ({ engine }) => engine.call('attribute.set', { attribute: 1, participant: 1, value: 'nurse' }),
    'replacing words by themselves': ({ engine, document }) => engine.call('document.edit', { document, splices: [{ at: 11, removed: 'tired', inserted: 'tired' }] }),
    'taking a sheet in that says nothing new': ({ engine }) => engine.ask('participant.import', { handle: 'x' }, { preparation: { file: async () => ({ name: 'x.csv', bytes: new TextEncoder().encode('name,group\nAna,nurse\n') }) } }),
  };
  test.each(Object.keys(idle))('%s', async (what) => {
    const study = await codedStudy('We were [tired: so tired] that day.');
    const { engine } = study;
    await engine.call('memo.write', { about: 'codes', target: 1, text: 'why' });
    await engine.call('participant.create', { name: 'Ana' });
    await engine.call('attribute.create', { name: 'group', of: 'participants', kind: 'choice', choices: ['nurse'] });
    await engine.call('attribute.set', { attribute: 1, participant: 1, value: 'nurse' });
    const before = await history(engine);
    let announced = 0;
    engine.onChanged(() => { announced++; });
    await idle[what]!(study);
    await Promise.resolve();
    expect(await history(engine)).toEqual(before);
    expect(announced).toBe(0);
    expect(await study.shown()).toBe('We were [tired: so tired] that day.');
  });
});

test('an announcement names the tables that were touched, and nothing else', async () => {
  const engine = newStudy();
  const heard: Topic[][] = [];
  const stop = engine.onChanged((touched) => { heard.push([...touched].toSorted()); });
  const announced = async (doing: Promise<unknown>) => { await doing; await Promise.resolve(); return heard.splice(0); };
  const text = 'We were so tired.';
  expect(await announced(engine.call('document.create', { name: 'Talk', text }))).toEqual([['documents', 'journal', 'turns']]);
  expect(await announced(engine.call('code.create', { name: 'pay', facet: 'theme' }))).toEqual([['codes', 'journal']]);
  expect(await announced(engine.call('coding.apply', { document: 1, start: 0, end: 2, codes: [{ code: 1 }] }))).toEqual([['coders', 'codings', 'journal', 'passages']]);
  expect(await announced(engine.call('coding.apply', { document: 1, start: 3, end: 7, codes: [{ code: 1 }] }))).toEqual([['codings', 'journal', 'passages']]);
  expect(await announced(engine.call('memo.write', { about: 'codings', target: 1, text: 'why' }))).toEqual([['journal', 'memos']]);
  expect(await announced(engine.call('coding.remove', { codings: [1] }))).toEqual([['codings', 'journal', 'memos', 'passages']]);
  expect(await announced(undo(engine))).toEqual([['codings', 'journal', 'memos', 'passages']]);
  expect(await announced(engine.call('document.edit', { document: 1, splices: [{ at: 17, removed: '', inserted: '!' }] }))).toEqual([['documents', 'journal', 'passages', 'turns']]);
  expect(await announced(engine.call('project.change', { description: 'x' }))).toEqual([['journal', 'project']]);
  expect(await announced(engine.call('code.list', {}))).toEqual([]);
  expect(await announced(engine.call('code.create', { name: 'pay', facet: 'theme' }).catch(() => {}))).toEqual([]);
  stop();
  expect(await announced(engine.call('code.create', { name: 'trust', facet: 'theme' }))).toEqual([]);
});

test('a query says what it read, also when it was answered from what was derived before', async () => {
  const { engine } = await codedStudy('We were [tired: so tired].');
  const reads = async (name: string, input: unknown) => [...(await engine.ask(name, input)).reads].toSorted();
  for (let time = 0; time < 2; time++) {
    expect(await reads('table.make', { columns: 'document' })).toEqual(['coders', 'codes', 'codings', 'documents', 'participants', 'passages', 'respondents', 'turns']);
    expect(await reads('code.list', {})).toEqual(['coders', 'codes', 'codings', 'passages', 'turns']);
    expect(await reads('history.list', {})).toEqual(['journal']);
    expect(await reads('coder.list', {})).toEqual(['coders', 'codings', 'passages', 'turns']);
  }
});

test('what was derived is fresh after every write, and after one that was rolled back half way', async () => {
  const { engine, document } = await codedStudy('We were [tired: so tired].');
  const paths = async () => (await engine.call('code.list', {})).map(({ path }) => path);
  expect(await paths()).toEqual(['tired']);
  const { code } = await engine.call('code.create', { name: 'pay', facet: 'theme' });
  expect(await paths()).toEqual(['tired', 'pay']);
  await engine.call('code.move', { code, parent: 1, facet: 'theme' });
  expect(await paths()).toEqual(['tired', 'tired > pay']);
  await engine.call('code.change', { code: 1, name: 'worn out' });
  expect(await paths()).toEqual(['worn out', 'worn out > pay']);
  // The new code is made and read before the rating is refused.
  const half = { document, start: 0, end: 2, codes: [{ create: { name: 'new', facet: 'theme' as const } }, { code: 1, rating: 2 }] };
  await expect(engine.call('coding.apply', half)).rejects.toMatchObject({ code: 'rating-not-here' });
  expect(await paths()).toEqual(['worn out', 'worn out > pay']);
  const sheet = 'document,quote,code\nInterview,tired,made on the way\nInterview,not there,other\n';
  await expect(engine.ask('coding.import', { handle: 'x' }, { preparation: { file: async () => ({ name: 'x.csv', bytes: new TextEncoder().encode(sheet) }) } })).rejects.toMatchObject({ code: 'rows-refused' });
  expect(await paths()).toEqual(['worn out', 'worn out > pay']);
  await engine.call('participant.create', { name: 'Ana' });
  await expect(engine.call('participant.create', { name: 'ANA' })).rejects.toMatchObject({ code: 'name-taken' });
  await undo(engine);
  await engine.call('participant.create', { name: 'ANA' });
  expect((await engine.call('table.make', { columns: 'document' })).cells).toEqual([[1], [0]]);
});

test('what is named twice is removed once, and comes back once', async () => {
  const { engine, document, shown } = await codedStudy('We were [tired: so [pay: tired]] that day.');
  const codings = (await engine.call('coding.list', { document })).map(({ id }) => id);
  await engine.call('coding.remove', { codings: [...codings, ...codings] });
  expect(await shown()).toBe('We were so tired that day.');
  await undo(engine);
  expect(await shown()).toBe('We were [tired: so [pay: tired]] that day.');
  await engine.call('document.remove', { documents: [document, document] });
  await undo(engine);
  expect(await shown()).toBe('We were [tired: so [pay: tired]] that day.');
});
