import type { AgreementTable, Measures, PairMeasure } from './agreement.ts';

/** Every two coders, by their places; of two there is but one pair, which is what is told of all. */
export const pairsIn = ({ pairs, kappa, percent }: Measures, coders: number): readonly PairMeasure[] => (coders === 2 ? [{ coders: [0, 1], ...kappa, percent: percent.value }] : pairs);
/** κ; of segments, which have none, the share that finds a partner. */
export const pairValue = ({ value, percent }: PairMeasure, isShare: boolean): number | null => (isShare ? percent : value);
/** How each coder agrees with the others: the mean of her pairs that have a value. */
export const withOthers = (pairs: readonly PairMeasure[], coders: number, isShare: boolean): (number | null)[] => Array.from({ length: coders }, (_, place) => {
  const own = pairs.flatMap((pair) => { const value = pairValue(pair, isShare); return value !== null && pair.coders.includes(place) ? [value] : []; });
  return own.length === 0 ? null : own.reduce((sum, value) => sum + value, 0) / own.length;
});

/** Who agrees with whom, and who departs: of three coders or more. */
export interface Departing {
  /** Whose mean with the others is least. */
  readonly coder: number; readonly mean: number;
  readonly most: PairMeasure; readonly least: PairMeasure;
}
/** Null of two coders, and where all agree alike. */
export function departingIn({ overall, coders, asked }: Pick<AgreementTable, 'overall' | 'coders' | 'asked'>): Departing | null {
  if (coders.length < 3) return null;
  const isShare = asked.unit === 'segment';
  const known = overall.pairs.filter((pair) => pairValue(pair, isShare) !== null).toSorted((a, b) => pairValue(a, isShare)! - pairValue(b, isShare)!);
  const means = withOthers(overall.pairs, coders.length, isShare).map((mean, coder) => ({ coder, mean })).filter((each): each is { coder: number; mean: number } => each.mean !== null).toSorted((a, b) => a.mean - b.mean);
  const [least, most] = [known[0], known.at(-1)];
  if (!least || !most || means.length < 2 || means[1]!.mean - means[0]!.mean < 1e-9) return null;
  return { ...means[0]!, most, least };
}
