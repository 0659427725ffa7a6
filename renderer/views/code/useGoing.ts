import { useCallback, useEffect, useState, type RefObject } from 'react';
import type { Span, TypedSplice } from '../../../shared/model/span.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import { halved, vanished } from '../../editor/vanished.ts';
import { useCoderView } from './coders.ts';
import type { DocumentAtHand } from './useDocument.ts';

type Coding = DocumentAtHand['codings'][number];
/** Codings by name, and others' that the person does not see: those by their number alone. */
export interface Told { readonly codings: readonly Coding[]; readonly hidden: number }
/** Codings that go, or went, with their words. */
export interface Going extends Told {
  /** Codings that keep only those of their words that were not cut. */
  readonly half: Told;
  /** Whether all of them wait in the clipboard, with their words. */
  readonly cut: boolean;
  /** False while the words are only selected. */
  readonly gone: boolean;
  /** Whether undo would bring them back, and nothing else before. */
  readonly last: boolean;
}
interface Gone { readonly codings: readonly Coding[]; /** Those that were cut last. */ readonly cut: readonly Coding[]; /** Those that were cut in part, as they were before. */ readonly half: readonly Coding[]; /** The edit that carries the deletion (see Core.edits), and its entry in the history, once there is one. */ readonly edit: number; readonly step: number | null }

/** Follows which codings lose all their words while the text is corrected, of all coders, also those that are not shown. */
export function useGoing(at: DocumentAtHand | null, editing: boolean, editor: RefObject<EditorHandle | null>) {
  const core = useCore();
  const { blind, me } = useCoderView();
  const [gone, setGone] = useState<Gone | null>(null);
  const [would, setWould] = useState<readonly Coding[]>([]);
  const last = useLive('project.read', gone === null ? null : {})?.undo?.seq;

  const onSplices = useCallback((splices: readonly TypedSplice[]) => {
    if (!at) return;
    at.pending.add(splices);
    // A cut is a step of its own, however fast the paste follows.
    if (splices.some(({ by }) => by === 'cut')) void at.pending.flush();
    setWould((before) => (before.length === 0 ? before : []));
    // What was cut has come along.
    if (splices.some(({ by }) => by === 'paste')) setGone((before) => {
      const left = before?.codings.filter((coding) => !before.cut.includes(coding)) ?? [];
      return before && left.length + before.half.length > 0 ? { ...before, codings: left, cut: [] } : null;
    });
    if (splices.every(({ removed }) => removed === '')) return;
    const typed = at.pending.since(at.codingEdits);
    const isCut = splices.some(({ by }) => by === 'cut');
    const [codings, half] = [vanished(at.allCodings, typed), isCut ? halved(at.allCodings, typed) : []];
    if (codings.length + half.length === 0) return;
    setGone((before) => {
      const more = codings.filter(({ id }) => !before?.codings.some((each) => each.id === id));
      const shorter = half.filter(({ id }) => !before?.half.some((each) => each.id === id));
      return more.length + shorter.length === 0 ? before : { codings: [...(before?.codings ?? []), ...more], cut: isCut ? more : before?.cut ?? [], half: [...(before?.half ?? []), ...shorter], edit: core.edits() + 1, step: null };
    });
  }, [at, core]);

  const onSelected = useCallback(({ start, end }: Span) => {
    if (!at || !editing || start === end) return setWould((before) => (before.length === 0 ? before : []));
    const typed = at.pending.since(at.codingEdits);
    const before = new Set(vanished(at.allCodings, typed).map(({ id }) => id));
    const text = editor.current?.text() ?? '';
    const codings = vanished(at.allCodings, [...typed, { at: start, removed: text.slice(start, end), inserted: '' }]).filter(({ id }) => !before.has(id));
    return setWould((known) => (known.length === codings.length && known.every(({ id }, index) => id === codings[index]!.id) ? known : codings));
  }, [at, editing, editor]);

  // Once the core has answered: what undo brought back is here again, and what is gone has its place in the history.
  const codings = at?.allCodings;
  const known = at?.codingEdits ?? 0;
  useEffect(() => {
    if (!gone || !codings || known < gone.edit) return undefined;
    const left = gone.codings.filter(({ id }) => !codings.some((each) => each.id === id));
    // Pasted back, or brought back by undo, they have all of their words again.
    const half = gone.half.filter((was) => { const now = codings.find(({ id }) => id === was.id); return now !== undefined && now.end - now.start < was.end - was.start; });
    if (left.length < gone.codings.length || half.length < gone.half.length) setGone(left.length + half.length === 0 ? null : { ...gone, codings: left, half });
    else if (gone.step === null) {
      let here = true;
      void core.call('project.read', {}).then(({ undo }) => { if (here) setGone((now) => now && { ...now, step: undo?.seq ?? 0 }); });
      return () => { here = false; };
    }
    return undefined;
  }, [core, gone, codings, known]);
  useEffect(() => {
    if (editing) return;
    setGone(null);
    setWould([]);
  }, [editing]);

  const seen = (each: readonly Coding[]): Told => {
    const shown = each.filter(({ coder }) => !blind || coder === me);
    return { codings: shown, hidden: each.length - shown.length };
  };
  const going: Going | null = would.length > 0 ? { ...seen(would), half: seen([]), cut: false, gone: false, last: false }
    : gone ? { ...seen(gone.codings), half: seen(gone.half), cut: gone.codings.every((coding) => gone.cut.includes(coding)), gone: true, last: gone.step === null || gone.step === last } : null;
  return { going, onSplices, onSelected, dismiss: () => setGone(null) };
}
