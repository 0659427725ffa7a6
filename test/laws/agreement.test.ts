import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statistics } from '../../shared/statistics/index.ts';

type Found = Readonly<Record<string, number | null>> & { readonly value: number | null; readonly reason?: string };
const of = (name: string, input: unknown, options: unknown = {}) => statistics.find((each) => each.name === name)!.compute(input, options) as Found;
/** The same number, or undefined both. */
const alike = (found: number | null | undefined, expected: number | null | undefined) => { if (expected === null || expected === undefined) expect(found ?? null).toBe(null); else expect(found).toBeCloseTo(expected, 9); };
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

const squares = fc.integer({ min: 1, max: 4 }).chain((q) => fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: q, maxLength: q }), { minLength: q, maxLength: q }));
/** What two to four coders say of up to ten units, some of it missing. */
const ratings = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 10 })).chain(([m, units]) => fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 }), { minLength: units, maxLength: units }), { minLength: m, maxLength: m }));
const ofMany = ['percentAgreement', 'gwetAC1', 'brennanPrediger', 'fleissKappa', 'krippendorffAlpha'];
const metrics = ['nominal', 'ordinal', 'interval', 'ratio'];
/** Moves entries as the permutation says. */
const shuffled = <T>(values: readonly T[], seed: readonly number[]): T[] => values.map((value, place) => ({ value, by: seed[place % seed.length]! + place * 1e-9 })).toSorted((a, b) => a.by - b.by).map(({ value }) => value);
const seeds = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 });

test('who is called first, and in which order units come, changes no agreement', () => {
  fc.assert(fc.property(ratings, seeds, seeds, (coders, first, second) => {
    const units = shuffled(coders[0]!.map((_, unit) => unit), second);
    const turned = shuffled(coders, first).map((own) => units.map((unit) => own[unit]));
    for (const name of ofMany) for (const key of ['value', 'se', 'seGwet']) alike(of(name, { coders: turned })[key], of(name, { coders })[key]);
    for (const metric of metrics) alike(of('krippendorffAlpha', { coders: turned }, { metric }).value, of('krippendorffAlpha', { coders }, { metric }).value);
  }), { numRuns: 60 });
});

test('what categories are called, and in which order they stand, changes no agreement on names', () => {
  fc.assert(fc.property(squares, seeds, (table, seed) => {
    const order = shuffled(table.map((_, place) => place), seed);
    const turned = order.map((row) => order.map((column) => table[row]![column]!));
    for (const name of [...ofMany, 'cohenKappa', 'scottPi']) for (const key of ['value', 'se', 'seNull']) alike(of(name, { table: turned })[key], of(name, { table })[key]);
  }), { numRuns: 100 });
});

test('a table, the coders it came from and their counts say the same', () => {
  fc.assert(fc.property(squares, (table) => {
    const pairs = table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1] as const)));
    const categories = table.length;
    const coders = { coders: [pairs.map(([first]) => first), pairs.map(([, second]) => second)] };
    const counts = { counts: pairs.map(([first, second]) => table.map((_, place) => Number(first === place + 1) + Number(second === place + 1))) };
    for (const name of ofMany) for (const other of [coders, counts]) alike(of(name, other, { categories }).value, of(name, { table }, { categories }).value);
    for (const name of ['cohenKappa', 'scottPi']) for (const key of ['value', 'se', 'seNull', 'p']) alike(of(name, coders, { categories: table.map((_, place) => place + 1) })[key], of(name, { table })[key]);
    for (const weights of ['linear', 'quadratic']) alike(of('cohenKappa', coders, { weights, categories: table.map((_, place) => place + 1) }).value, of('cohenKappa', { table }, { weights }).value);
    for (const metric of metrics) alike(of('krippendorffAlpha', coders, { metric }).value, of('krippendorffAlpha', { table }, { metric }).value);
    // For two coders who rate everything Fleiss' κ is Scott's π.
    alike(of('fleissKappa', coders).value, of('scottPi', coders).value);
  }), { numRuns: 100 });
});

