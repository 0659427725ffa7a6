import { chiSquare } from './chiSquare.ts';
import { cramersVInterval } from './effectIntervals.ts';
import { normalTwoSided } from './distributions.ts';
import { fisherExact, fisherTwoByTwo } from './fisherExact.ts';
import { leastP } from './leastP.ts';
import type { CountsTest, Effect, Interval, RowRefused, StandingOut, WholeTest } from './offer.ts';
import { adjusted } from './pAdjust.ts';
import { shareDifference } from './proportions.ts';
import { sum } from './ranks.ts';

/** Cochran 1954: χ² may be used where no cell expects less than 1 and at most a fifth of them less than 5. */
export const isLargeEnough = (expected: readonly number[]): boolean => Math.min(...expected) >= 1 && expected.filter((each) => each < 5).length <= expected.length / 5;
/** Steps that one row may cost: a table has many rows, and somebody waits for it. */
const effort = 20_000;
/** With more tables than this there is no use in beginning to count them. */
const countable = 5_000_000;
const randomTables = 20_000;
/** With so many random tables as far out p is known to a twentieth of itself. */
export const enough = 400;

interface Row { readonly label: string; readonly k: readonly number[]; readonly n: readonly number[] }
/** One row: who is counted against who is not, over the groups that were asked. Places of groups are those of the row. */
export function rowOfCounts({ label, k, n }: Row, level: number): CountsTest | RowRefused {
  const refused = (reason: RowRefused['reason']): RowRefused => ({ kind: 'refused', label, reason });
  const asked = n.flatMap((size, group) => (size > 0 ? [group] : []));
  if (asked.length < 2) return refused('oneGroup');
  if (leastP(asked.map((group) => n[group]!)) > 1 - level) return refused('tooFew');
  if (sum(k) === 0) return refused('allZero');
  if (sum(k) === sum(n)) return refused('nobodyDiffers');
  const table = asked.map((group) => [k[group]!, n[group]! - k[group]!]);
  const base = { kind: 'counts', label, k, n, pCorrected: Number.NaN, standingOut: [] } as const;
  if (asked.length === 2) return { ...base, ...twoGroups(table as [[number, number], [number, number]], level) };
  const found = ofTable(table, level);
  const z = found.residuals.map((cells) => cells[0]!);
  const p = adjusted(z.map(normalTwoSided), 'holm');
  const standingOut = asked.flatMap((group, place): StandingOut[] => (p[place]! <= 1 - level ? [{ group, z: z[place]!, p: p[place]! }] : []));
  return { ...base, ...found.told, standingOut };
}

function twoGroups(table: [[number, number], [number, number]], level: number) {
  const [[a, b], [c, d]] = table;
  const exact = fisherTwoByTwo(table, level);
  const odds = exact.oddsRatioConditionalMLE;
  const oddsRatio: Interval | null = odds === null ? null : { value: Number(odds), low: Number(exact.ciLow), high: Number(exact.ciHigh) };
  return {
    test: 'fisher', p: exact.p, oddsRatio, difference: shareDifference([a, a + b], [c, c + d], level)!,
    effect: { measure: 'phi', value: (a * d - b * c) / Math.sqrt((a + b) * (c + d) * (a + c) * (b + d)), ...reachOf(table, level) },
  } as const;
}
/** The interval of |φ| or V: it rests on large numbers, as χ² does. */
function reachOf(table: number[][], level: number): Pick<Effect, 'interval'> {
  const found = chiSquare.of({ table }, {});
  if ('reason' in found || !isLargeEnough(found.expectedCounts.flat())) return {};
  return { interval: cramersVInterval({ chiSquare: found.statistic, df: found.df, n: sum(table.flat()), smaller: Math.min(table.length, table[0]!.length) - 1 }, level) };
}
/** Any larger table: χ² where enough are expected, Fisher's exact test where not, estimated where it would take too long. */
function ofTable(table: number[][], level: number) {
  const found = chiSquare.of({ table }, {});
  if ('reason' in found) throw new Error('a row or a column of a table that is tested is empty');
  const effect = { measure: 'cramersV', value: found.cramersV, ...reachOf(table, level) } as const;
  const residuals = found.adjustedResiduals;
  if (isLargeEnough(found.expectedCounts.flat())) return { told: { test: 'chiSquare', p: found.p, chiSquare: { statistic: found.statistic, df: found.df }, effect } as const, residuals };
  const exact = fisherExact.of({ table }, { effort: tablesAtMost(table) > countable ? 1 : effort, tables: randomTables, enough });
  if (exact.p === null) throw new Error('a table that is tested is empty');
  const simulated = 'simulated' in exact && exact.simulated ? { simulated: exact.simulated.tables } : {};
  return { told: { test: 'fisher', p: exact.p, effect, ...simulated } as const, residuals };
}

/** More than there can be with these sums: each cell but the first of its row and column may hold as many as either allows. */
function tablesAtMost(table: readonly (readonly number[])[]): number {
  const columns = table[0]!.map((_, column) => sum(table.map((row) => row[column]!)));
  return table.slice(1).reduce((all, row) => columns.slice(1).reduce((ways, column) => ways * (Math.min(sum(row), column) + 1), all), 1);
}

/** Rows of which everybody stands in one: the whole table at once. Rows in which nobody stands take no part. */
export function wholeTable(given: readonly Row[], level: number): WholeTest | RowRefused {
  const rows = given.map(({ k }) => k);
  const used = rows.flatMap((row, place) => (sum(row) > 0 ? [place] : []));
  const groups = (rows[0] ?? []).flatMap((_, group) => (rows.some((row) => row[group]! > 0) ? [group] : []));
  if (used.length < 2 || groups.length < 2) return { kind: 'refused', label: '', reason: groups.length < 2 ? 'oneGroup' : 'nobodyDiffers' };
  const table = used.map((row) => groups.map((group) => rows[row]![group]!));
  const found = ofTable(table, level);
  const cells = used.flatMap((row, i) => groups.map((group, j) => ({ row, of: given[row]!.label, group, z: found.residuals[i]![j]! })));
  const p = adjusted(cells.map(({ z }) => normalTwoSided(z)), 'holm');
  const standingOut = cells.flatMap((cell, place) => (p[place]! <= 1 - level ? [{ ...cell, p: p[place]! }] : []));
  return { kind: 'whole', label: '', pCorrected: Number.NaN, n: sum(table.flat()), ...found.told, standingOut };
}
