import type { MatrixCount, PointKind } from '../../model/conflicts.ts';

/** The conflict register, who is in conflict with whom, causes and consequences. */
export const conflicts = {
  register: 'Conflict register', name: 'Conflict', description: 'Issue', intensity: 'Intensity', direction: 'Direction', quotations: 'Quotations', saidBy: 'Said by {{side}}', neither: 'Said by neither', oneSidedBy: 'Only {{side}}', unknownParty: 'Nobody named',
  kinds: { cause: 'Causes', consequence: 'Consequences', countermeasure: 'Countermeasures' } satisfies Record<PointKind, string>,
  levels: { patient: 'Patient', institution: 'Institution', government: 'Government' },
  oneSided: 'Said by one side only',
  matrix: 'Who is in conflict with whom', says: 'Says it', meant: 'against', total: 'Total',
  counted: { participants: 'People who speak of a conflict with the other side.', passages: 'Passages that speak of a conflict with the other side.' } satisfies Record<MatrixCount, string>,
  summary: '{{passages}}, {{people}} of {{all}} interviewed.', people_one: 'one person', people_other: '{{number}} people', passages_one: 'one passage', passages_other: '{{number}} passages',
  oneSidedLegend: 'One-sided: said at least {{times}} times as often as answered, from {{least}} on.', within: '{{attribute}}: {{value}}', onlyWithin: 'Only', noAnswer: 'Nobody interviewed: cannot answer',
  unnamed_one: 'One passage names no other side.', unnamed_other: '{{number}} passages name no other side.', unspoken_one: 'In one passage nobody is known to speak.', unspoken_other: 'In {{number}} passages nobody is known to speak.',
  stamped: '{{entries}}, {{people}} interviewed', entries_one: 'one conflict', entries_other: '{{number}} conflicts',
};

export const doneConflicts = {
  conflict: {
    create: 'add conflict ‘{{conflict}}’', change: 'change conflict ‘{{conflict}}’', move: 'move conflict ‘{{conflict}}’', remove_one: 'delete conflict ‘{{conflict}}’', remove_other: 'delete {{number}} conflicts', merge: 'merge conflict ‘{{conflict}}’ into ‘{{into}}’',
    addPoint: 'add ‘{{point}}’ to ‘{{conflict}}’', changePoint: 'change ‘{{point}}’ of ‘{{conflict}}’', movePoint: 'move ‘{{point}}’ of ‘{{conflict}}’', removePoint: 'delete ‘{{point}}’ of ‘{{conflict}}’',
    link_one: 'one quotation for ‘{{conflict}}’', link_other: '{{number}} quotations for ‘{{conflict}}’', unlink_one: 'take a quotation out of ‘{{conflict}}’', unlink_other: 'take {{number}} quotations out of ‘{{conflict}}’', side: 'choose a side in ‘{{conflict}}’',
    sort_one: 'put one passage into the conflict register', sort_other: 'put {{number}} passages into the conflict register',
  },
};
export const cliConflicts = {
  conflicts: 'the conflict register as a list; --matrix [--by ATTRIBUTE --count participants or passages --within ATTRIBUTE=VALUE]: who is in conflict with whom; --format text, csv, xlsx or json, -o FILE', conflictsNone: 'No conflict is in the register yet.',
  withinUsage: 'write --within ATTRIBUTE=VALUE',
};