test('coders who agree on everything and use two categories agree by 1; with one category only those are defined that know it could have been another', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 2, max: 4 }), (units, m) => {
    const input = { coders: Array.from({ length: m }, () => units) };
    const varies = new Set(units).size > 1;
    for (const name of ['fleissKappa', 'krippendorffAlpha']) alike(of(name, input).value, varies ? 1 : null);
    for (const name of ['percentAgreement', 'gwetAC1', 'brennanPrediger']) alike(of(name, input, { categories: 3 }).value, 1);
    const two = { coders: [units, units] };
    for (const name of ['cohenKappa', 'scottPi']) alike(of(name, two).value, varies ? 1 : null);
    if (!varies) for (const name of ['cohenKappa', 'scottPi', 'fleissKappa']) expect(of(name, two).reason).toBe('expected agreement is 1');
    for (const weights of ['none', 'linear', 'quadratic']) expect(of('cohenKappa', two, { weights })['se']).toBe(varies ? 0 : null);
  }), { numRuns: 60 });
});

test('κ of two by two is what the four numbers give directly', () => {
  fc.assert(fc.property(fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 60 }))), ([a = 0, b = 0, c = 0, d = 0]) => {
    const chance = (a + b) * (b + d) + (a + c) * (c + d);
    alike(of('cohenKappa', { table: [[a, b], [c, d]] }).value, chance === 0 ? null : (2 * (a * d - b * c)) / chance);
    for (const weights of ['linear', 'quadratic']) alike(of('cohenKappa', { table: [[a, b], [c, d]] }, { weights }).value, chance === 0 ? null : (2 * (a * d - b * c)) / chance);
  }));
});

test('quadratic κ counts as the distance of places does', () => {
  fc.assert(fc.property(squares, (table) => {
    fc.pre(table.length > 1);
    const cells = table.flatMap((row, i) => row.map((count, j) => ({ count, i, j })));
    const n = total(cells.map(({ count }) => count));
    fc.pre(n > 0);
    const apart = total(cells.map(({ count, i, j }) => count * (i - j) ** 2));
    const byChance = total(cells.map(({ i, j }) => (total(table[i]!) * total(table.map((row) => row[j]!)) * (i - j) ** 2) / n));
    alike(of('cohenKappa', { table }, { weights: 'quadratic' }).value, byChance === 0 ? null : 1 - apart / byChance);
  }));
});

test('nominal α is one less the pairs within units that differ, against all pairs that differ', () => {
  fc.assert(fc.property(ratings, (coders) => {
    const units = coders[0]!.map((_, unit) => coders.flatMap((own) => (own[unit] === null ? [] : [own[unit]!]))).filter((values) => values.length > 1);
    const all = units.flat();
    const differing = (values: readonly number[]) => total(values.flatMap((one, i) => values.map((other, j) => Number(i !== j && one !== other))));
    const observed = total(units.map((values) => differing(values) / (values.length - 1))) / all.length;
    const expected = differing(all) / (all.length * (all.length - 1));
    alike(of('krippendorffAlpha', { coders }).value, all.length === 0 || expected === 0 ? null : 1 - observed / expected);
  }));
});

test('categories that nobody used change κ, π and α not at all, and AC1 and Brennan–Prediger as their formulas say', () => {
  fc.assert(fc.property(ratings, (coders) => {
    const wider = { categories: [1, 2, 3, 4, 5, 6] };
    for (const name of ['percentAgreement', 'fleissKappa', 'krippendorffAlpha']) alike(of(name, { coders }, wider).value, of(name, { coders }).value);
    for (const metric of metrics) alike(of('krippendorffAlpha', { coders }, { ...wider, metric }).value, of('krippendorffAlpha', { coders }, { metric }).value);
    const pa = of('percentAgreement', { coders }).value;
    alike(of('brennanPrediger', { coders }, { categories: 6 }).value, pa === null ? null : (pa - 1 / 6) / (5 / 6));
  }));
  expect(of('gwetAC1', { counts: [[6, 1, 0], [0, 7, 0]], raters: 7 }, { categories: 3 }).value).toBeCloseTo(0.8108, 4);
});

/** Units of a coder that do not overlap, by the lengths of gaps and units in turn. */
const units = (length: number) => fc.array(fc.record({ gap: fc.integer({ min: 0, max: 4 }), long: fc.integer({ min: 1, max: 6 }), code: fc.constantFrom('a', 'b', 'c') }), { maxLength: 6 })
  .map((all) => { let at = 0; return all.flatMap(({ gap, long, code }): [number, number, string][] => { const start = at + gap; at = start + long; return at <= length ? [[start, at, code]] : []; }); });
