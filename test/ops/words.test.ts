import { expect, test } from 'vitest';
import { Problem } from '../../shared/model/problem.ts';
import type { Engine } from '../../electron/core/engine.ts';
import { statistics } from '../../shared/statistics/index.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { newStudy } from '../helpers/study.ts';

const statistic = (name: string) => statistics.find((each) => each.name === name)!;

/** 'Ana: …' lines as a document, each a turn; people are interviewees but 'I', who asks. */
function documentOf(name: string, lines: readonly string[]): Snapshot['documents'][number] {
  let text = '';
  const turns = lines.map((line) => {
    const [, speaker, said] = /^(\w+): (.*)$/.exec(line)!;
    const start = text.length;
    text += `${said}\n`;
    return { start, end: text.length - 1, participant: speaker!, label: speaker!, time: null };
  });
  return { name, text, turns, values: {} };
}
const person = (name: string, group: string): Snapshot['participants'][number] => ({ name, role: name === 'I' ? 'interviewer' : 'interviewee', values: group === '' ? {} : { Group: group } });
async function studyOf(documents: Snapshot['documents']): Promise<Engine> {
  const engine = newStudy();
  await engine.call('study.take', { snapshot: {
    name: 'Study', description: '', codes: [], codings: [], documents,
    attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['nurse', 'manager', 'patient'] }],
    participants: [person('I', ''), person('Ana', 'nurse'), person('Bo', 'nurse'), person('Cem', 'manager')],
  } });
  return engine;
}
const ward = () => studyOf([
  documentOf('A', ['I: Workload workload?', 'Ana: The workload is too much. DRG again, and the workload!']),
  documentOf('B', ['Bo: The costs are fine. Workload? No.', 'Cem: Costs, costs, DRG. The DRG costs us beds.']),
]);
const counted = async (engine: Engine, more: object = {}) => {
  const { rows, columns } = await engine.call('words.table', { by: 'Group', ...more });
  return { columns: columns.map(({ label, words, unasked }) => `${label} ${unasked ? '–' : words}`), rows: rows.map(({ word, cells }) => `${word} ${cells.map((cell) => cell?.count ?? '–').join(' ')}`) };
};

test('words of each group are counted without what the interviewer says, in their usual spelling, and stop words count only in the n', async () => {
  const engine = await ward();
  expect(await counted(engine)).toEqual({ columns: ['nurse 16', 'manager 8', 'patient –'], rows: ['costs 1 3 –', 'DRG 1 2 –', 'workload 3 0 –', 'beds 0 1 –', 'fine 1 0 –'] });
  expect((await counted(engine, { speakers: 'all', find: 'work' })).rows).toEqual(['workload 3 0 – 2']);
  expect((await counted(engine, { stops: 'none', limit: 2, sort: 'count', column: 'nurse' })).rows).toEqual(['The 3 1 –', 'workload 3 0 –']);
  expect((await counted(engine, { least: 3 })).rows).toEqual(['costs 1 3 –', 'DRG 1 2 –', 'workload 3 0 –']);
  expect((await counted(engine, { sort: 'word' })).rows[0]).toBe('beds 0 1 –');
});

test('keyness is the log-likelihood of the reference values, adjusted for all words tested, and says how much of it comes from one person', async () => {
  const engine = await ward();
  const { rows, found } = await engine.call('words.table', { by: 'Group', sort: 'keyness', column: 'nurse' });
  const [first] = rows;
  expect(first!.key).toBe('workload');
  const reference = statistic('keynessLL').compute({ freqTarget: 3, freqReference: 0, sizeTarget: 16, sizeReference: 8 }, {}) as { signed: number; p: number };
  expect(first!.cells[0]!.keyness).toMatchObject({ signed: reference.signed, p: reference.p, logRatio: null });
  expect(first!.cells[1]!.keyness!.signed).toBeCloseTo(-reference.signed, 12);
  expect(first!.cells[0]!.most).toBeCloseTo(2 / 3, 12);
  const p = rows.map(({ cells }) => cells[0]!.keyness!.p);
  const { adjusted } = statistic('pAdjust').compute({ p }, { method: 'BH' }) as { adjusted: number[] };
  expect(rows.map(({ cells }) => cells[0]!.keyness!.adjusted)).toEqual(adjusted);
  expect(found).toBe(5);
  const corrected = async (adjust: 'holm' | 'none') => (await engine.call('words.table', { by: 'Group', sort: 'keyness', column: 'nurse', adjust })).rows.map(({ cells }) => cells[0]!.keyness!.adjusted);
  expect(await corrected('none')).toEqual(p);
  expect(await corrected('holm')).toEqual((statistic('pAdjust').compute({ p }, { method: 'holm' }) as { adjusted: number[] }).adjusted);
  expect((await engine.call('words.table', {})).rows[0]!.cells[0]!.keyness).toBeNull();
});

