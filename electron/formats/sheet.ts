import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { isBlank, parseCsv } from './csv.ts';
import { compoundProblem, isArchive, isCompound } from './signature.ts';
import { decodeCells } from './text.ts';
import { parseXlsx } from './xlsx.ts';

export { writeCsv, type Cell } from './csv.ts';
export { writeXlsx } from './xlsx.ts';

/** A sheet as text: the first row, and the others, each as long as it. Cells stand as they were written, line ends included. */
export interface Sheet {
  /** For people: 'UTF-8', 'GB18030', 'Excel'. */
  readonly encoding: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of the first of `rows` as a spreadsheet shows it; blank rows count, so that the others have theirs. */
  readonly firstRow: number;
}

/** Puts the first row on top and pads short rows; a name may stand in it once only. */
function sheetOf(file: string, encoding: string, cells: readonly (readonly string[])[]): Sheet {
  const first = cells.findIndex((row) => !isBlank(row));
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const padded = cells.slice(Math.max(0, first)).map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const [header, ...rows] = padded;
  if (first < 0 || header === undefined || rows.every(isBlank)) throw new Problem('sheet-empty', { file });
  const seen = new Set<string>();
  for (const column of header) {
    const key = nameKey(column);
    if (key !== '' && seen.has(key)) throw new Problem('sheet-column-twice', { file, column });
    seen.add(key);
  }
  return { encoding, header, rows, firstRow: first + 2 };
}

/**
 * Reads CSV, TSV (delimiter and encoding found by looking, or the encoding as chosen) or the first sheet of an XLSX file.
 * Problems: `sheet-empty`, `sheet-broken` (with `line`), `sheet-column-twice`, and those of a file that is no sheet at all.
 */
export async function readSheet(file: IncomingFile, { encoding: chosen }: { encoding?: string | undefined } = {}): Promise<Sheet> {
  if (file.bytes.length === 0) throw new Problem('empty-file', { file: file.name });
  if (isCompound(file)) throw compoundProblem(file);
  if (isArchive(file)) return sheetOf(file.name, 'Excel', await parseXlsx(file));
  const { text, encoding } = decodeCells(file, chosen);
  return sheetOf(file.name, encoding, parseCsv(file.name, text));
}
