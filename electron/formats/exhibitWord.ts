import { headingsOf, type Exhibit } from '../../shared/model/exhibit.ts';
import type { Words } from '../../shared/words/index.ts';
import { cellsInWords, nOf, quotationsBySide, sourceOf, stampLine, unaskedSign } from './exhibitCells.ts';
import { layoutOf } from './exhibitLayout.ts';
import { notesOf } from './exhibitSheet.ts';
import type { Provenance } from './provenance.ts';
import type { Block, WordCell, WordPicture, WordTable } from './wordBlocks.ts';
import type { Section } from './wordFile.ts';

function tableOf(exhibit: Exhibit, shown: readonly string[][], label: number, widths: readonly number[], columns: readonly number[], words: Words): WordTable {
  const part = { ...exhibit, columns: columns.map((column) => exhibit.columns[column]!) };
  const headings = headingsOf(part);
  // Words stand left, numbers right, whatever else is in their column.
  const aligned = (column: number): { align?: 'right' } => (exhibit.rows.some(({ cells }) => typeof cells[column] === 'number') || exhibit.rows.every(({ cells }) => cells[column] === null) ? { align: 'right' } : {});
  return {
    widths: [label, ...columns.map((column) => widths[column]!)],
    heads: [
      ...(headings.length === 0 ? [] : [[{ text: '' }, ...headings.map(({ over, columns: span }): WordCell => ({ text: over, span, align: 'center', look: 'bold' }))]]),
      [{ text: exhibit.corner, look: 'bold' }, ...columns.map((column): WordCell => {
        const below = nOf(exhibit.columns[column]!.n, words);
        return { text: exhibit.columns[column]!.label, look: 'bold', ...aligned(column), ...(below === undefined ? {} : { below }) };
      })],
    ],
    rows: exhibit.rows.map(({ label: text, depth, cells }, row): WordCell[] => [
      { text, indent: Math.min(depth, 6) },
      ...columns.map((column): WordCell => ({ text: shown[row]![column]!, ...aligned(column), ...(cells[column] === null ? { look: 'unasked' } : cells[column] === 0 ? { look: 'quiet' } : {}) })),
    ]),
  };
}

/** What is written of an exhibit besides its matrix. */
export interface WordExhibit { readonly exhibit: Exhibit; readonly origin: Provenance; readonly picture: WordPicture | null; readonly anchor?: string; /** Without the matrix where its picture says it. */ readonly matrix?: boolean }
/** An exhibit as parts of a Word file: what it is, picture, table, notes, quotations, and where all of it comes from. */
export function sectionsOf({ exhibit, origin, picture, anchor, matrix = true }: WordExhibit, words: Words, style: 'Title' | 'Heading2'): Section[] {
  const shown = cellsInWords(exhibit, words);
  const { landscape, label, widths, pages } = layoutOf(exhibit, shown);
  const tables: Block[] = !(matrix || picture?.png === null) || exhibit.columns.length === 0 || exhibit.rows.length === 0 ? [] : pages.flatMap((columns, index) => [
    ...(index === 0 ? [] : [{ style: 'Note' as const, text: words.say('exhibit.goesOn', { title: exhibit.title }) }]), tableOf(exhibit, shown, label, widths, columns, words),
  ]);
  const quotations = quotationsBySide(exhibit).flatMap(([of, inside]): Block[] => [
    ...(of === '' ? [] : [{ style: 'Side' as const, text: of }]), ...inside.map((quotation): Block => ({ style: 'Quotation', text: quotation.text, below: sourceOf(quotation, words) })),
  ]);
  const aside = landscape && tables.length > 0;
  const head: Block[] = [{ style, text: exhibit.title, ...(anchor === undefined ? {} : { anchor }) }, ...(exhibit.subtitle === '' ? [] : [{ style: 'Subtitle' as const, text: exhibit.subtitle }]), ...(picture ? [picture] : [])];
  const notes = [...(picture && picture.png === null ? [words.say('picture.noPng')] : []), ...notesOf(exhibit, words, unaskedSign)];
  const below: Block[] = [...tables, ...notes.map((text): Block => ({ style: 'Note', text }))];
  const stamp: Block = { style: 'Note', text: stampLine(origin) };
  if (!aside) return [{ landscape: false, blocks: [...head, ...below, ...quotations, stamp] }];
  // A picture and quotations stand upright, whatever the table does.
  const across = [...(picture ? [{ style: 'Note' as const, text: words.say('exhibit.goesOn', { title: exhibit.title }) }] : head), ...below];
  return [...(picture ? [{ landscape: false, blocks: head }] : []), { landscape: true, blocks: quotations.length > 0 ? across : [...across, stamp] }, ...(quotations.length > 0 ? [{ landscape: false, blocks: [...quotations, stamp] }] : [])];
}
