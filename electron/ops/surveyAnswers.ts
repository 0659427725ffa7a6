import { z } from 'zod';
import { nameKey } from '../../shared/model/text.ts';
import { answersIn } from '../../shared/model/survey.ts';
import { query } from './operation.ts';
import { answeredTo, surveyTableInput } from './surveyTable.ts';
import { questionNamed, surveyNamed } from './surveys.ts';

const order = new Intl.Collator('zh', { numeric: true });

export const answersOfQuestion = query({
  /** Who answered a question what, by name, with the group and the document that an open answer stands in; only those of a group, or who gave an answer, if asked. */
  input: z.strictObject({ survey: surveyTableInput.shape.survey, question: surveyTableInput.shape.question, group: z.string().nullable().optional(), answer: z.string().optional(), from: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(5000) }),
  run(project, { survey: wanted, question: asked, group, answer, from, limit }) {
    const survey = surveyNamed(project, wanted);
    const question = questionNamed(project, survey.id, asked);
    const groups = survey.grouping === null ? new Map<number, string>() : answeredTo(project, survey.grouping);
    const rows = project.query<{ respondent: number; name: string; document: number | null; value: string }>('SELECT respondents.id AS respondent, name, document, value FROM answers JOIN respondents ON respondents.id = respondent WHERE question = ?', question.id)
      .filter((row) => group === undefined || nameKey(groups.get(row.respondent) ?? '') === nameKey(group ?? ''))
      .filter((row) => answer === undefined || answersIn(question, row.value).some((each) => nameKey(each) === nameKey(answer)))
      .toSorted((a, b) => order.compare(a.name, b.name) || a.respondent - b.respondent);
    return { total: rows.length, rows: rows.slice(from, from + limit).map((row) => ({ respondent: row.name, group: groups.get(row.respondent) ?? null, answer: row.value, document: question.kind === 'open' ? row.document : null })) };
  },
});
