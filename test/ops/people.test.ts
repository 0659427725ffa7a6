import { describe, expect, test } from 'vitest';
import { writeXlsx } from '../../electron/formats/sheet.ts';
import type { Engine } from '../../electron/core/engine.ts';
import { importSheet, valuesOf } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

const take = (engine: Engine, sheet: string | Uint8Array, file?: string) => importSheet(engine, 'participant.import', sheet, file);
const kinds = async (engine: Engine) => Object.fromEntries((await engine.call('attribute.list', {})).map(({ name, kind, choices }) => [name, kind === 'choice' ? choices : kind]));

test('a sheet with a BOM, CRLF, quotes and Chinese comes in as it was meant, in one step', async () => {
  const engine = newStudy();
  expect(await take(engine, '\uFEFF姓名,角色,单位,备注\r\n"王, 小明",受访者,县医院,"说""累"""\r\n李主任,访谈者,县医院,\r\n刘,,市医院,"两\r\n行"\r\n')).toEqual({ added: 3, known: 0, attributes: ['单位', '备注'], refused: [] });
  expect((await engine.call('participant.list', {})).map(({ name, role }) => [name, role])).toEqual([['李主任', 'interviewer'], ['刘', 'interviewee'], ['王, 小明', 'interviewee']]);
  expect(await valuesOf(engine)).toEqual({ '王, 小明': { 单位: '县医院', 备注: '说"累"' }, 李主任: { 单位: '县医院' }, 刘: { 单位: '市医院', 备注: '两\r\n行' } });
  await engine.call('history.undo', {});
  expect(await engine.call('project.read', {})).toMatchObject({ participants: 0, undo: null });
  expect(await kinds(engine)).toEqual({});
});

test('the kinds of columns are found: choices in the order of the sheet, numbers, dates, text', async () => {
  const engine = newStudy();
  await take(engine, ['name,group,age,visited,pilot,remark,document,empty', 'P01,nurse,34,2026-03-01,yes,long story,P01.txt,', 'P02,doctor,"41,5",2026-3-11,no,another,P02.txt,', 'P03,nurse,−3,,yes,third,P03.txt,', 'P04,manager,+7,2026-11-30,no,fourth,P04.txt,'].join('\n'));
  expect(await kinds(engine)).toEqual({ group: ['nurse', 'doctor', 'manager'], age: 'number', visited: 'date', pilot: ['yes', 'no'], remark: 'text', document: 'text', empty: 'text' });
  expect((await engine.call('table.make', { columns: 'group', speakers: 'all' })).columns.map(({ labels: [label] }) => label)).toEqual(['nurse', 'doctor', 'manager']);
});

test('a sheet that is taken in again changes what it says, keeps what it leaves empty, and adds who is new', async () => {
  const engine = newStudy();
  await take(engine, 'name,group,site\nP01,nurse,north\nP02,doctor,north\nP03,nurse,south\n');
  const again = 'participant,role,Group,age\np01,interviewer,manager,34\nP02,,,35\nP04,,nurse,36\n';
  expect(await importSheet(engine, 'participant.preview', again)).toMatchObject({ nameColumn: 'participant', known: 2, added: 1, changed: 4, columns: [{ name: 'role', to: 'role', changes: 1 }, { name: 'Group', isNew: false, kind: 'choice' }, { name: 'age', isNew: true, kind: 'number', values: ['34', '35', '36'] }] });
  expect(await take(engine, again)).toEqual({ added: 1, known: 2, attributes: ['Group', 'age'], refused: [] });
  expect((await engine.call('participant.list', {}))[0]).toMatchObject({ name: 'P01', role: 'interviewer' });
  expect(await valuesOf(engine)).toEqual({ P01: { group: 'manager', site: 'north', age: '34' }, P02: { group: 'doctor', site: 'north', age: '35' }, P03: { group: 'nurse', site: 'south' }, P04: { group: 'nurse', age: '36' } });
  expect((await kinds(engine))['group']).toEqual(['nurse', 'doctor', 'manager']);
  await engine.call('history.undo', {});
  expect(await valuesOf(engine)).toEqual({ P01: { group: 'nurse', site: 'north' }, P02: { group: 'doctor', site: 'north' }, P03: { group: 'nurse', site: 'south' } });
});

describe('a sheet that cannot be taken in is refused as a whole, with the place', () => {
  test.each<[string, string, object]>([
    ['a person twice', 'name,group\nP01,nurse\nP02,x\np01,doctor\n', { code: 'sheet-row-twice', values: { file: 'sheet.csv', row: 4, before: 2, name: 'p01' } }],
    ['a row without a name', 'group,name\nnurse,P01\ndoctor,\n', { code: 'sheet-cell', values: { file: 'sheet.csv', row: 3, column: 'name' } }],
    ['a column twice', 'name,Group,group\nP01,a,b\n', { code: 'sheet-column-twice', values: { file: 'sheet.csv', column: 'group' } }],
    ['no rows', 'name,group\n', { code: 'sheet-empty', values: { file: 'sheet.csv' } }],
    ['only empty rows', 'name,group\n,\n,\n', { code: 'sheet-empty', values: { file: 'sheet.csv' } }],
    ['an open quotation', 'name,group\nP01,"nurse\nP02,doctor\n', { code: 'sheet-broken', values: { file: 'sheet.csv' } }],
    ['nothing', '', { code: 'empty-file', values: { file: 'sheet.csv' } }],
  ])('%s', async (_what, sheet, expected) => {
    const engine = newStudy();
    await expect(take(engine, sheet)).rejects.toMatchObject(expected);
    expect(await engine.call('project.read', {})).toMatchObject({ participants: 0, undo: null });
  });
});

