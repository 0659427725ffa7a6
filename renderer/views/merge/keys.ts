/** Keys of the merge, for the sheet of shortcuts. */
export const mergeKeys = [
  { title: 'mergeDesk', keys: [{ id: 'mergeWalk', shown: ['j', 'k'] }, { id: 'mergeDecide', shown: ['1', '2', '3'] }, { id: 'mergeAll', shown: ['Shift+1', 'Shift+2', 'Shift+3'] }, { id: 'mergeNext', shown: ['n'] }, { id: 'mergeLook', shown: ['ArrowLeft', 'ArrowRight'] }, { id: 'mergeBack', shown: ['Backspace'] }, { id: 'mergeStepBack', shown: ['u'] }] },
] as const;
