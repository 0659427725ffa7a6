import { headingsOf, type Exhibit } from '../../shared/model/exhibit.ts';
import { room } from './wordFile.ts';

/** How wide a text is in the table's type, in twentieths of a point: Chinese characters are twice as wide as others. */
const widthOf = (text: string): number => Array.from(text).reduce((width, character) => width + (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFE6]/.test(character) ? 190 : 102), 0);
/** A heading breaks between words; between Chinese characters too, of which four at least should stay together. */
const widestWord = (text: string): number => Math.max(0, ...text.split(/[\s/–-]+/).flatMap((word) => word.split(/(?<=[^\u2E80-\u9FFF])(?=[\u2E80-\u9FFF])/u)).map((word) => (/[\u2E80-\u9FFF]/.test(word) ? Math.min(widthOf(word), 4 * 190) : widthOf(word))));
const bold = 1.22;
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
/** Groups of columns one after the other, as many to a table as `most` (twentieths of a point) holds. */
function filled(groups: readonly (readonly number[])[], widths: readonly number[], most: number): number[][] {
  const pages: number[][] = [];
  let left = 0;
  for (const group of groups) {
    const width = group.reduce((all, column) => all + widths[column]!, 0);
    if (pages.length === 0 || width > left) { pages.push([]); left = most; }
    pages.at(-1)!.push(...group);
    left -= width;
  }
  return pages;
}
/** How a table lies on A4: whether across, how wide its names and columns are (twentieths of a point), and which columns stand side by side on a page. */
export interface TableLayout { readonly landscape: boolean; readonly label: number; readonly widths: readonly number[]; readonly pages: readonly (readonly number[])[] }
/** Columns that no page can hold go on in a further table. `shown` are the cells as people read them. */
export function layoutOf(exhibit: Exhibit, shown: readonly (readonly string[])[]): TableLayout {
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
  const groups = together(exhibit);
  const most = room({ landscape: true }) - label;
  const { length } = filled(groups, widths, most);
  // As even as they can be: a last table of one column is read badly.
  let narrower = most;
  while (narrower > 200 && filled(groups, widths, narrower - 200).length === length) narrower -= 200;
  const pages = filled(groups, widths, narrower);
  return { landscape: true, label, widths, pages };
}