test('tf-idf is count × log10(N/df) of documents', async () => {
  const engine = await ward();
  const { rows } = await engine.call('words.table', { by: 'document', stops: 'none' });
  const expected = statistic('tfidf').compute({ counts: [0, 1].map((document) => rows.map(({ cells }) => cells[document]!.count)) }, {}) as { countTimesLog10: number[][] };
  expect([0, 1].map((document) => rows.map(({ cells }) => cells[document]!.tfidf))).toEqual(expected.countTimesLog10);
});

test('a word that is put on the list is one from then on, in this study alone, and undo takes it off', async () => {
  const chinese = () => studyOf([documentOf('A', ['Ana: 医共体的药占比太高，药占比！']), documentOf('B', ['Cem: 我们医院没有这个'])]);
  const [engine, other] = [await chinese(), await chinese()];
  const words = async (study: Engine) => (await study.call('words.table', { sort: 'word' })).rows.map(({ word, count }) => `${word} ${count}`);
  const before = await words(engine);
  expect(before).not.toContain('药占比 2');
  expect((await engine.call('words.kwic', { word: '占' })).joins).toContainEqual({ word: '药占', count: 2 });
  await engine.call('words.add', { kind: 'word', words: ['药占比', '医共体'] });
  expect(await words(engine)).toEqual(expect.arrayContaining(['药占比 2', '医共体 1', '医院 1']));
  expect(await words(other)).toEqual(before);
  await engine.call('words.add', { kind: 'stop', words: ['药占比'] });
  expect(await words(engine)).not.toContain('药占比 2');
  expect((await engine.call('words.lists', {})).own.map(({ kind, word }) => `${kind} ${word}`)).toEqual(['word 医共体', 'stop 药占比']);
  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  expect(await words(engine)).toEqual(before);
  await expect(engine.call('words.add', { kind: 'word', words: ['！？'] })).rejects.toMatchObject({ code: 'not-a-word' });
});

test('a usual stop word that stands on the study’s list of words is counted, and one act takes it off again', async () => {
  const engine = await ward();
  await engine.call('words.add', { kind: 'word', words: ['us', 'US', 'No'] });
  expect((await counted(engine)).rows).toEqual(expect.arrayContaining(['us 0 1 –', 'No 1 0 –']));
  const { own: lists } = await engine.call('words.lists', {});
  expect(lists.map(({ word }) => word)).toEqual(['US', 'No']);
  await engine.call('words.remove', { words: lists.map(({ id }) => id) });
  expect((await counted(engine)).rows).not.toContain('us 0 1 –');
});

test('where one turn ends and the next begins at once, each speaker has her own words; what stands before the first turn is nobody’s', async () => {
  const text = '标题医院护士';
  const engine = await studyOf([{ name: 'A', text, values: {}, turns: [{ start: 2, end: 4, participant: 'Ana', label: '', time: null }, { start: 4, end: 6, participant: 'Cem', label: '', time: null }] }]);
  expect(await counted(engine)).toEqual({ columns: ['nurse 1', 'manager 1', 'patient –'], rows: expect.arrayContaining(['护士 0 1 –', '医院 1 0 –']) as string[] });
});
test('counts follow corrections of the text', async () => {
  const engine = await ward();
  await counted(engine);
  const [a] = await engine.call('document.list', {});
  const { text } = await engine.call('document.read', { document: a!.id });
  await engine.call('document.edit', { document: a!.id, splices: [{ at: text.indexOf('too much'), removed: 'too much', inserted: 'overload' }] });
  expect((await counted(engine, { find: 'over' })).rows).toEqual(['overload 1 0 –']);
  await engine.call('history.undo', {});
  expect((await counted(engine, { find: 'over' })).rows).toEqual([]);
});

