/** What is said while a transcript is corrected. */
export const correct = {
  replace: {
    stretches_one: 'One place differs', stretches_other: '{{number}} places differ', fate: { lost: 'No place', changed: 'Changed', moved: 'Moved' }, uncoded: 'Not coded; carries a memo', done: '“{{document}}” is replaced. {{same}} of {{passages}} passages stay on their words, {{leftOut}} were left out.', doneNothing: 'Nothing was replaced: text and turns are the same.', cliCounts: '{{same}} unchanged, {{form}} in other spelling, {{changed}} changed, {{moved}} moved, {{lost}} without a place.', cliDry: 'Nothing was written.',
  },
};
