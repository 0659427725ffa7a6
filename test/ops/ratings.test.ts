import { expect, test } from 'vitest';
import { compileSample } from '../../build/sample/compile.ts';
import type { Engine } from '../../electron/core/engine.ts';
import { newStudy } from '../helpers/study.ts';

/** The sample study in one of its languages. */
async function sample(language: 'en' | 'zh'): Promise<Engine> {
  const engine = newStudy();
  await engine.call('study.take', { snapshot: compileSample(language) });
  return engine;
}
const read = (engine: Engine, kind: string, asked: unknown, more: { quotations?: number; language?: 'en' | 'zh' } = {}) => engine.call('exhibit.read', { kind, asked: asked as never, ...more });

test('the sample study shows something true in each way of looking at stakeholders', async () => {
  const engine = await sample('en');
  const grid = await engine.call('ratings.grid', { x: 'Degree of interest', y: 'Influence on implementation' });
  expect(Object.fromEntries(grid.dots[0]!.map(({ label, placing }) => [label, placing]))).toMatchObject({ GPs: 'placed', Patients: 'placed', 'Insurance bureau': 'half', Nurses: 'none' });
  expect(grid.dots[0]!.filter(({ apart }) => apart > 0.2).map(({ label }) => label)).toEqual(['Hospital managers']);
  // GPs want the pilot and cannot decide it; hospital managers could.
  const at = (label: string) => grid.dots[0]!.find((dot) => dot.label === label)!.at!;
  expect(at('GPs').x).toBeGreaterThan(1);
  expect(at('GPs').y).toBeLessThan(-1);
  expect(at('Hospital managers').y).toBeGreaterThan(1);
  const perception = await engine.call('ratings.perception', { dimension: 'Willingness to implement', by: 'Stakeholder group', split: 'Pilot' });
  const workers = perception.rows.findIndex(({ label }) => label === 'Health social workers');
  expect(perception.interviewed[workers]).toEqual([3, 0]);
  expect(perception.cells[workers]!.every(([pilot, other]) => pilot !== null && other === null)).toBe(true);
  const managers = perception.columns.findIndex(({ label }) => label === 'Hospital managers');
  // Hospital managers think themselves more willing than others do, in the pilot and outside.
  for (const { difference } of perception.views[managers]!) expect(difference).toBeGreaterThan(0);
});

test('exhibits tell medians with n, what tests say of them, and where a cell is one person’s', async () => {
  const engine = await sample('en');
  const { exhibit } = await read(engine, 'perception', { dimension: 'Willingness to implement', by: 'Stakeholder group' }, { quotations: 1 });
  const column = exhibit.columns.findIndex(({ over, label }) => over === 'Hospital managers' && label === 'Median');
  const row = (label: string) => exhibit.rows.find((each) => each.label === label)!.cells.slice(column, column + 2);
  expect(row('Its own people')).toEqual([0, 4]);
  expect(row('All others')).toEqual([-1.75, 10]);
  expect(row('Difference of the medians')).toEqual([1.75, '']);
  expect(exhibit.notes).toEqual(expect.arrayContaining([expect.stringContaining('Own people against all others'), expect.stringContaining('People were chosen for variety')]));
  expect(exhibit.quotations.find(({ of }) => of === 'GPs → Hospital managers')).toMatchObject({ speaker: expect.any(String), text: expect.any(String) });
  const interest = (await read(engine, 'perception', { dimension: 'Degree of interest', by: 'Stakeholder group' })).exhibit;
  expect(interest.notes).toContain('Mostly one person: Specialists → Specialists: Dr Varga speaks in 2 of 3 quotations.');
  const grid = (await read(engine, 'grid', { x: 'Degree of interest', y: 'Influence on implementation', split: 'Pilot', least: 4 })).exhibit;
  expect(grid.columns.filter(({ over }) => over === 'Pilot').map(({ label }) => label)).toEqual(['Degree of interest', 'Influence on implementation', 'Position', 'People', 'Passages', 'Lin: Degree of interest', 'Lin: Influence on implementation', 'Wei: Degree of interest', 'Wei: Influence on implementation']);
  expect(grid.notes).toContain('Placed from 4 passages on.');
  const kinds = await engine.call('exhibit.kinds', { language: 'en' });
  expect(kinds.find(({ id }) => id === 'grid')?.usual).toEqual({ x: 'Degree of interest', y: 'Influence on implementation' });
  expect(kinds.find(({ id }) => id === 'perception')?.usual).toMatchObject({ by: 'participants:Stakeholder group' });
});

