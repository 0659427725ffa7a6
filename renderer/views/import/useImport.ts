import { useCallback, useEffect, useRef } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useSessionStore } from '../../session.ts';
import { leaving, undecided, type Decision, type FileInput, type Importing, type Preview } from './importing.ts';

export interface Import {
  /** In the order of the files; those that are not read yet are missing. */
  readonly previews: readonly Preview[];
  readonly decisions: Importing['decisions'];
  decide(handle: string, fields: Partial<Decision>): void;
  /** Files that would be imported now. */
  readonly ready: readonly Preview[];
  readonly progress: Importing['progress'];
  run(): void;
  /** Stops the reading or the import; then nothing was written. */
  stop(): void;
}

/** Reads the files that wait, takes decisions, imports. */
export function useImport(importing: Importing): Import {
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const { id, files, decisions } = importing;
  const job = useRef('');
  /** Changes the import that is on the desk, as long as it is still this one. */
  const change = useCallback((fields: (now: Importing) => Partial<Importing>) => {
    const now = session.get().importing;
    if (now?.id === id) session.set({ importing: { ...now, ...fields(now) } });
  }, [session, id]);

  const start = useCallback(async <R,>(total: number, work: (job: string) => Promise<R>): Promise<R | undefined> => {
    const name = (job.current = crypto.randomUUID());
    change(() => ({ progress: { done: 0, total } }));
    const stopListening = core.onEvent((event) => { if (event.kind === 'progress' && event.job === name) change(() => ({ progress: { done: event.done, total: event.total } })); });
    try { return await act(() => work(name)); } finally {
      stopListening();
      if (job.current === name) change(() => ({ progress: null }));
    }
  }, [core, act, change]);

  useEffect(() => {
    const { previews, decisions: decided, progress } = session.get().importing ?? importing;
    const unread = files.filter(({ handle }) => !previews.has(handle));
    if (unread.length === 0 || progress) return;
    void start(unread.length, (name) => core.call('import.preview', { files: unread.map(({ handle }) => ({ handle, ...(decided.get(handle) ? { choices: decided.get(handle)!.choices } : {}) })) }, name)).then((found) => {
      if (found) change((now) => ({ previews: new Map([...now.previews, ...found.map((preview) => [preview.handle, preview] as const)]) }));
      else change((now) => ({ files: now.files.filter(({ handle }) => now.previews.has(handle)) }));
    });
  }, [core, session, files, start, change, importing]);

  const decide = (handle: string, fields: Partial<Decision>) => {
    const next = { ...undecided, ...decisions.get(handle), ...fields };
    change((now) => ({ decisions: new Map([...now.decisions, [handle, next]]) }));
    // Another encoding or other speakers: the file is read again.
    if (fields.choices) void act(() => core.call('import.preview', { files: [{ handle, choices: next.choices }] })).then((again) => {
      if (again) change((now) => ({ previews: new Map([...now.previews, [handle, again[0]!]]) }));
    });
  };
  const of = (preview: Preview) => decisions.get(preview.handle) ?? undecided;
  const previews = files.flatMap(({ handle }) => importing.previews.get(handle) ?? []);
  const ready = previews.filter((preview) => preview.found !== null && !of(preview).leftOut && (preview.duplicate === null || of(preview).again));

  const run = () => void start(ready.length, async (name) => {
    const input = ready.map((preview): FileInput => {
      const { choices, title, people, again } = of(preview);
      return { handle: preview.handle, choices, again, ...(title === undefined ? {} : { title }), people: Object.entries(people).map(([label, person]) => ({ label, ...person })) };
    });
    await core.flushing.all();
    const { documents, refused } = await core.call('document.import', { files: input }, name);
    const looking = session.get().view === 'import';
    const { importing: next } = leaving(session.get().importing, id, {});
    session.set({ importing: next, notice: refused[0] ? { problem: refused[0].problem } : null, ...(looking && !next ? { view: 'code', passage: null, selection: null, goto: null, editing: false, readingWanted: true, ...(documents[0] ? { document: documents[0].id } : {}) } : {}) });
  });
  return { previews, decisions, decide, ready, progress: importing.progress, run, stop: () => { void core.desk('job.cancel', { job: job.current }); } };
}
