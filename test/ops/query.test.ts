import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { ConditionInput } from '../../shared/model/query.ts';
import { createWords } from '../../shared/words/index.ts';
import { sayQuery } from '../../shared/words/sayQuery.ts';
import { newStudy } from '../helpers/study.ts';

/** One interview; a doctor of the hospital and a nurse; codings of two coders. */
async function wards(): Promise<Engine> {
  const engine = newStudy();
  const text = 'How is it?\nWe refer nobody. The hospital keeps them all.\nI would share, if they asked.\nThe pay is low.';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const turns = [['Interviewer', 'How is it?'], ['Ana', 'We refer nobody. The hospital keeps them all.'], ['Bo', 'I would share, if they asked.'], ['Ana', 'The pay is low.']] as const;
  const code = (path: string[], facet: 'stakeholder' | 'dimension' | 'conflict' | 'theme') => ({ path, facet, definition: '', include: '', exclude: '', example: '', scale: [] });
  const coding = (words: string, path: string[], facet: 'stakeholder' | 'dimension' | 'conflict' | 'theme', coder: string, more: { rating?: number; party?: string[]; counterparty?: string[]; memo?: string; created?: number } = {}) =>
    ({ document: 'Ward', ...at(words), code: path, facet, coder, rating: null, party: null, counterparty: null, memo: '', created: Date.UTC(2026, 4, 1), ...more });
  await engine.call('study.take', { snapshot: {
    name: 'Wards', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['Doctors', 'Nurses'] }],
    participants: [{ name: 'Interviewer', role: 'interviewer', values: {} }, { name: 'Ana', role: 'interviewee', values: { Group: 'Doctors' } }, { name: 'Bo', role: 'interviewee', values: { Group: 'Nurses' } }],
    documents: [{ name: 'Ward', text, values: {}, turns: turns.map(([participant, words]) => ({ ...at(words), participant, label: participant, time: null })) }],
    codes: [code(['GP'], 'stakeholder'), code(['Hospital'], 'stakeholder'), code(['Hospital', 'Managers'], 'stakeholder'), code(['Willingness'], 'dimension'), code(['Access'], 'conflict'), code(['Work'], 'theme'), code(['Work', 'Pay'], 'theme')],
    codings: [
      coding('We refer nobody.', ['GP'], 'stakeholder', 'Lin'), coding('We refer nobody.', ['Willingness'], 'dimension', 'Lin', { rating: -2, memo: 'Strong words.' }),
      coding('We refer nobody.', ['Access'], 'conflict', 'Lin', { party: ['GP'], counterparty: ['Hospital', 'Managers'] }),
      coding('I would share, if they asked.', ['GP'], 'stakeholder', 'Lin'), coding('I would share, if they asked.', ['Willingness'], 'dimension', 'Wei', { rating: 1, created: Date.UTC(2026, 6, 1) }),
      coding('refer', ['Work'], 'theme', 'Wei'), coding('The pay is low.', ['Work', 'Pay'], 'theme', 'Wei'), coding('The pay is low.', ['Willingness'], 'dimension', 'Wei'),
    ],
  } });
  return engine;
}
const quotations = async (engine: Engine, query: ConditionInput) => (await engine.call('query.find', { query })).rows.map(({ quotation }) => quotation);
const coding = (code: string, more: object = {}): ConditionInput => ({ kind: 'coding', code, ...more });
const all = (...of: ConditionInput[]): ConditionInput => ({ kind: 'all', of });
const problemOf = (asked: Promise<unknown>) => asked.then(() => null, (error: unknown) => error);

test('GP × willingness low × conflict with the hospital: said by one coder on one passage; what two coders say together is no triple', async () => {
  const engine = await wards();
  const triple: ConditionInput = { kind: 'triple', stakeholder: { code: 'GP' }, dimension: { code: 'Willingness', rating: { is: 'low' } }, conflict: { with: 'Hospital' } };
  expect(await quotations(engine, triple)).toEqual(['We refer nobody.']);
  expect(await quotations(engine, { kind: 'triple', stakeholder: { code: 'GP' }, dimension: { code: 'Willingness' } })).toEqual(['We refer nobody.']);
  expect(await quotations(engine, all(coding('GP'), coding('Willingness')))).toEqual(['We refer nobody.', 'I would share, if they asked.']);
  const { rows, asked } = await engine.call('query.find', { query: triple });
  const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [id, path]));
  expect(rows[0]).toMatchObject({ turn: 2, speakers: ['Ana'] });
  expect(rows[0]!.codings.map((each) => [codes.get(each.code), each.rating, each.asked])).toEqual([['GP', null, true], ['Willingness', -2, true], ['Access', null, true]]);
  expect(sayQuery(createWords('en'), asked)).toBe('Passages where one coder says ‘GP’ × ‘Willingness’ (rated low) × any conflict (with ‘Hospital’)');
  expect(sayQuery(createWords('zh'), asked)).toBe('同一编码员标记为 “GP” × “Willingness”（评分偏低） × 任一冲突（对立方为“Hospital”）的片段');
});

