import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cramersVInterval, epsilonSquaredInterval, noncentralityInterval, rankBiserialInterval } from '../../shared/statistics/effectIntervals.ts';
import { statistics } from '../../shared/statistics/index.ts';
import { intervalMethods, intervalOf } from '../../shared/statistics/intervals.ts';
import { offerForCounts, offerForScale } from '../../shared/statistics/offering.ts';
import { createWords, languages } from '../../shared/words/index.ts';
import { sayOffer } from '../../shared/words/sayOffer.ts';
import { sayStatistic } from '../../shared/words/sayStatistic.ts';

const close = (found: { low: number; high: number } | null, low: number, high: number, digits = 8) => { expect(found!.low).toBeCloseTo(low, digits); expect(found!.high).toBeCloseTo(high, digits); };

test('the interval of Cramér’s V is that of the noncentral χ² distribution', () => {
  // scipy 1.17.1, ncx2.cdf solved by brentq, λ → √(λ/(n·min(r − 1, c − 1))).
  close(intervalOf('chiSquare', { table: [[12, 5], [3, 14]] }), 0.19695253387160847, 0.869245040262076);
  close(intervalOf('chiSquare', { table: [[20, 30, 10], [15, 5, 25]] }), 0.2667217160349847, 0.6540936726896941);
  close(intervalOf('chiSquare', { table: [[10, 11], [12, 10], [9, 14]] }), 0, 0.3304706314348104);
  close(intervalOf('chiSquare', { table: [[30, 2, 1], [1, 40, 3], [2, 2, 50]] }), 0.7441475007892684, 0.9872563209047253);
  expect(intervalOf('chiSquare', { table: [[5, 0], [3, 0]] })).toBe(null);
});

test('the wider the level, the wider an interval; large numbers and small ones have one', () => {
  fc.assert(fc.property(fc.double({ min: 0.01, max: 3000, noNaN: true }), fc.integer({ min: 1, max: 30 }), (x, df) => {
    const [narrow, wide] = [noncentralityInterval(x, df, 0.8), noncentralityInterval(x, df, 0.99)];
    expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-9);
    expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-9);
    expect(narrow.low).toBeLessThanOrEqual(narrow.high);
    expect(Number.isFinite(wide.high)).toBe(true);
  }), { numRuns: 60 });
  expect(cramersVInterval({ chiSquare: 100, df: 1, n: 100, smaller: 1 }).high).toBe(1);
});

test('the interval of the rank-biserial correlation holds it, keeps within −1 and 1, and turns with the groups', () => {
  fc.assert(fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 60 }), (r, nx, ny) => {
    const [found, turned] = [rankBiserialInterval(r, nx, ny), rankBiserialInterval(-r, ny, nx)];
    expect(found.low).toBeGreaterThanOrEqual(-1);
    expect(found.high).toBeLessThanOrEqual(1);
    expect(found.low).toBeLessThanOrEqual(r + 1e-9);
    expect(found.high).toBeGreaterThanOrEqual(r - 1e-9);
    expect(turned.low).toBeCloseTo(-found.high, 9);
    expect(turned.high).toBeCloseTo(-found.low, 9);
  }));
  expect(rankBiserialInterval(1, 10, 10).low).toBeLessThan(0.9);
});
test('at the ends of its interval a chance θ lies as many standard errors away as the level says', () => {
  const [nx, ny, r] = [12, 17, 0.4];
  const { low, high } = rankBiserialInterval(r, nx, ny);
  for (const theta of [(low + 1) / 2, (high + 1) / 2]) {
    const variance = (theta * (1 - theta) * (1 + ((nx + ny) / 2 - 1) * ((1 - theta) / (2 - theta) + theta / (1 + theta)))) / (nx * ny);
    expect(Math.abs((r + 1) / 2 - theta) / Math.sqrt(variance)).toBeCloseTo(1.959963984540054, 8);
  }
});

test('what is drawn again gives the same interval every time, and ε² of a strong difference lies in it', () => {
  const groups = [[1, 2, 2, 1, 3, 2, 1], [4, 3, 5, 4, 4, 3, 5], [2, 3, 4, 3, 3, 2, 5]];
  const found = epsilonSquaredInterval(groups, { samples: 1000 })!;
  expect(epsilonSquaredInterval(groups, { samples: 1000 })).toEqual(found);
  const whole = intervalOf('kruskalWallis', { groups }, { samples: 1000 })!;
  expect(whole).toMatchObject({ of: 'epsilonSquared', method: 'bootstrap', low: found.low, high: found.high, samples: 1000 });
  expect(whole.low).toBeLessThan(whole.value);
  expect(whole.high).toBeGreaterThan(whole.value);
  expect(intervalOf('kruskalWallis', { groups: [[1, 1], [1]] })).toBe(null);
});

