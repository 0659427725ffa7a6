import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { NewPart } from '../../shared/model/report.ts';
import { newStudy } from '../helpers/study.ts';

const part = (kind: string, asked: Extract<NewPart, { type: 'exhibit' }>['asked']): NewPart => ({ type: 'exhibit', kind, asked });
/** Ana, a nurse, and Bo speak of pay and rest; every kind of name that a question can hold stands in a part of the report. */
async function ward(): Promise<Engine> {
  const engine = newStudy();
  const lines = ['the pay is low', 'no rest at all'];
  const turns = [{ start: 0, end: 14, participant: 'Ana', label: '', time: null }, { start: 15, end: 29, participant: 'Bo', label: '', time: null }];
  const code = (name: string, facet: 'theme' | 'dimension') => ({ path: [name], facet, definition: '', include: '', exclude: '', example: '', scale: [] });
  const coding = (turn: number, name: string, facet: 'theme' | 'dimension') => ({ document: 'Ward', ...turns[turn]!, code: [name], facet, coder: 'Lin', rating: null, party: null, counterparty: null, memo: '', created: 0 });
  const coded = [coding(0, 'pay', 'theme'), coding(1, 'rest', 'theme'), coding(1, 'interest', 'dimension')].map(({ participant: _participant, label: _label, time: _time, ...each }) => each);
  await engine.call('study.take', { snapshot: {
    name: 'Ward', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['nurse'] }], participants: ['Ana', 'Bo'].map((name) => ({ name, role: 'interviewee' as const, values: { Group: 'nurse' } })),
    codes: [code('pay', 'theme'), code('rest', 'theme'), code('interest', 'dimension'), code('influence', 'dimension')], documents: [{ name: 'Ward', text: lines.join('\n'), values: {}, turns }], codings: coded,
  } });
  return engine;
}
const read = async (engine: Engine) => Promise.all((await engine.call('report.read', { report: 1 })).parts.map(async (each) => ({ ...(each as Extract<typeof each, { type: 'exhibit' }>), shown: await engine.call('report.show', { report: 1, part: each.id }) })));
const codeCalled = async (engine: Engine, name: string) => (await engine.call('code.list', {})).find((code) => code.name === name)!;

test('an attribute, a code set, a saved query and a dimension that are renamed stay what the parts of a report ask for', async () => {
  const engine = await ward();
  const { set } = await engine.call('codeSet.create', { name: 'Money', codes: [(await codeCalled(engine, 'pay')).id] });
  const { saved } = await engine.call('query.save', { name: 'Rests', query: { kind: 'coding', code: 'rest' } });
  await engine.call('report.create', { name: 'R', parts: [
    part('table', { rows: 'set:Money', columns: 'Group' }), part('table', { columns: ['participants:Group'], filter: { saved: 'Rests' } }), part('quotations', { saved: 'Rests' }),
    part('grid', { x: 'interest', y: 'influence', split: 'Group' }), part('words', { by: 'participants:Group', within: { code: 'pay' } }),
  ] });
  const rows = async () => (await read(engine)).map(({ shown }) => shown.exhibit && [shown.exhibit.rows.map(({ cells }) => cells), shown.exhibit.quotations]);
  const before = await rows();
  expect(before).not.toContain(null);
  await engine.call('attribute.change', { attribute: 1, name: 'Stakeholder' });
  await engine.call('codeSet.rename', { set, name: 'Wages' });
  await engine.call('query.rename', { saved, name: 'Breaks' });
  await engine.call('code.change', { code: (await codeCalled(engine, 'interest')).id, name: 'degree of interest' });
  await engine.call('code.change', { code: (await codeCalled(engine, 'pay')).id, name: 'wage' });
  expect(await rows()).toEqual(before);
  expect((await read(engine)).map(({ asked }) => asked)).toMatchObject([
    { rows: 'set:Wages', columns: 'participants:Stakeholder' }, { columns: ['participants:Stakeholder'], filter: { saved: 'Breaks' } }, { saved: 'Breaks' },
    { x: 'degree of interest', y: 'influence', split: 'participants:Stakeholder' }, { by: 'participants:Stakeholder', within: { code: 'wage' } },
  ]);
  for (let step = 0; step < 5; step++) await engine.call('history.undo', {});
  expect((await read(engine)).map(({ asked }) => asked)[0]).toEqual({ rows: 'set:Money', columns: 'Group' });
});
test('a part that asks for a code that was merged counts the one that stays, and says so; of one that is deleted it says that it is gone', async () => {
  const engine = await ward();
  await engine.call('report.create', { name: 'R', parts: [part('quotations', { code: 'pay' }), part('quotations', { query: { kind: 'coding', code: 'pay' } }), part('table', { columns: 'document', filter: { query: { kind: 'participant', participants: ['Ana'] } } })] });
  await engine.call('savedTable.save', { name: 'Pay', kind: 'table', asked: { rows: 'code:pay', columns: 'document' } });
  await engine.call('code.merge', { code: (await codeCalled(engine, 'pay')).id, into: (await codeCalled(engine, 'rest')).id });
  const shown = (await read(engine)).map(({ shown: { exhibit } }) => exhibit!);
  for (const each of shown.slice(0, 2)) {
    expect(each.quotations.map(({ text }) => text)).toEqual(['the pay is low', 'no rest at all']);
    expect(each.notes).toContain('“pay” was merged into “rest”, or is another name of it.');
  }
  const [{ kind, asked } = { kind: '', asked: null }] = await engine.call('savedTable.list', {});
  expect((await engine.call('exhibit.read', { kind, asked: asked as never })).exhibit).toMatchObject({ rows: [{ label: 'rest', cells: [2] }], notes: ['“pay” was merged into “rest”, or is another name of it.'] });
  // Two people who are one.
  await engine.call('participant.merge', { participant: 1, into: 2 });
  expect((await read(engine))[2]!.shown.exhibit).toMatchObject({ notes: expect.arrayContaining(['“Ana” was merged into “Bo”, or is another name of it.']) as unknown });
  await engine.call('code.remove', { code: (await codeCalled(engine, 'rest')).id });
  const gone = (await read(engine)).map(({ shown: each }) => each);
  expect(gone[0]!.problem).toMatchObject({ problem: 'no-such-code' });
  expect(gone[1]!.exhibit!.notes).toContain('“rest” is not in the study any more: what asks for it finds nothing.');
  for (let step = 0; step < 3; step++) await engine.call('history.undo', {});
  expect((await read(engine))[0]!.shown.exhibit!.quotations.map(({ text }) => text)).toEqual(['the pay is low']);
});

