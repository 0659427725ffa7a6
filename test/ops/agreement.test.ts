import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { createWords } from '../../shared/words/index.ts';
import { agreementRows } from '../../shared/pictures/agreement.ts';
import { newStudy } from '../helpers/study.ts';

type Rated = readonly (readonly (number | null)[])[];
/** A published table of coders × units as a study: each unit is an interview, and what a coder said of it her one coding there. */
function studyOf(rated: Rated, categories: number): Snapshot {
  const codings = rated.flatMap((own, coder) => own.flatMap((value, unit): Snapshot['codings'] => (value === null ? [] : [{ document: `u${unit}`, start: 0, end: 4, code: [`category ${value}`], facet: 'theme', coder: `coder ${coder}`, rating: null, party: null, counterparty: null, memo: '', created: 0 }])));
  // On one dimension besides, rated as the table has it.
  const ratings = rated.flatMap((own, coder) => own.flatMap((value, unit): Snapshot['codings'] => (value === null ? [] : [{ document: `u${unit}`, start: 0, end: 4, code: ['level'], facet: 'dimension', coder: `coder ${coder}`, rating: value, party: null, counterparty: null, memo: '', created: 0 }])));
  return {
    name: 'Study', description: '', attributes: [], participants: [], coders: rated.map((_, coder) => ({ name: `coder ${coder}` })), codings: [...codings, ...ratings],
    codes: [...Array.from({ length: categories }, (_, index) => ({ path: [`category ${index + 1}`], facet: 'theme' as const })), { path: ['level'], facet: 'dimension' as const }].map((code) => ({ ...code, definition: '', include: '', exclude: '', example: '', scale: [] })),
    documents: rated[0]!.map((_, unit) => ({ name: `u${unit}`, text: 'said', values: {}, turns: [] })),
  };
}
async function agreed(rated: Rated, categories: number, worked: 'all' | 'two' = 'all') {
  const engine = newStudy();
  await engine.call('study.take', { snapshot: studyOf(rated, categories) });
  const coders = (await engine.call('coder.list', {})).filter(({ name }) => name.startsWith('coder')).map(({ id }) => id);
  const { together } = await engine.call('agreement.table', { coders, facet: 'theme', unit: 'document', worked });
  const { rows } = await engine.call('agreement.table', { coders, facet: 'dimension', worked });
  return { together: together!, ratings: rows[0]!.ratings!, engine, coders };
}
/** Units by how many coders gave them each category: who gave which does not matter to Fleiss’ κ, so the first take the first. */
const codersOf = (counts: readonly (readonly number[])[]): Rated => { const each = counts.map((row) => row.flatMap((count, category) => Array.from({ length: count }, () => category + 1))); return each[0]!.map((_, coder) => each.map((values) => values[coder]!)); };
/** Two coders of a published table. */
const twoOf = (table: readonly (readonly number[])[]): Rated => { const pairs = table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1] as const))); return [pairs.map(([one]) => one), pairs.map(([, other]) => other)]; };

test('Krippendorff’s example of four coders with missing values, through the program: 0.743 nominal, 0.815 ordinal, 0.849 interval', async () => {
  const { together, ratings } = await agreed([[1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3], [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null]], 5, 'two');
  expect(together.alpha.value).toBeCloseTo(0.743421052632, 11);
  expect(together.percent.value).toBeCloseTo(0.818181818182, 11);
  expect(ratings.ordinal.value).toBeCloseTo(0.815387503755, 11);
  expect(ratings.interval.value).toBeCloseTo(0.849107142857, 11);
  expect([together.units, ratings.passages]).toEqual([11, 11]);
});
test('Fleiss’ six psychiatrists: κ 0.430', async () => {
  const counts = [[0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3], [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6]];
  const { together } = await agreed(codersOf(counts), 5);
  expect(together.fleiss.value).toBeCloseTo(0.43024452006, 10);
});
test('two coders of published tables: Cohen’s κ with its interval, and Brennan–Prediger and AC1 of the categories that are offered', async () => {
  // SAS PROC FREQ: κ .4842 (.2137, .7547).
  const sas = (await agreed(twoOf([[0, 4, 1], [0, 8, 0], [0, 1, 5]]), 3)).together;
  expect([sas.kappa.value, sas.kappa.low, sas.kappa.high].map((value) => value!.toFixed(4))).toEqual(['0.4842', '0.2137', '0.7547']);
  // Gwet 2014: to have none of the three categories is a fourth that was offered, and nobody took it.
  const { together } = await agreed(twoOf([[13, 0, 0], [0, 20, 7], [0, 4, 56]]), 3);
  expect(together.kappa.value).toBeCloseTo(0.796409402184, 11);
  expect(together.alpha.value).toBeCloseTo(0.797258497731, 11);
  expect(together.brennanPrediger.value).toBeCloseTo((0.89 - 1 / 4) / (3 / 4), 11);
  const shares = [26, 51, 123].map((count) => count / 200);
  const chance = shares.reduce((sum, share) => sum + share * (1 - share), 0) / 3;
  expect(together.ac1.value).toBeCloseTo((0.89 - chance) / (1 - chance), 11);
  expect(together.holsti.value).toBeCloseTo(0.89, 11);
});

