import type { Words } from '../../shared/words/index.ts';
import type { ShownCoding } from './passages.ts';
import { signElement } from './sign.ts';

/** A coding whose name found no room in the margin. */
export interface Folded { readonly coding: ShownCoding; readonly passage: number }
/** What each "+n" stands for. */
const stoodFor = new WeakMap<Element, readonly Folded[]>();

export const ratingText = (rating: number): string => (rating > 0 ? `+${rating}` : String(rating).replace('-', '\u2212'));
const named = ({ coding: { name, rating } }: Folded): string => (rating === null ? name : `${name} ${ratingText(rating)}`);

/** "+n" behind a name: it is called by all names that it stands for, and leads to the first of them. */
export function foldButton(folded: readonly Folded[], { say, list }: Words): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'fold', textContent: `+${folded.length}`, ariaLabel: say('margin.folded', { count: folded.length, names: list(folded.map(named)) }), tabIndex: -1 });
  // The name above has a tooltip of its own, which is none of this one's.
  button.title = '';
  button.dataset['passage'] = String(folded[0]!.passage);
  stoodFor.set(button, folded);
  return button;
}

/** One "+n" is reached by Tab, the others from it by the arrows: there may be many on a screen. `from`: where the window begins, pixels. */
export function keepOneStop(folds: readonly { readonly button: HTMLButtonElement; readonly y: number }[], from: number): void {
  const stop = folds.find(({ button }) => button === document.activeElement) ?? folds.find(({ y }) => y >= from) ?? folds.at(-1);
  for (const { button } of folds) {
    const index = button === stop?.button ? 0 : -1;
    if (button.tabIndex !== index) button.tabIndex = index;
  }
}

/** Milliseconds that the pointer must rest before the list shows, and may be away before it goes. */
const patience = 400;
const grace = 200;
/** Pixels between "+n" and its list, and between the list and the window's edge. */
const gap = 4;
const edge = 8;

/** Lists what a "+n" stands for while it has the focus or the pointer, above everything and cut nowhere. A name in it leads to its passage. */
export function createFolds(host: HTMLElement): () => void {
  const box = Object.assign(document.createElement('div'), { className: 'folded', role: 'tooltip', popover: 'manual' });
  let shown: HTMLButtonElement | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const foldOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLButtonElement>('.fold') : null);
  const line = (each: Folded): HTMLElement => {
    const element = document.createElement('span');
    Object.assign(element.dataset, { passage: each.passage, code: each.coding.code });
    element.append(signElement(each.coding.facet, each.coding.colour), Object.assign(document.createElement('bdi'), { textContent: named(each) }));
    return element;
  };
  const hide = () => {
    clearTimeout(waiting);
    shown = null;
    box.remove();
  };
  const place = (button: HTMLElement) => {
    const at = button.getBoundingClientRect();
    const column = button.parentElement!.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const under = at.bottom + gap + height <= innerHeight - edge;
    Object.assign(box.style, { left: `${Math.max(edge, Math.min(column.left - edge, innerWidth - width - edge))}px`, top: `${Math.max(edge, under ? at.bottom + gap : at.top - gap - height)}px` });
  };
  const show = (button: HTMLButtonElement) => {
    clearTimeout(waiting);
    if (shown === button || !button.isConnected) return;
    hide();
    shown = button;
    box.replaceChildren(...(stoodFor.get(button) ?? []).map(line));
    host.append(box);
    box.showPopover();
    place(button);
  };
  const soon = (act: () => void, after: number) => { clearTimeout(waiting); waiting = setTimeout(act, after); };
  const leave = () => { if (shown === null) clearTimeout(waiting); else if (shown !== document.activeElement) soon(hide, grace); };

  const listening = new AbortController();
  const { signal } = listening;
  const on = <K extends keyof HTMLElementEventMap>(type: K, heard: (event: HTMLElementEventMap[K]) => void) => host.addEventListener(type, heard, { signal });
  on('pointerover', ({ target }) => {
    const button = foldOf(target);
    if (button) soon(() => show(button), patience);
    else if (target instanceof Node && box.contains(target)) clearTimeout(waiting);
    else leave();
  });
  on('pointerleave', leave);
  on('click', hide);
  on('focusin', ({ target }) => { const button = foldOf(target); if (button) show(button); });
  on('focusout', hide);
  on('keydown', (event) => {
    const button = foldOf(event.target);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!button || (step === undefined && event.key !== 'Escape')) return;
    event.preventDefault();
    if (step === undefined) return hide();
    const all = [...host.querySelectorAll<HTMLButtonElement>('.fold')].toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    const next = all[all.indexOf(button) + step];
    if (!next) return;
    button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  addEventListener('scroll', () => { if (shown !== null && shown === document.activeElement) place(shown); else hide(); }, { signal, capture: true, passive: true });
  return () => { hide(); listening.abort(); };
}
