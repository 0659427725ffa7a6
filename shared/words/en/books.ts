import type { LikenessReason } from '../../model/codeLikeness.ts';
import type { BookItemKind } from '../../model/codebookMerge.ts';

/** Bringing codebooks together. */
export const problemBooks = {
  'codebook-undecided': { what: '{{count}} things in “{{file}}” are otherwise than here, and nobody has said which holds.', way: 'Decide each of them, or say whose holds for all; the codebook is as it was.' },
} as const;
export const doneBooks = { merge_one: 'merge the codebook of ‘{{file}}’ (one code)', merge_other: 'merge the codebook of ‘{{file}}’ ({{number}} codes)' } as const;
export const cliBooks = {
  merged: 'Codes: {{added}} new, {{changed}} changed, {{gone}} gone, {{merged}} merged.', pushed: '{{file}}: {{added}} codes new, {{changed}} changed, {{gone}} gone.', kept: 'Kept in {{file}}, for something hangs on them: {{list}}.',
  pushFailed: '{{file}}: {{why}}', nothing: 'Nothing to bring in: both codebooks say the same.', undecided_one: 'One difference has to be decided.', undecided_other: '{{number}} differences have to be decided.', ourselves: '{{file}} is the study itself.',
} as const;
export const books = {
  since: 'The same until {{when}} ({{who}})', sinceFile: 'Taken in before', noBase: 'No common beginning is known', codes_one: 'one code', codes_other: '{{number}} codes', ours: 'Here', base: 'Before', theirs: 'There', nothingThere: 'nothing', code: 'Code', codingsBefore: 'Codings before', codingsAfter: 'after',
  kind: { alike: 'May be one code', added: 'New there', goneHere: 'Removed here, still there', gone: 'Removed there', merged: 'Merged into another there', renamed: 'Renamed', moved: 'Moved', redefined: 'Described otherwise', scale: 'Another scale', aliases: 'Other names' } satisfies Record<BookItemKind, string>,
  reason: { name: 'The same name, written otherwise', alias: 'One is an alias of the other', words: 'The same words in another order', spelling: 'Spelt almost the same', passages: 'They cover the same passages' } satisfies Record<LikenessReason, string>,
  state: { new: 'new', changed: 'changed', gone: 'goes', merged: 'merged', same: '–' },
} as const;
