import { z } from 'zod';
import { measures } from './agreement.ts';
import { agreementInterval, alphaInterval } from './agreementIntervals.ts';
import { chiSquare } from './chiSquare.ts';
import { cohenKappa } from './cohenKappa.ts';
import { cramersVInterval, epsilonSquaredInterval, rankBiserialInterval } from './effectIntervals.ts';
import { fisherExact } from './fisherExact.ts';
import { krippendorffAlpha } from './krippendorffAlpha.ts';
import { kruskalWallis } from './kruskalWallis.ts';
import { mannWhitney } from './mannWhitney.ts';
import { sum } from './ranks.ts';
import { categoriesOption, ratingsInput } from './ratings.ts';

/** How an interval is made, and where that stands. */
export const intervalMethods = {
  noncentral: 'noncentral χ² distribution: Steiger 2004; Smithson 2003',
  newcombe: 'Newcombe 2006, method 5',
  bootstrap: 'people drawn again within their groups, percentiles: Efron & Tibshirani 1993',
  bootstrapUnits: 'units drawn again, percentiles: Zapf et al. 2016 (after Hayes & Krippendorff 2007)',
  analytic: 'standard error of Fleiss, Cohen & Everitt 1969',
  conditional: 'exact, given the sums of the table: Fisher 1935; R’s fisher.test',
} as const;
export type IntervalMethod = keyof typeof intervalMethods;

/** An interval beside a statistic’s result: of which of its numbers, and how it was made. */
export interface FoundInterval { readonly of: string; readonly value: number; readonly low: number; readonly high: number; readonly level: number; readonly method: IntervalMethod; readonly source: string; /** Of a bootstrap: the samples that it rests on. */ readonly samples?: number }

/** What is asked of an interval, beside the options of its statistic. */
export const intervalOptions = z.object({ level: z.number().gt(0).lt(1).default(0.95), samples: z.int().min(200).max(100_000).optional(), seed: z.int().min(0).optional(), categories: categoriesOption });
type Asked = z.output<typeof intervalOptions>;
interface Reach { readonly of: string; readonly value: number; readonly low: number; readonly high: number; readonly samples?: number }

/** V of a table, its χ² taken plain. null where a row or a column is empty. */
export function tableInterval(table: readonly (readonly number[])[], level?: number): Reach | null {
  const found = chiSquare.of({ table: table.map((row) => [...row]) }, {});
  if ('reason' in found) return null;
  const smaller = Math.min(table.length, table[0]!.length) - 1;
  return { of: 'cramersV', value: found.cramersV, ...cramersVInterval({ chiSquare: found.statistic, df: found.df, n: sum(table.flat()), smaller }, level) };
}
/** What a statistic’s own result says of one of its numbers. */
function within(found: object, of: string): Reach | null {
  const number = (key: string): number => { const value = (found as Record<string, unknown>)[key]; return value === 'Infinity' ? Infinity : typeof value === 'number' ? value : Number.NaN; };
  const [value, low, high] = [number(of), number('ciLow'), number('ciHigh')];
  return Number.isNaN(value + low) || Number.isNaN(high) ? null : { of, value, low, high };
}

type Finder = readonly [method: IntervalMethod, find: (input: unknown, options: unknown, asked: Asked) => Reach | null];
const finders: Readonly<Record<string, Finder>> = {
  chiSquare: ['noncentral', (input, _, { level }) => tableInterval(chiSquare.input.parse(input).table, level)],
  fisherExact: ['conditional', (input, options) => within(fisherExact.compute(input, options), 'oddsRatioConditionalMLE')],
  cohenKappa: ['analytic', (input, options) => within(cohenKappa.compute(input, options), 'value')],
  kruskalWallis: ['bootstrap', (input, _, asked) => {
    const { groups } = kruskalWallis.input.parse(input);
    const value = kruskalWallis.of({ groups }, {}).epsilonSquared;
    const reach = value === null ? null : epsilonSquaredInterval(groups, asked);
    return reach && { of: 'epsilonSquared', value: value!, low: reach.low, high: reach.high, samples: reach.samples };
  }],
  mannWhitney: ['newcombe', (input, _, { level }) => {
    const { x, y } = mannWhitney.input.parse(input);
    const found = mannWhitney.of({ x, y }, { effort: 1 });
    return 'reason' in found ? null : { of: 'rankBiserial', value: found.rankBiserial, ...rankBiserialInterval(found.rankBiserial, x.length, y.length, level) };
  }],
  krippendorffAlpha: ['bootstrapUnits', (input, options, asked) => {
    const [given, { metric }] = [ratingsInput.parse(input), krippendorffAlpha.options.parse(options)];
    const { value } = krippendorffAlpha.of(given, { metric, categories: asked.categories });
    const reach = value === null ? null : alphaInterval(given, { ...asked, metric });
    return reach && { of: 'value', value: value!, low: reach.low, high: reach.high, samples: reach.samples };
  }],
  ...Object.fromEntries(measures.map((measure): [string, Finder] => [measure, ['bootstrapUnits', (input, _, asked) => agreementInterval(measure, ratingsInput.parse(input), asked)]])),
};

/**
 * The interval of what a statistic says: of its effect size, or of how far coders agree. `input` and `options` are those of the statistic, with
 * `level` (0.95), `samples` (2000) and `seed` (1) besides. null where the value is not defined, or has no interval that could be relied on.
 */
export function intervalOf(name: string, input: unknown, options: unknown = {}): FoundInterval | null {
  const finder = Object.hasOwn(finders, name) ? finders[name]! : null;
  if (finder === null) return null;
  const asked = intervalOptions.parse(options ?? {});
  const found = finder[1](input, options ?? {}, asked);
  return found && { ...found, level: asked.level, method: finder[0], source: intervalMethods[finder[0]] };
}
