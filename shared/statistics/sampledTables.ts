import { logFactorial } from './distributions.ts';
import { estimatedP, randomFrom, type Estimated } from './random.ts';
import { sum } from './ranks.ts';

/**
 * The p of Fisher's test where there are too many tables to count: the share of random tables with the same sums that are no
 * likelier than the observed one. Source: Mehta & Patel; R's fisher.test with simulate.p.value.
 */
export function sampledP(table: readonly (readonly number[])[], { tables, seed, tolerance, enough }: { tables: number; seed: number; tolerance: number; enough?: number | undefined }): Estimated {
  const rows = table.map(sum);
  const columns = table[0]!.map((_, column) => sum(table.map((row) => row[column]!))).toSorted((a, b) => a - b);
  const n = sum(rows);
  const logs = Float64Array.from({ length: n + 1 }, (_, k) => logFactorial(k));
  const least = sum(table.flat().map((cell) => logs[cell]!)) - Math.log(tolerance);
  const random = randomFrom(seed);
  /** The row of each person, drawn column by column; the last, largest column is what is left. */
  const people = Int32Array.from(rows.flatMap((size, row) => Array.from({ length: size }, () => row)));
  const [left, cells, drawnColumns] = [new Int32Array(rows.length), new Int32Array(rows.length), columns.slice(0, -1)];
  return estimatedP(() => {
    left.set(rows);
    let [drawn, weight] = [0, 0];
    for (const size of drawnColumns) {
      cells.fill(0);
      for (let each = 0; each < size; each++, drawn++) {
        const other = drawn + Math.floor(random() * (n - drawn));
        const row = people[other]!;
        people[other] = people[drawn]!;
        people[drawn] = row;
        cells[row]!++;
      }
      for (let row = 0; row < cells.length; row++) { weight += logs[cells[row]!]!; left[row]! -= cells[row]!; }
    }
    for (let row = 0; row < left.length; row++) weight += logs[left[row]!]!;
    return weight >= least;
  }, tables, enough);
}
