import { z } from 'zod';
import { statistic } from './statistic.ts';

type Adjustment = 'bonferroni' | 'holm' | 'hochberg' | 'BH' | 'BY';

/** p values adjusted for their number; missing ones stay missing and are not counted. As R's p.adjust. */
export function adjusted(values: readonly (number | null)[], method: Adjustment): (number | null)[] {
  const known = values.flatMap((p, place) => (p === null ? [] : [{ p, place }]));
  const m = known.length;
  const result: (number | null)[] = values.map(() => null);
  if (method === 'bonferroni') for (const { p, place } of known) result[place] = Math.min(1, p * m);
  else if (method === 'holm') {
    let least = 0;
    for (const [rank, { p, place }] of known.toSorted((a, b) => a.p - b.p).entries()) result[place] = least = Math.min(1, Math.max(least, p * (m - rank)));
  } else {
    const more = method === 'BY' ? Array.from({ length: m }, (_, k) => 1 / (k + 1)).reduce((total, each) => total + each, 0) : 1;
    let most = 1;
    for (const [below, { p, place }] of known.toSorted((a, b) => b.p - a.p).entries()) {
      const rank = m - below;
      result[place] = most = Math.min(most, method === 'hochberg' ? p * (m - rank + 1) : (p * m * more) / rank);
    }
  }
  return result;
}

export const pAdjust = statistic({
  name: 'pAdjust',
  source: 'Holm 1979; Hochberg 1988; Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001',
  example: { p: [0.01, 0.04, null, 0.2] },
  input: z.object({ p: z.array(z.number().min(0).max(1).nullable()) }),
  options: z.object({ method: z.enum(['bonferroni', 'holm', 'hochberg', 'BH', 'BY']).optional() }),
  compute: ({ p }, { method = 'holm' }) => ({ adjusted: adjusted(p, method) }),
});
