import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { callWith } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';
import { standingOf } from '../../renderer/views/survey/standing.ts';

type Asked = Omit<InputOf<'survey.import'>, 'handle'>;
const take = (engine: Engine, sheet: string | Uint8Array, asked: Asked = {}, file = 'survey.csv') => callWith(engine, { [file]: sheet }, 'survey.import', { handle: file, ...asked });
const preview = (engine: Engine, sheet: string | Uint8Array, asked: Asked = {}, file = 'survey.csv') => callWith(engine, { [file]: sheet }, 'survey.preview', { handle: file, ...asked });

const folder = resolve(import.meta.dirname, '../../../shared/files/survey');
interface Expected {
  n: Record<string, number>; problems: Record<string, { answer: string; count: number; n: number; percent: string }[]>;
  single: Record<string, { group: string; n: number; answers: Record<string, { count: number; percent: string }> }>;
  kruskalWallis: Record<string, { groups: string[]; n: number[]; mean: number[]; H: number; df: number; p: number; epsilonSquared: number }>;
}
test.skipIf(!existsSync(folder))('the survey of the reference study gives each of its published figures to the last digit', async () => {
  const expected = JSON.parse(readFileSync(resolve(folder, 'expected.json'), 'utf8')) as Expected;
  const engine = newStudy();
  const sheet = readFileSync(resolve(folder, 'survey.csv'));
  const taken = await take(engine, sheet);
  expect(taken).toMatchObject({ added: 427, known: 0, questions: 10, misfits: 0 });
  const table = (question: string) => engine.call('survey.table', { question, by: 'group' });
  const { columns, rows } = await table('problems');
  expect(Object.fromEntries(columns.map((column) => [column.label, column.respondents]))).toEqual(expected.n);
  const place = (label: string) => columns.findIndex((column) => column.label === label);
  for (const [group, answers] of Object.entries(expected.problems)) {
    const at = place(group);
    expect(rows.filter(({ counts }) => counts[at] !== 0)).toHaveLength(answers.length);
    expect(answers.map(({ answer }) => { const row = rows.find((each) => each.answer === answer)!; return { answer, count: row.counts[at], n: columns[at]!.n, percent: row.percents[at] }; })).toEqual(answers);
    expect(answers.map(({ answer }) => rows.find((each) => each.answer === answer)!.ranks[at])).toEqual(answers.map(({ count }) => 1 + answers.filter((other) => other.count > count).length));
  }
  // Nobody asked the patients: that is not zero.
  expect([columns[place('Patients')]!.n, rows[0]!.counts[place('Patients')], rows[0]!.percents[place('Patients')]]).toEqual([0, null, null]);
  for (const [question, { group, n, answers }] of Object.entries(expected.single)) {
    const found = await table(question);
    const at = found.columns.findIndex((column) => column.label === group);
    expect(found.columns[at]!.n).toBe(n);
    expect(Object.fromEntries(found.rows.map((row) => [row.answer, { count: row.counts[at], percent: row.percents[at] }]))).toEqual(answers);
  }
  for (const [claim, { groups, n, mean, H, df, p, epsilonSquared }] of Object.entries(expected.kruskalWallis)) {
    const { columns: inGroups, measures, test: found } = await table(`claim: ${claim}`);
    expect(found!.columns.map((column) => inGroups[column]!.label)).toEqual(groups);
    expect(found!.n).toEqual(n);
    found!.columns.forEach((column, index) => expect(measures[column]!.mean).toBeCloseTo(mean[index]!, 12));
    for (const [name, value] of Object.entries({ H, df, p, epsilonSquared })) expect(found!.result[name]).toSatisfy((ours: number) => Math.abs(ours - value) <= 1e-9 * Math.max(1, Math.abs(value)) && Math.abs(ours - value) <= 1e-9 * Math.abs(value) + 1e-15);
  }
});

const small = 'respondent,group,problems,trust,years,remark\nA,GP,pay; forms,4,10,Too many forms.\nB,GP,forms,5,2,\nC,Nurse,forms; beds; pay,2,7.5,"Beds are\nfull."\nD,Nurse,,1,,No time\nE,Patient,,,,\n';
const counted = async (engine: Engine, question: string, more: object = {}) => {
  const { columns, rows } = await engine.call('survey.table', { question, ...more });
  return { n: columns.map(({ label, part, n, respondents }) => `${label}${part ? `/${part}` : ''} ${n}/${respondents}`), rows: rows.map(({ answer, counts, percents, ranks }) => [answer, ...counts.map((count, at) => (count === null ? '–' : `${count} ${percents[at]} #${ranks[at]}`))].join(' | ')) };
};

