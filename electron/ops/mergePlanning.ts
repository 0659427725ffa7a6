import type { MergeConflict } from '../../shared/model/merge.ts';
import { authorsOf, type MergeAuthors } from './mergeAuthors.ts';
import { planMerge, planSteps, type MergeAsked, type MergePlan } from './mergePlan.ts';
import type { Preparation, Reader } from './operation.ts';

/** How long (ms) planning keeps others waiting before it lets them through. */
const slice = 30;
/** What a plan was made for: this state of our study, and these decisions. */
export interface Planned { readonly head: string; readonly asked: string; readonly plan: MergePlan }
/** What is kept beside the other study, for whoever decides one thing after the other. */
interface Kept { planned: Planned | null; authors: { readonly head: string; readonly of: Map<string, MergeAuthors> } | null }
const keptWith = (theirs: Reader): Kept => theirs.derive('merge plan', (): Kept => ({ planned: null, authors: null }));
const wordsOf = ({ decisions, rest, mapping }: MergeAsked): string => JSON.stringify([decisions, rest ?? null, mapping]);

/** Plans a merge in slices, so that nobody has to wait for it; tells how far it is from `from` to 100. The plan that was made last serves again where nothing changed. */
export async function planInSlices(ours: Reader, theirs: Reader, asked: MergeAsked, progress: Preparation['progress'], from: number): Promise<Planned> {
  const [kept, words] = [keptWith(theirs), wordsOf(asked)];
  for (;;) {
    const head = ours.head();
    if (kept.planned?.head === head && kept.planned.asked === words) return kept.planned;
    const steps = planSteps(ours, theirs, asked);
    let began = performance.now();
    // Whoever works in ours meanwhile is planned for anew.
    while (ours.head() === head) {
      const { done, value } = steps.next();
      if (done) return (kept.planned = { head, asked: words, plan: value });
      if (performance.now() - began < slice) continue;
      await progress(Math.round(from + (100 - from) * value), 100);
      began = performance.now();
    }
  }
}
/** The plan to carry out: the one that was made before, unless the study is another by now. It is spent with that. */
export function planNow(ours: Reader, theirs: Reader, asked: MergeAsked, { head, plan }: Planned): MergePlan {
  keptWith(theirs).planned = null;
  return ours.head() === head ? plan : planMerge(ours, theirs, asked);
}
/** Who wrote either side of each difference, looked up once. */
export function keptAuthors(ours: Reader, theirs: Reader, plan: MergePlan): (conflict: MergeConflict) => MergeAuthors {
  const [kept, head] = [keptWith(theirs), ours.head()];
  if (kept.authors?.head !== head) kept.authors = { head, of: new Map() };
  const { of } = kept.authors;
  const asked = plan.conflicts.filter(({ key }) => !of.has(key));
  if (asked.length > 0) for (const [key, authors] of authorsOf(ours, theirs, { ...plan, conflicts: asked })) of.set(key, authors);
  return ({ key }) => of.get(key)!;
}
