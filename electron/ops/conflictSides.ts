import { sides, type Side } from '../../shared/model/conflicts.ts';
import { nameKey } from '../../shared/model/text.ts';
import { attributesInOrder } from './attributes.ts';
import { codesInOrder } from './codes.ts';
import type { Reader } from './operation.ts';

/** Stakeholder codes by each name they go by: a code's own name before another's alias. */
export function stakeholdersByName(project: Reader): ReadonlyMap<string, number> {
  return project.derive('stakeholdersByName', () => {
    const codes = codesInOrder(project).filter(({ facet }) => facet === 'stakeholder');
    const known = new Map<string, number>();
    for (const names of [codes.map(({ id, name }) => [id, [name]] as const), codes.map(({ id, aliases }) => [id, aliases] as const)])
      for (const [id, own] of names) for (const name of own) if (!known.has(nameKey(name))) known.set(nameKey(name), id);
    return known;
  });
}
/** The steps from each code up to each code it stands below; 0 to itself. */
export function stepsUp(project: Reader): (code: number, above: number) => number | null {
  const parents = project.derive('parentsOfCodes', () => new Map(codesInOrder(project).map(({ id, parent }) => [id, parent])));
  return (code, above) => {
    let steps = 0;
    for (let at: number | null = code; at !== null; at = parents.get(at) ?? null, steps++) if (at === above) return steps;
    return null;
  };
}
/** The stakeholder codes that interviewees are called by: through any of their values, or their own name. Others (interviewers) stand for nobody. */
export function standing(project: Reader): ReadonlyMap<number, readonly number[]> {
  return project.derive('standing', () => {
    const codes = stakeholdersByName(project);
    const order = new Map(attributesInOrder(project).map(({ id }, index) => [id, index]));
    const values = Map.groupBy(project.all('attributeValues').toSorted((a, b) => order.get(a.attribute)! - order.get(b.attribute)!), ({ participant }) => participant);
    return new Map(project.all('participants').filter(({ role }) => role === 'interviewee').map(({ id, name }) => [id, [...new Set([...(values.get(id) ?? []).map(({ value }) => value), name].flatMap((called) => codes.get(nameKey(called)) ?? []))]]));
  });
}

export interface Pair { readonly party: number | null; readonly counterparty: number | null }
/**
 * Whose side a person is on: of the two, the one that she is called by, or that stands above what she is called by, the nearer one.
 * Both where they are equally near, as in a conflict within one group.
 */
export function siding(project: Reader): (person: number, pair: Pair) => readonly Side[] {
  const called = standing(project);
  const steps = stepsUp(project);
  return (person, pair) => {
    const near = (code: number | null) => Math.min(Infinity, ...(code === null ? [] : (called.get(person) ?? []).map((own) => steps(own, code) ?? Infinity)));
    const [first, second] = [near(pair.party), near(pair.counterparty)];
    return sides.filter((side) => (side === 'party' ? first < Infinity && first <= second : second < Infinity && second <= first));
  };
}