test('columns are understood, told before anything is written, and counted: nothing ticked counts, not answered does not', async () => {
  const engine = newStudy();
  const seen = await preview(engine, small);
  expect(seen.columns.map(({ name, kind, separator, answered }) => `${name} ${kind}${separator} ${answered}`)).toEqual(['group choice 5', 'problems several; 4', 'trust scale 4', 'years number 3', 'remark open 3']);
  expect(seen).toMatchObject({ id: 'respondent', group: 'group', survey: null, taken: 5, added: 5, documents: 3, faults: [], groups: [{ label: 'GP', count: 2 }, { label: 'Nurse', count: 2 }, { label: 'Patient', count: 1 }] });
  expect(await engine.call('survey.list', {})).toEqual([]);
  await take(engine, small);
  expect(await counted(engine, 'problems')).toEqual({ n: ['GP 2/2', 'Nurse 2/2', 'Patient 0/1'], rows: ['forms | 2 100.00 #1 | 1 50.00 #1 | –', 'pay | 1 50.00 #2 | 1 50.00 #1 | –', 'beds | 0 0.00 #3 | 1 50.00 #1 | –'] });
  expect((await counted(engine, 'trust')).rows).toEqual(['1 | 0 0.00 #3 | 1 50.00 #1 | –', '2 | 0 0.00 #3 | 1 50.00 #1 | –', '3 | 0 0.00 #3 | 0 0.00 #3 | –', '4 | 1 50.00 #1 | 0 0.00 #3 | –', '5 | 1 50.00 #1 | 0 0.00 #3 | –']);
  const { measures } = await engine.call('survey.table', { question: 'years' });
  expect(measures).toEqual([{ n: 2, mean: 6, median: 6, low: 2, q1: 4, q3: 8, high: 10, meanRank: 2 }, { n: 1, mean: 7.5, median: 7.5, low: 7.5, q1: 7.5, q3: 7.5, high: 7.5, meanRank: 2 }, null]);
  // Two questions crossed, and a comparison within the groups.
  expect(await counted(engine, 'trust', { by: 'problems' })).toMatchObject({ n: ['beds 1/1', 'forms 3/3', 'pay 2/2', ' 1/2'] });
  expect((await counted(engine, 'problems', { by: 'all', split: 'group' })).n).toEqual(['/GP 2/2', '/Nurse 2/2', '/Patient 0/1']);
});

const documents = async (engine: Engine) => {
  const people = new Map((await engine.call('participant.list', {})).map((person) => [person.id, person.name]));
  return Promise.all((await engine.call('document.list', {})).map(async ({ id, name }) => {
    const { text, turns } = await engine.call('document.read', { document: id });
    return `${name} = ${text.replaceAll('\n', '¶')} = ${turns.map((turn) => `${people.get(turn.participant!)}: ${text.slice(turn.start, turn.end).replaceAll('\n', '¶')}`).join(' | ')}`;
  }));
};
const open = (rows: string) => `id,group,what is hard,what would help\n${rows}`;
const asOpen: Asked = { name: 'June', columns: [{ column: 'what is hard', kind: 'open' }, { column: 'what would help', kind: 'open' }] };

test('open answers become documents that can be coded; a later sheet moves what is coded, and takes no coded words away', async () => {
  const engine = newStudy();
  await take(engine, open('1,GP,Too many forms,\n2,GP,,\n3,Nurse,Pay,"More\nbeds"\n'), asOpen);
  expect(await documents(engine)).toEqual(['June 1 = what is hard¶Too many forms = June 1: Too many forms', 'June 3 = what is hard¶Pay¶¶what would help¶More¶beds = June 3: Pay | June 3: More¶beds']);
  const people = await engine.call('participant.list', {});
  const { code } = await engine.call('code.create', { name: 'forms', facet: 'theme' });
  const [first, second] = await engine.call('document.list', {});
  await engine.call('coding.apply', { document: first!.id, start: 22, end: 27, codes: [{ code }] });
  await engine.call('coding.apply', { document: second!.id, start: 13, end: 16, codes: [{ code }] });
  const coded = async () => (await engine.call('excerpt.list', {})).map(({ quotation, speakers, attributes }) => `${speakers.join()}: ${quotation} (${attributes['group']?.join()})`);
  expect(await coded()).toEqual(['June 1: forms (GP)', 'June 3: Pay (Nurse)']);
  expect(people.map(({ name, role }) => `${name} ${role}`)).toEqual(['June 1 interviewee', 'June 3 interviewee']);
  const taken = await take(engine, open('1,GP,Far too many forms,Fewer\n2,GP,Trust 😀,\n3,Nurse,,\n'), asOpen);
  expect(taken.documents).toEqual({ made: 1, changed: 2, kept: 1 });
  expect(await documents(engine)).toEqual(['June 1 = what is hard¶Far too many forms¶¶what would help¶Fewer = June 1: Far too many forms | June 1: Fewer', 'June 2 = what is hard¶Trust 😀 = June 2: Trust 😀', 'June 3 = what is hard¶Pay = June 3: Pay']);
  expect(await coded()).toEqual(['June 1: forms (GP)', 'June 3: Pay (Nurse)']);
  await engine.call('history.undo', {});
  expect(await documents(engine)).toEqual(['June 1 = what is hard¶Too many forms = June 1: Too many forms', 'June 3 = what is hard¶Pay¶¶what would help¶More¶beds = June 3: Pay | June 3: More¶beds']);
  // Whoever only answered a questionnaire was not interviewed.
  const interviewed = async (speakers: 'interviewees' | 'all') => (await engine.call('table.make', { columns: 'group', speakers, count: 'participants' })).columns.map(({ labels: [label], n }) => `${label} ${n}`);
  expect(await interviewed('interviewees')).toEqual(['GP 0', 'Nurse 0']);
  expect(await interviewed('all')).toEqual(['GP 1', 'Nurse 1']);
});

