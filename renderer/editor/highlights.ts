import type { Span } from '../../shared/model/span.ts';
import type { ShownPassage } from './passages.ts';
import { pointInBlock } from './places.ts';

/** Depth of passages in four steps of one hue, then what is lit up, coded differently, at hand and selected: later ones lie on top. */
const layers = { d1: 1, d2: 1, d3: 1, d4: 1, code: 3, differing: 4, at: 5, selected: 6 } as const;
type Layer = keyof typeof layers;
const depthLayers = ['d1', 'd2', 'd3', 'd4'] as const satisfies readonly Layer[];

/** A stretch of a block (offsets from its start) that lies in one layer. */
interface Piece extends Span { readonly layer: Layer }

/** How deep passages lie over each stretch of [start, end): disjoint pieces, four or more counting as four. */
export function depthPieces(passages: readonly Span[], start: number, end: number): { start: number; end: number; depth: number }[] {
  const edges = new Map<number, number>();
  const note = (at: number, by: number) => edges.set(at, (edges.get(at) ?? 0) + by);
  for (const passage of passages) {
    note(Math.max(start, passage.start), 1);
    note(Math.min(end, passage.end), -1);
  }
  const pieces: { start: number; end: number; depth: number }[] = [];
  let depth = 0;
  let from = start;
  for (const [at, by] of [...edges].toSorted(([a], [b]) => a - b)) {
    if (depth > 0 && at > from) {
      const before = pieces.at(-1);
      if (before && before.end === from && before.depth === Math.min(4, depth)) before.end = at;
      else pieces.push({ start: from, end: at, depth: Math.min(4, depth) });
    }
    depth += by;
    from = at;
  }
  return pieces;
}

/**
 * Paints passages with the CSS Custom Highlight API: the text tree is never touched. Only blocks near the window are
 * painted, one range for each stretch of each block: what a keystroke costs grows with the ranges that are registered.
 */
export function createHighlights() {
  const registered = Object.fromEntries(Object.entries(layers).map(([name, priority]) => {
    const highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    return [name, highlight];
  })) as Record<Layer, Highlight>;
  const painted = new Map<string, [Layer, Range][]>();

  function clear(key: string): void {
    for (const [layer, range] of painted.get(key) ?? []) registered[layer].delete(range);
    painted.delete(key);
  }
  return {
    clear,
    isPainted: (key: string): boolean => painted.has(key),
    paintedKeys: (): Iterable<string> => painted.keys(),
    /** Paints a block anew. `start` is its offset in the document, `lit` says which passages' code is lit up, `at` the passage at hand. */
    paint(key: string, element: HTMLElement, start: number, length: number, passages: readonly ShownPassage[], marks: { lit: ReadonlySet<number>; at: number | null; selected: Span | null; differing: readonly Span[] }): void {
      clear(key);
      const end = start + length;
      const cut = (span: Span, layer: Layer): Piece[] => {
        const piece = { start: Math.max(start, span.start), end: Math.min(end, span.end), layer };
        return piece.start < piece.end ? [piece] : [];
      };
      const pieces: Piece[] = [
        ...depthPieces(passages, start, end).map((piece) => ({ ...piece, layer: depthLayers[piece.depth - 1]! })),
        ...passages.filter((passage) => marks.lit.has(passage.id)).flatMap((passage) => cut(passage, 'code')),
        ...marks.differing.flatMap((span) => cut(span, 'differing')),
        ...passages.filter((passage) => passage.id === marks.at).flatMap((passage) => cut(passage, 'at')),
        ...(marks.selected ? cut(marks.selected, 'selected') : []),
      ];
      painted.set(key, pieces.map((piece) => {
        const range = new Range();
        const from = pointInBlock(element, piece.start - start);
        const to = pointInBlock(element, piece.end - start);
        range.setStart(from.node, from.offset);
        range.setEnd(to.node, to.offset);
        registered[piece.layer].add(range);
        return [piece.layer, range];
      }));
    },
    destroy(): void {
      for (const name of Object.keys(layers)) CSS.highlights.delete(name);
      painted.clear();
    },
  };
}
export type Highlights = ReturnType<typeof createHighlights>;
