import { useMemo } from 'react';
import { useLive } from '../../core/context.tsx';
import { useSeenCodes } from './coders.ts';
import { halfCodedPassages } from './triple.ts';
import { useMe } from './useApplying.ts';

/** One's own half-coded passages of a document. */
export function useHalfCoded(document: number | null): ReadonlySet<number> {
  const codings = useLive('coding.list', document === null ? null : { document });
  const codes = useSeenCodes(document !== null);
  const me = useMe();
  return useMemo(() => halfCodedPassages(codings ?? [], new Map((codes ?? []).map((code) => [code.id, code.facet])), me), [codings, codes, me]);
}
