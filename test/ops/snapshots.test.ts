import { expect, test } from 'vitest';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { newStudy } from '../helpers/study.ts';

const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  name: 'Other', description: '', attributes: [{ name: 'group', of: 'participants', kind: 'choice', choices: ['nurse'] }],
  participants: [{ name: 'Ana', role: 'interviewee', values: { Group: 'nurse', age: '34' } }],
  codes: [{ path: ['strain'], facet: 'dimension', definition: 'd', include: '', exclude: '', example: '', scale: [{ value: -1, anchor: 'little' }] }],
  documents: [{ name: 'P01', text: 'so 😀 tired\nyes', values: { site: 'north' }, turns: [{ start: 0, end: 11, participant: 'Ana', label: 'R', time: 5000 }, { start: 12, end: 15, participant: null, label: '', time: null }] }],
  codings: [{ document: 'P01', start: 3, end: 5, code: ['Strain'], facet: 'dimension', coder: 'Wei', rating: -1, party: null, counterparty: null, memo: 'why', created: 7 }],
  ...more,
});

test('a snapshot comes in as one step: what is there by name is used, what is missing is made', async () => {
  const engine = newStudy();
  await engine.call('participant.create', { name: 'ANA', role: 'other' });
  expect(await engine.call('study.take', { snapshot: snapshot() })).toEqual({ documents: 1, codings: 1 });
  expect(await engine.call('study.take', { snapshot: snapshot() })).toEqual({ documents: 1, codings: 1 });
  expect((await engine.call('document.list', {})).map(({ name, codings, speakers }) => [name, codings, speakers])).toEqual([['P01', 1, [1]], ['P01 (2)', 1, [1]]]);
  expect((await engine.call('participant.list', {})).map(({ name, role, values }) => [name, role, Object.values(values)])).toEqual([['ANA', 'other', ['nurse', '34']]]);
  expect((await engine.call('attribute.list', {})).map(({ name, of, kind }) => [name, of, kind])).toEqual([['group', 'participants', 'choice'], ['age', 'participants', 'text'], ['site', 'documents', 'text']]);
  expect(await engine.call('excerpt.list', {})).toMatchObject([{ quotation: '😀', coder: 'Wei', rating: -1, memo: 'why', created: 7, time: 5000 }, { quotation: '😀' }]);
  expect((await engine.call('history.list', {})).map(({ operation }) => operation)).toEqual(['study.take', 'study.take', 'participant.create']);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});

