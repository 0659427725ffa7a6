import type { FaultType, OwnFault } from '../../model/faults.ts';

/** What of an input is not as it should be: after the place, and a colon. */
export const fault = {
  at: '{{path}}: {{fault}}', missing: 'is missing', form: 'is not as it should be', type: 'should be {{types}}', or: '{{first}} or {{second}}',
  atLeast: 'no less than {{limit}}', above: 'more than {{limit}}', atMost: 'no more than {{limit}}', below: 'less than {{limit}}', fewest_one: 'at least one entry', fewest_other: 'at least {{number}} entries', most_one: 'at most one entry', most_other: 'at most {{number}} entries',
  shortest_one: 'at least one character', shortest_other: 'at least {{number}} characters', longest_one: 'at most one character', longest_other: 'at most {{number}} characters', among: 'one of {{names}}', unknown: '{{names}} is not known here',
  types: { number: 'a number', int: 'a whole number', string: 'text', array: 'a list [ … ]', object: 'an object { … }', boolean: 'true or false', null: 'null' } satisfies Record<FaultType, string>,
  own: {
    pairs: 'a and b of one length', square: 'as many columns as rows', coders: 'as many values for each coder (null: none)', categories: 'no category twice', agreed: 'no more agreed than either decided', raters: 'no unit with more ratings than raters',
    overlap: 'no units of one coder that overlap', words: 'no word more often than there are words', oneForm: 'one of table, coders and counts', rows: 'rows of one length', segments: 'segments within the length', span: 'start before end',
    text: 'text without broken characters', units: 'units within the length', share: 'k no more than n', once: 'each row once', either: 'a participant or a document', times: 'as many times as counts',
  } satisfies Record<OwnFault, string>,
} as const;
