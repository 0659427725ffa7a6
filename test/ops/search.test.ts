import { expect, test } from 'vitest';
import { searcher } from '../../electron/ops/expression.ts';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { importAll, importSheet } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

const people = 'name,Group\nAna,Nurses\nBo,Doctors\n陈医生,Doctors\n';
/** Two interviews; an interviewer in both. */
async function wards(): Promise<Engine> {
  const engine = newStudy();
  await importSheet(engine, 'participant.import', people);
  await importAll(engine, {
    'P01.txt': 'Interviewer: How is the pay?\nAna: I start at six. The pay is low. So be it.\nBo: Nobody pays the nights.\nInterviewer: Thanks.\nAna: Yes.\nBo: Yes.',
    'P02.txt': '访谈者：待遇怎么样？\n陈医生：待遇还行。病人太多，Ｐａｙ 也不高。\n访谈者：谢谢。\n陈医生：好。',
  });
  return engine;
}
/** 'P01 2 Ana: …left [hit] right…' for each hit. */
async function found(engine: Engine, input: InputOf<'search.find'>): Promise<string[]> {
  const { groups, hits } = await engine.call('search.find', input);
  const names = new Map(groups.map(({ id, label }) => [id, label]));
  return hits.map(({ of, turn, speaker, left, hit, right }) => `${names.get(of)} ${turn} ${speaker}: ${left}[${hit}]${right}`);
}
async function coded(engine: Engine): Promise<string[]> {
  const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [id, path]));
  const all: string[] = [];
  for (const { id, name } of await engine.call('document.list', {})) {
    const { text } = await engine.call('document.read', { document: id });
    for (const coding of await engine.call('coding.list', { document: id })) all.push(`${name} ${codes.get(coding.code)}: ${text.slice(coding.start, coding.end)}`);
  }
  return all;
}
const problemOf = (asked: Promise<unknown>) => asked.then(() => null, (error: unknown) => error);

test('hits stand in the words of their turn, with who says them, by document; full width and case make no difference', async () => {
  const engine = await wards();
  expect(await found(engine, { text: 'pay' })).toEqual([
    'P01 1 Interviewer: How is the [pay]?', 'P01 2 Ana: I start at six. The [pay] is low. So be it.', 'P01 3 Bo: Nobody [pay]s the nights.', 'P02 2 陈医生: 待遇还行。病人太多，[Ｐａｙ] 也不高。',
  ]);
  expect(await found(engine, { text: '病人' })).toEqual(['P02 2 陈医生: 待遇还行。[病人]太多，Ｐａｙ 也不高。']);
  expect(await found(engine, { text: '好' })).toEqual(['P02 4 陈医生: [好]。']);
  expect(await engine.call('search.find', { text: 'pay' })).toMatchObject({ total: 4, groups: [{ label: 'P01', count: 3 }, { label: 'P02', count: 1 }] });
  expect((await found(engine, { text: 'pay', wholeWord: true })).map((line) => line.slice(0, 5))).toEqual(['P01 1', 'P01 2', 'P02 2']);
  expect(await found(engine, { text: 'Pay', matchCase: true })).toEqual(['P02 2 陈医生: 待遇还行。病人太多，[Ｐａｙ] 也不高。']);
  expect(await found(engine, { text: '^.{3}$', regex: true, documents: [1] })).toEqual([]);
  expect(await found(engine, { text: 'Y\\w+', regex: true, matchCase: true })).toEqual(['P01 5 Ana: [Yes].', 'P01 6 Bo: [Yes].']);
});

test('speakers, documents and groups narrow it; a group that is not there is named', async () => {
  const engine = await wards();
  const lines = async (more: Partial<InputOf<'search.find'>>) => (await found(engine, { text: 'pay', ...more })).map((line) => line.split(':')[0]);
  expect(await lines({ speakers: 'interviewees' })).toEqual(['P01 2 Ana', 'P01 3 Bo', 'P02 2 陈医生']);
  expect(await lines({ group: { value: 'doctors' } })).toEqual(['P01 3 Bo', 'P02 2 陈医生']);
  expect(await lines({ documents: [2] })).toEqual(['P02 2 陈医生']);
  expect(await lines({ documents: [] })).toEqual([]);
  expect(await problemOf(lines({ group: { value: 'Cooks' } }))).toMatchObject({ code: 'no-such-group', values: { group: 'Cooks', known: 'Nurses, Doctors' } });
});

