import { headingsOf, type Exhibit } from '../../shared/model/exhibit.ts';
import { languageOf } from '../../shared/model/text.ts';
import type { Words } from '../../shared/words/index.ts';
import { cellsInWords, nOf, quotationsBySide, sourceOf, stampLine, unaskedSign } from './exhibitCells.ts';
import { layoutOf } from './exhibitLayout.ts';
import { notesOf } from './exhibitSheet.ts';
import { html } from './htmlPage.ts';
import type { Provenance } from './provenance.ts';

/** Words of the study in the face of their own script. */
export const spoken = (text: string): string => (languageOf(text) === '' ? '' : ` lang="${html(languageOf(text))}"`);

/** The rows of these columns; with `widths` (twentieths of a point: of the names, then of each column) exactly so wide. */
function tableOf(exhibit: Exhibit, words: Words, shown: readonly (readonly string[])[], columns: readonly number[], widths?: readonly number[]): string {
  const part = { ...exhibit, columns: columns.map((column) => exhibit.columns[column]!) };
  const headings = headingsOf(part);
  const over = headings.length === 0 ? '' : `<tr><td></td>${headings.map(({ over: heading, columns: span }) => (heading === '' ? `<td colspan="${span}"></td>` : `<th class="over" scope="colgroup" colspan="${span}">${html(heading)}</th>`)).join('')}</tr>`;
  const heads = part.columns.map(({ label, n }) => { const below = nOf(n, words); return `<th scope="col">${html(label)}${below === undefined ? '' : `<small>${html(below)}</small>`}</th>`; });
  const wordy = columns.map((column) => exhibit.rows.some(({ cells }) => typeof cells[column] === 'string' && cells[column] !== '') && !exhibit.rows.some(({ cells }) => typeof cells[column] === 'number'));
  const rows = exhibit.rows.map(({ label, depth, cells }, row) => `<tr><th scope="row"${depth > 0 ? ` style="padding-left:${10 + Math.min(depth, 6) * 14}px"` : ''}>${html(label)}</th>${columns.map((column, place) => {
    const cell = cells[column]!;
    const looks = cell === null ? 'unasked' : cell === 0 ? 'zero' : wordy[place] ? 'words' : '';
    return `<td${looks === '' ? '' : ` class="${looks}"`}>${html(shown[row]![column]!)}</td>`;
  }).join('')}</tr>`);
  const group = widths === undefined ? '' : `<colgroup>${widths.map((width) => `<col style="width:${width / 20}pt"/>`).join('')}</colgroup>`;
  const style = widths === undefined ? '' : ` style="width:${widths.reduce((sum, width) => sum + width, 0) / 20}pt"`;
  return `<table${style}>${group}\n<thead>${over}<tr><th class="corner" scope="col">${html(exhibit.corner)}</th>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table>`;
}
const isShown = ({ columns, rows }: Exhibit, matrix: boolean): boolean => matrix && columns.length > 0 && rows.length > 0;
/** Whether it lies across a page when it is printed, from its title on. */
export const liesAcross = ({ exhibit, picture, matrix }: { readonly exhibit: Exhibit; readonly picture: unknown; readonly matrix: boolean }, words: Words): boolean =>
  picture === null && isShown(exhibit, matrix) && layoutOf(exhibit, cellsInWords(exhibit, words)).landscape;

/**
 * The matrix: on the screen one table that scrolls. A wide one is on paper a table of its own for what stands side by side on a page, with the
 * rows' names again, each column as wide as there is room for it: nothing is cut.
 */
function matrixOf(exhibit: Exhibit, words: Words): { table: string; isWide: boolean } {
  const shown = cellsInWords(exhibit, words);
  const { landscape, label, widths, pages } = layoutOf(exhibit, shown);
  const screen = `<div class="scroll" tabindex="0" role="group" aria-label="${html(exhibit.title)}">${tableOf(exhibit, words, shown, exhibit.columns.map((_, column) => column))}</div>`;
  if (!landscape) return { table: screen, isWide: false };
  const paper = pages.map((columns, page) => `${page === 0 ? '' : `<p class="note">${html(words.say('exhibit.goesOn', { title: exhibit.title }))}</p>\n`}${tableOf(exhibit, words, shown, columns, [label, ...columns.map((column) => widths[column]!)])}`);
  return { table: `${screen}\n<div class="paper">${paper.join('\n')}</div>`, isWide: true };
}

/** An exhibit as a part of a page: what it is, picture (SVG text), table, notes, quotations, and where all of it comes from. `level`: of its heading. */
export function articleOf({ exhibit, origin, picture, anchor, matrix = true }: { exhibit: Exhibit; origin: Provenance; picture: string | null; anchor?: string; matrix?: boolean }, words: Words, level: 1 | 3): string {
  const quotations = quotationsBySide(exhibit).map(([of, inside]) => `${of === '' ? '' : `<h4>${html(of)}</h4>\n`}${inside.map((quotation) => `<blockquote${spoken(quotation.text)}>${html(quotation.text)}<footer lang="${html(words.tag)}">${html(sourceOf(quotation, words))}</footer></blockquote>`).join('\n')}`);
  const { table, isWide } = isShown(exhibit, matrix) ? matrixOf(exhibit, words) : { table: '', isWide: false };
  const head = `<header><h${level}>${html(exhibit.title)}</h${level}>${exhibit.subtitle === '' ? '' : `<p class="subtitle">${html(exhibit.subtitle)}</p>`}</header>`;
  const below = [...(table === '' ? [] : [table]), ...notesOf(exhibit, words, unaskedSign).map((note) => `<p class="note">${html(note)}</p>`)];
  const stamp = `<p class="stamp">${html(stampLine(origin))}</p>`;
  const shownPicture = picture === null ? [] : [`<div class="picture" role="img" aria-label="${html(exhibit.title)}">${picture}</div>`];
  // A picture and quotations stand upright, whatever the table does.
  const across = [...(picture === null ? [head] : []), ...below, ...(quotations.length > 0 ? [] : [stamp])];
  return [
    `<section class="exhibit"${anchor === undefined ? '' : ` id="${html(anchor)}"`}>`,
    ...(isWide ? [...(picture === null ? [] : [head]), ...shownPicture, '<div class="wide">', ...across, '</div>', ...quotations, ...(quotations.length > 0 ? [stamp] : [])] : [head, ...shownPicture, ...below, ...quotations, stamp]), '</section>',
  ].join('\n');
}
