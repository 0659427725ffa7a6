import { expect, test } from 'vitest';
import { codedStudy } from '../helpers/study.ts';

const cells = async ({ engine }: Awaited<ReturnType<typeof codedStudy>>) => (await engine.call('frequency.table', { by: 'document' })).cells.flat();

test('three codes put on a passage at once count once each in the table that is open', async () => {
  const study = await codedStudy('We were [tired: so tired] and [pay: so poor] and [trust: so alone].');
  expect(await cells(study)).toEqual([1, 1, 1]);
  await study.engine.call('coding.apply', { document: study.document, start: 0, end: 2, codes: [...study.codes.values()].map((code) => ({ code })) });
  expect(await cells(study)).toEqual([2, 2, 2]);
  await study.engine.call('history.undo', {});
  expect(await cells(study)).toEqual([1, 1, 1]);
  await study.engine.call('history.redo', {});
  expect(await cells(study)).toEqual([2, 2, 2]);
});
