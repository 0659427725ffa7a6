import type { LikenessReason } from '../../model/codeLikeness.ts';
import type { BookChoice, BookItemKind } from '../../model/codebookMerge.ts';

/** Bringing codebooks together. */
export const problemBooks = {
  'codebook-undecided': { what: '{{count}} things in “{{file}}” are otherwise than here, and nobody has said which holds.', way: 'Decide each of them, or say whose holds for all; the codebook is as it was.' },
  'copy-is-itself': { what: '“{{file}}” is the study itself.', way: 'Choose copies of it.' },
  'copy-of-another': { what: '“{{file}}” is no copy of this study, but another one.', way: 'Open that study and merge this codebook into it: there it is shown what would change.' },
} as const;
export const doneBooks = { merge_one: 'merge the codebook of ‘{{file}}’ (one code)', merge_other: 'merge the codebook of ‘{{file}}’ ({{number}} codes)' } as const;
export const cliBooks = {
  merged: 'Codes: {{added}} new, {{changed}} changed, {{gone}} gone, {{merged}} merged.', pushed: '{{file}}: {{added}} codes new, {{changed}} changed, {{gone}} gone.', kept: 'Kept in {{file}}, for something hangs on them: {{list}}.',
  pushFailed: '{{file}}: {{why}}', nothing: 'Nothing to bring in: both codebooks say the same.', undecided_one: 'One difference has to be decided.', undecided_other: '{{number}} differences have to be decided.', 
} as const;
export const books = {
  title: 'Merge codebooks', firstTitle: 'Bring codebooks together.', firstText: 'Put other codebooks beside this one: of a copy or another study, of another program (.qdc, .qdpx), or a table (CSV, Excel). You see what is new there, gone, renamed, moved or defined otherwise, and which codes may be one. Nothing is written before you merge, and no coding is lost.',
  choose: 'Choose codebooks…', chooseCopies: 'Choose copies of the study', add: 'Add a codebook…', drop: 'Take “{{file}}” out', list: 'Other codebooks',
  begun: 'Begun', begunHint: 'What you decided is kept. Choose the same files again to go on.', begunCount_one: 'One decision', begunCount_other: '{{number}} decisions', forget: 'Forget what was decided about {{file}}',
  notYet: 'Nothing is written until you merge. No coding is lost: a code that is used stays.', same_one: 'one the same', same_other: '{{number}} the same', onlyHere_one: 'one only here', onlyHere_other: '{{number}} only here',
  side: 'What is otherwise', differences: 'Differences', none: 'All say the same. There is nothing to merge.', empty: 'There are no codes in it.', kindOf: 'Kind', allKinds: 'All kinds', onlyOpen: 'Only undecided ({{open}})', groupAsks: 'To decide',
  place: '{{place}} of {{of}}', before: 'The one before', next: 'The next one', whose: 'Whose holds', inFile: 'in {{file}}', fromFile: 'From {{file}}',
  keys: 'J and K walk, 1 2 3 decide, with Shift for all of the kind; N goes to the next undecided, Backspace takes a decision back.', keysAlike: 'Arrows left and right go through the codes that it may be.',
  facetTop: 'top of {{facet}}', afterwards: 'After the merge', tree: 'The codebook afterwards', codingsThere: 'There: {{file}}', shown: 'Change', onlyChanged: 'Only what changes', nothingChanges: 'Nothing changes.', counted: '{{before}} → {{after}}',
  candidates: 'It may be one of these', otherFacet: 'in another facet: {{facet}}', taken: 'is one with another code of theirs already', places_one: 'one shared place', places_other: '{{number}} shared places', signs_one: 'one sign differs', signs_other: '{{number}} signs differ', covered: '{{share}} of the words covered by either', codingsOurs_one: 'one coding here', codingsOurs_other: '{{number}} codings here', codingsTheirs_one: 'one coding there', codingsTheirs_other: '{{number}} codings there', noDefinition: 'Not defined.',
  count: { new: 'new', changed: 'changed', gone: 'go', merged: 'merged', alike: 'may be one', asks: 'To decide' },
  left_one: 'One decision is left.', left_other: '{{number}} decisions are left.', doubtful_one: 'One possible synonym is undecided and stays two codes.', doubtful_other: '{{number}} possible synonyms are undecided and stay two codes each.', ready: 'The merge is one step in the history and can be undone as one.',
  run: 'Merge the codebooks', restMine: 'Keep ours in the rest', restTheirs: 'Take theirs in the rest', reading: 'Reading the codebooks…', running: 'Merging…', wholly: 'Theirs holds in everything', whollyHint: 'What it has no more goes, unless something hangs on it.', allOfKind_one: 'And one more of this kind that is undecided:', allOfKind_other: 'And {{number}} more of this kind that are undecided:', merged: 'The codebooks are merged: {{added}} new, {{changed}} changed.',
  choice: { mine: 'Keep ours', theirs: 'Take theirs', both: 'Keep both', same: 'One code', alias: 'Only an alias', apart: 'Two codes' } satisfies Record<BookChoice, string>,
  choiceOf: { added: { mine: 'Leave it out', theirs: 'Take it in' }, goneHere: { mine: 'Leave it out', theirs: 'Bring it back' }, gone: { mine: 'Keep it', theirs: 'Remove it' }, merged: { mine: 'Keep both codes', theirs: 'Merge here too' } },
  outcome: {
    alike: { same: 'Definitions come together; their name becomes an alias of ours.', alias: 'Ours takes their name as an alias, and nothing else.', apart: 'Theirs comes in as a code of its own.' },
    added: { mine: 'It does not come, nor what stands below it.', theirs: 'It comes in as a new code, without codings.' }, goneHere: { mine: 'It stays removed here.', theirs: 'It comes back, without codings.' },
    gone: { mine: 'It stays, with all that hangs on it.', theirs: 'Nothing hangs on it here.' }, merged: { mine: 'They stay two codes here.', theirs: 'Codings go over to the other code; none is lost.' },
    renamed: { mine: 'Our name stays.', theirs: 'The code is called as theirs.', both: 'Our name stays, theirs becomes an alias.' }, redefined: { mine: 'Our words stay.', theirs: 'Their words take the place of ours.', both: 'Lines of both, ours before theirs.' },
    moved: { mine: 'It stays where it is.', theirs: 'It goes where theirs stands.' }, scale: { mine: 'Our steps stay.', theirs: 'Their steps take their place.' }, aliases: { mine: 'The other names stay as they are here.', theirs: 'Other names come and go as there.' },
    used: 'Something hangs on it here, so it stays.', bound: 'It stays in its facet: its codings are rated, or name a party.',
  },
  since: 'The same until {{when}} ({{who}})', sinceFile: 'Taken in before', sinceStart: 'A copy of this study', noBase: 'No common beginning is known', codes_one: 'one code', codes_other: '{{number}} codes', ours: 'Here', base: 'Before', theirs: 'There', nothingThere: 'nothing', code: 'Code', codingsBefore: 'Codings before', codingsAfter: 'after', codingsBeforeAfter: 'Codings', notThere: 'not there',
  pushTitle: 'Give this codebook to copies of the study', pushText: 'Each copy gets the codebook as it is here: what is new comes, what changed changes, what went goes, unless something hangs on it there. Codings of the copy all stay. In each copy it is one step that can be undone.', copies: 'Copies', addCopy: 'Add a copy…',
  pushReading: 'Reading the copies…', pushNothing: 'There is nothing to give to these copies.', pushReady: 'Nothing is written yet.', pushing: 'Giving the codebook…', pushDone: 'Done. What each copy answered stands above.', pushLeave: 'Close', push_one: 'Give it to one copy', push_other: 'Give it to {{number}} copies', pushSame: 'Has this codebook already', pushCodings_one: 'its one coding stays', pushCodings_other: 'its {{number}} codings stay', saveCopy: 'Save the copy…',
  wouldPush: { added_one: 'One code comes', added_other: '{{number}} codes come', changed_one: 'One code changes', changed_other: '{{number}} codes change', gone_one: 'One code goes', gone_other: '{{number}} codes go', kept_one: 'One code that is gone here stays, for something hangs on it', kept_other: '{{number}} codes that are gone here stay, for something hangs on them' },
  pushed: { added_one: 'One code came', added_other: '{{number}} codes came', changed_one: 'One code changed', changed_other: '{{number}} codes changed', gone_one: 'One code went', gone_other: '{{number}} codes went', kept_one: 'One code that is gone here stayed, for something hangs on it', kept_other: '{{number}} codes that are gone here stayed, for something hangs on them' },
  kind: { alike: 'May be one code', added: 'New there', goneHere: 'Removed here, still there', gone: 'Removed there', merged: 'Merged into another there', renamed: 'Renamed', moved: 'Moved', redefined: 'Described otherwise', scale: 'Another scale', aliases: 'Other names' } satisfies Record<BookItemKind, string>,
  reason: { name: 'The same name, written otherwise', alias: 'One is an alias of the other', words: 'The same words in another order', spelling: 'Spelt almost the same', passages: 'They cover the same passages' } satisfies Record<LikenessReason, string>,
  state: { new: 'new', changed: 'changed', gone: 'goes', merged: 'merged', same: '–' },
} as const;