test('α of chosen units: with units of length 1 it is nominal α over the positions, gaps being a value of their own', () => {
  const cells = fc.integer({ min: 2, max: 12 }).chain((length) => fc.array(fc.array(fc.constantFrom('', 'a', 'b'), { minLength: length, maxLength: length }), { minLength: 2, maxLength: 3 }));
  fc.assert(fc.property(cells, (positions) => {
    fc.pre(positions.flat().some((code) => code !== ''));
    const coders = positions.map((own) => own.flatMap((code, at) => (code === '' ? [] : [[at, at + 1, code]])));
    const found = of('unitizingAlpha', { length: positions[0]!.length, coders });
    const alpha = of('krippendorffAlpha', { coders: positions });
    // Where nothing varies the source says 1, α of values says undefined.
    if (alpha.value !== null) alike(found['uAlphaNominal'], alpha.value);
    const binary = of('krippendorffAlpha', { coders: positions.map((own) => own.map((code) => (code === '' ? 0 : 1))) });
    if (binary.value !== null) alike(found['uAlphaBinary'], binary.value);
  }));
});
test('α of chosen units: order of coders and names of codes change nothing, and who agrees on everything agrees by 1', () => {
  fc.assert(fc.property(fc.array(units(40), { minLength: 2, maxLength: 3 }), (coders) => {
    const renamed = coders.toReversed().map((own) => own.toReversed().map(([start, end, code]) => [start, end, { a: 'x', b: 'y', c: 'z' }[code]]));
    const [found, turned] = [of('unitizingAlpha', { length: 40, coders }), of('unitizingAlpha', { length: 40, coders: renamed })];
    for (const key of ['uAlphaNominal', 'uAlphaBinary', 'cuAlphaNominal']) alike(turned[key], found[key]);
    const same = of('unitizingAlpha', { length: 40, coders: coders.map(() => coders[0]) });
    alike(same['uAlphaNominal'], coders[0]!.length === 0 ? null : 1);
  }));
});

const segments = (length: number) => fc.array(fc.tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 1, max: 8 })).map(([start, long]): [number, number] => [start, Math.min(length, start + long)]), { maxLength: 6 });
test('agreement on segments is what counting the characters one by one gives, and turning the coders round mirrors it', () => {
  fc.assert(fc.property(segments(30), segments(30), (coderA, coderB) => {
    const found = of('segmentAgreement', { length: 30, coderA, coderB });
    const has = (own: readonly (readonly [number, number])[], at: number) => own.some(([start, end]) => start <= at && at < end);
    const cells = Array.from({ length: 30 }, (_, at) => [has(coderA, at), has(coderB, at)] as const);
    const count = (a: boolean, b: boolean) => cells.filter((cell) => cell[0] === a && cell[1] === b).length;
    const [both, aOnly, bOnly, neither] = [count(true, true), count(true, false), count(false, true), count(false, false)];
    expect(found).toMatchObject({ both, aOnly, bOnly, neither });
    alike(found['nvivoPercentAgreement'], (both + neither) / 30);
    alike(found['nvivoKappa'], both + neither === 30 ? 1 : of('cohenKappa', { table: [[both, aOnly], [bOnly, neither]] }).value);
    alike(found['charAlphaNominal'], of('krippendorffAlpha', { coders: [0, 1].map((coder) => cells.map((cell) => Number(cell[coder]!))) }).value);
    const turned = of('segmentAgreement', { length: 30, coderA: coderB, coderB: coderA });
    expect(turned).toMatchObject({ both, aOnly: bOnly, bOnly: aOnly, match90_shorter: found['match90_shorter'] });
    expect(of('segmentAgreement', { length: 30, coderA, coderB: coderA })['charJaccard']).toBe(coderA.length === 0 ? null : 1);
  }));
});

