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

test.each([
  ['inside an emoji', { at: 9, removed: '', inserted: 'x' }],
  ['behind the end', { at: 99, removed: '', inserted: 'x' }],
  ['half an emoji', { at: 8, removed: '\uD83D', inserted: 'x' }],
  ['an emoji by half of one', { at: 8, removed: '😀', inserted: '\uDE00' }],
  ['what would hold a NUL', { at: 0, removed: '', inserted: '\0' }],
])('an edit %s is refused in words, and the text stays whole', async (_what, splice) => {
  const { engine, document, shown } = await codedStudy('We were 😀 [tired: so tired].');
  await expect(engine.call('document.edit', { document, splices: [splice] })).rejects.toMatchObject({ name: 'Problem' });
  expect(await shown()).toBe('We were 😀 [tired: so tired].');
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});

test('of several edits that one cannot be made, none is', async () => {
  const { engine, document, shown } = await codedStudy('We were [tired: so tired].');
  await expect(engine.call('document.edit', { document, splices: [{ at: 0, removed: 'We', inserted: 'They' }, { at: 0, removed: 'We', inserted: 'You' }] })).rejects.toMatchObject({ code: 'text-has-changed' });
  expect(await shown()).toBe('We were [tired: so tired].');
});

test('several edits are one step, each in the offsets that the one before left', async () => {
  const { engine, document, shown } = await codedStudy('We were [tired: so tired] that day.');
  await engine.call('document.edit', { document, splices: [{ at: 0, removed: 'We', inserted: 'All of us' }, { at: 15, removed: 'so', inserted: 'very' }, { at: 34, removed: '.', inserted: '!' }] });
  expect(await shown()).toBe('All of us were [tired: very tired] that day!');
  await engine.call('history.undo', {});
  expect(await shown()).toBe('We were [tired: so tired] that day.');
});
