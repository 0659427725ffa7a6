import type { Span } from '../../shared/model/span.ts';
import type { Places } from './places.ts';

/** Keys that move the caret while the text is read, as everywhere; the text itself cannot be changed by them. */
function moveOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): [granularity: string, direction: 'forward' | 'backward'] | null {
  const far = ctrlKey || metaKey || altKey;
  switch (key) {
    case 'ArrowRight': return [far ? 'word' : 'character', 'forward'];
    case 'ArrowLeft': return [far ? 'word' : 'character', 'backward'];
    case 'ArrowDown': return [far ? 'paragraph' : 'line', 'forward'];
    case 'ArrowUp': return [far ? 'paragraph' : 'line', 'backward'];
    case 'End': return ['lineboundary', 'forward'];
    case 'Home': return ['lineboundary', 'backward'];
    default: return null;
  }
}

/** How long (ms) the caret shows, and then does not: as fast as carets usually blink. */
const blink = 550;

/**
 * Reading: the text is not editable, so no key and no input method can change it, and single keys are free for coding.
 * A caret of our own shows where the keyboard is; arrows move it, Shift selects.
 */
export function createReading({ scroller, root, caret, places, length }: { scroller: HTMLElement; root: HTMLElement; caret: HTMLElement; places: Places; length: () => number }) {
  let active = true;
  /** Where the person was when she left the text. */
  let left: Span | null = null;
  // By a clock: an animation of the style sheet would have the whole window painted anew at every frame.
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let clock: ReturnType<typeof setInterval> | undefined;
  function beat(): void {
    clearInterval(clock);
    delete caret.dataset['off'];
    if (!caret.hidden && !still.matches) clock = setInterval(() => caret.toggleAttribute('data-off'), blink);
  }

  function rectAt(offset: number): DOMRect | null {
    const point = places.pointAt(offset);
    if (!point) return null;
    const range = new Range();
    range.setStart(point.node, point.offset);
    range.collapse(true);
    const [rect] = range.getClientRects();
    if (rect) return rect;
    const element = point.node instanceof Element ? point.node : point.node.parentElement;
    const box = element?.getBoundingClientRect();
    return box ? new DOMRect(box.left + Number.parseFloat(getComputedStyle(element!).paddingInlineStart || '0'), box.top, 0, Math.min(box.height, 24)) : null;
  }
  function draw(): void {
    // While the text is corrected the caret is the browser's own; and what is about to be selected will have this drawn anew.
    if ((!active && caret.hidden) || places.isSelecting()) return;
    const selected = root.contains(document.activeElement) ? places.selected() : null;
    if (selected) left = selected;
    const rect = active && selected && selected.start === selected.end ? rectAt(selected.start) : null;
    caret.hidden = rect === null;
    beat();
    if (!rect) return;
    const origin = caret.parentElement!.getBoundingClientRect();
    Object.assign(caret.style, { left: `${rect.left - origin.left}px`, top: `${rect.top - origin.top}px`, height: `${rect.height}px` });
  }
  /** Brings an offset into sight; with `amid` to where what stands before and after it can be read too. */
  function reveal(offset: number, amid = false): void {
    const rect = rectAt(offset);
    const window = scroller.getBoundingClientRect();
    if (!rect) return;
    if (amid) {
      scroller.scrollTop += rect.top - window.top - window.height / 3;
      return;
    }
    if (rect.top < window.top + 24) scroller.scrollTop -= window.top + 48 - rect.top;
    else if (rect.bottom > window.bottom - 24) scroller.scrollTop += rect.bottom - window.bottom + 48;
  }
  /** The first offset that is in sight: where the caret starts when the text gets the focus. */
  function firstInSight(): number {
    const box = scroller.getBoundingClientRect();
    for (const block of root.children) {
      const rect = block.getBoundingClientRect();
      if (rect.top >= box.top - 1) return places.offsetAt(block, 0) ?? 0;
    }
    return 0;
  }
  function onKey(event: KeyboardEvent): void {
    if (!active || event.defaultPrevented) return;
    const selection = getSelection();
    const before = places.selected();
    if (!selection) return;
    if (!before) places.select({ start: firstInSight(), end: firstInSight() });
    if ((event.ctrlKey || event.metaKey) && (event.key === 'Home' || event.key === 'End')) {
      const end = event.key === 'Home' ? 0 : length();
      const point = places.pointAt(end);
      if (point && event.shiftKey) selection.extend(point.node, point.offset);
      else places.select({ start: end, end });
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') places.select({ start: 0, end: length() });
    else if (event.key === 'PageDown' || event.key === 'PageUp') {
      scroller.scrollTop += (event.key === 'PageDown' ? 1 : -1) * (scroller.clientHeight - 60);
      places.select({ start: firstInSight(), end: firstInSight() });
    } else {
      const move = moveOf(event);
      if (!move) return;
      selection.modify(event.shiftKey ? 'extend' : 'move', move[1], move[0]);
      // The browser would walk on into whatever lies beside the text.
      if (!places.selected() && before) places.select(before);
    }
    event.preventDefault();
    const now = places.selected();
    if (now) reveal(now.focus);
  }
  /** Pressed on what is selected, a browser would start to drag it; here a new selection starts. */
  function onPress(event: PointerEvent): void {
    if (active && event.button === 0 && !event.shiftKey) getSelection()?.empty();
  }
  function onFocus(): void {
    if (active && !places.isSelecting() && !places.selected()) {
      const at = left ? Math.min(left.start, length()) : firstInSight();
      places.select({ start: at, end: left ? Math.min(left.end, length()) : at });
    }
    draw();
  }

  root.addEventListener('keydown', onKey);
  root.addEventListener('focus', onFocus);
  root.addEventListener('pointerdown', onPress);
  const onBlur = () => { left = places.selected() ?? left; draw(); };
  root.addEventListener('blur', onBlur);
  document.addEventListener('selectionchange', draw);
  const sizes = new ResizeObserver(draw);
  sizes.observe(root);
  return {
    reveal, rectAt,
    setActive(next: boolean): void { active = next; draw(); },
    destroy(): void {
      clearInterval(clock);
      root.removeEventListener('keydown', onKey);
      root.removeEventListener('focus', onFocus);
      root.removeEventListener('pointerdown', onPress);
      root.removeEventListener('blur', onBlur);
      document.removeEventListener('selectionchange', draw);
      sizes.disconnect();
    },
  };
}
