import { expect, test } from 'vitest';
import type { Problem } from '../../shared/model/problem.ts';
import { createWords } from '../../shared/words/index.ts';
import { newStudy } from '../helpers/study.ts';

test('an analysis keeps its name, kind and question, can be saved over, renamed and taken away, and undo gives it back', async () => {
  const engine = newStudy();
  const named = async () => (await engine.call('savedTable.list', {})).map(({ name, kind, asked }) => ({ name, kind, asked }));
  const { saved } = await engine.call('savedTable.save', { name: 'Who says what', kind: 'table', asked: { columns: 'document', count: 'codings' } });
  await engine.call('savedTable.save', { name: '谁说了什么', kind: 'table', asked: { columns: 'document' } });
  expect(await named()).toEqual([{ name: 'Who says what', kind: 'table', asked: { columns: 'document', count: 'codings' } }, { name: '谁说了什么', kind: 'table', asked: { columns: 'document' } }]);
  await expect(engine.call('savedTable.save', { name: 'WHO SAYS WHAT', kind: 'table', asked: { columns: 'coder' } })).rejects.toMatchObject({ code: 'name-taken' });
  await engine.call('savedTable.save', { saved, name: 'Who says what', kind: 'table', asked: { columns: 'coder' } });
  await engine.call('savedTable.rename', { saved, name: 'Coders' });
  expect((await named())[0]).toEqual({ name: 'Coders', kind: 'table', asked: { columns: 'coder' } });
  await engine.call('savedTable.remove', { saved });
  expect((await named()).map(({ name }) => name)).toEqual(['谁说了什么']);
  for (let step = 0; step < 3; step++) await engine.call('history.undo', {});
  expect((await named())[0]).toEqual({ name: 'Who says what', kind: 'table', asked: { columns: 'document', count: 'codings' } });
  expect((await engine.call('history.list', { limit: 10 })).find(({ operation }) => operation === 'savedTable.remove')?.about).toEqual({ table: 'Coders' });
  expect(await engine.call('savedTable.list', { kind: 'survey' })).toEqual([]);
});

test('what is of no kind that is known here, or asked as its kind cannot be, is not saved, and says what is wrong', async () => {
  const engine = newStudy();
  await expect(engine.call('savedTable.save', { name: 'x', kind: 'horoscope', asked: {} })).rejects.toMatchObject({ code: 'no-such-exhibit', values: { kind: 'horoscope' } });
  const refused = await engine.call('savedTable.save', { name: 'x', kind: 'words', asked: { least: 0, colour: 'red', speakers: 'nobody' } }).then(() => null, (error: unknown) => error);
  expect(refused).toMatchObject({ code: 'bad-input' });
  expect(createWords('en').problem(refused as Problem).way).toBe('Check the values: speakers: one of interviewees, all; least: no less than 1; colour is not known here.');
  expect(createWords('zh').problem(refused as Problem).way).toBe('请检查填写的内容：speakers：应为 interviewees, all 之一；least：不得小于 1；此处没有 colour 这一项。');
  expect(await engine.call('savedTable.list', {})).toEqual([]);
});
