import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { statistics } from '../../shared/statistics/index.ts';
import { refusals, remarks } from '../../shared/statistics/offer.ts';
import { offerForCounts, offerForScale } from '../../shared/statistics/offering.ts';
import { reasons } from '../../shared/statistics/reasons.ts';
import { en } from '../../shared/words/en.ts';
import { createWords, languages, type Language } from '../../shared/words/index.ts';
import { sayOffer as sayOfferAsShown } from '../../shared/words/sayOffer.ts';
import { sayStatistic as sayStatisticAsShown } from '../../shared/words/sayStatistic.ts';

const sayOffer = (...given: Parameters<typeof sayOfferAsShown>) => plain(sayOfferAsShown(...given));
const sayStatistic = (...given: Parameters<typeof sayStatisticAsShown>) => plain(sayStatisticAsShown(...given));
const english = createWords('en');
const chinese = createWords('zh');
const golden = new URL('../../../shared/reference/golden.json', import.meta.url);
const groups = [{ label: 'Pilot', n: 59 }, { label: 'Non-pilot', n: 46 }];
const pilot = offerForCounts({ unit: 'participants', groups, rows: [{ label: 'Referral procedure', counts: [47, 16] }, { label: 'Sharing records', counts: [27, 10] }, ...Array.from({ length: 10 }, (_, place) => ({ label: `Row ${place}`, counts: [23, 18] })), { label: 'Weather', counts: [0, 0] }] });
/** Left-over braces, keys instead of words, or numbers that are none. */
/** Numbers keep to their signs by spaces that do not break; here they are spaces. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('\u00a0', ' ')) as T;
const broken = /\{\{|\}\}|statistics\.|NaN|undefined|null|Infinity/;

test('a difference between two groups is told with its numbers, its chance and its interval, and what is not clear as not clear', () => {
  const { findings, text, notes } = sayOffer(english, pilot);
  expect(findings).toEqual([{
    row: 'Referral procedure', lead: 'Referral procedure: more often in Pilot than in Non-pilot, 80 % against 35 %.',
    text: '47 of 59 people and 16 of 46. A gap of this size or larger would come about very rarely if the groups did not differ (Fisher’s exact test, p < 0.001 after Holm’s correction for 12 rows; φ = 0.45 [0.26 to 0.65]). The difference is 45 percentage points; from 26 to 60 fits these numbers as well (95 % interval).',
  }]);
  expect(text).toEqual([
    'Sharing records: the same way, 46 % against 22 %, but that does not outlast the correction (p = 0.15).',
    'The other 10 rows show no clear difference.', 'One row is not tested: Weather (none).',
  ]);
  expect(notes[0]).toBe('People were chosen for variety, not drawn at random: read the tests as a description of these interviews. Units are people, each counted once; p values are descriptive unless these are independent of each other.');
  expect(sayOffer(chinese, pilot).findings[0]!.text).toContain('如果两组并无差别，出现这么大或更大差距的情况极为罕见（Fisher 精确检验，就 12 行作 Holm 校正后 p < 0.001；φ = 0.45 [0.26, 0.65]）。');
});

test('the direction is told from the side that has more, whichever column it stands in', () => {
  const turned = offerForCounts({ unit: 'participants', groups: groups.toReversed(), rows: [{ label: 'Referral procedure', counts: [16, 47] }] });
  expect(sayOffer(english, turned).findings[0]).toMatchObject({ lead: 'Referral procedure: more often in Pilot than in Non-pilot, 80 % against 35 %.', text: expect.stringMatching(/^47 of 59 people and 16 of 46\..*45 percentage points; from 26 to 60/) as string });
  const scale = offerForScale({ unit: 'participants', groups, rows: [{ label: 'Trust', values: [[1, 2, 2, 3, 4, 4, 5], [4, 4, 5, 5, 5, 6, 6, 6]] }] });
  expect(sayOffer(english, scale).findings[0]).toMatchObject({ lead: 'Trust: higher in Non-pilot than in Pilot (medians 5 and 3).', text: expect.stringContaining('the one from Non-pilot lies higher in 90 %') as string });
});

test('small groups are told as counts, no difference is not told as likeness, and a survey does not claim to be interviews', () => {
  const small = sayOffer(english, offerForCounts({ unit: 'participants', groups: [{ label: 'A', n: 4 }, { label: 'B', n: 30 }], rows: [{ label: 'x', counts: [4, 1] }] }));
  expect(small.findings[0]!.lead).toBe('x: more often in A than in B, 4 of 4 against 3 %.');
  const none = sayOffer(english, offerForCounts({ unit: 'participants', from: 'survey', groups, rows: [{ label: 'x', counts: [23, 21] }] }));
  expect(none.findings).toEqual([]);
  expect(none.text).toEqual(['x: no clear difference between the groups (Fisher’s exact test, p = 0.55; φ = 0.07 [0.00 to 0.26]).', 'That does not show that the groups are alike: differences too small to become clear with this many may well be there.']);
  expect(none.notes[0]).toMatch(/^The tests describe those who answered/);
});

test('differences between several groups that do not outlast the correction are told together, the nearest first', () => {
  const groups = [25, 22, 29].map((n, place) => ({ label: `G${place}`, n }));
  const rows = [{ label: 'Trust', counts: [10, 4, 13] }, { label: 'Access', counts: [16, 7, 10] }, { label: 'Work', counts: [16, 7, 9] }, ...Array.from({ length: 8 }, (_, place) => ({ label: `R${place}`, counts: [12, 11, 14] }))];
  const { findings, text } = sayOffer(english, offerForCounts({ unit: 'participants', groups, rows }));
  expect(findings).toEqual([]);
  expect(text).toEqual(['None of the 11 rows shows a clear difference between the groups.', expect.stringMatching(/^Differences that do not outlast the correction: Work \(p = 0\.\d+\) and Access \(p = 0\.\d+\)\.$/), expect.stringMatching(/^That does not show/)]);
});

test('every refusal, remark and row that is not tested has words in both languages', () => {
  const kinds = [
    pilot, offerForCounts({ unit: 'codings', groups, rows: [] }), offerForCounts({ unit: 'documents', groups, rows: [{ label: 'x', counts: [59, 46] }] }),
    offerForCounts({ unit: 'participants', correction: 'BH', groups: [25, 22, 29, 9, 3].map((n, place) => ({ label: `G${place}`, n })), rows: [{ label: 'Access', counts: [15, 13, 24, 3, 0] }, { label: 'Trust', counts: [10, 6, 24, 0, 0] }] }),
    offerForCounts({ unit: 'participants', exclusive: true, groups, rows: [{ label: 'yes', counts: [40, 10] }, { label: 'no', counts: [19, 36] }] }),
    offerForCounts({ unit: 'participants', exclusive: true, groups, rows: [{ label: 'yes', counts: [40, 30] }, { label: 'no', counts: [19, 16] }] }),
    offerForScale({ unit: 'participants', groups: ['A', 'B', 'C'].map((label) => ({ label })), rows: [{ label: 'Trust', values: [[1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], [4, 5, 6, 7, 8]] }, { label: 'Flat', values: [[1, 2, 3], [2, 2, 3], [1, 2, 3]] }] }),
  ];
  for (const { id } of languages) {
    const words = createWords(id);
    for (const reason of refusals) expect(words.say(`statistics.refused.${reason}`, { n: 3 })).not.toMatch(broken);
    for (const remark of remarks) expect(words.say(`statistics.remark.${remark}`, { units: 'x' })).not.toMatch(broken);
    for (const offer of kinds) {
      const { findings, text, notes } = sayOffer(words, offer);
      const all = [...findings.flatMap((each) => [each.lead, each.text]), ...text, ...notes];
      expect(all.length).toBeGreaterThan(0);
      for (const sentence of all) { expect(sentence).not.toMatch(broken); expect(sentence).toMatch(/[.。]$/); }
    }
  }
});

test('every statistic has a title, what it takes for granted and a reading, and every reason its words', () => {
  for (const { id } of languages) {
    const words = createWords(id);
    for (const { name } of statistics) expect(Object.values(sayStatistic(words, name, { value: null, reason: 'nobody' })).join('')).not.toMatch(broken);
    for (const reason of Object.keys(reasons)) expect(sayStatistic(words, 'jaccard', { value: null, reason }).says[0]).toMatch(id === 'zh' ? /^没有定义：.+。$/ : /^Not defined: .+\.$/);
  }
});

test.skipIf(!existsSync(golden))('the reference values are read aloud, each of them, in both languages', () => {
  const { cases } = JSON.parse(readFileSync(golden, 'utf8')) as { cases: { statistic: string; input: unknown; options: object }[] };
  const read = (language: Language, each: (typeof cases)[number]) => sayStatistic(createWords(language), each.statistic, statistics.find(({ name }) => name === each.statistic)!.compute(each.input, each.options), each.options);
  for (const { id } of languages) for (const each of cases) for (const sentence of [...read(id, each).says, read(id, each).assumes]) expect(sentence).not.toMatch(broken);
  const said = (id: string) => read('en', (cases as unknown as { id: string }[]).find((each) => each.id === id) as never).says.join(' ');
  expect(said('cohenKappa/sas10')).toBe('The coders agree on 68 %; by chance it would be 39 %. Of what chance leaves open they agree on 48 %: 0.48. From 0.21 to 0.75 fits these judgements as well (95 % interval). It rests on 19 units.');
  expect(said('scottPi/oneCategory')).toBe('Not defined: everybody used one and the same category, so nobody can tell whether they would have told two apart.');
  expect(said('krippendorffAlpha/canonical4x12-interval')).toBe('The value is 0.849: 1 is full agreement, 0 what chance would bring about. It rests on 11 units.');
  expect(said('cohenKappa/paradox')).toContain('That is less than chance would bring about: −0.02.');
});

test('every word about statistics is said somewhere', () => {
  const source = ['sayOffer', 'sayStatistic'].map((file) => readFileSync(new URL(`../../shared/words/${file}.ts`, import.meta.url), 'utf8')).join('\n');
  const { offered, tests, reads, about, undefined: reasonWords } = en.statistics;
  const plain = [offered, tests, reads].flatMap((words) => Object.keys(words)).map((key) => key.replace(/_(one|other)$/, ''));
  const measures = ['phi', 'cramersV', 'epsilonSquared', 'rankBiserial', 'holm', 'BH', 'units', 'why', 'title'];
  expect(plain.filter((key) => !measures.includes(key) && !source.includes(`'${key}'`) && !source.includes(`.${key}'`))).toEqual([]);
  expect(Object.keys(about).toSorted()).toEqual(statistics.map(({ name }) => name).toSorted());
  expect(Object.keys(reasonWords).toSorted()).toEqual([...new Set(Object.values(reasons))].toSorted());
});
