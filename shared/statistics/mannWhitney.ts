import { z } from 'zod';
import { normalTwoSided } from './distributions.ts';
import { rankedGroups, sum } from './ranks.ts';
import { statistic } from './statistic.ts';

/** How many ways of choosing are counted at most, unless told otherwise: sizes of both groups times the sum of ranks. */
const mostSteps = 50_000_000;

/** How many choices of `size` of the doubled ranks have each sum: whole numbers, as ranks of ties end in halves. */
function waysBySum(doubled: readonly number[], size: number): Float64Array {
  const most = sum(doubled);
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(most + 1));
  ways[0]![0] = 1;
  let reached = 0;
  for (const rank of doubled) {
    reached += rank;
    for (let chosen = size; chosen > 0; chosen--) {
      const [to, from] = [ways[chosen]!, ways[chosen - 1]!];
      for (let total = reached; total >= rank; total--) to[total]! += from[total - rank]!;
    }
  }
  return ways[size]!;
}

/**
 * Whether one of two groups tends to lie higher. U1 counts pairs x > y, ties half. The exact p is of the permutation
 * distribution, ties and all (R's wilcox.test and scipy leave the ties out); null where it would take too long.
 */
export const mannWhitney = statistic({
  name: 'mannWhitney',
  source: 'Mann & Whitney 1947; Hollander & Wolfe §4.1; the exact distribution by counting sums of ranks (Streitberg & Röhmel 1986)',
  example: { x: [1, 2, 2, 4], y: [3, 4, 5] },
  input: z.object({ x: z.array(z.number()), y: z.array(z.number()) }),
  options: z.object({ effort: z.int().min(1).optional() }),
  compute({ x, y }, { effort = mostSteps }) {
    const nothing = { pAsymptoticContinuity: null, pAsymptotic: null, zNoContinuity: null };
    if (x.length === 0 || y.length === 0) return { value: null, reason: 'a group is empty', U1: null, U2: null, pExact: null, pExactGreater: null, rankBiserial: null, ...nothing };
    const { ranks, ties, n } = rankedGroups([x, y]);
    const mine = sum(ranks[0]!);
    const [nx, ny] = [x.length, y.length];
    const U1 = mine - (nx * (nx + 1)) / 2;
    const deviation = Math.sqrt(((nx * ny) / 12) * (n + 1 - ties / (n * (n - 1))));
    if (deviation === 0) return { value: null, reason: 'all values are the same', U1, U2: nx * ny - U1, pExact: 1, pExactGreater: 1, rankBiserial: 0, ...nothing };
    const away = U1 - (nx * ny) / 2;
    const doubled = ranks.flat().map((rank) => 2 * rank);
    const isCounted = nx * n * sum(doubled) <= effort;
    const ways = isCounted ? waysBySum(doubled, nx) : null;
    const total = ways?.reduce((whole, each) => whole + each, 0) ?? 0;
    const observed = mine * 2;
    const middle = nx * (n + 1);
    const share = (of: (at: number) => boolean) => (ways === null ? null : ways.reduce((whole, each, at) => (of(at) ? whole + each : whole), 0) / total);
    return {
      U1, U2: nx * ny - U1,
      pAsymptoticContinuity: normalTwoSided(Math.max(0, Math.abs(away) - 0.5) / deviation), pAsymptotic: normalTwoSided(away / deviation),
      pExact: share((at) => Math.abs(at - middle) >= Math.abs(observed - middle)), pExactGreater: share((at) => at >= observed),
      zNoContinuity: away / deviation, rankBiserial: (2 * U1) / (nx * ny) - 1,
    };
  },
});
