import type { z } from 'zod';
import type { Reason } from './reasons.ts';

/** Something that is not defined for its input: why. */
export type Undefined = { readonly value: null; readonly reason: Reason };

/** One statistic: pure, with where its formula comes from. */
export interface Statistic {
  readonly name: string;
  /** Where the formula stands. */
  readonly source: string;
  /** An input as small as can be, to see its shape. */
  readonly example: object;
  readonly input: z.ZodType;
  readonly options: z.ZodType;
  /** Of anything that came from outside: checked first. Infinities leave as the strings "Infinity" and "-Infinity", what is undefined as null. */
  compute(input: unknown, options: unknown): object;
}
/** What a statistic gives: its numbers by name, or the reason why there are none. */
export interface Result { readonly reason?: Reason; readonly [number: string]: unknown }
/** Checks the types of a statistic's parts against each other. `of` is for those who know that their input is as it should be. */
export function statistic<I, O, R extends Result>(parts: { name: string; source: string; example: I & object; input: z.ZodType<I>; options: z.ZodType<O>; compute(input: I, options: O): R }): Statistic & { readonly input: z.ZodType<I>; readonly options: z.ZodType<O>; of(input: I, options: O): R } {
  return { ...parts, compute: (input, options) => writable(parts.compute(parts.input.parse(input), parts.options.parse(options))) as object, of: parts.compute };
}
/** As JSON can hold it: it has no word for infinities, and says null for what is no number without telling. */
export function writable(value: unknown): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? null : Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(writable);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writable(inner)])) : value;
}
