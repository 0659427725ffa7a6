import { $createLineBreakNode, $createRangeSelection, $createTextNode, $getNodeByKey, $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, $setSelection, type LexicalEditor, type LexicalNode, type PointType } from 'lexical';
import { diffText, type Splice } from '../../shared/model/span.ts';
import { structuralSplices, type BlockIndex, type BlockNow } from './blockIndex.ts';
import { $createTurnNode, TurnNode, type TurnFace } from './turnNode.ts';

/** Says of an update that it brings in what the core has already: it must not go back there. */
export const fromCore = 'from-core';

/** Fills a block with text: a text node a line, line breaks between. */
function $fill(block: TurnNode, text: string): void {
  const children: LexicalNode[] = [];
  text.split('\n').forEach((line, place) => {
    if (place > 0) children.push($createLineBreakNode());
    if (line !== '') children.push($createTextNode(line));
  });
  block.append(...children);
}

export interface FacedBlock { readonly text: string; readonly face: TurnFace }
const sameFace = (a: TurnFace, b: TurnFace) => a === b || (a.speaker === b.speaker && a.group === b.group && a.kind === b.kind && a.chinese === b.chinese);

/** Brings the editor to these blocks; those that are as they should be stay untouched, so that the caret does too. */
export function $setBlocks(wanted: readonly FacedBlock[]): void {
  const root = $getRoot();
  const there = root.getChildren() as TurnNode[];
  const alike = (node: TurnNode | undefined, block: FacedBlock | undefined) => node !== undefined && block !== undefined && node.getTextContent() === block.text;
  let head = 0;
  while (head < Math.min(there.length, wanted.length) && alike(there[head], wanted[head])) head++;
  let tail = 0;
  while (tail < Math.min(there.length, wanted.length) - head && alike(there.at(-1 - tail), wanted.at(-1 - tail))) tail++;
  const fresh = wanted.slice(head, wanted.length - tail).map(({ text, face }) => {
    const block = $createTurnNode(face, text.length);
    $fill(block, text);
    return block;
  });
  root.splice(head, there.length - head - tail, fresh);
  const dress = (node: TurnNode, { face }: FacedBlock) => { if (!sameFace(node.__face, face)) node.setFace(face); };
  for (let place = 0; place < head; place++) dress(there[place]!, wanted[place]!);
  for (let place = 1; place <= tail; place++) dress(there.at(-place)!, wanted.at(-place)!);
}

/** Lexical's point at an offset of the document, whose blocks begin at `starts` (one more than there are blocks). */
function $pointAt(starts: readonly number[], offset: number): [key: string, offset: number, type: 'text' | 'element'] {
  const place = Math.max(0, starts.findLastIndex((start, index) => start <= offset && index < starts.length - 1));
  const block = $getRoot().getChildAtIndex<TurnNode>(place)!;
  let rest = offset - starts[place]!;
  for (const child of block.getChildren()) {
    const size = child.getTextContentSize();
    if ($isTextNode(child) && rest <= size) return [child.getKey(), rest, 'text'];
    if (rest < size) return [block.getKey(), child.getIndexWithinParent(), 'element'];
    rest -= size;
  }
  return [block.getKey(), block.getChildrenSize(), 'element'];
}
/** As `$setBlocks`, and the selection stays at its words: it moves with the text as a passage's edges do. */
export function $setBlocksUnderCaret(index: BlockIndex, wanted: readonly FacedBlock[]): void {
  const selection = $getSelection();
  const splice = diffText(index.text, wanted.map((block) => block.text).join('\n'));
  const edges = $isRangeSelection(selection) ? [selection.anchor, selection.focus].map((point) => $offsetOf(index, point)) : [];
  $setBlocks(wanted);
  if (!splice || edges.length === 0 || edges.includes(-1)) return;
  const starts = [0];
  for (const { text } of wanted) starts.push(starts.at(-1)! + text.length + 1);
  const [anchor, focus] = edges.map((edge) => $pointAt(starts, movedBy(edge, splice)));
  const moved = $createRangeSelection();
  moved.anchor.set(...anchor!);
  moved.focus.set(...focus!);
  $setSelection(moved);
}
/** Where an offset comes to stand; what was deleted around it leaves it at the place of the deletion. */
export const movedBy = (offset: number, { at, removed, inserted }: Splice): number =>
  offset <= at ? offset : offset >= at + removed.length ? offset + inserted.length - removed.length : at + inserted.length;

