import { digitsOf, type Exhibit, type ExhibitCell, type ExhibitQuotation } from '../../shared/model/exhibit.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Provenance } from './provenance.ts';

/** What a cell shows where nobody was interviewed or asked. */
export const unaskedSign = '–';
/** The cells of a column as people read them: numbers of as many digits as their column has. */
export function cellsInWords(exhibit: Exhibit, words: Words): string[][] {
  const digits = exhibit.columns.map((_, column) => digitsOf(exhibit, column));
  return exhibit.rows.map(({ cells }) => cells.map((cell, column) => shownCell(cell, digits[column] ?? 0, words)));
}
const shownCell = (cell: ExhibitCell, digits: number, words: Words): string => (cell === null ? unaskedSign : typeof cell === 'string' ? cell : words.number(cell, digits));
export const nOf = (n: number | null, words: Words): string | undefined => (n === null ? undefined : `n ${words.number(n)}`);
/** Who said it, and where. */
export const sourceOf = ({ speaker, document, turn }: ExhibitQuotation, { say }: Words): string =>
  [speaker, document, turn === null ? '' : `${say('excerpt.turn')} ${turn}`].filter((part) => part !== '').join(', ');
/** Quotations of a cell or a side together, in the order in which they come. */
export const quotationsBySide = ({ quotations }: Exhibit): [of: string, quotations: ExhibitQuotation[]][] => [...Map.groupBy(quotations, ({ of }) => of)];
/** Where an exhibit comes from, on one line. */
export const stampLine = ({ lines }: Provenance): string => lines.map(([label, what]) => `${label}: ${what}`).join(' · ');
