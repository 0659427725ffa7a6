import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useCore, useDesk, useLive } from './context.tsx';
import { keptKey } from './kept.ts';

/** What this machine keeps of the open study in its file, texts by key (undefined until it has come), and how one is kept; null forgets it. */
export function useKept() {
  const core = useCore();
  const study = useLive('project.read', {})?.uuid;
  const file = useDesk()?.study?.file;
  const place = useMemo(() => (study === undefined || file === undefined ? null : { study, file }), [study, file]);
  const { data } = useQuery({ queryKey: place ? keptKey(place) : ['kept.read', null], queryFn: () => core.kept.read(place!), enabled: place !== null });
  const put = useCallback((key: string, value: string | null) => { if (place !== null) core.kept.put(place, key, value); }, [core, place]);
  return { kept: data, put };
}