test('memos come in with what they are about; a link to a code that is here under the same name leads to that one', async () => {
  const engine = newStudy();
  await engine.call('code.create', { name: 'STRAIN', facet: 'dimension' });
  const [strain] = await engine.call('code.list', {});
  const memo = { title: '', coder: 'Wei', created: 3, changed: 4 };
  const given = { ...snapshot(), format: 2, codes: [{ ...snapshot().codes[0]!, uuid: 'theirs' }], memos: [
    { ...memo, about: 'project' as const, target: {}, text: 'Look at [[code:theirs|strain]] and [[code:nobody|gone]].' },
    { ...memo, about: 'codings' as const, target: { document: 'P01', start: 3, end: 5, code: { path: ['strain'], facet: 'dimension' as const }, coder: 'Wei' }, title: 'Why', text: 'so' },
    { ...memo, about: 'passages' as const, target: { document: 'P01', start: 6, end: 11 }, text: 'uncoded' },
  ] };
  await engine.call('study.take', { snapshot: given });
  const memos = await engine.call('memo.find', { order: 'subject' });
  expect(memos.memos.map(({ about, title, heading, author, created, changed, subject }) => [about, title || heading, author, created, changed, subject.label])).toEqual([
    ['project', 'Look at STRAIN and gone.', 'Wei', 3, 4, 'Study'], ['passages', 'uncoded', 'Wei', 3, 4, 'tired'],
    ['codings', 'why', 'Wei', expect.any(Number), expect.any(Number), 'STRAIN'], ['codings', 'Why', 'Wei', 3, 4, 'STRAIN'],
  ]);
  expect((await engine.call('memo.list', { about: 'project' }))[0]!.text).toBe(`Look at [[code:${strain!.uuid}|strain]] and [[code:nobody|gone]].`);
  await expect(engine.call('study.take', { snapshot: { ...given, memos: [{ ...memo, about: 'codes', target: {}, text: 'x' }] } })).rejects.toMatchObject({ code: 'not-found' });
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});
test('a codebook’s history is told over only where nothing is coded yet, and never with two codes of one name', async () => {
  const engine = newStudy();
  const code = (path: string[], uuid: string) => ({ uuid, path, facet: 'theme' as const, definition: '', include: '', exclude: '', example: '', scale: [] });
  await engine.call('codebook.restate', { codes: [code(['pay'], 'a'), code(['pay', 'night'], 'b'), code(['load'], 'c')] });
  await engine.call('codebook.restate', { codes: [code(['load'], 'a'), code(['pay'], 'c'), code(['pay', 'night'], 'b')] });
  expect((await engine.call('code.list', {})).map(({ uuid, path }) => [uuid, path])).toEqual([['a', 'load'], ['c', 'pay'], ['b', 'pay > night']]);
  await expect(engine.call('codebook.restate', { codes: [code(['Load'], 'x'), code(['load'], 'a')] })).rejects.toMatchObject({ code: 'name-taken' });
  await expect(engine.call('codebook.restate', { codes: [code(['gone', 'x'], 'x')] })).rejects.toMatchObject({ code: 'no-such-code' });
  await engine.call('study.take', { snapshot: snapshot() });
  await expect(engine.call('codebook.restate', { codes: [] })).rejects.toMatchObject({ code: 'codebook-in-use' });
  await expect(engine.call('study.take', { snapshot: { ...snapshot(), format: 5 } })).rejects.toMatchObject({ code: 'bad-input' });
  const circle = [{ name: 'A', referredBy: 'B' }, { name: 'B', referredBy: 'A' }].map((each) => ({ ...each, role: 'interviewee' as const, values: {} }));
  await expect(engine.call('study.take', { snapshot: snapshot({ participants: circle, documents: [], codings: [] }) })).rejects.toMatchObject({ code: 'referral-circle' });
  expect(await engine.call('participant.list', {})).toHaveLength(1);
});

test.each<[string, Partial<Snapshot>, string]>([
  ['a coding outside of its text', { codings: [{ ...snapshot().codings[0]!, end: 99 }] }, 'span-outside'],
  ['an empty coding', { codings: [{ ...snapshot().codings[0]!, end: 3 }] }, 'span-outside'],
  ['a coding that cuts a character in two', { codings: [{ ...snapshot().codings[0]!, start: 4 }] }, 'span-outside'],
  ['a turn outside of its text', { documents: [{ ...snapshot().documents[0]!, turns: [{ start: 12, end: 16, participant: null, label: '', time: null }] }] }, 'span-outside'],
  ['turns that overlap', { documents: [{ ...snapshot().documents[0]!, turns: [{ start: 0, end: 11, participant: null, label: '', time: null }, { start: 5, end: 15, participant: null, label: '', time: null }] }] }, 'span-outside'],
  ['a coding of no document', { codings: [{ ...snapshot().codings[0]!, document: 'P09' }] }, 'no-such-document'],
  ['a coding of no code', { codings: [{ ...snapshot().codings[0]!, code: ['x'] }] }, 'no-such-code'],
  ['a code without its parent', { codes: [{ ...snapshot().codes[0]!, path: ['home', 'strain'] }] }, 'no-such-code'],
  ['a text with half a character', { documents: [{ ...snapshot().documents[0]!, text: '\uD800' }] }, 'bad-input'],
])('%s is refused, and nothing comes in', async (_what, more, code) => {
  const engine = newStudy();
  await expect(engine.call('study.take', { snapshot: snapshot(more) })).rejects.toMatchObject({ code });
  expect(await engine.call('project.read', {})).toMatchObject({ documents: 0, participants: 0, codes: 0, undo: null });
});

