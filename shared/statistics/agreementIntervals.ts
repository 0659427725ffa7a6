import { agreementIn, ratingsFor, type Measure } from './agreement.ts';
import { bootstrap, type Bootstrapped, type BootstrapOptions } from './bootstrap.ts';
import { alphaIn, krippendorffAlpha, type Metric } from './krippendorffAlpha.ts';
import { sum } from './ranks.ts';
import { ratingsOf, type CategoriesOption, type Ratings, type RatingsInput } from './ratings.ts';

/** Units rated alike, together: what is drawn does not depend on the order of the units. */
function gathered(units: Ratings['units']): Ratings['units'] {
  const known = Map.groupBy(units, ({ counts }) => counts.join(' '));
  return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => ({ counts: alike[0]!.counts, times: sum(alike.map(({ times }) => times)) }));
}
/** The interval of a measure of agreement when its units are drawn again, as many as there are. */
function drawnAgain(ratings: Ratings, valueOf: (ratings: Ratings) => number | null, options: BootstrapOptions): Bootstrapped | null {
  const units = gathered(ratings.units);
  const each = Int32Array.from(units.flatMap(({ times }, unit) => Array.from({ length: times }, () => unit)));
  if (each.length < 2) return null;
  return bootstrap((random) => {
    const times = units.map(() => 0);
    for (let drawn = 0; drawn < each.length; drawn++) times[each[Math.floor(random() * each.length)]!]!++;
    return valueOf({ ...ratings, units: units.flatMap(({ counts }, unit) => (times[unit]! > 0 ? [{ counts, times: times[unit]! }] : [])) });
  }, options);
}

/** A measure of agreement and its interval; null where it is not defined, or its samples tell nothing. */
export function agreementInterval(measure: Measure, given: RatingsInput, { categories, ...options }: BootstrapOptions & { readonly categories?: CategoriesOption } = {}): (Bootstrapped & { readonly of: 'value'; readonly value: number }) | null {
  const ratings = ratingsFor(measure, given, categories);
  const value = ratings && agreementIn(measure, ratings);
  const reach = value === null ? null : drawnAgain(ratings!, (again) => agreementIn(measure, again), options);
  return reach && { of: 'value', value: value!, ...reach };
}
/**
 * The interval of α. Hayes & Krippendorff 2007 draw disagreements of pairs one by one, as if those of one unit were independent of each other;
 * units are drawn whole here, as Zapf et al. 2016 do and found to hold its level.
 */
export function alphaInterval(given: RatingsInput, { metric = 'nominal', categories, ...options }: BootstrapOptions & { readonly metric?: Metric | undefined; readonly categories?: CategoriesOption } = {}): Bootstrapped | null {
  const ratings = ratingsOf(given, categories);
  if ('reason' in ratings || krippendorffAlpha.of(given, { metric, categories }).value === null) return null;
  return drawnAgain(ratings, (again) => alphaIn(again, metric).value, options);
}
