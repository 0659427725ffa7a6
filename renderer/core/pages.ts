import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Problem, problemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { useCore } from './context.tsx';
import type { Outcome } from './core.ts';

type Paged = 'search.find' | 'query.find';
/** Rows that are asked for in one call. */
const size = 100;

/**
 * A long answer by pages: its head (how many, in which groups), and those rows that are in sight. Follows the study as `useLive`
 * does; while another question is on its way the answer to the one before stays.
 */
export function usePages<N extends Paged>(name: N, asked: Omit<InputOf<N>, 'from' | 'limit'> | null): {
  head: Outcome<N> | undefined; problem: ProblemRecord | null;
  pageOf: (row: number) => { page: Outcome<N>; row: number } | null; onVisible: (first: number, last: number) => void;
} {
  const core = useCore();
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const inputOf = (page: number, soon = false) => (asked === null ? null : { ...asked, from: page * size, limit: size, ...(soon ? { soon } : {}) }) as InputOf<N> | null;
  const queryOf = (page: number, soon = false) => ({ queryKey: [name, inputOf(page, soon)], enabled: asked !== null, queryFn: ({ signal }: { signal: AbortSignal }) => {
    // What nobody waits for any more is stopped: another expression is typed while the last one takes its time.
    const job = crypto.randomUUID();
    signal.addEventListener('abort', () => void core.desk('job.cancel', { job }));
    return core.follow(name, inputOf(page, soon)!, job);
  } });
  // A search tells its first hits before it knows all of them: it is asked for those first.
  const early = useQuery({ ...queryOf(0, true), enabled: asked !== null && name === 'search.find' });
  const first = useQuery({ ...queryOf(0), placeholderData: keepPreviousData });
  const pages: number[] = [];
  for (let page = Math.floor(visible.first / size); page <= Math.floor(visible.last / size); page++) pages.push(page);
  const others = useQueries({ queries: pages.map((page) => queryOf(page)) });
  const known = new Map(pages.map((page, index) => [page, others[index]!.data?.value]));
  const isOld = first.isPending || first.isPlaceholderData;
  const head = asked === null || first.error ? undefined : isOld ? early.data?.value ?? first.data?.value : first.data.value;
  const onVisible = useCallback((from: number, to: number) => setVisible((now) => (now.first === from && now.last === to ? now : { first: from, last: to })), []);
  return {
    head, problem: first.error instanceof Problem ? problemRecord(first.error) : null, onVisible,
    pageOf(row) {
      const number = Math.floor(row / size);
      const page = number === 0 ? head : known.get(number);
      return page ? { page, row: row - number * size } : null;
    },
  };
}
