import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { HandedFile } from '../../../shared/model/bridge.ts';
import type { BookChoice, BookItem } from '../../../shared/model/codebookMerge.ts';
import { Problem, problemRecord } from '../../../shared/model/problem.ts';
import { useCore } from '../../core/context.tsx';
import { useKept } from '../../core/useKept.ts';
import { useWords } from '../../core/words.tsx';
import { useSessionStore } from '../../session.ts';
import { inGroups, keyOfBegun, keysOf, readBegun, withDecisions, type BooksAtHand, type Decisions } from './asked.ts';

export interface Books {
  readonly atHand: BooksAtHand;
  /** With what was decided since they were read. */
  readonly items: readonly BookItem[];
  readonly open: number;
  readonly doubtful: number;
  change(fields: Partial<BooksAtHand>): void;
  /** Of codes that may be one, the key of the one that is meant; `choice` null takes a decision back. */
  decide(about: readonly { readonly item: BookItem; readonly key: string }[], choice: BookChoice | null): void;
  add(files: readonly HandedFile[]): void;
  drop(file: HandedFile): void;
  run(): void;
  leave(): void;
}
/** Pause (ms) after a decision before all is reckoned anew: whoever decides many in a row does not wait for each. */
const pause = 250;

/** Compares the codebooks, takes decisions and keeps them, merges. */
export function useBooks(atHand: BooksAtHand): Books {
  const core = useCore();
  const session = useSessionStore();
  const { say, language } = useWords();
  const { kept, put } = useKept();
  const { id, files, decisions, wholly, compared, takenUp } = atHand;
  const change = useCallback((fields: Partial<BooksAtHand>) => {
    const now = session.get().books;
    if (now?.id === id) session.set({ books: { ...now, ...fields } });
  }, [session, id]);

  /** Which files were looked at already: the first time there is nothing to wait for. */
  const looked = useRef<readonly HandedFile[]>([]);
  useEffect(() => {
    if (files.length === 0) { change({ compared: null, problem: null }); return; }
    let here = true;
    const name = crypto.randomUUID();
    const look = async () => {
      try {
        await core.flushing.all();
        const found = await core.call('codebook.compare', { others: files.map(({ handle }) => handle), decisions, wholly }, name);
        if (here) change({ compared: found, problem: null });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (here && error.code !== 'cancelled') change({ compared: null, problem: problemRecord(error) });
      }
    };
    const timer = setTimeout(() => { void look(); }, looked.current === files ? pause : 0);
    looked.current = files;
    // Whoever codes or undoes meanwhile sees what has become of it.
    const stop = core.onEvent((event) => { if (event.kind === 'changed') void look(); });
    return () => {
      here = false;
      clearTimeout(timer);
      stop();
      void core.desk('job.cancel', { job: name });
    };
  }, [core, files, decisions, wholly, change]);

  useEffect(() => {
    if (compared === null || kept === undefined) return;
    const fresh = compared.books.map(({ origin }) => origin).filter((origin) => !takenUp.includes(origin));
    if (fresh.length === 0) return;
    const earlier = Object.assign({}, ...fresh.map((origin) => readBegun(kept[keyOfBegun(origin)])?.decisions ?? {})) as Decisions;
    change({ takenUp: [...takenUp, ...fresh], ...(Object.keys(earlier).length > 0 ? { decisions: { ...earlier, ...decisions } } : {}) });
  }, [compared, kept, takenUp, decisions, change]);

  const keep = (next: Decisions) => {
    change({ decisions: next });
    for (const [index, { origin, file }] of (compared?.books ?? []).entries()) {
      const before = readBegun(kept?.[keyOfBegun(origin)])?.decisions ?? {};
      const own = new Set([...Object.keys(before), ...compared!.items.filter(({ book }) => book === index).flatMap(keysOf)]);
      const about = Object.fromEntries(Object.entries(next).filter(([key]) => own.has(key)));
      put(keyOfBegun(origin), Object.keys(about).length === 0 ? null : JSON.stringify({ file, decisions: about }));
    }
  };
  const items = useMemo(() => withDecisions(inGroups(compared?.items ?? []), decisions), [compared, decisions]);
  const run = () => {
    change({ isRunning: true, problem: null });
    const merge = async () => {
      try {
        await core.flushing.all();
        const { added, changed, books } = await core.call('codebook.merge', { others: files.map(({ handle }) => handle), decisions, wholly, language });
        for (const { origin } of books) put(keyOfBegun(origin), null);
        const { undo } = await core.call('project.read', {});
        if (session.get().books?.id === id) session.set({ books: null, view: 'code', notice: { said: say('books.merged', { added, changed }), ...(undo ? { undo: undo.seq } : {}) } });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        change({ isRunning: false, problem: problemRecord(error) });
      }
    };
    void merge();
  };
  return {
    atHand, items, change, run,
    open: items.filter(({ holds }) => holds === null).length,
    doubtful: items.filter(({ kind, decision }) => kind === 'alike' && decision === null).length,
    decide(about, choice) {
      const gone = new Set(about.flatMap(({ item }) => keysOf(item)));
      keep(Object.fromEntries([...Object.entries(decisions).filter(([key]) => !gone.has(key)), ...(choice === null ? [] : about.map(({ key }) => [key, choice] as const))]));
    },
    add: (more) => { if (more.length > 0) change({ files: [...files, ...more], problem: null }); },
    drop: (file) => change({ files: files.filter((each) => each !== file), problem: null, compared: null, shown: null, wholly: false }),
    leave: () => session.set({ books: null, view: 'code' }),
  };
}
