import type { KeyboardEvent } from 'react';
import type { Core } from '../../core/core.ts';
import type { SessionStore } from '../../session.ts';

type Deed = (core: Core, session: SessionStore) => Promise<void>;

/** The place of the caret in the document on the desk, with all that was typed in the core. */
async function caret(core: Core, session: SessionStore): Promise<{ document: number; at: number } | null> {
  const { document, selection, view } = session.get();
  await core.flushing.all();
  return document === null || selection === null || view !== 'code' ? null : { document, at: selection.start };
}
/** Asks who speaks at the caret. */
export const askSpeaker: Deed = async (core, session) => {
  const here = await caret(core, session);
  if (here) session.set({ turnAt: { at: here.at, split: false } });
};
/** Splits the turn at the caret, and asks who speaks from there on: mostly it is somebody else. */
export const splitHere: Deed = async (core, session) => {
  const here = await caret(core, session);
  if (!here) return;
  const { at } = await core.call('turn.split', here);
  session.set({ turnAt: { at, split: true } });
};
export const joinHere = (side: 'previous' | 'next'): Deed => async (core, session) => {
  const here = await caret(core, session);
  if (here) await core.call('turn.join', { ...here, with: side });
};

/** What Enter does to turns, with the keys that are held; null where it is for somebody else. */
export function turnDeed(event: KeyboardEvent, editing: boolean): Deed | null {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return null;
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey && !command && !event.shiftKey) return askSpeaker;
  if (!command || event.altKey || !editing) return null;
  return event.shiftKey ? joinHere('previous') : splitHere;
}
