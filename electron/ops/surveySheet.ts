import { basename, extname } from 'node:path';
import { z } from 'zod';
import { givenName, wholeText } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import { isCounted, measureOf, questionKinds, separators, splitAnswers, type QuestionKind } from '../../shared/model/survey.ts';
import { nameKey, normaliseLines, normaliseName } from '../../shared/model/text.ts';
import { asNumber } from '../../shared/model/values.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { withOneHead } from '../formats/sheetHeads.ts';
import type { IncomingFile, Preparation, Reader } from './operation.ts';
import { columnOf, groupColumns, offered, respondentColumns, separatorOf, stepsOf } from './surveyColumns.ts';
import { gatheredSheet, namedApart, tickedQuestions, tickSeparator, type TickedQuestion } from './surveyTicks.ts';

const heading = z.string();
/** What a person says of a column, against what was found. */
const columnChoice = z.strictObject({
  column: heading, kind: z.enum([...questionKinds, 'leave']).optional(), separator: z.enum(separators as [string, ...string[]]).optional(),
  /** The answers in their order; of a scale its steps from low to high. */
  choices: z.array(wholeText).max(2000).optional(),
  /** What an empty cell of `several` means in a group in which somebody ticked something: nothing ticked, or not answered. */
  blank: z.enum(['none', 'missing']).optional(),
  /** Cells that mean that nothing was answered. */
  missing: z.array(wholeText.pipe(z.string().min(1))).max(100).optional(),
  /** Of a question whose answers have a column each: whether they are taken as one. Without it: yes. */
  together: z.boolean().optional(),
});
/** Columns are named by their headings; a row by its number in the sheet. What is not said is found; null says that there is none. */
export const surveyInput = z.strictObject({
  handle: z.string(), encoding: z.string().optional(), name: givenName.optional(),
  /** The survey that is brought up to date; null: a new one. Without it: the one of the same name, if there is one. */
  survey: z.int().positive().nullable().optional(),
  id: heading.nullable().optional(), group: heading.nullable().optional(), columns: z.array(columnChoice).default([]),
  /** The attribute of participants that the groups are values of: one that is there, or a new one. */
  attribute: z.union([z.int().positive(), givenName]).nullable().optional(),
  leaveOut: z.array(z.int()).default([]),
  /** Whether respondents who are called as a participant are that person. */
  samePeople: z.boolean().default(false),
});
export type SurveyAsked = z.output<typeof surveyInput>;
export interface HandedSurvey { readonly file: IncomingFile; readonly sheet: Sheet }
export async function prepareSurvey({ handle, encoding }: SurveyAsked, preparation: Preparation): Promise<HandedSurvey> {
  const file = await preparation.file(handle);
  return { file, sheet: withOneHead(file.name, await readSheet(file, { encoding })) };
}

export interface PlannedColumn {
  readonly index: number; readonly name: string; readonly kind: QuestionKind | 'leave'; readonly found: QuestionKind | 'leave'; readonly separator: string; readonly choices: readonly string[]; readonly blank: 'none' | 'missing';
  /** The question that is there already. */
  readonly question: Row<'questions'> | null;
  /** Cells that mean that nothing was answered. */
  readonly missing: readonly string[];
  /** The columns of the sheet that it is made of, by their headings. */
  readonly columns: Row<'questions'>['columns'];
  /** Where each answer has a column of its own. */
  readonly ticks: TickedQuestion | null;
}
export interface PlannedRow { readonly row: number; readonly name: string; readonly fault: 'nameless' | 'twice' | null; /** The row that has the same name, above. */ readonly before: number; readonly group: string; readonly cells: readonly string[] }
/** A cell that is no answer of its column's kind, and stays out. */
export interface Misfit { readonly row: number; readonly column: string; readonly value: string }
export interface SurveyPlan {
  readonly name: string; readonly survey: Row<'surveys'> | null; readonly id: PlannedHeading | null; readonly group: PlannedHeading | null;
  readonly columns: readonly PlannedColumn[]; readonly rows: readonly PlannedRow[]; readonly taken: readonly PlannedRow[]; readonly misfits: readonly Misfit[];
  /** The value that each taken row's cell is kept as, by column: null where nothing was answered. */
  readonly values: readonly (readonly (string | null)[])[];
  readonly samePeople: boolean;
  /** Questions whose answers have a column each, and stay apart because the person said so. */
  readonly apart: readonly TickedQuestion[];
}
export interface PlannedHeading { readonly index: number; readonly name: string }