test('nothing to agree on is undefined, with the reason', () => {
  for (const name of [...ofMany, 'cohenKappa', 'scottPi']) {
    for (const input of [{ table: [] }, { table: [[0, 0], [0, 0]] }, { coders: [] }, { coders: [[], []] }, { coders: [[null, null], [null, null]] }, { coders: [[1, null], [null, 1]] }, { counts: [] }, { counts: [[0, 0]] }, { counts: [[1, 0], [0, 1]] }, { coders: [[1, 2]] }]) {
      expect(of(name, input), `${name} ${JSON.stringify(input)}`).toMatchObject({ value: null, reason: expect.stringMatching(/./) as string });
    }
  }
  expect(of('krippendorffAlpha', { coders: [['low', 'high'], ['low', 'low']] }, { metric: 'ordinal' }).reason).toBe('the order of the categories is needed');
  expect(of('krippendorffAlpha', { coders: [['low', 'high'], ['low', 'low']] }, { metric: 'ordinal', categories: ['low', 'middle', 'high'] }).value).toBe(0);
  expect(of('krippendorffAlpha', { coders: [[-1, 1], [1, 1]] }, { metric: 'ratio' }).reason).toBe('a ratio scale has no values below 0');
  expect(of('brennanPrediger', { coders: [[1, 2], [1, 2]] }, { categories: 1 }).reason).toBe('more categories are used than were offered');
  expect(of('unitizingAlpha', { length: 10, coders: [[], []] })).toMatchObject({ uAlphaNominal: null, reason: 'no units' });
  expect(of('segmentAgreement', { length: 0, coderA: [], coderB: [] })).toMatchObject({ nvivoKappa: null, nvivoPercentAgreement: null });
  expect(of('maxqdaSegmentKappa', { a: 0, b: 0, c: 0, codes: 4 })).toMatchObject({ value: null, observed: null });
  expect(of('kruskalWallis', { groups: [[1, 2], []] })).toMatchObject({ value: null, H: null, reason: 'a group is empty' });
  expect(of('mannWhitney', { x: [], y: [1] })).toMatchObject({ value: null, pExact: null });
});

/** What each coder has at each position: the place of a unit among all, or −1 in a gap; by counting one position after the other. */
function coderPositions(length: number, coders: readonly (readonly (readonly [number, number, string])[])[]) {
  return coders.flatMap((units, coder) => Array.from({ length }, (_, at) => {
    const unit = units.findIndex(([start, end]) => start <= at && at < end);
    return { coder, at, value: unit < 0 ? null : units[unit]![2], own: unit < 0 ? `${coder} gap ${at}` : `${coder} unit ${unit}` };
  }));
}
/**
 * α of units by its definition, pair by pair: observed are two coders at one position; expected are any two positions of any coders (of one too) that
 * are not of the same unit, or the same place of a gap. No published example with these coefficients' figures was found to hold it to.
 */
function unitizingByPairs(length: number, coders: readonly (readonly (readonly [number, number, string])[])[], differ: (a: string | null, b: string | null) => boolean, counts: (value: string | null) => boolean): number | null {
  const all = coderPositions(length, coders).filter(({ value, at, coder }) => counts(value) && (counts(null) || coders.some((units, other) => other !== coder && units.some(([start, end]) => start <= at && at < end))));
  const share = (pairs: readonly (readonly [(typeof all)[number], (typeof all)[number]])[]) => (pairs.length === 0 ? null : pairs.filter(([a, b]) => differ(a.value, b.value)).length / pairs.length);
  const pairs = all.flatMap((a) => all.map((b) => [a, b] as const));
  const [observed, expected] = [share(pairs.filter(([a, b]) => a.at === b.at && a.coder !== b.coder)), share(pairs.filter(([a, b]) => a.own !== b.own))];
  return observed === null || expected === null ? null : expected === 0 ? (observed === 0 ? 1 : null) : 1 - observed / expected;
}
const unitsOf = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom('trust', 'workload', 'pay')), { maxLength: 3 }).map((parts) => {
  let at = 0;
  return parts.map(([gap, long, value]): [number, number, string] => { const start = at + gap; at = start + long; return [start, at, value]; });
});
test('α of units is what going through all pairs of positions, one by one, would give', () => {
  const length = 22;
  fc.assert(fc.property(fc.array(unitsOf, { minLength: 2, maxLength: 3 }), (coders) => {
    const found = of('unitizingAlpha', { length, coders }) as unknown as { uAlphaNominal: number | null; uAlphaBinary: number | null; cuAlphaNominal: number | null; reason?: string };
    if (coders.flat().length === 0) { expect(found.reason).toBe('no units'); return; }
    alike(found.uAlphaNominal, unitizingByPairs(length, coders, (a, b) => a !== b, () => true));
    alike(found.uAlphaBinary, unitizingByPairs(length, coders, (a, b) => (a === null) !== (b === null), () => true));
    if (coders.length === 2) alike(found.cuAlphaNominal, unitizingByPairs(length, coders, (a, b) => a !== b, (value) => value !== null));
  }), { numRuns: 60 });
});
