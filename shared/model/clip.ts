/** A block of cells as it travels between spreadsheets: tabs between cells, CRLF behind rows, cells that hold either in quotation marks. */

// What a spreadsheet would take for a formula, also in full width, or for the start of another cell.
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are never text. Law: unguard(guard(text)) === text. */
export const guard = (text: string): string => (formula.test(text) ? `'${text}` : text);
export const unguard = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);

const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;
/** Rows as a clipboard carries them. Law: readClip(writeClip(rows)) gives the rows back, whatever their cells hold. */
export const writeClip = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map((cell) => {
  const text = plainNumber.test(cell) ? cell : guard(cell);
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}).join('\t')}\r\n`).join('');

// A quotation counts only where it is closed before the next tab or line end: “5" pipe” is not one.
const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
/** Rows of a copied block, as long as they came; the line end behind the last row is not a row. */
export function readClip(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(cell)) {
    const [, quoted, plain, behind] = match;
    if (match.index === text.length && row.length === 0) break;
    row.push(unguard(quoted === undefined ? plain! : quoted.replaceAll('""', '"')));
    if (behind === '\t') continue;
    rows.push(row);
    row = [];
    if (behind === '') break;
  }
  return rows;
}
