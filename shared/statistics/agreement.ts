import { z } from 'zod';
import { normalTwoSided } from './distributions.ts';
import { sum } from './ranks.ts';
import type { Reason } from './reasons.ts';
import { categoriesOption, pairTable, ratingsInput, ratingsOf, type Ratings, type RatingsInput } from './ratings.ts';
import { statistic, type Undefined } from './statistic.ts';

const options = z.object({ categories: categoriesOption });

/** What all measures of agreement among any number of coders have in common. */
interface Common {
  readonly ratings: Ratings;
  /** Units with at least one rating, and with at least two. */
  readonly rated: number;
  readonly paired: number;
  /** Mean over the units with two ratings or more of their agreeing pairs among their pairs. */
  readonly pa: number;
  /** Mean over all rated units of the share of their ratings in each category: also units with one rating count. */
  readonly shares: readonly number[];
}
const agreeingPairs = (counts: readonly number[]): number => {
  const m = sum(counts);
  return m < 2 ? 0 : sum(counts.map((count) => count * (count - 1))) / (m * (m - 1));
};
function commonOf(given: z.output<typeof ratingsInput>, categories: z.output<typeof categoriesOption>): Common | Undefined {
  const ratings = ratingsOf(given, categories);
  return 'reason' in ratings ? { value: null, reason: ratings.reason } : commonIn(ratings);
}
function commonIn(ratings: Ratings): Common | Undefined {
  const { values, units } = ratings;
  const rated = sum(units.map(({ times }) => times));
  const pairs = units.filter(({ counts }) => sum(counts) >= 2);
  const paired = sum(pairs.map(({ times }) => times));
  if (paired === 0) return { value: null, reason: rated === 0 ? 'no units' : 'no unit that two coders rated' };
  return {
    ratings, rated, paired, pa: sum(pairs.map(({ counts, times }) => times * agreeingPairs(counts))) / paired,
    shares: values.map((_, place) => sum(units.map(({ counts, times }) => (times * counts[place]!) / sum(counts))) / rated),
  };
}
/** How often coders would agree by chance, as each measure sees it. */
const chanceOf = {
  percentAgreement: () => 0,
  scottPi: ({ shares }: Common) => sum(shares.map((share) => share ** 2)),
  gwetAC1: ({ shares, ratings: { offered } }: Common) => sum(shares.map((share) => share * (1 - share))) / (offered - 1),
  brennanPrediger: ({ ratings: { offered } }: Common) => 1 / offered,
  fleissKappa: ({ shares }: Common) => sum(shares.map((share) => share ** 2)),
} as const;
export type Measure = keyof typeof chanceOf;
export const measures = Object.keys(chanceOf) as readonly Measure[];
/** The ratings that a measure rests on: of Scott’s π those of two coders, in pairs. */
export function ratingsFor(measure: Measure, given: RatingsInput, categories: z.output<typeof categoriesOption>): Ratings | null {
  const pairs = measure === 'scottPi' ? pairTable(given, categories) : null;
  if (pairs && 'reason' in pairs) return null;
  const ratings = pairs ? ratingsOf({ table: pairs.map((row) => [...row]) }, undefined) : ratingsOf(given, categories);
  return 'reason' in ratings ? null : ratings;
}
/** A measure's value; null where it is not defined. */
export function agreementIn(measure: Measure, ratings: Ratings): number | null {
  const common = commonIn(ratings);
  if ('reason' in common || ((measure === 'scottPi' || measure === 'fleissKappa') && Math.max(...common.shares) > 1 - 1e-12) || (measure === 'gwetAC1' && ratings.offered === 1)) return null;
  const pe = chanceOf[measure](common);
  return pe === 1 ? null : (common.pa - pe) / (1 - pe);
}
/**
 * The standard error of Gwet for a measure (pa − pe)/(1 − pe), from what each unit contributes to both. `expectedOf` is a
 * unit's own chance agreement, whose mean is pe. A table of two coders is taken by its n, raw ratings by n − 1, as irrCAC does.
 */
function gwetError({ ratings: { units }, rated, paired }: Common, value: number, pe: number, isTable: boolean, expectedOf: (counts: readonly number[]) => number): number | null {
  if (rated < 2) return null;
  const squares = units.map(({ counts, times }) => {
    const isPaired = sum(counts) >= 2;
    const own = isPaired ? ((rated / paired) * (agreeingPairs(counts) - pe)) / (1 - pe) : 0;
    return times * (own - (2 * (1 - value) * (expectedOf(counts) - pe)) / (1 - pe) - value) ** 2;
  });
  return Math.sqrt(sum(squares) / (rated * (isTable ? rated : rated - 1)));
}

/** How often coders agree, as a share of what they could agree on; chance is not taken out. */
export const percentAgreement = statistic({
  name: 'percentAgreement',
  source: 'mean over the units of agreeing pairs among pairs; units with fewer than two ratings are left out',
  example: { coders: [[1, 2, 3, null], [1, 2, 2, 4]] },
  input: ratingsInput, options,
  compute(given, { categories }) {
    const common = commonOf(given, categories);
    return 'reason' in common ? common : { value: common.pa, units: common.paired };
  },
});

