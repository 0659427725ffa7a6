import fc from 'fast-check';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { writeCsv } from '../../electron/formats/sheet.ts';
import { callWith } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

type Asked = Omit<InputOf<'survey.import'>, 'handle'>;
const take = (engine: Engine, sheet: string | Uint8Array, asked: Asked = {}, file = 'survey.csv') => callWith(engine, { [file]: sheet }, 'survey.import', { handle: file, ...asked });
const preview = async (sheet: string | Uint8Array, asked: Asked = {}, file = 'survey.csv') => {
  const seen = await callWith(newStudy(), { [file]: sheet }, 'survey.preview', { handle: file, ...asked });
  return { id: seen.id, taken: seen.taken, groups: seen.groups.map(({ label, count }) => `${label} ${count}`).join(', '), columns: seen.columns.map(({ name, kind, ticks, choices, answered, blank }) => `${name} ${kind}${ticks > 0 ? ` of ${ticks}, ${blank}` : ''}: ${choices.join('/')} (${answered})`), faults: seen.faults.length + seen.misfits.length };
};
const counted = async (engine: Engine, question: string) => {
  const { columns, rows } = await engine.call('survey.table', { question, by: 'group' });
  return { n: columns.map(({ key, n }) => `${key ?? '–'} ${n}`), rows: Object.fromEntries(rows.map(({ answer, counts, percents }) => [answer, counts.map((count, at) => `${count} ${percents[at]}`)])) };
};

test('answers with a column each count as the same answers in one cell, however they are ticked', async () => {
  const answers = ['pay', 'forms; old', '床位', 'x'];
  const line = fc.record({ group: fc.constantFrom('GP', 'Nurse'), given: fc.option(fc.subarray(answers)) });
  const styles = [['1', '0'], ['Yes', 'No'], ['是', '否'], ['TRUE', 'FALSE']] as const;
  await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 10 }), fc.constantFrom(...styles), fc.constantFrom((answer: string) => `q [${answer}]`, (answer: string) => `q/${answer}`), async (lines, [yes, no], heading) => {
    // Somebody ticked something and left something out: else nothing says that these are ticks.
    const all = [{ group: 'GP', given: [...answers].slice(0, 1) }, ...lines];
    const apart = newStudy();
    await take(apart, writeCsv([['respondent', 'group', ...answers.map(heading)], ...all.map(({ group, given }, row) => [`R${row}`, group, ...answers.map((answer) => (given === null ? '' : given.includes(answer) ? yes : no))])]));
    for (const group of ['GP', 'Nurse']) {
      const those = all.filter((each) => each.group === group && each.given !== null);
      const { columns, rows } = await apart.call('survey.table', { question: 'q', by: 'group' });
      const at = columns.findIndex(({ key }) => key === group);
      expect(columns[at]?.n ?? 0).toBe(those.length);
      if (those.length > 0) for (const answer of answers) expect(rows.find((row) => row.answer === answer)?.counts[at] ?? 0).toBe(those.filter(({ given }) => given!.includes(answer)).length);
    }
    expect((await apart.call('study.check', {})).findings).toEqual([]);
  }), { numRuns: 25 });
}, 30_000);

test('sheets of LimeSurvey, SPSS, Qualtrics and KoBo: several answers are one question, free text and scales stay what they are', async () => {
  expect(await preview('"id","group","Q3[SQ001]","Q3[SQ002]","Q3[other]"\n1,GP,Y,,\n2,GP,,Y,"my own"\n3,N,,,\n4,N,Y,Y,\n')).toEqual({ id: 'id', taken: 4, groups: 'GP 2, N 2', columns: ['group choice: GP/N (4)', 'Q3 several of 2, none: SQ001/SQ002 (4)', 'Q3[other] choice: my own (1)'], faults: 0 });
  expect((await preview('id;group;q3_1;q3_2;trust_1;trust_2;years\n1;GP;1;0;4;5;3,5\n2;GP;0;1;5;1;2,25\n3;N;;;3;2;1\n4;N;1;1;2;4;4\n')).columns).toEqual(['group choice: GP/N (4)', 'q3 several of 2, missing: q3_1/q3_2 (3)', 'trust_1 scale: 2/3/4/5 (4)', 'trust_2 scale: 1/2/3/4/5 (4)', 'years number:  (4)']);
  const qualtrics = 'ResponseId,Group,Q3_1,Q3_2\nResponse ID,Which group,Which problems? - Pay,Which problems? - Forms\n"{""ImportId"":""_recordId""}","{""ImportId"":""g""}","{""ImportId"":""QID3_1""}","{""ImportId"":""QID3_2""}"\nR_1,GP,Pay,\nR_2,GP,Pay,Forms\nR_3,N,,Forms\nR_4,N,,\n';
  expect(await preview(qualtrics)).toMatchObject({ id: 'ResponseId', taken: 4, groups: 'GP 2, N 2', columns: ['Group choice: GP/N (4)', 'Q3 several of 2, none: Pay/Forms (4)'] });
  // KoBo writes the answers together too: the two do not get in each other’s way.
  expect((await preview('_id,group,problems,problems/pay,problems/forms\n1,GP,pay forms,1,1\n2,GP,pay,1,0\n3,N,forms,0,1\n', { id: '_id' })).columns.slice(1)).toEqual(['problems choice: forms/pay/pay forms (3)', 'problems (2) several of 2, missing: pay/forms (3)']);
});

