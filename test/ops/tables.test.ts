import { expect, test } from 'vitest';
import { codedStudy } from '../helpers/study.ts';

const cells = async ({ engine }: Awaited<ReturnType<typeof codedStudy>>) => (await engine.call('table.make', { columns: 'document' })).cells.flat();

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

test('rows, groups and counts that there are not are named', async () => {
  const { engine } = await codedStudy('We were [tired: so tired].');
  const ask = (more: object) => engine.ask('table.make', { columns: 'document', ...more });
  for (const rows of ['facet:feeling', 'tired > very', 'x']) await expect(ask({ rows })).rejects.toMatchObject({ code: 'no-such-rows', values: { rows } });
  for (const rows of ['facet:theme', 'facet: theme', 'TIRED', '']) expect((await ask({ rows })).value).toMatchObject({ rows: [{ codes: [{ path: 'tired', facet: 'theme', depth: 0 }] }], cells: [[1]] });
  await expect(ask({ columns: 'group' })).rejects.toMatchObject({ code: 'no-such-attribute', values: { attribute: 'group', known: '' } });
  await expect(ask({ count: 'sentences' })).rejects.toMatchObject({ code: 'bad-input', values: { operation: 'table.make' } });
  await expect(engine.call('excerpt.list', { code: 'x' })).rejects.toMatchObject({ code: 'no-such-code', values: { code: 'x' } });
  await expect(engine.call('excerpt.list', { group: 'x' })).rejects.toMatchObject({ code: 'no-such-group', values: { group: 'x', known: '' } });
});

test('an empty cell of a group that was asked is 0, of one that nobody was asked in it is nothing', async () => {
  const { engine } = await codedStudy('We were [tired: so tired].');
  const { participant } = await engine.call('participant.create', { name: 'Ana' });
  await engine.call('turn.assign', { document: 1, label: '', participant });
  const { attribute } = await engine.call('attribute.create', { name: 'group', of: 'participants', kind: 'choice', choices: ['doctor', 'nurse', 'head'] });
  await engine.call('attribute.set', { attribute, participant, value: 'nurse' });
  await engine.call('code.create', { name: 'pay', facet: 'theme' });
  const table = await engine.call('table.make', { columns: 'GROUP', count: 'participants' });
  expect(table.columns.map(({ labels: [label], n, documents, state }) => [label, n, documents, state])).toEqual([['doctor', 0, 0, 'nobodyInterviewed'], ['nurse', 1, 1, 'counted'], ['head', 0, 0, 'nobodyInterviewed']]);
  expect(table.cells).toEqual([[null, 1, null], [null, 0, null]]);
});

test('an attribute called as another of documents is, or “Document”, has columns of its own', async () => {
  const { engine } = await codedStudy('We were [tired: so tired].');
  const { participant } = await engine.call('participant.create', { name: 'Ana' });
  await engine.call('turn.assign', { document: 1, label: '', participant });
  for (const [name, of, value] of [['Place', 'participants', 'home'], ['Place', 'documents', 'ward'], ['Document', 'participants', 'pass']] as const) {
    const { attribute } = await engine.call('attribute.create', { name, of, kind: 'text' });
    await engine.call('attribute.set', { attribute, value, ...(of === 'participants' ? { participant } : { document: 1 }) });
  }
  const columns = async (by: string) => { const table = await engine.call('table.make', { columns: by }); return [table.columnAxis[0]!.name || table.columnAxis[0]!.kind, table.columns.map(({ labels: [label] }) => label)]; };
  expect(await columns('Place')).toEqual(['Place', ['home']]);
  expect(await columns('participants:Place')).toEqual(['Place', ['home']]);
  expect(await columns('documents:Place')).toEqual(['Place', ['ward']]);
  expect(await columns('participants:Document')).toEqual(['Document', ['pass']]);
  expect(await columns('document')).toEqual(['document', [expect.any(String)]]);
  await engine.call('attribute.create', { name: 'documents:Place', of: 'participants', kind: 'text' });
  expect(await columns('participants:documents:Place')).toEqual(['documents:Place', ['']]);
});
