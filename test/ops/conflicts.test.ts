import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { newStudy } from '../helpers/study.ts';

const lines = [['Ada', 'They never send them back.'], ['Bo', 'There is nobody to send them to.'], ['Ada', 'The letter lies on the stove.'], ['Cy', 'We wait at home.'], ['Lin', 'And then?']] as const;
const text = lines.map(([, said]) => said).join('\n');
const at = (line: number) => { const start = lines.slice(0, line).reduce((sum, [, said]) => sum + said.length + 1, 0); return { document: 'One', start, end: start + lines[line]![1].length }; };
const code = (name: string, facet: 'stakeholder' | 'dimension' | 'conflict', more = {}) => ({ path: [name], facet, definition: '', include: '', exclude: '', example: '', scale: [], ...more });
const coding = (line: number, name: string, facet: 'stakeholder' | 'dimension' | 'conflict', more = {}) => ({ ...at(line), code: [name], facet, coder: 'Lin', rating: null, party: null, counterparty: null, memo: '', created: 1, ...more });
const clash = (line: number, party: string, counterparty: string, coder = 'Lin') => coding(line, 'Not sent back', 'conflict', { party: [party], counterparty: [counterparty], coder });
const study: Snapshot = {
  name: 'Study', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['GPs', 'Hospital', 'Patients', 'Officials'] }, { name: 'Pilot', of: 'participants', kind: 'choice', choices: ['yes', 'no'] }],
  participants: [['Ada', 'GPs', 'yes'], ['Bo', 'Hospital', 'yes'], ['Cy', 'Patients', 'no']].map(([name, group, pilot]) => ({ name: name!, role: 'interviewee' as const, values: { Group: group!, Pilot: pilot! } })).concat([{ name: 'Lin', role: 'interviewer' as never, values: {} as never }]),
  codes: [code('Family doctors', 'stakeholder', { aliases: ['GPs'] }), code('Hospital', 'stakeholder'), code('Patients', 'stakeholder'), code('Insurer', 'stakeholder'), code('Pay', 'dimension'), code('Not sent back', 'conflict')],
  documents: [{ name: 'One', text, values: {}, turns: lines.map(([participant], line) => { const { start, end } = at(line); return { start, end, participant, label: participant, time: null }; }) }],
  codings: [
    clash(0, 'Family doctors', 'Hospital'), clash(0, 'Family doctors', 'Hospital', 'Wei'), clash(1, 'Family doctors', 'Hospital'), clash(2, 'Family doctors', 'Insurer'), clash(3, 'Family doctors', 'Hospital'), clash(4, 'Family doctors', 'Hospital'),
    coding(0, 'Pay', 'dimension', { rating: -2 }), coding(2, 'Pay', 'dimension', { rating: 0 }), coding(1, 'Pay', 'dimension', { rating: 1 }), coding(3, 'Hospital', 'stakeholder'),
  ],
};
async function taken(): Promise<{ engine: Engine; codes: Record<string, number>; passage(line: number): Promise<number> }> {
  const engine = newStudy();
  await engine.call('study.take', { snapshot: study });
  const codes = Object.fromEntries((await engine.call('code.list', {})).map(({ name, id }) => [name, id]));
  return { engine, codes, async passage(line) { return (await engine.call('coding.list', { document: 1 })).find(({ start }) => start === at(line).start)!.passage; } };
}

test('who says it decides the direction: the accused speaks against the accuser, a bystander against the accused, and interviewers not at all', async () => {
  const { engine } = await taken();
  const matrix = await engine.call('conflict.matrix', { count: 'passages', least: 1 });
  expect(matrix.by).toBe('Group');
  expect(matrix.columns.map(({ label, n, row, about }) => [label, n, row, about])).toEqual([['GPs', 1, 0, 0], ['Hospital', 1, 1, 1], ['Patients', 1, 2, 0], ['Insurer', 0, null, 0]]);
  expect(matrix.rows.map(({ label, n }, row) => [label, n, matrix.cells[row], matrix.rowTotals[row]])).toEqual([['GPs', 1, [0, 1, 0, 1], 2], ['Hospital', 1, [1, 0, 0, 0], 1], ['Patients', 1, [0, 1, 0, 0], 1], ['Officials', 0, [null, null, null, null], null]]);
  expect([matrix.columnTotals, matrix.people, matrix.passages, matrix.n]).toEqual([[1, 2, 0, 1], 3, 4, 3]);
  // Nobody of the insurer can answer, so nothing against it is one-sided; what the patients say of the hospital is.
  expect(matrix.oneSided).toEqual([[false, false, false, false], [false, false, false, false], [false, true, false, false], [false, false, false, false]]);
  const pilot = await engine.call('conflict.matrix', { within: { attribute: 'participants:Pilot', value: 'no' } });
  expect([pilot.rows.map(({ n }) => n), pilot.cells[2], pilot.people, pilot.n]).toEqual([[0, 0, 1, 0], [0, 1, 0, 0], 1, 1]);
  const { said, answered } = await engine.call('conflict.facing', { row: 'GPs', column: matrix.columns[1]!.code });
  expect([said.people, said.passages.map(({ codings: [first, ...more] }) => [first!.quotation, more.length]), answered?.passages.map(({ codings: [first] }) => first!.quotation)]).toEqual([1, [['They never send them back.', 1]], ['There is nobody to send them to.']]);
  await expect(engine.call('conflict.matrix', { by: 'Shoe size' })).rejects.toMatchObject({ code: 'no-such-attribute' });
});

