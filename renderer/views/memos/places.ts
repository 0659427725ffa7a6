import { useCallback } from 'react';
import type { Subject } from '../../../shared/model/schema.ts';
import { useDesk } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useSessionStore, type Session } from '../../session.ts';
import { nothingAsked } from './asked.ts';

export type LinkTarget = Outcome<'memo.resolve'>[number];
type MemoSubject = Outcome<'memo.find'>['memos'][number]['subject'];

const inPane = (kind: 'code' | 'participant' | 'document', id: number): Partial<Session> => ({ view: 'code', aside: { kind, id }, rightShown: true });
const codePlace = (id: number): Partial<Session> => ({ ...inPane('code', id), litCode: id });
const documentPlace = (id: number): Partial<Session> => ({ ...inPane('document', id), document: id, passage: null, selection: null, goto: null });
const passagePlace = (passage: number, document: number, start: number, end: number): Partial<Session> =>
  ({ view: 'code', document, passage, coders: null, aside: { kind: 'passage' }, rightShown: true, selection: { start, end: start }, goto: { start, end, wish: Date.now() } });

/** Where what a memo is about is seen; null for the study itself, which is everywhere. */
export function placeOfSubject({ about, target, document, passage, start, end }: MemoSubject): Partial<Session> | null {
  if (passage !== null && document !== null) return passagePlace(passage, document, start, end);
  if (about === 'codes') return codePlace(target);
  if (about === 'participants') return inPane('participant', target);
  return about === 'documents' ? documentPlace(target) : null;
}
/** Where a link leads; null where that is gone, or another memo. */
function placeOfLink({ kind, id, document, passage, start, end }: LinkTarget): Partial<Session> | null {
  if (id === null) return null;
  if (kind === 'code') return codePlace(id);
  if (kind === 'participant') return inPane('participant', id);
  if (kind === 'document') return documentPlace(id);
  return passage !== null && document !== null ? passagePlace(passage, document, start, end) : null;
}

/** Opens a memo in the view of all memos; null for one that is about to be written. */
export function useOpenMemo(): (memo: number | null, about?: Subject, target?: number, writing?: boolean) => void {
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  return useCallback((memo, about = 'project', target = 1, writing = false) => {
    const { memos } = session.get();
    const kept = memos.study === study ? memos : nothingAsked;
    session.set({ view: 'memos', memos: { ...kept, study, open: { key: memo === null ? `new/${Date.now()}` : String(memo), memo, about, target }, writing } });
  }, [session, study]);
}
export function useOpenLink(): (target: LinkTarget) => void {
  const session = useSessionStore();
  const openMemo = useOpenMemo();
  return useCallback((target) => {
    if (target.kind === 'memo' && target.id !== null) return openMemo(target.id);
    const place = placeOfLink(target);
    if (place) session.set(place);
  }, [session, openMemo]);
}