test('who departs: every two coders, each with the others on each code, and the interview in which they agree least, as files have it too', async () => {
  const engine = newStudy();
  // Ten interviews of one line. Lin and Wei agree but in the tenth; Bo has another mind of trust in half of them.
  const documents = Array.from({ length: 10 }, (_, index) => ({ name: `D${index}`, text: 'said', values: {}, turns: [] }));
  const give = (coder: string, code: string, index: number) => ({ document: `D${index}`, start: 0, end: 4, code: [code], facet: 'theme' as const, coder, rating: null, party: null, counterparty: null, memo: '', created: 0 });
  const all = (coder: string, code: string, which: (index: number) => boolean) => documents.flatMap((_, index) => (which(index) ? [give(coder, code, index)] : []));
  const codings = ['Lin', 'Wei', 'Bo'].flatMap((coder) => [...all(coder, 'pay', (index) => index < 5), ...all(coder, 'seen', () => true), ...all(coder, 'trust', (index) => (coder === 'Bo' ? index % 2 === 0 : index < 5) !== (coder === 'Wei' && index === 9))]);
  await engine.call('study.take', { snapshot: { name: 'Study', description: '', attributes: [], participants: [], codings, documents, codes: ['pay', 'trust', 'seen'].map((name) => ({ path: [name], facet: 'theme' as const, definition: '', include: '', exclude: '', example: '', scale: [] })) } });
  const coders = ['Lin', 'Wei', 'Bo'].map((name) => name);
  const ids = await Promise.all(coders.map(async (name) => (await engine.call('coder.list', {})).find((coder) => coder.name === name)!.id));
  const asked = { coders: ids, unit: 'document' as const };
  const { exhibit } = await engine.call('exhibit.read', { kind: 'agreementCoders', asked });
  expect(exhibit.columns.map(({ label }) => label)).toEqual(['Lin', 'Wei', 'Bo', 'With the others']);
  // κ of all decisions, by hand: Lin and Wei differ in 1 of 30, Lin and Bo in 4, Wei and Bo in 5.
  const kappa = (differ: number, first: number, second: number) => { const expected = (first * second + (30 - first) * (30 - second)) / 900; return Math.round((((30 - differ) / 30 - expected) / (1 - expected)) * 1e4) / 1e4; };
  const pairs = { LW: kappa(1, 20, 21), LB: kappa(4, 20, 20), WB: kappa(5, 21, 20) };
  const mean = (a: number, b: number) => expect.closeTo((a + b) / 2, 3) as number;
  expect(exhibit.rows.slice(0, 3).map(({ label, cells }) => [label, ...cells])).toEqual([['Lin', '', pairs.LW, pairs.LB, mean(pairs.LW, pairs.LB)], ['Wei', pairs.LW, '', pairs.WB, mean(pairs.LW, pairs.WB)], ['Bo', pairs.LB, pairs.WB, '', mean(pairs.LB, pairs.WB)]]);
  expect(exhibit.rows.slice(3).map(({ label, cells }) => [label, cells.slice(0, 3)])).toEqual([['pay', [1, 1, 1]], ['trust', [expect.any(Number), expect.any(Number), expect.any(Number)]], ['seen', ['', '', '']]]);
  expect(exhibit.notes[0]).toMatch(/^Bo departs most from the others \(κ\s0\.66 on the mean\)\. Lin and Wei agree most \(κ\s0\.92\), Wei and Bo least/);
  const worst = await engine.call('agreement.documents', asked);
  expect(worst.slice(0, 4).map(({ document, measures: { percent } }) => [document.name, Math.round(percent.value! * 9)])).toEqual([['D1', 7], ['D3', 7], ['D6', 7], ['D8', 7]]);
  const file = await engine.call('exhibit.export', { kind: 'agreementDocuments', asked, format: 'csv' });
  expect(new TextDecoder().decode(file.bytes).split('\r\n')[1]).toMatch(/^D1,3,3,2,1,0\.7778,/);
  for (const kind of ['agreementDocuments', 'agreementCoders', 'agreementRounds', 'agreement']) for (const format of ['xlsx', 'docx', 'html', 'md', 'json'] as const) expect((await engine.call('exhibit.export', { kind, asked, format })).bytes.length).toBeGreaterThan(200);
  // As a picture, also where a code has no value, or coders agree less than chance would.
  const { shapes } = agreementRows([{ label: 'below', facet: null, value: -0.5, told: '−0.50' }, { label: 'full', facet: null, value: 1, told: '1.00' }], createWords('en'), { width: 860 });
  const [below, full] = shapes.flatMap((shape) => (shape.kind === 'circle' ? [shape.cx] : []));
  const zero = shapes.find((shape) => shape.kind === 'line' && shape.stroke === 'edge') as { x1: number };
  expect([(zero.x1 - below!) / (full! - below!), shapes.some((shape) => shape.kind === 'text' && shape.text === '−0.5')]).toEqual([expect.closeTo(1 / 3, 6), true]);
  const svg = async (kind: string, more: object = {}) => new TextDecoder().decode((await engine.call('exhibit.export', { kind, asked: { ...asked, ...more }, format: 'svg' })).bytes);
  expect((await engine.call('agreement.table', asked)).rows.map(({ item, alpha }) => [item.label, alpha.value === null])).toEqual([['pay', false], ['trust', false], ['seen', true]]);
  expect(await svg('agreement')).toMatch(/>pay<[\s\S]*>1\.00<[\s\S]*>seen<[\s\S]*>not defined</);
  expect(await svg('agreementDocuments')).toMatch(/>D1<[\s\S]*>0\.00<[\s\S]*>D6<[\s\S]*>0\.60<[\s\S]*>D0<[\s\S]*>not defined</);
  expect(await svg('agreementRounds')).toMatch(/>reliable<[\s\S]*<circle[\s\S]*>1970-01</);
  await expect(svg('agreement', { codes: [(await engine.call('code.list', {})).find(({ name }) => name === 'seen')!.id] })).rejects.toMatchObject({ code: 'no-such-picture' });
});

