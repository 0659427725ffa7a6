import { z } from 'zod';
import { givenName, wholeText } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { NewRow, Row } from '../../shared/model/schema.ts';
import { joinAnswers, questionKinds, separators, splitAnswers } from '../../shared/model/survey.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { Sheet } from '../formats/sheet.ts';
import { splice } from './documents.ts';
import { writeOpenAnswers } from './openAnswers.ts';
import { command, query, type Preparation, type Reader, type Writer } from './operation.ts';
import { keptSheet, rawCells, type RawCells } from './surveyCells.ts';
import { columnsOf, valuesOf, type Misfit } from './surveySheet.ts';
import { questionsInOrder } from './surveys.ts';
import { answeredTo } from './surveyTable.ts';

const id = z.int().positive();
/** What is not said stays as it is. */
const changeInput = z.strictObject({
  question: id, name: givenName.optional(), wording: wholeText.pipe(z.string().max(4000)).optional(),
  kind: z.enum(questionKinds).optional(), separator: z.enum(separators as [string, ...string[]]).optional(),
  /** The answers in their order; of a scale its steps from low to high. */
  choices: z.array(wholeText).max(2000).optional(),
  missing: z.array(wholeText.pipe(z.string().min(1))).max(100).optional(), blank: z.enum(['none', 'missing']).optional(),
  /** Where each answer has a column of its own: what answers are called from now on. */
  answers: z.array(z.strictObject({ answer: wholeText, name: givenName })).max(500).optional(),
});
type Asked = z.output<typeof changeInput>;
const prepare = ({ question }: Asked, preparation: Preparation): Promise<Sheet | null> => keptSheet(preparation.project.get('surveys', preparation.project.get('questions', question).survey), preparation);

interface Plan {
  readonly survey: Row<'surveys'>; readonly before: Row<'questions'>; readonly after: Row<'questions'>;
  readonly raw: RawCells; readonly misfits: readonly Misfit[];
  /** What each respondent's answer becomes; null: none. */
  readonly values: ReadonlyMap<number, string | null>;
  /** Links to codes that have nothing to speak of any more. */
  readonly unlinked: readonly Row<'answerCodes'>[];
}
const sameList = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((each, index) => nameKey(each) === nameKey(other[index]!));

/** Refuses what cannot be: another question's name, groups that are no single answers, columns that are no question of several, cells that nobody has any more. */
function refuse(project: Reader, asked: Asked, survey: Row<'surveys'>, before: Row<'questions'>, fromSheet: boolean): void {
  const namesake = questionsInOrder(project, survey.id).find((each) => asked.name !== undefined && each.id !== before.id && nameKey(each.name) === nameKey(asked.name));
  if (namesake) throw new Problem('name-taken', { name: namesake.name });
  const kind = asked.kind ?? before.kind;
  if (survey.grouping === before.id && kind !== 'choice' && kind !== before.kind) throw new Problem('question-is-groups', { question: before.name, survey: survey.name });
  if (before.columns.length > 1 && kind !== 'several') throw new Problem('question-of-columns', { question: before.name, columns: before.columns.length });
  const lost = (kind !== before.kind && (before.kind === 'scale' || before.kind === 'number')) || (asked.missing !== undefined && before.missing.some((mark) => !asked.missing!.some((each) => nameKey(each) === nameKey(mark))));
  if (lost && !fromSheet) throw new Problem('survey-sheet-gone', { question: before.name, survey: survey.name });
}