export function $readBlocks(): BlockNow[] {
  return $getRoot().getChildren().map((node) => ({ key: node.getKey(), text: node.getTextContent() }));
}

export interface TextUpdate {
  /** In the order in which they happened, each in the offsets of the text that the one before left; empty when only the blocks changed. */
  readonly splices: readonly Splice[];
  readonly fromCore: boolean;
  /** Keys of blocks that are new or have other text, and of those that are gone. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The offset of a point of Lexical's selection, -1 where its block is not known. */
function $offsetOf(index: BlockIndex, point: PointType): number {
  const node = point.getNode();
  const block = node.getTopLevelElement();
  const place = block ? index.placeOf(block.getKey()) : undefined;
  if (place === undefined) return -1;
  const size = (nodes: readonly LexicalNode[]) => nodes.reduce((sum, each) => sum + each.getTextContentSize(), 0);
  const inside = point.type === 'text' ? size(node.getPreviousSiblings()) + point.offset : $isElementNode(node) ? size(node.getChildren().slice(0, point.offset)) : 0;
  return index.startOf(place) + inside;
}
/** The caret's offset in the new text, -1 where there is none: it settles which of several equal edits was meant. */
function $caretOffset(index: BlockIndex): number {
  const selection = $getSelection();
  return $isRangeSelection(selection) && selection.isCollapsed() ? $offsetOf(index, selection.anchor) : -1;
}

/** Watches the editor's text and says what became of it, block by block: typing into one costs the comparison of that block alone. */
export function watchText(editor: LexicalEditor, index: BlockIndex, onText: (update: TextUpdate) => void): () => void {
  return editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    const update = editorState.read(() => (isStructural(index, dirtyElements) ? readStructure(index) : readDirty(index, dirtyElements)), { editor });
    if (update) onText({ ...update, fromCore: tags.has(fromCore) });
  });
}

/** Whether blocks came, went or changed places. The root is dirty on every update, so its children must be asked. */
function isStructural(index: BlockIndex, dirtyElements: ReadonlyMap<string, boolean>): boolean {
  if ($getRoot().getChildrenSize() !== index.keys.length) return true;
  const blocks = [...dirtyElements.keys()].filter((key) => key !== 'root');
  // An update that names no block has replaced them all.
  if (blocks.length === 0) return true;
  return blocks.some((key) => {
    const node = $getNodeByKey(key);
    const place = index.placeOf(key);
    if (place === undefined) return node === null || node.getParent()?.getKey() === 'root';
    return node === null || (node.getPreviousSibling()?.getKey() ?? null) !== (index.keys[place - 1] ?? null) || (node.getNextSibling()?.getKey() ?? null) !== (index.keys[place + 1] ?? null);
  });
}

function readDirty(index: BlockIndex, dirtyElements: ReadonlyMap<string, boolean>): Omit<TextUpdate, 'fromCore'> | null {
  const places = [...dirtyElements.keys()].flatMap((key) => index.placeOf(key) ?? []).toSorted((a, b) => a - b);
  const splices: Splice[] = [];
  const changed: string[] = [];
  let moved = 0;
  const caret = $caretOffset(index);
  for (const place of places) {
    const node = $getNodeByKey(index.keys[place]!);
    const before = index.texts[place]!;
    const after = $isElementNode(node) ? node.getTextContent() : '';
    const start = index.startOf(place) + moved;
    // What was written anew may be the same words, as an input method leaves them; ranges in it are lost all the same.
    changed.push(index.keys[place]!);
    const splice = diffText(before, after, caret < start ? -1 : caret - start);
    if (!splice) continue;
    splices.push({ ...splice, at: splice.at + start });
    moved += splice.inserted.length - splice.removed.length;
    index.texts[place] = after;
  }
  if (changed.length === 0) return null;
  if (splices.length > 0) index.recount(places[0]!);
  return { splices, changed, removed: [] };
}

function readStructure(index: BlockIndex): Omit<TextUpdate, 'fromCore'> {
  const now = $readBlocks();
  const before = new Map(index.keys.map((key, place) => [key, index.texts[place]!]));
  const splices = structuralSplices(index, now, $caretOffset(index));
  const keys = new Set(now.map((block) => block.key));
  index.load(now.map((block) => block.key), now.map((block) => block.text));
  return { splices, changed: now.filter(({ key, text }) => before.get(key) !== text).map((block) => block.key), removed: [...before.keys()].filter((key) => !keys.has(key)) };
}
