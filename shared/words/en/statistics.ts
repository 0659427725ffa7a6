import type { RefusalReason, Remark } from '../../statistics/offer.ts';
import type { reasons } from '../../statistics/reasons.ts';

type Undefined = (typeof reasons)[keyof typeof reasons];

/** What stands below a table: its tests read aloud. Shares are '80 %', or '2 of 4' where the group is small. */
const offered = {
  title: 'What the tests say', units: { participants: 'people, each counted once', documents: 'documents' }, sizeOf: '{{k}} of {{n}}', andList: '; ',
  moreIn: '{{row}}: more often in {{more}} than in {{less}}, {{moreShare}} against {{lessShare}}.', people: '{{k1}} of {{n1}} people and {{k2}} of {{n2}}.', documents: '{{k1}} of {{n1}} documents and {{k2}} of {{n2}}.',
  gap: 'A gap of this size or larger would come about {{often}} if the groups did not differ ({{test}}).', differences: 'Differences of this size or larger would come about {{often}} if the groups did not differ ({{test}}).',
  interval: 'The difference is {{points}} percentage points; from {{low}} to {{high}} fits these numbers as well ({{level}} interval).',
  differ: '{{row}}: the groups differ. Over all of them {{share}}.', above: 'Clearly above: {{groups}}.', below: 'Clearly below: {{groups}}.', noGroup: 'No single group stands out clearly.', groupShare: '{{group}} ({{share}})',
  whole: 'The groups are spread differently over the rows.', wholeAlike: 'The groups are spread over the rows without a clear difference ({{test}}).', cell: '{{row}} in {{group}}', cellsAbove: 'Clearly more than if the two had nothing to do with each other: {{cells}}.', cellsBelow: 'Clearly fewer: {{cells}}.', noCell: 'No single cell stands out clearly.',
  higherIn: '{{row}}: higher in {{more}} than in {{less}} (medians {{moreMedian}} and {{lessMedian}}).', pairShare: 'Of all pairs with one from each, the one from {{more}} lies higher in {{share}} (ties count half).',
  levels: '{{row}}: the groups lie at different heights. Medians: {{medians}}.', groupMedian: '{{group}} ({{median}})', apart: 'Clearly apart (Dunn’s test, p corrected by Holm): {{pairs}}.', pair: '{{more}} above {{less}} ({{p}})', noPair: 'No single pair of groups is clearly apart.',
  sameWay: '{{row}}: the same way, {{moreShare}} against {{lessShare}}, but that does not outlast the correction ({{p}}).', otherWay: '{{row}}: more often in {{more}}, {{moreShare}} against {{lessShare}}, but that does not outlast the correction ({{p}}).', notOutlasting: 'Differences that do not outlast the correction: {{rows}}.', rowP: '{{row}} ({{p}})',
  rest_one: 'One other row shows no clear difference.', rest_other: 'The other {{number}} rows show no clear difference.',
  single: '{{row}}: no clear difference between the groups ({{test}}).', none_other: 'None of the {{number}} rows shows a clear difference between the groups.',
  noneMeans: 'That does not show that the groups are alike: differences too small to become clear with this many may well be there.',
  notTested_one: 'One row is not tested: {{rows}}.', notTested_other: '{{number}} rows are not tested: {{rows}}.',
  rowWhy: '{{row}} ({{why}})', why: { allZero: 'none', nobodyDiffers: 'all alike', oneGroup: 'only one group', tooFew: 'too few' }, nothingTested: 'No row can be tested.',
} as const;

