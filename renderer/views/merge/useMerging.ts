import { useCallback, useMemo, useRef } from 'react';
import type { MergeChoice } from '../../../shared/model/merge.ts';
import { Problem, problemRecord } from '../../../shared/model/problem.ts';
import { useCore } from '../../core/context.tsx';
import { useKept } from '../../core/useKept.ts';
import { useWords } from '../../core/words.tsx';
import { useSessionStore } from '../../session.ts';
import { keyOfBegun, totals, withDecisions, type Conflict, type Decided, type Merging } from './merging.ts';
import { usePreview } from './usePreview.ts';

export interface Merge {
  readonly merging: Merging;
  /** With what was decided since they were read. */
  readonly conflicts: readonly Conflict[];
  readonly open: number;
  /** The preview is of what is decided by now. */
  readonly isReckoned: boolean;
  change(fields: Partial<Merging>): void;
  /** Null takes a decision back. */
  decide(keys: readonly string[], choice: MergeChoice | null): void;
  /** What was decided last, for one or for many, is as it was before. */
  stepBack(): void;
  map(theirs: string, ours: string | null | undefined): void;
  run(): void;
  /** Stops the merge while it reads; then nothing was written. */
  stop(): void;
  leave(): void;
}
/** Steps that can be taken back. */
const most = 50;

/** Reads the other study, takes decisions and keeps them, merges. */
export function useMerging(merging: Merging): Merge {
  const core = useCore();
  const session = useSessionStore();
  const { say } = useWords();
  const { kept, put } = useKept();
  const { id, file, decisions, mapping, past, preview, plannedFor } = merging;
  const job = useRef('');
  const change = useCallback((fields: Partial<Merging>) => {
    const now = session.get().merging;
    if (now?.id === id) session.set({ merging: { ...now, ...fields } });
  }, [session, id]);
  usePreview(merging, kept, change);
  const conflicts = useMemo(() => withDecisions(preview?.conflicts ?? [], decisions), [preview, decisions]);

  const keep = (next: Decided) => {
    if (!preview) return;
    const isEmpty = Object.keys(next.decisions).length === 0 && Object.keys(next.mapping).length === 0;
    put(keyOfBegun(preview.origin), isEmpty ? null : JSON.stringify({ file: file.name, from: preview.from, of: preview.conflicts.length, ...next }));
  };
  const take = (next: Decided) => {
    change({ ...next, past: [{ decisions, mapping }, ...past].slice(0, most) });
    keep(next);
  };
  const run = () => {
    const name = (job.current = crypto.randomUUID());
    const stopListening = core.onEvent((event) => { if (event.kind === 'progress' && event.job === name) change({ progress: { done: event.done, total: event.total } }); });
    change({ progress: { done: 0, total: 1 }, problem: null });
    const merge = async () => {
      try {
        await core.flushing.all();
        const { counts, file: from, origin: other } = await core.call('study.merge', { handle: file.handle, decisions, mapping }, name);
        put(keyOfBegun(other), null);
        const [{ undo }, [latest]] = await Promise.all([core.call('project.read', {}), core.call('study.mergeList', {})]);
        if (session.get().merging?.id === id) session.set({ merging: null, mergeRead: latest?.merge ?? null, notice: { said: say('studyMerge.done', { file: from, ...totals(counts) }), ...(undo ? { undo: undo.seq } : {}) } });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        change({ progress: null, ...(error.code === 'cancelled' ? {} : { problem: problemRecord(error) }) });
      } finally { stopListening(); }
    };
    void merge();
  };
  return {
    merging, conflicts, open: conflicts.filter(({ decision }) => decision === null).length, isReckoned: plannedFor?.decisions === decisions && plannedFor.mapping === mapping, change,
    decide(keys, choice) {
      const chosen = new Set(keys);
      take({ mapping, decisions: Object.fromEntries([...Object.entries(decisions).filter(([key]) => !chosen.has(key)), ...(choice === null ? [] : keys.map((key) => [key, choice] as const))]) });
    },
    stepBack() {
      const [before, ...earlier] = past;
      if (!before) return;
      change({ ...before, past: earlier });
      keep(before);
    },
    map: (theirs, ours) => take({ decisions, mapping: Object.fromEntries([...Object.entries(mapping).filter(([key]) => key !== theirs), ...(ours === undefined ? [] : [[theirs, ours] as const])]) }),
    run, stop: () => { void core.desk('job.cancel', { job: job.current }); },
    leave: () => session.set({ merging: null }),
  };
}
