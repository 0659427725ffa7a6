import { useEffect, useRef } from 'react';
import { Problem, problemRecord } from '../../../shared/model/problem.ts';
import { useCore } from '../../core/context.tsx';
import { useSessionStore } from '../../session.ts';
import { keyOfBegun, readBegun, withDecisions, type Merging } from './merging.ts';

/** Pause (ms) after a decision before all is reckoned anew, and the longest: the longer reckoning takes, the longer it waits until a person stops deciding. */
const [pause, longestPause] = [250, 8_000];
const share = 4;

/** Asks what the merge would bring: at once, after decisions, when the study or the other file has changed; and takes up what was decided earlier. */
export function usePreview({ id, file, decisions, mapping, preview, isTakenUp }: Merging, kept: Readonly<Record<string, string>> | undefined, change: (fields: Partial<Merging>) => void): void {
  const core = useCore();
  const session = useSessionStore();
  /** Which study was looked at already (the first time there is nothing to wait for), and how long that took (ms). */
  const looked = useRef({ id: '', took: 0 });
  useEffect(() => {
    let here = true;
    let job = '';
    const stopLooking = () => { if (job !== '') void core.desk('job.cancel', { job }); };
    const look = async () => {
      stopLooking();
      const name = (job = crypto.randomUUID());
      const began = performance.now();
      const stopListening = core.onEvent((event) => { if (event.kind === 'progress' && event.job === name && here) change({ reading: { done: event.done, total: event.total } }); });
      try {
        await core.flushing.all();
        const found = await core.call('study.mergePreview', { handle: file.handle, decisions, mapping }, name);
        if (!here || job !== name) return;
        looked.current = { id, took: performance.now() - began };
        const before = session.get().merging?.preview;
        change({ preview: found, plannedFor: { decisions, mapping }, reading: null, problem: null, ...(before && before.head !== found.head ? { hasChanged: true } : {}) });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (here && job === name && error.code !== 'cancelled') change({ preview: null, plannedFor: null, reading: null, problem: problemRecord(error) });
      } finally { stopListening(); }
    };
    const conflicts = session.get().merging?.preview?.conflicts ?? [];
    const isOpen = withDecisions(conflicts, decisions).some(({ decision }) => decision === null);
    const timer = setTimeout(() => { void look(); }, looked.current.id !== id ? 0 : isOpen ? Math.min(longestPause, Math.max(pause, share * looked.current.took)) : pause);
    // Whoever codes or undoes meanwhile, here or in the other file, sees what has become of it.
    const stop = core.onEvent((event) => { if (event.kind === 'changed') void look(); });
    const onFocus = () => { if (looked.current.id === id) void look(); };
    window.addEventListener('focus', onFocus);
    return () => {
      here = false;
      clearTimeout(timer);
      stop();
      window.removeEventListener('focus', onFocus);
      stopLooking();
    };
  }, [core, session, id, file, decisions, mapping, change]);

  const origin = preview?.origin;
  useEffect(() => {
    if (origin === undefined || kept === undefined || isTakenUp) return;
    const found = readBegun(kept[keyOfBegun(origin)]);
    change({ isTakenUp: true, ...(found ? { decisions: found.decisions, mapping: found.mapping } : {}) });
  }, [origin, kept, isTakenUp, change]);
}
