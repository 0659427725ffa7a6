import type { FoundInterval } from '../statistics/intervals.ts';
import { reasons, type Reason } from '../statistics/reasons.ts';
import { isLargeEnough } from '../statistics/offeredCounts.ts';
import type { Words, WordValues } from './index.ts';
import { oftenText, percentText, pText } from './sayOffer.ts';

/** A statistic's result in plain words. */
export interface StatisticReading {
  readonly title: string;
  /** What it says; where it is not defined, why. */
  readonly says: readonly string[];
  /** What it takes for granted. */
  readonly assumes: string;
}
type Found = Readonly<Record<string, unknown>>;
type About = keyof typeof import('./en/statistics.ts').statistics['about'];
type ReadKeys = keyof typeof import('./en/statistics.ts').statistics['reads'];
type ReadsKey = ReadKeys extends infer K ? K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K : never;
interface Voice {
  readonly words: Words;
  readonly found: Found;
  readonly options: Found;
  say(key: ReadsKey, values?: WordValues): string;
}

/**
 * What a statistic of shared/statistics found, as sentences, and what it takes for granted. `result` is what it computed,
 * `options` what it was given: for the level of its intervals; `interval` what `intervalOf` found beside it. It never says more than the numbers do.
 */
export function sayStatistic(words: Words, name: string, result: object, options: object = {}, interval: FoundInterval | null = null): StatisticReading {
  if (!isKnown(name)) throw new Error(`a statistic without words: ${name}`);
  const found = result as Found;
  const voice: Voice = { words, found, options: options as Found, say: (key, values) => words.say(`statistics.reads.${key}` as 'statistics.reads.percent', values) };
  const reason = found['reason'];
  const says = typeof reason === 'string' ? [voice.say('undefined', { why: words.say(`statistics.undefined.${reasons[reason as Reason]}`) })] : [...readings[name](voice), ...intervalSaid(voice, interval)];
  return { title: words.say(`statistics.about.${name}.title`), says, assumes: words.say(`statistics.about.${name}.assumes`) };
}
/** What the reading does not say yet of the interval. */
function intervalSaid(voice: Voice, interval: FoundInterval | null): string[] {
  if (interval === null || interval.method === 'analytic' || interval.method === 'conditional') return [];
  const reach = { low: told(voice, interval.low), high: told(voice, interval.high), level: percentText(voice.words, interval.level) };
  const samples = { samples: interval.samples ?? 0 };
  return interval.method === 'bootstrapUnits' ? [voice.say('interval', reach), voice.say('drawnUnits', samples)] : [voice.say('effectReach', reach), ...(interval.method === 'bootstrap' ? [voice.say('drawnPeople', samples)] : [])];
}
const isKnown = (name: string): name is About => Object.hasOwn(readings, name);

const numberOf = ({ found }: Voice, key: string): number => Number(found[key]);
const has = ({ found }: Voice, key: string): boolean => typeof found[key] === 'number' || found[key] === 'Infinity';
const levelOf = ({ words, options }: Voice): string => { const level = options['level']; return words.percent(typeof level === 'number' ? level : 0.95, typeof level === 'number' && !Number.isInteger(level * 100) ? 1 : 0); };
/** Two decimals; ∞ as itself. */
const told = ({ words }: Voice, value: number): string => (Number.isFinite(value) ? words.number(value, 2) : '∞');
const share = ({ words }: Voice, value: number): string => percentText(words, value);
const chance = ({ words }: Voice, p: number): WordValues => ({ often: oftenText(words, p), p: pText(words, p) });

/** A measure between chance (0) and full agreement (1). `observed` and `expected` name what it came from. */
function agreement(voice: Voice, observed: string, expected: string): string[] {
  const { say, words } = voice;
  const value = numberOf(voice, 'value');
  if (typeof voice.found['flag'] === 'string') return [say('oneCategory')];
  const shown = told(voice, value);
  const beyond = value <= 0.005 ? say(value < -0.005 ? 'lessThanChance' : 'asChance', { value: shown }) : say('beyond', { share: share(voice, value), value: shown });
  return [
    ...(has(voice, observed) && has(voice, expected) ? [say('agreedBy', { share: share(voice, numberOf(voice, observed)), expected: share(voice, numberOf(voice, expected)) }), beyond] : [plainValue(voice)]),
    ...(has(voice, 'ciLow') ? [say('interval', { low: words.number(numberOf(voice, 'ciLow'), 2), high: words.number(numberOf(voice, 'ciHigh'), 2), level: levelOf(voice) })] : []), ...basis(voice),
  ];
}
/** Three decimals: what α relies on has as many. */
const plainValue = (voice: Voice): string => voice.say(numberOf(voice, 'value') > 0.005 ? 'value' : 'noMoreThanChance', { value: voice.words.number(numberOf(voice, 'value'), 3) });
const basis = (voice: Voice): string[] => (has(voice, 'units') ? [voice.say('basis', { count: numberOf(voice, 'units') })] : []);

