import { useCallback } from 'react';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import { useSessionStore } from '../session.ts';

/** Runs something that may meet a Problem: it is told in the window, and the answer is undefined. Anything else is a fault and goes on. */
export function useAct(): <R>(work: () => Promise<R>) => Promise<R | undefined> {
  const session = useSessionStore();
  return useCallback(async (work) => {
    try { return await work(); } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code !== 'cancelled') session.set({ notice: { problem: problemRecord(error) } });
      return undefined;
    }
  }, [session]);
}
