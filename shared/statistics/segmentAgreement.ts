import { z } from 'zod';
import { krippendorffAlpha } from './krippendorffAlpha.ts';
import { statistic } from './statistic.ts';

/** [start, end) of a text. */
export type Segment = readonly [start: number, end: number];
const segments = z.array(z.tuple([z.int().min(0), z.int().min(0)]).refine(([start, end]) => start < end, 'start before end'));
const lengthOf = ([start, end]: Segment): number => end - start;
const overlapOf = (a: Segment, b: Segment): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** Segments of one coder that overlap become one; those that only touch stay two. Sorted. */
export function merged(given: readonly Segment[]): Segment[] {
  const result: [number, number][] = [];
  for (const [start, end] of given.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
/** How many characters lie in segments of both. Both sorted and without overlaps of their own. */
function sharedLength(a: readonly Segment[], b: readonly Segment[]): number {
  let [total, j] = [0, 0];
  for (const each of a) {
    while (j < b.length && b[j]![1] <= each[0]) j++;
    for (let at = j; at < b.length && b[at]![0] < each[1]; at++) total += overlapOf(each, b[at]!);
  }
  return total;
}
/** Pairs of segments that overlap by at least the threshold of what `whole` says, each segment in one pair at most: best first, then leftmost. */
function matches(a: readonly Segment[], b: readonly Segment[], threshold: number, whole: (a: Segment, b: Segment, overlap: number) => number): [number, number][] {
  const candidates = a.flatMap((one, i) => b.flatMap((other, j) => {
    const overlap = overlapOf(one, other);
    const share = overlap / whole(one, other, overlap);
    return overlap > 0 && share >= threshold - 1e-12 ? [{ i, j, share }] : [];
  })).toSorted((x, y) => y.share - x.share || x.i - y.i || x.j - y.j);
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  return candidates.flatMap(({ i, j }): [number, number][] => {
    if (takenA.has(i) || takenB.has(j)) return [];
    takenA.add(i);
    takenB.add(j);
    return [[i, j]];
  });
}
/** Partners by what two segments cover together, which is what programs mean by overlap here: as pairs of places. */
export const partners = (a: readonly Segment[], b: readonly Segment[], threshold: number): [number, number][] => matches(a, b, threshold, (one, other, overlap) => lengthOf(one) + lengthOf(other) - overlap);

/**
 * How far two coders agree where they coded freely, for one code and one text: by characters (NVivo’s percentage and κ,
 * Jaccard, α; QualCoder’s κ only to compare with its output, its chance term is a product where Cohen has a sum) and by
 * segments (MAXQDA’s rule: partners overlap by the threshold, here of their union). Overlaps of one coder are joined first.
 */
export const segmentAgreement = statistic({
  name: 'segmentAgreement',
  source: 'NVivo help, Coding Comparison; MAXQDA help, Intercoder Agreement; QualCoder report_compare_coder_file; Krippendorff 2019',
  example: { length: 1000, coderA: [[0, 130]], coderB: [[80, 200]] },
  input: z.object({ length: z.int().min(0), coderA: segments, coderB: segments })
    .refine(({ length, coderA, coderB }) => [...coderA, ...coderB].every(([, end]) => end <= length), 'segments within the length'),
  options: z.object({ threshold: z.number().gt(0).max(1).optional() }),
  compute({ length, coderA, coderB }, { threshold = 0.9 }) {
    const [a, b] = [merged(coderA), merged(coderB)];
    const [inA, inB, both] = [a.reduce((total, each) => total + lengthOf(each), 0), b.reduce((total, each) => total + lengthOf(each), 0), sharedLength(a, b)];
    const [aOnly, bOnly, either] = [inA - both, inB - both, inA + inB - both];
    const neither = length - either;
    const byUnion = partners(a, b, threshold);
    const longer = matches(a, b, threshold, (one, other) => Math.max(lengthOf(one), lengthOf(other)));
    const shorter = matches(a, b, threshold, (one, other) => Math.min(lengthOf(one), lengthOf(other)));
    const [pairs, unmatched] = [byUnion.length, a.length + b.length - 2 * byUnion.length];
    const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
    return {
      both, aOnly, bOnly, neither,
      nvivoPercentAgreement: share(both + neither, length), nvivoKappa: nvivoKappa(length, inA, inB, both + neither), qualcoderKappaAsCoded: qualcoderKappa(either, inA, inB, both),
      charJaccard: share(both, either), charAlphaNominal: krippendorffAlpha.of({ table: [[both, aOnly], [bOnly, neither]] }, {}).value,
      match90_union: byUnion.length, match90_longer: longer.length, match90_shorter: shorter.length,
      segmentAgreementPerCoder: { agree: 2 * pairs, disagree: unmatched, percent: share(2 * pairs, a.length + b.length) },
      segmentAgreementPairs: { a: pairs, bc: unmatched, percent: share(pairs, pairs + unmatched) },
      matched: byUnion.map(([i, j]) => [a[i], b[j]]),
      onlyCoderA: a.filter((_, i) => !byUnion.some(([mine]) => mine === i)), onlyCoderB: b.filter((_, j) => !byUnion.some(([, other]) => other === j)),
    };
  },
});
/** Cohen’s κ of characters; 1 where nobody could disagree, as NVivo has it. */
function nvivoKappa(length: number, inA: number, inB: number, agreed: number): number | null {
  if (length === 0) return null;
  const expected = (inA * inB + (length - inA) * (length - inB)) / length;
  return agreed === length ? 1 : (agreed - expected) / (length - expected);
}
function qualcoderKappa(either: number, inA: number, inB: number, both: number): number | null {
  if (either === 0) return null;
  const chance = ((inA * inB) / either ** 2) * (((inA - both) * (inB - both)) / either ** 2);
  return (both / either - chance) / (1 - chance);
}

/** Agreeing decisions of two coders who need not have made the same number of them. Chance is not taken out. */
export const holsti = statistic({
  name: 'holsti',
  source: 'Holsti 1969: 2M/(N₁ + N₂)',
  example: { agreed: 14, n1: 20, n2: 16 },
  input: z.object({ agreed: z.int().min(0), n1: z.int().min(0), n2: z.int().min(0) }).refine(({ agreed, n1, n2 }) => agreed <= Math.min(n1, n2), 'no more agreed than either decided'),
  options: z.object({}),
  compute: ({ agreed, n1, n2 }) => (n1 + n2 === 0 ? { value: null, reason: 'no decisions' } : { value: (2 * agreed) / (n1 + n2) }),
});

/** MAXQDA’s κ of freely chosen segments: a matched, b and c unmatched; that both leave something uncoded is not defined, chance is 1/number of codes. */
export const maxqdaSegmentKappa = statistic({
  name: 'maxqdaSegmentKappa',
  source: 'MAXQDA help, Intercoder Agreement; Brennan & Prediger 1981',
  example: { a: 14, b: 3, c: 3, codes: 5 },
  input: z.object({ a: z.int().min(0), b: z.int().min(0), c: z.int().min(0), codes: z.int().min(1) }),
  options: z.object({}),
  compute({ a, b, c, codes }) {
    const chance = 1 / codes;
    if (a + b + c === 0) return { observed: null, chance, value: null, reason: 'no segments' };
    const observed = a / (a + b + c);
    return codes === 1 ? { observed, chance, value: null, reason: 'one code: chance agreement is 1' } : { observed, chance, value: (observed - chance) / (1 - chance) };
  },
});
