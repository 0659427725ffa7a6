import { z } from 'zod';
import type { HandedFile } from '../../../shared/model/bridge.ts';
import { mergeDecisions, mergeMapping, type MergeChoice, type MergeConflictKind } from '../../../shared/model/merge.ts';
import type { ProblemRecord } from '../../../shared/model/problem.ts';
import type { Core, Outcome } from '../../core/core.ts';
import type { SessionStore } from '../../session.ts';

export type Preview = Outcome<'study.mergePreview'>;
export type Conflict = Preview['conflicts'][number];
export type Decisions = Readonly<Record<string, MergeChoice>>;
export type Mapping = Readonly<Record<string, string | null>>;
/** What the middle shows: a difference by its key, or one of the lists. */
export type Shown = { readonly conflict: string } | 'coming' | 'lost' | 'matches';

export interface Decided { readonly decisions: Decisions; readonly mapping: Mapping }

/** Another study that waits to be merged into the open one. It belongs to the window and not to its view: decisions outlast a look elsewhere. */
export interface Merging {
  readonly id: string;
  readonly file: HandedFile;
  readonly decisions: Decisions;
  readonly mapping: Mapping;
  /** What was decided before each step, the newest first: each can be taken back. */
  readonly past: readonly Decided[];
  /** What was decided earlier has been looked for. */
  readonly isTakenUp: boolean;
  readonly preview: Preview | null;
  /** What the preview was reckoned for; not what is decided by now where that goes on. */
  readonly plannedFor: Decided | null;
  /** How far the reckoning is. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  /** The other file was worked on while one decides. */
  readonly hasChanged: boolean;
  readonly problem: ProblemRecord | null;
  readonly shown: Shown | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
}
export const startMerging = (file: HandedFile): Merging => ({ id: crypto.randomUUID(), file, decisions: {}, mapping: {}, past: [], isTakenUp: false, preview: null, plannedFor: null, reading: null, hasChanged: false, problem: null, shown: null, progress: null });

/** Asks for the file of another study and shows what merging it would bring. */
export async function chooseOther(core: Core, session: SessionStore): Promise<void> {
  const [file] = await core.bridge.pickFiles('study');
  if (file) session.set({ view: 'merge', merging: startMerging(file) });
}

/** Shows what has to be decided about the file of somebody who shares the study. */
export async function decideWith(core: Core, session: SessionStore, file: string): Promise<void> {
  const handed = await core.desk('shared.file', { file });
  session.set({ view: 'merge', merging: startMerging(handed) });
}

/** What was decided and not carried out, as this machine keeps it. */
const begun = z.strictObject({ file: z.string(), from: z.string(), of: z.int().min(0), decisions: mergeDecisions, mapping: mergeMapping });
export type Begun = z.output<typeof begun>;
const prefix = 'merge:';
export const keyOfBegun = (origin: string): string => prefix + origin;
export function readBegun(text: string | undefined): Begun | null {
  if (text === undefined) return null;
  try { return begun.parse(JSON.parse(text)); } catch { return null; }
}
/** All that were begun with this study, by their keys. */
export const allBegun = (kept: Readonly<Record<string, string>> | undefined): readonly (Begun & { readonly key: string })[] => Object.entries(kept ?? {}).flatMap(([key, text]) => {
  const found = key.startsWith(prefix) ? readBegun(text) : null;
  return found ? [{ ...found, key }] : [];
});

/** The differences with what was decided since they were read. */
export const withDecisions = (conflicts: readonly Conflict[], decisions: Decisions): readonly Conflict[] => conflicts.map((conflict) => ({ ...conflict, decision: decisions[conflict.key] ?? null }));
/** The next that is open, from one on and round again; null where all are decided. */
export function nextOpen(conflicts: readonly Conflict[], from: string | null): Conflict | null {
  const at = conflicts.findIndex(({ key }) => key === from);
  return [...conflicts.slice(at + 1), ...conflicts.slice(0, Math.max(0, at))].find(({ decision, key }) => decision === null && key !== from) ?? null;
}
/** What may be decided in one go: all of a kind, in one document, by one coder (of theirs), or all. */
export const scopes = ['kind', 'document', 'coder', 'all'] as const;
export type Scope = (typeof scopes)[number];
const coderOf = ({ by }: Conflict): string | null => by.theirs?.who || null;
const belongs: Readonly<Record<Scope, (one: Conflict, other: Conflict) => boolean>> = {
  kind: (one, other) => one.kind === other.kind,
  document: (one, other) => one.document !== null && one.document === other.document,
  coder: (one, other) => coderOf(one) !== null && coderOf(one) === coderOf(other),
  all: () => true,
};
/** The undecided differences that belong with this one, and this one. */
export const together = (conflicts: readonly Conflict[], at: Conflict, scope: Scope): readonly Conflict[] => conflicts.filter((each) => each.key === at.key || (each.decision === null && belongs[scope](at, each)));
/** Those of several for which this may be chosen, by key. */
export const takeIn = (conflicts: readonly Conflict[], choice: MergeChoice): readonly string[] => conflicts.filter(({ choices }) => choices.includes(choice)).map(({ key }) => key);
/** What the list can be narrowed by, with how many there are of each; the most first, kinds in their order. */
export function narrowings(conflicts: readonly Conflict[]) {
  const counted = (of: (conflict: Conflict) => string | null) => [...Map.groupBy(conflicts.filter((each) => of(each) !== null), of)].map(([id, all]) => ({ id: id!, count: all.length })).toSorted((a, b) => b.count - a.count);
  return { document: counted(({ document }) => document), coder: counted(coderOf) };
}
/** Which differences the list is narrowed to. */
export interface Narrowed { readonly kind: MergeConflictKind | null; readonly document: string | null; readonly coder: string | null; readonly onlyOpen: boolean }
export const notNarrowed: Narrowed = { kind: null, document: null, coder: null, onlyOpen: false };
/** The one at hand stays in sight, decided or not. */
export const narrow = (conflicts: readonly Conflict[], { kind, document, coder, onlyOpen }: Narrowed, at: string | null): readonly Conflict[] => conflicts.filter((each) => each.key === at
  || ((kind === null || each.kind === kind) && (document === null || each.document === document) && (coder === null || coderOf(each) === coder) && (!onlyOpen || each.decision === null)));

/** The choices in the order of their keys: each stands below what it keeps. */
export const choiceKeys: readonly (readonly [string, MergeChoice])[] = [['1', 'mine'], ['2', 'both'], ['3', 'theirs']];
/** How many records come in, change and go. */
export const totals = (counts: Preview['counts']) => counts.reduce((sum, { added, changed, removed }) => ({ added: sum.added + added, changed: sum.changed + changed, removed: sum.removed + removed }), { added: 0, changed: 0, removed: 0 });
