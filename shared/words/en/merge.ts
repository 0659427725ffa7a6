import type { MergeChoice, MergeConflictKind } from '../../model/merge.ts';

/** Bringing studies together: problems, the command line, what is told of a merge. */
export const problemMerge = {
  'merge-undecided': { what: '{{count}} things were changed here and in “{{file}}”, each otherwise.', way: 'Decide each of them, or say whose holds for all; nothing was merged.' },
} as const;
export const doneMerge = { merge: 'merge ‘{{file}}’' } as const;
export const mergeKeys = { mergeDesk: 'While merging', mergeWalk: 'The next difference, the one before', mergeDecide: 'Keep mine, keep both, take theirs', mergeAll: 'The same for all chosen below', mergeNext: 'Later: the next undecided', mergeLook: 'Codebooks: the code before or after that theirs may be', mergeBack: 'Take the decision back', mergeStepBack: 'Undo the last decision, for one or for many' } as const;
export const cliMerge = 'merge another study into this one: STUDY OTHER; --dry-run: only tell what would come (by coder, with the first rows of each kind and the corrections of texts) and what has to be decided (by whom, when); --decide FILE.json with choices by key; --rest mine, theirs or both: for what is not decided; --json';
export const merge = {
  copies: 'A copy of this study; both were the same until {{when}} ({{who}}).', copiesFromStart: 'A copy of this study.', apart: 'A study that began apart.',
  nothing: 'Nothing new in it.', added: 'new', changed: 'changed', removed: 'gone', undecided_one: 'One thing has to be decided.', undecided_other: '{{number}} things have to be decided.',
  lost_one: 'One coded passage has no place in the text here:', lost_other: '{{number}} coded passages have no place in the texts here:', merged: 'Merged “{{file}}”.',
  authorJoin: ', ', authorFrom: '{{author}}, from {{file}}', deletedBy: 'deleted by {{author}}',
  ours: 'here', base: 'before', others: 'there', nothingThere: '(not there)',
  firstTitle: 'Bring the team’s work together.', firstText: 'Everybody codes in a copy of the study; here another copy, or a study that began apart, is merged into this one. Choose its file: you see what would come and decide what both of you changed, and nothing is written before that.', choose: 'Choose a study…',
  begun: 'Begun', begunHint: 'What you decided is kept. Choose the same file again to go on.', begunCount: '{{decided}} of {{of}} decided', forget: 'Forget what was decided about {{file}}',
  byCoder: 'By coder', nobodys: 'Without a coder', you: '(you)', byKind: 'Kind by kind', byKindHint: 'Open a kind to see its first rows.', firstOf: 'the first {{shown}} of {{all}}', nameless: '(without words)', texts: 'Corrections in texts', places_one: 'one place', places_other: '{{number}} places',
  same: 'This file holds the open study as it is now: nothing to merge. Choose another one’s copy.', older: 'This file is the open study as it was at an earlier time: all of it is here.', allHere: 'All that is in it is here already.',
  packageOurs: 'A package that was handed out to {{coder}}.', packageOther: 'A package that was handed out to {{coder}} from another study.', nothingShared: 'These two studies have nothing in common: no text, no code and nobody of the same name. If you merge them, all of “{{from}}” comes in beside what is here. Is it the file that you meant?', chooseOther: 'Choose another file…', importInstead: 'Import it instead',
  earlier: 'Earlier merges', undone: 'Undone', canUndo: 'Can be undone', leftOutCount_one: 'One was left out.', leftOutCount_other: '{{number}} were left out.', allMerges: 'All merges', came: '{{added}} came in, {{changed}} changed, {{removed}} went.', tookBack: 'This merge was undone: nothing of it is in the study now.', undoThis: 'Undo this merge', inHistory: 'Show in the history', changedDocuments: 'Documents it changed', newCodings_one: 'one new coding', newCodings_other: '{{number}} new codings', corrections_one: 'one correction', corrections_other: '{{number}} corrections',
  leftOutLater: 'They were coded there, but their words were not in the texts here. This list keeps them; open the document to code a place anew.', decisions: 'What was decided', keptOf: { mine: 'Mine was kept', both: 'Both were kept', theirs: 'Theirs was taken' } satisfies Record<MergeChoice, string>,
  title: 'Merge {{file}} into this study', notYet: 'Nothing is written until you merge. {{ground}}', agreed: 'Both files agree up to {{when}}; that state is the base.', apartLong: 'The two studies began apart: what is the same is known by its text or its name.', reading: 'Reading the other study…', running: 'Merging…',
  side: 'What would come', coming: 'Comes in', leftOut: 'Left out', leftOutHint: 'They are coded there, but their words are not in the texts here any more.', kindOf: 'Kind', allKinds: 'All kinds', onlyOpen: 'Only undecided ({{open}})', noneToDecide: 'Nothing was changed on both sides.',
  count: { comes: 'come in', changes: 'change', goes: 'go', leftOut: 'left out', toDecide: 'To decide' }, toDecideMade: 'to decide, {{decided}} made',
  left_one: 'One of {{of}} is left to decide. What you decided is kept.', left_other: '{{number}} of {{of}} are left to decide. What you decided is kept.', reckoning: 'Working out what your decisions bring…', will: '{{added}} come in, {{changed}} change, {{removed}} go: one step in the history, undone as one.', hasChanged: '{{file}} was worked on meanwhile. All was worked out anew; what you decided stays where it still applies.', run: 'Merge',
  done: 'Merged “{{file}}”: {{added}} came in, {{changed}} changed, {{removed}} went.',
  place: '{{place}} of {{of}}. {{what}}', inText: 'Show in the transcript', before: 'The one before', after: 'The next', inOneGo: 'In one go', scope: { kind: 'This kind: {{name}}', document: 'In {{name}}', coder: 'By {{name}}', all: 'All that is undecided' }, allOf: { mine: 'Keep all mine ({{number}})', both: 'Keep both ({{number}})', theirs: 'Take all of theirs ({{number}})' }, later: 'Decide later', takeBack: 'Take the decision back', stepBack: 'Undo the last decision', narrowBy: { document: 'Document', coder: 'Coder' }, narrowAll: { document: 'All documents', coder: 'All coders' }, afterwards: 'After the merge', whose: 'Whose holds',
  keys: 'J and K walk, 1 2 3 decide, with Shift in one go; N leaves it for later, Backspace takes a decision back, U undoes the last one.',
  noBase: '(nothing)', turns_one: 'One turn', turns_other: '{{number}} turns', side_: { ours: 'Ours', base: 'Base', theirs: 'Theirs' },
  choice: { mine: 'Keep mine', both: 'Keep both', theirs: 'Take theirs' } satisfies Record<MergeChoice, string>, decided: { mine: 'Mine', both: 'Both', theirs: 'Theirs' } satisfies Record<MergeChoice, string>,
  hint: {
    field: { mine: 'Theirs is not taken over.', both: 'Both texts stay, yours first.', theirs: 'Yours goes to the history.', codesName: { both: 'Your name stays; the code is also found by theirs.' } },
    goneHere: { mine: 'It stays deleted, and what is new on it there stays out.', theirs: 'It comes back, with all that hung on it.' },
    goneThere: { mine: 'It stays, with all that hangs on it.', theirs_one: 'It goes, and one more that hangs on it.', theirs_other: 'It goes, with all that hangs on it ({{number}}).' },
    text: { mine: 'Your wording stays.', theirs: 'Their wording takes its place; codings stay on their words.' },
    covered: { mine: 'The words stay, and what is coded on them.', theirs: 'The words go, and what is coded on them.' },
    turns: { mine: 'Your division of the document stays.', theirs: 'Their division takes its place.' },
    span: { mine: 'The passage keeps your edges.', theirs: 'The passage gets their edges.' },
    name: { mine: 'Yours keeps the name; theirs gets a number behind it.', theirs: 'Theirs keeps the name; yours gets a number behind it.' },
  } satisfies Record<MergeConflictKind, object>,
  field: {
    name: 'Name', definition: 'Definition', include: 'Include', exclude: 'Exclude', example: 'Example', parent: 'Place in the codebook', facet: 'Facet', scale: 'Scale', rating: 'Rating', party: 'Party', counterparty: 'Counterparty', code: 'Code', title: 'Title', text: 'Text', value: 'Value', role: 'Role', participant: 'Speaker', label: 'Label', time: 'Time', timeEnd: 'End time',
    referredBy: 'Referred by', sampling: 'Sampling', kind: 'Kind', of: 'Of what', codable: 'For coding', query: 'Query', asked: 'What is asked', parts: 'Parts', wording: 'Wording', description: 'Description', direction: 'Direction', intensity: 'Intensity', level: 'Level', verdict: 'Decision', note: 'Note', target: 'What it is about', about: 'What it is about',
  },
  one: {
    coders: 'Coder', attributes: 'Attribute', documents: 'Document', participants: 'Participant', attributeValues: 'Value', turns: 'Turn', codes: 'Code', passages: 'Passage', codings: 'Coding', codeSets: 'Code set', codeSetMembers: 'Code in a set', savedQueries: 'Saved query', savedTables: 'Saved table', reports: 'Report', listedWords: 'Word on a list',
    surveys: 'Questionnaire', questions: 'Question', respondents: 'Respondent', answers: 'Answer', answerCodes: 'Answer linked with a code', conflicts: 'Conflict', conflictPoints: 'Cause, consequence or measure', conflictPassages: 'Quotation of a conflict', adjudications: 'Decision on a disagreement', finishedDocuments: 'Document marked as finished', handOuts: 'Package handed out', foreignParts: 'Part of another program’s file', memos: 'Memo', project: 'Study',
  },
  matches: 'What is one', matchesHint: 'These came apart in the two studies. What is the same is found by its text or its name; say it otherwise where that is wrong. What is new comes in beside yours.', theirsHead: 'There', oursHead: 'Here', isNew: 'New', matchFor: '{{name}} is here:',
  why: { chosen: 'as you say', text: 'by its text', name: 'by its name', alias: 'by another name' },
  kind: {
    field: 'Changed here and there', goneHere: 'Deleted here, used or changed there', goneThere: 'Deleted there, used or changed here', text: 'The same words corrected otherwise', covered: 'Taken out there, coded here', name: 'Two things are called the same; one gets a number',
    turns: 'Turns divided here and there', span: 'The edges of a passage moved here and there',
  } satisfies Record<MergeConflictKind, string>,
  table: {
    coders: 'Coders', attributes: 'Attributes', documents: 'Documents', participants: 'Participants', attributeValues: 'Values', turns: 'Turns', codes: 'Codes', passages: 'Passages', codings: 'Codings', codeSets: 'Code sets', codeSetMembers: 'Codes in sets',
    savedQueries: 'Saved queries', savedTables: 'Saved tables', reports: 'Reports', listedWords: 'Words on lists', surveys: 'Questionnaires', questions: 'Questions', respondents: 'Respondents', answers: 'Answers', answerCodes: 'Answers linked with codes',
    conflicts: 'Conflicts', conflictPoints: 'Causes, consequences and measures', conflictPassages: 'Quotations of conflicts', adjudications: 'Decisions on disagreements', finishedDocuments: 'Documents marked as finished', handOuts: 'Packages handed out', foreignParts: 'Parts of other programs’ files', memos: 'Memos', project: 'Study',
  },
} as const;
