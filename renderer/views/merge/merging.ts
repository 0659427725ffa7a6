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

/** Another study that waits to be merged into the open one. It belongs to the window and not to its view: decisions outlast a look elsewhere. */
export interface Merging {
  readonly id: string;
  readonly file: HandedFile;
  readonly decisions: Decisions;
  readonly mapping: Mapping;
  /** What was decided earlier has been looked for. */
  readonly isTakenUp: boolean;
  readonly preview: Preview | null;
  readonly problem: ProblemRecord | null;
  readonly shown: Shown | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
}
export const startMerging = (file: HandedFile): Merging => ({ id: crypto.randomUUID(), file, decisions: {}, mapping: {}, isTakenUp: false, preview: null, problem: null, shown: null, progress: null });

/** Asks for the file of another study and shows what merging it would bring. */
export async function chooseOther(core: Core, session: SessionStore): Promise<void> {
  const [file] = await core.bridge.pickFiles('study');
  if (file) session.set({ view: 'merge', merging: startMerging(file) });
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
/** The undecided differences of the same kind, and this one. */
export const sameKind = (conflicts: readonly Conflict[], { key, kind }: Pick<Conflict, 'key' | 'kind'>): readonly Conflict[] => conflicts.filter((each) => each.key === key || (each.kind === kind && each.decision === null));
/** Which differences the list is narrowed to. */
export interface Narrowed { readonly kind: MergeConflictKind | null; readonly onlyOpen: boolean }
/** The one at hand stays in sight, decided or not. */
export const narrow = (conflicts: readonly Conflict[], { kind, onlyOpen }: Narrowed, at: string | null): readonly Conflict[] => conflicts.filter((each) => each.key === at || ((kind === null || each.kind === kind) && (!onlyOpen || each.decision === null)));

/** The choices in the order of their keys: each stands below what it keeps. */
export const choiceKeys: readonly (readonly [string, MergeChoice])[] = [['1', 'mine'], ['2', 'both'], ['3', 'theirs']];
/** How many records come in, change and go. */
export const totals = (counts: Preview['counts']) => counts.reduce((sum, { added, changed, removed }) => ({ added: sum.added + added, changed: sum.changed + changed, removed: sum.removed + removed }), { added: 0, changed: 0, removed: 0 });