test('a list comes in pages that together are the whole, and follows every edit', async () => {
  const engine = newStudy();
  for (const name of ['A', 'B', 'C']) await engine.call('document.create', { name, text: Array.from({ length: 40 }, (_, line) => `${name} ${line} pay and pay`).join('\n') });
  const whole = (await engine.call('search.find', { text: 'pay', limit: 5000 })).hits;
  expect(whole).toHaveLength(240);
  const pages = [];
  for (let from = 0; from < 240; from += 37) pages.push(...(await engine.call('search.find', { text: 'pay', from, limit: 37 })).hits);
  expect(pages).toEqual(whole);
  await engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: '', inserted: 'pay ' }] });
  expect(await engine.call('search.find', { text: 'pay', limit: 1 })).toMatchObject({ total: 241, hits: [{ start: 0, left: '', hit: 'pay', right: ' A 0 pay and pay' }] });
  await engine.call('history.undo', {});
  expect(await engine.call('search.find', { text: 'pay', limit: 0 })).toMatchObject({ total: 240, hits: [] });
  await engine.call('document.remove', { documents: [2] });
  expect(await engine.call('search.find', { text: 'pay' })).toMatchObject({ total: 160 });
  await engine.call('history.undo', {});
  await engine.call('document.create', { name: 'D', text: 'pay' });
  expect(await engine.call('search.find', { text: 'pay' })).toMatchObject({ total: 241, groups: [{ label: 'A' }, { label: 'B' }, { label: 'C' }, { label: 'D' }] });
});

test('codes are found by name and definition, memos by their text, with what they are about', async () => {
  const engine = await wards();
  const { code } = await engine.call('code.create', { name: 'Wages', facet: 'dimension', definition: 'What is said of pay.' });
  await engine.call('coding.apply', { document: 1, start: 0, end: 3, codes: [{ code }] });
  const [coding] = await engine.call('coding.list', { document: 1 });
  await engine.call('memo.write', { about: 'codings', target: coding!.id, text: 'Pay first?' });
  await engine.call('memo.write', { about: 'project', target: 1, text: 'pay, pay' });
  expect((await engine.call('search.find', { text: 'pay', in: 'codes' })).hits).toMatchObject([{ of: code, field: 'definition', left: 'What is said of ', right: '.' }]);
  expect(await engine.call('search.find', { text: 'wages', in: 'codes' })).toMatchObject({ total: 1, groups: [{ label: 'Wages' }], hits: [{ field: 'name' }] });
  expect(await engine.call('search.find', { text: 'pay', in: 'memos' })).toMatchObject({ total: 3, groups: [{ label: 'P01', count: 1, about: { about: 'codings', document: 1, start: 0, end: 3 } }, { label: 'Study', count: 2, about: { about: 'project', document: null } }] });
});

test('what is found is coded as it is, by its sentence or by its turn; again adds nothing; one undo takes all of it back', async () => {
  const engine = await wards();
  const search = { text: 'pay', speakers: 'interviewees' } as const;
  expect(await engine.call('search.code', { search, code: { path: 'Work > Pay', facet: 'dimension' }, extent: 'sentence' })).toMatchObject({ hits: 3, added: 3, known: 0 });
  expect(await coded(engine)).toEqual(['P01 Work > Pay: The pay is low.', 'P01 Work > Pay: Nobody pays the nights.', 'P02 Work > Pay: 病人太多，Ｐａｙ 也不高。']);
  expect(await engine.call('history.list', { limit: 1 })).toMatchObject([{ operation: 'search.code', about: { code: 'Pay', count: 3 } }]);
  expect(await engine.call('search.code', { search, code: { path: 'work > pay' }, extent: 'sentence' })).toMatchObject({ added: 0, known: 3 });
  await engine.call('history.undo', {});
  expect(await coded(engine)).toEqual([]);
  expect(await engine.call('code.list', {})).toEqual([]);
  const { code } = await engine.call('code.create', { name: 'Said', facet: 'theme' });
  await engine.call('search.code', { search: { text: 'six|So', regex: true, matchCase: true }, code, extent: 'turn' });
  expect(await coded(engine)).toEqual(['P01 Said: I start at six. The pay is low. So be it.']);
  await engine.call('history.undo', {});
  const [, second] = (await engine.call('search.find', { text: 'pay' })).hits;
  await engine.call('search.code', { search: { text: 'pay' }, only: [{ document: second!.of, start: second!.start }], code });
  expect(await coded(engine)).toEqual(['P01 Said: pay']);
});

test('nothing found, and a picked hit that has moved since, code nothing', async () => {
  const engine = await wards();
  const { code } = await engine.call('code.create', { name: 'Said', facet: 'theme' });
  expect(await problemOf(engine.call('search.code', { search: { text: 'zebra' }, code }))).toMatchObject({ code: 'nothing-found' });
  const [hit] = (await engine.call('search.find', { text: 'pay' })).hits;
  await engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: '', inserted: 'Well. ' }] });
  const [, other] = (await engine.call('search.find', { text: 'pay' })).hits;
  expect(await problemOf(engine.call('search.code', { search: { text: 'pay' }, only: [hit!, other!].map(({ of, start }) => ({ document: of, start })), code }))).toMatchObject({ code: 'text-has-changed' });
  expect(await coded(engine)).toEqual([]);
});

