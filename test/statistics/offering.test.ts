import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Carried, CountsTest, ScaleTest, WholeTest } from '../../shared/statistics/offer.ts';
import { offerForCounts, offerForScale } from '../../shared/statistics/offering.ts';
import { createWords } from '../../shared/words/index.ts';
import { sayOffer } from '../../shared/words/sayOffer.ts';
import { shareDifference } from '../../shared/statistics/proportions.ts';

const pilot = [{ label: 'Pilot', n: 59 }, { label: 'Non-pilot', n: 46 }];
const carriedOut = (offer: ReturnType<typeof offerForCounts>): Carried => { if (!offer.fits) throw new Error(offer.reason); return offer; };

test('two groups: Fisher with φ, odds ratio and the difference of the shares, corrected over the rows', () => {
  const offer = carriedOut(offerForCounts({ unit: 'participants', groups: pilot, rows: [{ label: 'Referral procedure', counts: [47, 16] }, { label: 'Sharing records', counts: [27, 10] }, { label: 'Trust', counts: [23, 21] }, { label: 'Weather', counts: [0, 0] }, { label: 'Health', counts: [59, 46] }] }));
  const [referral, sharing, trust, weather, health] = offer.rows as CountsTest[];
  expect(referral).toMatchObject({ kind: 'counts', test: 'fisher', k: [47, 16], n: [59, 46], standingOut: [] });
  expect(referral!.p).toBeCloseTo(3.6523362438706e-6, 15);
  expect(referral!.pCorrected).toBe(referral!.p * 3);
  expect(referral!.effect).toMatchObject({ measure: 'phi', value: expect.closeTo(0.4544, 3) as number });
  expect(referral!.oddsRatio!.value).toBeGreaterThan(referral!.oddsRatio!.low);
  expect(referral!.difference!.value).toBeCloseTo(47 / 59 - 16 / 46, 12);
  expect(sharing!.pCorrected).toBe(sharing!.p * 2);
  expect(trust!.pCorrected).toBe(trust!.p);
  expect([weather, health]).toMatchObject([{ kind: 'refused', reason: 'allZero' }, { kind: 'refused', reason: 'nobodyDiffers' }]);
  expect(offer.remarks).toEqual(['chosenForVariety', 'severalRowsAPerson', 'effectIntervals', 'rowsNotTested']);
});

test('more groups: χ² where enough are expected, Fisher where not, and the groups that stand out', () => {
  const groups = [91, 64, 101, 30, 140].map((n, place) => ({ label: `G${place}`, n }));
  const offer = carriedOut(offerForCounts({ unit: 'participants', groups, rows: [{ label: 'a', counts: [50, 32, 50, 21, 57] }, { label: 'rare', counts: [1, 0, 2, 9, 0] }] }));
  const [common, rare] = offer.rows as CountsTest[];
  expect(common).toMatchObject({ test: 'chiSquare', chiSquare: { df: 4, statistic: expect.closeTo(10.4461475037, 9) as number }, effect: { measure: 'cramersV', value: expect.closeTo(0.156593336427, 9) as number } });
  expect(rare).toMatchObject({ test: 'fisher', standingOut: [expect.objectContaining({ group: 3 })] });
  expect(rare!.standingOut[0]!.z).toBeGreaterThan(5);
});

test('where there are too many tables to count p is estimated, told so, and the same every time', () => {
  const question = { unit: 'participants' as const, groups: [59, 46, 25, 22, 17, 29, 9, 3, 40, 30, 20, 10].map((n, place) => ({ label: `G${place}`, n })), rows: [{ label: 'x', counts: [3, 9, 1, 0, 4, 2, 5, 0, 1, 6, 2, 1] }] };
  const offer = carriedOut(offerForCounts(question));
  expect(offer.rows[0]).toMatchObject({ test: 'fisher', simulated: 20_000 });
  expect(offer.remarks).toContain('simulated');
  expect(carriedOut(offerForCounts(question)).rows[0]).toEqual(offer.rows[0]);
  expect(sayOffer(createWords('en'), offer).findings[0]!.text.replaceAll('\u00a0', ' ')).toContain('estimated from 20,000 random tables, p < 0.001; Cramér’s V = 0.');
});

