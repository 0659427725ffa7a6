/** Saved analyses, what is exported of them, and reports. */
export const exhibit = {
  kinds: { portrait: 'A document from beginning to end', survey: 'Answers to a question', joint: 'Survey and interviews',
    agreement: 'Agreement of coders', agreementDocuments: 'Agreement by document', agreementCoders: 'Agreement coder by coder', agreementRounds: 'Agreement over time', disagreements: 'Disagreements of coders',
    table: 'Table of codes by group', quotations: 'Quotations', codebook: 'Codebook',
    conflictMatrix: 'Who is in conflict with whom',
    conflictRegister: 'Conflict register',
    ratings: 'Stakeholders by dimension', perception: 'Who sees whom how', grid: 'Stakeholders in two dimensions',
    words: 'Words by group', keyness: 'Typical words of each group', kwic: 'A word in context',
  },
  quotationsOf: 'Quotations: {{what}}', quotationsShown: '{{shown}} of {{all}} passages, {{people}} speaking.',
  portraitSubtitle: 'Where each code stands in the text. {{n}}; {{speakers}}.', firstAt: 'First at %', lastAt: 'Last at %', ofText: '% of the text', placesNote: 'Places are per cent of the text from its beginning.',
  followed: '“{{was}}” was merged into “{{into}}”, or is another name of it.', gone: '“{{name}}” is not in the study any more: what asks for it finds nothing.',
  title: 'Title', of: 'Of', note: 'Note', quotations: 'Quotations', goesOn: '{{title}} (continued)', emptyCell: 'empty', unasked: '{{sign}}: nobody was interviewed or asked, which is not zero.', smallBase: 'No per cent where n is under {{n}}.',
  oneSided: 'Mostly one person: {{of}}: {{person}} speaks in {{said}} of {{all}} quotations.', oneSidedAll: 'Mostly one person: {{person}} speaks in {{said}} of {{all}} quotations.',
  oneSidedMore_one: 'So it is in one more cell (of cells with {{least}} quotations or more).', oneSidedMore_other: 'So it is in {{number}} more cells (of cells with {{least}} quotations or more).',
  quotationsCut_one: 'The first {{shown}} quotations; one more is left out.', quotationsCut_other: 'The first {{shown}} quotations; {{number}} more are left out.',
};
/** Ways to draw an exhibit. */
export const picture = {
  kinds: { points: 'Positions', bars: 'Bars', stacked: 'Stacked bars', heatmap: 'Heatmap', cloud: 'Word cloud', network: 'Network', causes: 'Causes and consequences', portrait: 'Portrait', agreement: 'Agreement on its scale' },
  noPng: 'Where the picture is a plain field, this program shows no SVG, and the computer on which the file was saved could not draw it otherwise (it has no typeface for its script, or the part of Concord that draws is not made for it). Saved as a page (HTML) it is there.',
  unplaced: 'Without a place: {{who}}.', tooFew: 'Not drawn, with fewer than {{n}} people: {{who}}.',
};
export const report = {
  changedSince: 'Since it was last made ({{when}}):', unchanged: 'No number has changed since it was last made ({{when}}).', changedNumbers_one: 'one of {{all}} numbers changed:', changedNumbers_other: '{{number}} of {{all}} numbers changed:', cameRows: 'new: {{rows}}', wentRows: 'gone: {{rows}}',
  parts: { heading: 'Heading', text: 'Text', exhibit: 'Analysis' }, formats: { docx: 'Word', html: 'Page (HTML)' },
  emptyTitle: 'Put together what you found.', emptyText: 'A report holds headings, your own text, tables, pictures and quotations in your order. Its numbers are counted anew whenever it is opened or saved, so it can be made again after recoding.', make: 'New report', untitled: 'Report', newReport: 'A new report',
  putInto: 'Put into a report', put: 'Put into “{{report}}”.', add: 'Add a part', saved: 'Saved analyses', kinds: 'Analyses', save: 'Save the report', more: 'More about this report', duplicate: 'Duplicate this report', remove: 'Delete this report', name: 'Title of the report',
  live: '{{study}}. Counted on {{when}}; the numbers follow the study.', strange_one: 'One part was written by a newer Concord. It is kept, but cannot be shown here.', strange_other: '{{number}} parts were written by a newer Concord. They are kept, but cannot be shown here.', noParts: 'Add a heading, text, or any analysis. Tables, word lists and conflicts are put in from their own views, too.',
  partTools: 'Move or remove: {{part}}', drag: 'Drag to another place', up: 'Move up', down: 'Move down', take: 'Take out of the report', write: 'Write here. An empty line begins a new paragraph.',
  textHint: 'An empty line begins a new paragraph. What you write is kept when you leave it.', level: 'Level', chapter: 'Chapter', section: 'Section', title: 'Title', quotations: 'Quotations', noQuotations: 'None', perCell_one: 'One for each cell or group', perCell_other: '{{number}} for each cell or group',
  picture: 'Picture', noPicture: 'None', withTable: 'With the table', copy: 'Copy the picture', copied: 'The picture is copied.', kind: 'Analysis', quoted: 'Quotations of', most: 'At most',
  partCount_one: 'one part', partCount_other: '{{number}} parts', contents: 'Contents', counted: '{{study}}. Counted on {{when}}. Codebook: {{version}}.', failed: 'This part cannot be made.',
};
export const cliReports = {
  report: 'make a report with all its numbers counted now: NAME --format docx or html, -o FILE; --list: the reports of the study; NAME --from PARTS.json: a new report of these parts',
  exhibit: 'any analysis as a file: KIND --asked FILE.json (what is asked of it; without it what is usual), or --saved NAME; --quotations NUMBER of each cell; --picture bars, stacked, heatmap, points, cloud, network, causes, portrait or agreement; --format csv, xlsx, docx, html, md, svg, png or json, -o FILE; without a kind: all kinds',
  reportNone: 'There is no report yet.',
};
export const doneReports = {
  report: { made: 'keep the numbers of ‘{{report}}’ as made', create: 'make report ‘{{report}}’', rename: 'rename report to ‘{{report}}’', duplicate: 'duplicate report as ‘{{report}}’', remove: 'delete report ‘{{report}}’', add: 'add a part to ‘{{report}}’', change: 'change a part of ‘{{report}}’', move: 'move a part of ‘{{report}}’', take: 'take a part out of ‘{{report}}’' },
  savedTable: { save: 'save ‘{{table}}’', rename: 'rename to ‘{{table}}’', remove: 'delete ‘{{table}}’' },
};
export const problemReports = {
  'no-bitmap': { what: 'This computer cannot draw the picture as PNG: it has no typeface for its script, or the part of Concord that draws is not made for it.', way: 'Save it as SVG, or install a typeface (for Chinese: Noto Sans CJK).' },
  'no-such-picture': { what: 'These numbers cannot be drawn so (“{{picture}}”).', way: 'What fits them: {{known}}.' },
  'no-such-report': { what: 'There is no report “{{report}}” in this study.', way: 'Its reports are: {{known}}.' },
  'no-such-exhibit': { what: 'There is no analysis of the kind “{{kind}}” here.', way: 'Known are: {{known}}. If a newer Concord made it, update this one.' },
};
