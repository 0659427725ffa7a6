import type { Placing } from '../../model/ratings.ts';

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
  who: 'Who speaks', self: 'Its own people', others: 'All others', difference: 'Difference of the medians', filter: 'Filter', compared: 'Compared by',
  position: 'Position', coderAt: '{{coder}}: {{dimension}}', leastPassages: 'Placed from {{least}} passages on.', coders: 'Coders far apart',
  placing: { placed: 'Placed', few: 'Too few passages', half: 'Rated in one dimension only', unrated: 'Not rated', none: 'Not spoken of' } satisfies Record<Placing, string>,
};
