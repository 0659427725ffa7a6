import { keepPreviousData, notifyManager, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { DeskState } from '../../shared/model/bridge.ts';
import { Problem, problemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import type { InputOf, OpName } from '../../electron/ops/index.ts';
import { deskKey, type Core, type Known, type Outcome } from './core.ts';

const CoreContext = createContext<Core | null>(null);

export function CoreProvider({ core, children }: { core: Core; children: ReactNode }) {
  return <CoreContext value={core}><QueryClientProvider client={core.queries}>{children}</QueryClientProvider></CoreContext>;
}
export function useCore(): Core {
  const core = useContext(CoreContext);
  if (!core) throw new Error('no core around this view');
  return core;
}

/** As `useLive`, with what the answer knows of the person's own edits. */
export function useKnown<N extends OpName>(name: N, input: InputOf<N> | null, keep = false): Known<Outcome<N>> | undefined {
  const core = useCore();
  return useQuery({
    queryKey: [name, input], queryFn: async (): Promise<Known<unknown>> => core.follow(name, input!), enabled: input !== null, placeholderData: keep ? keepPreviousData : undefined,
  }).data as Known<Outcome<N>> | undefined;
}
/**
 * A query's answer that follows the study: asked again when a table changes that it was read from. Undefined until the first
 * answer. With `keep` the answer to another input stays in sight until this one has come.
 */
export const useLive = <N extends OpName>(name: N, input: InputOf<N> | null, keep = false): Outcome<N> | undefined => useKnown(name, input, keep)?.value;
/**
 * How many answers have come to queries of a subject ('memo.') since the view was there, told in the same frame as the answers
 * themselves. What is written and taken back at once leaves an answer as it was: only this says that there was another.
 */
export function useAnswers(subject: string): number {
  const { queries } = useCore();
  const [answers, setAnswers] = useState(0);
  useEffect(() => {
    const count = notifyManager.batchCalls(() => setAnswers((before) => before + 1));
    return queries.getQueryCache().subscribe((event) => { if (event.type === 'updated' && event.action.type === 'success' && String(event.query.queryKey[0]).startsWith(subject)) count(); });
  }, [queries, subject]);
  return answers;
}
const deskQuery = (core: Core) => ({ queryKey: deskKey, queryFn: () => core.desk('desk.read', {}) });
export const useDesk = (): DeskState | undefined => useQuery(deskQuery(useCore())).data;
/** Why the desk does not answer, where it does not. */
export function useDeskProblem(): ProblemRecord | null {
  const { error } = useQuery(deskQuery(useCore()));
  return error instanceof Problem ? problemRecord(error) : null;
}
