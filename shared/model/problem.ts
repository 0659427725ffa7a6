/** Everything that can go wrong for a person. What it says and what to do stands in shared/words under `problem.<code>`. */
export const problemCodes = [
  'bad-input', 'not-found', 'no-such-file', 'file-exists', 'cannot-write', 'file-gone', 'disk-full', 'read-only',
  'not-a-study', 'newer-study', 'newer-snapshot', 'codebook-in-use', 'damaged-study', 'foreign-study', 'study-in-use', 'old-node', 'no-browser-build',
  'empty-file', 'too-big', 'unknown-format', 'not-text', 'unknown-encoding', 'broken-text', 'damaged-file', 'broken-xml', 'no-project-inside', 'password-protected', 'nothing-inside', 'reading-too-long',
  'no-surveys', 'no-such-survey', 'no-such-question', 'survey-no-questions', 'survey-sheet-gone', 'question-is-groups', 'question-of-columns', 'answers-alike',
  'sheet-empty', 'sheet-column-missing', 'sheet-column-twice', 'sheet-broken', 'rows-refused', 'sheet-cell', 'sheet-row-twice', 'quote-not-found', 'no-such-facet', 'rating-not-whole', 'same-file-twice',
  'name-taken', 'code-into-itself', 'code-is-rated', 'code-has-parties', 'code-is-party', 'merge-with-itself', 'merge-other-facet', 'merge-into-below', 'text-has-changed', 'span-outside', 'nothing-selected', 'not-a-choice', 'rating-outside-scale', 'rating-not-here', 'party-not-here', 'ambiguous-code',
  'passages-without-place', 'no-turn-here', 'no-turn-beside', 'turn-not-split',
  'cells-refused', 'not-a-number', 'not-a-date', 'not-a-role', 'name-needed', 'value-too-long', 'no-such-participant', 'referral-circle', 'outside-grid',
  'no-such-attribute', 'no-such-code', 'no-such-group', 'no-such-document', 'no-such-rows', 'axes-not-crossed', 'table-too-large', 'no-such-version', 'nothing-to-export',
  'search-expression', 'search-too-long', 'nothing-found', 'no-such-person', 'no-such-query', 'no-such-statistic', 'statistic-input', 'no-such-dimension', 'same-dimension-twice', 'no-such-set', 'no-range', 'not-a-word',
  'disagreement-changed', 'no-such-coder',
  'no-such-exhibit', 'no-such-report', 'no-such-picture', 'no-bitmap',
  'not-here-yet', 'merge-undecided', 'codebook-undecided', 'copy-is-itself', 'copy-of-another', 'package-of-package',
  'no-study-open', 'nothing-to-undo', 'nothing-to-redo', 'cancelled', 'connection-lost', 'port-taken', 'not-let-in', 'no-such-operation', 'program-fault',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
export type ProblemValues = Readonly<Record<string, string | number>>;

/**
 * An error meant for a person: a code, and values that fill its words (a file's name, a row's number; never interview text).
 * Anything else that is thrown is a fault of the program.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly values: ProblemValues;
  constructor(code: ProblemCode, values: ProblemValues = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.values = values;
  }
}
/** A Problem as it crosses a door between processes. */
export interface ProblemRecord { readonly problem: ProblemCode; readonly values: ProblemValues }
export const problemRecord = ({ code, values }: Problem): ProblemRecord => ({ problem: code, values });
export const isProblemRecord = (value: unknown): value is ProblemRecord =>
  typeof value === 'object' && value !== null && 'problem' in value && problemCodes.includes(value.problem as ProblemCode);

/** Something in a study that is not as it should be. Its words stand in shared/words under `finding.<code>`. */
export const findingCodes = ['damaged-pages', 'dangling-reference', 'text-differs', 'original-differs', 'span-outside-text', 'span-splits-character', 'turns-overlap', 'memo-about-nothing', 'register-astray'] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something worth saying about a file that could be read. Its words stand in shared/words under `note.<code>`. */
export const noteCodes = ['encoding-guessed', 'no-speakers', 'times-backwards', 'broken-characters', 'nul-characters', 'tracked-deletions', 'hidden-text', 'pictures-left-out', 'times-clock', 'one-speaker', 'footnotes-left-out', 'comments-left-out', 'parts-left-out'] as const;
export type NoteCode = (typeof noteCodes)[number];
