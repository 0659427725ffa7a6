import { expect, test } from 'vitest';
import { newStudy } from '../helpers/study.ts';

test('an analysis keeps its name, kind and question, can be saved over, renamed and taken away, and undo gives it back', async () => {
  const engine = newStudy();
  const named = async () => (await engine.call('savedTable.list', {})).map(({ name, kind, asked }) => ({ name, kind, asked }));
  const { saved } = await engine.call('savedTable.save', { name: 'Who says what', kind: 'table', asked: { by: 'document', count: 'codings' } });
  await engine.call('savedTable.save', { name: '谁说了什么', kind: 'table', asked: { by: 'document' } });
  expect(await named()).toEqual([{ name: 'Who says what', kind: 'table', asked: { by: 'document', count: 'codings' } }, { name: '谁说了什么', kind: 'table', asked: { by: 'document' } }]);
  await expect(engine.call('savedTable.save', { name: 'WHO SAYS WHAT', kind: 'table', asked: { by: 'coder' } })).rejects.toMatchObject({ code: 'name-taken' });
  await engine.call('savedTable.save', { saved, name: 'Who says what', kind: 'table', asked: { by: 'coder' } });
  await engine.call('savedTable.rename', { saved, name: 'Coders' });
  expect((await named())[0]).toEqual({ name: 'Coders', kind: 'table', asked: { by: 'coder' } });
  await engine.call('savedTable.remove', { saved });
  expect((await named()).map(({ name }) => name)).toEqual(['谁说了什么']);
  for (let step = 0; step < 3; step++) await engine.call('history.undo', {});
  expect((await named())[0]).toEqual({ name: 'Who says what', kind: 'table', asked: { by: 'document', count: 'codings' } });
  expect((await engine.call('history.list', { limit: 10 })).find(({ operation }) => operation === 'savedTable.remove')?.about).toEqual({ table: 'Coders' });
  expect(await engine.call('savedTable.list', { kind: 'survey' })).toEqual([]);
});
