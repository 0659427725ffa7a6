import type { Reader } from './operation.ts';

/** A questionnaire by number and name. */
export interface NamedSurvey { readonly id: number; readonly name: string; readonly position: number }
/** Which questionnaire the open answers in a document are to; no entry: none. */
export const surveyOfDocuments = (project: Reader): ReadonlyMap<number, NamedSurvey> => project.derive('surveyOfDocuments', () =>
  new Map(project.query<NamedSurvey & { document: number }>('SELECT document, surveys.id AS id, surveys.name AS name, surveys.position AS position FROM respondents JOIN surveys ON surveys.id = survey WHERE document IS NOT NULL').map(({ document, ...survey }) => [document, survey])));

/** The documents that hold open answers to a questionnaire: a respondent points at them. Tables may leave them out. */
export const answerDocuments = (project: Reader): ReadonlySet<number> =>
  project.derive('answerDocuments', () => new Set(project.query<{ document: number }>('SELECT document FROM respondents WHERE document IS NOT NULL').map((row) => row.document)));

/** People who answered a questionnaire and speak in no other document: they were not interviewed, and do not count as such unless asked for. */
export const onlyAnswered = (project: Reader): ReadonlySet<number> => project.derive('onlyAnswered', () => {
  const answered = project.query<{ participant: number }>('SELECT DISTINCT participant FROM respondents WHERE participant IS NOT NULL');
  if (answered.length === 0) return new Set<number>();
  const documents = answerDocuments(project);
  const elsewhere = new Set(project.query<{ participant: number; document: number }>('SELECT DISTINCT participant, document FROM turns WHERE participant IS NOT NULL').filter((row) => !documents.has(row.document)).map((row) => row.participant));
  return new Set(answered.map((row) => row.participant).filter((participant) => !elsewhere.has(participant)));
});
