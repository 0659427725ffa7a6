import { z } from 'zod';
import type { Reader, TrailEntry } from './operation.ts';

/** What the journal keeps of a merge, by UUIDs: how far each study knows the other, and which of their records are one. */
export const mergeRecord = z.object({
  /** What the other study was called, and its file. */
  from: z.string(), file: z.string(),
  /** The other's last entry when it was taken in, and those that it had itself taken in from others. */
  head: z.string(), known: z.array(z.string()),
  /** Records that came apart and are one: theirs, then ours. */
  joined: z.array(z.tuple([z.string(), z.string()])),
});
export type MergeRecord = z.infer<typeof mergeRecord>;
/** The operation that writes it. */
export const mergeOperation = 'study.merge';

/** What two studies have in common. */
export interface Ground {
  /** Copies of one study, or studies that began apart. */
  readonly relation: 'copies' | 'apart';
  /** The last entry of each journal that the other study knows; 0 for none. What was done since is what the merge brings together. */
  readonly ours: number;
  readonly theirs: number;
  /** The last entry of ours that both journals have; 0 for none. */
  readonly parted: number;
  /** Whether theirs took in what ours did after that. */
  readonly theyKnow: boolean;
  /** Both journals. */
  readonly trails: { readonly ours: readonly TrailEntry[]; readonly theirs: readonly TrailEntry[] };
  /** Who did the last entry that ours knows of theirs, and when (ms); null for none. */
  readonly last: Pick<TrailEntry, 'who' | 'at'> | null;
  /** Tells the other study from other copies of the same one, and stays as it is worked on: its first entry that ours never had, else its UUID. */
  readonly origin: string;
  /** All UUIDs of a record that came apart and was joined, its own among them. */
  sameAs(uuid: string): readonly string[];
  /** Entries that ours will know after the merge. */
  readonly known: readonly string[];
}

/** What was asked of an operation, each time that it was done and is not taken back. */
export function standing(project: Reader, wanted: string, trail = project.trail()): unknown[] {
  const rootOf = new Map<number, number>();
  const live = new Set<number>();
  for (const { seq, kind, operation, reverts } of trail) {
    if (operation !== wanted) continue;
    const root = kind === 'do' ? seq : rootOf.get(reverts ?? 0) ?? seq;
    rootOf.set(seq, root);
    if (kind === 'undo') live.delete(root);
    else live.add(root);
  }
  return [...live].map((seq) => project.inputOf(seq));
}
/** The merges of a study that are not taken back. */
export const mergesOf = (project: Reader, trail = project.trail()): MergeRecord[] => standing(project, mergeOperation, trail).flatMap((input) => { const record = mergeRecord.safeParse(input); return record.success ? [record.data] : []; });

const handedOut = z.object({ entry: z.string() });
/** Entries of other journals that a study has taken in, or handed out. */
function knownTo(project: Reader, merges: readonly MergeRecord[]): Set<string> {
  const from = handedOut.safeParse(project.all('project')[0]?.handedOut);
  return new Set([...merges.flatMap(({ head, known }) => [head, ...known]), ...project.all('handOuts').map((each) => each.package), ...(from.success ? [from.data.entry] : [])].filter((uuid) => uuid !== ''));
}
/**
 * A merge that was taken back is for its own study alone: it takes nothing from those whose work it had brought. Where the other study knows of the merge and not of that, what
 * was done is told from before it on: then both fall out. Answers with the entry (`seq`) before the first such merge, else with `known`.
 */
function beforeTakenBack(trail: readonly TrailEntry[], known: number): number {
  const rootOf = new Map<number, number>();
  const holds = new Map<number, { before: boolean; now: boolean }>();
  for (const { seq, kind, operation, reverts } of trail) {
    if (operation !== mergeOperation) continue;
    const root = kind === 'do' ? seq : rootOf.get(reverts ?? 0) ?? seq;
    rootOf.set(seq, root);
    const now = kind !== 'undo';
    holds.set(root, { before: seq <= known ? now : holds.get(root)?.before ?? false, now });
  }
  const first = [...holds].find(([, { before, now }]) => before && !now);
  return first ? Math.min(known, first[0] - 1) : known;
}
const lastKnown = (trail: readonly TrailEntry[], shared: number, known: ReadonlySet<string>): number => Math.max(shared, trail.findLast(({ uuid }) => known.has(uuid))?.seq ?? 0);

export function groundOf(ours: Reader, theirs: Reader): Ground {
  const [mine, other] = [ours.trail(), theirs.trail()];
  let shared = 0;
  while (shared < mine.length && shared < other.length && mine[shared]!.uuid === other[shared]!.uuid) shared++;
  const sharedSeq = shared === 0 ? 0 : mine[shared - 1]!.seq;
  const [ourMerges, theirMerges] = [mergesOf(ours, mine), mergesOf(theirs, other)];
  const [weKnow, theyKnow] = [knownTo(ours, ourMerges), knownTo(theirs, theirMerges)];
  const theirSeq = lastKnown(other, sharedSeq, weKnow);
  const sameProject = ours.all('project')[0]?.uuid === theirs.all('project')[0]?.uuid;
  const ourSeq = beforeTakenBack(mine, lastKnown(mine, sharedSeq, theyKnow));
  return {
    parted: sharedSeq, theyKnow: ourSeq > sharedSeq,
    relation: sameProject || theirSeq > 0 ? 'copies' : 'apart',
    trails: { ours: mine, theirs: other },
    ours: ourSeq, theirs: beforeTakenBack(other, theirSeq), last: other.find(({ seq }) => seq === theirSeq) ?? null,
    origin: other[shared]?.uuid ?? theirs.all('project')[0]?.uuid ?? '',
    sameAs: joins([...ourMerges, ...theirMerges].flatMap(({ joined }) => joined)),
    known: [...new Set([...theyKnow, ...theirMerges.flatMap(({ known }) => known)])],
  };
}

function joins(pairs: readonly (readonly [string, string])[]): (uuid: string) => readonly string[] {
  const together = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    const all = new Set([...(together.get(one) ?? [one]), ...(together.get(other) ?? [other])]);
    for (const uuid of all) together.set(uuid, all);
  }
  return (uuid) => [...(together.get(uuid) ?? [uuid])];
}