test('an expression that would run for ever is stopped and told of, and the study answers on; one that cannot be read is named', async () => {
  const engine = newStudy();
  await engine.call('document.create', { name: 'A', text: `${'a'.repeat(60)}!` });
  const started = performance.now();
  expect(await problemOf(engine.call('search.find', { text: '(a+)+$', regex: true }))).toMatchObject({ code: 'search-too-long', values: { typed: '(a+)+$', seconds: 2 } });
  expect(performance.now() - started).toBeLessThan(5000);
  expect(await engine.call('search.find', { text: 'a!', limit: 1 })).toMatchObject({ total: 1 });
  for (const text of ['(', '[', '\\', '*a', 'a{2,1}']) expect(await problemOf(engine.call('search.find', { text, regex: true }))).toMatchObject({ code: 'search-expression', values: { typed: text } });
  expect(await engine.call('search.find', { text: 'x*', regex: true })).toMatchObject({ total: 0 });
});

test('the time of a search is one for all texts together', () => {
  const find = searcher('(a+)+$', { source: '(a+)+$', flags: 'g' }, 100);
  const slow = `${'a'.repeat(60)}!`;
  expect(() => find([slow])).toThrow('search-too-long');
  const started = performance.now();
  expect(() => find([slow])).toThrow('search-too-long');
  expect(performance.now() - started).toBeLessThan(60);
});

test('ligatures, units and points are found by what they say, and the hit stands where it stands', async () => {
  const engine = newStudy();
  await engine.call('document.create', { name: 'P03', text: 'The oﬃce was far… about 5㎏ of paper. Oﬃcially.' });
  expect(await found(engine, { text: 'office' })).toEqual(['P03 1 : The [oﬃce] was far… about 5㎏ of paper. Oﬃcially.']);
  expect(await found(engine, { text: 'KG of' })).toEqual(['P03 1 : The oﬃce was far… about 5[㎏ of] paper. Oﬃcially.']);
  expect(await found(engine, { text: '...' })).toEqual(['P03 1 : The oﬃce was far[…] about 5㎏ of paper. Oﬃcially.']);
  expect(await engine.call('search.code', { search: { text: 'offic' }, code: { path: 'Office' } })).toMatchObject({ hits: 2, added: 2 });
  await engine.call('document.edit', { document: 1, splices: [{ at: 4, removed: 'oﬃce', inserted: 'room' }] });
  expect(await engine.call('search.find', { text: 'office' })).toMatchObject({ total: 0 });
});

test('Chinese is found from one character on, whatever its punctuation, in transcripts, memos and codes, each with its words around it', async () => {
  const engine = newStudy();
  await importAll(engine, { 'P.txt': '访谈者：您说「公平」是什么？\n陈医生：“公平”就是大家一样，价格１２３元（ＶＩＰ不行｡）㎏也算。' });
  const { code } = await engine.call('code.create', { name: '公平', facet: 'theme' });
  await engine.call('code.change', { code, definition: '大家一样对待，即「一视同仁」。' });
  await engine.call('memo.write', { about: 'codes', target: code, title: '公平感', text: '分配上的，不是程序上的公平。' });
  const lines = async (text: string, more: Partial<InputOf<'search.find'>> = {}) => (await engine.call('search.find', { text, ...more })).hits.map(({ left, hit, right }) => `${left}[${hit}]${right}`);
  const first = '您说[「公平」]是什么？';
  const second = '[“公平”]就是大家一样，价格１２３元（ＶＩＰ不行｡）㎏也算。';
  for (const typed of ['「公平」', '“公平”', '"公平"']) expect(await lines(typed)).toEqual([first, second]);
  expect(await lines('视')).toEqual([]);
  expect(await lines('样')).toEqual(['“公平”就是大家一[样]，价格１２３元（ＶＩＰ不行｡）㎏也算。']);
  for (const [typed, hit] of [['123元(vip', '１２３元（ＶＩＰ'], ['不行。', '不行｡'], ['kg', '㎏']] as const) expect(await lines(typed)).toEqual([expect.stringContaining(`[${hit}]`)]);
  expect(await lines('[公特]平.就', { regex: true })).toEqual(['“[公平”就]是大家一样，价格１２３元（ＶＩＰ不行｡）㎏也算。']);
  expect(await lines('一样', { wholeWord: true })).toHaveLength(1);
  expect(await lines('公平', { in: 'memos' })).toEqual(['[公平]感', '分配上的，不是程序上的[公平]。']);
  expect(await lines('“一视', { in: 'codes' })).toEqual(['大家一样对待，即[「一视]同仁」。']);
  expect(await lines('公', { in: 'codes' })).toEqual(['[公]平']);
});
