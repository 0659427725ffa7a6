import type { QueryClient } from '@tanstack/react-query';
import type { DeskCalls } from '../../shared/model/bridge.ts';
import type { Core } from './core.ts';
import type { Unsaved } from './flushing.ts';

type Kept = DeskCalls['kept.read']['output'];
/** What this machine keeps of a study beside it: shown at once, sent one after the other, found again after a restart. */
export interface KeptHere extends Unsaved {
  read(study: string): Promise<Kept>;
  put(study: string, key: string, value: string | null): void;
}
export const keptKey = (study: string) => ['kept.read', { study }] as const;

export function createKept(desk: Core['desk'], queries: QueryClient): KeptHere {
  const listeners = new Set<() => void>();
  const waiting = new Map<string, DeskCalls['kept.put']['input']>();
  let sending: Promise<void> | null = null;
  let kept = 0;
  async function send(): Promise<void> {
    for (const [place, input] of waiting) {
      await desk('kept.put', input);
      // What was decided meanwhile waits for its own turn.
      if (waiting.get(place) === input) waiting.delete(place);
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
    async read(study) {
      for (;;) {
        await sending;
        const before = kept;
        const found = await desk('kept.read', { study });
        if (kept === before) return found;
      }
    },
    put(study, key, value) {
      kept++;
      queries.setQueryData<Kept>(keptKey(study), (known) => known && Object.fromEntries([...Object.entries(known).filter(([each]) => each !== key), ...(value === null ? [] : [[key, value]])]));
      waiting.set(`${study}/${key}`, { study, key, value });
      void flush();
      listeners.forEach((listener) => listener());
    },
  };
}
