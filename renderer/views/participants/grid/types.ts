import type { Kind } from '../../../../shared/model/values.ts';
import type { MenuGroup } from '../../../parts/Menu.tsx';

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
  readonly menu: readonly MenuGroup[];
}
export interface GridLine { readonly id: number; readonly cells: readonly string[] }
/** A cell as it is shown, from 0; row −1 is the head, the row behind the last takes new rows. */
export interface Place { readonly row: number; readonly column: number }
