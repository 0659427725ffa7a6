import type { undefinedDifferences } from '../../model/ratingDifferences.ts';
import type { Placing } from '../../model/ratings.ts';

type Way = 'ratings' | 'perception' | 'grid';

/** Who is rated how, and by whom it was said. */
export const stakeholders = {
  ratings: 'Stakeholders by dimension', perception: 'Who sees whom how: {{dimension}}', grid: '{{x}} and {{y}}', withSplit: '{{title}}, by {{split}}',
  steps: ', ', stakeholder: 'Stakeholder', dimension: 'Dimension',
  measures: { median: 'Median', lower: 'Lower quartile', upper: 'Upper quartile', least: 'Lowest', most: 'Highest', rated: 'Rated codings', unrated: 'Unrated codings', offScale: 'Off the scale', raters: 'People rated' },
  byPerson: 'A participant has one value: the median of the ratings of all that she said about the stakeholder.', shownMedians: 'Shown is the median of these values.', shownMeans: 'Shown is the mean of these values.',
  peopleOf: '{{people}} interviewed; {{speakers}}.', scaleOf: '{{dimension}}: {{scale}}.',
  unnamed_one: 'One coding of a dimension names no stakeholder and stands nowhere here.', unnamed_other: '{{number}} codings of dimensions name no stakeholder and stand nowhere here.',
  shared_one: 'One coding speaks of several stakeholders at once and counts for each of them.', shared_other: '{{number}} codings speak of several stakeholders at once and count for each of them.',
  nothingSaid: 'Nothing is said here about {{who}}.', unasked: 'Nobody was interviewed',
  who: 'Who speaks', self: 'Its own people', others: 'All others', difference: 'Difference of the medians', differenceOfMeans: 'Difference of the means', of: '{{who}}: {{what}}', minus: '{{first}} minus {{second}}', differs: 'Difference', p: 'p',
  undefinedFor: { unasked: '{{side}}: nobody interviewed', silent: '{{side}}: not spoken of', unrated: '{{side}}: not rated' } satisfies Record<(typeof undefinedDifferences)[number], string>,
  differenceNote: 'Difference: {{first}} minus {{second}}, of the values shown; p is that of the test below (Mann–Whitney), corrected for the number of tests.', untested: 'Without p: too few people on a side for a test.', byDifference: 'What differs most first', onlyTwo: 'A difference is of two: {{split}} has more values here, or fewer.', filter: 'Filter', compared: 'Compared by',
  position: 'Position', coderAt: '{{coder}}: {{dimension}}', leastPassages: 'Placed from {{least}} passages on.', coders: 'Coders far apart',
  placing: { placed: 'Placed', few: 'Too few passages', half: 'Rated in one dimension only', unrated: 'Not rated', none: 'Not spoken of' } satisfies Record<Placing, string>,
  views: 'Ways to look at stakeholders', ways: { ratings: 'By dimension', perception: 'Who sees whom how', grid: 'Interest and influence' } satisfies Record<Way, string>,
  across: 'Across', up: 'Up', dot: 'Where the dot stands', meanOf: 'Mean', leastLabel: 'From', compare: 'Compare', together: 'All together', everything: 'All passages',
  subtitleTable: 'Medians of the participants’ own medians.', subtitleMean: 'Means of the participants’ own medians.', subtitleMedian: 'Medians of the participants’ own medians.',
  differOn_one: 'Coders are far apart on one stakeholder.', differOn_other: 'Coders are far apart on {{number}} stakeholders.', filteredBy: 'Only passages of “{{query}}”.', apart: 'coders far apart',
  silent: 'Not spoken of', unratedHere_one: 'one unrated', unratedHere_other: '{{number}} unrated', offScaleHere_one: 'one off the scale', offScaleHere_other: '{{number}} off the scale', notRated: 'not rated',
  middleHalf: 'middle half {{lower}} to {{upper}}', stripLegend: 'Dot: median of the people on the scale; bar: the middle half of them.', ownLegend: 'A group about itself',
  selfAndOthers: 'Own people against all others', betweenGroups: 'Between the groups that speak', evidence: 'What it rests on', faces: 'What faces each other', faceViews: 'Own people and others', faceValues: '{{first}} and {{second}}', mostly: '{{person}} speaks in {{said}} of {{all}} passages.',
  dotMean: 'mean of the people', dotMedian: 'median of the people', eachCoder: 'each coder, lettered when far apart', beside: 'dots of one place stand side by side',
  onGrid: 'Stakeholders on the grid', notPlaced: 'Not placed', unplacedFor: '{{who}} ({{why}})', nobodyPlaced: 'Nobody has {{least}} passages rated in both dimensions.', behind: 'Rated passages behind each position. Who has fewer than {{least}} is not placed.',
  quadrants: { topLeft: 'Keep satisfied', topRight: 'Work with closely', bottomLeft: 'Watch', bottomRight: 'Keep informed' }, corners: { topLeft: 'Top left', topRight: 'Top right', bottomLeft: 'Bottom left', bottomRight: 'Bottom right' }, nameQuadrants: 'Names of the quarters',
  copyPicture: 'Copy picture', copyTable: 'Copy table', tableCopied: 'The table is on the clipboard.', copied: 'The picture is on the clipboard.', needTwo: 'A grid needs two dimensions. Add one to the codebook.', sameTwice: 'Choose two different dimensions.',
  emptyTitle: 'Nobody is rated yet.', emptyText: 'Code who is spoken about and a dimension on the same passage, and rate it: here you see who is seen how, and by whom.',
};
