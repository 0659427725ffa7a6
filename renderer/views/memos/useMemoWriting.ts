import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Subject } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';

interface Written { readonly memo: number | null; readonly about: Subject; readonly target: number; /** It was written first, and has this number; or it went, and has none. */ readonly onMade?: (memo: number | null) => void }
/**
 * Writes title and text of one memo, one after the other: the first of them makes it, the next must know its number. Answers
 * undefined where that met a Problem.
 */
export function useMemoWriting({ memo, about, target, onMade }: Written): (said: { title?: string; text?: string }) => Promise<Outcome<'memo.write'> | undefined> {
  const core = useCore();
  const act = useAct();
  const latest = useRef({ memo, onMade });
  /** Its number, where that is newer than what this view was given. */
  const made = useRef<number | null>(null);
  const chain = useRef<Promise<unknown>>(Promise.resolve());
  useLayoutEffect(() => {
    if (latest.current.memo !== memo) made.current = null;
    latest.current = { memo, onMade };
  });
  return useMemo(() => (said) => {
    const written = chain.current.then(() => act(async () => {
      const number = made.current ?? latest.current.memo;
      const done = await core.call('memo.write', { about, target, ...said, ...(number === null ? {} : { memo: number }) });
      if (done.memo !== number) {
        made.current = done.memo;
        latest.current.onMade?.(done.memo);
      }
      return done;
    }));
    chain.current = written;
    return written;
  }, [core, act, about, target]);
}
