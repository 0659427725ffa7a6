import { useCallback, type RefObject } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { Resized } from '../../editor/resizing.ts';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import { useSessionStore } from '../../session.ts';

/** What a person does to stripes: gives a passage other edges, drops a code on one. Each is one step. */
export function useStripes(editor: RefObject<EditorHandle | null>) {
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const { say, language } = useWords();
  const onResize = useCallback(async ({ passage, coder, coding, span }: Resized): Promise<boolean> => {
    const done = await act(async () => {
      await core.flushing.all();
      return core.call('passage.resize', { passage, start: span.start, end: span.end, language, ...(coding === null ? {} : { coding }), ...(coder === null || coding !== null ? {} : { coder }) });
    });
    if (!done) return false;
    session.set({ passage: done.passage, selection: { start: span.start, end: span.start }, aside: { kind: 'passage' } });
    editor.current?.select({ start: span.start, end: span.start });
    return true;
  }, [core, act, session, language, editor]);
  const onDropCode = useCallback((coding: number, code: number) => void act(async () => {
    await core.flushing.all();
    const { passage } = await core.call('coding.recode', { coding, code, language });
    session.set({ passage, aside: { kind: 'passage' } });
  }), [core, act, session, language]);
  const onEdge = useCallback((edge: 'start' | 'end') => session.set({ notice: { said: say(edge === 'start' ? 'margin.start' : 'margin.end') } }), [session, say]);
  return { onResize, onDropCode, onEdge };
}
