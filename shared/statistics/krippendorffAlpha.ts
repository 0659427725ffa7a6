import { z } from 'zod';
import { sum } from './ranks.ts';
import type { Reason } from './reasons.ts';
import { categoriesOption, ratingsInput, ratingsOf, type Ratings } from './ratings.ts';
import { statistic } from './statistic.ts';

const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type Metric = (typeof metrics)[number];

/** o_ck: how often c and k meet in one unit, each unit weighing as many as it has values to pair. Units with one rating do not. */
function coincidencesOf({ values, units }: Ratings): number[][] {
  const matrix = values.map(() => values.map(() => 0));
  for (const { counts, times } of units) {
    const m = sum(counts);
    if (m < 2) continue;
    const used = counts.flatMap((count, place) => (count > 0 ? [place] : []));
    for (const c of used) for (const k of used) matrix[c]![k]! += (times * counts[c]! * (counts[k]! - (c === k ? 1 : 0))) / (m - 1);
  }
  return matrix;
}
/** δ² between two values by their places. */
function distanceOf(metric: Metric, values: Ratings['values'], totals: readonly number[]): (c: number, k: number) => number {
  if (metric === 'nominal') return (c, k) => (c === k ? 0 : 1);
  if (metric === 'ordinal') {
    let reached = 0;
    const middles = totals.map((total) => (reached += total) - total / 2);
    return (c, k) => (middles[k]! - middles[c]!) ** 2;
  }
  const at = (place: number) => Number(values[place]);
  if (metric === 'interval') return (c, k) => (at(c) - at(k)) ** 2;
  return (c, k) => (at(c) + at(k) === 0 ? 0 : ((at(c) - at(k)) / (at(c) + at(k))) ** 2);
}
/** What stands against measuring these values so. */
function hindranceOf(metric: Metric, values: Ratings['values'], isOrdered: boolean): Reason | null {
  const areNumbers = values.every((value) => typeof value === 'number');
  if (metric === 'nominal' || (areNumbers && metric !== 'ratio') || (metric === 'ordinal' && isOrdered)) return null;
  if (!areNumbers) return metric === 'ordinal' ? 'the order of the categories is needed' : 'values that are not numbers';
  return values.some((value) => Number(value) < 0) ? 'a ratio scale has no values below 0' : null;
}

/** α of ratings whose values can be measured so, and what it rests on. */
export function alphaIn(ratings: Ratings, metric: Metric): { value: number | null; reason?: Reason; pairable: number; units: number; observedDisagreement: number | null; expectedDisagreement: number | null } {
  const coincidences = coincidencesOf(ratings);
  const totals = coincidences.map(sum);
  const paired = ratings.units.filter(({ counts }) => sum(counts) >= 2);
  const pairable = sum(paired.map(({ counts, times }) => times * sum(counts)));
  const units = sum(paired.map(({ times }) => times));
  if (pairable === 0) return { value: null, reason: 'no unit that two coders rated', pairable: 0, units: 0, observedDisagreement: null, expectedDisagreement: null };
  const distance = distanceOf(metric, ratings.values, totals);
  const over = (of: (c: number, k: number) => number) => sum(totals.flatMap((_, c) => totals.map((__, k) => (c === k ? 0 : of(c, k)))));
  const observedDisagreement = over((c, k) => coincidences[c]![k]! * distance(c, k)) / pairable;
  const expectedDisagreement = over((c, k) => totals[c]! * totals[k]! * distance(c, k)) / (pairable * (pairable - 1));
  const told = { pairable, units, observedDisagreement, expectedDisagreement };
  return expectedDisagreement === 0 ? { value: null, reason: 'no variation', ...told } : { value: 1 - observedDisagreement / expectedDisagreement, ...told };
}

/**
 * Agreement among any number of coders, with missing ratings, for values of any kind: 1 − D_o/D_e. Categories that nobody
 * used change nothing. `pairable` values stand in the `units` that have two or more. Where all values are the same it is
 * undefined: nobody can tell whether the coders would have told two things apart.
 */
export const krippendorffAlpha = statistic({
  name: 'krippendorffAlpha',
  source: 'Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability; 2019, §12.3',
  example: { coders: [[1, 2, 3, null], [1, 2, 2, 4]] },
  input: ratingsInput,
  options: z.object({ metric: z.enum(metrics).optional(), categories: categoriesOption }),
  compute(given, { metric = 'nominal', categories }) {
    const empty = { value: null, pairable: 0, units: 0, observedDisagreement: null, expectedDisagreement: null };
    const ratings = ratingsOf(given, categories);
    if ('reason' in ratings) return { ...empty, reason: ratings.reason };
    const hindrance = hindranceOf(metric, ratings.values, Array.isArray(categories));
    if (hindrance) return { ...empty, reason: hindrance };
    const { value, reason, ...told } = alphaIn(ratings, metric);
    return reason === undefined ? { value, ...told } : { value: null, reason: reason === 'no variation' && !('table' in given) ? 'no variation (D_e = 0)' as const : reason, ...told };
  },
});