const tests = {
  fisher: 'Fisher’s exact test', fisherSimulated: 'Fisher’s exact test, estimated from {{tables}} random tables', chiSquare: 'chi-square test, χ²\u00a0=\u00a0{{statistic}}, df\u00a0{{df}}', mannWhitneyExact: 'Mann–Whitney test, exact', mannWhitney: 'Mann–Whitney test', kruskalWallis: 'Kruskal–Wallis test, H\u00a0=\u00a0{{statistic}}, df\u00a0{{df}}', kruskalWallisSimulated: 'Kruskal–Wallis test, H\u00a0=\u00a0{{statistic}}, estimated from {{orders}} random orders',
  told: '{{test}}, {{p}}; {{effect}}', toldCorrected: '{{test}}, {{p}} after {{correction}} for {{rows}} rows; {{effect}}', toldUncorrected: '{{test}}, {{p}}, not corrected for {{rows}} rows; {{effect}}', holm: 'Holm’s correction', BH: 'Benjamini–Hochberg’s correction',
  effectInterval: '{{effect}} [{{low}} to {{high}}]', pUnder: 'p\u00a0<\u00a0{{p}}', pIs: 'p\u00a0=\u00a0{{p}}', phi: 'φ\u00a0=\u00a0{{value}}', cramersV: 'Cramér’s V\u00a0=\u00a0{{value}}', epsilonSquared: 'ε²\u00a0=\u00a0{{value}}', rankBiserial: 'rank-biserial r\u00a0=\u00a0{{value}}',
  veryRarely: 'very rarely', rarely: 'rarely', notOften: 'seldom', nowAndThen: 'now and then', easily: 'quite easily',
} as const;

/** Why a table is not tested. */
const refused = {
  unit: 'No test: several codings, passages or words of one person are not independent of each other. Count people, and tests are offered.',
  overlapping: 'No test: somebody belongs to more than one of these groups, and the tests compare different people. Choose an attribute that puts each person into one group.',
  repeats: 'No test: the cells say how often, so that one person can count many times. Count each person once (presence), and tests are offered.',
  oneGroup: 'No test: there is one group only.',
  tooFew: 'No test: with n {{n}} in these groups no difference, however large, could become clear. Read the passages.',
  allZero: 'No test: everything is zero.', nobodyDiffers: 'No test: all are alike.', noRows: 'No test: there are no rows.',
} satisfies Record<RefusalReason, string>;

/** What stands below the tests. */
const remark = {
  chosenForVariety: 'People were chosen for variety, not drawn at random: read the tests as a description of these interviews. Units are {{units}}; p values are descriptive unless these are independent of each other.',
  whoeverAnswered: 'The tests describe those who answered; whether others would answer alike, they cannot say. Units are {{units}}; p values are descriptive unless these are independent of each other.',
  documentsAsUnits: 'Where one person speaks in several of them they are not independent, and p values are too small: count people instead.',
  severalRowsADocument: 'One document may count in several rows: the rows are not independent of each other, and shares add up to more than 100 %.',
  severalRowsAPerson: 'One person may count in several rows: the rows are not independent of each other, and shares add up to more than 100 %.',
  groupsWithoutPeople: 'Groups in which nobody was interviewed or asked take no part in the tests.',
  simulated: 'In some rows there are few in a group and too many ways to count them all: p is estimated there from random ones, always the same.',
  effectIntervals: 'In brackets behind an effect size: from where to where fits these numbers as well (φ and V by the noncentral χ² distribution, where enough are expected in each cell; r after Newcombe; ε² by drawing people again within their groups).',
  rowsNotTested: 'Rows that are zero everywhere, alike everywhere, or rest on too few are not tested and do not count for the correction.',
} satisfies Record<Remark, string>;

/** Why a statistic has no value. */
const undefinedFor = {
  unusedCode: 'one of the codes was never given', emptyGroup: 'one of the groups is empty', belowZero: 'values below 0 have no place on a ratio scale', emptyRow: 'a row or a column is empty', shortText: 'the text is too short to disagree about',
  noWords: 'one of the texts has no words', otherValue: 'there is a value that is not among the categories', unusedWord: 'the word stands in neither text', allSame: 'all values are the same', emptyUnion: 'there is nothing in either set',
  expectedOne: 'everybody used one and the same category, so nobody can tell whether they would have told two apart', fewerCategories: 'fewer categories are listed than the table has', moreCategories: 'more categories are used than were offered',
  noDecisions: 'there are no decisions', noSegments: 'there are no segments', freeSegments: 'segments are chosen freely, so nobody can count what both left uncoded', overlappingUnits: 'codings of one coder overlap each other', tooManyCombinations: 'there are too many different combinations of codes to compare them as categories', noPairs: 'no unit was judged by two coders', noUnits: 'there are no units', noVariation: 'all values are the same, so nobody can tell whether the coders would have told two things apart',
  nobody: 'there is nobody', oneCode: 'with one code only, everybody agrees by chance', orderNeeded: 'the order of the categories is not known', twoCoders: 'exactly two coders are needed', twoGroups: 'two groups are needed',
  notNumbers: 'the values are not numbers', whoNeeded: 'it has to be known who said what',
} satisfies Record<Undefined, string>;

