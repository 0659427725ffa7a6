import type { QueryClient } from '@tanstack/react-query';
import type { DeskCalls } from '../../shared/model/bridge.ts';
import type { Core } from './core.ts';
import type { Unsaved } from './flushing.ts';

type Kept = DeskCalls['kept.read']['output'];
/** Which study, and which of its copies. */
export type KeptPlace = DeskCalls['kept.read']['input'];
/** What this machine keeps of a study beside it: shown at once, sent one after the other, found again after a restart. */
export interface KeptHere extends Unsaved {
  read(place: KeptPlace): Promise<Kept>;
  put(place: KeptPlace, key: string, value: string | null): void;
}
export const keptKey = ({ study, file }: KeptPlace) => ['kept.read', { study, file }] as const;

export function createKept(desk: Core['desk'], queries: QueryClient): KeptHere {
  const listeners = new Set<() => void>();
  const waiting = new Map<string, DeskCalls['kept.put']['input']>();
  let sending: Promise<void> | null = null;
  let kept = 0;
  async function send(): Promise<void> {
    for (const [key, input] of waiting) {
      await desk('kept.put', input);
      // What was decided meanwhile waits for its own turn.
      if (waiting.get(key) === input) waiting.delete(key);
    }
    if (waiting.size > 0) await send();
  }
  function flush(): Promise<void> {
    sending ??= send().catch(() => { /* The core is lost: the window says so, and what waits is sent with the next. */ }).finally(() => { sending = null; listeners.forEach((listener) => listener()); });
    return sending;
  }
  return {
    isPending: () => sending !== null,
    flush: () => sending ?? Promise.resolve(),
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    async read(place) {
      for (;;) {
        await sending;
        const before = kept;
        const found = await desk('kept.read', place);
        if (kept === before) return found;
      }
    },
    put(place, key, value) {
      kept++;
      queries.setQueryData<Kept>(keptKey(place), (known) => known && Object.fromEntries([...Object.entries(known).filter(([each]) => each !== key), ...(value === null ? [] : [[key, value]])]));
      waiting.set(JSON.stringify([place.study, place.file, key]), { ...place, key, value });
      void flush();
      listeners.forEach((listener) => listener());
    },
  };
}