test('places, attributes, coders, dates, gaps and memos', async () => {
  const engine = await wards();
  const near = (unit: 'words' | 'turns', most: number, of: ConditionInput): ConditionInput => ({ kind: 'place', relation: { is: 'near', unit, most }, of });
  expect(await quotations(engine, { kind: 'place', relation: { is: 'within' }, of: coding('Access') })).toEqual(['We refer nobody.', 'refer']);
  expect(await quotations(engine, all(coding('Work'), { kind: 'not', of: { kind: 'place', relation: { is: 'overlaps' }, of: coding('Access') } }))).toEqual(['The pay is low.']);
  expect(await quotations(engine, all(coding('Work > Pay'), near('turns', 1, coding('GP'))))).toEqual(['The pay is low.']);
  expect(await quotations(engine, all(coding('Work > Pay'), near('turns', 1, coding('Access'))))).toEqual([]);
  expect(await quotations(engine, all(coding('GP'), near('words', 4, coding('Work > Pay'))))).toEqual(['I would share, if they asked.']);
  expect(await quotations(engine, { kind: 'attribute', attribute: 'group', values: ['nurses'] })).toEqual(['I would share, if they asked.']);
  expect(await quotations(engine, { kind: 'coding', coders: ['Wei'], from: Date.UTC(2026, 5, 1) })).toEqual(['I would share, if they asked.']);
  expect(await quotations(engine, coding('Willingness', { rating: { is: 'unrated' } }))).toEqual(['The pay is low.']);
  expect(await quotations(engine, { kind: 'halfCoded', missing: 'conflict' })).toEqual(['I would share, if they asked.', 'The pay is low.']);
  expect(await quotations(engine, { kind: 'memo' })).toEqual(['We refer nobody.']);
  expect(await quotations(engine, { kind: 'text', text: 'REFER' })).toEqual(['We refer nobody.', 'refer']);
  expect(await quotations(engine, coding('Work', { subcodes: false }))).toEqual(['refer']);
  expect((await engine.call('query.find', { query: all() })).total).toBe(4);
});

