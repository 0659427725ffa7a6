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