/** A cell as it is kept: line ends as in documents, without the blanks around it. */
export const tidy = (cell: string): string => normaliseLines(cell).replaceAll('\0', '\u2400').trim();

/** The column that was named; the first of these names where none was said, `null` where there is to be none. */
function headingOf(file: string, { header }: Sheet, said: string | null | undefined, names: readonly string[]): PlannedHeading | null {
  const keys = header.map(nameKey);
  if (said === null) return null;
  const index = said === undefined ? names.map((name) => keys.indexOf(nameKey(name))).find((each) => each >= 0) ?? -1 : keys.indexOf(nameKey(said));
  if (index < 0 && said !== undefined) throw new Problem('sheet-column-missing', { file, column: said, found: header.filter((each) => each.trim() !== '').join(', ') });
  return index < 0 ? null : { index, name: normaliseName(header[index]!) };
}
/** Whether a column of that name can say who answered: mostly different names. */
function namesRows({ rows }: Sheet, index: number): boolean {
  const given = rows.map((row) => nameKey(row[index] ?? '')).filter((key) => key !== '');
  return given.length > 0 && new Set(given).size >= given.length * 0.6;
}

/** The column whose answers are mostly values of one attribute that people of the study have: their groups. */
function columnLikeAttribute(project: Reader, { header, rows }: Sheet, id: PlannedHeading | null): PlannedHeading | null {
  const values = Map.groupBy(project.query<{ attribute: number; value: string }>("SELECT DISTINCT attribute, value FROM attributeValues JOIN attributes ON attributes.id = attribute WHERE participant IS NOT NULL AND kind IN ('choice', 'text')"), (row) => row.attribute);
  const known = [...values.values()].map((each) => new Set(each.map(({ value }) => nameKey(value))));
  const index = known.length === 0 ? -1 : header.findIndex((name, column) => {
    const keys = new Set(rows.map((row) => nameKey(row[column]!)).filter((key) => key !== ''));
    return name.trim() !== '' && column !== id?.index && keys.size > 1 && keys.size <= 40 && known.some((each) => { const fitting = [...keys].filter((key) => each.has(key)).length; return fitting > 1 && fitting * 2 >= keys.size; });
  });
  return index < 0 ? null : { index, name: normaliseName(header[index]!) };
}

function rowsOf({ rows, firstRow }: Sheet, id: PlannedHeading | null, group: PlannedHeading | null, left: ReadonlySet<number>): PlannedRow[] {
  const seen = new Map<string, number>();
  return rows.flatMap((given, index): PlannedRow[] => {
    const cells = given.map(tidy);
    if (cells.every((cell) => cell === '')) return [];
    const row = firstRow + index;
    const name = id ? normaliseName(cells[id.index]!).slice(0, 400).trim() : String(index + 1);
    const before = seen.get(nameKey(name));
    if (name !== '' && before === undefined && !left.has(row)) seen.set(nameKey(name), row);
    return [{ row, name, cells, fault: name === '' ? 'nameless' : before === undefined ? null : 'twice', before: before ?? 0, group: group ? cells[group.index]! : '' }];
  });
}