/** Agreement of two coders beyond what the shares of the categories, taken over both of them, would bring about. */
export const scottPi = statistic({
  name: 'scottPi',
  source: 'Scott 1955',
  example: { table: [[20, 5], [10, 15]] },
  input: ratingsInput, options,
  compute(given, { categories }) {
    const pairs = pairTable(given, categories);
    if ('reason' in pairs) return { value: null, reason: pairs.reason };
    const common = commonOf({ table: pairs.map((row) => [...row]) }, undefined);
    if ('reason' in common) return common;
    const expected = chanceOf.scottPi(common);
    return common.shares.includes(1) ? { value: null, reason: 'expected agreement is 1' } : { value: (common.pa - expected) / (1 - expected), observed: common.pa, expected, units: common.paired };
  },
});

/**
 * Agreement beyond chance where chance is what raters do who do not know: little where a category is very common. It depends
 * on how many categories were offered, so the codebook's list belongs to it.
 */
export const gwetAC1 = statistic({
  name: 'gwetAC1',
  source: 'Gwet 2008, 2014 (also with missing ratings); standard error without correction for a finite population',
  example: { coders: [[1, 2, 3, null], [1, 2, 2, 4]] },
  input: ratingsInput, options,
  compute(given, { categories }) {
    const common = commonOf(given, categories);
    if ('reason' in common) return { ...common, se: null };
    const q = common.ratings.offered;
    if (q === 1) return oneCategory(common);
    const pe = chanceOf.gwetAC1(common);
    const value = (common.pa - pe) / (1 - pe);
    const se = gwetError(common, value, pe, 'table' in given, (counts) => sum(counts.map((count, place) => count * (1 - common.shares[place]!))) / (sum(counts) * (q - 1)));
    return { value, pa: common.pa, pe, se, units: common.paired };
  },
});
const oneCategory = ({ paired }: Common) => ({ value: 1, pa: 1, pe: 0, se: 0, units: paired, flag: 'only one category was offered: nobody could disagree' });

/** Agreement beyond chance where chance takes each category that was offered as often as another. */
export const brennanPrediger = statistic({
  name: 'brennanPrediger',
  source: 'Brennan & Prediger 1981; with missing ratings Gwet 2014',
  example: { coders: [[1, 2, 3, null], [1, 2, 2, 4]] },
  input: ratingsInput, options,
  compute(given, { categories }) {
    const common = commonOf(given, categories);
    if ('reason' in common) return { ...common, se: null };
    if (common.ratings.offered === 1) return oneCategory(common);
    const pe = chanceOf.brennanPrediger(common);
    const value = (common.pa - pe) / (1 - pe);
    return { value, pa: common.pa, pe, se: gwetError(common, value, pe, 'table' in given, () => pe), units: common.paired };
  },
});

const undefinedFleiss = (reason: Reason) => ({ value: null, reason, observed: null, pa: null, expected: null, seNull: null, z: null, p: null, seGwet: null, perCategory: null });

/**
 * Agreement of any number of coders beyond what the shares of the categories would bring about. Where every unit has as many
 * ratings, z and p rest on the error that holds where nobody agrees beyond chance, and each category has its own κ; where
 * ratings are missing, Gwet's generalisation.
 */
export const fleissKappa = statistic({
  name: 'fleissKappa',
  source: 'Fleiss 1971; Fleiss, Nee & Landis 1979 (seNull); Gwet 2014 (missing ratings, seGwet)',
  example: { coders: [[1, 2, 3, null], [1, 2, 2, 4]] },
  input: ratingsInput, options,
  compute(given, { categories }) {
    const common = commonOf(given, categories);
    if ('reason' in common) return undefinedFleiss(common.reason);
    const { ratings, shares, pa } = common;
    if (Math.max(...shares) > 1 - 1e-12) return { ...undefinedFleiss('expected agreement is 1'), observed: pa, pa, expected: 1, perCategory: shares.map(() => null) };
    const pe = chanceOf.fleissKappa(common);
    const value = (pa - pe) / (1 - pe);
    const sizes = new Set(ratings.units.map(({ counts }) => sum(counts)));
    const nullError = sizes.size === 1 ? errorByChance(shares, common.rated, [...sizes][0]!) : null;
    return {
      value, observed: pa, pa, expected: pe,
      seNull: nullError, z: nullError === null ? null : value / nullError, p: nullError === null ? null : normalTwoSided(value / nullError),
      seGwet: gwetError(common, value, pe, false, (counts) => sum(counts.map((count, place) => count * shares[place]!)) / sum(counts)),
      perCategory: sizes.size === 1 ? perCategory(ratings, shares, common.rated, [...sizes][0]!) : null,
      units: common.paired,
    };
  },
});
/** Fleiss, Nee & Landis 1979, for N units with m ratings each. */
function errorByChance(shares: readonly number[], N: number, m: number): number {
  const spread = sum(shares.map((p) => p * (1 - p)));
  return Math.sqrt((2 * (spread ** 2 - sum(shares.map((p) => p * (1 - p) * (1 - 2 * p))))) / (N * m * (m - 1))) / spread;
}
/** κ of each category against all others; null where nobody or everybody used it. */
const perCategory = ({ units }: Ratings, shares: readonly number[], N: number, m: number): (number | null)[] =>
  shares.map((p, place) => (p === 0 || p === 1 ? null : 1 - sum(units.map(({ counts, times }) => times * counts[place]! * (m - counts[place]!))) / (N * m * (m - 1) * p * (1 - p))));