test('two rows of headings become one, and columns below a merged heading are not lost; a first answer is not taken for a heading', async () => {
  const rows = [['id', 'group', 'Problems', null, null, 'Trust'], [null, null, 'Pay', 'Forms', 'Beds', null], ['1', 'GP', 1, 0, 1, 3], ['2', null, 0, 1, 0, 4], ['3', 'N', 1, 1, 0, 2], ['4', null, null, null, null, 1]];
  const merges = [{ startRow: 0, startCol: 2, endRow: 0, endCol: 4 }, { startRow: 0, startCol: 0, endRow: 1, endCol: 0 }, { startRow: 0, startCol: 1, endRow: 1, endCol: 1 }, { startRow: 2, startCol: 1, endRow: 3, endCol: 1 }, { startRow: 4, startCol: 1, endRow: 5, endCol: 1 }];
  const merged = { id: 'id', taken: 4, groups: 'GP 2, N 2', columns: ['group choice: GP/N (4)', 'Problems several of 3, missing: Pay/Forms/Beds (3)', 'Trust scale: 1/2/3/4 (4)'], faults: 0 };
  expect(await preview(await writeWorkbook({ sheets: [{ name: 's', rows, merges }] }), {}, 'survey.xlsx')).toEqual(merged);
  expect(await preview('id,group,Problems,,,Trust\n,,Pay,Forms,Beds,\n1,GP,1,0,1,3\n2,GP,0,1,0,4\n3,N,1,1,0,2\n4,N,,,,1\n')).toEqual(merged);
  await expect(preview('id,A,,B\n,x,x,\n1,1,0,2\n2,0,1,3\n')).rejects.toMatchObject({ code: 'sheet-column-twice', values: { column: 'A [x]' } });
  // A column without a heading is left alone where the row below holds answers.
  expect((await preview('id,group,q,\n1,GP,a,note\n2,N,b,\n3,N,b,more\n')).taken).toBe(3);
});

test('Excel’s line “sep=;”, a byte order mark and decimal commas are no answers, and rows keep the numbers that Excel shows', async () => {
  const sheet = '\ufeffsep=;\nid;group;years\n1;GP;3,5\n1;GP;4\n2;N;2,25\n3;N;viele\n';
  const engine = newStudy();
  const seen = await callWith(engine, { 'survey.csv': sheet }, 'survey.preview', { handle: 'survey.csv', columns: [{ column: 'years', kind: 'number' }] });
  expect(seen.faults).toEqual([{ row: 4, name: '1', fault: 'twice', before: 3 }]);
  expect(seen.misfits).toEqual([{ row: 6, column: 'years', value: 'viele' }]);
  await take(engine, sheet, { leaveOut: [4], columns: [{ column: 'years', kind: 'number' }] });
  expect((await engine.call('survey.table', { question: 'years', by: 'all' })).measures).toMatchObject([{ n: 2, mean: 2.875 }]);
});

test('columns that were put together can be kept apart, also by the next sheet, and the same sheet again changes nothing', async () => {
  const sheet = 'id,group,q_1,q_2\n1,GP,1,0\n2,GP,0,0\n3,N,,\n4,N,1,1\n';
  const together = newStudy();
  await take(together, sheet);
  expect(await counted(together, 'q')).toEqual({ n: ['GP 2', 'N 1'], rows: { q_1: ['1 50.00', '1 100.00'], q_2: ['0 0.00', '1 100.00'] } });
  const again = await callWith(together, { 'survey.csv': sheet }, 'survey.preview', { handle: 'survey.csv' });
  expect(again).toMatchObject({ added: 0, changed: 0, questions: 0 });
  expect((await together.call('survey.answers', { question: 'q' })).rows.map(({ answer }) => answer)).toEqual(['q_1', '', 'q_1; q_2']);
  const apart = newStudy();
  await take(apart, sheet, { columns: [{ column: 'q', together: false }] });
  expect((await apart.call('survey.list', {}))[0]!.questions.map(({ name }) => name)).toEqual(['group', 'q_1', 'q_2']);
  expect(await callWith(apart, { 'survey.csv': sheet }, 'survey.preview', { handle: 'survey.csv' })).toMatchObject({ added: 0, changed: 0, questions: 0, apart: [{ name: 'q', columns: 2 }] });
});

test('a dropped sheet of ticked columns is known for a questionnaire', async () => {
  const kind = async (sheet: string) => (await callWith(newStudy(), { 'sheet.csv': sheet }, 'sheet.kind', { handle: 'sheet.csv' })).kind;
  expect(await kind('id,group,q3_1,q3_2,q3_3\n1,GP,1,0,1\n2,N,0,1,0\n')).toBe('survey');
  expect(await kind('name,group,phone,mail\nAna,GP,yes,no\nBo,N,no,yes\n')).toBe('participants');
});
