import type { Measure, Measures, PairMeasure } from '../../shared/model/agreement.ts';
import { holsti, maxqdaSegmentKappa, merged, partners, type Segment } from '../../shared/statistics/segmentAgreement.ts';
import { unitizingAlpha } from '../../shared/statistics/unitizingAlpha.ts';
import type { Coded } from './agreementItems.ts';
import { noMeasures, pairsOf, undefinedFor } from './agreementMeasures.ts';

/** The segments of each coder (by place) in one document, what one has twice joined. */
export function segmentsIn({ coder, start, end }: Coded, from: number, to: number, coders: number): Segment[][] {
  const own: [number, number][][] = Array.from({ length: coders }, () => []);
  for (let at = from; at < to; at++) own[coder[at]!]!.push([start[at]!, end[at]!]);
  return own.map(merged);
}
/** For each two coders: segments with a partner, and all that either has. */
export interface Matched { matched: number; first: number; second: number }
export function addMatches(into: Matched[], own: readonly (readonly Segment[])[], present: number, threshold: number): void {
  pairsOf(own.length).forEach(([one, two], index) => {
    if ((present & (1 << one)) === 0 || (present & (1 << two)) === 0) return;
    const counted = into[index]!;
    counted.matched += partners(own[one]!, own[two]!, threshold).length;
    counted.first += own[one]!.length;
    counted.second += own[two]!.length;
  });
}
export const noMatches = (coders: number): Matched[] => pairsOf(coders).map(() => ({ matched: 0, first: 0, second: 0 }));

const meanOf = (all: readonly Measure[]): Measure => {
  const defined = all.flatMap(({ value }) => (value === null ? [] : [value]));
  return defined.length === 0 ? all[0] ?? { value: null, reason: 'no segments' } : { value: defined.reduce((sum, value) => sum + value, 0) / defined.length };
};
/**
 * Segments that coders chose themselves: nobody can count what neither of them has coded, so κ and what else takes chance from that is not
 * defined. Brennan–Prediger takes chance to be one of so many `codes`, as MAXQDA does.
 */
export function segmentMeasures(matched: readonly Matched[], segments: number, codes: number, unitizing: Measure): Measures {
  const coders = coderCount(matched.length);
  const shares = matched.map(({ matched: agreed, first, second }) => holsti.of({ agreed, n1: first, n2: second }, {}));
  const [agreed, all] = [matched.reduce((sum, each) => sum + 2 * each.matched, 0), matched.reduce((sum, each) => sum + each.first + each.second, 0)];
  const chance = matched.map(({ matched: a, first, second }) => { const { value, reason } = maxqdaSegmentKappa.of({ a, b: first - a, c: second - a, codes }, {}); return reason === undefined ? { value } : { value, reason }; });
  return {
    ...noMeasures('segments are chosen freely'), units: segments, percent: all === 0 ? { value: null, reason: 'no segments' } : { value: agreed / all },
    brennanPrediger: meanOf(chance), holsti: meanOf(shares), unitizing,
    pairs: coders === 2 ? [] : pairsOf(coders).map((pair, index): PairMeasure => ({ coders: pair, percent: shares[index]!.value, ...undefinedFor('segments are chosen freely') })),
  };
}
/** So many pairs are of how many. */
const coderCount = (pairs: number): number => (1 + Math.sqrt(1 + 8 * pairs)) / 2;

/** α for chosen units over documents put one behind the other; `units` of each coder: [start, end, code]. */
export function unitizing(length: number, units: readonly (readonly (readonly [number, number, string | number])[])[]): Measure {
  const overlapping = units.some((own) => own.toSorted((a, b) => a[0] - b[0]).some(([start], index, all) => index > 0 && all[index - 1]![1] > start));
  if (overlapping) return { value: null, reason: 'units of one coder overlap' };
  const { uAlphaNominal, ...found } = unitizingAlpha.of({ length, coders: units.map((own) => own.map(([start, end, code]): [number, number, string | number] => [start, end, code])) }, {});
  return 'reason' in found && found.reason !== undefined ? { value: null, reason: found.reason } : uAlphaNominal === null ? { value: null, reason: 'no variation' } : { value: uAlphaNominal };
}
