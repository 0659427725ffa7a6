import { useState } from 'react';
import { blockBetween, type Block } from '../../../../shared/model/pasting.ts';
import type { Place } from './types.ts';

export interface Selection {
  readonly active: Place;
  readonly block: Block;
  /** Moves the active cell; with `extend` the selection reaches from where it began to there. */
  go(to: Place, extend?: boolean): void;
  select(block: Block): void;
}

/** Which cell is active and which are selected, kept within the grid. Row −1 is the head; the last row takes new people where there is one. */
export function useSelection(rows: number, columns: number): Selection {
  const [at, setAt] = useState<{ active: Place; anchor: Place }>({ active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } });
  const within = ({ row, column }: Place): Place => ({ row: Math.max(-1, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) });
  const active = within(at.active);
  const anchor = within(at.anchor);
  const block = active.row < 0 || anchor.row < 0 ? { top: Math.max(0, active.row), left: active.column, bottom: Math.max(0, active.row), right: active.column } : blockBetween(active, anchor);
  return {
    active, block,
    go(to, extend = false) {
      const reached = within(to);
      setAt(extend && reached.row >= 0 ? { active: reached, anchor } : { active: reached, anchor: reached });
    },
    select: ({ top, left, bottom, right }) => setAt({ active: within({ row: top, column: left }), anchor: within({ row: bottom, column: right }) }),
  };
}
