/** Keys of the conflict register, for the sheet of shortcuts. */
export const conflictKeys = [
  { title: 'conflictList', keys: [{ id: 'conflictEdit', shown: ['Enter', 'F2'] }, { id: 'conflictMove', shown: ['Alt+ArrowUp', 'Alt+ArrowDown'] }, { id: 'conflictRemove', shown: ['Delete'] }] },
] as const;
