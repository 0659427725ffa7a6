import { facets, type Facet } from '../../../shared/model/schema.ts';
import type { Parties, Taken } from './triple.ts';
import { tripleFacets } from './triple.ts';

/** What the palette holds between two keys. Nothing of it is on the passage before it is applied. */
export interface Steps {
  readonly facet: Facet;
  readonly typed: string;
  /** The row that was walked to; null while the first is meant. */
  readonly chosen: number | null;
  /** Codes taken so far, in the order in which they were taken. */
  readonly taken: readonly Taken[];
  /** A further code of this facet comes beside those taken, not in their place. */
  readonly adding: boolean;
  /** Who clashes with whom, where the person said so. */
  readonly parties: Parties | null;
}

const after = (facet: Facet, by: 1 | -1): Facet => facets[(facets.indexOf(facet) + by + facets.length) % facets.length]!;
/** The step that comes first: the facet that the passage lacks, the first of all for a new one, themes for one that lacks nothing. */
export const firstStep = (there: ReadonlySet<Facet>): Facet => tripleFacets.find((facet) => !there.has(facet)) ?? 'theme';
export const begin = (there: ReadonlySet<Facet>): Steps => ({ facet: firstStep(there), typed: '', chosen: null, taken: [], adding: false, parties: null });

/** Whether the person pointed at a row, by typing or by walking to it; what only stands there is not meant. */
export const pointed = (steps: Steps): boolean => steps.typed.trim() !== '' || steps.chosen !== null;

/** Goes to another step; what was typed there and not taken is gone. */
export const goTo = (steps: Steps, facet: Facet): Steps => ({ ...steps, facet, typed: '', chosen: null, adding: false });
export const walk = (steps: Steps, by: 1 | -1): Steps => goTo(steps, after(steps.facet, by));

/** Takes a code: in place of what was taken in this facet, or beside it while codes are added. One code is taken once. */
export function take(steps: Steps, row: Taken): Steps {
  const kept = steps.taken.filter((each) => each.id !== row.id && (steps.adding || row.facet !== steps.facet || each.facet !== row.facet));
  const { id, choice, facet, name, colour, scale } = row;
  return { ...steps, typed: '', chosen: null, taken: [...kept, { id: 'create' in choice ? `${id}:${name}` : id, choice, facet, name, scale, ...(colour === undefined ? {} : { colour }) }] };
}
/** Takes a code and goes on; one of another facet leaves the step where it is. */
export function takeAndWalk(steps: Steps, row: Taken): Steps {
  const next = take(steps, row);
  return row.facet === steps.facet ? walk(next, 1) : { ...next, adding: false };
}
/** Gives back what was taken last in this step. */
export function giveBack(steps: Steps): Steps {
  const last = steps.taken.findLast((each) => each.facet === steps.facet);
  return last ? { ...steps, chosen: null, taken: steps.taken.filter((each) => each !== last) } : steps;
}
/** Rates the dimension that was taken last. */
export function rate(steps: Steps, rating: number): Steps {
  const last = steps.taken.findLast((each) => each.facet === 'dimension');
  return last ? { ...steps, taken: steps.taken.map((each) => (each === last ? { ...each, choice: { ...each.choice, rating } } : each)) } : steps;
}
