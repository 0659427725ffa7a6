import { expect, test } from 'vitest';
import { faultsOf } from '../../shared/model/faults.ts';
import { createWords } from '../../shared/words/index.ts';
import { sayFaults } from '../../shared/words/sayFaults.ts';
import { statistics } from '../../shared/statistics/index.ts';

const named = (name: string) => statistics.find((each) => each.name === name)!;

test('every statistic has an example that can be calculated without options', () => {
  for (const each of statistics) expect(each.compute(each.example, {}), each.name).not.toHaveProperty('reason');
});

test.for([
  ['fleissKappa', {}, 'one of table, coders and counts'], ['fleissKappa', { table: [[1]], counts: [[1]] }, 'one of table, coders and counts'], ['fleissKappa', { counts: [[1, 2], [3, 3]], raters: 3 }, 'no unit with more ratings than raters'],
  ['cohenKappa', { table: [[1, 2], [3]] }, 'table: as many columns as rows'], ['cohenKappa', { table: [[1, 0.5], [3, 1]] }, 'table.0.1'], ['krippendorffAlpha', { coders: [[1, 2], [1]] }, 'as many values for each coder'], ['krippendorffAlpha', { coders: [[true]] }, 'coders.0.0'],
  ['unitizingAlpha', { length: 10, coders: [[[0, 5, 'a'], [3, 6, 'a']], []] }, 'no units of one coder that overlap'], ['unitizingAlpha', { length: 4, coders: [[[0, 5, 'a']], []] }, 'units within the length'], ['unitizingAlpha', { length: 9, coders: [[[5, 5, 'a']], []] }, 'start before end'],
  ['segmentAgreement', { length: 10, coderA: [[0, 12]], coderB: [] }, 'segments within the length'], ['holsti', { agreed: 5, n1: 3, n2: 9 }, 'no more agreed than either decided'], ['maxqdaSegmentKappa', { a: 1, b: 1, c: 1, codes: 0 }, 'codes'],
  ['pAdjust', { p: [2] }, 'p.0'], ['wilson', { k: 3, n: 2 }, 'k no more than n'], ['chiSquare', { table: [[1, -1], [2, 3]] }, 'table.0.1'], ['mannWhitney', { x: ['3'], y: [1] }, 'x.0'], ['jaccard', { a: [1, 0], b: [1] }, 'a and b of one length'],
] as const)('%s of %j is refused', ([name, input, fault]) => {
  const parsed = named(name).input.safeParse(input);
  expect(parsed.success ? '' : sayFaults(createWords('en'), faultsOf(parsed.error))).toContain(fault);
});
