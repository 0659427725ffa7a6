import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../electron/core/store.ts';
import { callWith, importAll, importSheet, speakersOf, type Files } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

const talk = (asks: string, answers: string, topic = 'pay') => [`${asks}: How is your ${topic}?`, `${answers}: It is bad, very bad.`, `${asks}: Why is that?`, `${answers}: Nobody asked us.`, `${asks}: And now?`, `${answers}: We wait.`].join('\n');
const zh = (asks: string, answers: string, topic = '待遇') => [`${asks}：您觉得${topic}怎么样？`, `${answers}：不太好，没有什么变化。`, `${asks}：为什么呢？`, `${answers}：没有人问过我们。`, `${asks}：现在呢？`, `${answers}：等着。`].join('\n');

describe('who the labels are', () => {
  test.each<[string, Files, string[]]>([
    ['a name is one person in all documents', { 'P01.txt': talk('Interviewer', 'Ana Ruiz'), 'P02.txt': talk('Interviewer', 'Ana Ruiz', 'day') }, ['P01: Ana Ruiz (interviewee), Interviewer (interviewer)', 'P02: Ana Ruiz (interviewee), Interviewer (interviewer)']],
    ['a word for anybody is a person of its document alone', { 'P01.txt': talk('I', 'R'), 'P02.txt': talk('I', 'R', 'day') }, ['P01: Interviewer (interviewer), P01 (interviewee)', 'P02: Interviewer (interviewer), P02 (interviewee)']],
    ['受访者 too', { '甲医院.txt': zh('访谈者', '受访者'), '乙医院.txt': zh('访谈者', '受访者', '工作') }, ['甲医院: 甲医院 (interviewee), 访谈者 (interviewer)', '乙医院: 乙医院 (interviewee), 访谈者 (interviewer)']],
    ['what speech recognition calls speakers', { 'A.txt': talk('Speaker 1', 'Speaker 2'), 'B.txt': talk('Speaker 1', 'Speaker 2', 'day') }, ['A: A (interviewee), Interviewer (interviewer)', 'B: B (interviewee), Interviewer (interviewer)']],
    ['several of a kind in one document stay several', { 'Group.txt': [talk('Moderator', 'R1'), talk('Moderator', 'R2', 'day'), talk('Moderator', 'R3', 'week')].join('\n') }, ['Group: Group R1 (interviewee), Group R2 (interviewee), Group R3 (interviewee), Interviewer (interviewer)']],
    ['spellings of a name are one person', { 'A.txt': talk('Interviewer', 'DR HU'), 'B.txt': talk('Interviewer', 'Dr Hu', 'day') }, ['A: DR HU (interviewee), Interviewer (interviewer)', 'B: DR HU (interviewee), Interviewer (interviewer)']],
  ])('%s', async (_what, files, expected) => {
    const engine = newStudy();
    await importAll(engine, files);
    expect(await speakersOf(engine)).toEqual(expected);
    expect((await engine.call('study.check', {})).findings).toEqual([]);
  });

  test('a sheet that came first says who speaks: by the document\'s title, its beginning, or a column of documents', async () => {
    const engine = newStudy();
    await importSheet(engine, 'participant.import', 'name,group,document\nP01,nurse,\nP02,doctor,\nWang,manager,Talk with the head.txt; other\nLi,manager,second talk\n');
    await importAll(engine, { 'P01.txt': talk('I', 'R'), 'P02 second talk.txt': talk('I', 'R', 'day'), 'Talk with the head.txt': talk('I', 'R', 'night'), 'Second talk.txt': talk('I', 'R', 'week'), 'P011.txt': talk('I', 'R', 'year') });
    expect((await speakersOf(engine)).toSorted()).toEqual([
      'P011: Interviewer (interviewer), P011 (interviewee)', 'P01: Interviewer (interviewer), P01 (interviewee)', 'P02 second talk: Interviewer (interviewer), P02 (interviewee)',
      'Second talk: Interviewer (interviewer), Li (interviewee)', 'Talk with the head: Interviewer (interviewer), Wang (interviewee)',
    ]);
    const table = await engine.call('table.make', { columns: 'group' });
    expect(table.columns.map(({ labels: [label], n }) => [label, n])).toEqual([['nurse', 1], ['doctor', 1], ['manager', 2], ['', 1]]);
  });
  test('a text without speakers is spoken by whom its title names', async () => {
    const engine = newStudy();
    await importSheet(engine, 'participant.import', 'name\nP01\n');
    await importAll(engine, { 'P01.txt': 'We were tired.\n\nNobody asked us.', 'P02.txt': 'It was fine.' });
    expect(await speakersOf(engine)).toEqual(['P01: P01 (interviewee)', 'P02: ']);
  });
  test('a person says otherwise, in the preview', async () => {
    const engine = newStudy();
    const files = { 'P01.txt': talk('I', 'R') };
    const [preview] = await callWith(engine, files, 'import.preview', { files: [{ handle: 'P01.txt' }] });
    expect(preview).toMatchObject({ title: 'P01', problem: null, duplicate: null, found: { turns: 6, encoding: 'UTF-8', people: [{ label: 'I', name: 'Interviewer', role: 'interviewer', participant: null }, { label: 'R', name: 'P01', role: 'interviewee', participant: null }] } });
    expect(preview!.found!.sample[1]).toEqual({ label: 'R', lifted: 'R: ', text: 'It is bad, very bad.', time: null });
    expect(await engine.call('project.read', {})).toMatchObject({ documents: 0, undo: null });
    await importAll(engine, files, { title: 'First talk', people: [{ label: 'R', name: ' Ana  Ruiz ', role: 'other' }] });
    expect(await speakersOf(engine)).toEqual(['First talk: Ana Ruiz (other), Interviewer (interviewer)']);
  });
});

