import { z } from 'zod';
import { givenName } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { removeDocuments, removeParticipants } from './removal.ts';

const id = z.int().positive();

export const surveysInOrder = (project: Reader): Row<'surveys'>[] => project.all('surveys').toSorted((a, b) => a.position - b.position || a.id - b.id);
export const questionsInOrder = (project: Reader, survey: number): Row<'questions'>[] => project.all('questions', { survey }).toSorted((a, b) => a.position - b.position || a.id - b.id);

/** A survey's name, with a number behind it where the name is taken. */
export function freeSurveyName(project: Reader, wanted: string): string {
  const taken = new Set(project.all('surveys').map(({ name }) => nameKey(name)));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!taken.has(nameKey(name))) return name;
  }
}
/** A survey or question as it is asked for: by its number in this file, its name, or (what is kept in saved analyses and reports) its UUID, and its name where no such UUID is. */
export const askedByName = z.union([id, z.string().min(1), z.strictObject({ uuid: z.string().min(1).max(64), name: z.string().min(1) })]);
export type AskedByName = z.output<typeof askedByName>;
/** The record that is meant, of any list; null where there is none. */
export function meant<T extends { readonly id: number; readonly uuid: string; readonly name: string }>(rows: readonly T[], asked: AskedByName): T | null {
  if (typeof asked === 'number') return rows.find((row) => row.id === asked) ?? null;
  const byName = (name: string) => rows.find((row) => nameKey(row.name) === nameKey(name)) ?? null;
  return typeof asked === 'string' ? byName(asked) : rows.find(({ uuid }) => uuid === asked.uuid) ?? byName(asked.name);
}
const called = (asked: AskedByName): string => (typeof asked === 'object' ? asked.name : String(asked));
/** The survey that is meant; the only one, or the first, where none is said. Problems `no-surveys`, `no-such-survey`. */
export function surveyNamed(project: Reader, asked?: AskedByName): Row<'surveys'> {
  const surveys = surveysInOrder(project);
  if (surveys.length === 0) throw new Problem('no-surveys');
  const found = asked === undefined ? surveys[0] : meant(surveys, asked);
  if (!found) throw new Problem('no-such-survey', { survey: asked === undefined ? '' : called(asked), known: surveys.map((survey) => survey.name).join(', ') });
  return found;
}
/** The question of that survey that is meant. Problem `no-such-question`. */
export function questionNamed(project: Reader, survey: number, asked: AskedByName): Row<'questions'> {
  const questions = questionsInOrder(project, survey);
  const found = meant(questions, asked);
  if (!found) throw new Problem('no-such-question', { question: called(asked), known: questions.map((question) => question.name).join(', ') });
  return found;
}
/** As it is kept where it is to hold in any file of this study, and in another study that the survey is taken into. */
export const lastingName = ({ uuid, name }: { readonly uuid: string; readonly name: string }): { uuid: string; name: string } => ({ uuid, name });

export const listSurveys = query({
  /** The questionnaires with their questions in order, each with how many answered it. */
  input: z.strictObject({}),
  run(project) {
    const answered = new Map(project.query<{ question: number; n: number }>('SELECT question, count(*) AS n FROM answers GROUP BY question').map((row) => [row.question, row.n]));
    const people = new Map(project.query<{ survey: number; n: number; documents: number }>('SELECT survey, count(*) AS n, count(document) AS documents FROM respondents GROUP BY survey').map((row) => [row.survey, row]));
    return surveysInOrder(project).map(({ id: survey, uuid, name, source, grouping, attribute, created }) => ({
      id: survey, uuid, name, source, grouping, created, attribute, attributeName: project.find('attributes', attribute)?.name ?? null,
      respondents: people.get(survey)?.n ?? 0, documents: people.get(survey)?.documents ?? 0,
      questions: questionsInOrder(project, survey).map(({ survey: _survey, position: _position, ...question }) => ({ ...question, answered: answered.get(question.id) ?? 0 })),
    }));
  },
});

export const changeSurvey = command({
  /** `grouping` is the question whose answers are the groups, `attribute` what joins them to the interviews. */
  input: z.strictObject({ survey: id, name: givenName.optional(), grouping: id.nullable().optional(), attribute: id.nullable().optional() }),
  run(project, { survey, ...fields }) {
    const there = project.all('surveys').find((each) => fields.name !== undefined && each.id !== survey && nameKey(each.name) === nameKey(fields.name));
    if (there) throw new Problem('name-taken', { name: there.name });
    if (fields.grouping && project.get('questions', fields.grouping).survey !== survey) throw new Problem('not-found', { table: 'questions', id: fields.grouping });
    if (fields.attribute) project.get('attributes', fields.attribute);
    project.change('surveys', survey, fields);
  },
  about: (project, { survey }) => ({ survey: project.get('surveys', survey).name }),
});

/** What goes with a survey besides its own rows. */
function goesAlong(project: Reader, survey: number) {
  const respondents = project.all('respondents', { survey });
  const documents = respondents.flatMap(({ document }) => (document === null ? [] : [document]));
  const inDocuments = new Set(documents);
  const people = [...new Set(respondents.flatMap(({ participant }) => (participant === null ? [] : [participant])))];
  const elsewhere = new Set(project.query<{ participant: number; document: number }>('SELECT DISTINCT participant, document FROM turns WHERE participant IS NOT NULL').filter((row) => !inDocuments.has(row.document)).map((row) => row.participant));
  const others = new Set(project.query<{ participant: number }>('SELECT participant FROM respondents WHERE survey <> ? AND participant IS NOT NULL', survey).map((row) => row.participant));
  return { respondents: respondents.map((respondent) => respondent.id), documents, people: people.filter((participant) => !elsewhere.has(participant) && !others.has(participant)) };
}
export const removalOfSurvey = query({
  /** What removing a questionnaire takes along: documents of open answers, their codings, and people who speak nowhere else. */
  input: z.strictObject({ survey: id }),
  run(project, { survey }) {
    const { respondents, documents, people } = goesAlong(project, survey);
    const codings = project.one<{ n: number }>('SELECT count(*) AS n FROM codings JOIN passages ON passages.id = passage WHERE document IN (SELECT value FROM json_each(?))', JSON.stringify(documents))!.n;
    return { respondents: respondents.length, documents: documents.length, people: people.length, codings };
  },
});
/** Takes a survey out with all that hangs on it. */
function removeWhole(project: Writer, survey: number): void {
  const { respondents, documents, people } = goesAlong(project, survey);
  const questions = project.all('questions', { survey }).map((question) => question.id);
  const of = (table: 'answers' | 'answerCodes') => project.query<{ id: number }>(`SELECT id FROM ${table} WHERE question IN (SELECT value FROM json_each(?))`, JSON.stringify(questions)).map((row) => row.id);
  project.remove('answerCodes', of('answerCodes'));
  project.remove('answers', of('answers'));
  project.change('surveys', survey, { grouping: null });
  project.remove('questions', questions);
  project.remove('respondents', respondents);
  project.remove('surveys', [survey]);
  removeDocuments(project, documents);
  removeParticipants(project, people);
}
export const removeSurvey = command({
  input: z.strictObject({ survey: id }),
  run(project, { survey }) {
    const { name } = project.get('surveys', survey);
    removeWhole(project, survey);
    return { name };
  },
  about: (_project, _input, { name: survey }) => ({ survey }),
});