const readings: Readonly<Record<About, (voice: Voice) => string[]>> = {
  percent: ({ say, found }) => [say('percent', { text: String(found['text']) })],
  wilson: (voice) => [voice.say('wilson', { share: share(voice, numberOf(voice, 'proportion')), low: share(voice, numberOf(voice, 'low')), high: share(voice, numberOf(voice, 'high')), level: levelOf(voice) })],
  proportionDifference(voice) {
    const points = (value: number) => voice.words.number(value * 100, 0);
    const value = numberOf(voice, 'value');
    const [low, high] = value < 0 ? [-numberOf(voice, 'high'), -numberOf(voice, 'low')] : [numberOf(voice, 'low'), numberOf(voice, 'high')];
    return [voice.say('proportionDifference', { points: points(Math.abs(value)), side: voice.say(value < 0 ? 'below' : 'above'), low: points(low), high: points(high), level: levelOf(voice) })];
  },
  chiSquare(voice) {
    const expected = (voice.found['expectedCounts'] as readonly (readonly number[])[]).flat();
    const small = isLargeEnough(expected) ? 0 : numberOf(voice, 'cellsExpectedBelow5');
    return [voice.say('byChance', chance(voice, numberOf(voice, 'p'))), voice.say('cramersV', { value: told(voice, numberOf(voice, 'cramersV')) }), ...(small > 0 ? [voice.say('smallExpected', { count: small })] : [])];
  },
  fisherExact: (voice) => [
    voice.say('byChance', chance(voice, numberOf(voice, 'p'))),
    ...(typeof voice.found['simulated'] === 'object' ? [voice.say('simulated', { tables: (voice.found['simulated'] as { tables: number }).tables })] : []),
    ...(has(voice, 'oddsRatioConditionalMLE') ? [voice.say('oddsRatio', { value: told(voice, numberOf(voice, 'oddsRatioConditionalMLE')), low: told(voice, numberOf(voice, 'ciLow')), high: told(voice, numberOf(voice, 'ciHigh')) })] : []),
  ],
  kruskalWallis: (voice) => [voice.say('ranks', chance(voice, numberOf(voice, 'p'))), voice.say('epsilonSquared', { value: told(voice, numberOf(voice, 'epsilonSquared')) })],
  dunn({ say, found }) {
    const pairs = found['pairs'] as readonly { readonly pHolm: number }[];
    return [say('dunn', { count: pairs.filter(({ pHolm }) => pHolm <= 0.05).length, all: pairs.length })];
  },
  mannWhitney(voice) {
    const p = has(voice, 'pExact') ? numberOf(voice, 'pExact') : numberOf(voice, 'pAsymptoticContinuity');
    return [voice.say('ranks', chance(voice, p)), voice.say('higher', { share: share(voice, (numberOf(voice, 'rankBiserial') + 1) / 2) })];
  },
  pAdjust({ say, found }) {
    const known = (found['adjusted'] as readonly (number | null)[]).filter((p) => p !== null);
    return [say('pAdjust', { count: known.filter((p) => p <= 0.05).length, all: known.length })];
  },
  jaccard: (voice) => [voice.say('jaccard', { share: share(voice, numberOf(voice, 'value')) })],
  cCoefficient: (voice) => [voice.say('cCoefficient', { value: told(voice, numberOf(voice, 'value')) }), ...(numberOf(voice, 'value') > 1 ? [voice.say('outOfRange')] : [])],
  keynessLL: (voice) => [
    voice.say('keyness', { ...chance(voice, numberOf(voice, 'p')), value: voice.words.number(numberOf(voice, 'value'), 1) }),
    has(voice, 'logRatio') ? voice.say('times', { times: told(voice, 2 ** numberOf(voice, 'logRatio')) }) : voice.say('onlyOne'),
  ],
  tfidf: ({ say, found }) => [say('tfidf', { count: (found['countTimesLog10'] as readonly unknown[]).length })],
  percentAgreement: (voice) => [voice.say('agreed', { share: share(voice, numberOf(voice, 'value')) }), ...basis(voice)],
  // A weighted κ counts near misses too: what it observes is not how often coders agree.
  cohenKappa: (voice) => (['linear', 'quadratic'].includes(String(voice.options['weights'])) ? agreement(voice, '', '') : agreement(voice, 'observed', 'expected')),
  scottPi: (voice) => agreement(voice, 'observed', 'expected'),
  gwetAC1: (voice) => agreement(voice, 'pa', 'pe'),
  brennanPrediger: (voice) => agreement(voice, 'pa', 'pe'),
  fleissKappa: (voice) => agreement(voice, 'observed', 'expected'),
  krippendorffAlpha: (voice) => agreement(voice, '', ''),
  holsti: (voice) => [voice.say('agreed', { share: share(voice, numberOf(voice, 'value')) })],
  segmentAgreement(voice) {
    const { say, found } = voice;
    const segments = found['segmentAgreementPerCoder'] as { readonly agree: number; readonly disagree: number };
    const kappa = found['nvivoKappa'];
    return [
      ...(has(voice, 'nvivoPercentAgreement') ? [say(typeof kappa === 'number' ? 'characters' : 'charactersShare', { share: share(voice, numberOf(voice, 'nvivoPercentAgreement')), kappa: told(voice, Number(kappa)) })] : []),
      ...(has(voice, 'charJaccard') ? [say('both', { share: share(voice, numberOf(voice, 'charJaccard')) })] : []),
      say('segments', { matched: segments.agree, all: segments.agree + segments.disagree }),
    ];
  },
  maxqdaSegmentKappa: (voice) => agreement(voice, 'observed', 'chance'),
  unitizingAlpha(voice) {
    const each = [['uAlphaNominal', 'unitizing'], ['uAlphaBinary', 'coded'], ['cuAlphaNominal', 'codes']] as const;
    return each.flatMap(([key, word]) => (has(voice, key) ? [voice.say(word, { value: told(voice, numberOf(voice, key)) })] : []));
  },
};
