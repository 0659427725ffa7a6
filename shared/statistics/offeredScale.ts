import { dunn, kruskalWallis } from './kruskalWallis.ts';
import { mannWhitney } from './mannWhitney.ts';
import type { RowRefused, ScaleTest } from './offer.ts';

/** The middle of the values; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
/** From here on χ² describes the ranks of a group well enough: below it the p of Kruskal–Wallis is told as approximate. */
const largeEnough = 5;
/** Steps that one row may cost: a table has many rows, and somebody waits for it. */
const effort = 5_000_000;

/** One scale over the groups; those without a value take no part. */
export function rowOfScale(label: string, values: readonly (readonly number[])[], level: number): { readonly result: ScaleTest | RowRefused; readonly isApproximate: boolean } {
  const refused = (reason: RowRefused['reason']) => ({ result: { kind: 'refused', label, reason } as const, isApproximate: false });
  const rated = values.flatMap((group, place) => (group.length > 0 ? [place] : []));
  if (rated.length < 2) return refused('oneGroup');
  const groups = rated.map((place) => [...values[place]!]);
  if (new Set(groups.flat()).size < 2) return refused('nobodyDiffers');
  const base = { kind: 'scale', label, pCorrected: Number.NaN, n: values.map((group) => group.length), medians: values.map((group) => (group.length > 0 ? median(group) : null)), pairs: [] } as const;
  if (groups.length === 2) {
    const found = mannWhitney.of({ x: groups[0]!, y: groups[1]! }, { effort });
    if ('reason' in found) return refused('nobodyDiffers');
    const exact = found.pExact !== null;
    return {
      result: { ...base, test: 'mannWhitney', p: found.pExact ?? found.pAsymptoticContinuity, exact, effect: { measure: 'rankBiserial', value: found.rankBiserial }, higher: (found.rankBiserial + 1) / 2 },
      isApproximate: false,
    };
  }
  const [found, compared] = [kruskalWallis.of({ groups }, {}), dunn.of({ groups }, {})];
  if ('reason' in found || 'reason' in compared) return refused('nobodyDiffers');
  const pairs = compared.pairs.flatMap(({ a, b, z, pHolm }) => (pHolm! <= 1 - level ? [{ a: rated[a]!, b: rated[b]!, z, p: pHolm! }] : []));
  return {
    result: { ...base, test: 'kruskalWallis', p: found.p, exact: false, kruskal: { H: found.H, df: found.df }, effect: { measure: 'epsilonSquared', value: found.epsilonSquared }, pairs },
    isApproximate: groups.some((group) => group.length < largeEnough),
  };
}
