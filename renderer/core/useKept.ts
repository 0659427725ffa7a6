import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useCore, useLive } from './context.tsx';
import { keptKey } from './kept.ts';

/** What this machine keeps of the open study, texts by key (undefined until it has come), and how one is kept; null forgets it. */
export function useKept() {
  const core = useCore();
  const study = useLive('project.read', {})?.uuid;
  const { data } = useQuery({ queryKey: keptKey(study ?? ''), queryFn: () => core.kept.read(study!), enabled: study !== undefined });
  const put = useCallback((key: string, value: string | null) => { if (study !== undefined) core.kept.put(study, key, value); }, [core, study]);
  return { kept: data, put };
}
