import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { temporaryFolder } from '../helpers/study.ts';

test('a questionnaire is taken in and counted from the command line', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'june.csv'), 'no,who,problems,claim: pay\nR1,GP,pay; forms,5\nR2,GP,forms,4\nR3,GP,,\nR4,Nurse,beds; pay,2\nR5,Nurse,pay,1\nR6,Patient,,3\n');
  const concord = commandLine(folder);
  await concord(['new', 's.concord']);
  const importing = ['import', 's.concord', 'june.csv', '--as', 'survey', '--id', 'no', '--group', 'who'];
  expect(await concord(importing)).toMatchObject({ code: 0, out: 'june: 6 new respondents, 0 known; 3 questions, 16 answers, 0 new documents of open answers.\n', err: '' });
  expect(await concord(importing)).toMatchObject({ out: 'june: 0 new respondents, 6 known; 3 questions, 16 answers, 0 new documents of open answers.\n' });
  expect(JSON.parse((await concord(['survey', 's.concord', '--question', 'problems', '--by', 'who', '--json'])).out)).toMatchObject({
    columns: [{ label: 'GP', n: 3 }, { label: 'Nurse', n: 2 }, { label: 'Patient', n: 0, respondents: 1 }],
    rows: [
      { answer: 'pay', counts: [1, 2, null], percents: ['33.33', '100.00', null], ranks: [2, 1, null] }, { answer: 'forms', counts: [2, 0, null], percents: ['66.67', '0.00', null], ranks: [1, 3, null] },
      { answer: 'beds', counts: [0, 1, null], percents: ['0.00', '50.00', null], ranks: [3, 2, null] },
    ],
  });
  expect((await concord(['survey', 's.concord', '--question', 'claim: pay'])).out.split('\n').map((line) => line.replace(/ +/g, ' ').trim())).toEqual(expect.arrayContaining(['claim: pay GP Nurse Patient', 'n 2 n 2 n 1', 'Mean 4.50 1.50 3.00', 'Mean rank 4.50 1.50 3.00']));
  expect((await concord(['survey', 's.concord'])).out.replace(/ +/g, ' ')).toBe('june (n 6)\n who One answer 6\n problems Several answers 5\n claim: pay Scale 5\n');
  expect((await concord(['survey', 's.concord', '--question', 'problems', '--format', 'csv'])).out.split('\r\n').find((line) => line.startsWith('forms'))).toMatch(/^forms,2,66\.67,1,0,0\.00,3,,,,/);
  expect((await concord(['survey', 's.concord', '--joint', '--json'])).out).toContain('"rows": []');
  expect(await concord(['survey', 's.concord', '--joint', '--measure', 'mode'])).toMatchObject({ code: 2 });
  expect(await concord(['survey', 's.concord', '--question', 'pay'])).toMatchObject({ code: 4, err: 'There is no question “pay”. Questions are: who, problems, claim: pay. (no-such-question)\n' });
  expect(await concord(['import', 's.concord', 'june.csv', '--as', 'poll'])).toMatchObject({ code: 2, err: 'There is no kind “poll” of sheet here. Known: survey.\n' });
}, 60_000);
