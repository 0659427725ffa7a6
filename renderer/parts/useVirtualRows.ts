import { defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

interface Rows {
  readonly box: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Height of a row, px. */
  readonly sizeOf: (index: number) => number;
  /** Rows drawn above and below what is in sight. */
  readonly ahead: number;
  /** A row that stays, wherever the list is scrolled to: it has the focus. */
  readonly kept?: number;
  /** What lies over the upper edge of the list, px: a row that is shown stands below it. */
  readonly covered?: number;
}
/** Rows come and go in blocks: a list that scrolls row by row, as under the arrow keys, is not drawn anew at each. */
const block = 8;
interface Drawn { readonly indexes: readonly number[]; readonly height: number }

/**
 * Which rows of a long list are drawn, and how high all of them are (px). The library's own hook hands out an object that changes
 * under React's compiler; here its answers are values. `sizeOf` must be the same function as long as the sizes are.
 */
export function useVirtualRows({ box, count, sizeOf, ahead, kept = -1, covered = 0 }: Rows): Drawn & { readonly show: (index: number) => void } {
  const [drawn, setDrawn] = useState<Drawn>({ indexes: [], height: 0 });
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>({ count: 0, getScrollElement: () => null, estimateSize: () => 0, scrollToFn: elementScroll, observeElementRect, observeElementOffset }));
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    const tell = () => {
      const now = { indexes: virtualizer.getVirtualItems().map(({ index }) => index), height: virtualizer.getTotalSize() };
      setDrawn((before) => (before.height === now.height && before.indexes.join() === now.indexes.join() ? before : now));
    };
    virtualizer.setOptions({
      count, estimateSize: sizeOf, overscan: ahead, scrollPaddingStart: covered, scrollPaddingEnd: 2, getScrollElement: () => box.current,
      scrollToFn: elementScroll, observeElementRect, observeElementOffset, onChange: tell,
      rangeExtractor: ({ startIndex, endIndex, ...range }) => [...new Set([...defaultRangeExtractor({ ...range, startIndex: Math.floor(startIndex / block) * block, endIndex: Math.min(range.count, Math.ceil((endIndex + 1) / block) * block) - 1 }), ...(kept >= 0 && kept < count ? [kept] : [])])].toSorted((a, b) => a - b),
    });
    virtualizer.measure();
    virtualizer._willUpdate();
    tell();
  }, [virtualizer, box, count, sizeOf, ahead, kept, covered]);
  const show = useCallback((index: number) => virtualizer.scrollToIndex(index), [virtualizer]);
  // What was drawn may be of a longer list that is gone.
  return { indexes: drawn.indexes.filter((index) => index < count), height: drawn.height, show };
}
