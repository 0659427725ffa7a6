import { describe, expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { printLink } from '../../shared/model/memoText.ts';
import { readTranscript } from '../../electron/formats/index.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

const day = 86_400_000;
/** A study on a clock of its own, with something of everything. */
async function study() {
  let now = Date.UTC(2026, 4, 4, 9);
  const engine = newStudy(temporaryFolder(), { who: 'Lin', now: () => now });
  const { document } = await engine.call('document.create', { name: 'P01', text: 'The pay is low.\nNights are long.' });
  const { participant } = await engine.call('participant.create', { name: 'Ana' });
  const { code } = await engine.call('code.create', { name: 'Pay', facet: 'dimension' });
  const { code: below } = await engine.call('code.create', { name: 'Nights', facet: 'dimension', parent: code });
  const { codings: [coding] } = await engine.call('coding.apply', { document, start: 4, end: 14, codes: [{ code }] });
  const { passage } = (await engine.call('coding.list', { document }))[0]!;
  const uuid = async (which: number) => (await engine.call('code.list', {})).find(({ id }) => id === which)!.uuid;
  return { engine, document, participant, code, below, coding: coding!, passage, uuid, later: (by: number) => { now += by; } };
}
const headings = async (engine: Engine, input: InputOf<'memo.find'> = {}) => (await engine.call('memo.find', input)).memos.map(({ heading }) => heading);

describe('writing', () => {
  test('title and text are written apart, several memos on one thing; without both a memo goes, and undo brings it back', async () => {
    const { engine, code } = await study();
    const { memo } = await engine.call('memo.write', { about: 'codes', target: code, title: 'Why' });
    await engine.call('memo.write', { memo: memo!, about: 'codes', target: code, text: 'Because.' });
    await engine.call('memo.write', { about: 'codes', target: code, text: 'And another.' });
    expect((await engine.call('memo.list', { about: 'codes', target: code })).map(({ title, text, author }) => [title, text, author])).toEqual([['Why', 'Because.', 'Lin'], ['', 'And another.', 'Lin']]);
    await engine.call('memo.write', { memo: memo!, about: 'codes', target: code, text: '' });
    expect(await headings(engine)).toEqual(['And another.', 'Why']);
    expect(await engine.call('memo.write', { memo: memo!, about: 'codes', target: code, title: '' })).toEqual({ subject: 'Pay', memo: null });
    expect(await headings(engine)).toEqual(['And another.']);
    await engine.call('history.undo', {});
    expect(await headings(engine)).toEqual(['And another.', 'Why']);
  });
  test('what was typed into a memo that somebody deleted meanwhile is kept as a new one', async () => {
    const { engine, code } = await study();
    const { memo } = await engine.call('memo.write', { about: 'codes', target: code, text: 'first' });
    await engine.call('memo.remove', { memo: memo! });
    await engine.call('memo.write', { memo: memo!, about: 'codes', target: code, text: 'first, and more' });
    expect(await headings(engine)).toEqual(['first, and more']);
  });
  test('deleting the memo of a passage without a coding takes the passage along; the history says on what', async () => {
    const { engine, passage, coding, document } = await study();
    const { memo } = await engine.call('memo.write', { about: 'passages', target: passage, text: 'hm' });
    await engine.call('coding.remove', { codings: [coding] });
    expect(await engine.call('passage.noted', { document })).toHaveLength(1);
    await engine.call('memo.remove', { memo: memo! });
    expect(await engine.call('passage.noted', { document })).toEqual([]);
    expect((await engine.call('history.list', { limit: 1 }))[0]).toMatchObject({ operation: 'memo.remove', about: { subject: 'P01' } });
    await engine.call('history.undo', {});
    expect(await engine.call('passage.noted', { document })).toMatchObject([{ id: passage, start: 4, end: 14 }]);
    await expect(engine.call('memo.remove', { memo: 99 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('finding', () => {
  async function written() {
    const made = await study();
    const { engine, code, participant, document, passage, coding, uuid, later } = made;
    const write = async (input: InputOf<'memo.write'>, who = 'Lin') => { await engine.ask('memo.write', input, { who }); later(day); };
    await write({ about: 'project', target: 1, title: 'Day one', text: `We begin with ${printLink({ kind: 'code', uuid: await uuid(code), label: 'old label' })}.` });
    await write({ about: 'codes', target: code, text: '薪酬太低' }, 'Wei');
    await write({ about: 'participants', target: participant, text: 'shy' });
    await write({ about: 'documents', target: document, text: 'noisy' });
    await write({ about: 'passages', target: passage, text: 'irony?' });
    await write({ about: 'codings', target: coding, text: 'doubtful' });
    return made;
  }
  test('all memos, newest first, with what they are about', async () => {
    const { engine } = await written();
    const found = await engine.call('memo.find', {});
    expect(found.memos.map(({ heading, author, subject: { about, label, detail } }) => [heading, author, about, label, detail])).toEqual([
      ['doubtful', 'Lin', 'codings', 'Pay', 'P01'], ['irony?', 'Lin', 'passages', 'pay is low', 'P01'], ['noisy', 'Lin', 'documents', 'P01', ''],
      ['shy', 'Lin', 'participants', 'Ana', ''], ['薪酬太低', 'Wei', 'codes', 'Pay', 'Pay'], ['Day one', 'Lin', 'project', 'Study', ''],
    ]);
    expect(found).toMatchObject({ all: 6, total: 6, authors: [{ name: 'Lin', memos: 5 }, { name: 'Wei', memos: 1 }] });
    expect(await headings(engine, { order: 'subject' })).toEqual(['Day one', 'noisy', 'shy', '薪酬太低', 'irony?', 'doubtful']);
    expect((await headings(engine, { order: 'author' })).at(-1)).toBe('薪酬太低');
  });
  test('by a single character, by the name that a link has now, by what they are about, by author, kind, date and links', async () => {
    const { engine, code } = await written();
    expect(await headings(engine, { typed: '薪' })).toEqual(['薪酬太低']);
    expect(await headings(engine, { typed: 'ana' })).toEqual(['shy']);
    expect(await headings(engine, { typed: 'old label' })).toEqual([]);
    await engine.call('code.change', { code, name: 'Wages' });
    expect(await headings(engine, { typed: 'begin wages' })).toEqual(['Day one']);
    expect(await headings(engine, { about: 'codes' })).toEqual(['薪酬太低']);
    expect(await headings(engine, { author: (await engine.call('coder.list', {})).find(({ name }) => name === 'Wei')!.id })).toEqual(['薪酬太低']);
    expect(await headings(engine, { linked: true })).toEqual(['Day one']);
    expect(await headings(engine, { since: Date.UTC(2026, 4, 8) })).toEqual(['doubtful', 'irony?']);
    expect(await headings(engine, { since: Date.UTC(2026, 4, 6), until: Date.UTC(2026, 4, 7, 23) })).toEqual(['noisy', 'shy']);
    expect(await headings(engine, { until: Date.UTC(2026, 4, 5, 8) })).toEqual(['Day one']);
    expect(await headings(engine, { since: 5, until: 4 })).toEqual([]);
    expect(await engine.call('memo.find', { typed: 'zzz' })).toMatchObject({ all: 6, total: 0, memos: [] });
  });
  test('the search finds titles and the names that links have now', async () => {
    const { engine, code } = await written();
    await engine.call('code.change', { code, name: 'Wages' });
    expect(await engine.call('search.find', { text: 'wages', in: 'memos' })).toMatchObject({ total: 1, hits: [{ field: 'text', left: 'We begin with ', hit: 'Wages', right: '.' }] });
    expect(await engine.call('search.find', { text: 'day', in: 'memos' })).toMatchObject({ total: 1, hits: [{ field: 'title', hit: 'Day', right: ' one' }] });
  });
  test('one memo: its subject, the words it is about, what it points at and what points at it', async () => {
    const { engine, code, passage, uuid } = await written();
    const all = (await engine.call('memo.find', {})).memos;
    const page = (heading: string) => { const { id, about, target } = all.find((memo) => memo.heading === heading)!; return engine.call('memo.read', { memo: id, about, target }); };
    expect(await page('Day one')).toMatchObject({ memo: { author: 'Lin' }, quotation: null, links: [{ kind: 'code', id: code, label: 'Pay' }], linkedFrom: [] });
    expect(await page('irony?')).toMatchObject({ subject: { about: 'passages', passage }, quotation: { words: 'pay is low', turn: 1 } });
    expect(await page('薪酬太低')).toMatchObject({ linkedFrom: [{ heading: 'Day one' }] });
    const memo = all.find(({ heading }) => heading === 'shy')!;
    await engine.call('memo.write', { about: 'codes', target: code, title: 'See', text: printLink({ kind: 'memo', uuid: memo.uuid, label: 'shy' }) });
    expect(await page('shy')).toMatchObject({ linkedFrom: [{ heading: 'See' }] });
    expect(await engine.call('memo.read', { memo: null, about: 'codes', target: 99 })).toBe(null);
    expect(await engine.call('memo.resolve', { links: [{ kind: 'memo', uuid: memo.uuid, label: '' }, { kind: 'code', uuid: await uuid(code), label: '' }] })).toMatchObject([{ label: 'shy' }, { label: 'Pay' }]);
  });
  test('passages by their words, in the order of documents and text', async () => {
    const { engine, document, below } = await study();
    await engine.call('coding.apply', { document, start: 16, end: 31, codes: [{ code: below }] });
    expect((await engine.call('passage.byWords', { typed: 'i' })).map(({ label, detail }) => [label, detail])).toEqual([['pay is low', 'P01'], ['Nights are long', 'P01']]);
    expect((await engine.call('passage.byWords', { typed: 'LONG night' })).map(({ label }) => label)).toEqual(['Nights are long']);
    expect(await engine.call('passage.byWords', { typed: 'The pay' })).toEqual([]);
  });
});

test('links to a code that is merged lead to the one that stays, and undo leads them back', async () => {
  const { engine, uuid } = await study();
  const { code: from } = await engine.call('code.create', { name: 'Salary', facet: 'dimension' });
  const { code: into } = await engine.call('code.create', { name: 'Wages', facet: 'dimension' });
  const [fromUuid, intoUuid] = [await uuid(from), await uuid(into)];
  const text = `a ${printLink({ kind: 'code', uuid: fromUuid, label: 'Salary' })} b ${printLink({ kind: 'code', uuid: fromUuid, label: 'Salary' })}`;
  await engine.call('memo.write', { about: 'project', target: 1, text });
  await engine.call('code.merge', { code: from, into });
  expect((await engine.call('memo.list', {}))[0]!.text).toBe(`a [[code:${intoUuid}|Wages]] b [[code:${intoUuid}|Wages]]`);
  expect(await engine.call('memo.mentions', { about: 'codes', target: into })).toHaveLength(1);
  await engine.call('history.undo', {});
  expect((await engine.call('memo.list', {}))[0]!.text).toBe(text);
});
test('a link to a coding is found by its words and its code, follows renaming, recoding and merging, and is gone with it', async () => {
  const { engine, code, coding, document, passage } = await study();
  const found = async (typed: string) => (await engine.call('coding.byWords', { typed })).map(({ label, detail }) => [label, detail]);
  expect(await found('low')).toEqual([['Pay · pay is low', 'P01']]);
  expect(await found('PAY low')).toEqual([['Pay · pay is low', 'P01']]);
  // While coding blind, of the others nothing is offered.
  expect(await engine.call('coding.byWords', { typed: 'low', coder: 0 })).toEqual([]);
  expect(await engine.call('coding.byWords', { typed: 'low', coder: 1 })).toHaveLength(1);
  // The name of a code alone leads to the code; its codings are meant where their words are.
  for (const typed of ['nights', 'low trust', 'The']) expect(await found(typed)).toEqual([]);
  const [target] = await engine.call('coding.byWords', { typed: 'low' });
  expect(target).toMatchObject({ kind: 'coding', id: coding, document, passage, start: 4, end: 14, facet: 'dimension' });
  const link = { kind: 'coding' as const, uuid: target!.uuid, label: target!.label };
  await engine.call('memo.write', { about: 'project', target: 1, title: 'Why', text: printLink(link) });
  expect(await engine.call('memo.mentions', { about: 'codings', target: coding })).toMatchObject([{ title: 'Why' }]);
  await engine.call('code.change', { code, name: 'Wages' });
  const { code: into } = await engine.call('code.create', { name: 'Money', facet: 'dimension' });
  const { codings: [other] } = await engine.call('coding.apply', { document, start: 4, end: 14, codes: [{ code: into }] });
  const label = async () => (await engine.call('memo.resolve', { links: [link] })).map((now) => [now.label, now.id]);
  expect(await label()).toEqual([['Wages · pay is low', coding]]);
  expect(new TextDecoder().decode((await engine.call('memo.export', { format: 'md' })).bytes)).toContain('**Wages · pay is low (P01)**');
  await engine.call('code.merge', { code, into });
  // The same coder had coded the passage so already: the link leads to the coding that stays.
  const text = async () => (await engine.call('memo.list', {})).find(({ title }) => title === 'Why')!.text;
  const uuid = (await engine.call('coding.byWords', { typed: 'low' })).find(({ id }) => id === other)!.uuid;
  expect(await text()).toBe(`[[coding:${uuid}|Money · pay is low]]`);
  expect(await engine.call('memo.mentions', { about: 'codings', target: other! })).toMatchObject([{ title: 'Why' }]);
  await engine.call('history.undo', {});
  expect(await text()).toBe(printLink(link));
  await engine.call('coding.remove', { codings: [coding] });
  expect(await label()).toEqual([['Pay · pay is low', null]]);
});
test('of two merged codes a memo with a title stays a memo of its own', async () => {
  const { engine } = await study();
  const { code: from } = await engine.call('code.create', { name: 'Salary', facet: 'dimension' });
  const { code: into } = await engine.call('code.create', { name: 'Wages', facet: 'dimension' });
  await engine.call('memo.write', { about: 'codes', target: into, text: 'stays' });
  await engine.call('memo.write', { about: 'codes', target: from, text: 'joins' });
  await engine.call('memo.write', { about: 'codes', target: from, title: 'Own', text: 'keeps its title' });
  await engine.call('code.merge', { code: from, into });
  expect((await engine.call('memo.list', { about: 'codes', target: into })).map(({ title, text }) => [title, text])).toEqual([['', 'stays\n\njoins'], ['Own', 'keeps its title']]);
});

describe('memos as a file', () => {
  async function exported(format: string, language: 'en' | 'zh' = 'en', filter: InputOf<'memo.find'> = {}) {
    const { engine, code, passage, uuid } = await study();
    const links = [{ kind: 'code' as const, uuid: await uuid(code), label: 'old' }, { kind: 'participant' as const, uuid: 'gone', label: '*Bo*' }];
    await engine.call('memo.write', { about: 'project', target: 1, title: '# Day one', text: `- See ${printLink(links[0]!)}, not ${printLink(links[1]!)}.\n\nMore.` });
    await engine.call('memo.write', { about: 'passages', target: passage, text: 'Irony?' });
    const file = await engine.call('memo.export', { ...filter, format, language });
    return { ...file, bytes: file.bytes, code };
  }
  test('Markdown: kinds, titles, authors and dates, quotations, links as names', async () => {
    const { name, bytes } = await exported('md');
    expect(name).toBe('Study Memos.md');
    expect(new TextDecoder().decode(bytes).replace(/Written .*?(?=\*)/g, 'Written WHEN').split('\n').map((line) => line.trimEnd())).toEqual([
      '# Study: Memos', '', '## Journal', '', '### \\# Day one', '', '*Lin, Written WHEN*', '', '\\- See **Pay**, not ~~\\*Bo\\*~~.', '', 'More.', '',
      '## Passages', '', '### P01', '', '*Lin, Written WHEN*', '', '> pay is low', '>', '> P01, Turn 1', '', 'Irony?', '',
    ]);
  });
  test('Word: what its own reader reads again', async () => {
    const { name, bytes } = await exported('docx', 'zh');
    expect(name).toBe('Study：备忘.docx');
    const { text } = await readTranscript({ name, bytes });
    for (const words of ['Study：备忘', '研究日志', '# Day one', '- See Pay, not *Bo*.', 'More.', '片段', 'pay is low', 'Irony?']) expect(text).toContain(words);
  });
  test('JSON: text as kept, as read, and links with their ids; narrowed; nothing is a Problem', async () => {
    const { bytes } = await exported('json');
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject([
      { about: 'project', title: '# Day one', author: 'Lin', plain: '- See Pay, not *Bo*.\n\nMore.', links: [{ kind: 'code', name: 'Pay', gone: false }, { kind: 'participant', id: 'gone', name: '*Bo*', gone: true }], created: '2026-05-04T09:00:00Z' },
      { about: 'passages', quotation: { words: 'pay is low', document: 'P01', turn: 1 }, text: 'Irony?' },
    ]);
    expect(JSON.parse(new TextDecoder().decode((await exported('json', 'en', { about: 'passages' })).bytes))).toHaveLength(1);
    await expect(newStudy().call('memo.export', { format: 'md' })).rejects.toMatchObject({ code: 'nothing-to-export' });
  });
});
