import type { InputOf } from '../../../electron/ops/index.ts';

/** What a cell can show, what that is called, and what stands under the table about it. */
export const measures = [
  { id: 'count', name: 'words.count' }, { id: 'rate', name: 'words.rate' }, { id: 'keyness', name: 'words.keyness' }, { id: 'tfidf', name: 'words.tfidf' },
] as const;
export type Measure = (typeof measures)[number]['id'];
/** What lines can be sorted by. */
export const lineOrders = [{ id: 'text', name: 'words.text' }, { id: 'left', name: 'words.left' }, { id: 'right', name: 'words.right' }] as const;
/** Words as the person left them: kept while the window is open. */
export interface WordsAsked {
  /** The study that it was asked of: another one is asked anew. */
  readonly study: string | null;
  /** '' for no groups; null for what is usual in the study. */
  readonly by: string | null;
  readonly speakers: 'interviewees' | 'all';
  /** '', 'code:<path>' or 'saved:<name of a query>'. */
  readonly within: string;
  readonly stops: NonNullable<InputOf<'words.table'>['stops']>;
  readonly least: number;
  readonly find: string;
  readonly measure: Measure;
  /** Rows stand by the alphabet instead of by what is shown. */
  readonly alphabet: boolean;
  /** The key of the column that rows are sorted by; undefined for all of them together. */
  readonly column: string | null | undefined;
  readonly limit: number;
  /** The word whose lines are shown, in all groups or in the column of a key. */
  readonly word: { readonly key: string; readonly word: string; readonly column: string | null | undefined } | null;
  readonly sort: NonNullable<InputOf<'words.kwic'>['sort']>;
}
/** Words that are drawn at once. */
export const firstRows = 100;
export const noWordsAsked: WordsAsked = { study: null, by: null, speakers: 'interviewees', within: '', stops: 'all', least: 2, find: '', measure: 'count', alphabet: false, column: undefined, limit: firstRows, word: null, sort: 'text' };

/** What is counted, for both the table and the lines. */
export function countedOf({ speakers, within }: WordsAsked, by: string, seen: { readonly coder?: number }) {
  const [kind, name] = [within.slice(0, within.indexOf(':')), within.slice(within.indexOf(':') + 1)];
  return { ...(by === '' ? {} : { by }), speakers, ...(kind === 'code' ? { within: { code: name }, ...seen } : kind === 'saved' ? { within: { saved: name }, ...seen } : {}) };
}
