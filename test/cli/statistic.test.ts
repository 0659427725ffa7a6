import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { temporaryFolder } from '../helpers/study.ts';

test('a statistic of a file’s numbers; what is wrong with name or file is said', async () => {
  const folder = temporaryFolder();
  const concord = commandLine(folder);
  const write = (name: string, given: unknown) => { writeFileSync(join(folder, name), typeof given === 'string' ? given : JSON.stringify(given)); return name; };
  const tea = await concord(['statistic', 'fisherExact', '--input', write('tea.json', { input: { table: [[3, 1], [1, 3]] }, options: { alternative: 'two-sided' } })]);
  expect(tea).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(tea.out)).toMatchObject({ p: expect.closeTo(34 / 70, 12) as number, oddsRatioSample: 9 });
  expect((await concord(['statistic'])).out).toContain('mannWhitney: Mann & Whitney 1947');
  expect(await concord(['statistic', 'kapa'])).toMatchObject({ code: 4, err: expect.stringContaining('There is no statistic “kapa”. There are: percent, wilson') as string });
  expect(await concord(['statistic', 'chiSquare', '--input', write('ragged.json', { input: { table: [[1, 2], [3]] } })])).toMatchObject({ code: 2, err: expect.stringContaining('ragged.json') as string });
  expect(await concord(['statistic', 'chiSquare', '--input', write('broken.json', '{')])).toMatchObject({ code: 2, err: expect.stringContaining('broken.json') as string });
});

test('a file that does not fit is told where it does not, and what would; a result is explained in words', async () => {
  const folder = temporaryFolder();
  const concord = commandLine(folder);
  const asked = (name: string, given: unknown, ...more: string[]) => { writeFileSync(join(folder, 'given.json'), JSON.stringify(given)); return concord(['statistic', name, '--input', 'given.json', ...more]); };
  expect(await asked('cohenKappa', { input: { table: [[1, 2], [3]] } })).toMatchObject({ code: 2, out: '', err: '“given.json” does not hold what “cohenKappa” is calculated from: input.table: as many columns as rows. It takes, for example, {"input":{"table":[[20,5],[10,15]]}}. (statistic-input)\n' });
  expect(await asked('krippendorffAlpha', { input: { coders: [[1], [2]] }, options: { metric: 'cubic' } })).toMatchObject({ code: 2, err: expect.stringContaining('options.metric') as string });
  expect(await asked('pAdjust', { input: { p: [0.01, null, 0.04] }, options: null })).toMatchObject({ code: 0, err: '', out: expect.stringContaining('0.02') as string });
  expect((await asked('cohenKappa', { input: { table: [[20, 5], [10, 15]] } }, '--explain')).out.replaceAll('\u00a0', ' ')).toContain('The coders agree on 70 %; by chance it would be 50 %.\nOf what chance leaves open they agree on 40 %: 0.40.\n');
  expect((JSON.parse((await concord(['statistic', '--json'])).out) as { name: string; title: string; example: object }[]).find(({ name }) => name === 'krippendorffAlpha')).toMatchObject({ title: 'Krippendorff’s α', example: { input: { coders: [[1, 2, 3, null], [1, 2, 2, 4]] } } });
});
