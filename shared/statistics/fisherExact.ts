import { z } from 'zod';
import { countTable } from './chiSquare.ts';
import { logFactorial, rootAsInR } from './distributions.ts';
import { sum } from './ranks.ts';
import type { Reason } from './reasons.ts';
import { sampledP } from './sampledTables.ts';
import { statistic } from './statistic.ts';

/** Tables as likely as the observed one within this count as it does: sums of logarithms differ in their last digits. Source: R's fisher.test. */
const tolerance = 1 + 1e-7;
/** How many steps through the columns are taken at most, unless told otherwise: some seconds. */
const mostSteps = 3_000_000;
/** Random tables that stand for all where there are too many, unless told otherwise. */
const mostTables = 100_000;

/** A table of two by two by its first cell: from where to where it can go, and how likely each is (logarithm, up to a constant). */
function hypergeometric([[a, b], [c, d]]: readonly (readonly number[])[] & readonly [readonly [number, number], readonly [number, number]]) {
  const [row, column, n] = [a + b, a + c, a + b + c + d];
  const low = Math.max(0, row + column - n);
  const high = Math.min(row, column);
  const logs = Array.from({ length: high - low + 1 }, (_, place) => {
    const x = low + place;
    return -(logFactorial(x) + logFactorial(row - x) + logFactorial(column - x) + logFactorial(n - row - column + x));
  });
  return { low, high, logs };
}
/** How likely each first cell is under an odds ratio. */
function tilted(logs: readonly number[], odds: number): number[] {
  if (odds === 0) return logs.map((_, place) => (place === 0 ? 1 : 0));
  const tiltedLogs = logs.map((log, place) => log + place * Math.log(odds));
  const most = Math.max(...tiltedLogs);
  const weights = tiltedLogs.map((log) => Math.exp(log - most));
  const whole = sum(weights);
  return weights.map((weight) => weight / whole);
}
const told = (value: number): number | string => (value === Number.POSITIVE_INFINITY ? 'Infinity' : value);

/** Two by two: p, one-sided ones, and odds ratios. Infinities as the string "Infinity". */
export function fisherTwoByTwo(table: readonly [readonly [number, number], readonly [number, number]], level: number) {
  const [[a, b], [c, d]] = table;
  const { low, high, logs } = hypergeometric(table);
  const at = a - low;
  const likely = tilted(logs, 1);
  const from = (p: readonly number[]) => sum(p.slice(at));
  const upTo = (p: readonly number[]) => sum(p.slice(0, at + 1));
  /** The odds ratio at which something that grows with it is 0; above 1 R looks for its inverse. */
  const solve = (of: (p: readonly number[]) => number): number => {
    const atOne = of(likely);
    if (atOne === 0) return 1;
    return atOne > 0 ? rootAsInR((odds) => of(tilted(logs, odds)), 0, 1) : 1 / rootAsInR((inverse) => of(tilted(logs, 1 / inverse)), Number.EPSILON, 1);
  };
  const rest = (1 - level) / 2;
  return {
    p: Math.min(1, sum(likely.filter((p) => p <= likely[at]! * tolerance))), pGreater: Math.min(1, from(likely)), pLess: Math.min(1, upTo(likely)),
    oddsRatioConditionalMLE: low === high ? null : a === low ? 0 : a === high ? 'Infinity' : solve((p) => sum(p.map((share, place) => share * place)) - at),
    ciLow: a === low ? 0 : solve((p) => from(p) - rest), ciHigh: a === high ? 'Infinity' : solve((p) => rest - upTo(p)),
    oddsRatioSample: b * c === 0 ? (a * d === 0 ? null : told(Number.POSITIVE_INFINITY)) : (a * d) / (b * c),
  };
}

