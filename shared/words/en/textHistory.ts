/** What became of a transcript's text. */
export const textHistory = {
  title: 'Text history of “{{document}}”', command: 'Text history…', none: 'The text is as it came in: nobody has changed a word of it.', steps: 'Changes of the text, newest first', differences: 'Differences', against: 'Show', step: 'What this change did', now: 'Then and now',
  lost_one: 'one passage lost', lost_other: '{{number}} passages lost', shortened_one: 'one passage shortened', shortened_other: '{{number}} passages shortened', restored_one: 'one passage back', restored_other: '{{number}} passages back',
  same: 'The text reads now as it did then.', place: 'Change {{at}} of {{of}}', previous: 'Previous change', next: 'Next change', whole: 'Whole text', text: 'The text with its differences',
};
