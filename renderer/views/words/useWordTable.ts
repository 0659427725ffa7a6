import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';

interface Progress { readonly done: number; readonly total: number }
/** The table of words, followed as `useLive` does; texts that were never split take a while, which is told, and stopped when nobody waits for it any more. */
export function useWordTable(input: InputOf<'words.table'> | null): { table: Outcome<'words.table'> | undefined; problem: ProblemRecord | null; progress: Progress | null } {
  const core = useCore();
  const [running, setRunning] = useState<{ job: string; progress: Progress | null } | null>(null);
  useEffect(() => core.onEvent((event) => {
    if (event.kind === 'progress') setRunning((now) => (now?.job === event.job ? { job: event.job, progress: { done: event.done, total: event.total } } : now));
  }), [core]);
  const asked = useQuery({
    queryKey: ['words.table', input], enabled: input !== null, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const job = crypto.randomUUID();
      signal.addEventListener('abort', () => void core.desk('job.cancel', { job }));
      setRunning({ job, progress: null });
      try { return (await core.follow('words.table', input!, job)).value; } finally { setRunning((now) => (now?.job === job ? null : now)); }
    },
  });
  return { table: asked.error ? undefined : asked.data, problem: asked.error instanceof Problem ? problemRecord(asked.error) : null, progress: running?.progress ?? null };
}
