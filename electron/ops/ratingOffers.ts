import type { Perception, RatingCell, RatingGrid, RatingMatrix } from '../../shared/model/ratings.ts';
import { offerForScale } from '../../shared/statistics/offering.ts';
import type { Offer } from '../../shared/statistics/offer.ts';
import type { Sides } from './statements.ts';

/** On fewer people than this a side says nothing that could be tested; a row needs two sides that have them. */
const fewest = 3;
interface TestedRow { readonly label: string; readonly cells: readonly (RatingCell | null)[] }

/** Whether anybody is in two of the groups: then what they say is not independent. */
const isOverlapping = ({ groups }: Pick<Sides, 'groups'>): boolean => groups.reduce((all, { people }) => all + people.size, 0) > new Set(groups.flatMap(({ people }) => [...people])).size;
/** Compares the participants' own medians of several sides; rows that hardly anybody speaks of are not asked. */
function offerOf(labels: readonly string[], overlapping: boolean, rows: readonly TestedRow[]): Offer {
  const asked = rows.map(({ label, cells }) => ({ label, values: cells.map((cell) => cell?.values ?? []) })).filter(({ values }) => values.filter((side) => side.length >= fewest).length > 1);
  if (asked.length === 0) return { fits: false, reason: 'tooFew', unit: 'participants', n: Math.max(0, ...rows.map(({ cells }) => cells.reduce((people, cell) => people + (cell?.values.length ?? 0), 0))) };
  return offerForScale({ unit: 'participants', overlapping, groups: labels.map((label) => ({ label })), rows: asked });
}
const labelsOf = ({ groups }: Pick<Sides, 'groups'>): string[] => groups.map(({ label }) => label);

/** Each stakeholder in each dimension, compared between the sides; null without a comparison. */
export function offerForTable({ rows, columns, cells }: Pick<RatingMatrix, 'rows' | 'columns' | 'cells'>, arms: Sides): Offer | null {
  if (arms.by === null) return null;
  return offerOf(labelsOf(arms), isOverlapping(arms), rows.flatMap((row, index) => columns.map((column, place) => ({ label: `${row.label}: ${column.label}`, cells: cells[index]![place]! }))));
}
/** Each stakeholder on both axes, compared between the sides; null without a comparison. */
export function offerForGrid({ x, y, dots }: Pick<RatingGrid, 'x' | 'y' | 'dots'>, arms: Sides): Offer | null {
  if (arms.by === null) return null;
  const rows = (dots[0] ?? []).flatMap(({ label }, place) => [{ label: `${label}: ${x.label}`, cells: dots.map((arm) => arm[place]!.x) }, { label: `${label}: ${y.label}`, cells: dots.map((arm) => arm[place]!.y) }]);
  return offerOf(labelsOf(arms), isOverlapping(arms), rows);
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
