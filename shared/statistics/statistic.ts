import type { z } from 'zod';

/** Something that is not defined for its input: why. */
export interface Undefined { readonly value: null; readonly reason: string }

/** One statistic: pure, with where its formula comes from. Infinities leave as the strings "Infinity" and "-Infinity", what is undefined as null. */
export interface Statistic {
  readonly name: string;
  /** Where the formula stands. */
  readonly source: string;
  readonly input: z.ZodType;
  readonly options: z.ZodType;
  /** Of anything that came from outside: checked first. */
  compute(input: unknown, options: unknown): object;
}
/** Checks the types of a statistic's parts against each other. `of` is for those who know that their input is as it should be. */
export function statistic<I, O, R extends object>(parts: { name: string; source: string; input: z.ZodType<I>; options: z.ZodType<O>; compute(input: I, options: O): R }): Statistic & { of(input: I, options: O): R } {
  return { ...parts, compute: (input, options) => parts.compute(parts.input.parse(input), parts.options.parse(options)), of: parts.compute };
}
