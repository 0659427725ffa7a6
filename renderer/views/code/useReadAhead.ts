import { useEffect } from 'react';
import { useCore } from '../../core/context.tsx';

/** How long (ms) what was read ahead is kept: as long as somebody may read one interview. */
const kept = 30 * 60_000;

/** Reads the documents beside this one in the list when there is nothing else to do: whoever goes on to them finds them open at once. */
export function useReadAhead(document: number | undefined, documents: readonly { readonly id: number }[] | undefined): void {
  const { queries, follow } = useCore();
  const place = documents?.findIndex(({ id }) => id === document) ?? -1;
  const [before, after] = place < 0 ? [] : [documents?.[place - 1]?.id, documents?.[place + 1]?.id];
  useEffect(() => {
    const read = (name: 'document.read' | 'coding.list' | 'passage.noted', input: { document: number }) => void queries.prefetchQuery({ queryKey: [name, input], queryFn: async () => follow(name, input), gcTime: kept });
    const idle = requestIdleCallback(() => {
      for (const next of [after, before]) if (next !== undefined) for (const name of ['document.read', 'coding.list', 'passage.noted'] as const) read(name, { document: next });
    });
    return () => cancelIdleCallback(idle);
  }, [queries, follow, before, after]);
}
