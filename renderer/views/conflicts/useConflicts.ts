import { useCallback, useMemo } from 'react';
import type { Row } from '../../../shared/model/schema.ts';
import { codeColour } from '../../parts/Sign.tsx';
import { useDesk } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { useSeenCodes } from '../code/coders.ts';
import { nothingAsked, type ConflictsAsked } from './asked.ts';

/** What is asked of the conflicts of the open study, and how to ask something else. */
export function useConflictsAsked(): readonly [ConflictsAsked, (fields: Partial<ConflictsAsked>) => void] {
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  const kept = useSession((now) => now.conflicts);
  const set = useCallback((fields: Partial<ConflictsAsked>) => {
    const { conflicts } = session.get();
    session.set({ conflicts: { ...(conflicts.study === study ? conflicts : nothingAsked), study, ...fields } });
  }, [session, study]);
  return [kept.study === study ? kept : nothingAsked, set];
}

/** What stakeholders and other codes are called, and their colours. */
export function useCodeNames() {
  const codes = useSeenCodes();
  const { say } = useWords();
  return useMemo(() => {
    const byId = new Map((codes ?? []).map((code) => [code.id, code]));
    const name = (code: number | null) => byId.get(code ?? 0)?.name ?? say('conflicts.unknownParty');
    return {
      codes: codes ?? [], name,
      colour: (code: number | null) => { const found = byId.get(code ?? 0); return found ? codeColour(found.facet, found.colour) : 'var(--ink-3)'; },
      pair: ({ party, counterparty, direction }: Pick<Row<'conflicts'>, 'party' | 'counterparty' | 'direction'>) => say(direction === 'both' ? 'conflicts.between' : 'conflicts.against', { party: name(party), counterparty: name(counterparty) }),
    };
  }, [codes, say]);
}
export type CodeNames = ReturnType<typeof useCodeNames>;

/** Opens a passage in its transcript. */
export function useOpenPassage() {
  const session = useSessionStore();
  return useCallback(({ document, passage, start, end }: { document: number; passage: number; start: number; end: number }) => session.set({
    view: 'code', document, passage, aside: { kind: 'passage' }, coders: null, selection: { start, end: start }, goto: { start, end, wish: Date.now() }, rightShown: true,
  }), [session]);
}
