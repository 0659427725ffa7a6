import { z } from 'zod';
import { normalQuantile, normalTwoSided } from './distributions.ts';
import { sum } from './ranks.ts';
import type { Reason } from './reasons.ts';
import { categoriesOption, pairTable, ratingsInput } from './ratings.ts';
import { statistic } from './statistic.ts';

const weightings = ['none', 'linear', 'quadratic'] as const;
/** How much of an agreement it is when one coder says category i and the other j, by their places. */
const weightOf = (weighting: (typeof weightings)[number], i: number, j: number, q: number): number =>
  i === j ? 1 : weighting === 'none' ? 0 : weighting === 'linear' ? 1 - Math.abs(i - j) / (q - 1) : 1 - ((i - j) / (q - 1)) ** 2;

/** Asked for once for each code and document. */
const usualLevel = 0.95;
const usualQuantile = normalQuantile(usualLevel);
const undefinedKappa = (reason: Reason) => ({ value: null, reason, se: null, ciLow: null, ciHigh: null, seNull: null, z: null, p: null });

/**
 * How far two coders agree beyond what their own shares of the categories would bring about; weighted where a near miss
 * counts for something. The interval rests on `se`; z and p on `seNull`, which holds where nobody agrees beyond chance: two
 * numbers that are not exchanged for each other.
 */
export const cohenKappa = statistic({
  name: 'cohenKappa',
  source: 'Cohen 1960, 1968; standard errors of Fleiss, Cohen & Everitt 1969',
  example: { table: [[20, 5], [10, 15]] },
  input: ratingsInput,
  options: z.object({ weights: z.enum(weightings).optional(), level: z.number().gt(0).lt(1).optional(), categories: categoriesOption }),
  compute(given, { weights = 'none', level = usualLevel, categories }) {
    const table = pairTable(given, categories);
    if ('reason' in table) return undefinedKappa(table.reason);
    const [q, n] = [table.length, sum(table.flat())];
    if (n === 0) return undefinedKappa('no units');
    const rows = table.map((row) => sum(row) / n);
    const columns = table.map((_, column) => sum(table.map((row) => row[column]!)) / n);
    const over = (of: (i: number, j: number) => number) => sum(table.flatMap((row, i) => row.map((__, j) => of(i, j))));
    const w = (i: number, j: number) => weightOf(weights, i, j, q);
    const missed = over((i, j) => table[i]![j]! * (1 - w(i, j))) / n;
    const missedByChance = over((i, j) => rows[i]! * columns[j]! * (1 - w(i, j)));
    if (missedByChance === 0) return undefinedKappa('expected agreement is 1');
    const value = 1 - missed / missedByChance;
    const rowWeights = table.map((_, i) => sum(columns.map((share, j) => share * w(i, j))));
    const columnWeights = table.map((_, j) => sum(rows.map((share, i) => share * w(i, j))));
    // Both variances are taken around their mean: perfect agreement gives 0, not the root of a rounding error.
    const spread = (share: (i: number, j: number) => number, factor: number) => {
      const at = (i: number, j: number) => w(i, j) - (rowWeights[i]! + columnWeights[j]!) * factor;
      const mean = over((i, j) => share(i, j) * at(i, j));
      return Math.sqrt(over((i, j) => share(i, j) * (at(i, j) - mean) ** 2) / n) / missedByChance;
    };
    const ownSpread = missed === 0 ? 0 : spread((i, j) => table[i]![j]! / n, 1 - value);
    const se = ownSpread < 1e-12 ? 0 : ownSpread;
    const nullSpread = spread((i, j) => rows[i]! * columns[j]!, 1);
    const seNull = nullSpread < 1e-9 ? 0 : nullSpread;
    const z = seNull === 0 ? null : value / seNull;
    const reach = (level === usualLevel ? usualQuantile : normalQuantile(level)) * se;
    return { value, se, ciLow: value - reach, ciHigh: value + reach, seNull, z, p: z === null ? null : normalTwoSided(z), observed: 1 - missed, expected: 1 - missedByChance, units: n };
  },
});
