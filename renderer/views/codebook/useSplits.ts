import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useCore, useLive } from '../../core/context.tsx';
import { unfinishedKey } from '../../core/unfinished.ts';
import { readSplit, sensible, writeSplit, type Split } from './splitting.ts';
import type { Code } from './tree.ts';

const prefix = 'split:';

/** Splits of codes that were begun in this study and not carried out, by the code's UUID, as far as they still make sense; and how one is kept (null forgets it). */
export function useSplits(codes: readonly Code[] | undefined) {
  const core = useCore();
  const study = useLive('project.read', {})?.uuid;
  const { data } = useQuery({ queryKey: unfinishedKey(study ?? ''), queryFn: () => core.unfinished.read(study!), enabled: study !== undefined });
  const splits = useMemo(() => {
    const known = new Map((codes ?? []).map((code) => [code.uuid, code]));
    return new Map(Object.entries(data ?? {}).flatMap(([key, text]) => {
      const code = key.startsWith(prefix) ? known.get(key.slice(prefix.length)) : undefined;
      const split = code ? readSplit(text) : null;
      const left = code && split ? sensible(split, code, known) : null;
      return left ? [[code!.uuid, left] as const] : [];
    }));
  }, [data, codes]);
  const put = useCallback((code: string, split: Split | null) => { if (study !== undefined) core.unfinished.keep(study, `${prefix}${code}`, split && writeSplit(split)); }, [core, study]);
  return { splits, put, isKnown: data !== undefined && codes !== undefined };
}
