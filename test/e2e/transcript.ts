/** The transcript on the screen: what a person does with mouse and keyboard in it, and what her eye sees. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
/** A bar of the margin: its code, its edges in pixels of the window, and whether it is hollow (the second coder's). */
export interface Bar { readonly code: string; readonly top: number; readonly bottom: number; readonly hollow: boolean }

export class Transcript {
  readonly page: Page;
  readonly box: Locator;
  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole('textbox', { name: /^(Transcript|访谈稿)$/ });
  }
  /** The text as it stands in the editor: a line a block, LF for a line break. */
  text(): Promise<string> {
    // The break that the editor puts at the end of an empty line, so that it has a height, is no text.
    return this.box.evaluate((root) => [...root.children].map((block) => [...block.querySelectorAll('br, span')].map((part) => (part.tagName !== 'BR' ? part.textContent : (block as Element & { __lexicalLineBreak?: Node | null }).__lexicalLineBreak === part ? '' : '\n')).join('')).join('\n'));
  }
  /** Where words stand: the rectangles of the first place, brought into sight. */
  async boxesOf(words: string): Promise<Box[]> {
    const found = await this.box.evaluate(async (root, wanted) => {
      const parts: { node: Text; from: number }[] = [];
      let text = '';
      const walk = (node: Node): void => {
        if (node instanceof Text) { parts.push({ node, from: text.length }); text += node.data; }
        else if (node.nodeName === 'BR') text += (node.parentNode as ParentNode & { __lexicalLineBreak?: Node | null }).__lexicalLineBreak === node ? '' : '\n';
        else node.childNodes.forEach(walk);
      };
      [...root.children].forEach((block, place) => { if (place > 0) text += '\n'; walk(block); });
      const at = text.indexOf(wanted);
      if (at < 0) return null;
      const point = (offset: number, end: boolean) => {
        const part = parts.findLast(({ from, node }) => (end ? from < offset : from <= offset) && offset <= from + node.length)!;
        return [part.node, offset - part.from] as const;
      };
      const range = new Range();
      range.setStart(...point(at, false));
      range.setEnd(...point(at + wanted.length, true));
      range.startContainer.parentElement!.closest('.turn')!.scrollIntoView({ block: 'nearest' });
      const first = range.getBoundingClientRect();
      const frame = root.closest('[class*=scroller]')!;
      const view = frame.getBoundingClientRect();
      if (first.top < view.top + 8 || first.bottom > view.bottom - 8) frame.scrollTop += first.top - view.top - view.height / 3;
      await document.fonts.ready;
      await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
      return [...range.getClientRects()].filter((rect) => rect.width > 0).map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    }, words);
    if (!found) throw new Error(`“${words}” is not in the transcript`);
    return found;
  }
  /** An input method at work: what it shows while it composes, then what it leaves ('' where the person gave it up). */
  async compose(steps: readonly string[], result: string): Promise<void> {
    const client = await this.page.context().newCDPSession(this.page);
    for (const text of steps) await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    if (result === '') await client.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    else await client.send('Input.insertText', { text: result });
    await client.detach();
  }
  /** Selects words by dragging the mouse over them. */
  async drag(words: string): Promise<void> {
    const boxes = await this.boxesOf(words);
    const [first, last] = [boxes[0]!, boxes.at(-1)!];
    await this.page.mouse.move(first.left + 1, (first.top + first.bottom) / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(last.right - 3, (last.top + last.bottom) / 2, { steps: 4 });
    await this.page.mouse.move(last.right, (last.top + last.bottom) / 2);
    await this.page.mouse.up();
    await expect.poll(() => this.selected()).toBe(words);
  }
  /** The editor has taken notice of the selection. */
  #noticed(): Promise<void> {
    return this.page.evaluate(() => new Promise<void>((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve())); }));
  }
  /** Puts the caret before words with a click. */
  async click(words: string, count = 1): Promise<void> {
    const [first] = await this.boxesOf(words);
    await this.page.mouse.click(first!.left + 1, (first!.top + first!.bottom) / 2, { clickCount: count });
    await this.#noticed();
  }
  /** Puts the caret exactly before (or after) words, as the arrow keys would. */
  async caret(words: string, side: 'before' | 'after' = 'before'): Promise<void> {
    const boxes = await this.boxesOf(words);
    const box = side === 'before' ? boxes[0]! : boxes.at(-1)!;
    await this.page.mouse.click((side === 'before' ? box.left : box.right) + (side === 'before' ? 0.2 : -0.2), (box.top + box.bottom) / 2);
    await this.#noticed();
  }
  selected(): Promise<string> { return this.page.evaluate(() => String(getSelection()).replace(/\n+/g, '\n')); }
  /** The text that is painted as coded, as the eye sees it: a stretch of equal depth each. */
  painted(...layers: readonly string[]): Promise<string> {
    return this.page.evaluate((names) => names.flatMap((layer) => [...(CSS.highlights.get(layer) ?? [])]).map((range) => range as Range)
      .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String).join('|'), layers.length > 0 ? layers : ['d1', 'd2', 'd3', 'd4']);
  }
  bars(): Promise<Bar[]> {
    return this.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.bar')].map((bar) => {
      const { top, bottom } = bar.getBoundingClientRect();
      return { code: bar.title, top, bottom, hollow: bar.classList.contains('hollow') };
    }).toSorted((a, b) => a.top - b.top || a.code.localeCompare(b.code)));
  }
  /** Names in the margin that are in sight, from top to bottom, each with its rating and '+n'. */
  names(): Promise<string[]> {
    return this.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.name')].filter((name) => name.offsetParent !== null)
      .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((name) => [name.querySelector('span')!.textContent, name.dataset['rating'], name.querySelector('.fold')?.textContent].filter(Boolean).join(' ')));
  }
  /** The largest distance (pixels) of a bar's edges from the words that it stands for. `inset` is what bars leave free. */
  async barsOff(coded: readonly { code: string; words: string }[], inset = 3): Promise<number> {
    let most = 0;
    for (const { code, words } of coded) {
      const boxes = await this.boxesOf(words);
      const near = (await this.bars()).filter((bar) => bar.code === code && !bar.hollow).map((bar) => Math.max(Math.abs(bar.top - inset - Math.min(...boxes.map((box) => box.top))), Math.abs(bar.bottom + inset - Math.max(...boxes.map((box) => box.bottom)))));
      most = Math.max(most, near.length === 0 ? Infinity : Math.min(...near));
    }
    return most;
  }
}
