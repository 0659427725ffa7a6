import { z } from 'zod';
import { chiSquareTail } from './distributions.ts';
import { sum } from './ranks.ts';
import { statistic } from './statistic.ts';

const part = (observed: number, expected: number): number => (observed === 0 ? 0 : observed * Math.log(observed / expected));

/**
 * Log-likelihood of two terms for a word that stands `a` times among `c` words and `b` times among `d` (both above 0, and a + b too), signed by
 * the direction; its p with one degree of freedom; and the log ratio (base 2), null where it stands in one of the two alone.
 */
export function keynessOf(a: number, b: number, c: number, d: number): { readonly value: number; readonly signed: number; readonly p: number; readonly logRatio: number | null } {
  const value = Math.max(0, 2 * (part(a, (c * (a + b)) / (c + d)) + part(b, (d * (a + b)) / (c + d))));
  return { value, signed: a / c < b / d ? -value : value, p: chiSquareTail(value, 1), logRatio: a === 0 || b === 0 ? null : Math.log2(a / c / (b / d)) };
}

/** How much more often a word stands in one body of text than in another: log-likelihood of two terms, signed by the direction, beside G² of four terms, χ² and the log ratio (base 2). */
export const keynessLL = statistic({
  name: 'keynessLL',
  source: 'Rayson & Garside 2000 (two terms); Dunning 1993 (four terms); Hardie 2014 (log ratio)',
  example: { freqTarget: 120, freqReference: 40, sizeTarget: 10000, sizeReference: 15000 },
  input: z.object({ freqTarget: z.int().min(0), freqReference: z.int().min(0), sizeTarget: z.int().min(0), sizeReference: z.int().min(0) }).refine((given) => given.freqTarget <= given.sizeTarget && given.freqReference <= given.sizeReference, 'no word more often than there are words'),
  options: z.object({}),
  compute({ freqTarget: a, freqReference: b, sizeTarget: c, sizeReference: d }) {
    if (c === 0 || d === 0) return { value: null, reason: 'a text without words' };
    if (a + b === 0) return { value: null, reason: 'a word that stands in neither' };
    const [inTarget, inReference] = [(c * (a + b)) / (c + d), (d * (a + b)) / (c + d)];
    const [noTarget, noReference] = [c - inTarget, d - inReference];
    const cells = [[a, inTarget], [b, inReference], [c - a, noTarget], [d - b, noReference]] as const;
    const { value, signed, p, logRatio } = keynessOf(a, b, c, d);
    return {
      value, signed, p,
      fourTermG2: Math.max(0, 2 * sum(cells.map(([observed, expected]) => part(observed, expected)))),
      chi2: sum(cells.map(([observed, expected]) => (expected === 0 ? 0 : (observed - expected) ** 2 / expected))),
      logRatio,
    };
  },
});

const unit = (row: readonly number[]): number[] => {
  const length = Math.hypot(...row);
  return row.map((value) => (length === 0 ? 0 : value / length));
};
/** What sets a document's words apart (rows: documents, columns: words). It has no standard: three variants by name. */
export const tfidf = statistic({
  name: 'tfidf',
  source: 'count × log10(N/df) (quanteda); scikit-learn TfidfTransformer, smoothed and not, rows of length 1',
  example: { counts: [[2, 1, 0], [0, 1, 1]] },
  input: z.object({ counts: z.array(z.array(z.number().min(0))).refine((rows) => rows.every((row) => row.length === rows[0]!.length), 'rows of one length') }),
  options: z.object({}),
  compute({ counts }) {
    const n = counts.length;
    const df = (counts[0] ?? []).map((_, column) => counts.filter((row) => row[column]! > 0).length);
    const weighted = (weight: (df: number) => number) => counts.map((row) => row.map((count, column) => (count === 0 ? 0 : count * weight(df[column]!))));
    return {
      countTimesLog10: weighted((documents) => Math.log10(n / documents)),
      sklearnSmoothL2: weighted((documents) => Math.log((1 + n) / (1 + documents)) + 1).map(unit),
      sklearnNoSmoothL2: weighted((documents) => Math.log(n / documents) + 1).map(unit),
    };
  },
});
