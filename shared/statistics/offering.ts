import { leastP, leastRankP } from './leastP.ts';
import type { Carried, CountsAsked, Offer, Refusal, RefusalReason, Remark, RowResult, ScaleAsked } from './offer.ts';
import { rowOfCounts, wholeTable } from './offeredCounts.ts';
import { rowOfScale } from './offeredScale.ts';
import { adjusted } from './pAdjust.ts';
import { sum } from './ranks.ts';

/**
 * The test that fits a table of how many of each group are counted in each row, carried out: for two groups Fisher's with
 * odds ratio, φ and the difference of the shares; for more χ², or Fisher's where few are expected in a cell, with Cramér's
 * V and the groups that stand out; p corrected over the rows. Or a refusal with its reason: what one person says many times
 * is not independent, so only people (or documents, with a remark) are tested. Its words: sayOffer in shared/words.
 */
export function offerForCounts(asked: CountsAsked): Offer {
  const { groups, rows, unit, correction = 'holm', level = 0.95 } = asked;
  const refuse = (reason: RefusalReason, n?: number): Refusal => ({ fits: false, reason, unit, ...(n === undefined ? {} : { n }) });
  if (unit !== 'participants' && unit !== 'documents') return refuse('unit');
  if (asked.overlapping) return refuse('overlapping');
  const nOf = (row: CountsAsked['rows'][number], group: number) => row.n?.[group] ?? (row.n ? 0 : groups[group]!.n ?? 0);
  if (asked.repeats || rows.some((row) => row.counts.some((count, group) => (count ?? 0) > nOf(row, group)))) return refuse('repeats');
  if (rows.length === 0) return refuse('noRows');
  const there = groups.flatMap(({ label }, place) => (rows.some((row) => nOf(row, place) > 0) ? [{ label, place }] : []));
  if (there.length < 2) return refuse('oneGroup');
  const sizes = there.map(({ place }) => Math.max(...rows.map((row) => nOf(row, place))));
  if (leastP(sizes) > 1 - level) return refuse('tooFew', sum(sizes));
  if (rows.every((row) => row.counts.every((count) => (count ?? 0) === 0))) return refuse('allZero');
  const cells = rows.map((row) => ({ label: row.label, k: there.map(({ place }) => row.counts[place] ?? 0), n: there.map(({ place }) => nOf(row, place)) }));
  const found = asked.exclusive ? [wholeTable(cells, level)] : cells.map((row) => rowOfCounts(row, level));
  return carried(asked, there, found, [
    ...(unit === 'documents' ? ['documentsAsUnits'] as const : []), ...(asked.exclusive || rows.length < 2 ? [] : [unit === 'documents' ? 'severalRowsADocument' : 'severalRowsAPerson'] as const),
    ...(there.length < groups.length ? ['groupsWithoutPeople'] as const : []), ...simulatedIn(found),
  ], correction, level);
}

/**
 * The test that fits what people of several groups have on a scale, carried out row by row: Mann–Whitney with the
 * rank-biserial correlation for two groups, Kruskal–Wallis with ε² and Dunn's test for more; p corrected over the rows. Or a
 * refusal with its reason. One value a person: ratings of codings have to be brought to their median first.
 */
export function offerForScale(asked: ScaleAsked): Offer {
  const { groups, rows, unit, correction = 'holm', level = 0.95 } = asked;
  const refuse = (reason: RefusalReason, n?: number): Refusal => ({ fits: false, reason, unit, ...(n === undefined ? {} : { n }) });
  if (unit !== 'participants' && unit !== 'documents') return refuse('unit');
  if (asked.overlapping) return refuse('overlapping');
  if (rows.length === 0) return refuse('noRows');
  const there = groups.flatMap(({ label }, place) => (rows.some(({ values }) => (values[place] ?? []).length > 0) ? [{ label, place }] : []));
  if (there.length < 2) return refuse('oneGroup');
  const sizes = there.map(({ place }) => Math.max(...rows.map(({ values }) => (values[place] ?? []).length)));
  if (leastRankP(sizes) > 1 - level) return refuse('tooFew', sum(sizes));
  const found = rows.map(({ label, values }) => rowOfScale(label, there.map(({ place }) => values[place] ?? []), level));
  return carried(asked, there, found, [
    ...(unit === 'documents' ? ['documentsAsUnits'] as const : []), ...(there.length < groups.length ? ['groupsWithoutPeople'] as const : []),
    ...simulatedIn(found),
  ], correction, level);
}

const simulatedIn = (rows: readonly RowResult[]): Remark[] => (rows.some((row) => row.kind !== 'refused' && row.simulated !== undefined) ? ['simulated'] : []);

/** Corrects the p values over the rows that were tested, and takes back which groups stand out where the row does not. */
function carried({ unit, from = 'interviews' }: CountsAsked | ScaleAsked, groups: Carried['groups'], rows: readonly RowResult[], said: readonly Remark[], correction: Carried['correction'], level: number): Carried {
  const alone = rows.map((row) => (row.kind === 'refused' ? null : row.p));
  const p = correction === 'none' ? alone : adjusted(alone, correction);
  const corrected = rows.map((row, place): RowResult => {
    if (row.kind === 'refused') return row;
    const pCorrected = p[place]!;
    if (pCorrected <= 1 - level) return { ...row, pCorrected };
    return row.kind === 'scale' ? { ...row, pCorrected, pairs: [] } : { ...row, pCorrected, standingOut: [] };
  });
  return {
    fits: true, unit, from, correction, level, groups, rows: corrected,
    remarks: [from === 'survey' ? 'whoeverAnswered' : 'chosenForVariety', ...said, ...(rows.some((row) => row.kind !== 'refused' && row.effect.interval) ? ['effectIntervals'] as const : []), ...(rows.some((row) => row.kind === 'refused') ? ['rowsNotTested'] as const : [])],
  };
}
