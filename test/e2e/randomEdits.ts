/** Random edits for the editor: what is to be done, what it must come to, and two ways to do it: by keys, and by the editor's own commands. */
import type { Page } from '@playwright/test';
import { clip, diffText, shift, spliceText, type Span, type Splice } from '../../shared/model/span.ts';

/** mulberry32: the same numbers on every machine. */
export function createChance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { below: (limit: number) => Math.floor(next() * limit), pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!, happens: (share: number) => next() < share };
}
export type Chance = ReturnType<typeof createChance>;

const bits = ['a', 'aa', ' ', 'e', 'the ', 'well, ', '.', '😀', '😁', '👨‍👩‍👧', '🇨🇳', 'é', 'e\u0301', '县', '医院', '“结余”', '𠮷', 'مر', '-2', '?'];
const pasted = ['one\ntwo', 'a\n\nb', '\n', 'tab\there', 'line\r\nend', '第一行\n第二行\n', 'x'];
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
export const edgesOf = (text: string): number[] => [...[...graphemes.segment(text)].map((part) => part.index), text.length];

export interface State { readonly text: string; readonly passages: readonly (Span & { readonly id: number })[] }
export const moved = ({ text, passages }: State, splice: Splice): State => ({
  text: spliceText(text, splice),
  passages: passages.flatMap((passage) => { const left = clip(passage, splice); return left ? [{ id: passage.id, ...shift(left, splice) }] : []; }),
});

export type Deed = 'insert' | 'paste' | 'break' | 'remove' | 'back' | 'forward';
export interface Edit {
  readonly span: Span;
  readonly deed: Deed;
  readonly given: string;
  /** What it must come to; undefined where it is the browser's to say what one press takes of a composed character. */
  readonly splice: Splice | null | undefined;
  /** The character at the caret that one press may take, or a part of it. */
  readonly within: Span;
}
export function planEdit(chance: Chance, text: string): Edit {
  const edges = edgesOf(text);
  const place = chance.below(edges.length);
  const at = edges[place]!;
  const kind = chance.below(10);
  const caret = { start: at, end: at };
  const given = chance.pick(bits);
  if (kind < 3) return { span: caret, deed: 'insert', given, splice: { at, removed: '', inserted: given }, within: caret };
  if (kind < 6) {
    const end = edges[Math.min(edges.length - 1, place + 1 + chance.below(chance.happens(0.06) ? 120 : 8))]!;
    const span = { start: at, end };
    // All of it at once, as after Ctrl A: everything that was coded goes, and comes back.
    if (kind === 5 && text !== '' && chance.happens(0.02)) return { span: { start: 0, end: text.length }, deed: 'paste', given, splice: diffText(text, given, given.length), within: { start: 0, end: text.length } };
    if (kind === 3) return { span, deed: 'remove', given: '', splice: end === at ? undefined : { at, removed: text.slice(at, end), inserted: '' }, within: { start: edges[place - 1] ?? at, end } };
    return { span, deed: kind === 4 ? 'insert' : 'paste', given, splice: diffText(text, text.slice(0, at) + given + text.slice(end), at + given.length), within: span };
  }
  if (kind === 6) return { span: caret, deed: 'break', given: '\n', splice: { at, removed: '', inserted: '\n' }, within: caret };
  if (kind === 7) {
    const paste = chance.pick(pasted);
    return { span: caret, deed: 'paste', given: paste, splice: { at, removed: '', inserted: paste.replaceAll('\r\n', '\n') }, within: caret };
  }
  return kind === 8 ? { span: caret, deed: 'back', given: '', splice: undefined, within: { start: edges[place - 1] ?? at, end: at } } : { span: caret, deed: 'forward', given: '', splice: undefined, within: { start: at, end: edges[place + 1] ?? at } };
}

