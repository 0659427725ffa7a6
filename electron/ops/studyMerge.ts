import { z } from 'zod';
import { mergeChoices, mergeDecisions, mergeMapping } from '../../shared/model/merge.ts';
import { Problem } from '../../shared/model/problem.ts';
import { noteReturn, returningOf } from './handOuts.ts';
import { codersOf, tellComing } from './mergeComing.ts';
import { matchesOf } from './mergeMapping.ts';
import { placeHere } from './mergePlaces.ts';
import type { MergeAsked, MergePlan } from './mergePlan.ts';
import { keptAuthors, planInSlices, planNow, type Planned } from './mergePlanning.ts';
import { createTelling } from './mergeTelling.ts';
import { writeMerge } from './mergeWriting.ts';
import { command, query, type Preparation, type Reader } from './operation.ts';

/** The other study by its handle, and what was decided. */
const asked = {
  handle: z.string(), decisions: mergeDecisions.default({}),
  /** What holds where nothing was decided. */
  rest: z.enum(mergeChoices).optional(), mapping: mergeMapping.default({}),
};
export interface Other { readonly theirs: Reader; readonly file: string; readonly planned: Planned }
/** How much of the work (of 100) opening the other study is. Whoever stops it before it is written changes nothing. */
const opening = 10;
async function openOther({ handle, ...input }: { handle: string } & MergeAsked, { progress, project, study }: Preparation): Promise<Other> {
  await progress(0, 100);
  const { project: theirs, file } = await study(handle);
  await progress(opening, 100);
  return { theirs, file, planned: await planInSlices(project, theirs, input, progress, opening) };
}
/** Why there is nothing new in the other study: it is this one as it stands, or was at an earlier time; null where neither is so, though all of it may be here. */
function stateOf(project: Reader, theirs: Reader): 'same' | 'earlier' | null {
  const head = theirs.head();
  if (head === '' || project.get('project', 1).uuid !== theirs.get('project', 1).uuid) return null;
  return head === project.head() ? 'same' : project.trail().some(({ uuid }) => uuid === head) ? 'earlier' : null;
}
const nameOf = (project: Reader): string => project.get('project', 1).name;
function told(project: Reader, theirs: Reader, plan: MergePlan) {
  const { ground: { relation, last, origin }, counts, conflicts, lost } = plan;
  const authors = keptAuthors(project, theirs, plan);
  const names = new Map(project.query<{ id: number; name: string }>('SELECT id, name FROM documents').map(({ id, name }) => [id, name]));
  return {
    relation, last: last && { who: last.who, at: last.at }, origin, counts, lost,
    /** Each with who wrote either side, and where it lies in our texts. */
    conflicts: conflicts.map((conflict) => { const at = placeHere(project, conflict); return { ...conflict, by: authors(conflict), at, document: at && names.get(at.document)! }; }),
  };
}

export const previewStudyMerge = query({
  /** What merging another study (a copy of this one, or one that began apart) would bring, and what has to be decided. Nothing is written. */
  input: z.strictObject(asked),
  prepare: openOther,
  run(project, input, { theirs, file, planned: { plan } }: Other) {
    return { from: nameOf(theirs), file, /** Its last entry: another one where it was worked on meanwhile. */ head: theirs.head(), state: stateOf(project, theirs), package: returningOf(project, theirs), ...told(project, theirs, plan), coming: tellComing(project, theirs, plan), matches: matchesOf(project, theirs, plan, input) };
  },
});

export const mergeStudy = command({
  /** Merges another study into this one, in one step that can be undone. Repeated, it adds nothing. A Problem `merge-undecided` where something has still to be decided; then nothing is written. */
  input: z.strictObject(asked),
  prepare: openOther,
  run(project, input, { theirs, file, planned }: Other) {
    const plan = planNow(project, theirs, input, planned);
    const open = plan.conflicts.filter(({ decision }) => decision === null);
    if (open.length > 0) throw new Problem('merge-undecided', { count: open.length, file });
    const before = { ...told(project, theirs, plan), coders: codersOf(project, plan, createTelling(project, theirs)) };
    writeMerge(project, theirs, plan);
    noteReturn(project, theirs, (theirs.trail().at(-1)?.seq ?? 0) > plan.ground.theirs);
    return { from: nameOf(theirs), file, ...before, head: theirs.head(), known: plan.ground.known, joined: plan.joined };
  },
  about: (_project, _input, { from, file, counts }) => ({ from, file, count: counts.find(({ table }) => table === 'codings')?.added ?? 0 }),
  remember({ decisions, rest }, { from, file, head, known, joined, counts, coders, lost, conflicts }) {
    const decided = conflicts.map(({ key, kind, table, about, where, field, decision }) => ({ key, kind, table, about, where, field, decision }));
    return { from, file, head, known, joined, decisions, ...(rest === undefined ? {} : { rest }), summary: { counts, coders, lost, decided } };
  },
  evenIfSame: ({ conflicts }) => conflicts.length > 0,
});
