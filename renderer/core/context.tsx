import { keepPreviousData, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { DeskState } from '../../shared/model/bridge.ts';
import type { InputOf, OpName } from '../../electron/ops/index.ts';
import type { Core, Outcome } from './core.ts';

const CoreContext = createContext<Core | null>(null);

export function CoreProvider({ core, children }: { core: Core; children: ReactNode }) {
  return <CoreContext value={core}><QueryClientProvider client={core.queries}>{children}</QueryClientProvider></CoreContext>;
}
export function useCore(): Core {
  const core = useContext(CoreContext);
  if (!core) throw new Error('no core around this view');
  return core;
}

/**
 * A query's answer that follows the study: asked again when a table changes that it was read from. Undefined until the first
 * answer. With `keep` the answer to another input stays in sight until this one has come.
 */
export function useLive<N extends OpName>(name: N, input: InputOf<N> | null, keep = false): Outcome<N> | undefined {
  const core = useCore();
  return useQuery({
    queryKey: [name, input], queryFn: async (): Promise<unknown> => core.follow(name, input!), enabled: input !== null, placeholderData: keep ? keepPreviousData : undefined,
  }).data as Outcome<N> | undefined;
}
export function useDesk(): DeskState | undefined {
  const core = useCore();
  return useQuery({ queryKey: ['desk.read', {}], queryFn: () => core.desk('desk.read', {}) }).data;
}
