import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('agreement of two coders by code, over time and as a list of disagreements, as text, JSON and CSV', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  // The published example of characters: 1,000 of them, [0, 130) and [80, 200).
  const { document } = await engine.call('document.create', { name: 'Ward', text: 'x'.repeat(1000) });
  const [pay, trust] = [(await engine.call('code.create', { name: 'pay', facet: 'theme' })).code, (await engine.call('code.create', { name: 'trust', facet: 'theme' })).code];
  const give = (who: string, start: number, end: number, code: number) => engine.ask('coding.apply', { document, start, end, codes: [{ code }] }, { who });
  await give('Lin', 0, 130, pay);
  await give('Wei', 80, 200, pay);
  for (const who of ['Lin', 'Wei']) await give(who, 500, 1000, trust);
  await engine.call('code.create', { name: 'unused', facet: 'theme' });
  engine.close();
  const concord = commandLine(folder);
  expect(await concord(['agreement', 'study.concord', '--coders', 'Lin, lin'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Name two different coders') as string });
  const agreement = (...given: string[]) => concord(['agreement', 'study.concord', '--coders', 'lin,Wei', ...given]);
  const { rows, overall, means } = JSON.parse((await agreement('--unit', 'character', '--by', 'code', '--json')).out) as { rows: { item: { label: string }; percent: { value: number }; kappa: { value: number | null; reason?: string; low: number } ; coded: number[]; everybody: number }[]; overall: { units: number }; means: { kappa: { rows: number } } };
  expect(rows.map(({ item, coded, everybody }) => [item.label, coded, everybody])).toEqual([['pay', [130, 120], 50], ['trust', [500, 500], 500], ['unused', [0, 0], 0]]);
  expect(rows[0]!.percent.value).toBe(0.85);
  expect(rows[0]!.kappa.value).toBeCloseTo(0.314442413163, 11);
  expect(rows[2]!.kappa).toMatchObject({ value: null, reason: 'expected agreement is 1' });
  expect([overall.units, means.kappa.rows]).toEqual([3000, 2]);
  const lines = (out: string) => out.replace(/ {2,}/g, ' | ').trim().split('\n');
  expect(lines((await agreement()).out).slice(0, 5)).toEqual([
    'Agreement of Lin and Wei, by code', 'One document, compared by characters (1,000).'.replace('One', 'one'), '',
    'Code | Documents | Lin | Wei | Agreement | Cohen’s κ | Fleiss’ κ | Krippendorff’s α | Gwet’s AC1 | Brennan–Prediger | Holsti | Reading', expect.stringMatching(/^pay \| 1 \| 130 \| 120 \| 85\.0 % \| 0\.31 \[0\.2\d … 0\.\d+\] \| 0\.31 \| 0\.31 \| 0\.81 \| 0\.70 \| 0\.40 \| not reliable$/),
  ]);
  expect(lines((await agreement('--by', 'month')).out)[1]).toMatch(/^\d{4}-\d\d \| 1 \| 95\.0 %/);
  expect(lines((await agreement('--disagreements')).out).slice(2)).toEqual(['Code | Document | Start | Lin | Wei | Decision | Note on the decision', expect.stringMatching(/^pay \| Ward \| 0 \| x{130} \| x{120}$/)]);
  expect(lines((await agreement('--by', 'document')).out).slice(2)).toEqual([expect.stringMatching(/^Document \| Codings of Lin \| Codings of Wei \| Units \| Agreement \|/), expect.stringMatching(/^Ward \| 2 \| 2 \| 1000 \| 0\.95 \| /)]);
  expect(lines((await agreement('--by', 'coder')).out).slice(2)).toEqual([expect.stringMatching(/^Cohen’s κ \| Lin \| Wei \| With the others$/), expect.stringMatching(/^Lin .* 0\.8\d+ \| 0\.8\d+$/), expect.stringMatching(/^Wei \| 0\.8\d+ /)]);
  expect(JSON.parse((await agreement('--by', 'document', '--json')).out)).toMatchObject([{ document: { name: 'Ward' }, worked: [0, 1], codings: [2, 2], length: 1000, measures: { percent: { value: 0.95 } } }]);
  const segments = JSON.parse((await agreement('--unit', 'segment', '--overlap', '20', '--json')).out) as typeof JSON & { rows: { percent: { value: number }; kappa: { reason: string } }[] };
  expect(segments.rows.slice(0, 2).map(({ percent, kappa }) => [percent.value, kappa.reason])).toEqual([[1, 'segments are chosen freely'], [1, 'segments are chosen freely']]);
  expect((await agreement('--format', 'csv')).out.split('\r\n')[1]).toMatch(/^pay,Theme,1,130,120,50,1000,0\.85,0\.3144,0\.2305,0\.3984,/);
  expect(await concord(['agreement', 'study.concord', '--coders', 'Lin,Nobody'])).toMatchObject({ code: 4, err: expect.stringContaining('There is no coder “Nobody”. Coders are: Lin, Wei.') as string });
  expect(await concord(['agreement', 'study.concord', '--coders', 'Lin'])).toMatchObject({ code: 2, err: expect.stringContaining('Name two different coders or more: --coders A,B\nagreement STUDY --coders A,B') as string });
});

test('names in Chinese, with Chinese commas between, and names that have commas themselves', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const { document } = await engine.call('document.create', { name: 'Ward, third floor', text: 'x'.repeat(100) });
  const { code } = await engine.call('code.create', { name: 'pay, and time', facet: 'theme' });
  await engine.call('code.create', { name: 'trust', facet: 'theme' });
  for (const [who, end] of [['周敏', 10], ['Lin, Mei', 20], ['Lin', 20]] as const) await engine.ask('coding.apply', { document, start: 0, end, codes: [{ code }] }, { who });
  engine.close();
  const concord = commandLine(folder);
  const told = async (coders: string, ...more: string[]) => { const { code: ended, out, err } = await concord(['agreement', 'study.concord', '--coders', coders, '--json', ...more]); const found = ended === 0 ? JSON.parse(out) as { coders: { name: string }[]; rows: { item: { label: string }; percent: { value: number } }[] } : null; return found ? [found.coders.map(({ name }) => name), found.rows.map(({ item, percent }) => [item.label, percent.value])] : [ended, err.split('. ')[0]]; };
  const rows = (share: number) => [['pay, and time', share], ['trust', 1]];
  expect(await told('周敏，Lin, Mei')).toEqual([['周敏', 'Lin, Mei'], rows(0.9)]);
  expect(await told('lin、周敏', '--documents', 'Ward, third floor', '--codes', 'trust,Pay, and time')).toEqual([['Lin', '周敏'], rows(0.9)]);
  expect(await told('Lin, Mei,Lin')).toEqual([['Lin, Mei', 'Lin'], rows(1)]);
  expect(await told('周敏,Mei')).toEqual([4, 'There is no coder “Mei”']);
});
