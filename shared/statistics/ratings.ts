import { z } from 'zod';
import { sum } from './ranks.ts';
import type { Reason } from './reasons.ts';

const category = z.union([z.number(), z.string()]);
export type Category = z.infer<typeof category>;
const isOfOneLength = (rows: readonly (readonly unknown[])[]): boolean => rows.every((row) => row.length === rows[0]!.length);

/**
 * What several coders say of the same units, in one of three shapes: `table[i][j]` units that the first coder puts into
 * category i and the second into j; `coders[c][u]` what coder c says of unit u (null: nothing); `counts[u][k]` how many
 * coders put unit u into category k, and where `times` is said, of how many units that holds.
 */
export const ratingsInput = z.object({
  table: z.array(z.array(z.int().min(0))).refine((rows) => rows.every((row) => row.length === rows.length), 'as many columns as rows').optional(),
  coders: z.array(z.array(category.nullable())).refine(isOfOneLength, 'as many values for each coder (null: none)').optional(),
  counts: z.array(z.array(z.int().min(0))).refine(isOfOneLength, 'rows of one length').optional(),
  times: z.array(z.int().min(0)).optional(),
  raters: z.int().min(1).optional(),
}).transform(({ table, coders, counts, times, raters }, context): RatingsInput => {
  const told: RatingsInput[] = [...(table ? [{ table }] : []), ...(coders ? [{ coders }] : []), ...(counts ? [{ counts, ...(times ? { times } : {}) }] : [])];
  if (told.length !== 1) context.addIssue('one of table, coders and counts');
  else if (counts && raters !== undefined && counts.some((row) => sum(row) > raters)) context.addIssue('no unit with more ratings than raters');
  if (times && times.length !== counts?.length) context.addIssue('as many times as counts');
  return told[0] ?? { counts: [] };
});
export type RatingsInput = { readonly table: number[][] } | { readonly coders: (Category | null)[][] } | { readonly counts: number[][]; readonly times?: readonly number[] };
/** The categories that were offered, used or not: how many, or which, in their order. Those that occur (or the table's) where left out. */
export const categoriesOption = z.union([z.int().min(1), z.array(category).min(1).refine((values) => new Set(values).size === values.length, 'no category twice')]).optional();
export type CategoriesOption = z.infer<typeof categoriesOption>;

/** Ratings as counts: how often each pattern of ratings of a unit occurs. Units without any rating are left out. */
export interface Ratings {
  /** The categories by place: numbers ascending, or as offered. */
  readonly values: readonly Category[];
  /** How many categories were offered, also those that nobody used. */
  readonly offered: number;
  readonly units: readonly { readonly counts: readonly number[]; readonly times: number }[];
}
/** A sentence on what hinders, instead of ratings. */
export type Hindrance = { readonly reason: Reason };

export function ratingsOf(given: RatingsInput, categories: CategoriesOption): Ratings | Hindrance {
  const listed = Array.isArray(categories) ? categories : null;
  const raw = rawRatings(given, listed);
  if ('reason' in raw) return raw;
  const units = raw.units.filter(({ counts, times }) => times > 0 && sum(counts) > 0);
  const used = raw.values.filter((_, place) => units.some(({ counts }) => counts[place]! > 0)).length;
  const offered = typeof categories === 'number' ? categories : listed?.length ?? raw.values.length;
  return offered < used ? { reason: 'more categories are used than were offered' } : { values: raw.values, offered, units };
}
function rawRatings(given: RatingsInput, listed: readonly Category[] | null): Pick<Ratings, 'values' | 'units'> | Hindrance {
  if ('coders' in given) {
    const found = [...new Set(given.coders.flat().filter((value) => value !== null))];
    if (listed && found.some((value) => !listed.includes(value))) return { reason: 'a value that is not among the categories' };
    const values = listed ?? found.toSorted((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1));
    const places = new Map(values.map((value, place) => [value, place]));
    return {
      values,
      units: (given.coders[0] ?? []).map((_, unit) => {
        const counts = values.map(() => 0);
        for (const coder of given.coders) if (coder[unit] !== null) counts[places.get(coder[unit]!)!]!++;
        return { counts, times: 1 };
      }),
    };
  }
  const width = 'table' in given ? given.table.length : given.counts[0]?.length ?? 0;
  if (listed && listed.length < width) return { reason: 'fewer categories than the table has' };
  const values = listed ?? Array.from({ length: width }, (_, place) => place + 1);
  const wide = (counts: readonly number[]) => values.map((_, place) => counts[place] ?? 0);
  if ('counts' in given) return { values, units: given.counts.map((counts, unit) => ({ counts: wide(counts), times: given.times?.[unit] ?? 1 })) };
  return { values, units: given.table.flatMap((row, first) => row.map((times, second) => ({ counts: values.map((_, place) => (place === first ? 1 : 0) + (place === second ? 1 : 0)), times }))) };
}

/** Two coders against each other: how many units the first puts into each category by where the second puts them. Units that only one rated are left out. */
export function pairTable(given: RatingsInput, categories: CategoriesOption): readonly (readonly number[])[] | Hindrance {
  if ('table' in given) return given.table;
  if ('counts' in given) return { reason: 'who said what is needed, not how many' };
  if (given.coders.length !== 2) return { reason: 'two coders are needed' };
  const ratings = ratingsOf(given, categories);
  if ('reason' in ratings) return ratings;
  const places = new Map(ratings.values.map((value, place) => [value, place]));
  const table = ratings.values.map(() => ratings.values.map(() => 0));
  for (const [unit, first] of given.coders[0]!.entries()) {
    const second = given.coders[1]![unit]!;
    if (first !== null && second !== null) table[places.get(first)!]![places.get(second)!]!++;
  }
  return table;
}
