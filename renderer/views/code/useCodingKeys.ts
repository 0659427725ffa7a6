import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import { unitAt } from '../../../shared/model/text.ts';
import type { Span } from '../../../shared/model/span.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive, useDesk } from '../../core/context.tsx';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import type { ShownPassage } from '../../editor/passages.ts';
import { useSessionStore } from '../../session.ts';
import type { DocumentAtHand } from './useDocument.ts';

/** The words of a span without the blanks around them. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const inside = text.slice(start, end);
  const left = inside.length - inside.trimStart().length;
  const span = { start: start + left, end: end - (inside.length - inside.trimEnd().length) };
  return span.start < span.end ? span : null;
}

/** The passage at hand, as long as the caret is in it; else the shortest that the caret is in. */
function passageAtCaret(editor: EditorHandle | null, atHand: number | null): ShownPassage | undefined {
  const caret = editor?.selected();
  if (!editor || !caret) return undefined;
  const there = editor.passages().find((each) => each.id === atHand);
  return there && there.start <= caret.start && caret.end <= there.end ? there : editor.passagesAt(caret.start)[0];
}

const sameSpan = (a: Span | null | undefined, b: Span | null) => Boolean(a && b && a.start === b.start && a.end === b.end);

/** What single keys do while the transcript is read. */
export function useCodingKeys(editor: RefObject<EditorHandle | null>, at: DocumentAtHand | null): (event: KeyboardEvent) => void {
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const desk = useDesk();
  const coders = useLive('coder.list', {});
  const documents = useLive('document.list', {});
  return useCallback((event) => {
    if (!at || event.nativeEvent.isComposing) return;
    const { editing, passage, document } = session.get();
    if (event.key === 'F2') {
      event.preventDefault();
      session.set({ editing: !editing });
      return;
    }
    if (editing) {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      void at.pending.flush();
      session.set({ editing: false });
      return;
    }
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const place = (documents ?? []).findIndex((each) => each.id === document) + (event.key === 'ArrowDown' ? 1 : -1);
      const next = documents?.[place];
      if (next) session.set({ document: next.id, passage: null, selection: null });
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = passageAtCaret(editor.current, passage);
    const openPalette = () => {
      const selected = editor.current?.selected();
      const text = editor.current?.text() ?? '';
      const span = selected && selected.start < selected.end ? trimmed(text, selected) : here ?? (selected ? trimmed(text, unitAt(text, selected.start, 'sentence')) : null);
      if (span) session.set({ selection: { start: span.start, end: span.end }, palette: true });
    };
    const goTo = (step: 1 | -1) => {
      const inOrder = (editor.current?.passages() ?? []).toSorted((a, b) => a.start - b.start || b.end - a.end);
      const from = editor.current?.selected()?.start ?? 0;
      const place = inOrder.findIndex((each) => each.id === here?.id);
      const next = place >= 0 ? inOrder[place + step] : step > 0 ? inOrder.find((each) => each.start >= from) : inOrder.findLast((each) => each.start < from);
      if (!next) return;
      editor.current?.select({ start: next.start, end: next.start });
      editor.current?.reveal(next.start);
      session.set({ passage: next.id, selection: { start: next.start, end: next.start }, aside: { kind: 'passage' } });
    };
    const keys: Record<string, () => void> = {
      ' ': openPalette,
      Enter: openPalette,
      j: () => goTo(1),
      k: () => goTo(-1),
      m: () => {
        // What was coded a moment ago is not drawn yet.
        const noted = here?.id ?? (sameSpan(editor.current?.selected(), session.get().selection) ? passage : null);
        if (noted !== null) session.set({ passage: noted, aside: { kind: 'passage' }, rightShown: true, memoWanted: true });
      },
      u: () => {
        const own = coders?.find((coder) => coder.name === desk?.coder)?.id;
        const codings = at.codings.filter((coding) => coding.passage === here?.id && coding.coder === (own ?? at.coders[0]));
        if (codings.length > 0) void act(() => core.call('coding.remove', { codings: codings.map((coding) => coding.id) }));
      },
      Escape: () => session.set({ litCode: null, passage: null }),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  }, [at, core, session, act, desk, coders, documents, editor]);
}
