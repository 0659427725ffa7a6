import { useState, type PointerEvent, type SyntheticEvent } from 'react';
import type { GridColumn } from './types.ts';

/** Of a column, px. */
const [least, most] = [56, 900];
export const widthStep = 24;
export const withinWidths = (width: number): number => Math.round(Math.min(most, Math.max(least, width)));

/** Columns whose right edge (`data-edge`) is pulled: the width shows at once and is told when the edge is let go. A double click fits it to what stands there. */
export function usePulling(columns: readonly GridColumn[], onWidth: (column: GridColumn, width: number | null) => void) {
  const [pull, setPull] = useState<{ readonly id: string; readonly from: number; readonly width: number } | null>(null);
  // An edge that is held while its column goes pulls nothing.
  const held = columns.find(({ id }) => id === pull?.id);
  const columnAt = ({ target }: SyntheticEvent) => { const edge = target instanceof HTMLElement ? target.dataset['edge'] : undefined; return columns.find(({ id }) => id === edge); };
  return {
    pulled: held?.id ?? null,
    widthOf: (column: GridColumn): number => (pull && column === held ? pull.width : column.width),
    /** For the row of heads. */
    edges: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const column = columnAt(event);
        if (event.button !== 0 || !column) return;
        event.preventDefault();
        event.stopPropagation();
        (event.target as HTMLElement).setPointerCapture(event.pointerId);
        setPull({ id: column.id, from: event.clientX - column.width, width: column.width });
      },
      onPointerMove(event: PointerEvent<HTMLElement>) { if (pull && held) setPull({ ...pull, width: withinWidths(event.clientX - pull.from) }); },
      onPointerUp() {
        if (pull && held && pull.width !== held.width) onWidth(held, pull.width);
        if (pull) setPull(null);
      },
      onPointerCancel() { setPull(null); },
      onDoubleClick(event: SyntheticEvent) { const column = columnAt(event); if (column) onWidth(column, null); },
    },
  };
}
