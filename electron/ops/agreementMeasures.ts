import type { MeasureWithin, Measure, Measures, PairMeasure } from '../../shared/model/agreement.ts';
import { agreementIn, brennanPrediger, fleissKappa, gwetAC1, percentAgreement, type Measure as Corrected } from '../../shared/statistics/agreement.ts';
import { cohenKappa } from '../../shared/statistics/cohenKappa.ts';
import { alphaIn, krippendorffAlpha } from '../../shared/statistics/krippendorffAlpha.ts';
import { ratingsOf, type RatingsInput } from '../../shared/statistics/ratings.ts';
import type { Reason } from '../../shared/statistics/reasons.ts';
import { holsti } from '../../shared/statistics/segmentAgreement.ts';
import { bitsIn } from './agreementSweep.ts';

/** Units by who decided about them (bits by place) and who of them coded them: what all measures of coded or not are taken from. */
export type Patterns = Map<number, Float64Array>;
export const measure = ({ value, reason }: { readonly value: number | null; readonly reason?: string }): Measure => (reason === undefined ? { value } : { value, reason });
export const undefinedFor = (reason: string): MeasureWithin => ({ value: null, reason, low: null, high: null });
export const within = ({ value, reason, ciLow, ciHigh }: { readonly value: number | null; readonly reason?: string; readonly ciLow: number | null; readonly ciHigh: number | null }): MeasureWithin => ({ ...measure({ value, ...(reason === undefined ? {} : { reason }) }), low: ciLow, high: ciHigh });
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Two coders against each other, coded or not: [[both, only the first], [only the second, neither]]. */
function pairTable(patterns: Patterns, first: number, second: number): number[][] {
  const table = [[0, 0], [0, 0]];
  const [one, two] = [1 << first, 1 << second];
  for (const [present, units] of patterns) {
    if ((present & one) === 0 || (present & two) === 0) continue;
    for (let bits = 0; bits < units.length; bits++) if (units[bits]! > 0) table[bits & one ? 0 : 1]![bits & two ? 0 : 1]! += units[bits]!;
  }
  return table;
}
export const pairsOf = (coders: number): [number, number][] => Array.from({ length: coders }, (_, first) => Array.from({ length: coders - first - 1 }, (__, more): [number, number] => [first, first + 1 + more])).flat();

/** What all measures but those of pairs are taken from. */
function ratingsIn(patterns: Patterns, coders: number): RatingsInput {
  if (coders === 2 && [...patterns.keys()].every((present) => present === 3)) return { table: pairTable(patterns, 0, 1) };
  const found = new Map<string, { counts: number[]; times: number }>();
  for (const [present, units] of patterns) {
    const raters = bitsIn(present);
    for (let bits = 0; bits < units.length; bits++) {
      if (units[bits] === 0) continue;
      const counts = [bitsIn(bits), raters - bitsIn(bits)];
      const known = found.get(counts.join());
      if (known) known.times += units[bits]!;
      else found.set(counts.join(), { counts, times: units[bits]! });
    }
  }
  return { counts: [...found.values()].map(({ counts }) => counts), times: [...found.values()].map(({ times }) => times) };
}

/** κ of two; of more the mean of all pairs that have one (Light 1971). */
export function kappaOf(pairs: readonly PairMeasure[]): MeasureWithin {
  if (pairs.length === 1) { const { value, reason, low, high } = pairs[0]!; return reason === undefined ? { value, low, high } : { value, reason, low, high }; }
  const defined = pairs.flatMap(({ value }) => (value === null ? [] : [value]));
  return defined.length === 0 ? undefinedFor(pairs.find(({ reason }) => reason !== undefined)?.reason ?? 'no units') : { value: mean(defined), low: null, high: null };
}
/** Agreeing decisions that something is coded, of all decisions that it is: of more than two the mean of all pairs that coded anything. */
function holstiOf(tables: readonly (readonly (readonly number[])[])[]): Measure {
  const all = tables.map(([[both = 0, first = 0] = [], [second = 0] = []]) => holsti.of({ agreed: both, n1: both + first, n2: both + second }, {}));
  const defined = all.flatMap(({ value }) => (value === null ? [] : [value]));
  return defined.length === 0 ? { value: null, reason: 'no decisions' } : { value: mean(defined) };
}

