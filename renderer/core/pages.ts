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
 * does; while another question is on its way the answer to the one before stays, and says so.
 */
export function usePages<N extends Paged>(name: N, asked: Omit<InputOf<N>, 'from' | 'limit'> | null): {
  head: Outcome<N> | undefined; isOld: boolean; problem: ProblemRecord | null;
  pageOf: (row: number) => { page: Outcome<N>; row: number } | null; onVisible: (first: number, last: number) => void;
} {
  const core = useCore();
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const inputOf = (page: number) => (asked === null ? null : { ...asked, from: page * size, limit: size }) as InputOf<N> | null;
  const queryOf = (page: number) => ({ queryKey: [name, inputOf(page)], queryFn: () => core.follow(name, inputOf(page)!), enabled: asked !== null });
  const first = useQuery({ ...queryOf(0), placeholderData: keepPreviousData });
  const pages: number[] = [];
  for (let page = Math.floor(visible.first / size); page <= Math.floor(visible.last / size); page++) pages.push(page);
  const others = useQueries({ queries: pages.map((page) => queryOf(page)) });
  const known = new Map(pages.map((page, index) => [page, others[index]!.data?.value]));
  const head = asked !== null && !first.error ? first.data?.value : undefined;
  const onVisible = useCallback((from: number, to: number) => setVisible((now) => (now.first === from && now.last === to ? now : { first: from, last: to })), []);
  return {
    head, isOld: first.isPlaceholderData, problem: first.error instanceof Problem ? problemRecord(first.error) : null, onVisible,
    pageOf(row) {
      const number = Math.floor(row / size);
      const page = number === 0 ? head : known.get(number);
      return page ? { page, row: row - number * size } : null;
    },
  };
}