test('questionnaires, the conflict register, saved tables, reports and word lists come along, and leave as they came', async () => {
  const engine = newStudy();
  const ward = { ...snapshot().codes[0]!, path: ['Ward'], facet: 'stakeholder' as const, scale: [] };
  const sentBack = { ...ward, path: ['Not sent back'], facet: 'conflict' as const };
  const analyses = {
    savedTables: [{ uuid: 't1', name: 'Dimensions by group', kind: 'table', asked: { by: 'group' } }], reports: [{ uuid: 'r1', name: 'For the ministry', parts: [{ heading: '分级诊疗' }] }],
    listedWords: [{ uuid: 'w1', kind: 'word' as const, language: 'zh' as const, word: '访谈员' }, { uuid: 'w2', kind: 'stop' as const, language: 'en' as const, word: 'um' }],
    surveys: [{
      uuid: 's1', name: 'June', source: 'june.csv', encoding: 'UTF-8', created: 9, grouping: 'Group', attribute: 'group',
      questions: [{ uuid: 'q1', name: 'Group', kind: 'choice' as const, separator: '', choices: ['nurse'], codes: [] }, { uuid: 'q2', name: 'Problems', kind: 'several' as const, separator: ';', choices: ['pay', 'load'], codes: [{ answer: 'load', code: { path: ['strain'], facet: 'dimension' as const } }] }],
      respondents: [{ uuid: 'p1', name: 'R1', participant: 'Ana', document: 'P01', answers: { Group: 'nurse', Problems: 'pay;load' } as Record<string, string> }, { uuid: 'p2', name: 'R2', participant: null, document: null, answers: {} as Record<string, string> }],
    }],
    conflicts: [{
      uuid: 'c1', name: 'Patients not sent back', description: 'd', party: ['Ward'], counterparty: null, direction: 'one' as const, intensity: 4, code: { path: ['Not sent back'], facet: 'conflict' as const }, created: 1, changed: 2,
      points: [{ uuid: 'x1', kind: 'countermeasure' as const, name: 'Discharge call', level: 'institution', code: null }, { uuid: 'x2', kind: 'cause' as const, name: 'Paid per bed day', level: '', code: { path: ['strain'], facet: 'dimension' as const } }],
      passages: [{ document: 'P01', start: 6, end: 11, point: null, side: 'party' as const }, { document: 'P01', start: 3, end: 5, point: 1, side: '' as const }],
    }],
  };
  const given = { ...snapshot({ codes: [...snapshot().codes, ward, sentBack] }), format: 3, ...analyses };
  await engine.call('study.take', { snapshot: given });
  expect(await engine.call('study.snapshot', {})).toMatchObject(analyses);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
  await engine.call('study.take', { snapshot: given });
  const twice = await engine.call('study.snapshot', {});
  expect([twice.surveys, twice.conflicts, twice.reports, twice.savedTables].map((each) => each!.map(({ name }) => name))).toEqual([['June', 'June (2)'], ['Patients not sent back', 'Patients not sent back (2)'], ['For the ministry', 'For the ministry (2)'], ['Dimensions by group', 'Dimensions by group (2)']]);
  expect(twice.listedWords).toEqual(analyses.listedWords);
  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  expect(await engine.call('study.snapshot', {})).toMatchObject({ surveys: [], conflicts: [], reports: [], savedTables: [], listedWords: [] });
  await expect(engine.call('study.take', { snapshot: { ...given, conflicts: [{ ...analyses.conflicts[0]!, passages: [{ document: 'P01', start: 4, end: 5, point: null, side: '' as const }] }] } })).rejects.toMatchObject({ code: 'span-outside' });
});
