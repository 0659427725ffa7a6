import type { InputOf } from '../../../electron/ops/index.ts';

/** What the survey view shows; null: what comes first. Numbers of another study lead nowhere, and then the first is shown too. */
export interface SurveyAsked {
  readonly survey: number | null;
  readonly question: number | null;
  readonly page: 'counts' | 'answers' | 'joint';
  readonly shown: 'panels' | 'table';
  readonly measure: 'percent' | 'count' | 'rank';
  /** The question whose answers are the groups; null: the survey's own. */
  readonly by: number | 'all' | null;
  readonly split: number | null;
}
export const noSurveyAsked: SurveyAsked = { survey: null, question: null, page: 'counts', shown: 'panels', measure: 'percent', by: null, split: null };

/** What is asked of the core for a table. */
export const tableInput = ({ by, split }: SurveyAsked, survey: number, question: number): InputOf<'survey.table'> => ({ survey, question, split, ...(by === null ? {} : { by }) });