test('groups in which nobody was interviewed take no part, and their places are kept', () => {
  const offer = carriedOut(offerForCounts({ unit: 'participants', groups: [{ label: 'A', n: 12 }, { label: 'B', n: 0 }, { label: 'C', n: null }, { label: 'D', n: 15 }], rows: [{ label: 'x', counts: [10, 0, null, 3] }] }));
  expect(offer.groups).toEqual([{ label: 'A', place: 0 }, { label: 'D', place: 3 }]);
  expect(offer.rows[0]).toMatchObject({ test: 'fisher', k: [10, 3], n: [12, 15] });
  expect(offer.remarks).toContain('groupsWithoutPeople');
});

test('a question that not everybody answered counts those who did', () => {
  const offer = carriedOut(offerForCounts({ unit: 'participants', groups: pilot, rows: [{ label: 'x', counts: [10, 3], n: [20, 30] }, { label: 'y', counts: [5, 0], n: [10, null] }] }));
  expect(offer.rows).toMatchObject([{ n: [20, 30] }, { kind: 'refused', reason: 'oneGroup' }]);
});

test('what is not independent is refused, with the reason', () => {
  const rows = [{ label: 'x', counts: [10, 3] }];
  const refusal = (more: object, of = rows) => { const offer = offerForCounts({ unit: 'participants', groups: pilot, rows: of, ...more }); return offer.fits ? null : offer.reason; };
  for (const unit of ['codings', 'passages', 'words', 'characters', 'duration']) expect(refusal({ unit })).toBe('unit');
  expect(refusal({ overlapping: true })).toBe('overlapping');
  expect(refusal({ repeats: true })).toBe('repeats');
  expect(refusal({}, [{ label: 'x', counts: [60, 3] }])).toBe('repeats');
  expect(refusal({}, [])).toBe('noRows');
  expect(refusal({}, [{ label: 'x', counts: [0, 0] }])).toBe('allZero');
  expect(refusal({ groups: [pilot[0]!, { label: 'B', n: 0 }] }, [{ label: 'x', counts: [3, 0] }])).toBe('oneGroup');
  expect(refusal({ groups: [{ label: 'A', n: 3 }, { label: 'B', n: 3 }] }, [{ label: 'x', counts: [3, 0] }])).toBe('tooFew');
  expect(refusal({ groups: [{ label: 'A', n: 4 }, { label: 'B', n: 4 }] }, [{ label: 'x', counts: [4, 0] }])).toBe(null);
  expect(refusal({ unit: 'documents' })).toBe(null);
  expect(offerForScale({ unit: 'codings', groups: pilot, rows: [{ label: 'x', values: [[1, 2, 3], [4, 5, 6]] }] })).toMatchObject({ fits: false, reason: 'unit' });
});

test('exclusive rows are one table: attribute by attribute', () => {
  const offer = carriedOut(offerForCounts({ unit: 'participants', exclusive: true, groups: [{ label: 'f', n: 1557 }, { label: 'm', n: 1200 }], rows: [{ label: 'D', counts: [762, 484] }, { label: 'I', counts: [327, 239] }, { label: 'R', counts: [468, 477] }] }));
  expect(offer.rows).toHaveLength(1);
  expect(offer.rows[0] as WholeTest).toMatchObject({ kind: 'whole', n: 2757, chiSquare: { df: 2, statistic: expect.closeTo(30.0701490958, 9) as number } });
  expect((offer.rows[0] as WholeTest).standingOut).toContainEqual(expect.objectContaining({ row: 0, group: 0, z: expect.closeTo(4.50205352109, 9) as number }));
  expect(offer.remarks).toEqual(['chosenForVariety', 'effectIntervals']);
});

test('scales: Mann–Whitney for two groups, Kruskal–Wallis and Dunn for more; without variation nothing', () => {
  const two = carriedOut(offerForScale({ unit: 'participants', groups: [{ label: 'x' }, { label: 'y' }], rows: [{ label: 's', values: [[1, 2, 2, 3, 4, 4, 5], [2, 3, 4, 4, 5, 5, 6, 6]] }, { label: 'same', values: [[2, 2, 2, 2], [2, 2, 2, 2]] }, { label: 'one', values: [[1, 2], []] }] }));
  expect(two.rows).toMatchObject([{ test: 'mannWhitney', exact: true, p: expect.closeTo(0.097435897436, 9) as number, medians: [3, 4.5], higher: expect.closeTo(13.5 / 56, 12) as number }, { reason: 'nobodyDiffers' }, { reason: 'oneGroup' }]);
  const three = carriedOut(offerForScale({ unit: 'participants', groups: [{ label: 'a' }, { label: 'b' }, { label: 'c' }], rows: [{ label: 's', values: [[1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], [4, 5, 6, 7, 8, 9]] }] }));
  expect(three.rows[0] as ScaleTest).toMatchObject({ test: 'kruskalWallis', kruskal: { df: 2 }, pairs: [expect.objectContaining({ a: 0, b: 1 })] });
  expect(offerForScale({ unit: 'participants', groups: [{ label: 'x' }, { label: 'y' }], rows: [{ label: 's', values: [[1, 2, 3], [4, 5, 6]] }] })).toMatchObject({ fits: false, reason: 'tooFew', n: 6 });
});

