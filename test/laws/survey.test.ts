import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { writeCsv, writeXlsx } from '../../electron/formats/sheet.ts';
import { joinAnswers, placesOf, separators, splitAnswers } from '../../shared/model/survey.ts';
import { nameKey } from '../../shared/model/text.ts';
import { callWith } from '../helpers/handing.ts';
import { everything, newStudy, temporaryFolder } from '../helpers/study.ts';

const scrap = fc.string({ unit: fc.constantFrom('a', 'B', '钱', ' ', ';', '；', '|', '/', ',', '，', '、', '\\', '\n', "'", '"', '-', '😀'), maxLength: 6 });
const different = (answers: readonly string[]) => [...new Map(answers.map((answer) => answer.replace(/\r\n?/g, '\n').trim()).filter((answer) => answer !== '').map((answer) => [nameKey(answer), answer])).values()];

test('answers that were joined come apart as they were, whatever stands in them', () => fc.assert(fc.property(fc.array(scrap, { maxLength: 6 }), fc.constantFrom(...separators), (given, separator) => {
  const answers = different(given);
  expect(splitAnswers(joinAnswers(answers, separator), separator)).toEqual(answers);
}), { numRuns: 2000 }));

/** A sheet as plain values: who, of which group, and answers to one question of each kind; null where nothing was answered. */
interface Line { readonly group: string; readonly several: readonly string[] | null; readonly scale: number | null; readonly choice: string | null; readonly open: string | null }
const problems = ['pay', 'forms', 'beds, old', '药品', 'far'];
const line: fc.Arbitrary<Line> = fc.record({
  group: fc.constantFrom('GP', 'Nurse', '患者', ''), several: fc.option(fc.uniqueArray(fc.constantFrom(...problems), { maxLength: 4 })), scale: fc.option(fc.integer({ min: 1, max: 5 })),
  choice: fc.option(fc.constantFrom('Yes', 'No', 'Maybe')), open: fc.option(fc.constantFrom('Too many forms.', '没时间。', 'Beds\nare full 😀', 'No.')),
});
const lines = fc.array(line, { minLength: 1, maxLength: 12 });
const cellsOf = (given: readonly Line[]) => [['respondent', 'group', 'q several', 'q scale', 'q choice', 'q open'], ...given.map(({ group, several, scale, choice, open }, index) => [`R${index + 1}`, group, (several ?? []).join('; '), scale === null ? '' : String(scale), choice ?? '', open ?? ''])];
const asked = { columns: [{ column: 'q several', kind: 'several' as const, separator: ';' }, { column: 'q scale', kind: 'scale' as const, choices: ['1', '2', '3', '4', '5'] }, { column: 'q choice', kind: 'choice' as const }, { column: 'q open', kind: 'open' as const }] };
const taking = (file: string) => ({ handle: file, name: 'Survey', ...asked });

/** Counted by hand: of each group, how many gave each answer, of how many who answered. */
function recount(given: readonly Line[], answersOf: (line: Line) => readonly string[] | null) {
  const groups = [...new Set(given.map(({ group }) => group))];
  return Object.fromEntries(groups.map((group) => {
    const answered = given.filter((each) => each.group === group).flatMap((each) => { const answers = answersOf(each); return answers === null ? [] : [answers]; });
    const all = [...new Set(given.flatMap((each) => answersOf(each) ?? []))];
    return [group, { n: answered.length, counts: answered.length === 0 ? null : Object.fromEntries(all.map((answer) => [answer, answered.filter((answers) => answers.includes(answer)).length])) }];
  }));
}
test('tables of a questionnaire equal a naive recount of its sheet, in percent text and places too, from CSV and from Excel', async () => {
  await fc.assert(fc.asyncProperty(lines, fc.boolean(), async (given, excel) => {
    const engine = newStudy();
    const file = excel ? 'survey.xlsx' : 'survey.csv';
    await callWith(engine, { [file]: excel ? await writeXlsx([{ name: 's', rows: cellsOf(given) }]) : writeCsv(cellsOf(given)) }, 'survey.import', taking(file));
    const groupsAsked = new Set(given.filter(({ several }) => (several ?? []).length > 0).map(({ group }) => group));
    const counted: Record<string, (each: Line) => readonly string[] | null> = {
      'q several': ({ group, several }) => (groupsAsked.has(group) ? several ?? [] : null), 'q scale': ({ scale }) => (scale === null ? null : [String(scale)]), 'q choice': ({ choice }) => (choice === null ? null : [choice]),
    };
    for (const [question, answersOf] of Object.entries(counted)) {
      const { columns, rows } = await engine.call('survey.table', { question, by: 'group' });
      const found = Object.fromEntries(columns.map(({ key, n }, at) => [key ?? '', { n, counts: n === 0 ? null : Object.fromEntries(rows.filter(({ counts }) => counts.some((count) => (count ?? 0) > 0)).map((row) => [row.answer, row.counts[at]])) }]));
      expect(found).toEqual(recount(given, answersOf));
      columns.forEach(({ n }, at) => {
        expect(rows.map((row) => row.ranks[at])).toEqual(n === 0 ? rows.map(() => null) : placesOf(rows.map((row) => row.counts[at]!)));
        for (const row of rows) {
          const text = row.percents[at]!;
          if (n === 0) expect(text).toBeNull();
          // Half up: at most half a hundredth away, and never below at a tie.
          else expect(Number(text) * 100 * n - row.counts[at]! * 10_000).toSatisfy((off: number) => off > -n / 2 + 1e-6 - 1e-3 && off <= n / 2 + 1e-3);
        }
      });
    }
  }), { numRuns: 40 });
}, 60_000);

test('a questionnaire taken in twice is as if once; a later one leaves what it says; undo takes each back whole', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(fc.asyncProperty(lines, lines, async (first, second) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    try {
    const take = (given: readonly Line[]) => callWith(engine, { 'survey.csv': writeCsv(cellsOf(given)) }, 'survey.import', taking('survey.csv'));
    const now = () => { engine.close(); const rows = JSON.stringify(everything(file)); engine = openStudy(file, { who: 'Lin' }); return rows; };
    const empty = now();
    await take(first);
    const once = now();
    expect(await take(first)).toMatchObject({ added: 0, known: first.length });
    expect(now()).toBe(once);
    await take(second);
    const last = new Map([...first, ...second].map((_, index) => [`R${index + 1}`, second[index] ?? first[index]]).filter(([, each]) => each !== undefined) as [string, Line][]);
    const open = await engine.call('survey.answers', { question: 'q open' });
    expect(Object.fromEntries(open.rows.map(({ respondent, answer }) => [respondent, answer]))).toEqual(Object.fromEntries([...last].flatMap(([name, each]) => (each.open === null ? [] : [[name, each.open]]))));
    // Every open answer can be read in the document of its respondent, and nothing else can.
    const said = new Map<string, string[]>();
    for (const document of await engine.call('document.list', {})) {
      const { text, turns } = await engine.call('document.read', { document: document.id });
      said.set(document.name.replace('Survey ', ''), turns.map(({ start, end }) => text.slice(start, end)));
      expect(text).toBe(`q open\n${turns.map(({ start, end }) => text.slice(start, end)).join('\n')}`);
    }
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries([...last].flatMap(([name, each]) => (each.open === null ? [] : [[name, [each.open]]]))));
    expect((await engine.call('study.check', {})).findings).toEqual([]);
    while ((await engine.call('project.read', {})).undo !== null) await engine.call('history.undo', {});
    expect(now()).toBe(empty);
    } finally { engine.close(); }
  }), { numRuns: 25 });
}, 60_000);
