/** Saved analyses, what is exported of them, and reports. */
export const exhibit = {
  kinds: { survey: 'Answers to a question', joint: 'Survey and interviews',
    table: 'Table of codes by group', quotations: 'Quotations', codebook: 'Codebook',
    conflictMatrix: 'Who is in conflict with whom',
    conflictRegister: 'Conflict register',
    ratings: 'Stakeholders by dimension', perception: 'Who sees whom how', grid: 'Stakeholders in two dimensions',
    words: 'Words by group', keyness: 'Typical words of each group', kwic: 'A word in context',
  },
  quotationsOf: 'Quotations: {{what}}', quotationsShown: '{{shown}} of {{all}} passages, {{people}} speaking.',
  title: 'Title', of: 'Of', note: 'Note', quotations: 'Quotations', goesOn: '{{title}} (continued)', emptyCell: 'empty', unasked: '{{sign}}: nobody was interviewed or asked, which is not zero.', smallBase: 'No per cent where n is under {{n}}.',
  oneSided: 'Mostly one person: {{of}}: {{person}} speaks in {{said}} of {{all}} quotations.', oneSidedAll: 'Mostly one person: {{person}} speaks in {{said}} of {{all}} quotations.',
  oneSidedMore_one: 'So it is in one more cell (of cells with {{least}} quotations or more).', oneSidedMore_other: 'So it is in {{number}} more cells (of cells with {{least}} quotations or more).',
  quotationsCut_one: 'The first {{shown}} quotations; one more is left out.', quotationsCut_other: 'The first {{shown}} quotations; {{number}} more are left out.',
};
/** Ways to draw an exhibit. */
export const picture = {
  kinds: { points: 'Positions', bars: 'Bars', stacked: 'Stacked bars', heatmap: 'Heatmap' },
  noPng: 'Where the picture is a plain field, this program shows no SVG; the report as a page, and Word files saved in the window, have it.',
  unplaced: 'Without a place: {{who}}.',
};
export const report = {
  partCount_one: 'one part', partCount_other: '{{number}} parts', contents: 'Contents', counted: '{{study}}. Counted on {{when}}. Codebook: {{version}}.', failed: 'This part cannot be made.',
};
export const cliReports = {
  report: 'make a report with all its numbers counted now: NAME --format docx or html, -o FILE; --list: the reports of the study; NAME --from PARTS.json: a new report of these parts',
  exhibit: 'any analysis as a file: KIND --asked FILE.json (what is asked of it; without it what is usual), or --saved NAME; --quotations NUMBER of each cell; --picture bars, stacked, heatmap or points; --format csv, xlsx, docx, html, md, svg or json, -o FILE; without a kind: all kinds',
  reportNone: 'There is no report yet.',
};
export const doneReports = {
  report: { create: 'make report ‘{{report}}’', rename: 'rename report to ‘{{report}}’', duplicate: 'duplicate report as ‘{{report}}’', remove: 'delete report ‘{{report}}’', add: 'add a part to ‘{{report}}’', change: 'change a part of ‘{{report}}’', move: 'move a part of ‘{{report}}’', take: 'take a part out of ‘{{report}}’' },
  savedTable: { save: 'save ‘{{table}}’', rename: 'rename to ‘{{table}}’', remove: 'delete ‘{{table}}’' },
};
export const problemReports = {
  'no-such-picture': { what: 'These numbers cannot be drawn so (“{{picture}}”).', way: 'What fits them: {{known}}.' },
  'no-such-report': { what: 'There is no report “{{report}}” in this study.', way: 'Its reports are: {{known}}.' },
  'no-such-exhibit': { what: 'There is no analysis of the kind “{{kind}}” here.', way: 'Known are: {{known}}. If a newer Concord made it, update this one.' },
};