test('a key word stands in its lines with what is left and right of it, in the order that is asked for, and can be coded', async () => {
  const engine = await ward();
  const lines = async (more: object) => (await engine.call('words.kwic', { by: 'Group', word: 'costs', ...more })).lines.map(({ left, word, right, speaker, group, turn, documentName }) => `${documentName} ${turn} ${speaker} ${group}: ${left}[${word}]${right}`);
  expect(await lines({})).toEqual([
    'B 1 Bo nurse: The [costs] are fine. Workload? No.', 'B 2 Cem manager: [Costs], costs, DRG. The DRG costs us beds.',
    'B 2 Cem manager: Costs, [costs], DRG. The DRG costs us beds.', 'B 2 Cem manager: Costs, costs, DRG. The DRG [costs] us beds.',
  ]);
  expect((await lines({ sort: 'right', column: 'manager' })).map((line) => line.split(']')[1])).toEqual([', costs, DRG. The DRG costs us beds.', ', DRG. The DRG costs us beds.', ' us beds.']);
  expect((await lines({ sort: 'left' }))[0]).toContain('[Costs], costs');
  expect(await engine.call('words.kwic', { word: 'nowhere' })).toMatchObject({ total: 0, lines: [] });
  const { added, hits } = await engine.call('words.code', { word: 'costs', by: 'Group', code: { path: 'Money', facet: 'theme' } });
  expect({ added, hits }).toEqual({ added: 2, hits: 4 });
  const within = await engine.call('words.table', { within: { code: 'Money' }, by: 'Group' });
  expect(within.columns.map(({ words }) => words)).toEqual([6, 8, 0]);
  const sides = await engine.call('words.table', { within: { code: 'Money' }, by: 'within', stops: 'none', sort: 'keyness', column: 'outside' });
  expect(sides.columns.map(({ key, words }) => `${key} ${words}`)).toEqual(['inside 14', 'outside 10']);
  expect(sides.rows.find(({ key }) => key === 'workload')!.cells).toMatchObject([{ count: 1 }, { count: 2 }]);
  await expect(engine.call('words.table', { by: 'within' })).rejects.toMatchObject({ code: 'bad-input' });
  await expect(engine.call('words.table', { within: { code: 'None' } })).rejects.toMatchObject({ code: 'no-such-code' });
  await expect(engine.call('words.table', { by: 'coder' })).rejects.toMatchObject({ code: 'no-such-attribute' });
});

test('words, what is typical of each group, and the lines of a word leave the program with how they were asked', async () => {
  const engine = await ward();
  const read = async (kind: string, asked: object) => {
    const { exhibit, stamp } = await engine.call('exhibit.read', { kind, asked: asked as never });
    return { title: exhibit.title, heads: exhibit.columns.map(({ over, label, n }) => [over, label, n].filter((part) => part !== '' && part !== null).join(' ')), rows: exhibit.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell ?? '–')].join(' | ')), stamp: Object.fromEntries(stamp) };
  };
  const table = await read('words', { by: 'Group', limit: 2 });
  expect(table.title).toBe('Words by Group');
  expect(table.heads).toEqual(['All Count 24', 'All People 3', ...['nurse', 'manager', 'patient'].flatMap((group, index) => [`${group} Count ${[16, 8, 0][index]}`, `${group} Per 10,000`, `${group} People ${[2, 1, 0][index]}`])]);
  expect(table.rows).toEqual(['costs | 4 | 2 | 1 | 625 | 1 | 3 | 3750 | 1 | – | – | –', 'DRG | 3 | 2 | 1 | 625 | 1 | 2 | 2500 | 1 | – | – | –']);
  expect(table.stamp).toMatchObject({ Groups: 'Group', 'Stop words': 'Left out', n: '24 running words in 2 documents, said by 3 people; interviewers left out.' });
  const keyness = await read('keyness', { by: 'Group', limit: 1, least: 3 });
  expect(keyness.rows[0]).toMatch(/^nurse \(n 16\) /);
  expect(keyness.rows[1]).toMatch(/^workload \| 3 \| 1875 \| 0 \| 2 \| 67 \| 2\.43 \| ∞ \| 0\.\d+$/);
  expect((await read('kwic', { word: 'beds', by: 'Group' })).rows).toEqual(['1 | Costs, costs, DRG. The DRG costs us  | beds | . | Cem | manager | B | 2']);
  for (const format of ['csv', 'xlsx', 'docx', 'html', 'md', 'json']) for (const kind of ['words', 'keyness', 'kwic']) await expect(engine.call('exhibit.export', { kind, asked: kind === 'kwic' ? { word: 'costs' } : { by: 'Group' }, format, language: 'zh' })).resolves.toMatchObject({ name: expect.stringContaining(`.${format}`) as string });
});

