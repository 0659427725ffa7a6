import type { SessionStore } from '../../session.ts';

/** Opens a document at a turn, with the caret at its beginning. */
export function openTurn(session: SessionStore, { document, start }: { readonly document: number; readonly start: number }): void {
  session.set({ view: 'code', document, passage: null, selection: { start, end: start }, goto: { start, end: start, wish: Date.now() }, editing: false, coders: null });
}
