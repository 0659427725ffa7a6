import type { NewRow, Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { addAttribute } from './attributes.ts';
import { writeOpenAnswers, type Answering, type Written } from './openAnswers.ts';
import type { Reader, Writer } from './operation.ts';
import type { HandedSurvey, SurveyPlan } from './surveySheet.ts';
import { freeSurveyName, surveysInOrder } from './surveys.ts';

export interface SurveyTaken {
  readonly survey: number; readonly name: string;
  /** Respondents that are new, and those that were there. */
  readonly added: number; readonly known: number;
  readonly questions: number; readonly answers: number; readonly documents: Written;
  /** Cells that are no answer of their column's kind, and stayed out. */
  readonly misfits: number;
}

/** The answers that a survey has, by 'question/respondent'. */
export const answersNow = (project: Reader, survey: number): Map<string, Row<'answers'>> =>
  new Map(project.query<Row<'answers'>>('SELECT answers.* FROM answers JOIN questions ON questions.id = question WHERE survey = ?', survey).map((row) => [`${row.question}/${row.respondent}`, row]));
/** Who answered it, by name. */
export const respondentsNow = (project: Reader, survey: number | undefined): Map<string, Row<'respondents'>> =>
  new Map((survey === undefined ? [] : project.all('respondents', { survey })).map((row) => [nameKey(row.name), row]));

/** Writes what was planned: the survey, its questions, who answered, what, and the documents of open answers. */
export function takeSurvey(project: Writer, plan: SurveyPlan, handed: HandedSurvey, joining: { id: number | null; name: string } | null): SurveyTaken {
  const attribute = joining === null ? null : joining.id ?? addAttribute(project, { name: joining.name, of: 'participants', kind: 'choice' });
  const survey = putSurvey(project, plan, handed, attribute);
  const questions = putQuestions(project, plan, survey);
  const grouping = plan.group ? questions[plan.columns.findIndex(({ index }) => index === plan.group!.index)] ?? null : plan.survey?.grouping ?? null;
  project.change('surveys', survey, { grouping });
  const known = respondentsNow(project, survey);
  const fresh = plan.taken.filter((row) => !known.has(nameKey(row.name)));
  const first = project.addAll('respondents', fresh.map(({ name }) => ({ survey, name, participant: null, document: null })));
  const ids = new Map([...[...known].map(([key, row]) => [key, row.id] as const), ...fresh.map((row, index) => [nameKey(row.name), first + index] as const)]);
  const respondents = plan.taken.map((row) => ids.get(nameKey(row.name))!);
  const before = putAnswers(project, plan, survey, questions, respondents);
  const documents = writeOpenAnswers(project, project.get('surveys', survey), answeringOf(plan, respondents, before), attribute, plan.samePeople);
  return {
    survey, name: plan.name, added: fresh.length, known: plan.taken.length - fresh.length, questions: questions.filter((question) => question !== null).length,
    answers: plan.values.reduce((sum, row) => sum + row.filter((value) => value !== null).length, 0), documents, misfits: plan.misfits.length,
  };
}

function putSurvey(project: Writer, { name, survey, id }: SurveyPlan, { file, sheet }: HandedSurvey, attribute: number | null): number {
  const origin = { source: file.name, encoding: sheet.encoding, original: project.keepOriginal(file.name, file.bytes) };
  if (survey === null) {
    const there = surveysInOrder(project);
    return project.add('surveys', { respondentColumn: id?.name ?? null, name: freeSurveyName(project, name), ...origin, grouping: null, attribute, position: Math.max(-1, ...there.map((each) => each.position)) + 1, created: project.now });
  }
  project.change('surveys', survey.id, { ...origin, attribute, respondentColumn: id?.name ?? null });
  return survey.id;
}

/** The question of each column; null for columns that are left out. */
function putQuestions(project: Writer, { columns }: SurveyPlan, survey: number): (number | null)[] {
  let position = Math.max(-1, ...project.all('questions', { survey }).map((question) => question.position));
  return columns.map(({ kind, name, separator, choices, blank, missing, columns: from, question }) => {
    if (kind === 'leave') return null;
    const said = { kind, separator, choices: [...choices], blank, missing: [...missing], columns: [...from] };
    if (question === null) return project.add('questions', { wording: '', survey, name, ...said, position: ++position });
    project.change('questions', question.id, said);
    return question.id;
  });
}

/** Answers of those who stand in the sheet become what it says; answers with what they were before. */
function putAnswers(project: Writer, { columns, values }: SurveyPlan, survey: number, questions: readonly (number | null)[], respondents: readonly number[]): ReadonlyMap<string, string> {
  const now = answersNow(project, survey);
  const before = new Map<string, string>();
  const added: NewRow<'answers'>[] = [];
  const removed: number[] = [];
  respondents.forEach((respondent, row) => columns.forEach((_, place) => {
    const question = questions[place]!;
    if (question === null) return;
    const value = values[row]![place]!;
    const there = now.get(`${question}/${respondent}`);
    if (there) before.set(`${row}/${place}`, there.value);
    if (there === undefined) { if (value !== null) added.push({ respondent, question, value }); }
    else if (value === null) removed.push(there.id);
    else if (there.value !== value) project.change('answers', there.id, { value });
  }));
  project.addAll('answers', added);
  project.remove('answers', removed);
  return before;
}

const answeringOf = ({ columns, values, taken }: SurveyPlan, respondents: readonly number[], before: ReadonlyMap<string, string>): Answering[] => {
  const open = columns.flatMap(({ kind }, place) => (kind === 'open' ? [place] : []));
  return open.length === 0 ? [] : taken.map(({ name, group }, row) => ({
    respondent: respondents[row]!, name, group, open: open.map((place) => ({ question: columns[place]!.question?.name ?? columns[place]!.name, answer: values[row]![place] ?? '', before: before.get(`${row}/${place}`) ?? '' })),
  }));
};