test('words of a sheet that are also words of the machine stay words', async () => {
  const engine = newStudy();
  await take(engine, 'name,role,constructor,__proto__\nP01,constructor,toString,__proto__\nhasOwnProperty,valueOf,x,y\nP03,__proto__,x,z\n');
  expect((await engine.call('participant.list', {})).map(({ name, role }) => [name, role])).toEqual([['hasOwnProperty', 'interviewee'], ['P01', 'interviewee'], ['P03', 'interviewee']]);
  expect((await engine.call('attribute.list', {})).map(({ name }) => name)).toEqual(['constructor', '__proto__']);
  expect((await engine.call('table.make', { columns: 'constructor' })).columns.map(({ labels: [label] }) => label)).toEqual(['toString', 'x']);
  await expect(engine.call('table.make', { columns: 'toString' })).rejects.toMatchObject({ code: 'no-such-attribute', values: { attribute: 'toString', known: 'constructor, __proto__' } });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('an Excel sheet is taken in like any other', async () => {
  const engine = newStudy();
  await take(engine, await writeXlsx([{ name: 'People', rows: [['姓名', 'group', 'age'], ['王小明', '=1+1', 34], ['李', 'nurse', null]] }]), 'people.xlsx');
  expect(await valuesOf(engine)).toEqual({ 王小明: { group: '=1+1', age: '34' }, 李: { group: 'nurse' } });
});

test('attributes: what a choice does not offer yet is added, an empty value goes, names are taken once for people and once for documents', async () => {
  const engine = newStudy();
  const { participant } = await engine.call('participant.create', { name: 'Ana' });
  const { attribute } = await engine.call('attribute.create', { name: 'group', of: 'participants', kind: 'choice', choices: ['nurse', 'doctor', 'nurse', ' doctor '] });
  const list = async () => (await engine.call('attribute.list', {})).map(({ name, of, choices, values }) => ({ name, of, choices, values }));
  expect(await list()).toEqual([{ name: 'group', of: 'participants', choices: ['nurse', 'doctor'], values: [] }]);
  await engine.call('attribute.set', { attribute, participant, value: ' manager ' });
  expect(await list()).toEqual([{ name: 'group', of: 'participants', choices: ['nurse', 'doctor', 'manager'], values: [{ value: 'manager', n: 1 }] }]);
  await engine.call('attribute.change', { attribute, choices: ['manager', 'nurse', 'manager'] });
  expect(await list()).toMatchObject([{ choices: ['manager', 'nurse'], values: [{ value: 'manager', n: 1 }] }]);
  await engine.call('attribute.set', { attribute, participant, value: '' });
  expect(await list()).toMatchObject([{ values: [] }]);
  await expect(engine.call('attribute.create', { name: ' GROUP', of: 'participants' })).rejects.toMatchObject({ code: 'name-taken' });
  await engine.call('attribute.create', { name: 'Group', of: 'documents' });
  await expect(engine.call('attribute.change', { attribute: 2, name: 'x' }).then(() => engine.call('attribute.create', { name: 'X', of: 'documents' }))).rejects.toMatchObject({ code: 'name-taken', values: { name: 'X' } });
  await engine.call('attribute.set', { attribute, participant, value: 'nurse' });
  await engine.call('attribute.remove', { attribute });
  expect(await valuesOf(engine)).toEqual({ Ana: {} });
  await engine.call('history.undo', {});
  expect(await valuesOf(engine)).toEqual({ Ana: { group: 'nurse' } });
  await expect(engine.call('attribute.set', { attribute, participant, value: '\uD800' })).rejects.toMatchObject({ code: 'bad-input' });
  await expect(engine.call('attribute.set', { attribute, value: 'x' })).rejects.toMatchObject({ code: 'bad-input' });
});

test('who speaks can be said later, for all turns of a label; who goes leaves the turns behind', async () => {
  const engine = newStudy();
  await engine.call('document.create', { name: 'Talk', text: 'We were tired.\nNobody asked.' });
  const { participant } = await engine.call('participant.create', { name: 'Ana' });
  await expect(engine.call('turn.assign', { document: 1, label: '', participant: 9 })).rejects.toMatchObject({ code: 'not-found' });
  await engine.call('turn.assign', { document: 1, label: '', participant });
  expect((await engine.call('document.read', { document: 1 })).turns.map((turn) => turn.participant)).toEqual([1, 1]);
  await engine.call('memo.write', { about: 'participants', target: participant, text: 'shy' });
  await engine.call('participant.remove', { participant });
  expect((await engine.call('document.read', { document: 1 })).turns.map((turn) => turn.participant)).toEqual([null, null]);
  expect(await engine.call('memo.list', {})).toEqual([]);
  await engine.call('history.undo', {});
  expect((await engine.call('document.read', { document: 1 })).turns.map((turn) => turn.participant)).toEqual([1, 1]);
  expect((await engine.call('memo.list', {})).map(({ text }) => text)).toEqual(['shy']);
});
