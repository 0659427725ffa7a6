import { headingsOf, type Exhibit } from '../../shared/model/exhibit.ts';
import type { Words } from '../../shared/words/index.ts';
import { cellsInWords, nOf, quotationsBySide, sourceOf, stampLine, unaskedSign } from './exhibitCells.ts';
import { notesOf } from './exhibitSheet.ts';
import type { Provenance } from './provenance.ts';
import type { Block, WordCell, WordPicture, WordTable } from './wordBlocks.ts';
import { room, type Section } from './wordFile.ts';

/** How wide a text is in the table's type, in twentieths of a point: Chinese characters are twice as wide as others. */
const widthOf = (text: string): number => Array.from(text).reduce((width, character) => width + (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFE6]/.test(character) ? 190 : 102), 0);
/** A heading breaks between words; between Chinese characters too, of which four at least should stay together. */
const widestWord = (text: string): number => Math.max(0, ...text.split(/[\s/–-]+/).flatMap((word) => word.split(/(?<=[^\u2E80-\u9FFF])(?=[\u2E80-\u9FFF])/u)).map((word) => (/[\u2E80-\u9FFF]/.test(word) ? Math.min(widthOf(word), 4 * 190) : widthOf(word))));
const bold = 1.12;
const padding = 170;
/** A number of four digits. */
const narrowest = 480;

/** Whether sentences stand in a column. */
const wordy = (exhibit: Exhibit, column: number): boolean => exhibit.rows.some(({ cells }) => { const cell = cells[column]; return typeof cell === 'string' && widthOf(cell) > 1300; });
/** Columns that stay on one page: those under one heading, unless they are too many for one. */
function together(exhibit: Exhibit): number[][] {
  const headings = headingsOf(exhibit);
  const columns = exhibit.columns.map((_, column) => column);
  let at = 0;
  return headings.length === 0 || headings.some(({ columns: under }) => under > 6) ? columns.map((column) => [column]) : headings.map(({ columns: under }) => columns.slice(at, (at += under)));
}
/** Columns that stand side by side on a page, and how the page lies. Columns that no page can hold go on in a further table. */
function layoutOf(exhibit: Exhibit, shown: readonly string[][]): { landscape: boolean; label: number; widths: number[]; pages: number[][] } {
  const label = Math.min(4000, Math.max(1600, ...exhibit.rows.map(({ label: text, depth }) => widthOf(text) + Math.min(depth, 6) * 200), widthOf(exhibit.corner)) + padding);
  const widths = exhibit.columns.map(({ label: text, over, n }, column) => {
    const cells = Math.max(0, ...shown.map((row) => row[column] ?? '').map((cell) => (exhibit.rows.some(({ cells: row }) => typeof row[column] === 'string') ? Math.min(2600, widthOf(cell)) : widthOf(cell))));
    return Math.min(2800, Math.max(narrowest, cells, widestWord(text) * bold, n === null ? 0 : widthOf(`n ${n}`), over === '' ? 0 : (widestWord(over) * bold) / exhibit.columns.filter((each) => each.over === over).length) + padding);
  });
  const sum = widths.reduce((all, width) => all + width, label);
  // Columns of words give way before a column goes on in a further table.
  const over = sum - room({ landscape: true });
  const give = widths.map((width, column) => (wordy(exhibit, column) ? Math.max(0, width - 1300) : 0));
  const gives = give.reduce((all, each) => all + each, 0);
  if (over > 0 && gives >= over) return { landscape: true, label, widths: widths.map((width, column) => Math.floor(width - (give[column]! * over) / gives)), pages: [widths.map((_, column) => column)] };
  // The rows' names go on in a second line before the page is turned, or a column goes on in a further table.
  const spare = Math.max(0, label - 2200);
  for (const landscape of [false, true]) {
    const lacking = Math.max(0, sum - room({ landscape }));
    if (lacking <= spare) return { landscape, label: label - lacking, widths, pages: [widths.map((_, column) => column)] };
  }
  const pages: number[][] = [];
  let left = 0;
  for (const group of together(exhibit)) {
    const width = group.reduce((all, column) => all + widths[column]!, 0);
    if (pages.length === 0 || width > left) { pages.push([]); left = room({ landscape: true }) - label; }
    pages.at(-1)!.push(...group);
    left -= width;
  }
  return { landscape: true, label, widths, pages };
}

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
  const rest: Block[] = [...tables, ...notes.map((text): Block => ({ style: 'Note', text })), ...quotations, { style: 'Note', text: stampLine(origin) }];
  // A picture stands upright, whatever its table does.
  return aside && picture ? [{ landscape: false, blocks: head }, { landscape: true, blocks: [{ style: 'Note', text: words.say('exhibit.goesOn', { title: exhibit.title }) }, ...rest] }] : [{ landscape: aside, blocks: [...head, ...rest] }];
}