/** Puts the tools of these tests into the page. */
export const installTools = (page: Page): Promise<void> => page.evaluate(() => {
  const root = document.querySelector<HTMLElement>('[role=textbox][aria-multiline]')!;
  // The break that the editor puts at the end of an empty line, so that it has a height, is no text.
  const isHolder = (node: Node) => (node.parentNode as (ParentNode & { __lexicalLineBreak?: Node | null }) | null)?.__lexicalLineBreak === node;
  const leavesOf = (block: Node) => {
    const leaves: (Text | Element)[] = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text || (node.nodeName === 'BR' && !isHolder(node))) leaves.push(node as Text);
    return leaves;
  };
  const sizeOf = (leaf: Node) => (leaf instanceof Text ? leaf.length : 1);
  const textOf = () => [...root.children].map((block) => leavesOf(block).map((leaf) => (leaf instanceof Text ? leaf.data : '\n')).join('')).join('\n');
  const pointAt = (offset: number): [Node, number] => {
    let at = 0;
    for (const block of root.children) {
      const leaves = leavesOf(block);
      const length = leaves.reduce((sum, leaf) => sum + sizeOf(leaf), 0);
      if (offset <= at + length) {
        let rest = offset - at;
        for (const leaf of leaves) {
          if (leaf instanceof Text ? rest <= leaf.length : rest === 0) return leaf instanceof Text ? [leaf, rest] : [leaf.parentNode!, [...leaf.parentNode!.childNodes].indexOf(leaf)];
          rest -= sizeOf(leaf);
        }
        return [block, leaves.length === 0 ? 0 : block.childNodes.length];
      }
      at += length + 1;
    }
    throw new Error(`no offset ${offset}`);
  };
  const select = (from: number, to: number) => {
    getSelection()!.setBaseAndExtent(...pointAt(from), ...pointAt(to));
    document.dispatchEvent(new Event('selectionchange'));
  };
  type Editor = { _commands: Map<{ type: string }, unknown>; dispatchCommand(command: object, given: unknown): boolean };
  const command = (type: string, given: unknown) => {
    const editor = (root as unknown as { __lexicalEditor: Editor }).__lexicalEditor;
    editor.dispatchCommand([...editor._commands.keys()].find((each) => each.type === type)!, given);
  };
  const paste = (given: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  };
  const act = { insert: (given: string) => command('CONTROLLED_TEXT_INSERTION_COMMAND', given), paste, break: () => command('INSERT_LINE_BREAK_COMMAND', false), remove: () => command('DELETE_CHARACTER_COMMAND', true), back: () => command('DELETE_CHARACTER_COMMAND', true), forward: () => command('DELETE_CHARACTER_COMMAND', false) };
  const perform = async (edits: readonly { span: { start: number; end: number }; deed: keyof typeof act; given: string }[]) => {
    const texts: string[] = [];
    for (const { span, deed, given } of edits) {
      select(span.start, span.end);
      act[deed](given);
      await Promise.resolve();
      texts.push(textOf());
    }
    return texts;
  };
  /** What is painted after the next frame, as [start, end, depth], and where the blocks begin. */
  const painted = async () => {
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    const starts = new Map<Node, number>();
    let at = 0;
    for (const block of root.children) { starts.set(block, at); at += leavesOf(block).reduce((sum, leaf) => sum + sizeOf(leaf), 0) + 1; }
    const offsetOf = (node: Node, offset: number) => {
      let block: Node = node;
      while (!starts.has(block)) block = block.parentNode!;
      const before = new Range();
      before.setStart(block, 0);
      before.setEnd(node, offset);
      return starts.get(block)! + leavesOf(block).reduce((sum, leaf) => sum + (leaf === node ? offset : before.comparePoint(leaf.parentNode!, [...leaf.parentNode!.childNodes].indexOf(leaf as ChildNode) + 1) <= 0 ? sizeOf(leaf) : 0), 0);
    };
    const spans = ['d1', 'd2', 'd3', 'd4'].flatMap((layer, index) => [...CSS.highlights.get(layer)!].map((range) => [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset), index + 1]));
    return { spans: spans.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!), starts: [...starts.values()], end: at - 1 };
  };
  Object.assign(globalThis, { tools: { select, textOf, perform, paste, painted } });
});
interface Tools {
  select(from: number, to: number): void;
  textOf(): string;
  paste(given: string): void;
  perform(edits: readonly { span: Span; deed: Deed; given: string }[]): Promise<string[]>;
  painted(): Promise<{ spans: number[][]; starts: number[]; end: number }>;
}
declare global { interface Window { readonly tools: Tools } }

/** Does edits with the editor's own commands; answers with the text after each. */
export const byCommand = (page: Page, edits: readonly Edit[]): Promise<string[]> => page.evaluate((given) => window.tools.perform(given), edits.map(({ span, deed, given }) => ({ span, deed, given })));
/** Does one edit with the keyboard; answers with the text after it. */
export async function byKey(page: Page, { span, deed, given }: Edit): Promise<string> {
  await page.evaluate(({ start, end }) => window.tools.select(start, end), span);
  if (deed === 'insert') await page.keyboard.insertText(given);
  else if (deed === 'paste') await page.evaluate((text) => window.tools.paste(text), given);
  else await page.keyboard.press({ break: 'Enter', remove: 'Backspace', back: 'Backspace', forward: 'Delete' }[deed]);
  return page.evaluate(() => window.tools.textOf());
}
