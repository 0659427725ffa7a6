import type { Place } from './types.ts';

/** Where a key leads from a cell; null for keys that lead nowhere. With Ctrl the arrows go to the ends. */
export function stepOf(key: string, far: boolean, { row, column }: Place, { rows, filled, columns, page }: { rows: number; filled: number; columns: number; page: number }): Place | null {
  // The end is the last filled row; from there it is the one that takes new rows.
  const last = row >= filled - 1 ? rows - 1 : filled - 1;
  switch (key) {
    case 'ArrowDown': return { row: far ? last : row + 1, column };
    case 'ArrowUp': return { row: far ? 0 : row - 1, column };
    case 'ArrowRight': return { row, column: far ? columns - 1 : column + 1 };
    case 'ArrowLeft': return { row, column: far ? 0 : column - 1 };
    case 'Home': return { row: far ? 0 : row, column: 0 };
    case 'End': return { row: far ? last : row, column: columns - 1 };
    case 'PageDown': return { row: Math.min(rows - 1, row + page), column };
    case 'PageUp': return { row: Math.max(0, row - page), column };
    default: return null;
  }
}
