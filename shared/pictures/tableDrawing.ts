import { smallestShare, wholeOf, type Showing, type Table } from '../model/table.ts';
import { cellText, lineName } from '../words/sayTable.ts';
import type { Words } from '../words/index.ts';
import type { Drawing } from './drawing.ts';

/**
 * A table as it is drawn: its rows and columns in their order, so that a place in the picture is a cell of the table. Shares where some
 * stand in it, those of a small n as counts (1/2) beside their bars.
 */
export function drawingOfTable(table: Table, show: Showing, { title, subtitle, foot }: Pick<Drawing, 'title' | 'subtitle' | 'foot'>, words: Words): Drawing {
  const wholeAt = (row: number, column: number) => wholeOf(table, row, column, show);
  const percent = table.rows.some((_, row) => table.columns.some((_column, column) => (wholeAt(row, column) ?? 0) >= (show === 'n' ? smallestShare : 1)));
  const told = (row: number, column: number, cell: number): string => {
    const whole = wholeAt(row, column);
    return cell > 0 && whole && (show !== 'n' || whole >= smallestShare) ? words.percent(cell / whole) : cellText(table, row, column, show, words);
  };
  const value = (row: number, column: number, cell: number): number => { const whole = wholeAt(row, column); return percent && whole ? Math.round((cell / whole) * 1000) / 10 : cell; };
  return {
    title, subtitle, foot, missing: '', percent, pictured: null, words, unasked: words.say('tables.unasked'),
    rows: table.rows.map((row) => ({ label: lineName(row, words), facet: row.codes[0]?.facet ?? null })),
    columns: table.columns.map((column, index) => ({ label: lineName(column, words), n: `n ${words.number((show === 'n' ? wholeAt(table.rows.length, index) : null) ?? column.n)}` })),
    values: table.cells.map((cells, row) => cells.map((cell, column) => (cell === null ? null : value(row, column, cell)))),
    told: table.cells.map((cells, row) => cells.map((cell, column) => (cell === null ? '' : told(row, column, cell)))),
    asked: table.cells.map((cells) => cells.map((cell) => cell !== null)),
  };
}
