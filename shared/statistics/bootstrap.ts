import { randomFrom } from './random.ts';
import { quantile } from './spread.ts';

export interface BootstrapOptions { readonly level?: number | undefined; readonly samples?: number | undefined; readonly seed?: number | undefined }
export interface Bootstrapped { readonly low: number; readonly high: number; readonly level: number; /** How many samples were drawn in which the value is defined. */ readonly samples: number }

/**
 * The interval in which `level` of a value lies when what it was calculated from is drawn again, with replacement (percentiles). `draw` gives the
 * value of one such sample, null where it is not defined: those are left out. null where hardly any is defined, and where all are the same, as when
 * everybody agrees on everything: then samples of it tell nothing of what else could have been. The same seed gives the same interval.
 * Source: Efron & Tibshirani 1993, §13.3.
 */
export function bootstrap(draw: (random: () => number) => number | null, { level = 0.95, samples = 2000, seed = 1 }: BootstrapOptions = {}): Bootstrapped | null {
  const random = randomFrom(seed);
  const values = Array.from({ length: samples }, () => draw(random)).filter((value) => value !== null).toSorted((a, b) => a - b);
  if (values.length < samples / 2 || values.at(-1)! - values[0]! < 1e-12) return null;
  return { low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2), level, samples: values.length };
}
