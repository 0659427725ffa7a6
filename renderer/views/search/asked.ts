import type { InputOf } from '../../../electron/ops/index.ts';

export type SearchIn = NonNullable<InputOf<'search.find'>['in']>;
/** A search as the person left it: kept while the window is open. */
export interface SearchAsked {
  /** The study that it was made in: another one is searched anew. */
  readonly study: string | null;
  readonly typed: string;
  readonly in: SearchIn;
  readonly regex: boolean;
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
  readonly speakers: 'interviewees' | 'all';
  /** Only in these documents; none: in all. */
  readonly documents: readonly number[];
  /** An attribute and a value of it. */
  readonly group: { readonly attribute: number; readonly value: string } | null;
  /** Hits that were picked, as `pickOf` names them. */
  readonly picked: readonly string[];
  readonly extent: NonNullable<InputOf<'search.code'>['extent']>;
}
export const nothingAsked: SearchAsked = { study: null, typed: '', in: 'documents', regex: false, wholeWord: false, matchCase: false, speakers: 'all', documents: [], group: null, picked: [], extent: 'hit' };

export const pickOf = ({ of, start }: { of: number; start: number }): string => `${of}/${start}`;
export const onlyOf = (picked: readonly string[]) => picked.map((pick) => {
  const [document, start] = pick.split('/').map(Number);
  return { document: document!, start: start! };
});

/** What the core is asked for; null while nothing was typed. */
export function searchOf({ typed, regex, wholeWord, matchCase, speakers, documents, group }: SearchAsked): InputOf<'search.code'>['search'] | null {
  if (typed === '') return null;
  return { text: typed, regex, wholeWord, matchCase, speakers, ...(documents.length === 0 ? {} : { documents: [...documents] }), ...(group ? { group } : {}) };
}
