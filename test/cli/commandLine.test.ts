import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { cliCommands } from '../../electron/cli/commands.ts';
import { readSheet } from '../../electron/formats/sheet.ts';
import { caller } from '../helpers/processes.ts';
import { commandProcess, type Ended } from '../helpers/commandLine.ts';
import { callWith, importAll, importSheet } from '../helpers/handing.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

const json = <T = Record<string, unknown>>({ out }: Ended) => JSON.parse(out) as T;
const talks = { 'P01.txt': 'I: How was it?\nR: We were so tired.\nI: Why?\nR: No time.\n', 'P02.txt': 'I: How is the pay?\nR: Bad, very bad.\nI: Why?\nR: No money.\n' };
const people = 'name,group\nP01,nurse\nP02,医生\nP03,head\n';
const codings = 'document,quote,code,coder,rating\nP01,so tired,Strain > Fatigue,Lin,-2\nP02,Bad,Pay,Wei,\nP02,bad,Pay,Wei,\n';

/** A coded study, made without the command line. */
async function coded(folder = temporaryFolder()): Promise<string> {
  const engine = newStudy(folder);
  await importSheet(engine, 'participant.import', people);
  await importAll(engine, talks);
  await callWith(engine, { 'codings.csv': codings }, 'coding.import', { handle: 'codings.csv' });
  engine.close();
  return engine.file;
}
/** The same command in several ways at once, each on a copy of its own. */
async function each(file: string, ways: readonly (readonly [command: string, ...more: string[]])[], environment: Record<string, string> = {}): Promise<Ended[]> {
  return Promise.all(ways.map(([command, ...more]) => {
    const folder = temporaryFolder();
    copyFileSync(file, join(folder, 's.concord'));
    return commandProcess(folder)([command, 's.concord', ...more], environment);
  }));
}

