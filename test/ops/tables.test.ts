import { expect, test } from 'vitest';
import { baseOf, corrections, type Table } from '../../shared/model/table.ts';
import type { TableAskedInput } from '../../shared/model/tableAsked.ts';
import { shownDifference } from '../../shared/model/tableDifference.ts';
import { ranksIn, topOf } from '../../shared/model/tableOrder.ts';
import { offerForTable } from '../../shared/statistics/offerForTable.ts';
import { createWords } from '../../shared/words/index.ts';
import { differenceTold, shareTold } from '../../shared/words/sayDifference.ts';
import { sayTests, testsOf } from '../../shared/words/sayTests.ts';
import { codedStudy, newStudy } from '../helpers/study.ts';

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

/** One interview with six nurses, three of the pilot place and three of elsewhere, and a head of elsewhere who says nothing that is coded. */
async function wards() {
  const engine = newStudy();
  const people = [['Ana', 'Pilot', 'nurse'], ['Eva', 'Pilot', 'nurse'], ['Ida', 'Pilot', 'nurse'], ['Bo', 'Elsewhere', 'nurse'], ['Chen', 'Elsewhere', 'nurse'], ['Dan', 'Elsewhere', 'nurse'], ['Uma', 'Elsewhere', 'head']] as const;
  const text = people.map(([name]) => `${name} speaks at length about it.`).join('\n');
  const turns = people.map(([name], index) => { const start = text.indexOf(`${name} speaks`); return { start, end: text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start), participant: name, label: '', time: index * 10_000 }; });
  const coding = (who: string, words: string, code: string, coder = 'Lin', rating: number | null = null) => {
    const start = text.indexOf(words, text.indexOf(`${who} speaks`));
    return { document: 'Ward', start, end: start + words.length, code: code.split(' > '), facet: code === 'GPs' ? 'stakeholder' as const : code === 'quarrel' ? 'conflict' as const : 'dimension' as const, coder, rating, party: null, counterparty: null, memo: '', created: 0 };
  };
  const code = (path: string[], facet: 'dimension' | 'stakeholder' | 'conflict') => ({ path, facet, definition: '', include: '', exclude: '', example: '', scale: [] });
  await engine.call('study.take', { snapshot: {
    name: 'Wards', description: '', attributes: [{ name: 'Place', of: 'participants', kind: 'choice', choices: ['Pilot', 'Elsewhere'] }, { name: 'Job', of: 'participants', kind: 'choice', choices: ['nurse', 'head'] }],
    participants: people.map(([name, Place, Job]) => ({ name, role: 'interviewee' as const, values: { Place, Job } })),
    codes: [code(['pay'], 'dimension'), code(['hours'], 'dimension'), code(['hours', 'nights'], 'dimension'), code(['GPs'], 'stakeholder'), code(['quarrel'], 'conflict')],
    documents: [{ name: 'Ward', text, values: {}, turns }],
    codings: [
      coding('Ana', 'speaks', 'pay'), coding('Ana', 'at length', 'pay'), coding('Ana', 'about', 'pay'), coding('Eva', 'speaks', 'pay'), coding('Ida', 'speaks', 'pay'), coding('Ida', 'speaks at', 'hours'),
      coding('Bo', 'speaks', 'hours'), coding('Bo', 'speaks', 'pay', 'Wei'), coding('Chen', 'length', 'hours > nights'),
      coding('Dan', 'speaks', 'GPs'), coding('Dan', 'speaks', 'hours', 'Lin', -1), coding('Dan', 'speaks', 'quarrel'),
    ],
  } });
  const ask = (more: Partial<TableAskedInput> = {}) => engine.call('table.make', { columns: 'Job', rows: 'facet:dimension', count: 'participants', ...more });
  const cells = (table: Table) => Object.fromEntries(table.rows.map(({ labels }, row) => [labels.join(' '), table.cells[row]!]));
  return { engine, ask, cells };
}

