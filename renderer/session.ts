import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ProblemRecord } from '../shared/model/problem.ts';
import type { Facet } from '../shared/model/schema.ts';
import type { Span } from '../shared/model/span.ts';
import type { Importing } from './views/import/importing.ts';
import { noAgreementAsked, type AgreementWish } from './views/agreement/asked.ts';
import { everyCode, type CodebookAsked } from './views/codebook/filter.ts';
import { nothingAsked as noConflictsAsked, type ConflictsAsked } from './views/conflicts/asked.ts';
import { noReportAsked, type ReportAsked } from './views/report/asked.ts';
import type { BookPush, BooksAtHand } from './views/books/asked.ts';
import type { Merging } from './views/merge/merging.ts';
import type { Replacing } from './views/replace/replacing.ts';
import { nothingAsked as noMemosAsked, type MemosAsked } from './views/memos/asked.ts';
import { noQuery, type QueryAsked } from './views/query/asked.ts';
import { gridsAsTheyAre, type GridAsked } from './views/participants/asked.ts';
import { nobodyRated, type StakeholdersAsked } from './views/stakeholders/asked.ts';
import { nothingAsked, type SearchAsked } from './views/search/asked.ts';
import { noSurveyAsked, type SurveyAsked } from './views/survey/asked.ts';
import { noTable, type CellAsked, type TablesAsked } from './views/tables/asked.ts';
import { noWordsAsked, type WordsAsked } from './views/words/asked.ts';

export type ViewName = 'code' | 'agreement' | 'tables' | 'conflicts' | 'stakeholders' | 'words' | 'survey' | 'participants' | 'search' | 'memos' | 'report' | 'merge' | 'books' | 'import' | 'replace';
/** What the participants' view shows. */
export type PeopleTab = 'people' | 'documents' | 'speakers' | 'referrals';
/** What the right pane is about. */
export type Aside = { readonly kind: 'passage' } | { readonly kind: 'passages' } | { readonly kind: 'participant'; readonly id: number } | { readonly kind: 'code'; readonly id: number } | { readonly kind: 'codes'; readonly ids: readonly number[] } | { readonly kind: 'document'; readonly id: number };

/** The passage whose coding gets another code; the coding that is asked about first, null for the first of all. */
export interface Recoding { readonly passage: number; readonly coding: number | null }

