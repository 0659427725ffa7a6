import { registerPlainText } from '@lexical/plain-text';
import {
  $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isLineBreakNode, $isRangeSelection, $isTextNode, COMMAND_PRIORITY_HIGH, CONTROLLED_TEXT_INSERTION_COMMAND, COPY_COMMAND, createEditor, CUT_COMMAND, mergeRegister, PASTE_COMMAND, SKIP_DOM_SELECTION_TAG,
  type LexicalEditor, type LexicalNode, type PointType,
} from 'lexical';
import { linksOf, parseMemo, printLink, type MemoPart } from '../../../shared/model/memoText.ts';
import { diffText } from '../../../shared/model/span.ts';
import { fromCore, movedBy } from '../../editor/textSync.ts';
import { $createLinkNode, $isLinkNode, LinkNode, type LinkFace } from './linkNode.ts';

/** Links keep their way to another memo's text under this name on the clipboard; everywhere else their labels are pasted. */
const clipboardType = 'application/x-concord-memo';

const printNode = (node: LexicalNode): string => ($isLinkNode(node) ? printLink(node.link()) : $isElementNode(node) ? node.getChildren().map(printNode).join('') : node.getTextContent());
/** The text as it is kept. */
export const $printMemo = (): string => $getRoot().getChildren().map(printNode).join('\n');

function $nodesOf(parts: readonly MemoPart[], faceOf: (key: string) => LinkFace | null): LexicalNode[] {
  return parts.flatMap((part): LexicalNode[] => {
    if (typeof part !== 'string') {
      const face = faceOf(`${part.kind}:${part.uuid}`);
      return [$createLinkNode(face ? { ...part, label: face.label } : part, face)];
    }
    return part.split('\n').flatMap((line, place) => [...(place > 0 ? [$createLineBreakNode()] : []), ...(line === '' ? [] : [$createTextNode(line)])]);
  });
}

/** Units of the kept text in front of a point. */
function $offsetOf(point: PointType): number {
  let offset = 0;
  const node = point.getNode();
  const blocks = $getRoot().getChildren();
  for (const [place, block] of blocks.entries()) {
    if (place > 0) offset++;
    const children = $isElementNode(block) ? block.getChildren() : [];
    for (const [index, child] of children.entries()) {
      if (node.is(block) && point.type === 'element' && index === point.offset) return offset;
      if (node.is(child)) return offset + ($isLinkNode(child) ? (point.offset > 0 ? printNode(child).length : 0) : point.offset);
      offset += printNode(child).length;
    }
    if (node.is(block)) return offset;
  }
  return offset;
}
function $select(offset: number): void {
  let rest = offset;
  const block = $getRoot().getFirstChild();
  if (!$isElementNode(block)) return;
  for (const child of block.getChildren()) {
    const size = printNode(child).length;
    if ($isTextNode(child) && rest <= size) {
      const at = $isLinkNode(child) ? (rest > 0 ? child.getTextContentSize() : 0) : rest;
      child.select(at, at);
      return;
    }
    if (rest < size) { block.select(child.getIndexWithinParent(), child.getIndexWithinParent()); return; }
    rest -= size;
  }
  block.selectEnd();
}

/** Shows a text that came from the core; the caret stays at its words. */
export function showMemo(editor: LexicalEditor, text: string, faceOf: (key: string) => LinkFace | null): void {
  const focused = editor.getRootElement()?.contains(document.activeElement) ?? false;
  editor.update(() => {
    const before = $printMemo();
    const selection = $getSelection();
    const caret = focused && $isRangeSelection(selection) ? $offsetOf(selection.focus) : null;
    const root = $getRoot();
    root.clear();
    root.append($createParagraphNode().append(...$nodesOf(parseMemo(text), faceOf)));
    if (caret === null) return;
    const splice = diffText(before, text);
    $select(splice ? movedBy(caret, splice) : caret);
  }, { discrete: true, tag: focused ? fromCore : [fromCore, SKIP_DOM_SELECTION_TAG] });
}

/** Links as they are called and look now. */
export function dressLinks(editor: LexicalEditor, faceOf: (key: string) => LinkFace | null): void {
  const differing = (node: LinkNode) => {
    const face = faceOf(`${node.__kind}:${node.__uuid}`);
    return face && JSON.stringify(face) !== JSON.stringify(node.__face) ? face : null;
  };
  const links = editor.getEditorState().read(() => $getRoot().getAllTextNodes().filter($isLinkNode).filter(differing));
  if (links.length === 0) return;
  editor.update(() => {
    const selection = $getSelection();
    for (const node of links) {
      const face = differing(node);
      if (!face) continue;
      const edges = $isRangeSelection(selection) ? [selection.anchor, selection.focus].filter((point) => point.key === node.getKey()) : [];
      node.setFace(face);
      for (const edge of edges) if (edge.offset > 0) edge.set(node.getKey(), face.label.length, 'text');
    }
  }, { discrete: true, tag: [fromCore, SKIP_DOM_SELECTION_TAG] });
}

