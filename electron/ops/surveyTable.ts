import { z } from 'zod';
import type { Row } from '../../shared/model/schema.ts';
import { answersIn, isCounted, isMeasured, measureOf, placesOf, type SurveyColumn, type SurveyMeasure, type SurveyRow } from '../../shared/model/survey.ts';
import { nameKey } from '../../shared/model/text.ts';
import { percentText } from '../../shared/statistics/proportions.ts';
import { rankedGroups, sum } from '../../shared/statistics/ranks.ts';
import type { Reader } from './operation.ts';
import { askedByName, lastingName, questionNamed, surveyNamed, type AskedByName } from './surveys.ts';

/** Groups go by a question too; 'all' puts everybody into one. */
export const surveyTableInput = z.strictObject({
  survey: askedByName.optional(), question: askedByName,
  /** The question whose answers are the groups; without it the survey's own. */
  by: askedByName.optional(),
  /** A question that splits each group: the comparison of pilot and non-pilot, say. */
  split: askedByName.nullable().default(null),
});
export type SurveyTableAsked = z.input<typeof surveyTableInput>;

/** The same question by UUIDs: numbers are those of one file alone. Problems of `surveyTable`. */
export function lastingTable(project: Reader, { survey: wanted, question, by, split }: z.output<typeof surveyTableInput>): SurveyTableAsked {
  const survey = surveyNamed(project, wanted);
  const lasting = (asked: AskedByName) => lastingName(questionNamed(project, survey.id, asked));
  return { survey: lastingName(survey), question: lasting(question), ...(by === undefined ? {} : { by: by === 'all' ? by : lasting(by) }), split: split === null ? null : lasting(split) };
}

/** What was answered to a question, by respondent. */
export type Answered = ReadonlyMap<number, string>;
export const answeredTo = (project: Reader, question: number): Answered =>
  new Map(project.query<{ respondent: number; value: string }>('SELECT respondent, value FROM answers WHERE question = ?', question).map((row) => [row.respondent, row.value]));

/** A question as it splits respondents: its answers in their order, and which of them each gave. */
interface Splitting { readonly answers: readonly string[]; of(respondent: number): readonly number[] }
function splitBy(question: Row<'questions'>, answered: Answered, first: readonly string[]): Splitting {
  const labels = new Map<string, string>();
  for (const answer of [...first, ...question.choices]) if (!labels.has(nameKey(answer))) labels.set(nameKey(answer), answer);
  const given = new Set<string>();
  const inCells = new Map([...answered].map(([respondent, value]) => [respondent, answersIn(question, value).map((answer) => {
    const key = nameKey(answer);
    if (!labels.has(key)) labels.set(key, answer);
    given.add(key);
    return key;
  })]));
  const keys = [...labels.keys()].filter((key) => given.has(key) || question.kind === 'scale');
  const places = new Map(keys.map((key, place) => [key, place]));
  return { answers: keys.map((key) => labels.get(key)!), of: (respondent) => (inCells.get(respondent) ?? []).map((key) => places.get(key)!) };
}
const everybody: Splitting = { answers: [''], of: () => [0] };

/** A column with who is in it. */
interface Members { readonly column: Omit<SurveyColumn, 'n' | 'respondents'>; readonly respondents: readonly number[] }
/** The columns of a table: groups, each in its parts; those without an answer stand last, where there are any. */
function membersOf(respondents: readonly number[], groups: Splitting, parts: Splitting | null): Members[] {
  const inGroups = divided(respondents, groups);
  return inGroups.flatMap(({ key, members }) => (parts === null ? [{ column: { key, label: key ?? '', part: '' }, respondents: members }]
    : divided(members, parts, parts.answers.length).map((part) => ({ column: { key, label: key ?? '', part: part.key }, respondents: part.members }))));
}
function divided(respondents: readonly number[], by: Splitting, least = 0): { key: string | null; members: number[] }[] {
  const members: number[][] = Array.from({ length: Math.max(least, by.answers.length) }, () => []);
  const without: number[] = [];
  for (const respondent of respondents) {
    const places = by.of(respondent);
    if (places.length === 0) without.push(respondent);
    for (const place of places) members[place]!.push(respondent);
  }
  return [...by.answers.map((key, place) => ({ key, members: members[place]! })), ...(without.length > 0 ? [{ key: null, members: without }] : [])];
}

