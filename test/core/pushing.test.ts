import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDesk, type Desk } from '../../electron/core/desk.ts';
import { openStudy } from '../../electron/core/engine.ts';
import type { PushedBook } from '../../shared/model/pushedBook.ts';
import { everything, newStudy, temporaryFolder } from '../helpers/study.ts';

async function ask<V>(desk: Desk, name: string, input: unknown): Promise<V> {
  const reply = await desk.call({ name, input });
  if ('problem' in reply) throw Object.assign(new Error(reply.problem), reply);
  return reply.value as V;
}
/** A study that is open in a desk, its codebook changed since copies of it were made, in which people coded. */
async function team() {
  const folder = temporaryFolder();
  const engine = newStudy(folder, { who: 'Lin' });
  const { document } = await engine.call('document.create', { name: 'One', text: 'They keep them in the ward.' });
  const { code: pay } = await engine.call('code.create', { name: 'Pay', facet: 'theme' });
  const { code: load } = await engine.call('code.create', { name: 'Workload', facet: 'theme', definition: 'Old.' });
  engine.close();
  const copies = [1, 2].map((number) => join(folder, `copy ${number}.concord`));
  for (const copy of copies) copyFileSync(engine.file, copy);
  const bo = openStudy(copies[0]!, { who: 'Bo' });
  await bo.call('coding.apply', { document, start: 0, end: 4, codes: [{ code: pay }, { code: load }] });
  bo.close();
  const desk = createDesk({ places: { settings: join(folder, 'home', 'settings.json'), studies: join(folder, 'studies') }, sample: () => null, version: '1' });
  onTestFinished(() => desk.close());
  desk.open(engine.file);
  await ask(desk, 'desk.coder', { name: 'Lin' });
  await ask(desk, 'code.change', { code: load, definition: 'New.' });
  await ask(desk, 'code.remove', { code: pay });
  await ask(desk, 'code.create', { name: 'Waiting', facet: 'theme' });
  const push = (handles: readonly { readonly handle: string }[], write: boolean) => ask<PushedBook[]>(desk, 'book.push', { copies: handles.map(({ handle }) => handle), language: 'en', write });
  return { folder, desk, file: engine.file, copies, push };
}
const codings = (file: string): unknown => everything(file)['codings'];

test('the codebook is given to copies as it is here: it is told before, codings stay with their codes, and it is one step there, undone exactly', async () => {
  const { desk, copies, push } = await team();
  const [before, kept, first] = [copies.map((copy) => readFileSync(copy)), copies.map(codings), everything(copies[0]!)];
  const handles = copies.map((copy) => desk.handPath(copy));
  const told = await push(handles, false);
  expect(told).toMatchObject([{ file: 'copy 1.concord', problem: null, added: ['Waiting'], changed: ['Workload'], gone: [], kept: ['Pay'], codings: 2, saved: null }, { file: 'copy 2.concord', added: ['Waiting'], changed: ['Workload'], gone: ['Pay'], kept: [], codings: 0 }]);
  expect(copies.map((copy) => readFileSync(copy))).toEqual(before);
  expect(await push(handles, true)).toEqual(told);
  expect(copies.map(codings)).toEqual(kept);
  const bo = openStudy(copies[0]!, { who: 'Bo' });
  expect((await bo.call('code.list', {})).map(({ name, definition, codings: count }) => [name, definition, count])).toEqual([['Pay', '', 1], ['Workload', 'New.', 1], ['Waiting', '', 0]]);
  expect((await bo.call('history.list', {}))[0]).toMatchObject({ operation: 'codebook.merge', who: 'Lin' });
  await bo.call('history.undo', {});
  bo.close();
  expect(everything(copies[0]!)).toEqual(first);
  // Once more there is nothing to give to the other.
  expect((await push([handles[1]!], true))[0]).toMatchObject({ added: [], changed: [], gone: [], problem: null });
});

test('each copy that nothing can come of says why, and the others go on: the study itself, another study, one that is open, damaged, newer, or none', async () => {
  const { folder, desk, file, copies, push } = await team();
  const other = newStudy(temporaryFolder());
  other.close();
  const [none, newer, damaged] = ['none', 'newer', 'damaged'].map((name) => join(folder, `${name}.concord`));
  writeFileSync(none!, 'no study');
  const bytes = readFileSync(copies[1]!);
  const later = Buffer.from(bytes);
  later.writeUInt32BE(9999, 60);
  writeFileSync(newer!, later);
  writeFileSync(damaged!, Buffer.from(bytes).fill(7, 4096));
  const open = openStudy(copies[0]!);
  await open.call('code.create', { name: 'Elsewhere', facet: 'theme' });
  const handles = [file, other.file, copies[0]!, none!, newer!, damaged!, copies[1]!].map((path) => desk.handPath(path));
  const untouched = [other.file, none!, newer!, damaged!].map((path) => readFileSync(path));
  for (const write of [false, true]) {
    const answers = await push(handles, write);
    expect(answers.map(({ problem }) => problem?.problem ?? null)).toEqual(['copy-is-itself', 'copy-of-another', 'study-in-use', 'not-a-study', 'newer-study', 'damaged-study', null]);
    expect(answers.slice(0, -1).map(({ problem, file: name }) => problem!.values['file'] === name)).toEqual(answers.slice(0, -1).map(() => true));
    expect(answers.at(-1)).toMatchObject({ added: ['Waiting'], gone: ['Pay'] });
  }
  expect([other.file, none!, newer!, damaged!].map((path) => readFileSync(path))).toEqual(untouched);
  expect((await open.call('code.list', {})).map(({ name }) => name)).toContain('Elsewhere');
  open.close();
});

test('a copy that came as bytes alone is answered with a file to save, and nothing of it stays behind', async () => {
  const { folder, desk, copies, push } = await team();
  const [answer] = await push([desk.hand('from Bo.concord', readFileSync(copies[0]!))], true);
  expect(answer).toMatchObject({ file: 'from Bo.concord', problem: null, added: ['Waiting'], saved: { name: 'from Bo.concord' } });
  const saved = join(folder, 'saved.concord');
  desk.saveTo(answer!.saved!.handle, saved);
  expect(codings(saved)).toEqual(codings(copies[0]!));
  const study = openStudy(saved);
  expect((await study.call('code.list', {})).map(({ name }) => name)).toEqual(['Pay', 'Workload', 'Waiting']);
  study.close();
  expect((await push([desk.hand('bad.concord', new TextEncoder().encode('text'))], true))[0]).toMatchObject({ file: 'bad.concord', problem: { problem: 'not-a-study', values: { file: 'bad.concord' } }, saved: null });
});
