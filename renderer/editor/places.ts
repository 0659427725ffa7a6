import { afterFrame } from '../core/frames.ts';
import type { Span } from '../../shared/model/span.ts';
import type { BlockIndex } from './blockIndex.ts';

/** Where offsets of the document are on the screen, and the other way round. The text of a block is its text nodes and line breaks, in order. */

/** The length that a node of a block adds to its text. */
const lengthOf = (node: Node): number => (node instanceof Text ? node.length : node.nodeName === 'BR' ? 1 : [...node.childNodes].reduce((length, child) => length + lengthOf(child), 0));

/** The offset inside `block` of a DOM point. A line break that only holds an empty block open counts nothing. */
export function offsetInBlock(block: HTMLElement, node: Node, offset: number): number {
  let at = 0;
  if (node instanceof Text) at = offset;
  else for (let child = 0; child < offset; child++) at += lengthOf(node.childNodes[child]!);
  for (let part: Node = node; part !== block && part.parentNode; part = part.parentNode)
    for (let before = part.previousSibling; before; before = before.previousSibling) at += lengthOf(before);
  return at;
}

/** The DOM point of an offset inside a block: in a text node wherever there is one. */
export function pointInBlock(block: HTMLElement, offset: number): { node: Node; offset: number } {
  let rest = offset;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let last: { node: Node; offset: number } = { node: block, offset: 0 };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      if (rest <= node.length) return { node, offset: rest };
      rest -= node.length;
      last = { node, offset: node.length };
    } else if (node.nodeName === 'BR') {
      const parent = node.parentNode!;
      const child = [...parent.childNodes].indexOf(node as ChildNode);
      if (rest === 0) return { node: parent, offset: child };
      rest -= 1;
      last = { node: parent, offset: child + 1 };
    }
  }
  return last;
}

export interface Places {
  /** The offset of a DOM point; null outside of the text. */
  offsetAt(node: Node, offset: number): number | null;
  pointAt(offset: number): { node: Node; offset: number } | null;
  /** The selected span of the window's selection, its direction lost; null where it is not in the text. */
  selected(): (Span & { focus: number }) | null;
  select(span: Span): void;
  /** As `select`, when the next frame has been drawn, or as soon as anybody asks what is selected: what was just done shows first. */
  selectSoon(span: Span): void;
  /** Whether something is about to be selected. */
  isSelecting(): boolean;
  rangeOf(span: Span): Range | null;
}

export function createPlaces(root: HTMLElement, index: BlockIndex, elementOf: (place: number) => HTMLElement | null, placeOfElement: (element: HTMLElement) => number | null): Places {
  function offsetAt(node: Node, offset: number): number | null {
    if (node === root) {
      const place = Math.min(offset, index.keys.length - 1);
      return offset >= index.keys.length ? index.length : index.startOf(place);
    }
    if (!root.contains(node)) return null;
    let block: Node = node;
    while (block.parentNode !== root) block = block.parentNode!;
    const place = placeOfElement(block as HTMLElement);
    return place === null ? null : index.startOf(place) + Math.min(offsetInBlock(block as HTMLElement, node, offset), index.texts[place]!.length);
  }
  function pointAt(offset: number): { node: Node; offset: number } | null {
    const place = index.placeAt(offset);
    const block = elementOf(place);
    return block ? pointInBlock(block, offset - index.startOf(place)) : null;
  }
  function rangeOf({ start, end }: Span): Range | null {
    const from = pointAt(start);
    const to = pointAt(end);
    if (!from || !to) return null;
    const range = new Range();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }
  let soon: Span | null = null;
  function select(span: Span): void {
    soon = null;
    const range = rangeOf(span);
    if (range) getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }
  const selectNow = () => { if (soon) select(soon); };
  return {
    offsetAt, pointAt, rangeOf, select,
    selectSoon(span) {
      soon = span;
      void afterFrame().then(selectNow);
    },
    isSelecting: () => soon !== null,
    selected() {
      selectNow();
      const selection = getSelection();
      if (!selection || selection.rangeCount === 0 || !selection.anchorNode || !selection.focusNode) return null;
      const anchor = offsetAt(selection.anchorNode, selection.anchorOffset);
      const focus = offsetAt(selection.focusNode, selection.focusOffset);
      return anchor === null || focus === null ? null : { start: Math.min(anchor, focus), end: Math.max(anchor, focus), focus };
    },
  };
}