test('before and after, ranges of numbers and dates, and code sets, each read aloud in both languages', async () => {
  const engine = await wards();
  const [people, documents, codes] = await Promise.all([engine.call('participant.list', {}), engine.call('document.list', {}), engine.call('code.list', {})]);
  const id = (list: readonly { id: number; name: string }[], name: string) => list.find((each) => each.name === name)!.id;
  const { attribute: years } = await engine.call('attribute.create', { name: 'Years', of: 'participants', kind: 'number' });
  const { attribute: held } = await engine.call('attribute.create', { name: 'Held', of: 'documents', kind: 'date' });
  await engine.call('attribute.set', { attribute: years, participant: id(people, 'Ana'), value: '12.5' });
  await engine.call('attribute.set', { attribute: years, participant: id(people, 'Bo'), value: '3' });
  await engine.call('attribute.set', { attribute: held, document: id(documents, 'Ward'), value: '2026-03-01' });
  await engine.call('codeSet.create', { name: 'Conditions', codes: [id(codes, 'Work')] });
  const near = (unit: 'words' | 'turns', most: number, of: ConditionInput, other?: 'before' | 'after'): ConditionInput => ({ kind: 'place', relation: { is: 'near', unit, most, ...(other ? { other } : {}) }, of });
  const asked: [ConditionInput, string[], string, string][] = [
    [near('turns', 1, coding('Access'), 'before'), ['I would share, if they asked.'], 'Passages after a passage coded ‘Access’, at most one turn on', '在编码为“Access”的片段之后，相距不超过 1 个话轮的片段'],
    [near('words', 9, coding('Work > Pay'), 'after'), ['I would share, if they asked.'], 'Passages at most 9 words before a passage coded ‘Pay’', '在编码为“Pay”的片段之前，相距不超过 9 个词的片段'],
    [near('turns', 0, coding('Access'), 'after'), [], 'Passages in the same turn before a passage coded ‘Access’', '与编码为“Access”的片段同在一个话轮且在其前的片段'],
    [{ kind: 'range', attribute: 'Years', from: 3, to: '12.5' }, ['We refer nobody.', 'refer', 'I would share, if they asked.', 'The pay is low.'], 'Passages where Years is from 3 to 12.5', '“Years”介于3与12.5之间的片段'],
    [{ kind: 'range', attribute: 'years', from: 3.5 }, ['We refer nobody.', 'refer', 'The pay is low.'], 'Passages where Years is at least 3.5', '“Years”不小于3.5的片段'],
    [{ kind: 'not', of: { kind: 'range', attribute: 'Years', to: 3 } }, ['We refer nobody.', 'refer', 'The pay is low.'], 'Passages not where Years is at most 3', '并非“Years”不大于3的片段'],
    [all({ kind: 'range', attribute: 'Held', from: '2026/3/1' }, coding('GP')), ['We refer nobody.', 'I would share, if they asked.'], 'Passages where Held is on Mar 1, 2026 or later and coded ‘GP’', '“Held”不早于2026年3月1日，且编码为“GP”的片段'],
    [{ kind: 'range', attribute: 'Held', to: '2026-02-28' }, [], 'Passages where Held is on Feb 28, 2026 or earlier', '“Held”不晚于2026年2月28日的片段'],
    [{ kind: 'range', attribute: 'Held' }, ['We refer nobody.', 'refer', 'I would share, if they asked.', 'The pay is low.'], 'Passages where Held is given', '“Held”已填写的片段'],
    [{ kind: 'coding', set: 'conditions' }, ['refer', 'The pay is low.'], 'Passages coded with a code of the set ‘Conditions’', '带有编码集“Conditions”中的编码的片段'],
    [{ kind: 'coding', set: 'Conditions', subcodes: false }, ['refer'], 'Passages coded with a code that stands itself in the set ‘Conditions’', '带有编码集“Conditions”本身所列的编码（不含下级）的片段'],
  ];
  for (const [query, quoted, english, chinese] of asked) {
    expect(await quotations(engine, query)).toEqual(quoted);
    const { asked: named } = await engine.call('query.find', { query });
    expect([sayQuery(createWords('en'), named), sayQuery(createWords('zh'), named)]).toEqual([english, chinese]);
  }
  expect(await problemOf(quotations(engine, { kind: 'range', attribute: 'Group', from: 3 }))).toMatchObject({ code: 'no-range', values: { attribute: 'Group' } });
  expect(await problemOf(quotations(engine, { kind: 'range', attribute: 'Years', from: 'many' }))).toMatchObject({ code: 'not-a-number' });
  expect(await problemOf(quotations(engine, { kind: 'range', attribute: 'Held', from: '3/1/2026' }))).toMatchObject({ code: 'not-a-date' });
  expect(await problemOf(quotations(engine, { kind: 'coding', set: 'Wards' }))).toMatchObject({ code: 'no-such-set', values: { known: 'Conditions' } });
});

test('a saved query follows its code set through renaming, and says when the set is gone', async () => {
  const engine = await wards();
  const pay = (await engine.call('code.list', {})).find(({ path }) => path === 'Work > Pay')!.id;
  const { set } = await engine.call('codeSet.create', { name: 'Money', codes: [pay] });
  await engine.call('query.save', { name: 'About money', query: { kind: 'coding', set: 'money' } });
  const saved = async () => (await engine.call('query.saved', {}))[0]!;
  await engine.call('codeSet.rename', { set, name: 'Pay' });
  expect(sayQuery(createWords('en'), (await saved()).query!)).toBe('Passages coded with a code of the set ‘Pay’');
  expect(await quotations(engine, (await saved()).query!)).toEqual(['The pay is low.']);
  await engine.call('codeSet.members', { set, take: [pay] });
  expect(await quotations(engine, (await saved()).query!)).toEqual([]);
  await engine.call('codeSet.remove', { set });
  expect((await saved()).gone).toEqual([{ of: 'codeSets', name: 'Money' }]);
  expect(await quotations(engine, (await saved()).query!)).toEqual([]);
});

test('a query saved before there were sides, ranges and sets is read as it was meant', async () => {
  const engine = await wards();
  const old: ConditionInput = { kind: 'all', of: [
    { kind: 'coding', code: { name: 'Work' }, subcodes: true }, { kind: 'attribute', attribute: { name: 'Group' }, values: ['Doctors', null] },
    { kind: 'not', of: { kind: 'place', relation: { is: 'near', unit: 'turns', most: 0 }, of: { kind: 'halfCoded', missing: 'conflict' } } },
    { kind: 'triple', stakeholder: { subcodes: true }, coders: [{ name: 'Lin' }] },
  ] };
  await engine.call('query.save', { name: 'Old', query: old });
  const { query } = (await engine.call('query.saved', {}))[0]!;
  expect(sayQuery(createWords('en'), query!)).toBe('Passages coded ‘Work’ and where Group is Doctors or not given and not in the same turn as a passage half-coded without a conflict and where one coder says any stakeholder × anything × anything, by Lin');
  expect(await quotations(engine, query!)).toEqual([]);
});

