import { readFileSync, writeFileSync } from 'node:fs';
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

test('documents are listed with who speaks there, what is said and coded, and their values, and written as a sheet', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  await importAll(engine, { 'P01.txt': 'I: How was it?\nAna: So tired.\nI: Why?\nAna: No time.\n', '访谈.txt': '甲：太累了。\n乙：对。\n甲：=嗯。\n' });
  const { attribute } = await engine.call('attribute.create', { name: '__proto__', of: 'documents', kind: 'number' });
  const first = (await engine.call('document.list', {})).find(({ name }) => name === 'P01');
  await engine.call('attribute.set', { attribute, document: first!.id, value: '7' });
  const { code } = await engine.call('code.create', { name: 'tired', facet: 'theme' });
  const start = (await engine.call('document.read', { document: first!.id })).text.indexOf('So tired');
  await engine.call('coding.apply', { document: first!.id, start, end: start + 'So tired.No time.'.length, codes: [{ code }] });
  engine.close();
  const concord = commandLine(folder);
  const listed = JSON.parse((await concord(['documents', 'study.concord', '--json'])).out) as Record<string, unknown>[];
  expect(listed.map(({ coded: _coded, values, ...line }) => ({ ...line, values: JSON.stringify(values) }))).toEqual([
    { name: '访谈', speakers: expect.arrayContaining(['访谈 甲', '访谈 乙']) as string[], turns: 3, words: 5, codings: 0, values: '{}' },
    { name: 'P01', speakers: expect.arrayContaining(['Ana', 'Interviewer']) as string[], turns: 4, words: 8, codings: 1, values: '{"__proto__":"7"}' },
  ]);
  expect((await concord(['documents', 'study.concord'])).out).toMatch(/^Title +Speakers +__proto__ +Turns +Words +Codings +Coded\n访谈 .* 3 +5 +0 +0 %\nP01 .* 7 +4 +8 +1 +100 %\n$/);
  expect(await concord(['documents', 'study.concord', '-o', 'documents.csv'])).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(folder, 'documents.csv'), 'utf8').split('\r\n')[0]).toBe('\uFEFFTitle,Speakers,Turns,Words,Codings,Coded %,__proto__');
  expect(await concord(['documents', 'study.concord', '--format', 'pdf'])).toMatchObject({ code: 2 });
}, 60_000);
