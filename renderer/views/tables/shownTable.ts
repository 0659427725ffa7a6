import { splitsOf, type Showing, type Table } from '../../../shared/model/table.ts';
import type { ShownColumn } from '../../../shared/model/tableDifference.ts';
import type { TableSort } from '../../../shared/model/tableAsked.ts';
import type { CellAsked } from './asked.ts';

/** A table as it is shown, with the cell that is open. */
export interface ShownTable { readonly table: Table; readonly show: Showing; readonly sort: TableSort; readonly cell: CellAsked | null; readonly onCell: (cell: CellAsked) => void; readonly onSort: (sort: TableSort) => void }

/** Where a column begins a group of columns, and whether it is of all together. */
export const sideOf = (table: Table, place: ShownColumn): { readonly 'data-first': true | undefined; readonly 'data-total': true | undefined } => {
  const splits = splitsOf(table);
  const isTotal = place.kind === 'cell' ? place.column >= table.columns.length : place.group * splits >= table.columns.length;
  return { 'data-first': (place.kind === 'cell' && place.column % splits === 0) || undefined, 'data-total': isTotal || undefined };
};