test('documents of open answers stand behind the interviews, each with its questionnaire', async () => {
  const engine = newStudy();
  await take(engine, open('1,GP,Forms,\n2,GP,,\n'), asOpen);
  await engine.call('document.create', { name: 'Zoe', text: 'x' });
  await take(engine, open('1,GP,Pay,\n'), { ...asOpen, name: 'April' });
  const listed = async () => (await engine.call('document.list', {})).map(({ name, survey }) => `${name}: ${survey?.name ?? '–'}`);
  expect(await listed()).toEqual(['Zoe: –', 'June 1: June', 'April 1: April']);
  const [june] = await engine.call('survey.list', {});
  await engine.call('survey.change', { survey: june!.id, name: 'Summer' });
  expect(await listed()).toEqual(['Zoe: –', 'June 1: Summer', 'April 1: April']);
});

test('removing a document, a person, an attribute, a code or the questionnaire leaves nothing that points nowhere, and undo brings it back', async () => {
  const engine = newStudy();
  const sound = async () => expect((await engine.call('study.check', {})).findings).toEqual([]);
  await take(engine, small);
  const [{ id: survey } = { id: 0 }] = await engine.call('survey.list', {});
  const [document] = await engine.call('document.list', {});
  await engine.call('document.remove', { documents: [document!.id] });
  await sound();
  await engine.call('participant.remove', { participant: document!.speakers[0]! });
  await sound();
  const [attribute] = await engine.call('attribute.list', {});
  await engine.call('attribute.remove', { attribute: attribute!.id });
  await sound();
  expect((await engine.call('survey.list', {}))[0]).toMatchObject({ respondents: 5, documents: 2, attribute: null });
  for (let step = 0; step < 3; step++) await engine.call('history.undo', {});
  expect((await engine.call('survey.list', {}))[0]).toMatchObject({ respondents: 5, documents: 3, attribute: attribute!.id, attributeName: 'group' });
  const [one, other] = await engine.call('participant.list', {});
  await engine.call('participant.merge', { participant: one!.id, into: other!.id });
  await sound();
  expect(await engine.call('survey.removal', { survey })).toEqual({ respondents: 5, documents: 3, people: 2, codings: 0 });
  await engine.call('survey.remove', { survey });
  await sound();
  expect([await engine.call('survey.list', {}), await engine.call('document.list', {}), await engine.call('participant.list', {})]).toEqual([[], [], []]);
  await engine.call('history.undo', {});
  expect((await engine.call('survey.list', {}))[0]).toMatchObject({ respondents: 5, documents: 3, questions: [{ name: 'group' }, { name: 'problems' }, { name: 'trust' }, { name: 'years' }, { name: 'remark' }] });
  expect(await counted(engine, 'problems')).toMatchObject({ n: ['GP 2/2', 'Nurse 2/2', 'Patient 0/1'] });
});

