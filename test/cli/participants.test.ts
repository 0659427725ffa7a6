import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { importAll, importSheet } from '../helpers/handing.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('participants are listed with what they say, written as a sheet, and taken in again from it', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  await importSheet(engine, 'participant.import', 'name,group,age,sampling,referred by\nAna,nurse,34,snowball,王\n王,医生,,,\n');
  await importAll(engine, { 'P01.txt': 'I: How was it?\nAna: So tired.\nI: Why?\nAna: No time.\n王: 累。\n王: 对。\n' });
  engine.close();
  const concord = commandLine(folder);
  const listed = await concord(['participants', 'study.concord', '--json']);
  expect(JSON.parse(listed.out)).toEqual([
    { name: '王', role: 'interviewee', sampling: '', referredBy: null, turns: 2, words: 2, codings: 0, documents: [{ document: 'P01', turns: 2, words: 2 }], values: { group: '医生' } },
    { name: 'Ana', role: 'interviewee', sampling: 'snowball', referredBy: '王', turns: 2, words: 4, codings: 0, documents: [{ document: 'P01', turns: 2, words: 4 }], values: { group: 'nurse', age: '34' } },
    { name: 'Interviewer', role: 'interviewer', sampling: '', referredBy: null, turns: 2, words: 4, codings: 0, documents: [{ document: 'P01', turns: 2, words: 4 }], values: {} },
  ]);
  expect((await concord(['participants', 'study.concord'])).out.split('\n').map((line) => line.replace(/ +/g, ' ').trim())).toContain('Ana Interviewee snowball 王 nurse 34 1 2 4 0');
  expect(await concord(['participants', 'study.concord', '-o', 'people.csv'])).toMatchObject({ code: 0, err: '' });
  expect(await concord(['import', 'study.concord', '--participants', 'people.csv'])).toMatchObject({ code: 0, out: 'Participants: 0 new, 3 known.\n', err: '' });
  writeFileSync(join(folder, 'people.csv'), 'name,age\nAna,old\nBo,3\n');
  expect(await concord(['import', 'study.concord', '--participants', 'people.csv'])).toMatchObject({ code: 0, out: 'Participants: 1 new, 1 known.\n', err: '1 cells do not fit and stayed out: 2 age.\n' });
  expect(await concord(['participants', 'study.concord', '--format', 'pdf'])).toMatchObject({ code: 2 });
}, 60_000);
