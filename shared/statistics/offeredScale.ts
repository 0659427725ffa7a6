import { epsilonSquaredInterval, rankBiserialInterval } from './effectIntervals.ts';
import { dunn, kruskalWallis } from './kruskalWallis.ts';
import { leastRankP } from './leastP.ts';
import { mannWhitney } from './mannWhitney.ts';
import type { RowRefused, ScaleTest } from './offer.ts';
import { enough } from './offeredCounts.ts';
import { estimatedP, randomFrom, type Estimated } from './random.ts';
import { rankedGroups } from './ranks.ts';

/** The middle of the values; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
/** From here on χ² describes the ranks of a group well enough; below it the p of Kruskal–Wallis is estimated. */
const largeEnough = 6;
/** Steps that one row may cost: a table has many rows, and somebody waits for it. */
const effort = 2_000_000;
const randomOrders = 20_000;
/** Samples that the interval of ε² rests on. */
const drawnAgain = 1000;

/** One scale over the groups; those without a value take no part. */
export function rowOfScale(label: string, values: readonly (readonly number[])[], level: number): ScaleTest | RowRefused {
  const refused = (reason: RowRefused['reason']): RowRefused => ({ kind: 'refused', label, reason });
  const rated = values.flatMap((group, place) => (group.length > 0 ? [place] : []));
  if (rated.length < 2) return refused('oneGroup');
  const groups = rated.map((place) => [...values[place]!]);
  if (leastRankP(groups.map((group) => group.length)) > 1 - level) return refused('tooFew');
  if (new Set(groups.flat()).size < 2) return refused('nobodyDiffers');
  const base = { kind: 'scale', label, pCorrected: Number.NaN, n: values.map((group) => group.length), medians: values.map((group) => (group.length > 0 ? median(group) : null)), pairs: [] } as const;
  if (groups.length === 2) {
    const found = mannWhitney.of({ x: groups[0]!, y: groups[1]! }, { effort });
    if ('reason' in found) return refused('nobodyDiffers');
    return { ...base, test: 'mannWhitney', p: found.pExact ?? found.pAsymptoticContinuity, exact: found.pExact !== null, effect: { measure: 'rankBiserial', value: found.rankBiserial, interval: rankBiserialInterval(found.rankBiserial, groups[0]!.length, groups[1]!.length, level) }, higher: (found.rankBiserial + 1) / 2 };
  }
  const [found, compared] = [kruskalWallis.of({ groups }, {}), dunn.of({ groups }, {})];
  if ('reason' in found || 'reason' in compared) return refused('nobodyDiffers');
  const reach = epsilonSquaredInterval(groups, { level, samples: drawnAgain });
  const estimated = groups.some((group) => group.length < largeEnough) ? orderP(groups) : null;
  return {
    ...base, test: 'kruskalWallis', p: estimated?.p ?? found.p, exact: false, kruskal: { H: found.H, df: found.df }, effect: { measure: 'epsilonSquared', value: found.epsilonSquared, ...(reach ? { interval: { low: reach.low, high: reach.high } } : {}) },
    pairs: compared.pairs.flatMap(({ a, b, z, pHolm }) => (pHolm! <= 1 - level ? [{ a: rated[a]!, b: rated[b]!, z, p: pHolm! }] : [])), ...(estimated ? { simulated: estimated.cases } : {}),
  };
}
/** The share of random orders of all values whose H is no smaller: Σ R²/n says as much as H. */
function orderP(groups: readonly (readonly number[])[]): Estimated {
  const { ranks } = rankedGroups(groups);
  const all = Float64Array.from(ranks.flat());
  const random = randomFrom(1);
  const apart = () => {
    let [at, total] = [0, 0];
    for (const { length } of groups) {
      let own = 0;
      for (let each = 0; each < length; each++) own += all[at++]!;
      total += own ** 2 / length;
    }
    return total;
  };
  const least = apart() * (1 - 1e-12);
  return estimatedP(() => {
    for (let place = all.length - 1; place > 0; place--) {
      const other = Math.floor(random() * (place + 1));
      [all[place], all[other]] = [all[other]!, all[place]!];
    }
    return apart() >= least;
  }, randomOrders, enough);
}