/** The survey that a sheet belongs to: as said, else the one of its name. */
function surveyOf(project: Reader, asked: SurveyAsked, name: string): Row<'surveys'> | null {
  if (asked.survey === null) return null;
  return asked.survey === undefined ? project.all('surveys').find((survey) => nameKey(survey.name) === nameKey(name)) ?? null : project.get('surveys', asked.survey);
}
export function columnsOf(asked: Pick<SurveyAsked, 'columns'>, { header }: Sheet, gathered: readonly TickedQuestion[], rows: readonly PlannedRow[], questions: readonly Row<'questions'>[], id: PlannedHeading | null, group: PlannedHeading | null): PlannedColumn[] {
  const said = new Map(asked.columns.map((column) => [nameKey(column.column), column]));
  const together = new Map(gathered.map((each) => [nameKey(each.name), each]));
  return header.flatMap((given, index): PlannedColumn[] => {
    const name = normaliseName(given).slice(0, 400).trim();
    if (name === '' || index === id?.index) return [];
    const ticks = together.get(nameKey(name)) ?? null;
    const columns = ticks ? ticks.columns.map(({ heading: each, answer }) => ({ heading: each, answer })) : [{ heading: name, answer: '' }];
    const [choice, question] = [said.get(nameKey(name)), questionOf(questions, name, columns)];
    const missing = choice?.missing ?? question?.missing ?? [];
    const cells = rows.map((row) => row.cells[index]!).filter((cell) => cell !== '' && !isMissing(missing, cell));
    const found = ticks ? { kind: 'several' as const, separator: tickSeparator, choices: ticks.columns.map(({ answer }) => answer) } : columnOf(cells);
    const kind = ticks ? (choice?.kind === 'leave' ? 'leave' : 'several') : index === group?.index ? 'choice' : choice?.kind ?? question?.kind ?? found.kind;
    const separator = kind !== 'several' ? '' : ticks ? tickSeparator : choice?.separator ?? (question?.kind === 'several' ? question.separator : found.separator || (separatorOf(cells) ?? ';'));
    const given_ = ticks ? found.choices : kind === 'several' ? offered(cells.flatMap((cell) => splitAnswers(cell, separator))) : kind === 'scale' ? (found.kind === 'scale' ? found.choices : stepsOf(cells)) : kind === 'choice' ? offered(cells) : [];
    const first = choice?.choices ?? (question?.kind === kind ? question.choices : []);
    const keys = new Set(first.map(nameKey));
    const rest = given_.filter((answer) => !keys.has(nameKey(answer)));
    const choices = kind === 'scale' && choice?.choices === undefined && [...first, ...rest].every((step) => asNumber(step) !== null) ? [...first, ...rest].toSorted((a, b) => Number(a) - Number(b)) : [...first, ...rest];
    return [{ index, name, kind, found: found.kind, separator, choices: isCounted(kind as QuestionKind) ? choices : [], blank: choice?.blank ?? question?.blank ?? (ticks?.explicit ? 'missing' : 'none'), missing, columns, question, ticks }];
  });
}

const isMissing = (missing: readonly string[], cell: string): boolean => missing.some((mark) => nameKey(mark) === nameKey(cell));
/** The question that a column is the answers to: the one that came from it, whatever it is called since, else the one of its name. */
function questionOf(questions: readonly Row<'questions'>[], name: string, columns: Row<'questions'>['columns']): Row<'questions'> | null {
  const headings = new Set(columns.map(({ heading: each }) => nameKey(each)));
  return questions.find((question) => question.columns.some(({ heading: each }) => headings.has(nameKey(each)))) ?? questions.find((question) => question.columns.length === 0 && nameKey(question.name) === nameKey(name)) ?? null;
}

/** Questions whose answers have a column each, and those of them that are not put together: as the person says, else as they were taken in before. */
function ticksOf(sheet: Sheet, { id, group, columns }: SurveyAsked, questions: readonly Row<'questions'>[]): { gathered: TickedQuestion[]; apart: TickedQuestion[] } {
  const found = namedApart(tickedQuestions(sheet, new Set([id, group].flatMap((each) => (typeof each === 'string' ? [nameKey(each)] : [])))), sheet);
  const known = new Set(questions.flatMap(({ name, columns: from }) => (from.length > 1 ? [] : [name, ...from.map(({ heading: each }) => each)])).map(nameKey));
  // An answer keeps the name that it was given since.
  const named = new Map(questions.filter(({ columns: from }) => from.length > 1).flatMap(({ columns: from }) => from.map(({ heading: each, answer }) => [nameKey(each), answer] as const)));
  const said = new Map(columns.map(({ column, together }) => [nameKey(column), together]));
  const isOne = (question: TickedQuestion) => said.get(nameKey(question.name)) ?? !question.columns.some(({ heading: each }) => known.has(nameKey(each)));
  return { gathered: found.filter(isOne).map((question) => ({ ...question, columns: question.columns.map(({ heading: each, answer }) => ({ heading: each, ...(answer === named.get(nameKey(each)) ? {} : { ticked: answer }), answer: named.get(nameKey(each)) ?? answer })) })), apart: found.filter((question) => !isOne(question)) };
}