test('each column stands beside itself for each group of the split, with shares of either, the difference and its interval', async () => {
  const { ask, cells } = await wards();
  const table = await ask({ split: 'Place' });
  expect(table.columns.map(({ labels, n, state }) => [...labels, n, state])).toEqual([['nurse', 'Pilot', 3, 'counted'], ['nurse', 'Elsewhere', 3, 'counted'], ['head', 'Pilot', 0, 'nobodyInterviewed'], ['head', 'Elsewhere', 1, 'counted']]);
  expect(cells(table)).toEqual({ pay: [3, 1, null, 0], hours: [1, 2, null, 0], nights: [0, 1, null, 0] });
  expect(table.totals.ofRows).toEqual([[3, 1], [1, 2], [0, 1]]);
  expect(table.totals.columns.map(({ labels: [label], n }) => [label, n])).toEqual([['Pilot', 3], ['Elsewhere', 4]]);
  const [ofNurses, ofHeads, ofAll] = table.differences![0]!;
  expect(ofHeads).toEqual({ of: 'shares', first: null, second: { k: 0, n: 1, share: 0, low: 0, high: expect.any(Number) }, difference: null, low: null, high: null, reason: 'nobody' });
  expect(ofNurses).toMatchObject({ first: { k: 3, n: 3, share: 1 }, second: { k: 1, n: 3 } });
  expect(ofNurses!.difference).toBeCloseTo(2 / 3, 12);
  // Newcombe 1998, method 10, of Wilson’s intervals (0.4385, 1) and (0.0615, 0.7923): worked by hand.
  expect(ofNurses!.low).toBeCloseTo(2 / 3 - Math.hypot(1 - ofNurses!.first!.low, ofNurses!.second!.high - 1 / 3), 12);
  expect(ofNurses!.first!.low).toBeCloseTo(0.4385, 3);
  expect(ofNurses!.second!.high).toBeCloseTo(0.7923, 3);
  expect(ofAll).toMatchObject({ first: { k: 3, n: 3 }, second: { k: 1, n: 4 } });
  // Any of the three: all of Pilot's, three of Elsewhere's four.
  expect(table.totals.differences!.at(-1)).toMatchObject({ first: { k: 3, n: 3 }, second: { k: 3, n: 4 }, difference: 1 / 4, reason: null });
  // Five codings of pay less one: many of them one person's, so that there is no interval.
  expect((await ask({ split: 'Place', count: 'codings' })).differences![0]!.at(-1)).toEqual({ of: 'numbers', first: null, second: null, difference: 4, low: null, high: null, reason: 'unit' });
  expect((await ask({ split: 'Place', presence: true })).differences).toBeNull();
  expect((await ask({ columns: 'facet:dimension', rows: 'Job', split: 'Place' })).differences![1]![0]).toMatchObject({ difference: null, reason: 'nobody' });
});

test('rows are put in order by the difference of their groups, those without one last, and a difference is shown as the numbers are', async () => {
  const { ask } = await wards();
  const names = (table: Table) => table.rows.map(({ labels: [name] }) => name);
  expect(names(await ask({ split: 'Place', rows: 'codes', sort: { difference: [] } }))).toEqual(['pay', 'hours', 'GPs', 'nights', 'quarrel']);
  expect(names(await ask({ split: 'Place', sort: { difference: ['nurse'] } }))).toEqual(['pay', 'hours', 'nights']);
  expect(names(await ask({ split: 'Place', sort: { difference: ['head'] } }))).toEqual(['pay', 'hours', 'nights']);
  const table = await ask({ split: 'Place' });
  const last = table.columns.length / 2;
  const of = (row: number, show: 'n' | 'number' | 'row' | 'column') => shownDifference(table, row, last, show);
  expect(of(0, 'n')).toMatchObject({ of: 'shares', value: 3 / 4 });
  expect(of(0, 'number')).toEqual({ of: 'numbers', value: 2, low: null, high: null, reason: null });
  expect(of(0, 'column')).toMatchObject({ of: 'shares', value: 1 - 1 / 3, low: null });
  const words = createWords('en');
  expect(differenceTold(table, 0, last, 'n', words)).toMatch(/^Pilot less Elsewhere: \+75 percentage points; 95 % interval [−+]\d+ to \+\d+$/);
  expect(differenceTold(table, 0, 1, 'n', words)).toBe('No difference: nobody was interviewed (Pilot)');
  expect(shareTold(table, 0, 1, words)).toBe('1 of 3, 33 %; 95 % interval 6 % to 79 %');
});

test('rows are put in order by a column, by all together or by name; equal ones share a rank and stay as they were', async () => {
  const { ask } = await wards();
  const rows = async (sort: TableAskedInput['sort']) => (await ask({ columns: 'Place', sort })).rows.map(({ labels: [name] }) => name);
  expect(await rows('order')).toEqual(['pay', 'hours', 'nights']);
  expect(await rows('name')).toEqual(['hours', 'nights', 'pay']);
  expect(await rows({ column: ['Elsewhere'] })).toEqual(['hours', 'pay', 'nights']);
  expect(await rows({ column: ['gone'] })).toEqual(['pay', 'hours', 'nights']);
  const table = await ask({ columns: 'Place', sort: 'total' });
  expect(table.rows.map(({ labels: [name] }) => name)).toEqual(['pay', 'hours', 'nights']);
  expect(ranksIn(table, 0)).toEqual([1, 2, null]);
  const everyCode = await ask({ columns: 'Place', rows: 'codes' });
  expect(Object.fromEntries(ranksIn(everyCode, 1).map((rank, row) => [everyCode.rows[row]!.labels[0], rank]))).toEqual({ GPs: 2, pay: 2, hours: 1, nights: 2, quarrel: 2 });
  expect([...topOf(everyCode, 1, 1)].map((row) => everyCode.rows[row]!.labels[0])).toEqual(['hours']);
  // All that share the last place come along.
  expect(topOf(everyCode, 1, 2).size).toBe(5);
  expect([...topOf(await ask({ columns: 'Place' }), 1, 3)]).toEqual([]);
});

