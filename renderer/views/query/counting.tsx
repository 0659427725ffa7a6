import { useEffect, useRef, useState } from 'react';
import { replaceAt, settled, type Condition } from '../../../shared/model/query.ts';
import { useLive } from '../../core/context.tsx';
import { useSeenCoder } from '../code/coders.ts';

/** Where in a query a choice is made, and how what is chosen becomes the condition there. */
export interface Counting<C> { readonly query: Condition; readonly at: readonly number[]; readonly whole: (chosen: C) => Condition }

const queriesWith = <C,>({ query, at, whole }: Counting<C>, variants: readonly C[]): Condition[] => variants.map((variant) => replaceAt(settled(query, at), at, whole(variant))!);

/** What the query would find with each of a few variants in its place; null where it is not known (yet). */
export function useVariantCounts<C>(counting: Counting<C>, variants: readonly C[]): readonly (number | null)[] {
  const seen = useSeenCoder();
  const counted = useLive('query.count', { queries: queriesWith(counting, variants), ...seen }, true);
  return variants.map((_, index) => counted?.[index] ?? null);
}

/** Variants of a long list that are counted together, once one of them is in sight. */
const together = 20;
/** What the query would find with one of many variants in its place. It is counted when it is seen, with its neighbours. */
export function VariantCount<C>({ counting, variants, index }: { counting: Counting<C>; variants: readonly C[]; index: number }) {
  const place = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen) return undefined;
    const observer = new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true); });
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, [seen]);
  const coder = useSeenCoder();
  const from = index - (index % together);
  const counted = useLive('query.count', seen ? { queries: queriesWith(counting, variants.slice(from, from + together)), ...coder } : null, true);
  // An empty place has no size, and would never come into sight.
  return <span ref={place}>{counted?.[index - from] ?? '\u00a0'}</span>;
}
