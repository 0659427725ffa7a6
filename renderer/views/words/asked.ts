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
  /** Only in these documents; in all where empty. */
  readonly documents: readonly number[];
  /** English words by their base form. */
  readonly base: boolean;
  readonly stops: NonNullable<InputOf<'words.table'>['stops']>;
  readonly least: number;
  readonly find: string;
  readonly measure: Measure;
  /** How p values of keyness are corrected for the number of words. */
  readonly adjust: NonNullable<InputOf<'words.table'>['adjust']>;
  /** Rows stand by the alphabet instead of by what is shown. */
  readonly alphabet: boolean;
  /** The key of the column that rows are sorted by; undefined for all of them together. */
  readonly column: string | null | undefined;
  readonly limit: number;
  /** The word whose lines are shown, in all groups or in the column of a key. */
  readonly word: { readonly key: string; readonly word: string; readonly column: string | null | undefined; /** This form alone, where words are counted by their base form. */ readonly isForm?: boolean } | null;
  readonly sort: NonNullable<InputOf<'words.kwic'>['sort']>;
}
/** Words that are drawn at once. */
export const firstRows = 100;
export const noWordsAsked: WordsAsked = { study: null, by: null, speakers: 'interviewees', within: '', documents: [], base: false, stops: 'all', least: 2, find: '', measure: 'count', adjust: 'BH', alphabet: false, column: undefined, limit: firstRows, word: null, sort: 'text' };

export const corrections = [{ id: 'BH', name: 'words.adjustBH' }, { id: 'holm', name: 'words.adjustHolm' }, { id: 'none', name: 'words.adjustNone' }] as const;

/** What is counted, for both the table and the lines. */
export function countedOf({ speakers, within, documents, base }: WordsAsked, by: string, seen: { readonly coder?: number }) {
  const [kind, name] = [within.slice(0, within.indexOf(':')), within.slice(within.indexOf(':') + 1)];
  return { ...(by === '' ? {} : { by }), speakers, ...(documents.length === 0 ? {} : { documents: [...documents] }), ...(base ? { base } : {}), ...(kind === 'code' ? { within: { code: name }, ...seen } : kind === 'saved' ? { within: { saved: name }, ...seen } : {}) };
}

/** A saved table of words as it is asked for here; null where this view cannot show it (a query of its own, another program's). */
export function fromSaved(kind: string, asked: unknown, known: readonly { readonly id: number; readonly uuid: string }[]): Partial<WordsAsked> | null {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return null;
  const { by = '', speakers = 'interviewees', within = {}, stops = 'all', least = 1, find = '', sort = 'count', column, documents = [], base = false, adjust = 'BH' } = asked as Record<string, unknown>;
  const place = within as { readonly code?: string; readonly saved?: string; readonly query?: unknown };
  if (typeof by !== 'string' || place.query !== undefined || !Array.isArray(documents)) return null;
  // Where a document is gone, the others alone would be another question.
  const chosen = (documents as readonly (number | { readonly uuid?: string })[]).map((each) => (typeof each === 'number' ? each : known.find(({ uuid }) => uuid === each.uuid)?.id));
  if (chosen.includes(undefined)) return null;
  return {
    by, speakers: speakers === 'all' ? 'all' : 'interviewees', within: place.code === undefined ? (place.saved === undefined ? '' : `saved:${place.saved}`) : `code:${place.code}`,
    documents: chosen as number[], base: base === true, stops: stops === 'own' || stops === 'none' ? stops : 'all', least: typeof least === 'number' ? least : 1, find: typeof find === 'string' ? find : '',
    adjust: adjust === 'holm' || adjust === 'none' ? adjust : 'BH', measure: kind === 'keyness' ? 'keyness' : sort === 'tfidf' ? 'tfidf' : 'count', alphabet: sort === 'word', column: typeof column === 'string' || column === null ? column : undefined, word: null, limit: firstRows,
  };
}