test('names come in tidy, whatever the labels were written with', async () => {
  const engine = newStudy();
  await importAll(engine, { 'Cafe\u0301.txt': talk('Interviewer', 'Rene\u0301'), 'B.txt': talk('Interviewer', 'René', 'day') });
  expect((await engine.call('participant.list', {})).map(({ name }) => name)).toEqual(['Interviewer', 'René']);
  expect((await engine.call('document.list', {})).map(({ name }) => name)).toEqual(['B', 'Café']);
});

describe('the same file', () => {
  const files = { 'P01.txt': talk('I', 'Ana') };
  test('is noticed by its bytes, whatever its name, and taken a second time on purpose', async () => {
    const engine = newStudy();
    await importAll(engine, files);
    const renamed = { 'other.txt': files['P01.txt'] };
    expect(await callWith(engine, renamed, 'import.preview', { files: [{ handle: 'other.txt' }] })).toMatchObject([{ duplicate: 'P01' }]);
    expect(await importAll(engine, renamed)).toEqual({ documents: [], refused: [{ file: 'other.txt', problem: { problem: 'same-file-twice', values: { file: 'other.txt', document: 'P01' } } }] });
    expect((await engine.call('history.list', {})).map(({ operation }) => operation)).toEqual(['document.import']);
    expect((await importAll(engine, files, { again: true })).documents).toMatchObject([{ name: 'P01 (2)', file: 'P01.txt' }]);
    expect((await engine.call('document.list', {})).map(({ original }) => original)).toEqual([sha256(files['P01.txt']), sha256(files['P01.txt'])]);
    expect((await engine.call('study.check', {})).findings).toEqual([]);
  });
  test('twice among those handed in comes in once', async () => {
    const engine = newStudy();
    expect(await importAll(engine, { 'a.txt': files['P01.txt'], 'b.txt': files['P01.txt'] })).toMatchObject({ documents: [{ name: 'a' }], refused: [{ file: 'b.txt', problem: { problem: 'same-file-twice', values: { document: 'a' } } }] });
  });
  test('comes in again after it was removed', async () => {
    const engine = newStudy();
    const { documents } = await importAll(engine, files);
    await engine.call('document.remove', { documents: [documents[0]!.id] });
    expect(await importAll(engine, files)).toMatchObject({ documents: [{ name: 'P01' }], refused: [] });
  });
});

test('a bad file among good ones is named with its reason; the others come in, in one step', async () => {
  const engine = newStudy();
  const files = { 'P01.txt': talk('I', 'R'), 'empty.txt': '', 'old.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'broken.docx': Buffer.from('504b0304ffff', 'hex'), 'noise.txt': Buffer.alloc(4000, '\u0001\u0002\u0003'), 'P02.txt': talk('I', 'R', 'day') };
  const { documents, refused } = await importAll(engine, files);
  expect(documents.map(({ name, turns, speakers }) => [name, turns, speakers])).toEqual([['P01', 6, 2], ['P02', 6, 2]]);
  expect(refused.map(({ file, problem }) => [file, problem.problem, problem.values['file']])).toEqual([['empty.txt', 'empty-file', 'empty.txt'], ['old.doc', 'unknown-format', 'old.doc'], ['broken.docx', 'damaged-file', 'broken.docx'], ['noise.txt', 'not-text', 'noise.txt']]);
  expect(await engine.call('history.list', {})).toMatchObject([{ operation: 'document.import', about: { document: 'P01', count: 2 } }]);
  await engine.call('history.undo', {});
  expect(await engine.call('project.read', {})).toMatchObject({ documents: 0, participants: 0, undo: null });
  expect(JSON.stringify(refused)).not.toMatch(/bad, very bad/);
});

test('a file in GB18030 comes in with its characters, and what was guessed is said', async () => {
  const engine = newStudy();
  const files = { '访谈.txt': new Uint8Array(iconv.encode(zh('访谈者', '受访者'), 'gb18030')) };
  const [preview] = await callWith(engine, files, 'import.preview', { files: [{ handle: '访谈.txt' }] });
  expect(preview!.found!.encoding).toBe('GB18030');
  expect(preview!.encodings).toContain('Big5');
  await importAll(engine, files);
  expect((await engine.call('document.read', { document: 1 })).text).toBe(zh('', '').replaceAll('：', ''));
  expect(await engine.call('document.list', {})).toMatchObject([{ name: '访谈', language: 'zh', encoding: 'GB18030', source: '访谈.txt' }]);
});

test('what is imported is kept as it came, and the text is LF only', async () => {
  const engine = newStudy();
  const bytes = `\uFEFF${talk('I', 'R').replaceAll('\n', '\r\n')}\r\n`;
  await importAll(engine, { 'P01.txt': bytes });
  const { text } = await engine.call('document.read', { document: 1 });
  expect(text).not.toMatch(/[\r\uFEFF]/);
  expect(text.split('\n')[1]).toBe('It is bad, very bad.');
  expect((await engine.call('document.list', {}))[0]!.original).toBe(sha256(bytes));
});