test('texts are split once, one after the other, and whoever stops it in between loses nothing', async () => {
  const engine = await ward();
  const steps: string[] = [];
  const count = (stopAt: number) => engine.ask('words.table', { by: 'Group' }, { preparation: { progress: (done, total) => { steps.push(`${done}/${total}`); return done === stopAt ? Promise.reject(new Problem('cancelled')) : Promise.resolve(); } } });
  await expect(count(1)).rejects.toMatchObject({ code: 'cancelled' });
  await expect(engine.ask('exhibit.read', { kind: 'words', asked: {} }, { preparation: { progress: () => Promise.reject(new Problem('cancelled')) } })).rejects.toMatchObject({ code: 'cancelled' });
  await count(-1);
  await count(-1);
  expect(steps).toEqual(['0/2', '1/2', '0/1']);
  expect((await counted(engine)).rows).toHaveLength(5);
});
test('looking for a word changes nothing about how it is tested', async () => {
  const engine = await ward();
  const keyness = async (find: string) => { const { rows, tested, found } = await engine.call('words.table', { by: 'Group', find }); return { tested, found, costs: rows.find(({ key }) => key === 'costs')!.cells[1]!.keyness }; };
  const all = await keyness('');
  expect(await keyness('cost')).toEqual({ ...all, found: 1 });
});

const forms = (engine: Engine, more: object = {}) => engine.call('words.table', { base: true, ...more }).then(({ rows }) => rows.map(({ word, count, forms: joined }) => `${word} ${count}: ${joined.map((form) => `${form.word} ${form.count}`).join(', ')}`));
const doctors = () => studyOf([
  documentOf('A', ['Ana: Doctors met the doctor, and a doctor’s meetings were long. NHS managers, 医生 医生', 'Bo: The physician was asked. Doctors!']),
  documentOf('B', ['Cem: A nurse asks, nurses asked, the nursing is hard; is it? Larger costs, 医生。']),
]);

test('words are counted by their base form if one wants, each row with the forms it joins; Chinese stays as it is', async () => {
  const engine = await doctors();
  expect(await forms(engine)).toEqual(['doctor 4: Doctors 2, doctor 1, doctor’s 1', '医生 3: 医生 3', 'nurse 3: nurse 1, nurses 1, nursing 1', 'meet 2: meetings 1, met 1', 'cost 1: costs 1', 'hard 1: hard 1', 'Larger 1: Larger 1', 'long 1: long 1', 'manager 1: managers 1', 'NHS 1: NHS 1', 'physician 1: physician 1']);
  expect(await forms(engine, { stops: 'none', find: 'were' })).toEqual(['be 4: is 2, was 1, were 1']);
  const { rows, people } = await engine.call('words.table', { base: true, by: 'Group', find: 'doctor' });
  expect(rows[0]).toMatchObject({ key: 'doctor', people: 2, documents: 1, cells: [{ count: 4, people: 2 }, { count: 0 }, null] });
  expect(people).toBe(3);
  expect((await engine.call('words.table', { find: 'doctor' })).rows).toMatchObject([{ word: 'Doctors', count: 2, forms: [] }, { word: 'doctor', forms: [] }, { word: 'doctor’s' }]);
});
test('the lines of a base form are those of all its forms, and can be coded as one', async () => {
  const engine = await doctors();
  const lines = async (word: string, base: boolean) => (await engine.call('words.kwic', { word, base })).lines.map((line) => line.word);
  expect(await lines('doctor', true)).toEqual(['Doctors', 'doctor', 'doctor’s', 'Doctors']);
  expect(await lines('doctors', true)).toEqual(['Doctors', 'doctor', 'doctor’s', 'Doctors']);
  expect(await lines('doctors', false)).toEqual(['Doctors', 'Doctors']);
  expect((await engine.call('words.code', { word: 'doctor', base: true, code: { path: 'Doctors', facet: 'theme' }, extent: 'word' })).added).toBe(4);
});
test('what the dictionary gets wrong is put right by the study’s own list, and undone', async () => {
  const engine = await doctors();
  const counts = async (find: string) => forms(engine, { find });
  await engine.call('words.countWith', { word: 'physician', base: 'doctors' });
  expect(await counts('physician')).toEqual(['doctor 5: Doctors 2, doctor 1, doctor’s 1, physician 1']);
  await engine.call('words.countWith', { word: 'nursing', base: 'Nursing' });
  expect(await counts('nurs')).toEqual(['nurse 2: nurse 1, nurses 1', 'nursing 1: nursing 1']);
  await engine.call('words.countWith', { word: 'nurse', base: 'staff' });
  expect(await counts('nurs')).toEqual(['staff 2: nurse 1, nurses 1', 'nursing 1: nursing 1']);
  const { forms: listed, own } = await engine.call('words.lists', {});
  expect([listed.map(({ word, base }) => `${word}=${base}`), own]).toEqual([['physician=doctors', 'nursing=Nursing', 'nurse=staff'], []]);
  await engine.call('history.undo', {});
  expect(await counts('nurs')).toContain('nurse 2: nurse 1, nurses 1');
  await engine.call('words.remove', { words: [listed[0]!.id] });
  expect(await counts('physician')).toEqual(['physician 1: physician 1']);
  await expect(engine.call('words.countWith', { word: '—', base: 'x' })).rejects.toThrow(Problem);
  await engine.call('words.countWith', { word: 'doctor', base: 'physician' });
  await engine.call('words.countWith', { word: 'physician', base: 'doctor' });
  expect(await counts('physician')).toEqual(['doctor 5: Doctors 2, doctor 1, doctor’s 1, physician 1']);
});
test('a stop word of one’s own is left out with all its forms; forms of the list are no words that are kept whole', async () => {
  const engine = await doctors();
  await engine.call('words.add', { kind: 'stop', words: ['nurses'] });
  expect((await forms(engine)).filter((row) => row.startsWith('nurse'))).toEqual([]);
  await engine.call('words.countWith', { word: 'the doctor', base: 'doctor' });
  expect((await engine.call('words.table', { stops: 'none', find: 'the' })).rows.map(({ word }) => word)).not.toContain('the doctor');
});

