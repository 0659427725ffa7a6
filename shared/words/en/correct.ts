/** What is said while a transcript is corrected. */
export const correct = {
  replace: {
    show: 'Show', version: 'Corrected version', showAll_one: 'Show it', showAll_other: 'Show all {{number}}', command: 'Replace by a corrected version…', title: 'Replace “{{document}}” by a corrected version', hint: 'Nothing is changed yet. Codings, memos and ratings stay with their passages.', reading: 'Reading and comparing', another: 'Another file…',
    same: 'The text is the same, and so are the turns: there is nothing to replace.', sameText: 'The text is the same; the turns are those of the file.', stretches_one: 'One place differs', stretches_other: '{{number}} places differ', more_one: 'and one more place', more_other: 'and {{number}} more places', words: '{{before}} words before, {{after}} after',
    passages: 'Coded passages', text: 'Text', noPassages: 'Nothing is coded in this document.', allSame_one: 'The one coded passage stays on its words.', allSame_other: 'All {{number}} coded passages stay on their words.',
    stay_one: 'One stays on its words', stay_other: '{{number}} stay on their words', fate: { lost: 'No place', changed: 'Changed', moved: 'Moved', form: 'Other spelling only' },
    fateHint: { lost: 'Their words are not in the corrected version. Say what becomes of each.', changed: 'Words of them were corrected, went, or came in.', moved: 'The same words, at another place of the text.', form: 'The same words with other punctuation marks, blanks or capitals.' },
    before: 'Before', after: 'After', near: 'Nearest place', gone: 'Nothing is near it.', decision: 'What becomes of it', leaveOut: 'Leave it out', keep: 'Keep it', keepNearest: 'Keep it at the nearest place', elsewhere: 'Another place…', chosen: 'Chosen place',
    find: 'Find in the new text', meant: 'Places that may be meant', notFound: 'Not found. Select the words in the text.', newText: 'New text', pick: 'Select the words: with the mouse, or with Shift and the arrow keys. Enter puts the passage there.', put: 'Put it here', nothingPicked: 'No words are selected.',
    allLeaveOut: 'Leave out all without a place', allNearest: 'Keep all at the nearest place', uncoded: 'Not coded; carries a memo', memos_one: 'one memo', memos_other: '{{number}} memos',
    open_one: 'One passage needs a decision.', open_other: '{{number}} passages need a decision.', leftOut_one: 'One passage is left out; undo brings it back.', leftOut_other: '{{number}} passages are left out; undo brings them back.', ready: 'One step; undo takes all of it back.', run: 'Replace the text', turns: 'Turns and speakers', turnsFile: 'From the file', turnsKept: 'As they are',
    done: '“{{document}}” is replaced. Passages on the same words: {{same}} of {{passages}}; left out: {{leftOut}}.', doneNothing: 'Nothing was replaced: text and turns are the same.',
    cliCounts: '{{same}} unchanged, {{form}} in other spelling, {{changed}} changed, {{moved}} moved, {{lost}} without a place.', cliDry: 'Nothing was written.',
  },
  turn: {
    who: 'Who speaks here?', where: 'Where', this: 'This turn', all_one: 'The one “{{label}}”', all_other: 'All {{number}} “{{label}}”', allPlain_one: 'The one turn', allPlain_other: 'All {{number}} without a label',
    split: 'Split the turn here', join: 'Join with the turn before', joinNext: 'Join with the turn after',
  },
  people: {
    into: 'Merge with another person…', title: 'Merge “{{name}}” into another person', find: 'Who is the same person?', nobody: 'There is nobody else in the study.', run: 'Merge',
    turns_one: 'One turn goes to “{{into}}”.', turns_other: '{{number}} turns go to “{{into}}”.', noTurns: 'Speaks in no turn.', taken_one: 'One value is taken over.', taken_other: '{{number}} values are taken over.', memos_one: 'The memo is kept.', memos_other: 'The {{number}} memos are kept.',
    referred_one: 'One person who was referred by “{{name}}” counts as referred by “{{into}}”.', referred_other: '{{number}} people who were referred by “{{name}}” count as referred by “{{into}}”.', roles: '“{{into}}” stays {{mine}}; “{{name}}” was {{theirs}}.', differ: 'Both have a value: which is kept?', left: 'What is not kept is written into a memo.',
  },
  going: {
    half_one: 'One coding keeps only its words that were not cut:', half_other: '{{number}} codings keep only their words that were not cut:', halfHidden_one: 'One coding of another coder, which you do not see, keeps only its words that were not cut.', halfHidden_other: '{{number}} codings of others, which you do not see, keep only their words that were not cut.',
    would_one: 'One coding goes if these words go:', would_other: '{{number}} codings go if these words go:', gone_one: 'One coding went with its words:', gone_other: '{{number}} codings went with their words:', cut_one: 'One coding was cut with its words; pasting them brings it along:', cut_other: '{{number}} codings were cut with their words; pasting them brings these along:',
    wouldHidden_one: 'One coding of another coder, which you do not see, goes if these words go.', wouldHidden_other: '{{number}} codings of others, which you do not see, go if these words go.', goneHidden_one: 'One coding of another coder, which you do not see, went with its words.', goneHidden_other: '{{number}} codings of others, which you do not see, went with their words.',
    cutHidden_one: 'One coding of another coder, which you do not see, was cut with its words; pasting them brings it along.', cutHidden_other: '{{number}} codings of others, which you do not see, were cut with their words; pasting them brings these along.', andHidden_one: 'and one of another coder, which you do not see', andHidden_other: 'and {{number}} of others, which you do not see',
    more_one: 'and one more', more_other: 'and {{number}} more', later: 'Undo brings them back, step by step.', keep: 'Keep typing',
  },
};