test('a query that names what is not there says so; one that is no query changes nothing', async () => {
  const engine = await wards();
  expect(await problemOf(quotations(engine, coding('Wages')))).toMatchObject({ code: 'no-such-code', values: { code: 'Wages' } });
  expect(await problemOf(quotations(engine, { kind: 'participant', participants: ['Cai'] }))).toMatchObject({ code: 'no-such-person' });
  expect(await problemOf(engine.ask('query.find', { query: { kind: 'near', code: 'GP' } }))).toMatchObject({ code: 'bad-input' });
  let deep: ConditionInput = { kind: 'memo' };
  for (let depth = 0; depth < 5000; depth++) deep = { kind: 'not', of: deep };
  expect(await problemOf(quotations(engine, deep))).toMatchObject({ code: 'bad-input' });
});

test('a saved query follows a code through renaming, merging and undo, and says when one is gone', async () => {
  const engine = await wards();
  const { saved } = await engine.call('query.save', { name: 'Unwilling GPs', query: all(coding('GP'), coding('Work > Pay')) });
  const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [path, id]));
  const inWords = async () => { const [first] = await engine.call('query.saved', {}); return { words: sayQuery(createWords('en'), first!.query!), gone: first!.gone.map(({ name }) => name), followed: first!.followed.map(({ name, into }) => `${name} → ${into}`) }; };
  await engine.call('code.change', { code: codes.get('GP')!, name: 'Family doctor' });
  expect(await inWords()).toEqual({ words: 'Passages coded ‘Family doctor’ and coded ‘Pay’', gone: [], followed: [] });
  await engine.call('code.merge', { code: codes.get('Work > Pay')!, into: codes.get('Work')! });
  expect(await inWords()).toEqual({ words: 'Passages coded ‘Family doctor’ and coded ‘Work’', gone: [], followed: ['Work > Pay → Work'] });
  await engine.call('history.undo', {});
  expect(await inWords()).toMatchObject({ words: 'Passages coded ‘Family doctor’ and coded ‘Pay’', followed: [] });
  await engine.call('code.remove', { code: codes.get('Work > Pay')! });
  expect(await inWords()).toMatchObject({ gone: ['Work > Pay'] });
  const query = (await engine.call('query.saved', {}))[0]!.query!;
  expect(await quotations(engine, query)).toEqual([]);
  expect((await engine.call('query.find', { query })).gone).toEqual([{ of: 'codes', name: 'Work > Pay' }]);
  expect(await problemOf(engine.call('query.save', { name: 'unwilling gps', query: all() }))).toMatchObject({ code: 'name-taken' });
  expect(await engine.call('query.duplicate', { saved })).toMatchObject({ name: 'Unwilling GPs 2' });
  await engine.call('query.rename', { saved, name: 'First' });
  await engine.call('query.save', { saved, name: 'First', query: { kind: 'memo' } });
  expect((await engine.call('query.saved', {})).map((each) => `${each.name} ${each.query?.kind}`)).toEqual(['First memo', 'Unwilling GPs 2 all']);
  await engine.call('query.remove', { saved });
  await engine.call('history.undo', {});
  expect((await engine.call('query.saved', {})).map(({ name }) => name)).toEqual(['First', 'Unwilling GPs 2']);
});

test('what a query finds is coded in one step, and exported with the query in words', async () => {
  const engine = await wards();
  const query = all(coding('GP'));
  expect(await engine.call('query.code', { query, code: { path: 'Work > Referral', facet: 'theme' } })).toMatchObject({ hits: 2, added: 2 });
  expect(await quotations(engine, coding('Work > Referral'))).toEqual(['We refer nobody.', 'I would share, if they asked.']);
  await engine.call('history.undo', {});
  expect(await problemOf(quotations(engine, coding('Work > Referral')))).toMatchObject({ code: 'no-such-code' });
  expect(await problemOf(engine.call('query.code', { query: { kind: 'any', of: [] }, code: 1 }))).toMatchObject({ code: 'nothing-found' });
  const file = async (format: string) => new TextDecoder().decode((await engine.call('excerpt.export', { query, format })).bytes);
  const rows = (await file('csv')).trim().split('\r\n');
  expect(rows[0]).toMatch(/,Query$/);
  expect(rows.slice(1).map((row) => row.slice(0, 30))).toEqual([expect.stringContaining('We refer nobody.'), expect.stringContaining('"I would share')]);
  expect(rows.slice(1).every((row) => row.endsWith(',Passages coded ‘GP’'))).toBe(true);
  expect(JSON.parse(await file('json'))).toMatchObject({ query: 'Passages coded ‘GP’', excerpts: [{ code: 'GP' }, { code: 'GP' }] });
  expect(await file('md')).toMatch(/^- \*Study:\* .*\n- \*Query:\* Passages coded ‘GP’\n- \*n:\* 2 codings /);
});