test('few ratings in several groups: p is that of all orders, nearly, and a row with too few is not tested', () => {
  const groups = [[1, 2], [4, 5, 5], [2, 3]];
  const offer = carriedOut(offerForScale({ unit: 'participants', groups: ['a', 'b', 'c'].map((label) => ({ label })), rows: [{ label: 's', values: groups }, { label: 'few', values: [[1, 2], [4, 5], []] }] }));
  const all = groups.flat();
  const middle = (value: number) => all.filter((other) => other < value).length + (all.filter((other) => other === value).length + 1) / 2;
  const apart = (values: readonly number[]) => [values.slice(0, 2), values.slice(2, 5), values.slice(5)].reduce((total, group) => total + group.reduce((sum, value) => sum + middle(value), 0) ** 2 / group.length, 0);
  const orders = (left: readonly number[]): number[][] => (left.length === 0 ? [[]] : left.flatMap((value, place) => orders(left.toSpliced(place, 1)).map((rest) => [value, ...rest])));
  const every = orders(all);
  const exact = every.filter((order) => apart(order) >= apart(all) - 1e-9).length / every.length;
  expect(offer.rows[0]).toMatchObject({ test: 'kruskalWallis', exact: false });
  expect(Math.abs((offer.rows[0] as ScaleTest).p - exact)).toBeLessThan(exact / 5);
  expect(offer.rows[1]).toEqual({ kind: 'refused', label: 'few', reason: 'tooFew' });
  expect(sayOffer(createWords('en'), offer).text).toContain('One row is not tested: few (too few).');
});

test('Newcombe’s published intervals of differences (1998, table II, method 10)', () => {
  const published: [number, number, number, number, number, number][] = [[56, 70, 48, 80, 0.0524, 0.3339], [9, 10, 3, 10, 0.1705, 0.809], [6, 7, 2, 7, 0.0582, 0.8062], [5, 56, 0, 29, -0.0381, 0.1926], [0, 10, 0, 20, -0.1611, 0.2775], [0, 10, 0, 10, -0.2775, 0.2775], [10, 10, 0, 20, 0.6791, 1], [10, 10, 0, 10, 0.6075, 1]];
  for (const [a, m, b, n, low, high] of published) {
    const found = shareDifference([a, m], [b, n])!;
    expect([found.low, found.high]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
  }
});

const asked = fc.integer({ min: 2, max: 4 }).chain((width) => fc.record({ n: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: width, maxLength: width }), shares: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }) }))
  .map(({ n, shares }) => ({ unit: 'participants' as const, groups: n.map((size, place) => ({ label: `G${place}`, n: size })), rows: shares.map((row, place) => ({ label: `R${place}`, counts: row.map((share, group) => Math.floor(share * (n[group]! + 0.999))) })) }));
test('whatever is asked: p between 0 and 1, corrected never below plain, effects within their range, a row an answer; turning the groups round changes no p', () => {
  fc.assert(fc.property(asked, (question) => {
    const offer = offerForCounts(question);
    const turned = offerForCounts({ ...question, groups: question.groups.toReversed(), rows: question.rows.map((row) => ({ ...row, counts: row.counts.toReversed() })) });
    expect(turned.fits).toBe(offer.fits);
    if (!offer.fits || !turned.fits) return;
    expect(offer.rows).toHaveLength(question.rows.length);
    for (const [place, row] of offer.rows.entries()) {
      if (row.kind === 'refused') continue;
      expect(row.p >= 0 && row.p <= 1 && row.pCorrected >= row.p && row.pCorrected <= 1).toBe(true);
      expect(Math.abs(row.effect.value)).toBeLessThanOrEqual(1 + 1e-12);
      expect(Math.abs((turned.rows[place] as CountsTest).p - row.p)).toBeLessThan(1e-9);
      const { difference } = row as CountsTest;
      if (difference) expect(difference.low <= difference.value && difference.value <= difference.high && difference.low >= -1 && difference.high <= 1).toBe(true);
    }
  }), { numRuns: 200 });
});