test('a study is made, filled, coded, taken back and checked', async () => {
  const folder = temporaryFolder();
  const concord = commandProcess(folder);
  mkdirSync(join(folder, 'talks'));
  for (const [name, text] of Object.entries(talks)) writeFileSync(join(folder, 'talks', name), text);
  writeFileSync(join(folder, 'talks', 'notes.xyz'), 'no transcript');
  writeFileSync(join(folder, 'people.csv'), people);
  writeFileSync(join(folder, 'codings.csv'), codings);
  expect(await concord(['new', 's.concord', '--name', 'Wards'])).toMatchObject({ code: 0, out: `Made ${join(folder, 's.concord')}.\n`, err: '' });
  expect(await concord(['import', 's.concord', 'talks', '--participants', 'people.csv'])).toMatchObject({ code: 0, out: 'Participants: 3 new, 0 known.\nP01: 4 turns, 2 speakers.\nP02: 4 turns, 2 speakers.\n', err: '' });
  expect(await concord(['code', 's.concord', '--from', 'codings.csv'])).toMatchObject({ code: 0, out: '3 codings, 0 already there; 3 new codes.\n', err: '' });
  expect(await concord(['--coder', 'Ana', 'undo', 's.concord'])).toMatchObject({ code: 0, out: 'Undone: import 3 codings.\n' });
  expect(await concord(['redo', 's.concord'])).toMatchObject({ code: 0, out: 'Done again: import 3 codings.\n' });
  const history = await concord(['history', 's.concord', '--json']);
  expect(json<{ who: string; says: string; at: string }[]>(history).map(({ who, says }) => `${who}: ${says}`)).toEqual(['Lin: Redo: import 3 codings', 'Ana: Undo: import 3 codings', 'Lin: import 3 codings', 'Lin: import 2 documents', 'Lin: import 3 participants']);
  expect(json<{ at: string }[]>(history)[0]!.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(await concord(['check', 's.concord'])).toMatchObject({ code: 0, out: 'Sound: 2 documents, 3 passages, 3 codings.\n' });
  expect(readdirSync(folder).toSorted()).toEqual(['codings.csv', 'people.csv', 's.concord', 'talks']);
  // Again: what is there is named, the code for a Problem is 4, and --again takes it on purpose.
  const again = await concord(['import', 's.concord', 'talks/P01.txt', 'gone.txt', '--json']);
  expect(again.code).toBe(4);
  expect(json(again)).toMatchObject({ documents: [], participants: null, refused: [{ file: 'gone.txt', problem: { problem: 'no-such-file' } }, { file: 'P01.txt', problem: { problem: 'same-file-twice' } }] });
  expect(again.err).toContain('“P01.txt” is in this study already, as “P01”.');
  expect(await concord(['import', 's.concord', 'talks/P01.txt', '--again'])).toMatchObject({ code: 0, out: 'P01 (2): 4 turns, 2 speakers.\n' });
});

test('tables come as text, CSV and JSON, in both languages and into files', async () => {
  const file = await coded();
  const [text, asJson, csv, rows] = await each(file, [
    ['table', '--columns', 'group', '--count', 'participants', '--subcodes'], ['table', '--columns', 'GROUP', '--rows', 'facet:dimension', '--subcodes', '--json'],
    ['table', '--columns', 'document', '--count', 'words', '--format', 'csv'], ['table', '--columns', 'coder', '--rows', 'pay'],
  ]) as [Ended, Ended, Ended, Ended];
  expect(text.out).toBe(['All codes by group. How many people raise it at least once. 2 people, 2 documents; interviewers left out.', '', 'All codes         nurse  医生  head  All together', '                    n 1   n 1   n 0           n 2', 'Strain                1     0     –             1', 'Strain > Fatigue      1     0     –             1', 'Pay                   0     1     –             1', 'All together          1     1     –             2', '', 'No test: with n 2 in these groups no difference, however large, could become clear. Read the passages.', ''].join('\n'));
  const table = json<{ rows: { codes: { uuid: string }[] }[]; cells: (number | null)[][] }>(asJson);
  expect(table).toMatchObject({ count: 'codings', tests: { fits: false, reason: 'unit' }, columnAxis: [{ kind: 'attribute', name: 'group' }], n: 2, rows: [{ label: 'Strain', codes: [{ path: 'Strain', facet: 'dimension', depth: 0 }] }, { label: 'Strain > Fatigue', codes: [{ path: 'Strain > Fatigue', depth: 1 }] }], columns: [{ label: 'nurse', n: 1, state: 'counted' }, { label: '医生', n: 1 }, { label: 'head', n: 0, state: 'nobodyInterviewed' }] });
  expect(table.cells).toEqual([[1, 0, null], [1, 0, null]]);
  expect(table.rows[0]!.codes[0]!.uuid).toMatch(/^[0-9a-f-]{36}$/);
  const [head, ...lines] = csv.out.trimEnd().split('\r\n');
  expect([head, ...lines.map((line) => line.slice(0, line.indexOf(',"Title: ')))]).toEqual(['\uFEFFCode,Facet,P01,P02,Total: all together,About', 'n,,1,1,2', 'Strain,Dimension,0,0,0', 'Strain > Fatigue,Dimension,2,0,2', 'Pay,Theme,0,2,2', 'Total: all together,,2,2,4']);
  expect(lines.every((line) => line.includes('; Codebook: no version named, 3 codes; Made: '))).toBe(true);
  expect(rows.out.split('\n').slice(2)).toEqual(['Pay           Lin  Wei  All together', '              n 1  n 1           n 2', 'Pay             0    2             2', 'All together    0    2             2', '', 'No test: several codings, passages or words of one person are not independent of each other. Count people, and tests are offered.', '']);
  expect([text, asJson, csv, rows].map(({ code, err }) => [code, err])).toEqual(Array(4).fill([0, '']));

  const folder = temporaryFolder();
  copyFileSync(file, join(folder, 's.concord'));
  const chinese = commandProcess(folder, { LANG: 'zh_CN.UTF-8' });
  expect(await chinese(['table', 's.concord', '--columns', 'group', '-o', 'table.csv'])).toMatchObject({ code: 0, out: '', err: '' });
  const inChinese = readFileSync(join(folder, 'table.csv'), 'utf8').trimEnd().split('\r\n');
  expect(inChinese.map((row) => row.split(',').slice(0, 6).join(','))).toEqual(['\uFEFF编码,分面,nurse,医生,head,总计：合计', 'n,,1,1,0,2', 'Strain,维度,0,0,,0', 'Strain > Fatigue,维度,1,0,,1', 'Pay,主题,0,2,,2', '总计：合计,,1,2,,3']);
  expect(inChinese.slice(1).every((row) => row.includes('编码本：') || row.includes('编码本: '))).toBe(true);
});

test('excerpts come in every format, to the terminal and into files that name it', async () => {
  const file = await coded();
  const [csv, markdown, asJson] = await each(file, [['excerpts', '--code', 'strain'], ['excerpts', '--group', '医生', '--format', 'md'], ['excerpts', '--json']]) as [Ended, Ended, Ended];
  expect((await readSheet({ name: 'x.csv', bytes: csv.bytes })).rows.map((row) => row.slice(0, 2))).toEqual([['so tired', 'P01']]);
  expect(markdown.out).toMatch(/^- \*Study:\* Study\n- \*Group:\* 医生\n- \*n:\* 2 codings in one document, one person speaking\n- \*Codebook:\* no version named, 3 codes\n- \*Made:\* .*\n\n## Pay\n\nTheme, 2\n\n> Bad\n\nP02, 医生, P02, Turn 2\. Coder Wei\.\n/);
  expect(json<Record<string, unknown>[]>(asJson).map(({ quotation, code, rating }) => [quotation, code, rating])).toEqual([['so tired', 'Strain > Fatigue', -2], ['Bad', 'Pay', null], ['bad', 'Pay', null]]);
  const folder = temporaryFolder();
  copyFileSync(file, join(folder, 's.concord'));
  const before = readFileSync(join(folder, 's.concord'));
  const concord = commandProcess(folder);
  expect(await concord(['excerpts', 's.concord', '-o', '引文.xlsx'])).toMatchObject({ code: 0, out: '', err: '' });
  expect((await readSheet({ name: 'x.xlsx', bytes: readFileSync(join(folder, '引文.xlsx')) })).rows).toHaveLength(3);
  // The study itself is never the file that is written.
  expect(await concord(['excerpts', 's.concord', '-o', 's.concord'])).toMatchObject({ code: 4, err: '“s.concord” cannot be written. Close it in other programs, or choose another folder. Nothing was changed. (cannot-write)\n' });
  expect(readFileSync(join(folder, 's.concord')).equals(before)).toBe(true);
});

test('what cannot be done is said in words on the error stream, and in the exit code', async () => {
  const file = await coded();
  const bad = await each(file, [
    ['table'], ['table', '--columns', 'group', '--count', 'sentences'], ['table', '--columns', 'group', '--format', 'md'], ['check', '--nothing'], ['import'],
    ['table', '--columns', 'site'], ['code', '--from', 'gone.csv'], ['redo'], ['excerpts', '-o', 'gone/x.csv'], ['new'],
  ]);
  expect(bad.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 4, 4, 4, 4, 4]);
  for (const { out, err } of bad) {
    expect(out).toBe('');
    expect(err).not.toMatch(/at .*\.ts:\d+|node:internal/);
  }
  expect(bad.slice(5).map(({ err }) => err)).toEqual([
    'There is no attribute “site”. Attributes are: group. Also document, participant, coder. (no-such-attribute)\n', '“gone.csv” cannot be found. Check its name and place, and whether its disk is connected. (no-such-file)\n',
    'There is nothing to redo. Redo is there until something new is done. (nothing-to-redo)\n', '“x.csv” cannot be written. Close it in other programs, or choose another folder. Nothing was changed. (cannot-write)\n',
    '“s.concord” exists already. Choose another name; nothing was overwritten. (file-exists)\n',
  ]);
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'x.concord'), 'x'.repeat(500));
  const [wrong, chinese] = await Promise.all([commandProcess(folder)(['check', 'x.concord']), commandProcess(folder)(['check', 'gone.concord'], { LANG: 'zh_CN.UTF-8' })]);
  expect(wrong).toMatchObject({ code: 4, err: '“x.concord” is not a Concord study. Choose a file that ends in .concord. Interviews are brought in with Import. (not-a-study)\n' });
  expect(chinese.code).toBe(4);
  expect(chinese.err).toMatch(/^找不到“gone\.concord”。\S+ \(no-such-file\)\n$/);
});