/** α by the definition, of two coders without missing values. */
function alphaByHand(a: readonly number[], b: readonly number[]): number | null {
  const all = [...a, ...b];
  const apart = all.flatMap((x, i) => all.map((y, j) => (i !== j && x !== y ? 1 : 0))).reduce<number>((s, each) => s + each, 0) / (all.length * (all.length - 1));
  return apart === 0 ? null : 1 - a.filter((x, place) => x !== b[place]).length / a.length / apart;
}
test('the interval of α is the middle of α of all samples of its units', () => {
  // Four units: all 4⁴ samples can be gone through, and the middle 80 % of their α is known without drawing any.
  const [a, b] = [[1, 1, 2, 2], [1, 2, 2, 2]];
  const values = Array.from({ length: 4 ** 4 }, (_, code) => [0, 1, 2, 3].map((digit) => Math.floor(code / 4 ** digit) % 4)).map((places) => alphaByHand(places.map((place) => a[place]!), places.map((place) => b[place]!))).filter((value) => value !== null).toSorted((x, y) => x - y);
  const at = (share: number) => values[Math.round((values.length - 1) * share)]!;
  const found = intervalOf('krippendorffAlpha', { coders: [a, b] }, { level: 0.8, samples: 50_000 })!;
  expect(found.value).toBeCloseTo(alphaByHand(a, b)!, 12);
  close(found, at(0.1), at(0.9), 6);
});

test('measures of agreement have intervals around them, in whichever form the ratings come', () => {
  const table = [[20, 5, 1], [3, 15, 4], [0, 2, 18]];
  const pairs = table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1] as const)));
  const coders = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
  for (const name of ['percentAgreement', 'scottPi', 'gwetAC1', 'brennanPrediger', 'fleissKappa', 'krippendorffAlpha', 'cohenKappa']) {
    const found = intervalOf(name, { table }, { samples: 1000 })!;
    expect(found.low).toBeLessThan(found.value);
    expect(found.high).toBeGreaterThan(found.value);
    expect(found.value).toBeCloseTo((statistics.find((each) => each.name === name)!.compute({ table }, {}) as { value: number }).value, 12);
    expect(intervalOf(name, { coders }, { samples: 1000 })!.low).toBeCloseTo(found.low, 9);
  }
  // About as wide as Gwet's own standard error says.
  const { value, low, high } = intervalOf('gwetAC1', { table }, { samples: 5000 })!;
  const { se } = statistics.find((each) => each.name === 'gwetAC1')!.compute({ table }, {}) as { se: number };
  expect((high - low) / (2 * 1.96 * se)).toBeGreaterThan(0.85);
  expect((high - low) / (2 * 1.96 * se)).toBeLessThan(1.15);
  expect(value).toBeGreaterThan(0.6);
});
test('where everybody agrees, or nothing varies, no interval is pretended', () => {
  expect(intervalOf('krippendorffAlpha', { coders: [[1, 2, 1, 2], [1, 2, 1, 2]] })).toBe(null);
  expect(intervalOf('krippendorffAlpha', { coders: [[1, 1], [1, 1]] })).toBe(null);
  expect(intervalOf('fleissKappa', { counts: [[2, 0]] })).toBe(null);
  expect(intervalOf('jaccard', { a: [1], b: [1] })).toBe(null);
});

test('intervals are read aloud in both languages, with how they were made', () => {
  for (const { id } of languages) {
    const words = createWords(id);
    for (const [name, input] of [['krippendorffAlpha', { coders: [[1, 2, 3, 1, 2], [1, 2, 2, 1, 3]] }], ['chiSquare', { table: [[12, 5], [3, 14]] }], ['kruskalWallis', { groups: [[1, 2, 3], [3, 4, 5], [2, 4, 6]] }], ['mannWhitney', { x: [1, 2, 3], y: [3, 4, 5] }]] as const) {
      const found = statistics.find((each) => each.name === name)!;
      const interval = intervalOf(name, input)!;
      expect(Object.keys(intervalMethods)).toContain(interval.method);
      const [before, after] = [sayStatistic(words, name, found.compute(input, {})).says, sayStatistic(words, name, found.compute(input, {}), {}, interval).says];
      expect(after.length).toBeGreaterThan(before.length);
      expect(after.join(' ')).toContain(words.number(interval.high, 2));
      expect(after.join(' ')).not.toMatch(/\{\{|statistics\.|NaN|undefined/);
    }
  }
});

test('effect sizes under a table carry their intervals, where there are enough for one, and say how they are made', () => {
  const groups = [{ label: 'Pilot', n: 59 }, { label: 'Non-pilot', n: 46 }];
  const said = (offer: ReturnType<typeof offerForCounts>) => { const { findings, notes } = sayOffer(createWords('en'), offer); return `${findings.map(({ text }) => text).join(' ')} ${notes.join(' ')}`.replaceAll('\u00a0', ' '); };
  const counts = said(offerForCounts({ unit: 'participants', groups, rows: [{ label: 'Referral', counts: [47, 16] }] }));
  expect(counts).toContain('φ = 0.45 [0.26 to 0.65]');
  expect(counts).toContain('In brackets behind an effect size');
  const scale = said(offerForScale({ unit: 'participants', groups, rows: [{ label: 'Trust', values: [[1, 2, 2, 3, 4, 4, 5], [4, 4, 5, 5, 5, 6, 6, 6]] }] }));
  expect(scale).toMatch(/r = 0\.80 \[0\.\d\d to 0\.9\d\]/);
  const thin = said(offerForCounts({ unit: 'participants', groups: [{ label: 'A', n: 4 }, { label: 'B', n: 30 }], rows: [{ label: 'x', counts: [4, 1] }] }));
  expect(thin).not.toContain('[');
  expect(thin).not.toContain('In brackets');
});
