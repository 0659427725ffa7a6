import type { Kind } from '../../../../shared/model/values.ts';

export interface GridColumn {
  /** As filling names it: 'name', 'role', …, an attribute's number; counted columns have names of their own. */
  readonly id: string;
  readonly label: string;
  /** Said below the label: its kind, how many cells are empty. */
  readonly detail?: string;
  readonly kind: Kind | 'name' | 'suggested' | 'count';
  /** px, as it shows. */
  readonly width: number;
  /** Offered while a cell is edited. */
  readonly options?: readonly string[];
  /** What is typed may become a new choice. */
  readonly mayAdd?: boolean;
  readonly readOnly?: boolean;
  readonly sorted?: 'ascending' | 'descending';
}
export interface GridLine { readonly id: number; readonly cells: readonly string[] }
/** A cell as it is shown, from 0; row −1 is the head, the row behind the last takes new rows. */
export interface Place { readonly row: number; readonly column: number }

/** Whether two columns are one in what their cells are drawn by. */
export const sameInCells = (a: GridColumn, b: GridColumn): boolean => a === b || (a.id === b.id && a.kind === b.kind && a.readOnly === b.readOnly);
export const sameInHead = (a: GridColumn, b: GridColumn): boolean => sameInCells(a, b) && a.label === b.label && a.detail === b.detail && a.sorted === b.sorted;
export const sameLine = (a: GridLine | null, b: GridLine | null): boolean => a === b || (a !== null && b !== null && a.id === b.id && a.cells.length === b.cells.length && a.cells.every((cell, at) => cell === b.cells[at]));