const golden = new URL('../../../shared/reference/golden.json', import.meta.url);
test.skipIf(!existsSync(golden))('every reference table of two coders that is small enough comes out of a study as it stands in the reference', async () => {
  const { cases } = JSON.parse(readFileSync(golden, 'utf8')) as { cases: { id: string; statistic: string; input: { table?: number[][] }; options: { weights?: string; metric?: string }; expected: { value: number | null; ciLow?: number; ciHigh?: number } }[] };
  const of = { cohenKappa: 'kappa', krippendorffAlpha: 'alpha', percentAgreement: 'percent', scottPi: 'fleiss' } as const;
  const tables = Map.groupBy(cases.filter(({ statistic, input: { table }, options: { weights = 'none', metric = 'nominal' } }) => statistic in of && table && table.flat().reduce((sum, count) => sum + count, 0) <= 130 && weights === 'none' && metric === 'nominal'), ({ input }) => JSON.stringify(input.table));
  expect(tables.size).toBeGreaterThan(5);
  for (const [table, all] of tables) {
    const { together, engine } = await agreed(twoOf(JSON.parse(table) as number[][]), (JSON.parse(table) as number[][]).length);
    for (const { id, statistic, expected } of all) {
      const found = together[of[statistic as keyof typeof of]];
      if (expected.value === null) { expect(found.value, id).toBe(null); expect(found.reason, id).toMatch(/./); }
      else expect(Math.abs(found.value! - expected.value), id).toBeLessThan(1e-9);
      if (statistic === 'cohenKappa' && expected.ciLow !== undefined) expect([together.kappa.low, together.kappa.high].map((value) => value!.toFixed(9)), id).toEqual([expected.ciLow, expected.ciHigh!].map((value) => value.toFixed(9)));
    }
    engine.close();
  }
});
