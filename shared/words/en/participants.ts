/** The participants' view: the grids, pasting, columns, speakers, referrals. */
export const participants = {
  title: 'Participants', shown: 'Shown', people: 'People', documents: 'Documents', speakers: 'Speakers', referrals: 'Referrals',
  summary_one: 'One person', summary_other: '{{number}} people', summaryDocuments_one: 'One document', summaryDocuments_other: '{{number}} documents', interviewees_one: 'one interviewee', interviewees_other: '{{number}} interviewees',
  find: 'Filter', findHint: 'Any part of a row', onlyGaps: 'Only rows with gaps', addColumn: 'Add a column', newColumn: 'Attribute', saveSheet: 'Save sheet', importSheet: 'Import a sheet', details: 'Details', hint: 'Type to write, Enter or F2 to edit, Ctrl C and Ctrl V as in a spreadsheet.',
  name: 'Name', role: 'Role', sampling: 'Sampling', referredBy: 'Referred by', inDocuments: 'Documents', turns: 'Turns', words: 'Words', codings: 'Codings', coded: 'Coded', speakersHere: 'Speakers', missing: '{{count}} missing', filtered: '{{shown}} of {{all}} shown',
  newRow: 'New participant', nothingFound: 'No row holds “{{typed}}”.', noGaps: 'There are no empty cells.', empty: 'empty', cell: '{{column}}, {{row}}: {{value}}',
  columnMenu: 'Column {{column}}', sortUp: 'Sort upwards', sortDown: 'Sort downwards', unsorted: 'Back to the order of names', editColumn: 'Name, kind and choices…', moveLeft: 'Move left', moveRight: 'Move right', removeColumn: 'Remove column', wider: 'Wider', narrower: 'Narrower', fitWidth: 'As wide as its contents',
  newChoice: 'New choice “{{value}}”', options: 'Choices for {{column}}',
  asking: {
    paste: 'Paste into {{rows}}', down: 'Fill down {{rows}}', rows_one: 'one row', rows_other: '{{number}} rows', empty: 'Empty cells', changes_one: 'One cell changes.', changes_other: '{{number}} cells change.', none: 'Nothing would change.',
    people_one: 'One row is beyond the end. It becomes a new participant: {{names}}.', people_other: '{{number}} rows are beyond the end. They become new participants: {{names}}.', choices: '“{{column}}” does not offer these yet; they are added to its choices: {{values}}.',
    misfits_one: 'One cell does not fit and stays as it is:', misfits_other: '{{number}} cells do not fit and stay as they are:', misfit: '{{row}}, {{column}}:', more_one: 'and one more', more_other: 'and {{number}} more', run: 'Do it', runRest: 'Do the rest', newRow: 'new row {{row}}',
  },
  column: {
    title: 'Column “{{column}}”', newTitle: 'New column', name: 'Name', kind: 'Kind', choices: 'Choices, in the order in which tables show them', add: 'Add a choice', up: 'Move “{{choice}}” up', down: 'Move “{{choice}}” down', remove: 'Remove “{{choice}}” from the choices', choice: 'Choice {{number}}', used_one: 'one row', used_other: '{{number}} rows',
    notOffered: 'Also used, but not offered: {{values}}.', misfits_one: 'One value is not of this kind. It stays, and is marked.', misfits_other: '{{number}} values are not of this kind. They stay, and are marked.', renames: 'A choice that is renamed here is renamed in every row.', make: 'Add the column',
  },
  speakersOf: {
    hint: 'Every label of every document. Pick some with a click or Space, and say who speaks there; Enter opens the place.', label: 'Label', documents: 'Documents', turns: 'Turns', assigned: 'Assigned to', nobody: 'Nobody yet', noLabel: 'Without a label', several_one: 'one person', several_other: '{{number}} people', partly: '{{names}}; some turns nobody',
    picked_one: 'One picked', picked_other: '{{number}} picked', none: 'Pick none', assign: 'Assign to', assignTo: 'Assign to {{name}}', newPerson: 'New participant “{{name}}”', choose: 'Person', toNobody: 'Nobody', unassigned_one: 'One label is not assigned to anybody.', unassigned_other: '{{number}} labels are not assigned to anybody.', allAssigned: 'Every label is assigned.', empty: 'There are no speakers yet.', expand: 'Show the documents of “{{label}}”',
  },
  referral: {
    hint: 'Who brought whom into the study. Those whom nobody referred stand first, as wave 0.', tree: 'Referrals', wave: 'wave {{wave}}', seeds_one: 'one seed', seeds_other: '{{number}} seeds', waves_one: 'one wave', waves_other: '{{number}} waves', referred_one: 'one person referred', referred_other: '{{number}} people referred', counted: '{{referred}}; {{seeds}}, {{waves}}.',
    outside_one: 'One person outside of any chain', outside_other: '{{number}} people outside of any chain', brought_one: 'brought one', brought_other: 'brought {{number}}', emptyTitle: 'No referrals yet.', emptyText: 'Say in the column “Referred by” who brought a person into the study, or import a sheet that has one.', goGrid: 'To the grid', nobody: 'Nobody', referredPeople: 'Brought into the study',
  },
  person: { shares: '{{turns}}, {{words}}', turns_one: 'one turn', turns_other: '{{number}} turns', words_one: 'one word', words_other: '{{number}} words' },
} as const;

/** Keys of the grids, for the sheet of shortcuts. */
export const gridKeys = {
  grid: 'In a grid', gridEdit: 'Edit the cell', gridNext: 'Take it, next to the right or below', gridLine: 'New line in a text', gridRange: 'Select more cells', gridRow: 'Select whole rows', gridCopy: 'Copy, paste a block', gridDown: 'Fill down', gridEmpty: 'Empty the cells', gridEnds: 'First, last cell', gridOpen: 'Details of the row', gridWidth: 'Column wider, narrower',
} as const;
