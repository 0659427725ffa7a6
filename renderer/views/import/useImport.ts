import { useCallback, useEffect, useRef, useState } from 'react';
import type { HandedFile } from '../../../shared/model/bridge.ts';
import type { Role } from '../../../shared/model/schema.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useSessionStore } from '../../session.ts';

export type Preview = Outcome<'import.preview'>[number];
type FileInput = InputOf<'document.import'>['files'][number];
export interface ChosenPerson { readonly name: string; readonly role: Role }
/** What the person decided about one file. */
export interface Decision {
  readonly choices: NonNullable<FileInput['choices']>;
  readonly title?: string;
  readonly people: Readonly<Record<string, ChosenPerson>>;
  readonly leftOut: boolean;
  readonly again: boolean;
}
const undecided: Decision = { choices: {}, people: {}, leftOut: false, again: false };

export interface Import {
  readonly previews: readonly Preview[] | null;
  readonly decisions: ReadonlyMap<string, Decision>;
  decide(handle: string, fields: Partial<Decision>): void;
  /** Files that would be imported now. */
  readonly ready: readonly Preview[];
  readonly progress: { readonly done: number; readonly total: number } | null;
  run(): void;
  stop(): void;
}

/** Reads the files, takes decisions, imports. Reading and importing can be stopped; then nothing was written. */
export function useImport(files: readonly HandedFile[]): Import {
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const [previews, setPreviews] = useState<readonly Preview[] | null>(null);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [progress, setProgress] = useState<Import['progress']>(null);
  const job = useRef('');

  const start = useCallback(async <R,>(work: (job: string) => Promise<R>): Promise<R | undefined> => {
    const id = (job.current = crypto.randomUUID());
    setProgress({ done: 0, total: files.length });
    const stopListening = core.onEvent((event) => { if (event.kind === 'progress' && event.job === id) setProgress({ done: event.done, total: event.total }); });
    try { return await act(() => work(id)); } finally { stopListening(); setProgress(null); }
  }, [core, act, files.length]);

  useEffect(() => {
    let here = true;
    void start((id) => core.call('import.preview', { files: files.map(({ handle }) => ({ handle })) }, id)).then((found) => { if (here) setPreviews(found ?? []); });
    return () => { here = false; void core.desk('job.cancel', { job: job.current }); };
  }, [core, files, start]);

  const decide = (handle: string, fields: Partial<Decision>) => {
    const next = { ...(decisions.get(handle) ?? undecided), ...fields };
    setDecisions(new Map([...decisions, [handle, next]]));
    // Another encoding or other speakers: the file is read again.
    if (fields.choices) void act(() => core.call('import.preview', { files: [{ handle, choices: next.choices }] })).then((again) => {
      if (again) setPreviews((now) => now?.map((preview) => (preview.handle === handle ? again[0]! : preview)) ?? null);
    });
  };
  const of = (preview: Preview) => decisions.get(preview.handle) ?? undecided;
  const ready = (previews ?? []).filter((preview) => preview.found !== null && !of(preview).leftOut && (preview.duplicate === null || of(preview).again));

  const run = () => void start(async (id) => {
    const input = ready.map((preview): FileInput => {
      const { choices, title, people, again } = of(preview);
      return { handle: preview.handle, choices, again, ...(title === undefined ? {} : { title }), people: Object.entries(people).map(([label, person]) => ({ label, ...person })) };
    });
    const { documents, refused } = await core.call('document.import', { files: input }, id);
    session.set({ importing: null, view: 'code', passage: null, selection: null, ...(documents[0] ? { document: documents[0].id } : {}), notice: refused[0] ? { problem: refused[0].problem } : null });
  });
  return { previews, decisions, decide, ready, progress, run, stop: () => { void core.desk('job.cancel', { job: job.current }); if (previews === null) session.set({ importing: null, view: 'code' }); } };
}