/** What the sheet calls a question. */
const headingNow = (question: Row<'questions'> | undefined): string | undefined => question?.columns[0]?.heading ?? question?.name;

/** What taking a sheet in would come to; nothing is written. Problems: `sheet-empty`, `sheet-column-missing`, `sheet-column-twice`. */
export function planSurvey(project: Reader, { file, sheet: whole }: HandedSurvey, asked: SurveyAsked): SurveyPlan {
  const stem = normaliseName(basename(file.name, extname(file.name))) || 'Survey';
  const survey = surveyOf(project, asked, asked.name ?? stem);
  const questions = survey ? project.all('questions', { survey: survey.id }) : [];
  const { gathered, apart } = ticksOf(whole, asked, questions);
  const sheet = gatheredSheet(whole, gathered);
  const found = headingOf(file.name, sheet, asked.id, respondentColumns.filter((name) => namesRows(sheet, sheet.header.findIndex((each) => nameKey(each) === nameKey(name)))));
  const grouping = asked.group === undefined && survey?.grouping ? headingNow(questions.find((question) => question.id === survey.grouping)) : undefined;
  const group = headingOf(file.name, sheet, asked.group, grouping === undefined ? groupColumns : [grouping, ...groupColumns]) ?? (asked.group === undefined ? columnLikeAttribute(project, sheet, found) : null);
  const left = new Set(asked.leaveOut);
  const rows = rowsOf(sheet, found, group, left);
  if (rows.length === 0) throw new Problem('sheet-empty', { file: file.name });
  const taken = rows.filter(({ row, fault }) => fault === null && !left.has(row));
  const columns = columnsOf(asked, sheet, gathered, taken, questions, found, group);
  const misfits: Misfit[] = [];
  const values = columns.map((column) => valuesOf(column, taken, misfits));
  return { name: asked.name ?? survey?.name ?? stem, samePeople: asked.samePeople, apart, survey, id: found, group, columns, rows, taken, misfits, values: taken.map((_, row) => columns.map((__, column) => values[column]![row]!)) };
}

/** A step however it is written: 5, 5.0 and 5,0 are one. */
const stepKey = (step: string): string => { const number = asNumber(step); return number === null ? nameKey(step) : String(Number(number)); };

/** What is kept of a column, row by row. Of several answers, an empty cell of a group that was asked says that none was ticked. */
export function valuesOf({ index, name, kind, separator, choices, blank, missing }: PlannedColumn, taken: readonly PlannedRow[], misfits: Misfit[]): (string | null)[] {
  if (kind === 'leave') return taken.map(() => null);
  const askedGroups = new Set(kind === 'several' && blank === 'none' ? taken.filter(({ cells }) => cells[index] !== '' && !isMissing(missing, cells[index]!)).map(({ group }) => nameKey(group)) : []);
  const steps = new Set(choices.map(stepKey));
  return taken.map(({ row, cells, group }) => {
    const cell = cells[index]!;
    if (isMissing(missing, cell)) return null;
    if (cell === '') return askedGroups.has(nameKey(group)) ? '' : null;
    const fits = kind === 'number' ? asNumber(cell) !== null : kind !== 'scale' || (steps.has(stepKey(cell)) && measureOf({ kind, choices: [...choices], separator: '' }, cell) !== null);
    if (!fits) misfits.push({ row, column: name, value: cell });
    if (kind === 'several' && splitAnswers(cell, separator).length === 0) return '';
    const number = kind === 'scale' || kind === 'number' ? asNumber(cell) : null;
    // A step that a program wrote as 5.0 is step 5.
    return !fits ? null : number === null ? cell : kind === 'scale' ? String(Number(number)) : number;
  });
}
