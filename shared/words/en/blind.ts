/** What is said of codings of others that one does not see while coding blind. */
export const blind = {
  alsoChange_one: 'One coding of another coder, which you do not see, changes too.', alsoChange_other: '{{number}} codings of others, which you do not see, change too.',
  alsoGo_one: 'One coding of another coder, which you do not see, goes too.', alsoGo_other: '{{number}} codings of others, which you do not see, go too.',
  othersStay_one: 'One coding of another coder, which you do not see, stays with “{{code}}”.', othersStay_other: '{{number}} codings of others, which you do not see, stay with “{{code}}”.',
  alsoOff_one: 'Off the scale too: one rating of another coder, which you do not see.', alsoOff_other: 'Off the scale too: {{number}} ratings of others, which you do not see.',
  others_one: 'one coding of another coder, which you do not see', others_other: '{{number}} codings of others, which you do not see',
  countedBy: '{{what}} (coder: {{coder}})', noneOfYours: 'You have coded nothing with it.',
};
