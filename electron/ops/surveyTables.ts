import { query } from './operation.ts';
import { surveyTable, surveyTableInput } from './surveyTable.ts';
import { differencesOf, offerOf, testOf } from './surveyTest.ts';

export const tableOfSurvey = query({
  /** The answers to a question per group, of those who answered it, with means and, of these, the test in figures. Problems: `no-such-survey`, `no-such-question`. */
  input: surveyTableInput,
  run(project, asked) {
    const { values, ...table } = surveyTable(project, asked);
    return { ...table, differences: differencesOf(table), test: testOf({ ...table, values }) };
  },
});

export const testsOfSurvey = query({
  /** The tests that fit the same table, to be read aloud; null where there is nothing to test. Exact ones take their time: the table does not wait for them. */
  input: surveyTableInput,
  run: (project, asked) => offerOf(surveyTable(project, asked)),
});