/** Every way to put `total` things into cells that hold no more than `room`. */
function* fillings(room: readonly number[], total: number): Generator<number[]> {
  if (room.length === 1) { if (total <= room[0]!) yield [total]; return; }
  const behind = sum(room.slice(1));
  for (let first = Math.max(0, total - behind); first <= Math.min(room[0]!, total); first++) for (const rest of fillings(room.slice(1), total - first)) yield [first, ...rest];
}
/** The least that Σ ln xᵢ! can be where `total` things go into so many cells: as evenly as can be. */
function even(total: number, cells: number): number {
  const each = Math.floor(total / cells);
  const more = total - each * cells;
  return more * logFactorial(each + 1) + (cells - more) * logFactorial(each);
}
/** For what is left of rows and columns: how likely the likeliest and the unlikeliest ends can be at most and at least, and all ends together (logarithms). */
function endsOf(rows: readonly number[], columns: readonly number[]): { most: number; least: number; all: number } {
  const byRow = sum(rows.map((total) => even(total, columns.length)));
  const byColumn = sum(columns.map((total) => even(total, rows.length)));
  const [rowsWhole, columnsWhole] = [sum(rows.map(logFactorial)), sum(columns.map(logFactorial))];
  return { most: -Math.max(byRow, byColumn), least: -Math.min(rowsWhole, columnsWhole), all: logFactorial(sum(columns)) - rowsWhole - columnsWhole };
}
interface Way { readonly room: number[]; readonly past: Map<number, { readonly log: number; times: number }> }
/**
 * Column by column: what the rows still hold, sorted, and how likely the way was are all that counts for what follows. Ways
 * whose ends are all counted, or none, are not walked to their ends. Source: Mehta & Patel 1983.
 */
function byColumns(given: readonly (readonly number[])[], limit: number): number | null {
  const table = given.length <= given[0]!.length ? given : given[0]!.map((_, column) => given.map((row) => row[column]!));
  const rows = table.map(sum);
  const columns = table[0]!.map((_, column) => sum(table.map((row) => row[column]!))).toSorted((x, y) => y - x);
  const most = Math.log(tolerance) - sum(table.flat().map(logFactorial));
  const whole = -endsOf(rows, columns).all;
  let counted = 0;
  let steps = 0;
  let ways = new Map<string, Way>([['', { room: rows, past: new Map([[0, { log: 0, times: 1 }]]) }]]);
  for (const [place, column] of columns.entries()) {
    const next = new Map<string, Way & { readonly ends: ReturnType<typeof endsOf> }>();
    for (const { room, past } of ways.values()) {
      for (const cells of fillings(room, column)) {
        const left = room.map((each, row) => each - cells[row]!).toSorted((x, y) => x - y);
        const key = left.join();
        let way = next.get(key);
        if (!way) next.set(key, (way = { room: left, past: new Map(), ends: place + 1 < columns.length ? endsOf(left, columns.slice(place + 1)) : { most: 0, least: 0, all: 0 } }));
        const log = sum(cells.map(logFactorial));
        steps += 1 + past.size;
        if (steps > limit) return null;
        for (const before of past.values()) {
          const now = before.log - log;
          if (now + way.ends.most <= most) { counted += before.times * Math.exp(now + way.ends.all + whole); continue; }
          if (now + way.ends.least > most) continue;
          const known = way.past.get(Math.round(now * 1e9));
          if (known) known.times += before.times;
          else way.past.set(Math.round(now * 1e9), { log: now, times: before.times });
        }
      }
    }
    ways = next;
  }
  return Math.min(1, counted);
}

/**
 * Whether rows and columns of counts go together, exactly: all tables that are no likelier than this one. For two by two with
 * odds ratios: of the sample, and the conditional one with its interval. Where there are too many tables to count (more than
 * `effort` steps) p is estimated from random ones, always the same, and `simulated` says how many.
 */
export const fisherExact = statistic({
  name: 'fisherExact',
  source: 'Fisher 1935; Freeman & Halton 1951; the conditional odds ratio as R’s fisher.test',
  example: { table: [[3, 1], [1, 3]] },
  input: z.object({ table: countTable }),
  options: z.object({ level: z.number().gt(0).lt(1).optional(), effort: z.int().min(1).optional(), tables: z.int().min(1).optional(), seed: z.int().optional(), enough: z.int().min(1).optional() }),
  compute({ table }, { level = 0.95, effort = mostSteps, tables = mostTables, seed = 1, enough }): ReturnType<typeof fisherTwoByTwo> | { p: number | null; reason?: Reason; simulated?: { tables: number; seed: number } } {
    if (sum(table.flat()) === 0) return { p: null, reason: 'nobody' };
    if (table.length === 2 && table[0]!.length === 2) return fisherTwoByTwo(table as unknown as readonly [readonly [number, number], readonly [number, number]], level);
    const p = byColumns(table, effort);
    if (p !== null) return { p };
    const estimated = sampledP(table, { tables, seed, tolerance, enough });
    return { p: estimated.p, simulated: { tables: estimated.cases, seed } };
  },
});
