/** Keys of the code view, as the sheet of shortcuts shows them. What they do stands in useCodingKeys and in the palette. */
export const editorKeys = [
  { title: 'coding', keys: [{ id: 'palette', shown: ['Space'] }, { id: 'digit', shown: ['1', '–', '9'] }, { id: 'repeat', shown: ['.'] }, { id: 'inVivo', shown: ['v'] }, { id: 'leave', shown: ['Escape'] }] },
  { title: 'palettes', keys: [
    { id: 'take', shown: ['Tab'] }, { id: 'back', shown: ['Shift+Tab'] }, { id: 'more', shown: ['Shift+Enter'] }, { id: 'apply', shown: ['Enter'] }, { id: 'create', shown: ['$mod+Enter'] }, { id: 'below', shown: ['>'] }, { id: 'rateIt', shown: ['Alt+1', '–', '9'] },
    { id: 'rateBehind', shown: ['-', '2'] }, { id: 'swap', shown: ['Alt+x'] }, { id: 'pin', shown: ['Alt+Shift+1', '–', '9'] }, { id: 'giveBack', shown: ['Backspace'] },
  ] },
  { title: 'atHand', keys: [{ id: 'rate', shown: ['Alt+1', '–', '9'] }, { id: 'memo', shown: ['m'] }, { id: 'recode', shown: ['r'] }, { id: 'uncode', shown: ['u'] }] },
  { title: 'edges', keys: [{ id: 'endBy', shown: ['Shift+Alt+ArrowLeft', 'Shift+Alt+ArrowRight'] }, { id: 'endByWord', shown: ['$mod+Shift+Alt+ArrowRight'] }, { id: 'endBySentence', shown: ['Shift+Alt+ArrowUp', 'Shift+Alt+ArrowDown'] }, { id: 'edge', shown: ['Shift+Alt+Home', 'Shift+Alt+End'] }] },
  { title: 'moving', keys: [
    { id: 'nextPassage', shown: [']', '['] }, { id: 'half', shown: ['h'] }, { id: 'passages', shown: ['l'] }, { id: 'caret', shown: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] }, { id: 'select', shown: ['Shift+ArrowRight'] }, { id: 'selectWord', shown: ['$mod+Shift+ArrowRight'] },
    { id: 'nextDocument', shown: ['Alt+ArrowDown', 'Alt+ArrowUp'] }, { id: 'edit', shown: ['F2'] }, { id: 'shortcuts', shown: ['?'] },
  ] },
  { title: 'turns', keys: [{ id: 'speaker', shown: ['Alt+Enter'] }, { id: 'splitTurn', shown: ['$mod+Enter'] }, { id: 'joinTurn', shown: ['$mod+Shift+Enter'] }] },
] as const;
