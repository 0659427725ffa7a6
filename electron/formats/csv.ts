import { CsvError, parse, type Options } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { guard, unguard } from '../../shared/model/clip.ts';
import { Problem } from '../../shared/model/problem.ts';

/** A cell to write: null stays empty. */
export type Cell = string | number | null;

/** Rows as CSV (RFC 4180, CRLF, UTF-8, with a BOM where Excel is to read it). Law: readSheet gives the rows back, numbers and null as text. */
export function writeCsv(rows: readonly (readonly Cell[])[], { bom = true }: { bom?: boolean } = {}): Uint8Array {
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guard(cell) : cell)));
  // A row of one empty cell would be a blank line, and nobody's row.
  const lonely = rows.some((row) => row.length < 2);
  return new TextEncoder().encode(stringify(guarded, { bom, record_delimiter: 'windows', quoted_match: lonely ? /[\r\n]|^$/ : /[\r\n]/ }));
}

const options: Options = { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] };
/** Rows of at most `to` lines. Between tabs nothing needs a quotation: where one goes wrong there, the marks are the text's own. */
function rowsOf(text: string, delimiter: string, to = -1): string[][] {
  try { return parse(text, { ...options, delimiter, to }); } catch (error) {
    if (delimiter !== '\t' || !(error instanceof CsvError)) throw error;
    return parse(text, { ...options, delimiter, to, quote: null });
  }
}
const sampled = 30;
export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '');
/** The delimiter that cuts the first rows into most columns of the same number. */
function delimiterOf(text: string): string {
  const score = (delimiter: string) => {
    try {
      const widths = rowsOf(text, delimiter, sampled).filter((row) => !isBlank(row)).map((row) => row.length);
      return widths.length === 0 || widths[0]! < 2 ? 0 : widths.filter((width) => width === widths[0]).length / widths.length + widths[0]! / 10_000;
    } catch { return 0; }
  };
  const scores = [',', '\t', ';'].map((delimiter) => ({ delimiter, score: score(delimiter) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** Text as rows of cells, whatever its delimiter (comma, semicolon, tab) and line ends; a blank line is a row, as a spreadsheet counts. A Problem `sheet-broken` names the line where a quotation goes wrong. */
export function parseCsv(file: string, given: string): string[][] {
  // Excel writes its delimiter into a line of its own: that line stays as a blank one, so that rows keep their numbers.
  const [line, said] = /^sep=([,;\t|])(?=\r?\n)/i.exec(given) ?? ['', undefined];
  const text = given.slice(line.length);
  try { return rowsOf(text, said ?? delimiterOf(text)).map((row) => row.map(unguard)); } catch (error) {
    if (error instanceof CsvError) throw new Problem('sheet-broken', { file, line: Number(error['lines'] ?? 0) });
    throw error;
  }
}