test('presence says only whether, time is that of the turns, and where groups stand in rows n is theirs', async () => {
  const { ask, cells } = await wards();
  expect(cells(await ask({ columns: 'Place', count: 'codings', presence: true }))).toEqual({ pay: [1, 1], hours: [1, 1], nights: [0, 1] });
  // 'speaks at' is 9 of the 31 characters of a turn of 10 s.
  expect(cells(await ask({ columns: 'Place', count: 'duration' }))['hours']![0]).toBe(Math.round((10_000 * 9) / 'Ida speaks at length about it.'.length));
  const table = await ask({ rows: 'Job', columns: 'facet:dimension', split: 'Place' });
  expect(table.rows.map(({ labels, within }) => [labels[0], within.map(({ n }) => n)])).toEqual([['nurse', [3, 3]], ['head', [0, 1]]]);
  expect([0, 1].map((column) => baseOf(table, 0, column))).toEqual([3, 3]);
  const crossed = await ask({ rows: 'Place', columns: 'Job' });
  // No head of Pilot was interviewed: that is nobody, not zero; those whom the groups alone have are all of them.
  expect(cells(crossed)).toEqual({ Pilot: [3, null], Elsewhere: [3, 1] });
  expect([crossed.totals.ofRows, crossed.totals.ofColumns]).toEqual([[[3], [4]], [6, 1]]);
  expect(cells(await ask({ rows: 'Place', columns: 'Job', count: 'codings' }))).toEqual({ Pilot: [6, null], Elsewhere: [6, 0] });
  expect(cells(await ask({ rows: 'Place', columns: 'document' }))).toEqual({ Pilot: [3], Elsewhere: [4] });
  // Whoever did not code there is zero all the same: coders interview nobody.
  expect((await ask({ rows: 'Place', columns: 'coder', count: 'codings' })).cells.flat()).not.toContain(null);
  expect(table.cells[1]).toEqual([null, 0, null, 0, null, 0]);
  expect(offerForTable(crossed, ({ labels }) => labels.join(' '))).toMatchObject(offerForTable({ ...crossed, cells: [[3, 0], [3, 1]] }, ({ labels }) => labels.join(' '))!)
});

test('one person in more than half of a cell’s passages is told, with the cell and in the list of such cells, where others could have spoken', async () => {
  const { engine, ask } = await wards();
  const asked = { rows: 'facet:dimension', columns: 'Place' };
  const pay = (await ask(asked)).rows[0]!.key as string[];
  const { passages, people, dominant } = await engine.call('table.quotations', { ...asked, row: pay, column: ['Pilot'] });
  expect([passages, people.map(({ name, passages: said }) => `${name} ${said}`), dominant?.name]).toEqual([5, ['Ana 3', 'Eva 1', 'Ida 1'], 'Ana']);
  expect((await engine.call('table.quotations', { ...asked, row: pay, column: ['Elsewhere'] })).dominant).toBeNull();
  expect(await engine.call('table.oneSided', asked)).toEqual([{ row: pay, column: ['Pilot'], participant: expect.any(Number), name: 'Ana', passages: 3, of: 5 }]);
  expect(await engine.call('table.oneSided', { ...asked, columns: 'participant' })).toEqual([]);
});

test('codes by codes open the passages of the row with what stands on them and beside them; triples their whole passage', async () => {
  const { engine, ask, cells } = await wards();
  expect(cells(await ask({ columns: 'facet:dimension', count: 'codings' }))).toEqual({ pay: [0, 2, 0], hours: [2, 0, 0], nights: [0, 0, 0] });
  const table = await ask({ columns: 'facet:dimension', relation: 'within', count: 'passages' });
  expect(cells(table)).toEqual({ pay: [0, 2, 0], hours: [1, 0, 0], nights: [0, 0, 0] });
  const [pay, hours] = [table.rows[0]!.key as string[], table.columns[1]!.key as string[]];
  const { quotations } = await engine.call('table.quotations', { rows: 'facet:dimension', columns: 'facet:dimension', relation: 'within', row: pay, column: hours });
  expect(quotations.map(({ codings, beside }) => [codings.map(({ code }) => code).toSorted(), beside.map(({ quotation }) => quotation)])).toEqual([[['pay'], ['speaks at']], [['hours', 'pay'], []]]);
  const triples = await ask({ rows: 'triples', columns: 'Place', count: 'codings' });
  expect(cells(triples)).toEqual({ 'GPs hours quarrel': [0, 1] });
  const told = await engine.call('table.quotations', { rows: 'triples', columns: 'Place', row: triples.rows[0]!.key as string[], column: ['Elsewhere'] });
  expect(told.quotations[0]!.codings.map(({ code }) => code).toSorted()).toEqual(['GPs', 'hours', 'quarrel']);
});

