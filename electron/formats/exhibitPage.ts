import { headingsOf, type Exhibit } from '../../shared/model/exhibit.ts';
import { languageOf } from '../../shared/model/text.ts';
import type { Words } from '../../shared/words/index.ts';
import { cellsInWords, nOf, quotationsBySide, sourceOf, stampLine, unaskedSign } from './exhibitCells.ts';
import { notesOf } from './exhibitSheet.ts';
import { html } from './htmlPage.ts';
import type { Provenance } from './provenance.ts';

/** Words of the study in the face of their own script. */
export const spoken = (text: string): string => (languageOf(text) === '' ? '' : ` lang="${html(languageOf(text))}"`);
function tableOf(exhibit: Exhibit, words: Words): string {
  const shown = cellsInWords(exhibit, words);
  const headings = headingsOf(exhibit);
  const over = headings.length === 0 ? '' : `<tr><td></td>${headings.map(({ over: heading, columns }) => (heading === '' ? `<td colspan="${columns}"></td>` : `<th class="over" scope="colgroup" colspan="${columns}">${html(heading)}</th>`)).join('')}</tr>`;
  const heads = exhibit.columns.map(({ label, n }) => { const below = nOf(n, words); return `<th scope="col">${html(label)}${below === undefined ? '' : `<small>${html(below)}</small>`}</th>`; });
  const wordy = exhibit.columns.map((_, column) => exhibit.rows.some(({ cells }) => typeof cells[column] === 'string' && cells[column] !== '') && !exhibit.rows.some(({ cells }) => typeof cells[column] === 'number'));
  const rows = exhibit.rows.map(({ label, depth, cells }, row) => `<tr><th scope="row"${depth > 0 ? ` style="padding-left:${10 + Math.min(depth, 6) * 14}px"` : ''}>${html(label)}</th>${cells.map((cell, column) => {
    const looks = cell === null ? 'unasked' : cell === 0 ? 'zero' : wordy[column] ? 'words' : '';
    return `<td${looks === '' ? '' : ` class="${looks}"`}>${html(shown[row]![column]!)}</td>`;
  }).join('')}</tr>`);
  return `<div class="scroll" tabindex="0" role="group" aria-label="${html(exhibit.title)}"><table>\n<thead>${over}<tr><th class="corner" scope="col">${html(exhibit.corner)}</th>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}

/** An exhibit as a part of a page: what it is, picture (SVG text), table, notes, quotations, and where all of it comes from. `level`: of its heading. */
export function articleOf({ exhibit, origin, picture, anchor, matrix = true }: { exhibit: Exhibit; origin: Provenance; picture: string | null; anchor?: string; matrix?: boolean }, words: Words, level: 1 | 3): string {
  const quotations = quotationsBySide(exhibit).map(([of, inside]) => `${of === '' ? '' : `<h4>${html(of)}</h4>\n`}${inside.map((quotation) => `<blockquote${spoken(quotation.text)}>${html(quotation.text)}<footer lang="${html(words.tag)}">${html(sourceOf(quotation, words))}</footer></blockquote>`).join('\n')}`);
  return [
    `<section class="exhibit${matrix && exhibit.columns.length > 10 ? ' wide' : ''}"${anchor === undefined ? '' : ` id="${html(anchor)}"`}>`,
    `<header><h${level}>${html(exhibit.title)}</h${level}>${exhibit.subtitle === '' ? '' : `<p class="subtitle">${html(exhibit.subtitle)}</p>`}</header>`,
    ...(picture === null ? [] : [`<div class="picture" role="img" aria-label="${html(exhibit.title)}">${picture}</div>`]), ...(matrix && exhibit.columns.length > 0 && exhibit.rows.length > 0 ? [tableOf(exhibit, words)] : []),
    ...notesOf(exhibit, words, unaskedSign).map((note) => `<p class="note">${html(note)}</p>`), ...quotations, `<p class="stamp">${html(stampLine(origin))}</p>`, '</section>',
  ].join('\n');
}
