import type { Exhibit, ExhibitColumn, ExhibitRow } from '../../../shared/model/exhibit.ts';
import type { SurveyColumn } from '../../../shared/model/survey.ts';
import type { Words } from '../../../shared/words/index.ts';
import { sayOffer } from '../../../shared/words/sayOffer.ts';
import { exhibitKind } from '../exhibit.ts';
import type { Reader } from '../operation.ts';
import { answersOfQuestion } from '../surveyAnswers.ts';
import { lastingTable, surveyTable, surveyTableInput, type SurveyTable } from '../surveyTable.ts';
import { offerOf } from '../surveyTest.ts';
import { questionsInOrder, surveysInOrder } from '../surveys.ts';

const nameOf = ({ by }: SurveyTable, { key, label }: SurveyColumn, { say }: Words): string => (by === '' ? say('survey.everybody') : key === null ? say('survey.noGroup') : label);
const columnName = (table: SurveyTable, column: SurveyColumn, words: Words): string => (table.split === '' ? nameOf(table, column, words) : `${nameOf(table, column, words)}: ${column.part ?? words.say('survey.noPart')}`);

/** Each group's counts, per cent and places; the per cent as text, so that 40.00 stays what it is. */
function counted(table: SurveyTable, words: Words): Pick<Exhibit, 'columns' | 'rows' | 'drawn'> {
  const { say } = words;
  return {
    columns: table.columns.flatMap((column): ExhibitColumn[] => { const over = columnName(table, column, words); return [{ over, label: say('survey.count'), n: column.n }, { over, label: say('survey.percent'), n: null }, { over, label: say('survey.rank'), n: null }]; }),
    rows: table.rows.map((row): ExhibitRow => ({ label: row.answer, depth: 0, facet: null, cells: table.columns.flatMap((_, column) => [row.counts[column]!, row.percents[column]!, row.ranks[column]!]) })),
    drawn: { columns: table.columns.map((_, column) => column * 3), percent: false },
  };
}
/** A row a group, with what its answers come to. */
function measured(table: SurveyTable, words: Words): Pick<Exhibit, 'columns' | 'rows' | 'drawn'> {
  const { say } = words;
  const labels = ['n', say('survey.mean'), say('survey.median'), say('survey.lowerQuarter'), say('survey.upperQuarter'), say('survey.meanRank')];
  const steps = table.rows.map(({ answer }) => `${answer} (%)`);
  return {
    columns: [...labels, ...steps].map((label) => ({ over: '', label, n: null })),
    rows: table.columns.map((column, index): ExhibitRow => {
      const measure = table.measures[index];
      return { label: columnName(table, column, words), depth: 0, facet: null, cells: [column.n, ...(measure ? [measure.mean, measure.median, measure.q1, measure.q3, measure.meanRank] : [null, null, null, null, null]), ...table.rows.map((row) => row.percents[index]!)] };
    }),
    drawn: { columns: [1], percent: false },
  };
}

/** Open answers one by one, with who gave them. */
function told(project: Reader, table: SurveyTable, { say }: Words): Pick<Exhibit, 'columns' | 'rows'> {
  const { rows } = answersOfQuestion.run(project, { survey: table.survey.id, question: table.question.id, from: 0, limit: 5000 }, undefined);
  return {
    columns: [say('survey.group'), say('survey.answer')].map((label) => ({ over: '', label, n: null })),
    rows: rows.map(({ respondent, group, answer }): ExhibitRow => ({ label: respondent, depth: 0, facet: null, cells: [group ?? say('survey.noGroup'), answer] })),
  };
}

/** The answers to a question of a questionnaire per group, of those who answered it; open ones as they are. */
export const surveyExhibit = exhibitKind({
  id: 'survey',
  input: surveyTableInput,
  usual(project) {
    const survey = surveysInOrder(project)[0];
    const question = survey && questionsInOrder(project, survey.id).find(({ id, kind }) => id !== survey.grouping && kind !== 'open');
    return survey && question ? { survey: survey.name, question: question.name } : null;
  },
  lasting: lastingTable,
  make(project, asked, words): Exhibit {
    const { say } = words;
    const table = surveyTable(project, asked);
    const offer = offerOf(table);
    const reading = offer ? sayOffer(words, offer) : null;
    const answered = table.overlapping || table.by === '' ? null : table.columns.reduce((sum, { n }) => sum + n, 0);
    return {
      title: `${table.question.name}${table.by === '' ? '' : `, ${table.by}`}`,
      subtitle: `${say('survey.subtitleMeasure', { survey: table.survey.name })}${table.question.kind === 'several' ? ` ${say('survey.severalPossible')}` : ''}${table.split === '' ? '' : ` ${say('survey.bySplit', { split: table.split })}`}`,
      corner: say(table.question.kind === 'open' ? 'survey.respondent' : table.measures.length > 0 ? 'survey.group' : 'survey.answer'),
      ...(table.question.kind === 'open' ? told(project, table, words) : table.measures.length > 0 ? measured(table, words) : counted(table, words)),
      notes: reading ? [...reading.findings.map(({ lead, text }) => `${lead} ${text}`), ...reading.text, ...(offer!.fits ? [say('survey.independent')] : []), ...reading.notes] : [],
      quotations: [],
      asked: [[say('survey.one'), table.survey.name], [say('survey.questionAsked'), `${table.question.name} (${say(`survey.kind.${table.question.kind}`)})`], ...(table.by === '' ? [] : [[say('survey.by'), table.by] as const]), ...(table.split === '' ? [] : [[say('survey.split'), table.split] as const])],
      n: answered === null ? say('survey.respondents', { count: project.one<{ n: number }>('SELECT count(*) AS n FROM respondents WHERE survey = ?', table.survey.id)!.n }) : say('survey.answeredBy', { count: answered }),
    };
  },
});
