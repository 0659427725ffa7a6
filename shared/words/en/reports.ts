/** Saved analyses, what is exported of them, and reports. */
export const exhibit = {
  kinds: {
    table: 'Table of codes by group',
    conflictMatrix: 'Who is in conflict with whom',
    conflictRegister: 'Conflict register',
    ratings: 'Stakeholders by dimension', perception: 'Who sees whom how', grid: 'Stakeholders in two dimensions',
  },
  title: 'Title', of: 'Of', note: 'Note', quotations: 'Quotations', goesOn: '{{title}} (continued)', emptyCell: 'empty', unasked: '{{sign}}: nobody was interviewed or asked, which is not zero.', smallBase: 'No per cent where n is under {{n}}.',
  oneSided: 'Mostly one person: {{of}}: {{person}} speaks in {{said}} of {{all}} quotations.', oneSidedAll: 'Mostly one person: {{person}} speaks in {{said}} of {{all}} quotations.',
  oneSidedMore_one: 'So it is in one more cell (of cells with {{least}} quotations or more).', oneSidedMore_other: 'So it is in {{number}} more cells (of cells with {{least}} quotations or more).',
  quotationsCut_one: 'The first {{shown}} quotations; one more is left out.', quotationsCut_other: 'The first {{shown}} quotations; {{number}} more are left out.',
};
export const doneReports = {
  savedTable: { save: 'save ‘{{table}}’', rename: 'rename to ‘{{table}}’', remove: 'delete ‘{{table}}’' },
};
export const problemReports = {
  'no-such-report': { what: 'There is no report “{{report}}” in this study.', way: 'Its reports are: {{known}}.' },
  'no-such-exhibit': { what: 'There is no analysis of the kind “{{kind}}” here.', way: 'Known are: {{known}}. If a newer Concord made it, update this one.' },
};
