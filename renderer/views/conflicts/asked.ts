import type { MatrixCount } from '../../../shared/model/conflicts.ts';

/** What the right pane is about. */
export type OpenConflict =
  | { readonly kind: 'entry'; readonly id: number; readonly editing: boolean }
  /** A cell of the matrix: the row's value, the column's code. */
  | { readonly kind: 'cell'; readonly row: string | null; readonly column: number }
  | { readonly kind: 'sort' };
/** What is asked of the conflicts, and of which study. */
export interface ConflictsAsked {
  readonly study: string | null;
  /** The attribute whose values are the groups; null: what is usual. */
  readonly by: string | null;
  readonly count: MatrixCount;
  /** 'participants:Pilot=yes'; '' for everybody. */
  readonly within: string;
  /** One conflict code; null for all. */
  readonly code: number | null;
  /** Pairs from this number on are drawn. */
  readonly drawn: number;
  readonly shown: 'matrix' | 'causes';
  readonly open: OpenConflict | null;
}
export const nothingAsked: ConflictsAsked = { study: null, by: null, count: 'participants', within: '', code: null, drawn: 2, shown: 'matrix', open: null };

/** 'participants:Pilot=yes' -> the attribute and its value; undefined for everybody. Values may hold '='. */
export function withinOf(within: string): { attribute: string; value: string } | undefined {
  const [, attribute, value] = /^((?:participants|documents):[^=]+)=(.*)$/s.exec(within) ?? [];
  return attribute === undefined ? undefined : { attribute, value: value! };
}
