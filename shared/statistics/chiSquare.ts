import { z } from 'zod';
import { chiSquareTail } from './distributions.ts';
import type { Reason } from './reasons.ts';
import { sum } from './ranks.ts';
import { statistic } from './statistic.ts';

/** Whole numbers in rows of one length. */
export const countTable = z.array(z.array(z.int().min(0)).min(2)).min(2).refine((rows) => rows.every((row) => row.length === rows[0]!.length), 'rows of one length');

/**
 * Pearson's χ² of a table of counts, with Cramér's V (plain, and corrected for bias by Bergsma 2013) and residuals, adjusted
 * ones beside Pearson's. Counts are of independent units: one person counts once.
 */
function chiSquareOf(table: readonly (readonly number[])[], yates = false) {
  const rows = table.map(sum);
  const columns = table[0]!.map((_, column) => sum(table.map((row) => row[column]!)));
  const n = sum(rows);
  const reason: Reason = n === 0 ? 'nobody' : 'a row or a column is empty';
  if ([...rows, ...columns].includes(0)) return { value: null, reason, statistic: null, df: null, p: null, cramersV: null };
  const [r, c] = [rows.length, columns.length];
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  const each = <V>(of: (observed: number, expected: number, row: number, column: number) => V): V[][] => table.map((row, i) => row.map((observed, j) => of(observed, expected[i]![j]!, rows[i]!, columns[j]!)));
  const plain = sum(each((o, e) => (o - e) ** 2 / e).flat());
  const statistic = yates && r === 2 && c === 2 ? sum(each((o, e) => (Math.abs(o - e) - Math.min(0.5, Math.abs(o - e))) ** 2 / e).flat()) : plain;
  const df = (r - 1) * (c - 1);
  const corrected = Math.max(0, plain / n - df / (n - 1));
  const [rCorrected, cCorrected] = [r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)];
  return {
    statistic, df, p: chiSquareTail(statistic, df),
    cramersV: Math.sqrt(plain / (n * Math.min(r - 1, c - 1))),
    cramersVBiasCorrected: Math.sqrt(corrected / Math.min(rCorrected - 1, cCorrected - 1)),
    expectedCounts: expected,
    pearsonResiduals: each((o, e) => (o - e) / Math.sqrt(e)),
    adjustedResiduals: each((o, e, row, column) => (o - e) / Math.sqrt(e * (1 - row / n) * (1 - column / n))),
    minExpected: Math.min(...expected.flat()), cellsExpectedBelow5: expected.flat().filter((e) => e < 5).length,
  };
}

export const chiSquare = statistic({
  name: 'chiSquare',
  source: 'Pearson 1900; Agresti, Categorical Data Analysis, §3.2–3.3; Bergsma 2013',
  example: { table: [[12, 5], [3, 14]] },
  input: z.object({ table: countTable }),
  options: z.object({ yates: z.boolean().optional() }),
  compute: ({ table }, { yates }) => chiSquareOf(table, yates),
});
