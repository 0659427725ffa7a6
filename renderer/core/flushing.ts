import { afterFrame } from './frames.ts';

/** Something that the person wrote and the core has not acknowledged. */
export interface Unsaved {
  flush(): Promise<void>;
  isPending(): boolean;
  subscribe(listener: () => void): () => void;
}
/** What must reach the core before it is asked to undo, before the view changes and before the window closes. */
export interface Flushing {
  add(unsaved: Unsaved): () => void;
  all(): Promise<void>;
  isPending(): boolean;
  subscribe(listener: () => void): () => void;
}
/** Asks the core for something when the next frame has been drawn, or at once where everything must reach it. Not to be asked for while flushing itself. */
export async function afterDrawn<R>(flushing: Flushing, ask: () => Promise<R>): Promise<R> {
  const begun = Promise.withResolvers<void>();
  const answer = begun.promise.then(ask);
  const forget = flushing.add({
    flush: async () => {
      begun.resolve();
      await answer.catch(() => {});
    },
    isPending: () => true, subscribe: () => () => {},
  });
  void afterFrame().then(begun.resolve);
  try { return await answer; } finally { forget(); }
}
export function createFlushing(): Flushing {
  const parts = new Map<Unsaved, () => void>();
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  return {
    add(unsaved) {
      parts.set(unsaved, unsaved.subscribe(tell));
      return () => {
        parts.get(unsaved)?.();
        parts.delete(unsaved);
        tell();
      };
    },
    all: async () => { await Promise.all([...parts.keys()].map((part) => part.flush())); },
    isPending: () => [...parts.keys()].some((part) => part.isPending()),
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
