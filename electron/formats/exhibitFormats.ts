import type { Exhibit } from '../../shared/model/exhibit.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Words } from '../../shared/words/index.ts';
import { cellsInWords, nOf, quotationsBySide, sourceOf, unaskedSign } from './exhibitCells.ts';
import { articleOf } from './exhibitPage.ts';
import { csvRows, notesOf, sheetsOf } from './exhibitSheet.ts';
import { sectionsOf } from './exhibitWord.ts';
import { htmlPage } from './htmlPage.ts';
import { plain } from './markdown.ts';
import { markdownOfOrigin, type Provenance } from './provenance.ts';
import { writeCsv, writeXlsx } from './sheet.ts';
import type { WordPicture } from './wordBlocks.ts';
import { writeWordSections } from './wordFile.ts';

/** What is written besides the exhibit: in which words, where it comes from, and its picture where one is wanted. */
export interface WrittenExhibit { readonly words: Words; readonly origin: Provenance; readonly picture: WordPicture | null }
/** A kind of file that any analysis is saved as. A new one is an entry in the list below. */
export interface ExhibitFormat { readonly id: string; /** Whether a picture has a place in it. */ readonly pictures: 'never' | 'wanted' | 'always'; /** Whether it is wanted as PNG too. */ readonly bitmap?: true; write(exhibit: Exhibit, more: WrittenExhibit): Promise<Uint8Array> }

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const line = (text: string): string => plain(text).replace(/\s*\n\s*/g, ' ');
function markdownOf(exhibit: Exhibit, { words, origin }: WrittenExhibit): string {
  const shown = cellsInWords(exhibit, words);
  const row = (cells: readonly string[]): string => `| ${cells.map(line).join(' | ')} |`;
  const heads = exhibit.columns.map(({ over, label, n }) => [over, label, nOf(n, words)].filter((part) => part !== undefined && part !== '').join(', '));
  const matrix = exhibit.columns.length === 0 ? [] : [row([exhibit.corner, ...heads]), `| --- |${' ---: |'.repeat(heads.length)}`, ...exhibit.rows.map(({ label, depth }, index) => row([`${'\u2003'.repeat(depth)}${label}`, ...shown[index]!])), ''];
  const quotations = quotationsBySide(exhibit).flatMap(([of, inside]) => [...(of === '' ? [] : [`### ${line(of)}`, '']), ...inside.flatMap((quotation) => [...plain(quotation.text).split('\n').map((each) => `> ${each}`), '>', `> ${line(sourceOf(quotation, words))}`, ''])]);
  return `${[`# ${line(exhibit.title)}`, '', line(exhibit.subtitle), '', ...matrix, ...notesOf(exhibit, words, unaskedSign).flatMap((note) => [line(note), '']), ...quotations, ...markdownOfOrigin(origin)].join('\n').trimEnd()}\n`;
}
/** The exhibit as it is, null for nobody asked, with where it comes from. */
const jsonOf = (exhibit: Exhibit, { origin }: WrittenExhibit): string => {
  const { title, subtitle, corner, columns, rows, notes, quotations, n } = exhibit;
  return `${JSON.stringify({ title, subtitle, corner, columns, rows, notes, quotations, n, stamp: { codebook: origin.codebook, lines: origin.lines.map(([label, what]) => ({ label, what })) } }, null, 1)}\n`;
};

export const exhibitFormats: readonly ExhibitFormat[] = [
  { id: 'csv', pictures: 'never', write: async (exhibit, { words, origin }) => writeCsv(csvRows(exhibit, words, origin), { bom: true }) },
  { id: 'xlsx', pictures: 'never', write: (exhibit, { words, origin }) => writeXlsx(sheetsOf(exhibit, words, origin)) },
  { id: 'docx', pictures: 'wanted', bitmap: true, write: async (exhibit, { words, origin, picture }) => writeWordSections(sectionsOf({ exhibit, origin, picture }, words, 'Title'), { foot: exhibit.title }) },
  { id: 'html', pictures: 'wanted', write: async (exhibit, { words, origin, picture }) => htmlPage(exhibit.title, words.tag, articleOf({ exhibit, origin, picture: picture?.svg ?? null }, words, 1)) },
  { id: 'md', pictures: 'never', write: async (...what) => utf8(markdownOf(...what)) },
  { id: 'svg', pictures: 'always', write: async (_exhibit, { picture }) => utf8(picture!.svg) },
  { id: 'png', pictures: 'always', bitmap: true, write: async (_exhibit, { picture }) => { if (!picture!.png) throw new Problem('no-bitmap', {}); return picture!.png; } },
  { id: 'json', pictures: 'never', write: async (...what) => utf8(jsonOf(...what)) },
];
