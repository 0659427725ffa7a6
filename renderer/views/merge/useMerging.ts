import { useCallback, useEffect, useRef } from 'react';
import type { MergeChoice } from '../../../shared/model/merge.ts';
import { Problem, problemRecord } from '../../../shared/model/problem.ts';
import { useCore } from '../../core/context.tsx';
import { useKept } from '../../core/useKept.ts';
import { useWords } from '../../core/words.tsx';
import { useSessionStore } from '../../session.ts';
import { keyOfBegun, readBegun, totals, withDecisions, type Conflict, type Mapping, type Merging } from './merging.ts';

export interface Merge {
  readonly merging: Merging;
  /** With what was decided since they were read. */
  readonly conflicts: readonly Conflict[];
  readonly open: number;
  change(fields: Partial<Merging>): void;
  /** Null takes a decision back. */
  decide(keys: readonly string[], choice: MergeChoice | null): void;
  map(theirs: string, ours: string | null | undefined): void;
  run(): void;
  /** Stops the merge while it reads; then nothing was written. */
  stop(): void;
  leave(): void;
}
/** Pause (ms) after a decision before all is reckoned anew: whoever decides many in a row does not wait for each. */
const pause = 250;

/** Reads the other study, takes decisions and keeps them, merges. */
export function useMerging(merging: Merging): Merge {
  const core = useCore();
  const session = useSessionStore();
  const { say } = useWords();
  const { kept, put } = useKept();
  const { id, file, decisions, mapping, preview, isTakenUp } = merging;
  const job = useRef('');
  const change = useCallback((fields: Partial<Merging>) => {
    const now = session.get().merging;
    if (now?.id === id) session.set({ merging: { ...now, ...fields } });
  }, [session, id]);

  /** Which study was looked at already: the first time there is nothing to wait for. */
  const looked = useRef('');
  useEffect(() => {
    let here = true;
    const name = crypto.randomUUID();
    const look = async () => {
      try {
        await core.flushing.all();
        const found = await core.call('study.mergePreview', { handle: file.handle, decisions, mapping }, name);
        if (here) change({ preview: found, problem: null });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (here && error.code !== 'cancelled') change({ preview: null, problem: problemRecord(error) });
      }
    };
    const timer = setTimeout(() => { void look(); }, looked.current === id ? pause : 0);
    looked.current = id;
    // Whoever codes or undoes meanwhile sees what has become of it.
    const stop = core.onEvent((event) => { if (event.kind === 'changed') void look(); });
    return () => {
      here = false;
      clearTimeout(timer);
      stop();
      void core.desk('job.cancel', { job: name });
    };
  }, [core, id, file, decisions, mapping, change]);

  const origin = preview?.origin;
  useEffect(() => {
    if (origin === undefined || kept === undefined || isTakenUp) return;
    const found = readBegun(kept[keyOfBegun(origin)]);
    change({ isTakenUp: true, ...(found ? { decisions: found.decisions, mapping: found.mapping } : {}) });
  }, [origin, kept, isTakenUp, change]);

  const keep = (next: Pick<Merging, 'decisions' | 'mapping'>) => {
    change(next);
    if (!preview) return;
    const isEmpty = Object.keys(next.decisions).length === 0 && Object.keys(next.mapping).length === 0;
    put(keyOfBegun(preview.origin), isEmpty ? null : JSON.stringify({ file: file.name, from: preview.from, of: preview.conflicts.length, ...next }));
  };
  const conflicts = withDecisions(preview?.conflicts ?? [], decisions);
  const run = () => {
    const name = (job.current = crypto.randomUUID());
    const stopListening = core.onEvent((event) => { if (event.kind === 'progress' && event.job === name) change({ progress: { done: event.done, total: event.total } }); });
    change({ progress: { done: 0, total: 2 }, problem: null });
    const merge = async () => {
      try {
        await core.flushing.all();
        const { counts, file: from, origin: other } = await core.call('study.merge', { handle: file.handle, decisions, mapping }, name);
        put(keyOfBegun(other), null);
        const { undo } = await core.call('project.read', {});
        if (session.get().merging?.id === id) session.set({ merging: null, notice: { said: say('studyMerge.done', { file: from, ...totals(counts) }), ...(undo ? { undo: undo.seq } : {}) } });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        change({ progress: null, ...(error.code === 'cancelled' ? {} : { problem: problemRecord(error) }) });
      } finally { stopListening(); }
    };
    void merge();
  };
  return {
    merging, conflicts, open: conflicts.filter(({ decision }) => decision === null).length, change,
    decide: (keys, choice) => keep({ mapping, decisions: Object.fromEntries([...Object.entries(decisions).filter(([key]) => !keys.includes(key)), ...(choice === null ? [] : keys.map((key) => [key, choice] as const))]) }),
    map: (theirs, ours) => keep({ decisions, mapping: Object.fromEntries([...Object.entries(mapping).filter(([key]) => key !== theirs), ...(ours === undefined ? [] : [[theirs, ours] as const])]) as Mapping }),
    run, stop: () => { void core.desk('job.cancel', { job: job.current }); },
    leave: () => session.set({ merging: null }),
  };
}
