import type { MarginBlock } from './margin.ts';

interface Label { readonly element: HTMLElement; shown: string; top: number }

/**
 * Who speaks, and of which group, left of each turn near the window. They stand beside the text and not in its blocks:
 * what they take to be drawn is not paid for by blocks that nobody sees, nor at every key in a block.
 */
export function createSpeakers(host: HTMLElement) {
  const labels = new Map<string, Label>();
  const part = (name: string, text: string) => Object.assign(document.createElement(name), { textContent: text, title: text });
  return {
    keys: (): Iterable<string> => labels.keys(),
    drop(key: string): void {
      labels.get(key)?.element.remove();
      labels.delete(key);
    },
    /** Reads where the blocks stand; nothing is written yet. */
    read: (blocks: readonly MarginBlock[]): readonly number[] => blocks.map(({ element }) => element.offsetTop),
    write(blocks: readonly MarginBlock[], tops: readonly number[]): void {
      for (const [place, { key, face: { speaker, group, kind } }] of blocks.entries()) {
        if (speaker === '') { this.drop(key); continue; }
        let label = labels.get(key);
        if (!label) labels.set(key, (label = { element: document.createElement('div'), shown: '', top: -1 }));
        const shown = JSON.stringify([speaker, group, kind]);
        if (shown !== label.shown) {
          label.shown = shown;
          Object.assign(label.element.dataset, { kind, block: key });
          label.element.replaceChildren(part('b', speaker), ...(group === '' ? [] : [part('span', group)]));
        }
        const top = tops[place]!;
        if (top !== label.top) label.element.style.top = `${(label.top = top)}px`;
        if (!label.element.isConnected) host.append(label.element);
      }
    },
  };
}
