import { z } from 'zod';
import { betaQuantile, normalQuantile } from './distributions.ts';
import { statistic } from './statistic.ts';

const share = z.object({ k: z.int().min(0), n: z.int().min(0) }).refine(({ k, n }) => k <= n, 'k ≤ n');

/** Wilson's interval of a share k/n, between 0 and 1. */
export function wilsonInterval(k: number, n: number, level = 0.95): { low: number; high: number } {
  const z2 = normalQuantile(level) ** 2;
  const middle = (k + z2 / 2) / (n + z2);
  const reach = (Math.sqrt(z2) / (n + z2)) * Math.sqrt((k * (n - k)) / n + z2 / 4);
  return { low: k === 0 ? 0 : middle - reach, high: k === n ? 1 : middle + reach };
}

export const wilson = statistic({
  name: 'wilson',
  source: 'Wilson 1927; Newcombe 1998 (methods 3 and 4); Clopper & Pearson 1934',
  example: { k: 21, n: 30 },
  input: share,
  options: z.object({ level: z.number().gt(0).lt(1).optional() }),
  compute({ k, n }, { level = 0.95 }) {
    if (n === 0) return { value: null, reason: 'nobody' };
    const z = normalQuantile(level);
    const p = k / n;
    const corrected = (sign: 1 | -1) => (2 * n * p + z * z + sign * (1 + z * Math.sqrt(z * z + sign * 2 - 1 / n + 4 * p * (n * (1 - p) - sign)))) / (2 * (n + z * z));
    return {
      proportion: p, ...wilsonInterval(k, n, level),
      clopperPearson: [k === 0 ? 0 : betaQuantile(k, n - k + 1, (1 - level) / 2), k === n ? 1 : betaQuantile(k + 1, n - k, (1 + level) / 2)],
      wilsonContinuity: [k === 0 ? 0 : Math.max(0, corrected(-1)), k === n ? 1 : Math.min(1, corrected(1))],
    };
  },
});

/**
 * The difference of two shares of independent people, p₁ − p₂, with its interval: method 10 of Newcombe, which joins the
 * Wilson intervals of both. null where one of the groups is empty.
 */
export function shareDifference([k1, n1]: readonly [number, number], [k2, n2]: readonly [number, number], level = 0.95): { value: number; low: number; high: number } | null {
  if (n1 === 0 || n2 === 0) return null;
  const [p1, p2] = [k1 / n1, k2 / n2];
  const [first, second] = [wilsonInterval(k1, n1, level), wilsonInterval(k2, n2, level)];
  const value = p1 - p2;
  return { value, low: value - Math.hypot(p1 - first.low, second.high - p2), high: value + Math.hypot(first.high - p1, p2 - second.low) };
}
export const proportionDifference = statistic({
  name: 'proportionDifference',
  source: 'Newcombe 1998, Interval estimation for the difference between independent proportions, method 10',
  example: { first: { k: 47, n: 59 }, second: { k: 16, n: 46 } },
  input: z.object({ first: share, second: share }),
  options: z.object({ level: z.number().gt(0).lt(1).optional() }),
  compute: ({ first, second }, { level }) => shareDifference([first.k, first.n], [second.k, second.n], level) ?? { value: null, reason: 'nobody' },
});

/** k of n as per cent, halves rounded up on the whole numbers: 46.88 for 30 of 64. Floating point would be wrong for some. */
export function percentText(k: number, n: number, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = (200n * scale * BigInt(k) + BigInt(n)) / (2n * BigInt(n));
  const whole = rounded / scale;
  return decimals === 0 ? String(whole) : `${whole}.${String(rounded % scale).padStart(decimals, '0')}`;
}
export const percent = statistic({
  name: 'percent',
  source: 'half up on the exact fraction',
  example: { k: 30, n: 64 },
  input: share,
  options: z.object({ decimals: z.int().min(0).max(12).optional() }),
  compute: ({ k, n }, { decimals }) => (n === 0 ? { text: null, reason: 'nobody' } : { text: percentText(k, n, decimals) }),
});