test('in Chinese nothing of it is left in English', async () => {
  const engine = await sample('zh');
  for (const kind of ['ratings', 'perception', 'grid']) {
    const { usual } = (await engine.call('exhibit.kinds', { language: 'zh' })).find(({ id }) => id === kind)!;
    const { exhibit } = await read(engine, kind, { ...(usual as object), split: '是否试点' }, { language: 'zh' });
    const words = [exhibit.title, exhibit.subtitle, exhibit.corner, ...exhibit.columns.map(({ label, over }) => over + label), ...exhibit.rows.map(({ label }) => label), ...exhibit.notes.filter((note) => !note.startsWith('主要出自一人'))];
    // Names of methods stay as they are everywhere.
    expect(words.filter((text) => /[A-Za-z]{3}/.test(text.replace(/Mann–Whitney|Kruskal–Wallis|Holm|Dunn|Newcombe/g, '')))).toEqual([]);
  }
});

test('a group is told to be a stakeholder’s own by an earlier name too, and a stakeholder rated off its scale is said to be', async () => {
  const engine = newStudy();
  const text = 'We want it.\nThey want it.';
  const { document } = await engine.call('document.create', { name: 'Ward', text });
  const { participant } = await engine.call('participant.create', { name: 'Ana' });
  await engine.call('turn.assign', { document, label: '', participant });
  const { attribute } = await engine.call('attribute.create', { name: 'Group', of: 'participants', kind: 'text' });
  await engine.call('attribute.set', { attribute, participant, value: 'family doctors' });
  const { code: gps } = await engine.call('code.create', { name: 'GPs', facet: 'stakeholder', aliases: ['Family doctors'] });
  const { code: will } = await engine.call('code.create', { name: 'Will', facet: 'dimension', scale: [1, 2, 3].map((value) => ({ value, anchor: '' })) });
  await engine.call('coding.apply', { document, start: 0, end: 11, codes: [{ code: gps }, { code: will, rating: 3 }] });
  await engine.call('coding.apply', { document, start: 12, end: text.length, codes: [{ code: gps }, { code: will, rating: 1 }] });
  await engine.call('code.change', { code: will, scale: [2, 3].map((value) => ({ value, anchor: '' })) });
  const { views, rows } = await engine.call('ratings.perception', { dimension: 'will', by: 'Group' });
  expect(rows[views[0]![0]!.own!]!.label).toBe('family doctors');
  expect(views[0]![0]!.self).toMatchObject({ passages: 2, rated: 1, offScale: 1, values: [3] });
  await expect(engine.call('ratings.perception', { dimension: 'GPs', by: 'Group' })).rejects.toMatchObject({ code: 'no-such-dimension', values: { dimension: 'GPs', known: 'Will' } });
  await expect(engine.call('ratings.grid', { x: 'Will', y: 'WILL' })).rejects.toMatchObject({ code: 'same-dimension-twice' });
  await expect(engine.call('ratings.table', { saved: 'Nothing' })).rejects.toMatchObject({ code: 'no-such-query' });
  await expect(engine.call('ratings.table', { split: 'Ward' })).rejects.toMatchObject({ code: 'no-such-attribute' });
});

test('what differs between pilot and non-pilot stands beside both, the most first where that is asked, with the p of the test of that row', async () => {
  const engine = await sample('en');
  const table = await engine.call('ratings.table', { split: 'Pilot' });
  const tested = new Map((table.offer?.fits ? table.offer.rows : []).flatMap((row) => (row.kind === 'scale' ? [[row.label, row] as const] : [])));
  const withP = table.rows.flatMap((row, index) => table.columns.flatMap((column, place) => { const { p } = table.differences![index]![place]!; return p === null ? [] : [{ label: `${row.label}: ${column.label}`, p }]; }));
  expect(withP.length).toBeGreaterThan(3);
  for (const { label, p } of withP) expect(p).toBe(tested.get(label)!.pCorrected);
  const { exhibit } = await read(engine, 'ratings', { split: 'Pilot', sort: 'difference' });
  const column = exhibit.columns.findIndex(({ label }) => label === 'Difference of the medians');
  expect(exhibit.columns[column]!.over).toBe('Pilot minus Non-pilot');
  const told = exhibit.rows.map(({ cells }) => cells[column]);
  const numbers = told.filter((cell) => typeof cell === 'number').map(Math.abs);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  // Who is not spoken of on a side has words there, behind all numbers.
  expect(told.slice(numbers.length).every((cell) => typeof cell === 'string' && /: (not spoken of|not rated)$/.test(cell))).toBe(true);
  const medians = exhibit.columns.flatMap(({ label }, place) => (label === 'Median' ? [place] : []));
  for (const { cells } of exhibit.rows.slice(0, numbers.length)) expect(cells[column]).toBeCloseTo((cells[medians[0]!] as number) - (cells[medians[1]!] as number), 3);
  const grid = await read(engine, 'grid', { x: 'Degree of interest', y: 'Influence on implementation', split: 'Pilot' });
  expect(grid.exhibit.columns.map(({ label }) => label)).toContain('Difference of the means: Degree of interest');
});
