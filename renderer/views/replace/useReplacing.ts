import { useCallback, useEffect, useRef } from 'react';
import { Problem, problemRecord } from '../../../shared/model/problem.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCoder } from '../code/coders.ts';
import { placingOf, type Replacing } from './replacing.ts';

export interface Replacement {
  readonly replacing: Replacing;
  change(fields: Partial<Replacing>): void;
  /** Passages that still need a decision, and those that would be left out. */
  readonly open: number;
  readonly leftOut: number;
  run(): void;
  leave(): void;
}

/** Reads the corrected version, takes decisions, replaces. */
export function useReplacing(replacing: Replacing): Replacement {
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const { say } = useWords();
  const { id, document, file, choices, turns } = replacing;
  const seen = useSeenCoder();
  const job = useRef('');
  const change = useCallback((fields: Partial<Replacing>) => {
    const now = session.get().replacing;
    if (now?.id === id) session.set({ replacing: { ...now, ...fields } });
  }, [session, id]);

  const version = useCallback(() => ({ document, handle: file.handle, choices, ...(turns === null ? {} : { turns }) }), [document, file, choices, turns]);
  useEffect(() => {
    let here = true;
    const name = (job.current = crypto.randomUUID());
    const look = async () => {
      await core.flushing.all();
      try {
        const preview = await core.call('document.replacePreview', { ...version(), ...seen }, name);
        if (here) change({ preview, problem: null });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (here && error.code !== 'cancelled') change({ preview: null, problem: problemRecord(error) });
      }
    };
    // Whoever codes or undoes meanwhile sees what has become of it.
    const stop = core.onEvent((event) => { if (event.kind === 'changed' && event.topics.some((topic) => topic === 'documents' || topic === 'passages' || topic === 'codings' || topic === 'turns')) void look(); });
    void look();
    return () => {
      here = false;
      stop();
      void core.desk('job.cancel', { job: name });
    };
  }, [core, version, change, seen]);

  const { preview } = replacing;
  const placings = preview?.items.map((item) => placingOf(replacing, item)) ?? [];
  const leave = () => session.set({ replacing: null, view: 'code' });
  const run = () => void act(async () => {
    if (!preview) return;
    const people = Object.entries(replacing.people).map(([label, person]) => ({ label, ...person }));
    const places = [...replacing.places].flatMap(([passage, place]) => (place === 'choosing' ? [] : [{ passage, place }]));
    const done = await core.call('document.replace', { ...version(), on: preview.textHash, people, places }, (job.current = crypto.randomUUID()));
    const { undo } = await core.call('project.read', {});
    session.set({
      replacing: null, view: 'code', document, passage: null, selection: null, goto: null, editing: false, readingWanted: true,
      notice: done.replaced ? { said: say('correct.replace.done', { document: done.document, same: done.same, passages: done.passages, leftOut: done.leftOut }), ...(undo ? { undo: undo.seq } : {}) } : { said: say('correct.replace.doneNothing') },
    });
  });
  return { replacing, change, run, leave, open: placings.filter((placing) => placing === null).length, leftOut: placings.filter((placing) => placing === 'leaveOut').length };
}
