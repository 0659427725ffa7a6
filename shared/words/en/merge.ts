import type { MergeConflictKind } from '../../model/merge.ts';

/** Bringing studies together: problems, the command line, what is told of a merge. */
export const problemMerge = {
  'merge-undecided': { what: '{{count}} things were changed here and in “{{file}}”, each otherwise.', way: 'Decide each of them, or say whose holds for all; nothing was merged.' },
} as const;
export const doneMerge = { merge: 'merge ‘{{file}}’' } as const;
export const cliMerge = 'merge another study into this one: STUDY OTHER; --dry-run: only tell what would come and what has to be decided; --decide FILE.json with choices by key; --rest mine, theirs or both: for what is not decided; --json';
export const merge = {
  copies: 'A copy of this study; both were the same until {{when}} ({{who}}).', copiesFromStart: 'A copy of this study.', apart: 'A study that began apart.',
  nothing: 'Nothing new in it.', added: 'new', changed: 'changed', removed: 'gone', undecided_one: 'One thing has to be decided.', undecided_other: '{{number}} things have to be decided.',
  lost_one: 'One coded passage has no place in the text here:', lost_other: '{{number}} coded passages have no place in the texts here:', merged: 'Merged “{{file}}”.',
  ours: 'here', base: 'before', others: 'there', nothingThere: '(not there)',
  kind: {
    field: 'Changed here and there', goneHere: 'Deleted here, used or changed there', goneThere: 'Deleted there, used or changed here', text: 'The same words corrected otherwise', covered: 'Taken out there, coded here',
    turns: 'Turns divided here and there', span: 'The edges of a passage moved here and there',
  } satisfies Record<MergeConflictKind, string>,
  table: {
    coders: 'Coders', attributes: 'Attributes', documents: 'Documents', participants: 'Participants', attributeValues: 'Values', turns: 'Turns', codes: 'Codes', passages: 'Passages', codings: 'Codings', codeSets: 'Code sets', codeSetMembers: 'Codes in sets',
    savedQueries: 'Saved queries', savedTables: 'Saved tables', reports: 'Reports', listedWords: 'Words on lists', surveys: 'Questionnaires', questions: 'Questions', respondents: 'Respondents', answers: 'Answers', answerCodes: 'Answers linked with codes',
    conflicts: 'Conflicts', conflictPoints: 'Causes, consequences and measures', conflictPassages: 'Quotations of conflicts', adjudications: 'Decisions on disagreements', finishedDocuments: 'Documents marked as finished', handOuts: 'Packages handed out', foreignParts: 'Parts of other programs’ files', memos: 'Memos', project: 'Study',
  },
} as const;
