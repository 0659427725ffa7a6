import { expect, test } from 'vitest';
import { codedStudy } from '../helpers/study.ts';

test('codings move with the text before them, and grow with what is typed inside', async () => {
  const { edit, shown } = await codedStudy('We were [tired: so tired] that day.');
  await edit('We', 'All of us');
  expect(await shown()).toBe('All of us were [tired: so tired] that day.');
  await edit('so', 'so very');
  expect(await shown()).toBe('All of us were [tired: so very tired] that day.');
});

test('a coding whose words are all deleted goes with them and comes back on undo', async () => {
  const { engine, edit, shown } = await codedStudy('We were [tired: so [pay: tired]] that day.');
  await edit(' so tired', '');
  expect(await shown()).toBe('We were that day.');
  await engine.call('history.undo', {});
  expect(await shown()).toBe('We were [tired: so [pay: tired]] that day.');
  await engine.call('history.redo', {});
  expect(await shown()).toBe('We were that day.');
});

test('half of a coding that is deleted leaves the other half coded, in Chinese and with emoji too', async () => {
  const { engine, edit, shown } = await codedStudy('我们那天[累: 😀累得说不出话来]，真的。');
  await edit('天😀累', '天');
  expect(await shown()).toBe('我们那天[累: 得说不出话来]，真的。');
  await engine.call('history.undo', {});
  expect(await shown()).toBe('我们那天[累: 😀累得说不出话来]，真的。');
});

test('an edit that no longer fits the text is refused and changes nothing', async () => {
  const { engine, document, shown } = await codedStudy('We were [tired: so tired].');
  await expect(engine.call('document.edit', { document, splices: [{ at: 0, removed: 'They', inserted: 'We' }] })).rejects.toMatchObject({ code: 'text-has-changed' });
  expect(await shown()).toBe('We were [tired: so tired].');
  expect(await engine.call('project.read', {})).toMatchObject({ undo: { operation: 'coding.apply' } });
});
