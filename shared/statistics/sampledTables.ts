import { logFactorial } from './distributions.ts';
import { randomFrom } from './random.ts';
import { sum } from './ranks.ts';

/**
 * The p of Fisher's test where there are too many tables to count: the share of random tables with the same sums that are no
 * likelier than the observed one (which counts as one of them, so p is never 0). Source: Mehta & Patel; R's fisher.test with simulate.p.value.
 */
export function sampledP(table: readonly (readonly number[])[], tables: number, seed: number, tolerance: number): number {
  const rows = table.map(sum);
  const columns = table[0]!.map((_, column) => sum(table.map((row) => row[column]!))).toSorted((a, b) => a - b);
  const n = sum(rows);
  const logs = Float64Array.from({ length: n + 1 }, (_, k) => logFactorial(k));
  const least = sum(table.flat().map((cell) => logs[cell]!)) - Math.log(tolerance);
  const random = randomFrom(seed);
  /** The row of each person, drawn column by column; the last, largest column is what is left. */
  const people = Int32Array.from(rows.flatMap((size, row) => Array.from({ length: size }, () => row)));
  let asFar = 0;
  for (let turn = 0; turn < tables; turn++) {
    const left = [...rows];
    let [drawn, weight] = [0, 0];
    for (const size of columns.slice(0, -1)) {
      const cells = new Int32Array(rows.length);
      for (let each = 0; each < size; each++, drawn++) {
        const other = drawn + Math.floor(random() * (n - drawn));
        const row = people[other]!;
        people[other] = people[drawn]!;
        people[drawn] = row;
        cells[row]!++;
      }
      for (const [row, cell] of cells.entries()) { weight += logs[cell]!; left[row]! -= cell; }
    }
    for (const cell of left) weight += logs[cell]!;
    if (weight >= least) asFar++;
  }
  return (asFar + 1) / (tables + 1);
}