test('passages coded as a conflict make entries by code and pair, and an entry knows who says so and what they rate', async () => {
  const { engine, codes, passage } = await taken();
  const { passages, proposals } = await engine.call('conflict.unsorted', {});
  expect([passages, proposals.map(({ passages: all, direction }) => [all.length, direction])]).toEqual([5, [[4, 'one'], [1, 'one']]]);
  await engine.call('conflict.sort', { groups: proposals.map((each) => ({ ...each, passages: [...each.passages] })) });
  const [sent, second] = await engine.call('conflict.list', {});
  expect([sent!.name, second!.name]).toEqual(['Not sent back', 'Not sent back (Family doctors – Insurer)']);
  expect(sent).toMatchObject({ quotations: 4, said: { party: 1, counterparty: 1, neither: 2 }, oneSided: null, interviewed: { party: 1, counterparty: 1 } });
  expect(second).toMatchObject({ quotations: 1, said: { party: 1, counterparty: 0, neither: 0 }, oneSided: 'party', interviewed: { party: 1, counterparty: 0 } });
  const read = (await engine.call('conflict.read', { conflict: sent!.id }))!;
  expect(read.passages.map(({ quotation, speakers, sides, turn }) => [quotation, speakers, sides, turn])).toEqual([[lines[0][1], ['Ada'], ['party'], 1], [lines[1][1], ['Bo'], ['counterparty'], 2], [lines[3][1], ['Cy'], [], 4], [lines[4][1], ['Lin'], [], 5]]);
  expect(read.ratings).toEqual([{ code: codes['Pay'], side: 'party', median: -2, people: 1 }, { code: codes['Pay'], side: 'counterparty', median: 1, people: 1 }]);
  await engine.call('conflict.side', { conflict: sent!.id, passage: await passage(3), side: 'party' });
  expect((await engine.call('conflict.list', {}))[0]).toMatchObject({ said: { party: 2, counterparty: 1, neither: 1 } });
  // Only Wei's: one passage, and of the others nothing is told.
  const wei = (await engine.call('coder.list', {})).find(({ name }) => name === 'Wei')!.id;
  expect((await engine.call('conflict.list', { coder: wei })).map(({ quotations }) => quotations)).toEqual([1, 0]);
});

test('a quotation of the register outlives its last coding, and goes with the entry', async () => {
  const { engine, passage } = await taken();
  const quoted = await passage(3);
  const { conflict } = await engine.call('conflict.create', { name: 'Waiting', passages: [quoted] });
  await engine.call('coding.remove', { codings: (await engine.call('coding.list', { document: 1 })).filter((each) => each.passage === quoted).map(({ id }) => id) });
  expect((await engine.call('conflict.list', {}))[0]!.quotations).toBe(1);
  expect((await engine.call('passage.noted', { document: 1 })).map(({ id }) => id)).toEqual([quoted]);
  await engine.call('conflict.remove', { conflicts: [conflict] });
  expect(await engine.call('passage.noted', { document: 1 })).toEqual([]);
  expect((await engine.call('study.check', {})).passages).toBe(4);
});

test('two entries become one: points and quotations fall together, and sides turn with the pair', async () => {
  const { engine, codes, passage } = await taken();
  const [doctors, hospital] = [codes['Family doctors']!, codes['Hospital']!];
  const { conflict: one } = await engine.call('conflict.create', { name: 'Not sent back', party: doctors, counterparty: hospital, direction: 'one', description: 'Patients stay.', passages: [await passage(0)] });
  const { conflict: two } = await engine.call('conflict.create', { name: 'No beds', party: hospital, counterparty: doctors, direction: 'one', intensity: 4, description: 'No room.', passages: [await passage(3)] });
  for (const conflict of [one, two]) await engine.call('conflict.addPoint', { conflict, kind: 'cause', name: 'Paid by the day', passages: [await passage(conflict === one ? 0 : 3)] });
  await engine.call('conflict.addPoint', { conflict: two, kind: 'countermeasure', name: 'A letter', level: 'institution' });
  await engine.call('conflict.side', { conflict: two, passage: await passage(3), side: 'party' });
  await expect(engine.call('conflict.merge', { conflict: one, into: one })).rejects.toMatchObject({ code: 'merge-with-itself' });
  await engine.call('conflict.merge', { conflict: two, into: one });
  const [entry, ...more] = await engine.call('conflict.list', {});
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ name: 'Not sent back', description: 'Patients stay.\n\nNo beds: No room.', party: doctors, counterparty: hospital, direction: 'both', intensity: 4, quotations: 2, said: { party: 1, counterparty: 1, neither: 0 } });
  expect(entry!.points.map(({ kind, name, level, quotations }) => [kind, name, level, quotations])).toEqual([['cause', 'Paid by the day', '', 2], ['countermeasure', 'A letter', 'institution', 0]]);
  await engine.call('history.undo', {});
  expect((await engine.call('conflict.list', {})).map(({ name }) => name)).toEqual(['Not sent back', 'No beds']);
});

