import { useState, type PointerEvent } from 'react';
import type { GridColumn } from './types.ts';

/** Of a column, px. */
const [least, most] = [56, 900];
export const widthStep = 24;
export const withinWidths = (width: number): number => Math.round(Math.min(most, Math.max(least, width)));

/** Columns whose right edge is pulled: the width shows at once and is told when the edge is let go. A double click fits it to what stands there. */
export function usePulling(columns: readonly GridColumn[], onWidth: (column: GridColumn, width: number | null) => void) {
  const [pull, setPull] = useState<{ readonly id: string; readonly from: number; readonly width: number } | null>(null);
  // An edge that is held while its column goes pulls nothing.
  const held = pull !== null && columns.some(({ id }) => id === pull.id) ? pull : null;
  return {
    pulled: held?.id ?? null,
    widthOf: ({ id, width }: GridColumn): number => (held?.id === id ? held.width : width),
    edgeOf: (column: GridColumn) => ({
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        setPull({ id: column.id, from: event.clientX - column.width, width: column.width });
      },
      onPointerMove(event: PointerEvent<HTMLElement>) { if (held?.id === column.id) setPull({ ...held, width: withinWidths(event.clientX - held.from) }); },
      onPointerUp() {
        if (held?.id === column.id && held.width !== column.width) onWidth(column, held.width);
        setPull(null);
      },
      onPointerCancel() { setPull(null); },
      onDoubleClick() { onWidth(column, null); },
    }),
  };
}
