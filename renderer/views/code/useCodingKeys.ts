import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import { unitAt } from '../../../shared/model/text.ts';
import type { Span } from '../../../shared/model/span.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import type { ShownPassage } from '../../editor/passages.ts';
import { useSessionStore } from '../../session.ts';
import { useSeenDocuments } from './coders.ts';
import { plainKey } from './plainKey.ts';
import { halfCodedPassages, nameInVivo, stepsOf } from './triple.ts';
import { useApplying, useDigits, useMe } from './useApplying.ts';
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
/** What is coded: the selected words, else the passage at hand, else the sentence that the caret is in. */
function spanToCode(editor: EditorHandle | null, here: ShownPassage | undefined): Span | null {
  const selected = editor?.selected();
  const text = editor?.text() ?? '';
  if (selected && selected.start < selected.end) return trimmed(text, selected);
  return here ?? (selected ? trimmed(text, unitAt(text, selected.start, 'sentence')) : null);
}
const sameSpan = (a: Span | null | undefined, b: Span | null) => Boolean(a && b && a.start === b.start && a.end === b.end);

/** What single keys do while the transcript is read. A Chinese input method may be on. */
export function useCodingKeys(editor: RefObject<EditorHandle | null>, at: DocumentAtHand | null): (event: KeyboardEvent) => void {
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const me = useMe();
  const digits = useDigits(at);
  const documents = useSeenDocuments();
  const apply = useApplying(at?.read.id ?? null, at, editor);
  return useCallback((event) => {
    const { editing, passage, document } = session.get();
    if (!at || (editing && event.nativeEvent.isComposing)) return;
    const key = plainKey(event.nativeEvent);
    if (key === 'F2') {
      event.preventDefault();
      session.set({ editing: !editing });
      return;
    }
    if (editing) {
      if (key !== 'Escape') return;
      event.preventDefault();
      void at.pending.flush();
      session.set({ editing: false });
      return;
    }
    const here = passageAtCaret(editor.current, passage);
    const mine = () => at.codings.filter((coding) => coding.passage === here?.id && coding.coder === (me ?? at.coders[0]));
    if (event.altKey) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      const place = Number(/^Digit([1-9])$/.exec(event.code)?.[1]);
      if (event.ctrlKey || event.metaKey || event.shiftKey || (step === undefined && !place)) return;
      event.preventDefault();
      if (step !== undefined) {
        const next = documents?.[(documents ?? []).findIndex((each) => each.id === document) + step];
        if (next) session.set({ document: next.id, passage: null, selection: null });
      } else {
        const rated = mine().map((coding) => ({ coding, code: at.codes.find((code) => code.id === coding.code) })).findLast(({ code }) => code?.facet === 'dimension');
        const value = rated ? stepsOf(rated.code!.scale)[place - 1]?.value : undefined;
        if (rated && value !== undefined) void act(() => core.call('coding.change', { coding: rated.coding.id, rating: value }));
      }
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const openPalette = () => {
      const span = spanToCode(editor.current, here);
      if (span) session.set({ before: editor.current?.selected() ?? null, selection: { start: span.start, end: span.end }, palette: Date.now() });
    };
    const goTo = (by: 1 | -1) => {
      const half = session.get().halfOnly ? halfCodedPassages(at.codings, new Map(at.codes.map((code) => [code.id, code.facet])), me) : null;
      const inOrder = (editor.current?.passages() ?? []).filter((each) => half?.has(each.id) ?? true).toSorted((a, b) => a.start - b.start || b.end - a.end);
      const from = editor.current?.selected()?.start ?? 0;
      const place = inOrder.findIndex((each) => each.id === here?.id);
      const next = place >= 0 ? inOrder[place + by] : by > 0 ? inOrder.find((each) => each.start >= from) : inOrder.findLast((each) => each.start < from);
      if (!next) return;
      editor.current?.select({ start: next.start, end: next.start });
      editor.current?.reveal(next.start);
      session.set({ passage: next.id, selection: { start: next.start, end: next.start }, ...(session.get().aside?.kind === 'passages' ? {} : { aside: { kind: 'passage' } }) });
    };
    const put = (codes: Parameters<typeof apply>[1]) => {
      const span = spanToCode(editor.current, here);
      if (span) void apply(span, codes);
    };
    const keys: Record<string, () => void> = {
      ' ': openPalette,
      Enter: openPalette,
      j: () => goTo(1),
      k: () => goTo(-1),
      ']': () => goTo(1),
      '[': () => goTo(-1),
      '.': () => put(session.get().repeat?.codes ?? []),
      v: () => {
        const span = spanToCode(editor.current, here);
        const name = span ? nameInVivo(at.read.text.slice(span.start, span.end)) : '';
        const there = at.codes.find((code) => code.facet === 'theme' && code.name === name);
        if (name !== '') put([there ? { code: there.id } : { create: { name, facet: 'theme' } }]);
      },
      h: () => {
        const halfOnly = !session.get().halfOnly;
        session.set({ halfOnly });
        if (halfOnly) goTo(1);
      },
      m: () => {
        // What was coded a moment ago is not drawn yet.
        const noted = here?.id ?? (sameSpan(editor.current?.selected(), session.get().selection) ? passage : null);
        if (noted !== null) session.set({ passage: noted, aside: { kind: 'passage' }, rightShown: true, memoWanted: true });
      },
      u: () => {
        const codings = mine();
        if (codings.length > 0) void act(() => core.call('coding.remove', { codings: codings.map((coding) => coding.id) }));
      },
      r: () => { if (here && at.codings.some((coding) => coding.passage === here.id)) session.set({ passage: here.id, recoding: { passage: here.id, coding: null } }); },
      l: () => session.set({ aside: { kind: 'passages' }, rightShown: true, listWanted: true }),
      '?': () => session.set({ open: 'shortcuts' }),
      Escape: () => session.set({ litCode: null, passage: null, halfOnly: false, ...(session.get().aside?.kind === 'passages' ? { aside: { kind: 'passage' } } : {}) }),
    };
    const digit = /^[1-9]$/.test(key) ? digits[Number(key) - 1] : undefined;
    const run = digit ? () => put([{ code: digit }]) : keys[key];
    if (!run) return;
    event.preventDefault();
    run();
  }, [at, core, session, act, me, digits, documents, editor, apply]);
}
