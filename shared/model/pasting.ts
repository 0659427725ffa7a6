import type { AskedRow } from './filling.ts';

/** A block of cells of a grid as it is shown, both ends in it. */
export interface Block { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
export const blockBetween = (a: { row: number; column: number }, b: { row: number; column: number }): Block =>
  ({ top: Math.min(a.row, b.row), left: Math.min(a.column, b.column), bottom: Math.max(a.row, b.row), right: Math.max(a.column, b.column) });

/** A grid as it is shown: the rows in their order, each cell as text, and which columns are counted and not written. */
export interface ShownGrid {
  readonly lines: readonly { readonly id: number; readonly cells: readonly string[] }[];
  readonly columns: readonly { readonly id: string; readonly readOnly?: boolean }[];
}

/** The texts of a block; rows beyond the end are empty. */
export const readBlock = ({ lines }: ShownGrid, { top, left, bottom, right }: Block): string[][] =>
  Array.from({ length: bottom - top + 1 }, (_, row) => Array.from({ length: right - left + 1 }, (_, column) => lines[top + row]?.cells[left + column] ?? ''));

/** What a selection that is larger than what is pasted is filled with: a single cell goes into all, a block is repeated where it fits evenly. */
function tiled(cells: readonly (readonly string[])[], { top, left, bottom, right }: Block): readonly (readonly string[])[] {
  const height = bottom - top + 1;
  const width = right - left + 1;
  const [tall, wide] = [cells.length, cells[0]?.length ?? 0];
  if (tall === 0 || wide === 0 || cells.some((row) => row.length !== wide) || height % tall !== 0 || width % wide !== 0) return cells;
  return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => cells[row % tall]![column % wide]!));
}

/**
 * What pasting these cells over a selection asks for, from its top left corner on. Rows beyond the end are new people;
 * blank ones are none. Counted columns are passed over where the cell says what is counted, and nothing where it is blank.
 */
export function pasteBlock({ lines, columns }: ShownGrid, selection: Block, pasted: readonly (readonly string[])[]): AskedRow[] {
  return tiled(pasted, selection).flatMap((row, down) => {
    const line = lines[selection.top + down];
    const cells = row.flatMap((text, across) => {
      const at = selection.left + across;
      const column = columns[at];
      if (line && text === line.cells[at]) return [];
      if (column && !column.readOnly) return line || text.trim() !== '' ? [[column.id, text] as const] : [];
      return text.trim() === '' ? [] : [[column?.id ?? `beyond ${at}`, text] as const];
    });
    return cells.length === 0 ? [] : [{ id: line?.id ?? null, cells: Object.fromEntries(cells) }];
  });
}

/** What filling down asks for: the first row of the selection in all others; of a single row, the row above it. */
export function fillDown(grid: ShownGrid, selection: Block): AskedRow[] {
  const from = selection.top === selection.bottom ? selection.top - 1 : selection.top;
  if (from < 0) return [];
  const top = from + 1;
  const bottom = Math.min(selection.bottom, grid.lines.length - 1);
  if (bottom < top) return [];
  const [first] = readBlock(grid, { ...selection, top: from, bottom: from });
  return pasteBlock(grid, { ...selection, top, bottom }, Array.from({ length: bottom - top + 1 }, () => first!.map((text, across) => (grid.columns[selection.left + across]!.readOnly ? '' : text))));
}

/** What emptying a block asks for; cells that are empty, or counted, are left. */
export const emptyBlock = ({ lines, columns }: ShownGrid, { top, left, bottom, right }: Block): AskedRow[] => lines.slice(top, bottom + 1).flatMap(({ id, cells }) => {
  const full = columns.slice(left, right + 1).flatMap((column, across) => (column.readOnly || cells[left + across] === '' ? [] : [[column.id, ''] as const]));
  return full.length === 0 ? [] : [{ id, cells: Object.fromEntries(full) }];
});
