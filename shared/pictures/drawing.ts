import { digitsOf, type Exhibit, type ExhibitCell, type Pictured } from '../model/exhibit.ts';
import type { Facet } from '../model/schema.ts';
import { smallestShare } from '../model/table.ts';
import type { Words } from '../words/index.ts';

/** What any picture shows: a matrix of numbers with what stands at each of them, its title, unit, n and stamp. */
export interface Drawing {
  readonly title: string;
  readonly subtitle: string;
  /** At the foot: of how many, which codebook, when. */
  readonly foot: string;
  /** Who is not in the picture and why, in sentences, so that none goes in silence; '' where all are. */
  readonly missing: string;
  readonly rows: readonly { readonly label: string; readonly facet: Facet | null }[];
  readonly columns: readonly { readonly label: string; readonly n: string }[];
  /** Null where there is nothing to draw: nobody was asked, or no number stands there. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly told: readonly (readonly string[])[];
  /** Whether somebody was asked: hatched where not. */
  readonly asked: readonly (readonly boolean[])[];
  readonly percent: boolean;
  /** What a picture of its own kind is drawn from; null where there is none. */
  readonly pictured: Pictured | null;
  readonly words: Words;
  /** What an empty place means, in words. */
  readonly unasked: string;
}

/** The numbers of an exhibit as they are drawn. */
export function drawingOf(exhibit: Exhibit, foot: string, words: Words): Drawing {
  const numeric = exhibit.columns.flatMap((_, column) => (exhibit.rows.some(({ cells }) => typeof cells[column] === 'number') || exhibit.rows.every(({ cells }) => cells[column] === null) ? [column] : []));
  const columns = (exhibit.drawn?.columns ?? numeric).filter((column) => column < exhibit.columns.length);
  const rows = (exhibit.drawn?.rows ?? exhibit.rows.map((_, row) => row)).flatMap((row) => exhibit.rows[row] ?? []);
  const percent = exhibit.drawn?.percent ?? false;
  const named = (column: number): string => {
    const { over, label } = exhibit.columns[column]!;
    return over === '' ? label : columns.filter((each) => exhibit.columns[each]!.over === over).length > 1 ? `${over}, ${label}` : over;
  };
  // A share has no n of its own: it is that of the counts that stand under the same heading.
  const nOf = (column: number): number | null => exhibit.columns[column]!.n ?? (exhibit.columns[column]!.over === '' ? null : exhibit.columns.find(({ over, n }) => over === exhibit.columns[column]!.over && n !== null)?.n ?? null);
  const told = (cell: ExhibitCell, column: number): string => (typeof cell !== 'number' ? '' : percent ? words.percent(cell / 100) : words.number(cell, digitsOf(exhibit, column)));
  const tooFew = exhibit.drawn?.tooFew ?? [];
  return {
    title: exhibit.title, subtitle: exhibit.subtitle, foot, missing: tooFew.length === 0 ? '' : words.say('picture.tooFew', { who: words.list(tooFew), n: smallestShare }), percent, pictured: exhibit.pictured ?? null, words, unasked: words.say('tables.unasked'),
    rows: rows.map(({ label, facet }) => ({ label, facet })),
    columns: columns.map((column) => { const n = nOf(column); return { label: named(column), n: n === null ? '' : `n ${words.number(n)}` }; }),
    values: rows.map(({ cells }) => columns.map((column) => { const cell = cells[column]; return typeof cell === 'number' ? cell : null; })),
    told: rows.map(({ cells }) => columns.map((column) => told(cells[column] ?? null, column))),
    asked: rows.map(({ cells }) => columns.map((column) => cells[column] !== null)),
  };
}

const chinese = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFE6]/;
/** How wide a text is, about: where pictures are drawn there may be no typeface to measure with. */
export const widthOf = (text: string, size: number): number => Array.from(text).reduce((width, character) => width + (chinese.test(character) ? 1 : /[ilj.,'|!:;]/.test(character) ? 0.3 : /[mwMW%@]/.test(character) ? 0.85 : 0.56) * size, 0);
/** Lines that a text takes, about. */
export const linesOf = (text: string, size: number, width: number): number => (text === '' ? 0 : text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line, size) / width)), 0));
