/** Keys of the code view, as the sheet of shortcuts shows them. What they do stands in useCodingKeys. */
export const editorKeys = [
  { title: 'coding', keys: [{ id: 'palette', shown: ['Space'] }, { id: 'apply', shown: ['Enter'] }, { id: 'memo', shown: ['m'] }, { id: 'uncode', shown: ['u'] }, { id: 'leave', shown: ['Escape'] }] },
  { title: 'moving', keys: [{ id: 'caret', shown: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] }, { id: 'select', shown: ['Shift+ArrowRight'] }, { id: 'selectWord', shown: ['$mod+Shift+ArrowRight'] }, { id: 'nextPassage', shown: ['j', 'k'] }, { id: 'nextDocument', shown: ['Alt+ArrowDown', 'Alt+ArrowUp'] }, { id: 'edit', shown: ['F2'] }] },
] as const;