const $inLink = (point: PointType): LinkNode | null => {
  const node = point.getNode();
  return $isLinkNode(node) && point.offset > 0 && point.offset < node.getTextContentSize() ? node : null;
};
/** A link is passed in one step: what was typed in its midst would take its place. */
function passLinks(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState }) => {
    const inside = editorState.read(() => { const selection = $getSelection(); return $isRangeSelection(selection) && [selection.anchor, selection.focus].some((point) => $inLink(point) !== null); });
    if (!inside || editor.isComposing()) return;
    const before = prevEditorState.read(() => { const selection = $getSelection(); return $isRangeSelection(selection) ? $offsetOf(selection.focus) : 0; });
    editor.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      for (const point of [selection.anchor, selection.focus]) {
        const link = $inLink(point);
        if (!link) continue;
        const from = $offsetOf(point) - printNode(link).length;
        point.set(link.getKey(), before <= from ? link.getTextContentSize() : 0, 'text');
      }
    }, { discrete: true, tag: fromCore });
  });
}

/** What is selected, as it is kept, and as it reads. */
function $selected(): { kept: string; read: string } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const [first, last] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  const kept = selection.getNodes().map((node) => {
    if ($isLinkNode(node)) return (node.getKey() === first.key && first.offset > 0) || (node.getKey() === last.key && last.offset === 0) ? '' : printLink(node.link());
    if ($isTextNode(node)) return node.getTextContent().slice(node.getKey() === first.key ? first.offset : 0, node.getKey() === last.key ? last.offset : undefined);
    return $isLineBreakNode(node) ? '\n' : '';
  }).join('');
  return { kept, read: selection.getTextContent() };
}
const clipboardOf = (event: unknown): DataTransfer | null => (event instanceof ClipboardEvent ? event.clipboardData : null);

/** The editor of a memo's text: plain text and links, and nothing else. Undo is the study's. */
export function createMemoEditor(root: HTMLElement): { editor: LexicalEditor; destroy(): void } {
  const editor = createEditor({ namespace: 'memo', nodes: [LinkNode], onError: (error) => { throw error; } });
  editor.setRootElement(root);
  const copy = (event: unknown): boolean => {
    const clipboard = clipboardOf(event);
    const selected = $selected();
    if (!clipboard || !selected || !(event instanceof Event)) return false;
    event.preventDefault();
    clipboard.setData('text/plain', selected.read);
    clipboard.setData(clipboardType, selected.kept);
    return true;
  };
  const stop = mergeRegister(
    registerPlainText(editor),
    passLinks(editor),
    // Keys can be faster than the news of where the caret has come to.
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, () => {
      const selection = $getSelection();
      const link = $isRangeSelection(selection) && selection.isCollapsed() ? $inLink(selection.anchor) : null;
      link?.selectEnd();
      return false;
    }, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(COPY_COMMAND, copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CUT_COMMAND, (event) => {
      const copied = copy(event);
      const selection = $getSelection();
      if (copied && $isRangeSelection(selection)) selection.removeText();
      return copied;
    }, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(PASTE_COMMAND, (event) => {
      const clipboard = clipboardOf(event);
      const pasted = (clipboard?.getData(clipboardType) || clipboard?.getData('text/plain') || '').replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed();
      const selection = $getSelection();
      if (!(event instanceof Event) || linksOf(pasted).length === 0 || !$isRangeSelection(selection)) return false;
      event.preventDefault();
      selection.insertNodes($nodesOf(parseMemo(pasted), () => null));
      return true;
    }, COMMAND_PRIORITY_HIGH),
  );
  return { editor, destroy() { stop(); editor.setRootElement(null); } };
}

/** A link that is being written: what stands behind its opening brackets, up to the caret. */
export interface LinkBeingWritten { readonly typed: string; readonly key: string; readonly from: number; readonly to: number }
/** Brackets as an input method for Chinese writes them open a link too. */
const opened = /(?:\[\[|【【|「「|［［)([^[\]【】「」［］]{0,80})$/;
export function $linkBeingWritten(): LinkBeingWritten | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || $isLinkNode(node)) return null;
  const to = selection.anchor.offset;
  const match = opened.exec(node.getTextContent().slice(0, to));
  return match ? { typed: match[1]!, key: node.getKey(), from: match.index, to } : null;
}
/** The link at the caret, or just in front of it or behind it. */
export function $linkAtCaret(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  if ($isLinkNode(node)) return node;
  if ($isElementNode(node)) return [node.getChildAtIndex(anchor.offset - 1), node.getChildAtIndex(anchor.offset)].find($isLinkNode) ?? null;
  const beside = anchor.offset === 0 ? node.getPreviousSibling() : anchor.offset === node.getTextContentSize() ? node.getNextSibling() : null;
  return $isLinkNode(beside) ? beside : null;
}
