import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statistics } from '../../shared/statistics/index.ts';
import { percentText } from '../../shared/statistics/proportions.ts';

const of = (name: string, input: unknown, options: unknown = {}) => statistics.find((each) => each.name === name)!.compute(input, options) as Record<string, number>;
const near = (found: number, expected: number) => expect(Math.abs(found - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** All tables with these sums of rows and columns. */
function tables(rows: readonly number[], columns: readonly number[]): number[][][] {
  if (rows.length === 1) return [[[...columns]]];
  const firsts = columns.reduce<number[][]>((begun, most) => begun.flatMap((cells) => Array.from({ length: most + 1 }, (_, cell) => [...cells, cell])), [[]]).filter((cells) => cells.reduce((a, b) => a + b, 0) === rows[0]);
  return firsts.flatMap((first) => tables(rows.slice(1), columns.map((most, place) => most - first[place]!)).map((rest) => [first, ...rest]));
}
const small = fc.integer({ min: 2, max: 3 }).chain((width) => fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 3 })).filter((table) => table.flat().some((cell) => cell > 0));

test('Fisher: the p of any small table is what all tables with its sums add up to that are no likelier', () => {
  fc.assert(fc.property(small, (table) => {
    const all = tables(table.map((row) => row.reduce((a, b) => a + b, 0)), table[0]!.map((_, column) => table.reduce((total, row) => total + row[column]!, 0)));
    const weight = (each: readonly (readonly number[])[]) => 1 / each.flat().reduce((product, cell) => product * factorial(cell), 1);
    const whole = all.reduce((total, each) => total + weight(each), 0);
    near(of('fisherExact', { table })['p']!, all.map(weight).filter((each) => each <= weight(table) * (1 + 1e-7)).reduce((a, b) => a + b, 0) / whole);
  }), { numRuns: 60 });
});

const values = (most: number) => fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: most });
test('Mann–Whitney: U counts pairs, the exact p is that of all ways to choose, and both sides mirror each other', () => {
  fc.assert(fc.property(values(5), values(5), (x, y) => {
    fc.pre(new Set([...x, ...y]).size > 1);
    const u = (a: readonly number[], b: readonly number[]) => a.reduce((total, one) => total + b.reduce((sum, other) => sum + (one > other ? 1 : one === other ? 0.5 : 0), 0), 0);
    const found = of('mannWhitney', { x, y });
    near(found['U1']!, u(x, y));
    const all = [...x, ...y];
    const choices = Array.from({ length: 2 ** all.length }, (_, mask) => all.map((__, place) => (mask >> place) % 2 === 1)).filter((chosen) => chosen.filter(Boolean).length === x.length);
    const away = choices.map((chosen) => Math.abs(u(all.filter((_, place) => chosen[place]), all.filter((_, place) => !chosen[place])) - (x.length * y.length) / 2));
    near(found['pExact']!, away.filter((each) => each >= Math.abs(u(x, y) - (x.length * y.length) / 2) - 1e-9).length / choices.length);
    near(of('mannWhitney', { x: y, y: x })['pExact']!, found['pExact']!);
  }), { numRuns: 60 });
});

test('χ² does not care for the order of rows and columns, and its V lies between 0 and 1', () => {
  fc.assert(fc.property(small, (table) => {
    const found = of('chiSquare', { table });
    const turned = of('chiSquare', { table: table[0]!.map((_, column) => table.map((row) => row[column]!)) });
    expect(turned['value']).toBe(found['value']);
    if (found['value'] === null) return;
    near(turned['statistic']!, found['statistic']!);
    expect(found['cramersV']).toBeGreaterThanOrEqual(0);
    expect(found['cramersV']).toBeLessThanOrEqual(1 + 1e-12);
  }));
});

test('Wilson’s interval holds the share and lies between 0 and 1; the exact interval holds it too', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))), ([k, n]) => {
    const { low, high, clopperPearson } = of('wilson', { k, n }) as unknown as { low: number; high: number; clopperPearson: [number, number] };
    for (const [from, to] of [[low, high], clopperPearson]) expect(0 <= from! && from! <= k / n + 1e-12 && k / n <= to! + 1e-12 && to! <= 1).toBe(true);
  }));
});

test('adjusted p values keep their order, are never smaller, and missing ones are as if they were not there', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1 }), fc.constantFrom('bonferroni', 'holm', 'hochberg', 'BH', 'BY'), (p, method) => {
    const { adjusted } = of('pAdjust', { p }, { method }) as unknown as { adjusted: (number | null)[] };
    const known = p.flatMap((each, place) => (each === null ? [] : [{ p: each, adjusted: adjusted[place]! }])).toSorted((a, b) => a.p - b.p);
    expect(adjusted.map((each) => each === null)).toEqual(p.map((each) => each === null));
    for (const [place, each] of known.entries()) expect(each.adjusted >= each.p * (1 - 1e-15) && each.adjusted <= 1 && each.adjusted >= (known[place - 1]?.adjusted ?? 0) - 1e-15).toBe(true);
    expect((of('pAdjust', { p: p.filter((each) => each !== null) }, { method }) as unknown as { adjusted: number[] }).adjusted).toEqual(adjusted.filter((each) => each !== null));
  }));
});

test('per cent in text is the exact fraction, halves rounded up', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 2000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))), ([k, n]) => {
    const hundredths = Math.floor((20_000 * k + n) / (2 * n));
    expect(percentText(k, n)).toBe(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`);
  }));
  expect([percentText(30, 64), percentText(1, 3, 0), percentText(1, 8, 1)]).toEqual(['46.88', '33', '12.5']);
});

test('Fisher: where there are too many tables to count, random ones give nearly the same p, and the same every time', () => {
  fc.assert(fc.property(small.filter((table) => table.length > 2 || table[0]!.length > 2), (table) => {
    const exact = of('fisherExact', { table })['p']!;
    const estimated = of('fisherExact', { table }, { effort: 1, tables: 4000 });
    expect(estimated).toMatchObject({ simulated: { tables: 4000, seed: 1 } });
    expect(Math.abs(estimated['p']! - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 4000) + 1 / 1000);
    expect(of('fisherExact', { table }, { effort: 1, tables: 4000 })['p']).toBe(estimated['p']);
  }), { numRuns: 25 });
  const large = [[30, 20, 10, 5, 4], [20, 25, 15, 8, 6], [10, 15, 30, 12, 8], [5, 10, 15, 30, 20], [3, 4, 8, 20, 30]];
  expect(of('fisherExact', { table: large }, { effort: 1000, tables: 999 })['p']).toBe(1 / 1000);
});

test('Agresti’s table of job satisfaction, four by four, is counted whole', () => {
  near(of('fisherExact', { table: [[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]] })['p']!, 0.782684938967);
});
