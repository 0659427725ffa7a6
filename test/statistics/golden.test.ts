import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { statistics } from '../../shared/statistics/index.ts';

interface Golden { readonly cases: readonly { readonly id: string; readonly statistic: string; readonly input: unknown; readonly options: unknown; readonly expected: Readonly<Record<string, unknown>> }[] }
const file = new URL('../../../shared/reference/golden.json', import.meta.url);

/** Where two results differ: numbers by more than one part in 10⁹ (p below 10⁻¹²: 10⁶), all else at all. What is there beyond the expected may stay. */
function differences(found: unknown, expected: unknown, at = ''): string[] {
  if (typeof expected === 'number') {
    const near = Math.abs(expected) < 1e-12 && expected !== 0 ? 1e-6 : 1e-9;
    return typeof found === 'number' && Math.abs(found - expected) <= near * Math.max(Math.abs(expected), expected === 0 ? 1e-3 : 0) ? [] : [`${at}: ${String(found)}, not ${expected}`];
  }
  if (expected === null || typeof expected !== 'object') return Object.is(found, expected) ? [] : [`${at}: ${String(found)}, not ${String(expected)}`];
  return Object.entries(expected).flatMap(([key, value]) => differences((found as Record<string, unknown> | null)?.[key], value, `${at}/${key}`));
}

describe.skipIf(!existsSync(file))('the reference values', () => {
  const golden = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Golden : { cases: [] };
  const cases = golden.cases.flatMap((each) => { const own = statistics.find(({ name }) => name === each.statistic); return own ? [{ ...each, own }] : []; });
  /** Held to published values in offering.test.ts. */
  const elsewhere = ['proportionDifference'];
  test('there are some for each statistic', () => { for (const { name } of statistics) expect(elsewhere.includes(name) || cases.some((each) => each.statistic === name), name).toBe(true); });
  test.for(cases)('$id', ({ own, input, options, expected }) => { expect(differences(own.compute(input, options), expected)).toEqual([]); });
});
