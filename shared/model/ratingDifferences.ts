import type { Arm, Centre, RatingCell } from './ratings.ts';

/** Why two sides have no difference: of one of them nobody was interviewed, nobody speaks of it, or nobody rates it. */
export const undefinedDifferences = ['unasked', 'silent', 'unrated'] as const;
/** What the first side's people rate less what the second's do, of the values that are shown (medians or means of the participants' own medians). */
export interface RatingDifference {
  readonly value: number | null;
  /** Where there is none: why, and on which side (place among the arms). */
  readonly why: { readonly reason: (typeof undefinedDifferences)[number]; readonly arm: number } | null;
  /** People rated on either side. */
  readonly n: readonly [number, number];
  /** Of the test that is offered of the two, corrected for the number of tests; null where they are not tested. */
  readonly p: number | null;
}
/** The two sides (places among the arms) that are compared; null unless the comparison has just two with a value. */
export function comparedArms(arms: readonly Pick<Arm, 'key'>[]): readonly [number, number] | null {
  const valued = arms.flatMap(({ key }, place) => (key === null ? [] : [place]));
  return valued.length === 2 ? [valued[0]!, valued[1]!] : null;
}
/** How a cell differs between the two compared sides. */
export function differenceIn(cells: readonly (RatingCell | null)[], compared: readonly [number, number], centre: Centre, p: number | null): RatingDifference {
  const [first, second] = compared.map((arm) => cells[arm] ?? null);
  const lacking = compared.find((arm) => !cells[arm]?.spread);
  const n = [first?.values.length ?? 0, second?.values.length ?? 0] as const;
  if (lacking !== undefined) return { value: null, why: { reason: !cells[lacking] ? 'unasked' : cells[lacking].passages === 0 ? 'silent' : 'unrated', arm: lacking }, n, p: null };
  return { value: first!.spread![centre] - second!.spread![centre], why: null, n, p };
}
const apart = (difference: RatingDifference | null): number => (difference?.value == null ? -1 : Math.abs(difference.value));
/** Rows by how far the two sides lie apart, the farthest first; those without a difference come last, equals stay in their order. */
export const byDifference = <R>(rows: readonly R[], differenceOf: (row: R) => RatingDifference | null): R[] =>
  rows.toSorted((a, b) => apart(differenceOf(b)) - apart(differenceOf(a)));
