import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, type Ended } from '../helpers/commandLine.ts';
import { importAll } from '../helpers/handing.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('words are counted per person, with what is typical of each and the lines behind; a listed word is one from then on', async () => {
  const engine = newStudy();
  await importAll(engine, { 'P01.txt': 'I: How was the pay?\nR: The pay was low. Low pay, no staff.\nI: Why?\nR: No time.\n', 'P02.txt': '问：待遇怎么样？\n答：药占比太高，病人太多。\n问：谢谢。\n答：药占比！\n' });
  engine.close();
  const count = (...given: string[]): Promise<Ended> => {
    const folder = temporaryFolder();
    copyFileSync(engine.file, join(folder, 's.concord'));
    return commandLine(folder)(['words', 's.concord', ...given]);
  };
  const [plain, listed, keyness, kwic, json, wrong, csv] = await Promise.all([
    count('--by', 'participant', '--top', '12'), count('--add-word', '药占比', '--top', '1'), count('--by', 'participant', '--keyness', '--top', '1'), count('--kwic', 'PAY', '--sort', 'left'), count('--json', '--find', 'sta'), count('--keyness'), count('--by', 'participant', '--format', 'csv', '--top', '1'),
  ]);
  expect(plain).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Word +All +People +P01 +P02\n +n 19 +n 2 +n 10 +n 9\n/) as string });
  expect(plain.out).toMatch(/\nlow +2 +1 +2 \(2,000\.0\) +0\n/);
  expect(listed.out).toMatch(/\n药占比 +2 +1\n$/);
  expect(keyness).toMatchObject({ code: 0, out: expect.stringMatching(/P01 \(n 10\)\n {2}(low|pay) +2 +2,000 +0 +1 +100 .*∞/) as string });
  expect(kwic.out.split('\n').map((line) => line.replace(/ {2,}/g, ' '))).toEqual(['Said 2 times, by one person', 'P01, 2 P01 The pay was low. Low [pay] , no staff.', 'P01, 2 P01 The [pay] was low. Low pay, no staff.', '']);
  expect(JSON.parse(json.out)).toMatchObject({ words: 19, rows: [{ word: 'staff', count: 1 }] });
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('words STUDY --by ATTRIBUTE --keyness') as string });
  expect(csv.out).toMatch(/^\uFEFF?Word,.*\r?\n/);
});
