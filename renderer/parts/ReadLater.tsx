import { useSyncExternalStore, type FunctionComponent } from 'react';

type Found = { readonly Part: FunctionComponent } | { readonly fault: unknown };

/**
 * A view whose program is read when it is first wanted, or asked for ahead, so that the window does not wait for it. Until it is there its
 * place is empty paper, on which no key does anything; from then on it opens at once. What cannot be read is a fault of the window.
 */
export function readLater(read: () => Promise<FunctionComponent>): { readonly View: FunctionComponent; readonly ask: () => void } {
  const listeners = new Set<() => void>();
  let found: Found | null = null;
  let isAsked = false;
  const settle = (now: Found) => { found = now; listeners.forEach((listener) => listener()); };
  const ask = () => {
    if (!isAsked) read().then((Part) => settle({ Part }), (fault: unknown) => settle({ fault }));
    isAsked = true;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    ask();
    return () => { listeners.delete(listener); };
  };
  const now = () => found;
  function View() {
    const here = useSyncExternalStore(subscribe, now);
    if (here === null) return <main aria-busy />;
    if ('fault' in here) throw here.fault;
    return <here.Part />;
  }
  return { View, ask };
}
