/** Questionnaires: taking them in, counting them, and putting them beside the interviews. */
export const survey = {
  survey: {
    everybody: 'Everybody', noGroup: 'No group', noPart: 'Not said', none: 'There is no questionnaire yet.', mean: 'Mean', median: 'Median', meanRank: 'Mean rank',
    kind: { choice: 'One answer', several: 'Several answers', scale: 'Scale', number: 'Number', open: 'Open answers' },
  },
  done: {
    import_one: 'import ‘{{survey}}’ (one respondent)', import_other: 'import ‘{{survey}}’ ({{number}} respondents)', change: 'change questionnaire ‘{{survey}}’', question: 'change question ‘{{question}}’', remove: 'remove questionnaire ‘{{survey}}’',
  },
  cli: {
    survey: 'count a questionnaire per group: --question NAME; --by group or another question, all; --split QUESTION; --survey NAME; --format text, csv, xlsx or json; -o FILE; without --question: what there is',
    surveyTaken: '{{name}}: {{added}} new respondents, {{known}} known; {{questions}} questions, {{answers}} answers, {{documents}} new documents of open answers.', surveyMisfits: '{{count}} cells do not fit their column and stayed out.',
    noSuchSheetKind: 'There is no kind “{{kind}}” of sheet here. Known: survey.',
  },
  problem: {
    'no-surveys': { what: 'This study has no questionnaire.', way: 'Bring one in with Import: a sheet with one row a respondent.' },
    'no-such-survey': { what: 'There is no questionnaire “{{survey}}”.', way: 'Questionnaires are: {{known}}. A new one is brought in with Import.' },
    'no-such-question': { what: 'There is no question “{{question}}”.', way: 'Questions are: {{known}}.' },
    'survey-no-questions': { what: '“{{file}}” has no column that is taken as a question.', way: 'Say of at least one column what its answers are.' },
    'question-stays-open': { what: '“{{question}}” cannot change between open and counted answers.', way: 'Import the sheet again and choose the kind there: open answers become documents.' },
  },
} as const;
