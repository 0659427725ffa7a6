import { z } from 'zod';
import { chiSquareTail, normalTwoSided } from './distributions.ts';
import { adjusted } from './pAdjust.ts';
import { rankedGroups, sum } from './ranks.ts';
import type { Reason } from './reasons.ts';
import { statistic } from './statistic.ts';

const groups = z.object({ groups: z.array(z.array(z.number())) });
/** Why groups cannot be compared, if so. */
const hindranceOf = (given: readonly (readonly number[])[]): Reason | null =>
  given.length < 2 ? 'two groups are needed' : given.some((group) => group.length === 0) ? 'a group is empty' : new Set(given.flat()).size < 2 ? 'all values are the same' : null;

/** Whether several groups lie alike on a scale, by ranks, corrected for ties; ε² = H/(n − 1); η²_H may be negative. Values are of independent units. */
export const kruskalWallis = statistic({
  name: 'kruskalWallis',
  source: 'Kruskal & Wallis 1952; Tomczak & Tomczak 2014 for ε² and η²',
  example: { groups: [[1, 2, 2], [3, 4], [2, 5, 5]] },
  input: groups,
  options: z.object({}),
  compute({ groups: given }) {
    const reason = hindranceOf(given);
    if (reason) return { value: null, reason, H: null, p: null, epsilonSquared: null, etaSquaredH: null };
    const { ranks, ties, n } = rankedGroups(given);
    const tieCorrection = 1 - ties / (n ** 3 - n);
    const HUncorrected = (12 / (n * (n + 1))) * sum(ranks.map((group) => sum(group) ** 2 / group.length)) - 3 * (n + 1);
    const H = HUncorrected / tieCorrection;
    const df = given.length - 1;
    return { H, HUncorrected, tieCorrection, df, p: chiSquareTail(H, df), epsilonSquared: H / (n - 1), etaSquaredH: n === given.length ? null : (H - given.length + 1) / (n - given.length), meanRanks: ranks.map((group) => sum(group) / group.length) };
  },
});

/** Which of the groups differ: each pair's mean ranks, the second minus the first, with ties; p two-sided, plain and adjusted. */
export const dunn = statistic({
  name: 'dunn',
  source: 'Dunn 1964; Holm 1979; Benjamini & Hochberg 1995',
  example: { groups: [[1, 2, 2], [3, 4], [2, 5, 5]] },
  input: groups,
  options: z.object({}),
  compute({ groups: given }) {
    const reason = hindranceOf(given);
    if (reason) return { value: null, reason, pairs: null };
    const { ranks, ties, n } = rankedGroups(given);
    const variance = (n * (n + 1)) / 12 - ties / (12 * (n - 1));
    const mean = ranks.map((group) => sum(group) / group.length);
    const pairs = given.flatMap((_, a) => given.slice(a + 1).map((__, next) => {
      const b = a + 1 + next;
      const z = (mean[b]! - mean[a]!) / Math.sqrt(variance * (1 / given[a]!.length + 1 / given[b]!.length));
      return { a, b, z, p: normalTwoSided(z) };
    }));
    const p = pairs.map((pair) => pair.p);
    const [bonferroni, holm, bh] = [adjusted(p, 'bonferroni'), adjusted(p, 'holm'), adjusted(p, 'BH')];
    return { pairs: pairs.map((pair, place) => ({ ...pair, pBonferroni: bonferroni[place], pHolm: holm[place], pBH: bh[place] })) };
  },
});