test('a damaged text is a difference: 1', async () => {
  const file = await coded();
  const db = new Database(file);
  db.exec("UPDATE documents SET text = replace(text, 'tired', 'happy')");
  db.close();
  const [words, asJson] = await each(file, [['check'], ['check', '--json']]) as [Ended, Ended];
  expect(words).toMatchObject({ code: 1, out: 'The text of “P01” is not what was saved.\n' });
  expect(asJson.code).toBe(1);
  expect(json(asJson)).toEqual({ ok: false, findings: [{ code: 'text-differs', where: 'P01', count: 1 }], documents: 2, codings: 3, passages: 3 });
});

test('a study that is open elsewhere is in use: 3', async () => {
  const file = await coded();
  const other = caller(file, []);
  expect(await other.next()).toBe('ready');
  expect(await commandProcess(join(file, '..'))(['undo', 'study.concord'])).toMatchObject({ code: 3, out: '', err: '“study.concord” is open in another window or program. Close it there, then open it here. (study-in-use)\n' });
});

test('help lists every command and what each takes, in English and Chinese', async () => {
  const folder = temporaryFolder();
  const [help, chinese, one] = await Promise.all([commandProcess(folder)(['--help']), commandProcess(folder)(['--help'], { LANG: 'zh_CN.UTF-8' }), commandProcess(folder)(['table', '--help'])]);
  for (const { name, arguments: given } of cliCommands) for (const { out } of [help, chinese]) expect(out).toMatch(new RegExp(`^  ${name} \\[options\\] ${given.replace(/[[\].]/g, '\\$&')}`, 'm'));
  expect([help.code, chinese.code, one.code]).toEqual([0, 0, 0]);
  expect(chinese.out).toContain('检查损坏：页面、引用、文字、片段');
  for (const option of ['--columns <axis>', '--rows <axis>', '--count <what>', '--split <attribute>', '--relation <how>', '--filter <saved>', '--speakers <who>', '--subcodes', '--format <format>', '--json', '-o, --output <file>']) expect(one.out).toContain(option);
});