test('a value of an attribute that is renamed stays what saved queries, analyses and parts of a report ask for; one of another attribute that is called alike stays', async () => {
  const engine = await ward();
  const { attribute: site } = await engine.call('attribute.create', { name: 'Site', of: 'participants', kind: 'choice', choices: ['nurse', 'town'] });
  const query = { kind: 'any' as const, of: [{ kind: 'attribute' as const, attribute: 'Group', values: ['Nurse', null] }, { kind: 'not' as const, of: { kind: 'attribute' as const, attribute: 'Site', values: ['nurse'] } }] };
  await engine.call('query.save', { name: 'Nurses', query });
  await engine.call('savedTable.save', { name: 'Words', kind: 'keyness', asked: { by: 'Group', column: 'nurse' } });
  await engine.call('savedTable.save', { name: 'Matrix', kind: 'conflictMatrix', asked: { by: 'Site', within: { attribute: 'participants:Group', value: 'nurse' } } });
  await engine.call('report.create', { name: 'R', parts: [
    part('table', { columns: ['Group', 'Site'], sort: { column: ['nurse', 'nurse'] } }), part('table', { columns: 'Site', split: 'Group', sort: { column: ['nurse', 'nurse'] } }), part('quotations', { group: 'nurse' }), part('quotations', { query } as object as { code: string }),
  ] });
  const kept = async () => [...(await engine.call('savedTable.list', {})).map(({ asked }) => asked), ...(await read(engine)).map(({ asked }) => asked)];
  const before = await kept();
  const quoted = (await read(engine)).slice(2).map(({ shown }) => shown.exhibit!.quotations);
  expect(quoted.map((each) => each.length)).toEqual([2, 2]);
  await engine.call('attribute.change', { attribute: 1, choices: ['health visitor'], renamed: [{ from: 'nurse', to: 'health visitor' }] });
  expect(await kept()).toMatchObject([
    { by: 'Group', column: 'health visitor' }, { by: 'Site', within: { attribute: 'participants:Group', value: 'health visitor' } },
    { columns: ['Group', 'Site'], sort: { column: ['health visitor', 'nurse'] } }, { columns: 'Site', split: 'Group', sort: { column: ['nurse', 'health visitor'] } }, { group: 'health visitor' },
    { query: { of: [{ values: ['health visitor', null] }, { of: { values: ['nurse'] } }] } },
  ]);
  expect((await engine.call('query.saved', {}))[0]!.query).toMatchObject({ of: [{ values: ['health visitor', null] }, { of: { values: ['nurse'] } }] });
  expect((await read(engine)).slice(2).map(({ shown }) => shown.exhibit!.quotations)).toEqual(quoted);
  await engine.call('history.undo', {});
  expect(await kept()).toEqual(before);
  // Where another attribute has the value too, nobody can tell whose it was.
  await engine.call('attribute.set', { attribute: site, participant: 1, value: 'nurse' });
  await engine.call('attribute.change', { attribute: 1, renamed: [{ from: 'nurse', to: 'health visitor' }] });
  expect((await kept()).at(-2)).toEqual({ group: 'nurse' });
});