test('what is wrong with a sheet is told before anything is written, and refuses it until it is left out', async () => {
  const engine = newStudy();
  const faulty = 'ID,组别,问题,empty\nA,医生,钱；表\nA,医生,表\n,患者,表\nB,患者,钱;床;表\nC,患者,床;钱\nD,患者,表\n';
  const seen = await preview(engine, faulty);
  expect(seen.faults).toEqual([{ row: 3, name: 'A', fault: 'twice', before: 2 }, { row: 4, name: '', fault: 'nameless', before: 0 }]);
  expect(seen).toMatchObject({ id: 'ID', group: '组别', taken: 4, columns: [{ name: '组别' }, { name: '问题', kind: 'several', separator: ';', choices: ['表', '床', '钱'] }, { name: 'empty', kind: 'leave', faults: ['empty'] }] });
  await expect(take(engine, faulty)).rejects.toMatchObject({ code: 'sheet-row-twice', values: { row: 3, before: 2 } });
  await expect(take(engine, faulty, { leaveOut: [3] })).rejects.toMatchObject({ code: 'sheet-cell', values: { row: 4, column: 'ID' } });
  await expect(take(engine, faulty, { id: 'Nummer' })).rejects.toMatchObject({ code: 'sheet-column-missing' });
  expect(await engine.call('history.list', {})).toEqual([]);
  expect(await take(engine, faulty, { leaveOut: [3, 4] })).toMatchObject({ added: 4, questions: 2 });
  expect((await counted(engine, '问题')).rows).toEqual(['表 | 2 66.67 #1 | 1 100.00 #1', '钱 | 2 66.67 #1 | 1 100.00 #1', '床 | 2 66.67 #1 | 0 0.00 #3']);
  expect((await preview(engine, 'q\na|b\nb\na\n', { columns: [{ column: 'q', kind: 'several', separator: ';' }] })).columns[0]).toMatchObject({ faults: ['no-separator'] });
  expect((await preview(engine, 'q,years\na,3\nb,some\n', { columns: [{ column: 'years', kind: 'number' }] }))).toMatchObject({ id: null, misfits: [{ row: 3, column: 'years', value: 'some' }] });
});

test('a dropped sheet is known for a questionnaire by what its cells hold, or by questions that are there; lists of people and codebooks stay what they are', async () => {
  const engine = newStudy();
  const kind = async (sheet: string) => (await callWith(engine, { 'sheet.csv': sheet }, 'sheet.kind', { handle: 'sheet.csv' })).kind;
  expect(await kind(small)).toBe('survey');
  expect(await kind('no,组别,问题\n1,医生,钱；表\n2,医生,表\n3,患者,钱\n')).toBe('survey');
  expect(await kind('name,group,age,site\nAna,nurse,34,north\nBo,doctor,35,south\nCy,nurse,51,north\n')).toBe('participants');
  expect(await kind('code,definition\nPay,What they earn\n')).toBe('codebook');
  expect(await kind('respondent,group,answer\nA,GP,x\n')).toBe('participants');
  await take(engine, 'respondent,group,answer\nA,GP,x\nB,GP,y\n', { columns: [{ column: 'answer', kind: 'choice' }] });
  expect(await kind('respondent,group,answer\nC,GP,x\n')).toBe('survey');
  // Understood in another way, the same sheet changes the question and nothing else.
  const again = 'respondent,group,answer\nA,GP,x\nB,GP,y\n';
  expect(await preview(engine, again)).toMatchObject({ added: 0, changed: 0, questions: 0 });
  expect(await preview(engine, again, { columns: [{ column: 'answer', kind: 'several' }] })).toMatchObject({ added: 0, changed: 0, questions: 1 });
});

test('of seven groups only those cells are marked that the corrected tests tell apart, and nothing where groups answer alike', async () => {
  const rows = (answersOf: (group: number, row: number) => string) => `id,group,q,c\n${Array.from({ length: 140 }, (_, row) => `${row},G${row % 7},${answersOf(row % 7, row)},${row % 7 === 1 || row % 2 === 0 ? 'yes' : 'no'}`).join('\n')}\n`;
  const standing = async (sheet: string, question: string) => {
    const engine = newStudy();
    await take(engine, sheet, { columns: [{ column: 'q', kind: 'several' }] });
    const [table, offer] = [await engine.call('survey.table', { question, by: 'group' }), await engine.call('survey.tests', { question, by: 'group' })];
    return [...standingOf(table, offer) ?? []].map(([cell, stands]) => { const [row, column] = cell.split('/').map(Number); return `${table.rows[row!]!.answer} ${table.columns[column!]!.label} ${stands}`; });
  };
  // The third group alone names pay; forms and beds are named by all alike: each would be among the five of seven groups.
  const apart = rows((group, row) => [group === 2 ? 'pay' : '', row % 4 < 2 ? 'forms' : '', 'beds'].filter(Boolean).join('; '));
  expect(await standing(apart, 'q')).toEqual(['pay G2 more']);
  expect(await standing(apart, 'c')).toEqual(['yes G1 more', 'no G1 less']);
  expect(await standing(rows((_, row) => (row % 14 < 7 ? 'forms; beds' : 'beds')), 'q')).toEqual([]);
});
