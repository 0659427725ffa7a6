/** What must reach the core before it is asked to undo, before the view changes and before the window closes. */
export interface Flushing { add(flush: () => Promise<void>): () => void; all(): Promise<void> }
export function createFlushing(): Flushing {
  const flushes = new Set<() => Promise<void>>();
  return {
    add(flush) {
      flushes.add(flush);
      return () => { flushes.delete(flush); };
    },
    all: async () => { await Promise.all([...flushes].map((flush) => flush())); },
  };
}
