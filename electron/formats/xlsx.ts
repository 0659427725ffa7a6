import { readXlsx, writeXlsx as writeWorkbook, type CellValue } from 'hucre/xlsx';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { checkArchive } from './archive.ts';
import type { Cell } from './csv.ts';

export interface NewSheet {
  readonly name: string; readonly rows: readonly (readonly Cell[])[];
  /** Rows at the top that are headings: 1 unless it says so. */ readonly heads?: number;
  /** Rows and columns of all together, which are told apart from the data by their ground. */ readonly totals?: { readonly rows: readonly number[]; readonly columns: readonly number[] };
}

/** What Excel takes in a cell; a longer text would make it call the file damaged. */
const longestCell = 32_767;
// The format writes controls as _x000D_; text that looks like that must not be taken for it.
const asText = (text: string): string => {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped.length > longestCell ? `${escaped.slice(0, longestCell - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : escaped;
};
/** A sheet's name as Excel allows it, unlike the others of its book. */
function sheetNames(sheets: readonly NewSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain = name.replace(/[\][:*?/\\\p{Cc}]/gu, ' ').replace(/^['\s]+|['\s]+$/g, '').slice(0, 26) || 'Sheet';
    let free = plain;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${plain} (${number})`;
    taken.add(free.toLowerCase());
    return free;
  });
}
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;
/** Columns as wide as their longest line, in characters (a Chinese one counts two), within bounds that fit a screen. */
function widths(rows: NewSheet['rows']): { width: number }[] {
  const count = Math.max(0, ...rows.slice(0, 2).map((row) => row.length));
  const widest = (column: number) => rows.slice(0, 500).reduce((most, row) => {
    const lines = String(row[column] ?? '').slice(0, 400).split('\n').map((line) => line.length + (line.match(wide)?.length ?? 0));
    return Math.max(most, ...lines);
  }, 0);
  return Array.from({ length: count }, (_, column) => ({ width: Math.min(60, Math.max(8, widest(column) + 2)) }));
}

const bold = { font: { bold: true } } as const;
const ofTotals = { font: { italic: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF0EDE6' } } } as const;
/** Headings are bold; what is of all together is slanted, on a ground of its own. */
function styled(rows: NewSheet['rows'], heads: number, totals: NewSheet['totals']) {
  const isTotal = (row: number, column: number) => totals !== undefined && (totals.rows.includes(row) || totals.columns.includes(column));
  return new Map(rows.flatMap((row, index) => row.flatMap((_, column) => {
    if (index >= heads && !isTotal(index, column)) return [];
    return [[`${index},${column}`, { style: { ...(isTotal(index, column) ? ofTotals : {}), ...(index < heads ? bold : {}) } }] as const];
  })));
}

/** Sheets as an XLSX file: text cells are typed as text, so that none runs as a formula; the headings are bold and stay in sight. */
export async function writeXlsx(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets);
  return writeWorkbook({
    sheets: sheets.map(({ rows, heads = 1, totals }, index) => ({
      name: names[index]!,
      rows: rows.map((row) => row.map((cell): CellValue => (typeof cell === 'string' ? asText(cell) : cell))),
      columns: widths(rows),
      freezePane: { rows: heads },
      cells: styled(rows, heads, totals),
    })),
  });
}

const isoDate = (date: Date): string => date.toISOString().replace(/T00:00:00\.000Z$/, '').replace('T', ' ').replace(/\.000Z$|Z$/, '');
const asWritten = (value: CellValue): string =>
  value === null || value === undefined ? '' : value instanceof Date ? isoDate(value) : typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
/** The cells of a workbook's first sheet as text: numbers as they are written, dates as ISO text. A cell merged over several rows is said in each of them. */
export async function parseXlsx(file: IncomingFile): Promise<string[][]> {
  checkArchive(file);
  try {
    const { sheets } = await readXlsx(file.bytes, { sheets: [0] });
    const rows = (sheets[0]?.rows ?? []).map((row) => row.map(asWritten));
    for (const { startRow, endRow, startCol } of sheets[0]?.merges ?? []) for (const row of rows.slice(startRow + 1, endRow + 1)) { while (row.length <= startCol) row.push(''); row[startCol] = rows[startRow]?.[startCol] ?? ''; }
    return rows;
  } catch { throw new Problem('damaged-file', { file: file.name }); }
}
