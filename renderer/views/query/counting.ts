import { replaceAt, settled, type Condition } from '../../../shared/model/query.ts';
import { useLive } from '../../core/context.tsx';

/** Where in a query a choice is made, and how what is chosen becomes the condition there. */
export interface Counting<C> { readonly query: Condition; readonly at: readonly number[]; readonly whole: (chosen: C) => Condition }

/** Choices that are counted at most. */
const most = 40;
/** What the query would find with each of the variants in its place; null where it is not known (yet). */
export function useVariantCounts<C>({ query, at, whole }: Counting<C>, variants: readonly C[]): readonly (number | null)[] {
  const counted = useLive('query.count', { queries: variants.slice(0, most).map((variant) => replaceAt(settled(query, at), at, whole(variant))!) }, true);
  return variants.map((_, index) => counted?.[index] ?? null);
}
