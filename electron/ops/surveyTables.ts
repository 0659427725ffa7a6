import { query } from './operation.ts';
import { surveyTable, surveyTableInput } from './surveyTable.ts';
import { differencesOf, offerOf, testOf } from './surveyTest.ts';

export const tableOfSurvey = query({
  /** The answers to a question per group, of those who answered it, with means and the test that fits. Problems: `no-such-survey`, `no-such-question`. */
  input: surveyTableInput,
  run(project, asked) {
    const { values, ...table } = surveyTable(project, asked);
    return { ...table, differences: differencesOf(table), test: testOf({ ...table, values }), offer: offerOf({ ...table, values }) };
  },
});