function planQuestion(project: Reader, asked: Asked, sheet: Sheet | null): Plan {
  const before = project.get('questions', asked.question);
  const survey = project.get('surveys', before.survey);
  const called = new Map((asked.answers ?? []).map(({ answer, name }) => [nameKey(answer), name]));
  const renamed = (answer: string) => called.get(nameKey(answer)) ?? answer;
  const raw = rawCells(project, survey, before, sheet);
  refuse(project, asked, survey, before, raw.fromSheet);
  const kind = asked.kind ?? before.kind;
  const missing = asked.missing ?? before.missing;
  const blank = asked.blank ?? before.blank;
  const isAnew = kind !== before.kind || blank !== before.blank || !sameList(missing, before.missing) || (kind === 'several' && asked.separator !== undefined && asked.separator !== before.separator) || (kind === 'scale' && asked.choices !== undefined && !sameList(asked.choices.toSorted(), before.choices.toSorted()));
  const now = answeredTo(project, before.id);
  const name = asked.name ?? before.name;
  const columns = before.columns.length > 1 ? before.columns.map(({ heading, answer }) => ({ heading, answer: renamed(answer) })) : before.columns.length === 0 ? [{ heading: before.name, answer: '' }] : before.columns;
  if (before.columns.length > 1 && new Set(columns.map(({ answer }) => nameKey(answer))).size < columns.length) throw new Problem('answers-alike', { question: before.name });
  const rename = (value: string) => (called.size === 0 ? value : joinAnswers(splitAnswers(value, before.separator).map(renamed), before.separator));
  const plain = { ...before, name, wording: asked.wording ?? before.wording, columns: isAnew || asked.name !== undefined || called.size > 0 ? columns : before.columns };
  if (!isAnew) {
    return { survey, before, raw, misfits: [], unlinked: [], values: new Map([...now].map(([respondent, value]) => [respondent, value === '' ? value : rename(value)])), after: { ...plain, choices: (asked.choices ?? before.choices).map(renamed) } };
  }
  const said = { column: before.name, kind, missing: [...missing], blank, ...(kind === 'several' && (asked.separator ?? before.separator) !== '' ? { separator: asked.separator ?? before.separator } : {}), ...(asked.choices === undefined ? {} : { choices: asked.choices }) };
  const sheetOfOne = { encoding: '', header: [before.name], rows: [], firstRow: 0 };
  const known = kind === before.kind && before.columns.length > 1 ? [before] : [];
  const [column] = columnsOf({ columns: [said] }, sheetOfOne, [], raw.cells, known, null, null);
  const misfits: Misfit[] = [];
  const choices = kind === 'scale' && asked.choices ? asked.choices : column!.choices;
  const found = valuesOf({ ...column!, kind, choices }, raw.cells, misfits);
  const after: Row<'questions'> = { ...plain, kind, separator: column!.separator, choices: choices.map(renamed), missing: [...missing], blank };
  const linkable = new Set((kind === 'choice' || kind === 'several' ? after.choices : kind === 'number' ? [] : ['']).map(nameKey));
  return {
    survey, before, after, raw, misfits, values: new Map(raw.cells.map(({ respondent }, index) => [respondent, found[index] === null || found[index] === '' ? found[index]! : rename(found[index]!)])),
    unlinked: project.all('answerCodes', { question: before.id }).filter(({ answer }) => !linkable.has(nameKey(renamed(answer)))),
  };
}

export const previewQuestion = query({
  /** What changing a question would come to: how many answer it, with which answers, what fits no longer (with rows of the sheet; 0 where only the kept answer is known). Problems of the change. */
  input: changeInput, prepare,
  run(project, asked, sheet: Sheet | null) {
    const { before, after, raw, misfits, values, unlinked } = planQuestion(project, asked, sheet);
    const now = answeredTo(project, before.id);
    const given = [...values.values()].filter((value) => value !== null);
    const counts = new Map<string, number>();
    for (const value of given) for (const answer of after.kind === 'several' ? splitAnswers(value, after.separator) : [value]) counts.set(nameKey(answer), (counts.get(nameKey(answer)) ?? 0) + 1);
    const documents = before.kind === 'open' ? 'gone' as const : after.kind === 'open' ? 'made' as const : null;
    return {
      fromSheet: raw.fromSheet, before: now.size, after: given.length, choices: after.choices, separator: after.separator, answers: after.choices.map((answer) => ({ answer, count: counts.get(nameKey(answer)) ?? 0 })),
      misfits: misfits.length, faults: misfits.slice(0, 50).map(({ row, value }) => ({ row, value })), unlinked: unlinked.length, documents: before.kind === after.kind ? null : documents,
      changed: [...new Set([...now.keys(), ...values.keys()])].filter((respondent) => (now.get(respondent) ?? null) !== (values.get(respondent) ?? null)).length,
      different: JSON.stringify(before) !== JSON.stringify(after),
    };
  },
});