test('words of chosen documents are counted alone; a saved table knows them by their identity in every copy of the study', async () => {
  const engine = await ward();
  const [a, b] = await engine.call('document.list', {});
  expect((await counted(engine, { documents: [b!.id] })).rows).toEqual(['costs 1 3 –', 'DRG 0 2 –', 'beds 0 1 –', 'fine 1 0 –', 'Workload 1 0 –']);
  expect((await counted(engine, { documents: [{ name: 'a' }], stops: 'all' })).rows).toEqual(['workload 2 0 –', 'DRG 1 0 –']);
  await engine.call('savedTable.save', { name: 'Only A', kind: 'words', asked: { by: 'Group', documents: [a!.id] } });
  const [saved] = await engine.call('savedTable.list', {});
  expect(saved!.asked).toMatchObject({ documents: [{ uuid: a!.uuid, name: 'A' }] });
  await engine.call('document.rename', { document: a!.id, name: 'First ward' });
  expect((await engine.call('words.table', saved!.asked as never)).rows.map(({ word, count }) => `${word} ${count}`)).toEqual(['workload 2', 'DRG 1']);
  await expect(engine.call('words.table', { documents: [{ name: 'Gone' }] })).rejects.toMatchObject({ code: 'no-such-document' });
});

test('the cloud of a table leaves as a picture with title and n, in the order of the table; not of the alphabet, and in a report never without its table', async () => {
  const engine = await ward();
  const svg = async (asked: object, kind: 'words' | 'keyness' = 'words') => new TextDecoder().decode((await engine.call('exhibit.export', { kind, asked: asked as never, format: 'svg', picture: 'cloud', language: 'en' })).bytes);
  const drawn = await svg({ by: 'Group' });
  const texts = [...drawn.matchAll(/<text[^>]* font-size="(\d+)"[^>]*>([^<]*)</g)].map(([, size, text]) => ({ size: Number(size), text: text! }));
  expect(texts[0]!.text).toBe('Words by Group');
  expect(texts.map(({ text }) => text).join(' ')).toContain('24 running words');
  const cloud = texts.filter(({ text }) => ['costs', 'DRG', 'workload', 'beds', 'fine'].includes(text));
  expect(cloud.map(({ text }) => text)).toEqual(['costs', 'DRG', 'workload', 'beds', 'fine']);
  expect(cloud.map(({ size }) => size)).toEqual(cloud.map(({ size }) => size).toSorted((a, b) => b - a));
  expect(await svg({ by: 'Group', column: 'nurse' }, 'keyness')).toContain('>workload</text>');
  for (const [kind, asked] of [['words', { sort: 'word' }], ['keyness', { by: 'Group' }]] as const) await expect(svg(asked, kind)).rejects.toMatchObject({ code: 'no-such-picture' });
  const { report } = await engine.call('report.create', { name: 'R', parts: [{ type: 'exhibit', kind: 'words', asked: {}, picture: 'cloud', matrix: false }] });
  const page = new TextDecoder().decode((await engine.call('report.export', { report, format: 'html', language: 'en' })).bytes);
  expect(page).toContain('<svg');
  expect(page).toMatch(/<th scope="row"[^>]*>(?:<bdi>)?workload/);
});
