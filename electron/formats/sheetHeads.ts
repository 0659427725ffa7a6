import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import { asNumber } from '../../shared/model/values.ts';
import type { Sheet } from './sheet.ts';

const withoutRows = (sheet: Sheet, header: readonly string[], count: number): Sheet => ({ ...sheet, header, rows: sheet.rows.slice(count), firstRow: sheet.firstRow + count });

/** Qualtrics writes short names, then what was asked, then marks of its own: answers of several get their words, the other two rows go. */
function withoutMarks(sheet: Sheet): Sheet | null {
  const marks = sheet.rows.slice(0, 2).findIndex((row) => row.some((cell) => cell.startsWith('{"ImportId":')));
  if (marks < 0) return null;
  const asked = marks === 1 ? sheet.rows[0]! : [];
  const header = sheet.header.map((name, index) => {
    const [, stem] = /^(.+)_\d+$/.exec(name) ?? [];
    const [, answer] = /^[^]*\s-\s([^]+)$/.exec(asked[index] ?? '') ?? [];
    return stem === undefined || answer === undefined ? name : `${stem} [${answer.replace(/\s+/g, ' ').replaceAll('[', '(').replaceAll(']', ')').trim()}]`;
  });
  // Two answers of the same words keep their numbers.
  const counted = Map.groupBy(header, nameKey);
  return withoutRows(sheet, header.map((name, index) => (counted.get(nameKey(name))!.length > 1 ? sheet.header[index]! : name)), marks + 1);
}

/**
 * Puts two rows of headings together: “Problems” over “Pay” and “Forms” (merged cells, or empty ones behind it) become “Problems [Pay]” and “Problems [Forms]”. A second row is
 * one of headings if it names columns that the first leaves empty, and says nothing, or the same, or no number, where the first does. What has one row stays as it is. Problem `sheet-column-twice`.
 */
export function withOneHead(file: string, sheet: Sheet): Sheet {
  const plain = withoutMarks(sheet);
  if (plain) return plain;
  const { header, rows } = sheet;
  const [second, ...rest] = rows;
  if (!second || rest.every((row) => row.every((cell) => cell.trim() === ''))) return sheet;
  const says = (row: readonly string[], index: number) => (row[index] ?? '').trim();
  const names = header.map((_, index) => says(header, index) === '' && says(second, index) !== '' && rest.some((row) => says(row, index) !== ''));
  const above = header.findIndex((name) => name.trim() !== '');
  const isHead = names.some((named, index) => named && index > above) && (says(second, above) === '' || nameKey(says(second, above)) === nameKey(says(header, above))) && second.every((cell) => asNumber(cell) === null);
  if (!isHead) return sheet;
  let over = '';
  const joined = header.map((_, index) => {
    const [top, below] = [says(header, index), says(second, index)];
    if (top !== '') over = top;
    return below === '' || nameKey(below) === nameKey(top) ? top : over === '' ? below : `${over} [${below}]`;
  });
  const seen = new Set<string>();
  for (const column of joined) {
    if (column !== '' && seen.has(nameKey(column))) throw new Problem('sheet-column-twice', { file, column });
    seen.add(nameKey(column));
  }
  return withoutRows(sheet, joined, 1);
}
