import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, type Ended } from '../helpers/commandLine.ts';
import { importAll } from '../helpers/handing.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('words are found in context, narrowed, and coded in one step; what cannot be looked for is said in words', async () => {
  const engine = newStudy();
  await importAll(engine, { 'P01.txt': 'I: How was the pay?\nR: The pay was low. So be it.\nI: Why?\nR: No time.\n', 'P02.txt': '问：待遇怎么样？\n答：病人太多。\n问：谢谢。\n答：好。\n' });
  engine.close();
  /** Searches a copy of the study: it is open in one place at a time. */
  const search = (...given: string[]): Promise<Ended> => {
    const folder = temporaryFolder();
    copyFileSync(engine.file, join(folder, 's.concord'));
    return commandLine(folder)(['search', 's.concord', ...given]);
  };
  const [plain, chinese, none, json, broken, codes, facet, elsewhere, unknown] = await Promise.all([
    search('PAY'), search('病人'), search('pays'), search('p.y\\b', '--regex', '--speakers', 'interviewees', '--json', '--limit', '1'), search('(', '--regex'), search('pay', '--in', 'codes', '--code', 'Pay'), search('pay', '--code', 'Pay', '--facet', 'colour'), search('pay', '--document', 'p02'), search('pay', '--document', 'P03'),
  ]);
  expect(plain).toMatchObject({ code: 0, err: '', out: '2 hits in one place.\n\nP01 (2)\n  1 Interviewer  How was the [pay] ?\n  2 P01                  The [pay] was low. So be it.\n' });
  expect(chinese).toMatchObject({ code: 0, out: 'One hit in one place.\n\nP02 (1)\n  2 P02 [病人] 太多。\n' });
  expect(none).toMatchObject({ code: 0, out: 'Nothing found for “pays”.\n' });
  expect(elsewhere).toMatchObject({ code: 0, out: 'Nothing found for “pay”.\n' });
  expect(unknown).toMatchObject({ code: 4, err: expect.stringContaining('There is no document “P03”.') as string });
  expect(JSON.parse(json.out)).toMatchObject({ groups: [{ label: 'P01' }], hits: [{ hit: 'pay' }] });
  expect(broken).toMatchObject({ code: 4, out: '', err: '“(” is not a regular expression that can be read. Check its brackets and backslashes, or search for the words as they stand. (search-expression)\n' });
  for (const refused of [codes, facet]) expect(refused).toMatchObject({ code: 2, err: 'Codes go on what is found in documents: leave out --in, and give --facet one of stakeholder, dimension, conflict, theme.\n' });
});

test('all that is found is coded, and taken back at once', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  await importAll(engine, { 'P01.txt': 'I: How was the pay?\nR: The pay was low. So be it.\nI: Why?\nR: No time.\n' });
  engine.close();
  const concord = commandLine(folder);
  expect(await concord(['search', 'study.concord', 'pay', '--code', 'Work > Pay', '--facet', 'dimension', '--as', 'sentence'])).toMatchObject({ code: 0, out: 'Hits: 2. Passages coded: 2; coded already: 0.\n' });
  expect((await concord(['excerpts', 'study.concord', '--format', 'md'])).out).toContain('The pay was low.');
  expect(await concord(['undo', 'study.concord'])).toMatchObject({ code: 0, out: 'Undone: code 2 found passages ‘Pay’.\n' });
});