test('a reader that has seen enough of the output is no fault', async () => {
  const script = `"$0" "$1" excerpts "$2" --json | head -c 10; echo " \${PIPESTATUS[0]}"`;
  const child = spawn('bash', ['-c', script, process.execPath, resolve('electron/cli/concord.mjs'), await manyExcerpts()], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([child.stdout, child.stderr].map(async (stream) => { let all = ''; for await (const part of stream) all += String(part); return all; }));
  expect(err).toBe('');
  expect(out).toMatch(/^\[\n \{\n {2}"id 0\n$/);
});
async function manyExcerpts(): Promise<string> {
  const engine = newStudy();
  await engine.call('document.create', { name: 'P01', text: 'so tired '.repeat(400) });
  const { code } = await engine.call('code.create', { name: 'x', facet: 'theme' });
  await engine.call('coding.add', { codings: Array.from({ length: 1500 }, (_, index) => ({ document: 1, start: index, end: index + 200, code, coder: 'Lin' })) });
  engine.close();
  return engine.file;
}

test('a port that is taken, or none, is said in words', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => { taken.close(); });
  await new Promise((resolve) => { taken.once('listening', resolve); });
  const { port } = taken.address() as { port: number };
  const file = await coded();
  const [busy, none] = await each(file, [['serve', '--no-open', '--port', String(port)], ['serve', '--no-open', '--port', '99999']]) as [Ended, Ended];
  if (!busy.err.includes('no-browser-build')) expect(busy).toMatchObject({ code: 4, err: `Port ${port} is taken, or may not be used. Choose another with --port, or leave it out: a free one is found. (port-taken)\n` });
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('--port 0–65535')]);
});
