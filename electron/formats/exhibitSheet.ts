import { hasUnasked, headingsOf, pathsOf, type Exhibit } from '../../shared/model/exhibit.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Cell } from './csv.ts';
import type { Provenance } from './provenance.ts';
import type { NewSheet } from './xlsx.ts';

/** Column names that stand by themselves: with what stands over them, where something does. */
const names = ({ columns }: Exhibit): string[] => columns.map(({ over, label }) => (over === '' ? label : label === '' ? over : `${over}: ${label}`));
const facetColumn = ({ rows }: Exhibit): boolean => rows.some(({ facet }) => facet !== null);
/** Quotations as rows of a sheet, with their heading. */
const quotationRows = ({ quotations }: Exhibit, { say }: Words): Cell[][] => [
  [say('excerpt.quotation'), say('exhibit.of'), say('excerpt.speaker'), say('excerpt.document'), say('excerpt.turn')], ...quotations.map(({ text, of, speaker, document, turn }): Cell[] => [text, of, speaker, document, turn]),
];
/** Whether it is quotations alone, and no numbers. */
const isWordsAlone = ({ columns, quotations }: Exhibit): boolean => columns.length === 0 && quotations.length > 0;
/** The exhibit as rows of a sheet: names, n where columns have one, then its rows; null stays an empty cell. */
export function rowsOfExhibit(exhibit: Exhibit, { say }: Words): Cell[][] {
  const facets = facetColumn(exhibit);
  const paths = pathsOf(exhibit.rows);
  return [
    [exhibit.corner, ...(facets ? [say('excerpt.facet')] : []), ...names(exhibit)],
    ...(exhibit.columns.some(({ n }) => n !== null) ? [['n', ...(facets ? [''] : []), ...exhibit.columns.map(({ n }) => n)]] : []),
    ...exhibit.rows.map(({ facet, cells }, index): Cell[] => [paths[index]!, ...(facets ? [facet === null ? '' : say(`facet.${facet}`)] : []), ...cells]),
  ];
}
/** What stands below the matrix, with what an empty cell means. */
export const notesOf = (exhibit: Exhibit, { say }: Words, empty: string): string[] => [...exhibit.notes, ...(hasUnasked(exhibit) ? [say('exhibit.unasked', { sign: empty })] : [])];

/**
 * For machines, which read a first line that is no row as one, and stumble over lines of comment: so every row says what it is, in one last
 * column, and a row that is copied out of the file still does. Readings of tests are in the formats for people.
 */
export function csvRows(exhibit: Exhibit, words: Words, origin: Provenance): Cell[][] {
  const { say } = words;
  const stamp = [`${say('exhibit.title')}: ${exhibit.title}`, ...origin.lines.map(([label, what]) => `${label}: ${what}`), ...(hasUnasked(exhibit) ? [say('exhibit.unasked', { sign: say('exhibit.emptyCell') })] : [])].join('; ');
  return (exhibit.sheet?.rows ?? (isWordsAlone(exhibit) ? quotationRows(exhibit, words) : rowsOfExhibit(exhibit, words))).map((row, index) => [...row, index === 0 ? origin.title : stamp]);
}

/** For people in Excel: the numbers on a sheet of their own, then quotations, then where all of it comes from. */
export function sheetsOf(exhibit: Exhibit, words: Words, origin: Provenance): NewSheet[] {
  const { say } = words;
  const headings = headingsOf(exhibit);
  const facets = facetColumn(exhibit);
  const rows = rowsOfExhibit(exhibit, words);
  const over: Cell[][] = headings.length === 0 ? [] : [['', ...(facets ? [''] : []), ...headings.flatMap(({ over: heading, columns }) => [heading, ...Array<string>(columns - 1).fill('')])]];
  const labels: Cell[] = headings.length === 0 ? rows[0]! : [rows[0]![0]!, ...(facets ? [rows[0]![1]!] : []), ...exhibit.columns.map(({ label }) => label)];
  const quotations: NewSheet[] = exhibit.quotations.length === 0 ? [] : [{ name: say('exhibit.quotations'), rows: quotationRows(exhibit, words) }];
  const about: Cell[][] = [[say('exhibit.title'), exhibit.title], ['', exhibit.subtitle], ...origin.lines.map(([label, what]): Cell[] => [label, what]), ...notesOf(exhibit, words, say('exhibit.emptyCell')).map((note): Cell[] => [say('exhibit.note'), note])];
  const matrix: NewSheet[] = exhibit.sheet ? [{ name: exhibit.title, rows: exhibit.sheet.rows.map((row): Cell[] => [...row]), totals: exhibit.sheet.totals }] : isWordsAlone(exhibit) ? [] : [{ name: exhibit.title, rows: [...over, labels, ...rows.slice(1)], heads: over.length + 1 }];
  return [...matrix, ...quotations, { name: origin.title, rows: about }];
}
