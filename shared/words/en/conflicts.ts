import type { MatrixCount, PointKind } from '../../model/conflicts.ts';

/** The conflict register, who is in conflict with whom, causes and consequences. */
export const conflicts = {
  new: 'New conflict', newName: 'New conflict', noneYet: 'Nothing yet. Begin one with the plus, or out of what is coded.', unsorted: 'Not in the register',
  unsortedHint_one: 'One passage is coded with a conflict but belongs to no entry.', unsortedHint_other: '{{number}} passages are coded with a conflict but belong to no entry.', sort_one: 'Sort one passage', sort_other: 'Sort {{number}} passages',
  emptyTitle: 'Who stands against whom?', emptyText: 'Code passages in which a clash shows with a conflict, and say who is against whom. They gather here, side by side with what the other side says.', byHand: 'Begin one by hand',
  between: '{{party}} ↔ {{counterparty}}', against: '{{party}} → {{counterparty}}', directions: { both: 'Both ways', one: 'One way' }, code: 'Made of', showMore_one: 'Show one more', showMore_other: 'Show {{number}} more', noCode: 'No code', gone: 'This conflict has been deleted. Undo brings it back.', edit: 'Edit', remove: 'Delete', mergeInto: 'Merge into…',
  onlySilent: 'Only {{side}} say so; {{other}} were interviewed and do not.', onlyUnasked: 'Only {{side}} say so; of {{other}} nobody was interviewed.', ofFive: '{{value}} of 5', rated: 'Rated', ratedHint: 'What either side’s people rate in these passages: the median of each person’s own median.',
  facing: 'Facing quotations', facingCount: '{{party}} and {{counterparty}}', onlyFor: 'For', allQuotations: 'the whole conflict', quotationMenu: 'This quotation', side: 'Whose side', bySpeaker: 'By who speaks', standsFor: 'Stands for', takeOut: 'Take out of this conflict', nobodyAsked: 'Nobody of this side was interviewed.', saysNothing: 'Nothing is quoted of this side.', ownGroup: 'The same group.',
  level: 'Addressed to', noLevel: 'Nobody in particular', ownLevel: 'Another level…', pointName: '{{kind}}, {{number}}', pointUp: 'Move “{{point}}” up', pointDown: 'Move “{{point}}” down', pointRemove: 'Delete “{{point}}”', addPoint: { cause: 'Add a cause', consequence: 'Add a consequence', countermeasure: 'Add a countermeasure' } satisfies Record<PointKind, string>,
  saidToldFull: '{{name}}: {{told}}.', aboutGroup_one: 'one passage speaks of them', aboutGroup_other: '{{number}} passages speak of them',
  sortHint_one: 'One entry would come of it. What is ticked goes in; Undo takes it back.', sortHint_other: '{{number}} entries would come of it, one for each conflict code and pair. What is ticked goes in, all in one step; Undo takes it back.', allSorted: 'Everything that is coded as a conflict is in the register.', sortAll: 'All of them', goesTo: 'Goes to', newEntry: 'an entry of its own', staysOut: 'stays out', sortPicked_one: 'One passage', sortPicked_other: '{{number}} passages', sortRun: 'Put into the register',
  showMatrix: 'Who against whom', showCauses: 'Causes and consequences', groups: 'Groups', allConflicts: 'All', network: 'Network', networkTitle: 'Network of conflicts', drawnFrom: 'Pairs', fromOn: 'from {{least}} on', networkLegend: 'An arrow from who says it, as wide as it is often said. A circle is as large as what is said about the group.', networkLeftOut: 'Pairs under {{least}} are left out.', noAnswerFor: 'Not interviewed, so they cannot answer: {{names}}.',
  causesTitle: 'Causes and consequences', causesSummary: '{{entries}} in the register, {{passages}} quoted.', noCauses: 'No causes or consequences yet. Open a conflict and edit it to write them down.', noColumns: 'No conflict coding names who is against whom, and no group is called as a stakeholder code is. Name the parties of conflict codings, or give stakeholder codes the names of your groups as aliases.',
  belongsTo: 'Belongs to conflict…', newWith: 'A new conflict with this passage',
  register: 'Conflict register', name: 'Conflict', description: 'Issue', intensity: 'Intensity', direction: 'Direction', quotations: 'Quotations', saidBy: 'Said by {{side}}', neither: 'Said by neither', oneSidedBy: 'Only {{side}}', unknownParty: 'Nobody named',
  kinds: { cause: 'Causes', consequence: 'Consequences', countermeasure: 'Countermeasures' } satisfies Record<PointKind, string>,
  levels: { patient: 'Patient', institution: 'Institution', government: 'Government' },
  oneSided: 'Said by one side only',
  matrix: 'Who is in conflict with whom', says: 'Says it', meant: 'against', total: 'Total',
  counted: { participants: 'People who speak of a conflict with the other side.', passages: 'Passages that speak of a conflict with the other side.' } satisfies Record<MatrixCount, string>,
  summary: '{{passages}}, {{people}} of {{all}} interviewed.', people_one: 'one person', people_other: '{{number}} people', passages_one: 'one passage', passages_other: '{{number}} passages',
  compare: 'Compare', notCompared: 'Not compared', differencePoints: 'Percentage points of the people interviewed in each group; bold where the 95 % interval (Newcombe) holds no 0.', differencePassages: 'Passages more or fewer.', sideOf: '{{side}}, n {{n}}',
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
  conflicts: 'the conflict register as a list; --matrix [--by ATTRIBUTE --count participants or passages --within ATTRIBUTE=VALUE, or --split ATTRIBUTE: a matrix for each of its values, and how two differ]: who is in conflict with whom; --format text, csv, xlsx or json, -o FILE', conflictsNone: 'No conflict is in the register yet.',
  withinUsage: 'write --within ATTRIBUTE=VALUE',
};
export const conflictKeys = { conflictList: 'In the conflict register', conflictEdit: 'Edit the conflict', conflictMove: 'Move it up, down', conflictRemove: 'Delete it' } as const;
