import type { LinkKind } from '../../model/memoText.ts';
import type { Subject } from '../../model/schema.ts';

/** Memos and the journal. */
export const memos = {
  entry: 'New entry', newEntry: 'New journal entry', find: 'Find in memos', about: 'About', everything: 'Everything', by: 'By', nobody: 'Nobody known', when: 'When', order: 'Order', withLinks: 'With links', save: 'Save memos', md: 'Markdown', docx: 'Word', json: 'JSON',
  kinds: { project: 'Journal', documents: 'Documents', participants: 'Participants', codes: 'Codes', passages: 'Passages', codings: 'Codings' } satisfies Record<Subject, string>,
  on: { documents: 'On document', participants: 'On participant', codes: 'On code', passages: 'On a passage of', codings: 'On a coding with' } satisfies Record<Exclude<Subject, 'project'>, string>,
  kind: { code: 'Code', participant: 'Participant', document: 'Document', passage: 'Passage', coding: 'Coding', memo: 'Memo' } satisfies Record<LinkKind, string>,
  since: { ever: 'Any time', today: 'Today', week: 'Last 7 days', month: 'Last 30 days', between: 'From – to…' }, from: 'From', to: 'To',
  orders: { newest: 'Newest first', changed: 'Last changed', subject: 'By subject', author: 'By author' },
  journalEntry: 'Journal entry', untitled: 'Without a title', another: 'Another memo', text: 'Text of the memo', journalHint: 'What did you decide, notice or wonder about?', linkHint: 'links to codes, people, documents, passages, codings and memos.', openHint: 'opens the link at the caret.', linkTo: 'Link to',
  changedAt: 'changed {{at}}', notYet: 'It is kept with the first word.', noneFits: 'No memo fits. Try fewer letters, or switch narrowings off.', first: 'The first {{shown}} are shown.', subjectGone: 'What this memo was about has been removed. Undo brings both back.',
  links: 'Links', linkedFrom: 'Linked from', gone: 'removed', linkCount_one: 'one link', linkCount_other: '{{number}} links', openMemo: 'Open among all memos', remove: 'Delete this memo', removed: 'The memo is deleted. Undo brings it back.', onCoding: 'Memo on a coding',
  emptyTitle: 'Write down what you think.', emptyText: 'A memo keeps why you coded as you did, what a code has come to mean, what a person left unsaid. The journal keeps the rest: decisions, doubts, what to ask next.',
  emptyWhere: 'Memos are written beside documents, participants, codes and passages (press M on a passage), and all of them are found here.',
  exportTitle: '{{study}}: Memos', written: 'Written', changed: 'Changed',
};
