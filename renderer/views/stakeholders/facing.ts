import type { Arm, Perception, RatingGrid, RatingMatrix } from '../../../shared/model/ratings.ts';
import type { Words } from '../../../shared/words/index.ts';
import type { EvidenceAsked } from './asked.ts';

export interface FacingAsked { readonly asked: EvidenceAsked; readonly name: string; /** Whether nobody was interviewed on this side. */ readonly isUnasked: boolean }
/** Two sides whose passages stand across from each other: who sees (its own people, the others), or the two values that are compared. */
export interface FacingPair { readonly of: 'views' | 'values'; readonly label: string; readonly sides: readonly [FacingAsked, FacingAsked] }

/**
 * What can face the open cell, the likeliest first. The stakeholder's own people stand left, and right the others, or the group whose
 * cell is open. Empty where the stakeholder has no people of its own among the groups, and nothing is compared.
 */
export function facingPairs(words: Words, shown: RatingMatrix | Perception | RatingGrid, evidence: EvidenceAsked): FacingPair[] {
  const values = valuesOf(words, shown, evidence);
  const views = viewsOf(words, shown, evidence);
  // Where one group's cell of a comparison was opened, the comparison is what was asked for.
  return (evidence.view === undefined ? [values, views] : [views, values]).filter((pair) => pair !== null);
}

function viewsOf({ say }: Words, shown: RatingMatrix | Perception | RatingGrid, evidence: EvidenceAsked): FacingPair | null {
  if (!('views' in shown)) return null;
  const column = shown.columns.findIndex(({ code }) => code === evidence.about);
  const arm = armAt(shown, evidence);
  const seen = shown.views[column]?.[arm];
  if (!seen || seen.own === null) return null;
  const { key: group, ...rest } = evidence;
  const isOthers = group === undefined || group === shown.rows[seen.own]!.key;
  const at = shown.rows.findIndex(({ key }) => key === group);
  return {
    of: 'views', label: say('stakeholders.faceViews'),
    sides: [
      { asked: { ...rest, view: 'self' }, name: say('stakeholders.self'), isUnasked: seen.self === null },
      isOthers ? { asked: { ...rest, view: 'others' }, name: say('stakeholders.others'), isUnasked: false } : { asked: { ...rest, view: undefined, key: group }, name: group ?? say('by.noValue'), isUnasked: shown.cells[at]?.[column]?.[arm] === null },
    ],
  };
}
function valuesOf({ say }: Words, shown: RatingMatrix | Perception | RatingGrid, evidence: EvidenceAsked): FacingPair | null {
  const [first, second, more] = shown.arms.filter(({ key }) => key !== null);
  if (shown.split === null || !first || !second || more || (evidence.arm !== first.key && evidence.arm !== second.key)) return null;
  const side = ({ key, label, n }: Arm): FacingAsked => ({ asked: { ...evidence, arm: key }, name: label, isUnasked: n === 0 });
  return { of: 'values', label: say('stakeholders.faceValues', { first: first.label, second: second.label }), sides: [side(first), side(second)] };
}
const armAt = ({ split, arms }: RatingMatrix | RatingGrid, { arm }: EvidenceAsked): number => (split === null ? 0 : arms.findIndex(({ key }) => key === arm));
