import { z } from 'zod';
import { mergeChoices, mergeDecisions, mergeMapping } from '../../shared/model/merge.ts';
import { Problem } from '../../shared/model/problem.ts';
import { noteReturn } from './handOuts.ts';
import { authorsOf } from './mergeAuthors.ts';
import { matchesOf } from './mergeMapping.ts';
import { placeHere } from './mergePlaces.ts';
import { planMerge, type MergePlan } from './mergePlan.ts';
import { writeMerge } from './mergeWriting.ts';
import { command, query, type Preparation, type Reader } from './operation.ts';

/** The other study by its handle, and what was decided. */
const asked = {
  handle: z.string(), decisions: mergeDecisions.default({}),
  /** What holds where nothing was decided. */
  rest: z.enum(mergeChoices).optional(), mapping: mergeMapping.default({}),
};
export interface Other { readonly theirs: Reader; readonly file: string }
/** Steps that a long merge tells of: whoever stops it between them changes nothing. */
const steps = 2;
async function openOther({ handle }: { handle: string }, preparation: Preparation): Promise<Other> {
  await preparation.progress(0, steps);
  const { project: theirs, file } = await preparation.study(handle);
  await preparation.progress(1, steps);
  return { theirs, file };
}
const nameOf = (project: Reader): string => project.get('project', 1).name;
function told(project: Reader, theirs: Reader, plan: MergePlan) {
  const { ground: { relation, last, origin }, counts, conflicts, lost } = plan;
  const authors = authorsOf(project, theirs, plan);
  return {
    relation, last: last && { who: last.who, at: last.at }, origin, counts, lost,
    /** Each with who wrote either side, and where it lies in our texts. */
    conflicts: conflicts.map((conflict) => ({ ...conflict, by: authors.get(conflict.key)!, at: placeHere(project, conflict) })),
  };
}

export const previewStudyMerge = query({
  /** What merging another study (a copy of this one, or one that began apart) would bring, and what has to be decided. Nothing is written. */
  input: z.strictObject(asked),
  prepare: openOther,
  run(project, input, { theirs, file }: Other) {
    const plan = planMerge(project, theirs, input);
    return { from: nameOf(theirs), file, ...told(project, theirs, plan), matches: matchesOf(project, theirs, plan, input) };
  },
});

export const mergeStudy = command({
  /** Merges another study into this one, in one step that can be undone. Repeated, it adds nothing. A Problem `merge-undecided` where something has still to be decided; then nothing is written. */
  input: z.strictObject(asked),
  prepare: openOther,
  run(project, input, { theirs, file }: Other) {
    const plan = planMerge(project, theirs, input);
    const open = plan.conflicts.filter(({ decision }) => decision === null);
    if (open.length > 0) throw new Problem('merge-undecided', { count: open.length, file });
    const before = told(project, theirs, plan);
    writeMerge(project, theirs, plan);
    noteReturn(project, theirs, (theirs.trail().at(-1)?.seq ?? 0) > plan.ground.theirs);
    return { from: nameOf(theirs), file, ...before, head: theirs.head(), known: plan.ground.known, joined: plan.joined };
  },
  about: (_project, _input, { from, file, counts }) => ({ from, file, count: counts.find(({ table }) => table === 'codings')?.added ?? 0 }),
  remember: ({ decisions, rest }, { from, file, head, known, joined }) => ({ from, file, head, known, joined, decisions, ...(rest === undefined ? {} : { rest }) }),
  evenIfSame: ({ conflicts }) => conflicts.length > 0,
});
