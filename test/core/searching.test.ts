import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDesk } from '../../electron/core/desk.ts';
import { createTextSearcher } from '../../electron/core/textSearcher.ts';
import { temporaryFolder } from '../helpers/study.ts';

/** A desk as a window has it, with one document of many texts in which an expression can lose itself. */
async function desk() {
  const folder = temporaryFolder();
  const made = createDesk({ places: { settings: join(folder, 'settings.json'), studies: folder }, sample: () => null, version: '0' });
  onTestFinished(() => made.close());
  const call = async (name: string, input: unknown, job?: string) => {
    const reply = await made.call({ name, input, ...(job === undefined ? {} : { job }) });
    if ('problem' in reply) throw Object.assign(new Error(reply.problem), { code: reply.problem });
    return reply.value;
  };
  await call('desk.create', { name: 'Study' });
  await call('document.create', { name: 'Ward', text: `The pay is low.\n${'a'.repeat(60)}!\nPay again.` });
  return { call };
}
const wicked = { text: '(a+)+$', regex: true };

test('while an expression loses itself, everything else answers, and the search can be stopped', async () => {
  const { call } = await desk();
  const slow = call('search.find', wicked, 'slow').then(() => 'found', (error: { code: string }) => error.code);
  const started = performance.now();
  expect(await call('document.list', {})).toMatchObject([{ name: 'Ward' }]);
  expect(await call('search.find', { text: 'pay' })).toMatchObject({ total: 2, complete: true });
  await call('job.cancel', { job: 'slow' });
  expect(await slow).toBe('cancelled');
  // It would have gone on for ten seconds.
  expect(performance.now() - started).toBeLessThan(8000);
  expect(await call('search.find', { text: 'p.y', regex: true })).toMatchObject({ total: 2 });
});

test('what was found beside the core is coded, and an edit meanwhile is not missed', async () => {
  const { call } = await desk();
  const coding = call('search.code', { search: { text: '[Pp]ay', regex: true }, code: { path: 'Pay', facet: 'dimension' } });
  await call('document.edit', { document: 1, splices: [{ at: 0, removed: '', inserted: 'Pay! ' }] });
  expect(await coding).toMatchObject({ hits: 3, added: 3 });
  expect(await call('code.list', {})).toMatchObject([{ name: 'Pay', facet: 'dimension' }]);
  await expect(call('search.find', { text: '(', regex: true })).rejects.toMatchObject({ code: 'search-expression' });
});

test('the texts of a search are answered in their order, and those of a stopped one not at all', async () => {
  const texts = createTextSearcher();
  onTestFinished(() => texts.close());
  const stopping = new AbortController();
  const find = texts.searcher('b', { source: 'b', flags: 'g' }, stopping.signal);
  expect(await Promise.all([find(['ab', 'b']), find(['bb'])])).toEqual([[[1, 2], [0, 1]], [[0, 1, 1, 2]]]);
  stopping.abort();
  await expect(find(['b'])).rejects.toMatchObject({ code: 'cancelled' });
});