const people = 'Each unit is one person, counted once, and says nothing about another.';
const sameUnits = 'The coders judged the same units, each on their own, with the same codebook.';
const noThreshold = 'No single value is good enough for every purpose: say what depends on it, and read what was disagreed about.';
/** Each statistic: what it is called and what it takes for granted. */
const about = {
  percent: { title: 'Percentage', assumes: 'The whole is those who were asked or interviewed; who was not asked has not said no.' },
  wilson: { title: 'Wilson interval of a share', assumes: `${people} For people who were chosen, not drawn, the interval shows how little so few can tell.` },
  proportionDifference: { title: 'Difference of two shares', assumes: `${people} Nobody belongs to both groups.` },
  chiSquare: { title: 'Chi-square test', assumes: `${people} At least four fifths of the cells expect 5 or more, and none less than 1. p is descriptive unless people are independent.` },
  fisherExact: { title: 'Fisher’s exact test', assumes: `${people} It is exact however few there are. p is descriptive unless people are independent.` },
  kruskalWallis: { title: 'Kruskal–Wallis test', assumes: `${people} One value a person (her median, where she was rated several times), of which only the order counts. p is descriptive unless people are independent.` },
  dunn: { title: 'Dunn’s test of pairs', assumes: `${people} It follows a Kruskal–Wallis test; with several pairs the corrected p is the one to read.` },
  mannWhitney: { title: 'Mann–Whitney test', assumes: `${people} One value a person, of which only the order counts; nobody belongs to both groups. p is descriptive unless people are independent.` },
  pAdjust: { title: 'p values corrected for their number', assumes: 'All tests that were looked at are in the list, also those that found nothing.' },
  jaccard: { title: 'Jaccard’s likeness', assumes: 'What is in neither of the two says nothing.' },
  cCoefficient: { title: 'c-coefficient', assumes: 'Each code is counted once where it stands. Where one code is far more frequent than the other the value stays low although the rarer one hardly occurs alone.' },
  keynessLL: { title: 'Keyness (log-likelihood)', assumes: 'Words of one person hang together, so p is descriptive; one talkative person can make a word key. Look at how many people use it.' },
  tfidf: { title: 'Weights of words (tf-idf)', assumes: 'There is no standard: name the variant. Chinese needs a stated way of cutting words.' },
  percentAgreement: { title: 'Percentage of agreement', assumes: `${sameUnits} What would agree by chance is not taken out.` },
  cohenKappa: { title: 'Cohen’s κ', assumes: `${sameUnits} Two coders. ${noThreshold}` },
  scottPi: { title: 'Scott’s π', assumes: `${sameUnits} Two coders who could stand for each other. ${noThreshold}` },
  gwetAC1: { title: 'Gwet’s AC1', assumes: `${sameUnits} All categories of the codebook belong to it, also unused ones. ${noThreshold}` },
  brennanPrediger: { title: 'Brennan and Prediger’s κ', assumes: `${sameUnits} Chance would take each category of the codebook equally often. ${noThreshold}` },
  fleissKappa: { title: 'Fleiss’ κ', assumes: `${sameUnits} Coders who could stand for each other. ${noThreshold}` },
  krippendorffAlpha: { title: 'Krippendorff’s α', assumes: `${sameUnits} The kind of values (names, order, distances, ratios) is the one that they have. Krippendorff relies on 0.8 and more, and draws tentative conclusions from 0.667 on.` },
  holsti: { title: 'Holsti’s agreement', assumes: 'It is known which decisions of the two coders belong together. What would agree by chance is not taken out.' },
  segmentAgreement: { title: 'Agreement on segments', assumes: 'Two coders looked at the whole text for this code. Characters that nobody coded count as agreement for the percentage and κ by characters, so a long text raises them.' },
  maxqdaSegmentKappa: { title: 'MAXQDA’s κ of segments', assumes: 'Chance takes each code equally often; what nobody coded does not count. Not comparable with Cohen’s κ.' },
  unitizingAlpha: { title: 'Krippendorff’s α for chosen units', assumes: 'Coders chose the units on their own in the same text; units of one coder do not overlap. Provisional: not yet compared with a published example.' },
} as const;

