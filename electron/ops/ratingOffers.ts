import { comparedArms, differenceIn } from '../../shared/model/ratingDifferences.ts';
import type { Perception, RatingCell, RatingGrid, RatingMatrix } from '../../shared/model/ratings.ts';
import { offerForScale } from '../../shared/statistics/offering.ts';
import type { Offer } from '../../shared/statistics/offer.ts';
import type { Sides } from './statements.ts';

/** On fewer people than this a side says nothing that could be tested; a row needs two sides that have them. */
const fewest = 3;
interface TestedRow { readonly label: string; readonly cells: readonly (RatingCell | null)[] }

/** Whether anybody is in two of the groups: then what they say is not independent. */
const isOverlapping = ({ groups }: Pick<Sides, 'groups'>): boolean => groups.reduce((all, { people }) => all + people.size, 0) > new Set(groups.flatMap(({ people }) => [...people])).size;
/** Compares the participants' own medians of several sides; rows that hardly anybody speaks of are not asked. `p`: of each row, corrected, where just the two sides `compared` are tested in it, else null. */
function carriedOut(labels: readonly string[], overlapping: boolean, rows: readonly TestedRow[], compared: readonly [number, number] | null): { offer: Offer; p: (number | null)[] } {
  const all = rows.map(({ label, cells }) => ({ label, values: cells.map((cell) => cell?.values ?? []) }));
  const asked = all.filter(({ values }) => values.filter((side) => side.length >= fewest).length > 1);
  const places = new Map(asked.map((row, place) => [row, place]));
  const offer: Offer = asked.length === 0 ? { fits: false, reason: 'tooFew', unit: 'participants', n: Math.max(0, ...rows.map(({ cells }) => cells.reduce((people, cell) => people + (cell?.values.length ?? 0), 0))) }
    : offerForScale({ unit: 'participants', overlapping, groups: labels.map((label) => ({ label })), rows: asked });
  return { offer, p: all.map((row) => pOfTwo(offer, places.get(row), compared)) };
}
function pOfTwo(offer: Offer, row: number | undefined, compared: readonly [number, number] | null): number | null {
  const found = offer.fits && row !== undefined ? offer.rows[row] : undefined;
  if (!offer.fits || !compared || found?.kind !== 'scale' || found.test !== 'mannWhitney') return null;
  const sides = found.n.flatMap((n, place) => (n > 0 ? [offer.groups[place]!.place] : []));
  return sides.length === 2 && sides.every((side) => compared.includes(side)) ? found.pCorrected : null;
}
const offerOf = (labels: readonly string[], overlapping: boolean, rows: readonly TestedRow[]): Offer => carriedOut(labels, overlapping, rows, null).offer;
const labelsOf = ({ groups }: Pick<Sides, 'groups'>): string[] => groups.map(({ label }) => label);

/** Each stakeholder in each dimension, compared between the sides: tests, and differences of two; null without a comparison. */
export function offerForTable({ rows, columns, cells }: Pick<RatingMatrix, 'rows' | 'columns' | 'cells'>, arms: Sides): { offer: Offer | null; differences: RatingMatrix['differences'] } {
  if (arms.by === null) return { offer: null, differences: null };
  const compared = comparedArms(arms.groups);
  const { offer, p } = carriedOut(labelsOf(arms), isOverlapping(arms), rows.flatMap((row, index) => columns.map((column, place) => ({ label: `${row.label}: ${column.label}`, cells: cells[index]![place]! }))), compared);
  return { offer, differences: compared && cells.map((row, index) => row.map((cell, place) => differenceIn(cell, compared, 'median', p[index * columns.length + place]!))) };
}
/** Each stakeholder on both axes, compared between the sides: tests, and differences of two as shown; null without a comparison. */
export function offerForGrid({ x, y, dots, centre }: Pick<RatingGrid, 'x' | 'y' | 'dots' | 'centre'>, arms: Sides): { offer: Offer | null; differences: RatingGrid['differences'] } {
  if (arms.by === null) return { offer: null, differences: null };
  const compared = comparedArms(arms.groups);
  const rows = (dots[0] ?? []).flatMap(({ label }, place) => [{ label: `${label}: ${x.label}`, cells: dots.map((arm) => arm[place]!.x) }, { label: `${label}: ${y.label}`, cells: dots.map((arm) => arm[place]!.y) }]);
  const { offer, p } = carriedOut(labelsOf(arms), isOverlapping(arms), rows, compared);
  // Dots of a side in which nobody was interviewed are there, without passages.
  const told = (row: number) => rows[row]!.cells.map((cell, arm) => (arms.groups[arm]!.unasked ? null : cell));
  return { offer, differences: compared && (dots[0] ?? []).map((_, place) => ({ x: differenceIn(told(2 * place), compared, centre, p[2 * place]!), y: differenceIn(told(2 * place + 1), compared, centre, p[2 * place + 1]!) })) };
}
/** What the two sides of `viewOffers` are called: whoever shows them has words for it. */
export const ownAndOthers = ['self', 'others'] as const;
/** Each stakeholder: whether the groups that speak see it differently (without a comparison), and on each side whether its own people see it otherwise than the others do. */
export function offersForViews({ columns, cells, views }: Pick<Perception, 'columns' | 'cells' | 'views'>, groups: Sides, arms: Sides): { readonly offer: Offer | null; readonly viewOffers: readonly Offer[] } {
  const known = groups.groups.flatMap(({ key }, index) => (key === null ? [] : [index]));
  return {
    offer: arms.by !== null ? null : offerOf(known.map((row) => groups.groups[row]!.label), isOverlapping(groups), columns.map(({ label }, column) => ({ label, cells: known.map((row) => cells[row]![column]![0]!) }))),
    viewOffers: arms.groups.map((_, arm) => offerOf(ownAndOthers, false, columns.map(({ label }, column) => { const { self, others } = views[column]![arm]!; return { label, cells: [self, others] }; }))),
  };
}
