import type { Spread } from '../model/ratings.ts';
import { sum } from './ranks.ts';

/** The value below which this share (0 to 1) of sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * (sorted[Math.ceil(at)]! - sorted[below]!);
}
/** null of no values. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return { n: sorted.length, least: sorted[0]!, lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75), most: sorted.at(-1)!, mean: sum(sorted) / sorted.length };
}
