export interface Sorting { readonly column: string; readonly down: boolean }
/** How a grid is looked at: what its rows must hold, only those with gaps, and by which column they are sorted. */
export interface GridAsked { readonly typed: string; readonly onlyGaps: boolean; readonly sorting: Sorting | null }
const asTheyAre: GridAsked = { typed: '', onlyGaps: false, sorting: null };
export const gridsAsTheyAre = { participants: asTheyAre, documents: asTheyAre };