const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
};
/** Means, spread (quantiles as R's type 7), and mean ranks among all groups together. */
export function measuresOf(groups: readonly (readonly number[])[]): (SurveyMeasure | null)[] {
  const filled = groups.filter((values) => values.length > 0);
  const { ranks } = rankedGroups(filled);
  return groups.map((values) => {
    if (values.length === 0) return null;
    const sorted = values.toSorted((a, b) => a - b);
    return { n: values.length, mean: sum(values) / values.length, median: quantile(sorted, 0.5), low: sorted[0]!, q1: quantile(sorted, 0.25), q3: quantile(sorted, 0.75), high: sorted.at(-1)!, meanRank: sum(ranks[filled.indexOf(values)]!) / values.length };
  });
}

export interface SurveyTable {
  readonly survey: { readonly id: number; readonly name: string };
  readonly question: { readonly id: number; readonly name: string; readonly kind: Row<'questions'>['kind'] };
  /** What the columns are: a question's name, '' for everybody together. */
  readonly by: string;
  readonly split: string;
  /** Whether a respondent may be in several columns. */
  readonly overlapping: boolean;
  readonly columns: readonly SurveyColumn[];
  /** Answers, of a scale its steps from low to high, else the most frequent first; none of an open question or of numbers. */
  readonly rows: readonly SurveyRow[];
  /** By column, for scales and numbers; empty else. */
  readonly measures: readonly (SurveyMeasure | null)[];
  /** The numbers behind the measures, by column, for tests. */
  readonly values: readonly (readonly number[])[];
}

/** Counts the answers to a question in each group, of those who answered it. */
export function surveyTable(project: Reader, { survey: wanted, question: asked, by, split }: z.output<typeof surveyTableInput>): SurveyTable {
  const survey = surveyNamed(project, wanted);
  const question = questionNamed(project, survey.id, asked);
  const grouping = by === undefined ? project.find('questions', survey.grouping) : by === 'all' ? null : questionNamed(project, survey.id, by);
  const part = split === null ? null : questionNamed(project, survey.id, split);
  const inOrder = survey.attribute === null ? [] : project.get('attributes', survey.attribute).choices;
  const splitting = (each: Row<'questions'>, first: readonly string[] = []) => splitBy(each, answeredTo(project, each.id), first);
  const respondents = project.query<{ id: number }>('SELECT id FROM respondents WHERE survey = ? ORDER BY id', survey.id).map((row) => row.id);
  const members = membersOf(respondents, grouping ? splitting(grouping, grouping.id === survey.grouping ? inOrder : []) : everybody, part && splitting(part));
  // Nothing ticked is an answer to a question of several; elsewhere an empty text is none.
  const answered = new Map([...answeredTo(project, question.id)].filter(([, value]) => value !== '' || question.kind === 'several'));
  const answering = members.map((each) => each.respondents.filter((respondent) => answered.has(respondent)));
  const values = isMeasured(question.kind) ? answering.map((those) => those.flatMap((respondent) => measureOf(question, answered.get(respondent)!) ?? [])) : [];
  return {
    survey: { id: survey.id, name: survey.name }, question: { id: question.id, name: question.name, kind: question.kind }, by: grouping?.name ?? '', split: part?.name ?? '', overlapping: grouping?.kind === 'several' || part?.kind === 'several',
    columns: members.map(({ column, respondents: those }, index) => ({ ...column, n: answering[index]!.length, respondents: those.length })),
    rows: isCounted(question.kind) ? rowsOf(question, splitting(question), answering) : [], measures: isMeasured(question.kind) ? measuresOf(values) : [], values,
  };
}

function rowsOf(question: Row<'questions'>, { answers, of }: Splitting, answering: readonly (readonly number[])[]): SurveyRow[] {
  const counts = answers.map(() => answering.map(() => 0));
  answering.forEach((those, column) => { for (const respondent of those) for (const answer of of(respondent)) counts[answer]![column]!++; });
  const ranks = answering.map((_, column) => placesOf(counts.map((row) => row[column]!)));
  const rows = answers.map((answer, row): SurveyRow => ({
    answer, counts: counts[row]!.map((count, column) => (answering[column]!.length === 0 ? null : count)),
    percents: counts[row]!.map((count, column) => (answering[column]!.length === 0 ? null : percentText(count, answering[column]!.length))),
    ranks: ranks.map((places, column) => (answering[column]!.length === 0 ? null : places[row]!)),
  }));
  const total = ({ counts: row }: SurveyRow) => row.reduce<number>((all, count) => all + (count ?? 0), 0);
  return question.kind === 'scale' ? rows : rows.toSorted((a, b) => total(b) - total(a));
}

