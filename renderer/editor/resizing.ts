import { movedEdge, nearestBound, nextBound, type Edge, type Unit } from '../../shared/model/snapping.ts';
import type { Span } from '../../shared/model/span.ts';
import type { CodedView } from './codedView.ts';
import type { ShownPassage } from './passages.ts';
import type { Places } from './places.ts';

/** Whose stripes a person moves: all of a coder's on the passage, one of them alone, or (both null) a passage that nobody coded. */
export interface Resized { readonly passage: number; readonly coder: number | null; readonly coding: number | null; readonly span: Span }

/** Pixels at a bar's end where it can be taken, and that the mouse must go before the end follows. */
const grip = 6;
const still = 3;
/** Pixels from the window's edge where dragging scrolls, and how far at each frame. */
const border = 36;
const pace = 14;

interface Taken { readonly passage: ShownPassage; readonly coder: number | null; readonly coding: number | null; readonly edge: Edge }
interface Given {
  readonly scroller: HTMLElement; readonly root: HTMLElement; readonly margin: HTMLElement; readonly mirror: HTMLElement; readonly places: Places; readonly view: CodedView;
  text(): string;
  /** The passage at hand, and the coders that show, whose margin it is first. */
  at(): number | null;
  coders(): readonly number[];
  reveal(offset: number): void;
  /** False where it could not be done: then the stripe goes back. */
  done(resized: Resized): Promise<boolean>;
  /** The edge that the keys move from now on. */
  onEdge(edge: Edge): void;
}