/** What a result says, in words. */
const reads = {
  undefined: 'Not defined: {{why}}.', percent: '{{text}} %.',
  wilson: '{{share}}. Shares between {{low}} and {{high}} fit these numbers as well ({{level}} interval).',
  proportionDifference: 'The first share lies {{points}} percentage points {{side}} the second; from {{low}} to {{high}} fits these numbers as well ({{level}} interval).', above: 'above', below: 'below',
  byChance: 'If rows and columns had nothing to do with each other, a table at least this uneven would come about {{often}} ({{p}}).',
  cramersV: 'Cramér’s V is {{value}}: 0 is no connection, 1 a complete one.', smallExpected_one: 'One cell expects fewer than 5: Fisher’s exact test is safer.', smallExpected_other: '{{number}} cells expect fewer than 5: Fisher’s exact test is safer.',
  simulated: 'p is estimated from {{tables}} random tables, always the same ones: there are too many to count.', oddsRatio: 'The odds of the first row are {{value}} times those of the second ({{low}} to {{high}}).',
  ranks: 'If the groups did not differ, ranks at least this far apart would come about {{often}} ({{p}}).', epsilonSquared: 'ε² is {{value}}: 0 is no connection of group and rank, 1 a complete one.',
  dunn_one: 'One of {{all}} pairs is clearly apart after Holm’s correction.', dunn_other: '{{number}} of {{all}} pairs are clearly apart after Holm’s correction.',
  higher: 'Of all pairs with one from each, the first lies higher in {{share}} (ties count half).',
  pAdjust_one: 'One of {{all}} stays at 0.05 or below.', pAdjust_other: '{{number}} of {{all}} stay at 0.05 or below.',
  jaccard: 'Of all that is in either, {{share}} is in both.', cCoefficient: 'c is {{value}}: 0 is never together, 1 always together.', outOfRange: 'It lies above 1 because quotations overlap: there are more meetings than codings.',
  keyness: 'If the word were equally frequent in both, a difference at least this large would come about {{often}} (log-likelihood {{value}}, {{p}}).', times: 'It is {{times}} times as frequent in the first text as in the second.', onlyOne: 'It stands in one of the two only.',
  tfidf_one: 'Weights for one document.', tfidf_other: 'Weights for {{number}} documents.',
  agreed: 'The coders agree on {{share}}.', agreedBy: 'The coders agree on {{share}}; by chance it would be {{expected}}.', beyond: 'Of what chance leaves open they agree on {{share}}: {{value}}.', asChance: 'That is no more than chance would bring about: {{value}}.', lessThanChance: 'That is less than chance would bring about: {{value}}.',
  value: 'The value is {{value}}: 1 is full agreement, 0 what chance would bring about.', noMoreThanChance: 'The value is {{value}}: no more than chance would bring about (0); 1 is full agreement.', interval: 'From {{low}} to {{high}} fits these judgements as well ({{level}} interval).', effectReach: 'From {{low}} to {{high}} fits these numbers as well ({{level}} interval).', drawnUnits: 'Of {{samples}} samples in which the units were drawn again. With few units it comes out too narrow.', drawnPeople: 'Of {{samples}} samples in which people were drawn again within their groups.',
  oneCategory: 'Only one category was offered: nobody could disagree.', basis_one: 'It rests on one unit.', basis_other: 'It rests on {{number}} units.',
  characters: 'By characters the coders agree on {{share}}, κ {{kappa}}.', charactersShare: 'By characters the coders agree on {{share}}.', both: 'Of what either coded, {{share}} is coded by both.', segments: 'By segments, {{matched}} of {{all}} have a partner that overlaps enough.',
  unitizing: 'On units and codes together α is {{value}}.', coded: 'On what is coded at all it is {{value}}.', codes: 'On the codes where both coded it is {{value}}.',
} as const;

export const problemStatistics = {
  'no-such-statistic': { what: 'There is no statistic “{{name}}”.', way: 'There are: {{known}}.' },
  'statistic-input': { what: '“{{file}}” does not hold what “{{name}}” is calculated from: {{what}}.', way: 'It takes, for example, {{example}}.' },
} as const;

export const statistics = { offered, tests, refused, remark, undefined: undefinedFor, about, reads } as const;
