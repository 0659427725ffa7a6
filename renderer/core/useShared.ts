import { useQuery } from '@tanstack/react-query';
import type { SharedState } from '../../shared/model/sharing.ts';
import { useCore, useDesk } from './context.tsx';
import { sharedKey } from './core.ts';

/** How the open study stands to those of the others; null where it is not shared, undefined until it is known. */
export function useShared(): SharedState | null | undefined {
  const core = useCore();
  const file = useDesk()?.study?.file;
  return useQuery({ queryKey: [...sharedKey, file], queryFn: () => core.desk('shared.read', {}), enabled: file !== undefined }).data;
}