test('a portrait has the codings of a document in their order, with their codes, speakers and ratings', async () => {
  const { engine } = await wards();
  const { codes, codings, turns, length } = await engine.call('table.portrait', { document: 1, rows: 'facet:dimension' });
  expect(codes.map(({ path }) => path)).toEqual(['pay', 'hours', 'hours > nights']);
  expect(codings.map(({ code, speakers }) => `${codes[code]!.name} ${speakers.join()}`)).toEqual(['pay Ana', 'pay Ana', 'pay Ana', 'pay Eva', 'pay Ida', 'hours Ida', 'hours Bo', 'pay Bo', 'nights Chen', 'hours Dan']);
  expect(codings.at(-1)!.rating).toBe(-1);
  expect([turns.length, turns.every(({ end }) => end <= length)]).toEqual([7, true]);
  await expect(engine.call('table.portrait', { document: 1, rows: 'Place' })).rejects.toMatchObject({ code: 'no-such-rows' });
});

test('what makes no table, or one too large, is said', async () => {
  const { engine, ask } = await wards();
  await expect(ask({ rows: 'triples', columns: 'codes' })).rejects.toMatchObject({ code: 'axes-not-crossed' });
  await expect(ask({ columns: ['codes', 'facet:dimension'] })).rejects.toMatchObject({ code: 'axes-not-crossed' });
  await expect(ask({ rows: ['triples', 'Place'] })).rejects.toMatchObject({ code: 'axes-not-crossed' });
  await expect(ask({ split: 'pay' })).rejects.toMatchObject({ code: 'no-such-attribute' });
  await expect(ask({ filter: { saved: 99 } })).rejects.toMatchObject({ code: 'no-such-query' });
  for (let index = 0; index < 320; index++) await engine.call('document.create', { name: `D${index}`, text: 'x' });
  await expect(ask({ rows: ['document', 'participant'], columns: ['document', 'participant'] })).rejects.toMatchObject({ code: 'table-too-large' });
});

test('the tests that fit a table are of people in its groups; codings are refused, and codes by codes have none', async () => {
  const { ask } = await wards();
  const name = ({ labels }: { labels: readonly string[] }) => labels.join(' ');
  expect(offerForTable(await ask({ columns: 'Place', count: 'codings' }), name)).toMatchObject({ fits: false, reason: 'unit' });
  expect(offerForTable(await ask({ columns: 'facet:dimension' }), name)).toBeNull();
  expect(offerForTable(await ask({ columns: 'Place' }), name)).toMatchObject({ fits: true, rows: [{ label: 'pay', k: [3, 1], n: [3, 4] }, { k: [1, 2] }, { k: [0, 1] }] });
  expect(offerForTable(await ask({ columns: 'Job', split: 'Place' }), name)).toMatchObject({ fits: true, groups: [{ label: 'Pilot' }, { label: 'Elsewhere' }], rows: [{ k: [3, 1], n: [3, 4] }, {}, {}] });
});

test('the core carries out the tests of a table as they are carried out on the table itself, corrected as asked: by Holm, Benjamini–Hochberg or not at all', async () => {
  const { engine, ask } = await wards();
  const asked = { rows: 'facet:dimension', columns: 'Place', count: 'participants' } as const;
  const words = createWords('en');
  const table = await ask(asked);
  for (const correction of corrections) {
    const offer = await engine.call('table.tests', { ...asked, correction });
    expect(offer).toEqual(testsOf(words, table, correction));
    const rows = offer?.fits ? offer.rows.flatMap((row) => (row.kind === 'refused' ? [] : [row])) : [];
    expect(rows.length).toBeGreaterThan(1);
    if (correction === 'none') for (const { p, pCorrected } of rows) expect(pCorrected).toBe(p);
    else expect(rows.some(({ p, pCorrected }) => pCorrected > p)).toBe(true);
  }
  expect(sayTests(words, (await engine.call('table.tests', { ...asked, correction: 'none' }))).join(' ')).not.toContain('Holm');
  expect(await engine.call('table.tests', { ...asked, columns: 'facet:dimension' })).toBeNull();
});