test('parties of the register stay stakeholders, names stay apart, and what was cut and pasted brings its conflicts along', async () => {
  const { engine, codes, passage } = await taken();
  const { conflict } = await engine.call('conflict.create', { name: 'Waiting', party: codes['Insurer']!, code: codes['Not sent back']!, passages: [await passage(2)] });
  await expect(engine.call('conflict.create', { name: ' waiting' })).rejects.toMatchObject({ code: 'name-taken' });
  await expect(engine.call('conflict.change', { conflict, counterparty: codes['Pay']! })).rejects.toMatchObject({ code: 'party-not-here' });
  await expect(engine.call('code.move', { code: codes['Insurer']!, parent: null, facet: 'theme' })).rejects.toMatchObject({ code: 'code-is-party' });
  const words = lines[2][1];
  await engine.call('document.edit', { document: 1, splices: [{ at: at(2).start, removed: words, inserted: '', by: 'cut' }] });
  expect((await engine.call('conflict.list', {}))[0]!.quotations).toBe(0);
  await engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: '', inserted: words, by: 'paste' }] });
  expect((await engine.call('conflict.read', { conflict }))!.passages.map(({ quotation, start }) => [quotation, start])).toEqual([[words, 0]]);
  await engine.call('code.remove', { code: [codes['Insurer']!, codes['Not sent back']!] });
  expect((await engine.call('conflict.list', {}))[0]).toMatchObject({ party: null, code: null, quotations: 1 });
});

test('pilot and others stand beside each other in the exported matrix, each with its n, and their difference behind them', async () => {
  const { engine } = await taken();
  const { exhibit } = await engine.call('exhibit.read', { kind: 'conflictMatrix', asked: { by: 'Group', split: 'Pilot' } });
  const overs = [...new Set(exhibit.columns.map(({ over }) => over))];
  expect(overs).toEqual(['yes, n 2', 'no, n 1', 'yes minus no']);
  const comparison = await engine.call('conflict.compared', { by: 'Group', split: 'Pilot' });
  comparison.sides.forEach(({ matrix }, side) => matrix.rows.forEach((_, row) => expect(exhibit.rows[row]!.cells.slice(side * (matrix.columns.length + 1), side * (matrix.columns.length + 1) + matrix.columns.length)).toEqual(matrix.cells[row])));
  const drawn = await engine.call('exhibit.export', { kind: 'conflictMatrix', asked: { by: 'Group', split: 'Pilot', drawn: 1 }, format: 'svg', picture: 'network' });
  const svg = new TextDecoder().decode((drawn as { bytes: Uint8Array }).bytes);
  for (const side of ['yes, n 2', 'no, n 1']) expect(svg).toContain(`>${side}<`);
});

test('before a party is deleted or merged it is told which entries name it, themselves or in a cause: those that change, and no others', async () => {
  const engine = newStudy();
  const make = async (name: string, facet: 'stakeholder' | 'theme') => (await engine.call('code.create', { name, facet })).code;
  const [nurses, sisters, doctors, nights] = [await make('Nurses', 'stakeholder'), await make('Sisters', 'stakeholder'), await make('Doctors', 'stakeholder'), await make('Nights', 'theme')];
  const { conflict } = await engine.call('conflict.create', { name: 'Shifts', party: sisters, counterparty: doctors });
  const other = await engine.call('conflict.create', { name: 'Pay', party: nurses, counterparty: doctors });
  await engine.call('conflict.addPoint', { conflict: other.conflict, kind: 'cause', name: 'Too many nights', code: nights });
  const entries = async () => (await engine.call('conflict.list', {})).map(({ id }) => id);
  const told = async (id: number) => JSON.stringify(await engine.call('conflict.read', { conflict: id }));
  for (const [name, act, register] of [
    ['Sisters', () => engine.call('code.remove', { code: sisters }), (await engine.call('code.removal', { code: sisters })).register],
    ['Nights', () => engine.call('code.remove', { code: nights }), (await engine.call('code.removal', { code: nights })).register],
    ['Sisters', () => engine.call('code.merge', { code: sisters, into: nurses }), (await engine.call('code.mergePreview', { code: sisters, into: nurses })).register],
  ] as const) {
    expect(register).toEqual([name === 'Nights' ? 'Pay' : 'Shifts']);
    const before = new Map(await Promise.all((await entries()).map(async (id) => [id, await told(id)] as const)));
    await act();
    const changed = (await Promise.all((await entries()).map(async (id) => (before.get(id) === await told(id) ? [] : [id])))).flat();
    expect(changed).toEqual([name === 'Nights' ? other.conflict : conflict]);
    await engine.call('history.undo', {});
  }
  expect((await engine.call('code.removal', { code: doctors })).register).toEqual(['Shifts', 'Pay']);
});