export const changeQuestion = command({
  /**
   * Gives a question another name, wording or kind, another order of its scale, or another reading of empty cells and of cells that mean “missing”: answers are read anew from the
   * sheet that the study keeps. Open answers move into or out of documents; words that are coded stay. Problems: `name-taken`, `question-is-groups`, `question-of-columns`, `answers-alike`, `survey-sheet-gone`.
   */
  input: changeInput, prepare,
  run(project, asked, sheet: Sheet | null) {
    const { survey, before, after, values, unlinked } = planQuestion(project, asked, sheet);
    const { id: question, uuid: _uuid, ...fields } = after;
    if (nameKey(before.name) !== nameKey(after.name) || before.name !== after.name) if (before.kind === 'open') renameInDocuments(project, survey.id, before.name, after.name);
    project.change('questions', question, fields);
    const now = answeredTo(project, question);
    putValues(project, question, values);
    project.remove('answerCodes', unlinked.map((link) => link.id));
    for (const { answer, name } of asked.answers ?? []) for (const link of project.all('answerCodes', { question }).filter((each) => nameKey(each.answer) === nameKey(answer))) project.change('answerCodes', link.id, { answer: name });
    const wasOpen = (respondent: number) => (before.kind === 'open' ? now.get(respondent) ?? '' : '');
    const isOpen = (respondent: number) => (after.kind === 'open' ? values.get(respondent) ?? '' : '');
    const groups = survey.grouping === null ? new Map<number, string>() : answeredTo(project, survey.grouping);
    const answering = before.kind === 'open' || after.kind === 'open' ? project.all('respondents', { survey: survey.id }).map(({ id: respondent, name }) => ({ respondent, name, group: groups.get(respondent) ?? '', open: [{ question: after.name, answer: isOpen(respondent), before: wasOpen(respondent) }] })) : [];
    return { name: after.name, documents: answering.length === 0 ? { made: 0, changed: 0, kept: 0 } : writeOpenAnswers(project, survey, answering, survey.attribute, false) };
  },
  about: (_project, _input, { name: question }) => ({ question }),
  remember: ({ name }) => ({ name }),
});

function putValues(project: Writer, question: number, values: ReadonlyMap<number, string | null>): void {
  const there = new Map(project.all('answers', { question }).map((row) => [row.respondent, row]));
  const added: NewRow<'answers'>[] = [];
  const removed: number[] = [];
  for (const [respondent, value] of values) {
    const row = there.get(respondent);
    if (!row) { if (value !== null) added.push({ respondent, question, value }); }
    else if (value === null) removed.push(row.id);
    else if (row.value !== value) project.change('answers', row.id, { value });
  }
  project.addAll('answers', added);
  project.remove('answers', removed);
}
/** The question as it stands above each open answer, and as the turns are labelled: what is coded moves along. */
function renameInDocuments(project: Writer, survey: number, from: string, to: string): void {
  for (const { document } of project.all('respondents', { survey })) {
    if (document === null) continue;
    const turn = project.all('turns', { document }).find(({ label }) => nameKey(label) === nameKey(from));
    if (!turn) continue;
    const { text } = project.get('documents', document);
    const at = turn.start - from.length - 1;
    project.change('turns', turn.id, { label: to });
    if (at >= 0 && text.slice(at, turn.start) === `${from}\n`) splice(project, document, { at, removed: from, inserted: to });
  }
}
