import type { MatrixCount } from '../../../shared/model/conflicts.ts';

/** What the right pane is about. */
export type OpenConflict =
  | { readonly kind: 'entry'; readonly id: number; readonly editing: boolean }
  /** A cell of the matrix: the row's value, the column's code. */
  | { readonly kind: 'cell'; readonly row: string | null; readonly column: number; /** The value of the side that it is on; left out without a comparison. */ readonly side?: string | null }
  | { readonly kind: 'sort' };
/** What is asked of the conflicts, and of which study. */
export interface ConflictsAsked {
  readonly study: string | null;
  /** The attribute whose values are the groups; null: what is usual. */
  readonly by: string | null;
  readonly count: MatrixCount;
  /** An attribute ('participants:Pilot') and its value, as JSON; '' for everybody. */
  readonly within: string;
  /** The attribute ('participants:Pilot') that is compared by; '' for none. */
  readonly split: string;
  /** One conflict code; null for all. */
  readonly code: number | null;
  /** Pairs from this number on are drawn. */
  readonly drawn: number;
  readonly shown: 'matrix' | 'causes';
  readonly open: OpenConflict | null;
}
export const nothingAsked: ConflictsAsked = { study: null, by: null, count: 'participants', within: '', split: '', code: null, drawn: 2, shown: 'matrix', open: null };

/** One value of an attribute, as it is kept in a choice. */
export const withinAs = (attribute: string, value: string): string => JSON.stringify([attribute, value]);
export function withinOf(within: string): { attribute: string; value: string } | undefined {
  if (within === '') return undefined;
  const [attribute, value] = JSON.parse(within) as [string, string];
  return { attribute, value };
}
