import { useCallback, useMemo, type RefObject } from 'react';
import type { Span } from '../../../shared/model/span.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import { afterDrawn } from '../../core/flushing.ts';
import type { ShownPassage } from '../../editor/passages.ts';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import { codeColour } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { digitsAfter, lastApplied, newestFirst, withPinned, type Choice } from './triple.ts';
import type { DocumentAtHand } from './useDocument.ts';

/** Who codes. */
export function useMe(): number | undefined {
  const desk = useDesk();
  return useLive('coder.list', desk?.study ? {} : null)?.find((coder) => coder.name === desk?.coder)?.id;
}

/** The codes that keep their digits, by UUID, from digit 1 on; '' where none does. Kept on this machine, for this study. */
export function usePinned(): { readonly pinned: readonly string[]; pin(digit: number, uuid: string): void } {
  const core = useCore();
  const project = useLive('project.read', {})?.uuid;
  const key = `pinned:${project ?? ''}`;
  const kept = useDesk()?.preferences[key];
  const pinned = useMemo(() => (typeof kept === 'string' ? kept.split(',') : []), [kept]);
  const pin = useCallback((digit: number, uuid: string) => {
    // The same once more lets the code go.
    const next = Array.from({ length: 9 }, (_, place) => (place === digit - 1 ? (pinned[place] === uuid ? '' : uuid) : pinned[place] === uuid ? '' : pinned[place] ?? ''));
    void core.prefer(key, next.join(','));
  }, [core, key, pinned]);
  return { pinned, pin };
}
/** The codes of the digits 1 to 9: those that were pinned, then those applied last. Null where a digit is free. */
export function useDigits(at: DocumentAtHand | null): readonly (number | null)[] {
  const me = useMe();
  const { pinned } = usePinned();
  const applied = useSession((now) => now.digits);
  return useMemo(() => {
    if (!at) return [];
    const known = new Map(at.codes.map((code) => [code.uuid, code.id]));
    const ids = new Set(known.values());
    return withPinned(pinned.map((uuid) => known.get(uuid) ?? null), (applied ?? lastApplied(at.codings, me)).filter((code) => ids.has(code)));
  }, [at, pinned, applied, me]);
}

/** How codings will look that a person puts on a span; those of codes that are only being made are left out. */
function foreseen(at: DocumentAtHand, span: Span, codes: readonly Choice[], coder: number): ShownPassage {
  return {
    ...span, id: -1,
    codings: codes.flatMap((choice, place) => {
      const code = 'code' in choice ? at.codes.find((each) => each.id === choice.code) : undefined;
      return code ? [{ id: -1 - place, code: code.id, coder, facet: code.facet, name: code.name, colour: at.colourOf?.(coder) ?? codeColour(code.facet, code.colour), rating: choice.rating ?? null, mirrored: false }] : [];
    }),
  };
}

/** Puts codes on a span in one act, and remembers them for the digits and for repeating. They show before the core has answered. Undefined where a Problem was met. */
export function useApplying(document: number | null, at: DocumentAtHand | null, editor: RefObject<EditorHandle | null>): (span: Span, codes: readonly Choice[]) => Promise<number[] | undefined> {
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const me = useMe();
  return useCallback((span, codes) => act(async () => {
    if (document === null || !at || codes.length === 0) return [];
    if (me !== undefined) editor.current?.foresee(foreseen(at, { start: span.start, end: span.end }, codes, me));
    try {
      await core.flushing.all();
      const { passage, codings, codes: ids } = await afterDrawn(core.flushing, async () => core.call('coding.apply', { document, start: span.start, end: span.end, codes: [...codes] }));
      const applied = codes.map(({ rating, party, counterparty }, place) => ({ code: ids[place]!, ...(rating === undefined ? {} : { rating }), ...(party === undefined ? {} : { party }), ...(counterparty === undefined ? {} : { counterparty }) }));
      core.withAnswers(() => {
        const now = session.get();
        const recent = newestFirst(now.recent, ids);
        // What is put on one passage in several acts is repeated as one.
        const goesOn = now.repeat !== null && now.repeat.passage === passage;
        // Whoever is quick is with the next words already.
        const isThere = now.document === document && now.selection !== null && now.selection.start >= span.start && now.selection.end <= span.end;
        session.set({
          ...(isThere ? { passage, aside: { kind: 'passage' } } : {}), coders: null, recent, digits: digitsAfter(now.digits ?? lastApplied(at.codings, me), recent, ids),
          repeat: { passage, codes: [...(goesOn ? now.repeat!.codes.filter(({ code }) => !ids.includes(code)) : []), ...applied] },
        });
      });
      return codings;
    } catch (error) {
      editor.current?.foresee(null);
      throw error;
    }
  }), [act, core, session, document, at, me, editor]);
}
