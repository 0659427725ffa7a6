/** The palette that codes, and the keys of the transcript. */
export const coding = {
  palette: {
    title: 'Code the selection', steps: 'Facets', find: 'Any part of a name, an abbreviation, or a digit', create: 'New {{facet}} code “{{name}}”', there: 'already on this passage', taken: 'taken', empty: 'No {{facet}} code yet. Type a name to make the first.',
    choose: 'Choose or create', nothing: 'Nothing yet', mayStay: 'May stay empty', missing: 'Still missing: {{facets}}', mayMiss: 'It may stay so; the passage then counts as half-coded.', between: ', ',
    parties: 'Who against whom', findConflict: 'A name, and who against whom: “tasks: gps, county”', next: 'take, go on', more: 'one more', rate: 'rate', swap: 'swap', repeat: 'repeat', apply: 'apply', leave: 'leave', offered: 'What the code means', noDefinition: 'It has no definition yet.', often: 'Often together with', clashes: 'Who against whom so far',
  },
  recode: { title: 'Another code in its place', which: 'Codes of the passage', find: 'Code in place of “{{code}}”', none: 'There is no other {{facet}} code like that.', next: 'next code', put: 'replace', atCaret: 'Put the caret into a coded passage first.', button: 'Replace “{{code}}” by another code' },
  keys: {
    coding: 'Code a selection', palettes: 'In the palette', atHand: 'Passage at hand', moving: 'Move and select', turns: 'Turns', speaker: 'Who speaks here', splitTurn: 'Split the turn (correcting)', joinTurn: 'Join with the turn before', always: 'Always', find: 'Find a shortcut', nothing: 'No shortcut is called so.',
    palette: 'Open the palette', digit: 'Code 1 to 9', repeat: 'Repeat the last triple', inVivo: 'In vivo: the words become a theme', leave: 'Leave',
    take: 'Take it, go to the next facet', back: 'Back to the facet before', more: 'Take one more of this facet', apply: 'Put all of it on the passage', create: 'New code of this name', below: 'New code below another: Parent > Name', rateIt: 'Rate: steps 1 to 9 of the scale', rateBehind: 'Rate behind the name', swap: 'Swap the parties', pin: 'Keep the code on a digit', giveBack: 'Give back what was taken',
    rate: 'Rate: steps 1 to 9 of its scale', memo: 'Memo', recode: 'Replace one of its codes', uncode: 'Uncode', nextPassage: 'Next, previous passage', half: 'Half-coded passages only', passages: 'List of passages',
    caret: 'Move the caret', select: 'Select', selectWord: 'Select by words', nextDocument: 'Next, previous document', edit: 'Correct the text', shortcuts: 'This sheet',
    hint: 'Single keys work while the transcript has the focus, also with a Chinese input method on, and never while you type.',
  },
};
