import type { Span } from '../../shared/model/span.ts';

/** How long (ms) nothing is typed until the typing counts as resting. */
const rest = 200;

/**
 * Tells where the caret is, or what is selected, at every move; while words are typed only when the typing rests or
 * anything else is done: a caret that runs along with the words tells nobody anything. Returns the way to stop.
 */
export function tellCaret({ root, selected, tell }: { root: HTMLElement; selected: () => Span | null; tell: (span: Span) => void }): () => void {
  let isTyped = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function tellNow(): void {
    clearTimeout(waiting);
    waiting = undefined;
    const span = selected();
    if (span) tell({ start: span.start, end: span.end });
  }
  const flush = () => { if (waiting !== undefined) tellNow(); };
  const onInput = () => { isTyped = true; };
  const onSelection = () => {
    if (!isTyped) return tellNow();
    isTyped = false;
    clearTimeout(waiting);
    waiting = setTimeout(tellNow, rest);
  };
  /** Any key but those that write: what it asks for may be about the place of the caret. */
  const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => { if (key.length > 1 || ctrlKey || metaKey || altKey) flush(); };
  root.addEventListener('input', onInput);
  root.addEventListener('blur', flush);
  addEventListener('keydown', onKey, true);
  addEventListener('pointerdown', flush, true);
  document.addEventListener('selectionchange', onSelection);
  return () => {
    clearTimeout(waiting);
    root.removeEventListener('input', onInput);
    root.removeEventListener('blur', flush);
    removeEventListener('keydown', onKey, true);
    removeEventListener('pointerdown', flush, true);
    document.removeEventListener('selectionchange', onSelection);
  };
}
