import { chiSquare } from './chiSquare.ts';
import { normalTwoSided } from './distributions.ts';
import { fisherExact, fisherTwoByTwo } from './fisherExact.ts';
import type { CountsTest, Interval, RowRefused, StandingOut, WholeTest } from './offer.ts';
import { adjusted } from './pAdjust.ts';
import { shareDifference } from './proportions.ts';
import { sum } from './ranks.ts';

/** A row that was tested or not, and whether its p is approximate though few are expected in some cells. */
interface Found<Result> { readonly result: Result | RowRefused; readonly isApproximate: boolean }
/** Cochran 1954: χ² may be used where no cell expects less than 1 and at most a fifth of them less than 5. */
export const isLargeEnough = (expected: readonly number[]): boolean => Math.min(...expected) >= 1 && expected.filter((each) => each < 5).length <= expected.length / 5;
/** Steps that one row may cost: a table has many rows, and somebody waits for it. */
const effort = 200_000;

interface Row { readonly label: string; readonly k: readonly number[]; readonly n: readonly number[] }
/** One row: who is counted against who is not, over the groups that were asked. Places of groups are those of the row. */
export function rowOfCounts({ label, k, n }: Row, level: number): Found<CountsTest> {
  const refused = (reason: RowRefused['reason']): Found<CountsTest> => ({ result: { kind: 'refused', label, reason }, isApproximate: false });
  const asked = n.flatMap((size, group) => (size > 0 ? [group] : []));
  if (asked.length < 2) return refused('oneGroup');
  if (sum(k) === 0) return refused('allZero');
  if (sum(k) === sum(n)) return refused('nobodyDiffers');
  const table = asked.map((group) => [k[group]!, n[group]! - k[group]!]);
  const base = { kind: 'counts', label, k, n, pCorrected: Number.NaN, standingOut: [] } as const;
  if (asked.length === 2) return { result: { ...base, ...twoGroups(table as [[number, number], [number, number]], level) }, isApproximate: false };
  const found = ofTable(table);
  const z = found.residuals.map((cells) => cells[0]!);
  const p = adjusted(z.map(normalTwoSided), 'holm');
  const standingOut = asked.flatMap((group, place): StandingOut[] => (p[place]! <= 1 - level ? [{ group, z: z[place]!, p: p[place]! }] : []));
  return { result: { ...base, ...found.told, standingOut }, isApproximate: found.isApproximate };
}

function twoGroups(table: [[number, number], [number, number]], level: number) {
  const [[a, b], [c, d]] = table;
  const exact = fisherTwoByTwo(table, level);
  const odds = exact.oddsRatioConditionalMLE;
  const oddsRatio: Interval | null = odds === null ? null : { value: Number(odds), low: Number(exact.ciLow), high: Number(exact.ciHigh) };
  return {
    test: 'fisher', p: exact.p, oddsRatio, difference: shareDifference([a, a + b], [c, c + d], level)!,
    effect: { measure: 'phi', value: (a * d - b * c) / Math.sqrt((a + b) * (c + d) * (a + c) * (b + d)) },
  } as const;
}
/** Any larger table: χ² where enough are expected, Fisher's exact test where not; where that would take too long χ² after all, and told so. */
function ofTable(table: readonly (readonly number[])[]) {
  const found = chiSquare.of({ table: table.map((row) => [...row]) }, {});
  if ('reason' in found) throw new Error('a row or a column of a table that is tested is empty');
  const fitsChiSquare = isLargeEnough(found.expectedCounts.flat());
  const exact = fitsChiSquare ? null : fisherExact.of({ table: table.map((row) => [...row]) }, { effort }).p;
  const effect = { measure: 'cramersV', value: found.cramersV } as const;
  const told = exact === null ? { test: 'chiSquare', p: found.p, chiSquare: { statistic: found.statistic, df: found.df }, effect } as const : { test: 'fisher', p: exact, effect } as const;
  return { told, residuals: found.adjustedResiduals, isApproximate: !fitsChiSquare && exact === null };
}

/** Rows of which everybody stands in one: the whole table at once. Rows in which nobody stands take no part. */
export function wholeTable(given: readonly Row[], level: number): Found<WholeTest> {
  const rows = given.map(({ k }) => k);
  const used = rows.flatMap((row, place) => (sum(row) > 0 ? [place] : []));
  const groups = (rows[0] ?? []).flatMap((_, group) => (rows.some((row) => row[group]! > 0) ? [group] : []));
  if (used.length < 2 || groups.length < 2) return { result: { kind: 'refused', label: '', reason: groups.length < 2 ? 'oneGroup' : 'nobodyDiffers' }, isApproximate: false };
  const table = used.map((row) => groups.map((group) => rows[row]![group]!));
  const found = ofTable(table);
  const cells = used.flatMap((row, i) => groups.map((group, j) => ({ row, of: given[row]!.label, group, z: found.residuals[i]![j]! })));
  const p = adjusted(cells.map(({ z }) => normalTwoSided(z)), 'holm');
  const standingOut = cells.flatMap((cell, place) => (p[place]! <= 1 - level ? [{ ...cell, p: p[place]! }] : []));
  return { result: { kind: 'whole', label: '', pCorrected: Number.NaN, n: sum(table.flat()), ...found.told, standingOut }, isApproximate: found.isApproximate };
}