/** All measures of a code that each unit has or has not; places are those of the chosen coders. */
export function binaryMeasures(patterns: Patterns, coders: number): Measures {
  const tables = pairsOf(coders).map((pair) => ({ pair, table: pairTable(patterns, ...pair) }));
  const pairs = tables.map(({ pair, table }): PairMeasure => {
    const kappa = cohenKappa.of({ table }, {});
    return { coders: pair, percent: percentAgreement.of({ table }, {}).value, ...within(kappa) };
  });
  const ratings = ratingsIn(patterns, coders);
  // Read once for all, and without the errors that nobody asks for here; whatever is not defined says why itself.
  const known = ratingsOf(ratings, undefined);
  const valueOf = (name: Corrected, statistic: { of(given: RatingsInput, options: object): { readonly value: number | null; readonly reason?: string } }): Measure => {
    const value = 'reason' in known ? null : agreementIn(name, known);
    return value === null ? measure(statistic.of(ratings, {})) : { value };
  };
  const alpha = 'reason' in known ? null : alphaIn(known, 'nominal').value;
  let units = 0;
  for (const [present, counted] of patterns) if (bitsIn(present) > 1) for (const count of counted) units += count;
  return {
    units, percent: valueOf('percentAgreement', percentAgreement), kappa: kappaOf(pairs),
    fleiss: valueOf('fleissKappa', fleissKappa), alpha: alpha === null ? measure(krippendorffAlpha.of(ratings, {})) : { value: alpha }, ac1: valueOf('gwetAC1', gwetAC1), brennanPrediger: valueOf('brennanPrediger', brennanPrediger),
    holsti: holstiOf(tables.map(({ table }) => table)), unitizing: null, pairs: coders > 2 ? pairs : [],
  };
}

/** Everything undefined, for one reason. */
export const noMeasures = (reason: Reason): Measures => ({ units: 0, percent: { value: null, reason }, kappa: undefinedFor(reason), fleiss: { value: null, reason }, alpha: { value: null, reason }, ac1: { value: null, reason }, brennanPrediger: { value: null, reason }, holsti: { value: null, reason }, unitizing: null, pairs: [] });

const averaged = ['percent', 'kappa', 'fleiss', 'alpha', 'ac1', 'brennanPrediger', 'holsti'] as const;
/** The mean of what documents give by themselves, each by its weight; of a measure only those where it is defined. Means have no interval. */
export function meanMeasures(each: readonly { readonly measures: Measures; readonly weight: number }[], whole: Measures): Measures {
  const meanOf = (of: (measures: Measures) => Measure): Measure => {
    const defined = each.flatMap(({ measures, weight }) => { const { value } = of(measures); return value === null || weight === 0 ? [] : [{ value, weight }]; });
    if (defined.length === 0) return { value: null, reason: of(whole).reason ?? each.map(({ measures }) => of(measures).reason).find((reason) => reason !== undefined) ?? 'no units' };
    return { value: defined.reduce((sum, { value, weight }) => sum + value * weight, 0) / defined.reduce((sum, { weight }) => sum + weight, 0) };
  };
  const means = Object.fromEntries(averaged.map((name) => [name, meanOf((measures) => measures[name])])) as Record<(typeof averaged)[number], Measure>;
  return {
    ...whole, ...means, kappa: { ...means.kappa, low: null, high: null }, unitizing: whole.unitizing && meanOf((measures) => measures.unitizing ?? { value: null }),
    pairs: whole.pairs.map((pair, index) => ({ ...pair, ...meanOf((measures) => measures.pairs[index] ?? { value: null }), percent: meanOf((measures) => ({ value: measures.pairs[index]?.percent ?? null })).value, low: null, high: null })),
  };
}