/** What is open and selected in this window. Never written to the study. */
export interface Session {
  readonly view: ViewName;
  readonly document: number | null;
  /** The selected text of the document, UTF-16 units; null for a mere caret. */
  readonly selection: Span | null;
  /** The passage at hand. */
  readonly passage: number | null;
  /** The place to bring into sight, with a number that makes each wish a new one. */
  readonly goto: (Span & { readonly wish: number; /** Only into sight: whoever works beside the text keeps the focus. */ readonly quiet?: true }) | null;
  readonly editing: boolean;
  /** The person wants to go on in the transcript: the focus goes there, once. */
  readonly readingWanted: boolean;
  readonly aside: Aside | null;
  /** The code whose passages are lit up. */
  readonly litCode: number | null;
  /** What one coder has coded and another has not, at the disagreement at hand. */
  readonly differing: readonly Span[];
  /** The code under the pointer, in the margin or in the codebook. */
  readonly pointedCode: number | null;
  /** Coders whose codings show: the first in the margin, the second mirrored. Null: whoever coded most here. */
  readonly coders: readonly number[] | null;
  readonly importing: Importing | null;
  /** A corrected version that waits to take a document's place. */
  readonly replacing: Replacing | null;
  /** Another study that waits to be merged into this one. */
  readonly merging: Merging | null;
  /** Other codebooks that wait to be merged into this one. */
  readonly books: BooksAtHand | null;
  /** Copies of the study that this codebook is to be given to. */
  readonly pushing: BookPush | null;
  /** A merge that was carried out and is looked at, by its entry in the history. */
  readonly mergeRead: number | null;
  /** The entry that the history is opened at; null for its end. */
  readonly historyAt: number | null;
  readonly tables: TablesAsked;
  readonly cell: CellAsked | null;
  readonly survey: SurveyAsked;
  readonly stakeholders: StakeholdersAsked;
  readonly agreement: AgreementWish;
  /** Whether analyses count what coders coded, or what the team agreed on. */
  readonly layer: 'people' | 'consensus';
  readonly conflicts: ConflictsAsked;
  readonly peopleTab: PeopleTab;
  readonly grids: Readonly<Record<'participants' | 'documents', GridAsked>>;
  readonly memos: MemosAsked;
  readonly search: SearchAsked;
  readonly report: ReportAsked;
  readonly words: WordsAsked;
  /** Whether the search view looks for words or asks a query. */
  readonly searchMode: 'text' | 'query';
  readonly query: QueryAsked;
  /** The person wants to search: the focus goes there, with each new number. */
  readonly searchWish: number;
  readonly open: 'together' | 'textHistory' | 'exportCodebook' | 'exportProject' | 'newSet' | 'versions' | 'commands' | 'shortcuts' | 'about' | 'export' | 'studies' | 'newStudy' | 'history' | 'coder' | null;
  /** What the codebook is narrowed to. */
  readonly codebook: CodebookAsked;
  /** The codebook is laid out for the printer. */
  readonly printing: boolean;
  /** The place in the document whose speaker is asked for. */
  readonly turnAt: { readonly at: number; /** Whether a turn was split there just now: it may not have been read yet. */ readonly split: boolean } | null;
  /** A coding of this passage is to be given another code; null while none is. */
  readonly recoding: Recoding | null;
  /** When the code palette was opened over the selection (ms); null while it is shut. */
  readonly palette: number | null;
  /** The facet that the palette is to open at; null for the one that the passage lacks first. */
  readonly paletteStep: Facet | null;
  readonly leftShown: boolean;
  readonly rightShown: boolean;
  /** The code whose name is being written in the codebook. */
  readonly renaming: number | null;
  /** The list of passages was asked for: the focus goes there, once. */
  readonly listWanted: boolean;
  /** A memo is to be written on the passage at hand: the focus goes there, once. */
  readonly memoWanted: boolean;
  /** Codes in the order in which they were last applied, newest first. */
  readonly recent: readonly number[];
  /** The codes of the digits 1 to 9; null until something was applied. */
  readonly digits: readonly number[] | null;
  /** The code of each digit as it is now, pinned codes included; null where a digit is free. */
  readonly digitCodes: readonly (number | null)[];
  /** What was put on a passage last, to be repeated on another. */
  readonly repeat: { readonly passage: number; readonly codes: readonly { readonly code: number; readonly rating?: number | null; readonly party?: number | null; readonly counterparty?: number | null }[] } | null;
  /** What was selected before the palette opened: leaving it gives that back. */
  readonly before: Span | null;
  /** Going from passage to passage stops only where a facet of the triple is missing. */
  readonly halfOnly: boolean;
  /** The code that the palette is about to give: the right pane says what it means. */
  readonly offered: number | null;
  /** The core does not answer. */
  readonly lost: boolean;
  /** Something to tell: a Problem, or that something was done. */
  readonly notice: { readonly problem: ProblemRecord } | { readonly said: string; /** What was done can be taken back: its number in the history. */ readonly undo?: number } | null;
}

const atFirst: Session = {
  view: 'code',
  document: null,
  selection: null,
  passage: null,
  goto: null,
  editing: false,
  readingWanted: false,
  aside: null,
  litCode: null,
  differing: [],
  pointedCode: null,
  coders: null,
  importing: null,
  replacing: null,
  merging: null,
  books: null,
  pushing: null,
  mergeRead: null,
  historyAt: null,
  turnAt: null,
  tables: noTable,
  cell: null,
  survey: noSurveyAsked,
  stakeholders: nobodyRated,
  agreement: noAgreementAsked,
  layer: 'people',
  conflicts: noConflictsAsked,
  peopleTab: 'people',
  grids: gridsAsTheyAre,
  memos: noMemosAsked, search: nothingAsked, words: noWordsAsked,
  report: noReportAsked,
  searchMode: 'text', query: noQuery,
  searchWish: 0,
  open: null,
  codebook: everyCode,
  printing: false,
  palette: null, paletteStep: null, recoding: null,
  leftShown: innerWidth > 900,
  rightShown: innerWidth >= 1320,
  renaming: null,
  listWanted: false,
  memoWanted: false,
  recent: [],
  digits: null,
  digitCodes: [],
  repeat: null,
  before: null,
  halfOnly: false,
  offered: null,
  lost: false,
  notice: null,
};

export interface SessionStore {
  get(): Session;
  set(fields: Partial<Session>): void;
  subscribe(listener: () => void): () => void;
}
export function createSession(): SessionStore {
  const listeners = new Set<() => void>();
  let session = atFirst;
  return {
    get: () => session,
    set(fields) {
      session = { ...session, ...fields };
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

export const SessionContext = createContext<SessionStore | null>(null);
export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (!store) throw new Error('no session around this view');
  return store;
}
/** A part of the session that this view shows; it is redrawn when that part changes. */
export function useSession<R>(part: (session: Session) => R): R {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}
