import { chooseLog } from './distributions.ts';
import { sum } from './ranks.ts';

/**
 * The least p that any row could have with groups of these sizes, when all of some groups and none of the others are
 * counted: above 0.05 no answer could ever be clear, and nothing is tested.
 */
export function leastP(sizes: readonly number[]): number {
  const all = sum(sizes);
  let ways = new Map([[0, 1]]);
  for (const size of sizes) {
    const next = new Map(ways);
    for (const [total, count] of ways) next.set(total + size, (next.get(total + size) ?? 0) + count);
    ways = next;
  }
  return Math.min(...[...ways].map(([total, count]) => count * Math.exp(-chooseLog(all, total))));
}
/** The same for ranks: all of one group above all of the next, in any order of the groups. */
export function leastRankP(sizes: readonly number[]): number {
  const orders = sizes.reduce((product, _, place) => product * (place + 1), 1);
  let log = 0;
  let all = 0;
  for (const size of sizes) log += chooseLog((all += size), size);
  return orders * Math.exp(-log);
}