/** Moving the edges of passages: by a stripe's end with the mouse, by Shift+Alt and the arrows. Words follow at once; the core hears of it when it is done. */
export function createResizing(given: Given): () => void {
  const { scroller, root, places, view } = given;
  /** The side of the text whose bar was taken last. */
  let margin = given.margin;
  let taken: Taken | null = null;
  let span: Span | null = null;
  let from: { x: number; y: number } | null = null;
  let pointer = { x: 0, y: 0, unit: 'word' as Unit, alone: false };
  let moving = false;
  let scrolling = 0;
  /** Which edge of which passage the keys move; its end, unless the other was asked for. */
  let chosen: { passage: number; edge: Edge } | null = null;

  const show = (next: Span) => {
    if (!taken || (span && span.start === next.start && span.end === next.end)) return;
    span = next;
    view.preview({ passage: taken.passage.id, coder: taken.coder, coding: pointer.alone ? taken.coding : null, span: next });
  };
  const leave = () => {
    cancelAnimationFrame(scrolling);
    scrolling = 0;
    taken = span = from = null;
    moving = false;
    delete margin.dataset['moving'];
  };
  const cancel = () => { leave(); view.preview(null); };
  const settle = () => {
    const [was, now] = [taken, span];
    const coding = pointer.alone ? was?.coding ?? null : null;
    leave();
    if (!was || !now || (now.start === was.passage.start && now.end === was.passage.end)) return view.preview(null);
    void given.done({ passage: was.passage.id, coder: was.coder, coding, span: now }).then((kept) => { if (!kept) view.preview(null); });
  };

  /** The end of a bar that lies under the pointer. */
  function endAt(event: MouseEvent): Taken | null {
    const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('.bar[data-coding]') : null;
    if (!bar) return null;
    const box = bar.getBoundingClientRect();
    const near = Math.min(grip, box.height / 3);
    const edge: Edge | null = 'first' in bar.dataset && event.clientY - box.top <= near ? 'start' : 'last' in bar.dataset && box.bottom - event.clientY <= near ? 'end' : null;
    const passage = view.passages().passages.find(({ id }) => id === Number(bar.dataset['passage']));
    const coding = passage?.codings.find(({ id }) => id === Number(bar.dataset['coding']));
    return edge && passage && coding ? { passage, coder: coding.coder, coding: coding.id, edge } : null;
  }
  /** The offset beside the pointer: beside the text it is the line's end, or its beginning for a start. */
  function offsetUnder(edge: Edge): number | null {
    const column = root.getBoundingClientRect();
    const inset = Number.parseFloat(getComputedStyle(root.firstElementChild ?? root).paddingLeft);
    const beside = pointer.x >= column.right || pointer.x <= column.left + inset;
    const x = beside ? (edge === 'end' ? column.right - 2 : column.left + inset + 1) : pointer.x;
    const frame = scroller.getBoundingClientRect();
    const position = document.caretPositionFromPoint(x, Math.min(frame.bottom - 2, Math.max(frame.top + 2, pointer.y)));
    return position ? places.offsetAt(position.offsetNode, position.offset) : null;
  }
  function follow(): void {
    if (!taken) return;
    const under = offsetUnder(taken.edge);
    if (under !== null) show(movedEdge(taken.passage, taken.edge, nearestBound(given.text(), under, pointer.unit, taken.edge)));
  }
  function scrollOn(): void {
    scrolling = 0;
    if (!moving) return;
    const frame = scroller.getBoundingClientRect();
    const by = pointer.y > frame.bottom - border ? pace : pointer.y < frame.top + border ? -pace : 0;
    if (by === 0) return;
    scroller.scrollTop += by;
    follow();
    scrolling = requestAnimationFrame(scrollOn);
  }
  const held = (event: MouseEvent | KeyboardEvent) => ({ unit: event.altKey ? 'grapheme' as const : event.shiftKey ? 'sentence' as const : 'word' as const, alone: event.ctrlKey || event.metaKey });

  function onDown(event: PointerEvent): void {
    const end = event.button === 0 ? endAt(event) : null;
    if (!end) return;
    event.preventDefault();
    margin = event.currentTarget as HTMLElement;
    taken = end;
    span = null;
    from = { x: event.clientX, y: event.clientY };
    margin.setPointerCapture(event.pointerId);
  }
  function onMove(event: PointerEvent): void {
    if (!taken || !from) {
      const edge = event.buttons === 0 && endAt(event) !== null;
      const { dataset } = event.currentTarget as HTMLElement;
      if (edge !== 'edge' in dataset) { if (edge) dataset['edge'] = ''; else delete dataset['edge']; }
      return;
    }
    pointer = { x: event.clientX, y: event.clientY, ...held(event) };
    if (!moving && Math.hypot(event.clientX - from.x, event.clientY - from.y) < still) return;
    moving = true;
    margin.dataset['moving'] = '';
    follow();
    scrolling ||= requestAnimationFrame(scrollOn);
  }
  function onUp(): void {
    if (!from) return;
    if (!moving) return leave();
    // The click that follows would choose what lies under the pointer.
    margin.addEventListener('click', (event) => event.stopPropagation(), { capture: true, once: true });
    settle();
  }
  function onDouble(event: MouseEvent): void {
    const end = endAt(event);
    if (!end) return;
    event.preventDefault();
    taken = end;
    pointer = { ...pointer, alone: event.ctrlKey || event.metaKey };
    show(movedEdge(end.passage, end.edge, nextBound(given.text(), end.passage[end.edge], 'sentence', end.edge, end.edge === 'end' ? 1 : -1)));
    settle();
  }
  /** While the mouse moves an end, keys say what it snaps to, or give it up. */
  function onAnyKey(event: KeyboardEvent): void {
    if (!taken) return;
    if (event.key === 'Escape' && event.type === 'keydown') {
      event.preventDefault();
      event.stopPropagation();
      if (from) margin.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
      return cancel();
    }
    if (from && ['Alt', 'Shift', 'Control', 'Meta'].includes(event.key)) {
      event.preventDefault();
      pointer = { ...pointer, ...held(event) };
      span = null;
      if (moving) follow();
    } else if (!from && event.type === 'keyup' && (event.key === 'Alt' || event.key === 'Shift')) {
      event.preventDefault();
      settle();
    }
  }
  function passageAtHand(): Taken | null {
    const passage = view.passages().passages.find(({ id }) => id === given.at());
    if (!passage) return null;
    const coder = given.coders().find((each) => passage.codings.some((coding) => coding.coder === each)) ?? null;
    return { passage, coder, coding: null, edge: chosen?.passage === passage.id ? chosen.edge : 'end' };
  }
  function onKey(event: KeyboardEvent): void {
    if (!event.shiftKey || !event.altKey || from || root.isContentEditable) return;
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    const hand = taken ?? passageAtHand();
    if (!hand || (by === undefined && event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    if (by === undefined) {
      if (taken) settle();
      chosen = { passage: hand.passage.id, edge: event.key === 'Home' ? 'start' : 'end' };
      return given.onEdge(chosen.edge);
    }
    taken = hand;
    pointer = { ...pointer, alone: false };
    const unit: Unit = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? 'sentence' : event.ctrlKey || event.metaKey ? 'word' : 'grapheme';
    const now = span ?? hand.passage;
    show(movedEdge(now, hand.edge, nextBound(given.text(), now[hand.edge], unit, hand.edge, by)));
    given.reveal((span ?? now)[hand.edge]);
  }
  const onBlur = () => { if (taken && !from) settle(); };

  const listening = new AbortController();
  const { signal } = listening;
  for (const side of [given.margin, given.mirror]) {
    side.addEventListener('pointerdown', onDown, { signal });
    side.addEventListener('pointermove', onMove, { signal });
    side.addEventListener('pointerup', onUp, { signal });
    side.addEventListener('pointercancel', cancel, { signal });
    side.addEventListener('dblclick', onDouble, { signal });
  }
  // Before the keys that move the caret.
  root.addEventListener('keydown', onKey, { signal, capture: true });
  root.addEventListener('blur', onBlur, { signal });
  addEventListener('keydown', onAnyKey, { signal, capture: true });
  addEventListener('keyup', onAnyKey, { signal, capture: true });
  return () => { leave(); listening.abort(); };
}
