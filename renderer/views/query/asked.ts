import type { Condition, Group, Relation } from '../../../shared/model/query.ts';

/** A query as the person left it: kept while the window is open. */
export interface QueryAsked {
  /** The study that it was made in: in another one there are other codes. */
  readonly study: string | null;
  readonly condition: Group;
  /** The saved query that it came from, if any. */
  readonly saved: number | null;
  /** Passages that were picked. */
  readonly picked: readonly number[];
}
export const noQuery: QueryAsked = { study: null, condition: { kind: 'all', of: [] }, saved: null, picked: [] };

export const asGroup = (condition: Condition): Group => (condition.kind === 'all' || condition.kind === 'any' ? condition : { kind: 'all', of: [condition] });

/** A row of the builder: what it asks, of which passage, and whether that is to be so or not to be so. */
export interface RowParts { readonly negated: boolean; readonly relation: Relation | null; readonly core: Condition }
export function partsOf(condition: Condition): RowParts {
  const inner = condition.kind === 'not' ? condition.of : condition;
  const placed = inner.kind === 'place' ? inner : null;
  return { negated: condition.kind === 'not', relation: placed?.relation ?? null, core: placed ? placed.of : inner };
}
/** Law: conditionOf(partsOf(condition)) equals the condition. */
export function conditionOf({ negated, relation, core }: RowParts): Condition {
  const placed: Condition = relation ? { kind: 'place', relation, of: core } : core;
  return negated ? { kind: 'not', of: placed } : placed;
}
/** The path of a row's core below the path of the row. */
export const coreAt = (at: readonly number[], { negated, relation }: RowParts): readonly number[] => [...at, ...(negated ? [0] : []), ...(relation ? [0] : [])];
