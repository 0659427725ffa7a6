import { useCallback, useMemo } from 'react';
import { useKept } from '../../core/useKept.ts';
import { readSplit, sensible, writeSplit, type Split } from './splitting.ts';
import type { Code } from './tree.ts';

const prefix = 'split:';

/** Splits of codes that were begun in this study and not carried out, by the code's UUID, as far as they still make sense; and how one is kept (null forgets it). */
export function useSplits(codes: readonly Code[] | undefined) {
  const { kept, put: keep } = useKept();
  const splits = useMemo(() => {
    const known = new Map((codes ?? []).map((code) => [code.uuid, code]));
    return new Map(Object.entries(kept ?? {}).flatMap(([key, text]) => {
      const code = key.startsWith(prefix) ? known.get(key.slice(prefix.length)) : undefined;
      const split = code ? readSplit(text) : null;
      const left = code && split ? sensible(split, code, known) : null;
      return left ? [[code!.uuid, left] as const] : [];
    }));
  }, [kept, codes]);
  const put = useCallback((code: string, split: Split | null) => keep(`${prefix}${code}`, split && writeSplit(split)), [keep]);
  return { splits, put, isKnown: kept !== undefined && codes !== undefined };
}
