import { z } from 'zod';
import type { HandedFile } from '../../../shared/model/bridge.ts';
import { bookDecisions, bookItemKinds, type BookChoice, type BookItem, type BookItemKind } from '../../../shared/model/codebookMerge.ts';
import type { ProblemRecord } from '../../../shared/model/problem.ts';
import type { PushedBook } from '../../../shared/model/pushedBook.ts';
import type { Core, Outcome } from '../../core/core.ts';
import type { SessionStore } from '../../session.ts';

export type Compared = Outcome<'codebook.compare'>;
export type Decisions = Readonly<Record<string, BookChoice>>;
/** What the middle shows: a difference by its name, or the codebook as it will be. */
export type Shown = { readonly item: string } | 'tree';

/** Other codebooks that wait to be merged into this one. They belong to the window and not to its view: decisions outlast a look elsewhere. */
export interface BooksAtHand {
  readonly id: string;
  readonly files: readonly HandedFile[];
  readonly decisions: Decisions;
  readonly wholly: boolean;
  /** The codebooks of which it was looked up what was decided earlier. */
  readonly takenUp: readonly string[];
  readonly compared: Compared | null;
  readonly problem: ProblemRecord | null;
  readonly shown: Shown | null;
  readonly isRunning: boolean;
}
export const startBooks = (files: readonly HandedFile[]): BooksAtHand => ({ id: crypto.randomUUID(), files, decisions: {}, wholly: false, takenUp: [], compared: null, problem: null, shown: null, isRunning: false });

/** Copies of the study that the codebook is to be given to, and what it would do, or did, in each. */
export interface BookPush { readonly id: string; readonly files: readonly HandedFile[]; readonly answers: readonly PushedBook[] | null; readonly isDone: boolean }
export const startPush = (files: readonly HandedFile[]): BookPush => ({ id: crypto.randomUUID(), files, answers: null, isDone: false });
/** Asks for copies and shows what giving them the codebook would do. */
export async function chooseCopies(core: Core, session: SessionStore): Promise<void> {
  const files = await core.bridge.pickFiles('copies');
  if (files.length > 0) session.set({ view: 'books', pushing: startPush(files) });
}

/** What was decided about a codebook and not carried out, as this machine keeps it. */
const begun = z.strictObject({ file: z.string(), decisions: bookDecisions });
type Begun = z.output<typeof begun>;
const prefix = 'books:';
export const keyOfBegun = (origin: string): string => prefix + origin;
export function readBegun(text: string | undefined): Begun | null {
  if (text === undefined) return null;
  try { return begun.parse(JSON.parse(text)); } catch { return null; }
}
export const allBegun = (kept: Readonly<Record<string, string>> | undefined): readonly (Begun & { readonly key: string })[] => Object.entries(kept ?? {}).flatMap(([key, text]) => {
  const found = key.startsWith(prefix) ? readBegun(text) : null;
  return found ? [{ ...found, key }] : [];
});

/** Names a difference as long as it is one: which of several codes theirs may be is a matter of the decision. */
export const nameOf = ({ kind, book, their, key }: BookItem): string => (kind === 'alike' ? `alike ${book} ${their}` : key);
/** All keys that a decision about it may have. */
export const keysOf = ({ key, candidates }: BookItem): readonly string[] => [...new Set([key, ...candidates.map((each) => each.key)])];

/** The differences with what was decided since they were read; those that nothing was decided about are the same objects. */
export const withDecisions = (items: readonly BookItem[], decisions: Decisions): readonly BookItem[] => items.map((item) => {
  const meant = item.candidates.find(({ key }) => decisions[key] === 'same' || decisions[key] === 'alias');
  const key = meant?.key ?? item.key;
  const decision = decisions[key] ?? null;
  if (decision === item.decision && key === item.key) return item;
  const about = meant ? { key, uuid: meant.uuid, about: meant.about, ours: meant.about, likeness: meant.grounds[0] ?? null } : {};
  return { ...item, ...about, decision, holds: decision ?? (item.asks ? null : item.kind === 'alike' ? 'apart' : item.holds) };
});
/** Waits for a person: nothing holds by itself, or nobody has said whether it is one code. */
export const isOpen = ({ holds, kind, decision }: BookItem): boolean => holds === null || (kind === 'alike' && decision === null);

/** How the list is divided: first what has to be decided, then what may be one, then the rest kind by kind. */
export type Group = BookItemKind | 'asks';
export const groups: readonly Group[] = ['asks', 'alike', ...bookItemKinds.filter((kind) => kind !== 'alike')];
export const groupOf = ({ asks, kind }: BookItem): Group => (asks ? 'asks' : kind);
export const inGroups = (items: readonly BookItem[]): readonly BookItem[] => groups.flatMap((group) => items.filter((item) => groupOf(item) === group));

/** Which differences the list is narrowed to; the one at hand stays in sight. */
export interface Narrowed { readonly kind: BookItemKind | null; readonly onlyOpen: boolean }
export const narrow = (items: readonly BookItem[], { kind, onlyOpen }: Narrowed, at: string | null): readonly BookItem[] => items.filter((item) => nameOf(item) === at || ((kind === null || item.kind === kind) && (!onlyOpen || isOpen(item))));
/** The next that is open, from one on and round again; null where all are decided. */
export function nextOpen(items: readonly BookItem[], from: string | null): BookItem | null {
  const at = items.findIndex((item) => nameOf(item) === from);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].find((item) => isOpen(item) && nameOf(item) !== from) ?? null;
}
/** The undecided of the same kind, and this one. */
export const sameKind = (items: readonly BookItem[], item: BookItem): readonly BookItem[] => items.filter((each) => each === item || (each.kind === item.kind && groupOf(each) === groupOf(item) && each.decision === null));

/** The choices in the order of their keys: each stands below what it keeps. */
export const choiceKeys = ({ kind }: Pick<BookItem, 'kind'>): readonly (readonly [string, BookChoice])[] => (kind === 'alike' ? [['1', 'same'], ['2', 'alias'], ['3', 'apart']] : [['1', 'mine'], ['2', 'both'], ['3', 'theirs']]);
