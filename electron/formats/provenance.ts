import type { NewSheet } from './xlsx.ts';
import { plain } from './markdown.ts';

/**
 * Where a file comes from. Formats that people read carry all of it: Excel on a sheet of its own behind the data, Markdown above it. CSV and
 * JSON are read by machines: a row of anything else would be taken for data, so they say no more than their rows can.
 */
export interface Provenance {
  /** What the sheet is called. */
  readonly title: string;
  /** The codebook's version, in words; '' where none was named. It is the same for every row, and stands in each where a format has nothing but rows. */
  readonly codebook: string;
  readonly lines: readonly (readonly [label: string, what: string])[];
}
export const sheetOfOrigin = ({ title, lines }: Provenance): NewSheet => ({ name: title, rows: lines.map((line) => [...line]) });
export const markdownOfOrigin = ({ lines }: Provenance): string[] => [...lines.flatMap(([label, what]) => [`- *${plain(label)}:* ${plain(what)}`]), ''];
