/** Keys of the grids, as the sheet of shortcuts shows them. What they do stands in grid/GridTable and grid/CellEditor. */
export const gridKeys = [
  { title: 'grid', keys: [
    { id: 'gridEdit', shown: ['Enter', 'F2'] }, { id: 'gridNext', shown: ['Tab', 'Enter'] }, { id: 'gridLine', shown: ['Alt+Enter'] }, { id: 'gridRange', shown: ['Shift+ArrowDown'] }, { id: 'gridRow', shown: ['Shift+Space'] },
    { id: 'gridCopy', shown: ['$mod+c', '$mod+v'] }, { id: 'gridDown', shown: ['$mod+d'] }, { id: 'gridEmpty', shown: ['Delete'] }, { id: 'gridEnds', shown: ['$mod+Home', '$mod+End'] }, { id: 'gridOpen', shown: ['$mod+Enter'] }, { id: 'gridWidth', shown: ['Alt+ArrowRight', 'Alt+ArrowLeft'] },
  ] },
] as const;
