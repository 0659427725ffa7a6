import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('stakeholders by dimension, who sees whom, and positions in two dimensions, as text and as JSON', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const text = 'They want it.\nThey decide.\nWe want it.\nWe say nothing.\nThey do not care.';
  const { document } = await engine.call('document.create', { name: 'Ward', text });
  const code = async (name: string, facet: 'stakeholder' | 'dimension') => (await engine.call('code.create', { name, facet, scale: facet === 'dimension' ? [-2, -1, 0, 1, 2].map((value) => ({ value, anchor: value === 2 ? 'very much' : '' })) : [] })).code;
  const [gps, heads, interest, influence] = [await code('GPs', 'stakeholder'), await code('Heads', 'stakeholder'), await code('Interest, in short', 'dimension'), await code('Influence', 'dimension')];
  const rate = (line: number, who: number, dimension: number, rating: number | null) => { const start = text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0); return engine.call('coding.apply', { document, start, end: start + text.split('\n')[line]!.length, codes: [{ code: who }, { code: dimension, rating }] }); };
  await rate(0, heads, interest, 2); await rate(1, heads, influence, 2); await rate(2, gps, interest, 1); await rate(3, gps, influence, null); await rate(4, heads, interest, -1);
  const { attribute } = await engine.call('attribute.create', { name: 'Group', of: 'participants', kind: 'choice', choices: ['GPs', 'Patients'] });
  const [ana, bo] = [(await engine.call('participant.create', { name: 'Ana' })).participant, (await engine.call('participant.create', { name: 'Bo' })).participant];
  await engine.call('attribute.set', { attribute, participant: ana, value: 'GPs' });
  await engine.call('turn.assign', { document, label: '', participant: ana });
  await engine.call('turn.speak', { document, at: text.length, participant: bo });
  engine.close();
  const concord = commandLine(folder);
  const ratings = (...given: string[]) => concord(['ratings', 'study.concord', ...given]);
  expect((await ratings()).out.replace(/ {2,}/g, ' | ').trim().split('\n')).toEqual(['Stakeholder | Dimension | n 2 | Passages', 'GPs | Interest, in short | +1 (n 1) | 1', 'GPs | Influence | (Unrated codings: 1) | 1', 'Heads | Interest, in short | +0.5 [−0.25 … +1.25] (n 2) | 2', 'Heads | Influence | +2 (n 1) | 1']);
  expect((await ratings('--matrix', 'perception', '--dimension', 'interest, in short')).out.replace(/ {2,}/g, ' | ').trim().split('\n')).toEqual([
    'Interest, in short: −2, +2 very much.', 'Who speaks | GPs | Heads', 'GPs | +1 (n 1) | +2 (n 1)', 'Patients | – | –', 'No value | −1 (n 1)', 'Its own people | +1 (n 1)', 'All others | +0.5 [−0.25 … +1.25] (n 2)', 'Difference of the medians',
  ]);
  const grid = JSON.parse((await ratings('--grid', 'Interest, in short,Influence', '--least', '3', '--json')).out) as { dots: { label: string; placing: string; at: object | null }[][] };
  expect(grid.dots[0]!.map(({ label, placing, at }) => [label, placing, at])).toEqual([['GPs', 'half', null], ['Heads', 'placed', { x: 0.5, y: 2 }]]);
  const csv = (await ratings('--matrix', 'perception', '--dimension', 'Interest, in short', '--format', 'csv')).out.split('\r\n');
  expect(csv[0]).toMatch(/^\uFEFFWho speaks,GPs: Median,GPs: n,Heads: Median,Heads: n,/);
  // A group without people has empty cells; one that does not speak of them has nobody who does.
  for (const line of ['GPs (n 1),1,1,2,1,', 'Patients (n 0),,,,,', 'No value (n 1),,0,-1,1,', 'All others,,0,0.5,2,']) expect(csv.filter((each) => each.startsWith(line))).toHaveLength(1);
  expect(await ratings('--format', 'pdf')).toMatchObject({ code: 2, err: expect.stringContaining('pdf') as string });
  expect(await ratings('--grid', 'Interest, in short')).toMatchObject({ code: 4, err: expect.stringContaining('There is no dimension “Interest”. Dimensions are: Interest, in short, Influence.') as string });
  expect(await ratings('--grid', 'Influence,influence')).toMatchObject({ code: 4, err: expect.stringContaining('“Influence” is asked for on both axes.') as string });
  expect(await ratings('--matrix', 'x')).toMatchObject({ code: 2 });
});
