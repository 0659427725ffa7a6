import type { AgreementPoint } from './agreement.ts';
import type { ConflictEntry, ConflictMatrix } from './conflicts.ts';
import type { RatingGrid } from './ratings.ts';
import type { Portrait } from './portrait.ts';
import type { Facet } from './schema.ts';

/** A number that a sheet keeps as one; words; or null where nobody was interviewed or asked, which is not zero. */
export type ExhibitCell = number | string | null;
export interface ExhibitColumn {
  readonly label: string;
  /** What stands over this column and its neighbours of the same heading; '' for nothing. */
  readonly over: string;
  /** People (or whatever the exhibit counts of) behind the column; null where that says nothing. */
  readonly n: number | null;
}
export interface ExhibitRow {
  readonly label: string;
  /** How far in the label stands. */
  readonly depth: number;
  readonly facet: Facet | null;
  readonly cells: readonly ExhibitCell[];
}
/** Words of the study under an exhibit, with where they stand. */
export interface ExhibitQuotation {
  /** The cell or side that it is of, in words; '' for all of the exhibit. */
  readonly of: string;
  readonly speaker: string;
  readonly document: string;
  readonly turn: number | null;
  readonly text: string;
}
/**
 * Any analysis in the form in which it leaves the program: all of it in words of one language, with how it was asked and of how many it is.
 * What writes sheets, documents and reports takes this and nothing else.
 */
export interface Exhibit {
  readonly title: string;
  /** What is counted and of how many, in a sentence. */
  readonly subtitle: string;
  /** What stands over the rows' labels. */
  readonly corner: string;
  readonly columns: readonly ExhibitColumn[];
  readonly rows: readonly ExhibitRow[];
  /** Legends, readings of tests, warnings: sentences below the matrix. */
  readonly notes: readonly string[];
  readonly quotations: readonly ExhibitQuotation[];
  /** How it was asked, line by line, for the stamp: what is shown, filter, speakers, coders. */
  readonly asked: readonly (readonly [label: string, what: string])[];
  /** Of how many it is, in words: "105 people, 88 interviews". */
  readonly n: string;
  /**
   * What a picture shows of it: these columns (all with numbers, where it does not say) and rows (all: a row of totals is none to draw), as
   * they are or as per cent of 100. `tooFew` are groups that are not drawn, as
   * too few people are in them for a per cent.
   */
  readonly drawn?: { readonly columns: readonly number[]; readonly rows?: readonly number[]; readonly percent: boolean; readonly tooFew?: readonly string[] };
  /** How it stands in a sheet, where that is not as its matrix: rows with their heads, and which rows and columns are totals. */
  readonly sheet?: { readonly rows: readonly (readonly ExhibitCell[])[]; readonly totals: { readonly rows: readonly number[]; readonly columns: readonly number[] } };
  /** What a picture of its own kind is drawn from, where there is one: the same as its view draws it from. */
  readonly pictured?: Pictured;
}
/** What is drawn otherwise than as a matrix of numbers. */
export type Pictured =
  | { readonly kind: 'grid'; readonly grid: RatingGrid; /** Names of the quarters, where they are others than the usual ones. */ readonly quadrants?: Quadrants | undefined }
  /** The sides of a comparison, or one with an empty label; pairs from `least` on are drawn. */
  | { readonly kind: 'network'; readonly sides: readonly { readonly label: string; readonly matrix: ConflictMatrix }[]; readonly least: number }
  /** Words in the order of their table. */
  | { readonly kind: 'cloud'; readonly words: readonly string[] }
  | { readonly kind: 'causes'; readonly entries: readonly ConflictEntry[] }
  | { readonly kind: 'portrait'; readonly portrait: Portrait }
  /** A measure of agreement of codes or documents, or (`isLine`) from round to round. */
  | { readonly kind: 'agreement'; readonly points: readonly AgreementPoint[]; readonly isLine: boolean };
export interface Quadrants { readonly topLeft: string; readonly topRight: string; readonly bottomLeft: string; readonly bottomRight: string }

/** Digits behind the point that a column's numbers need, at most two: a column reads as one where all its numbers have as many. */
export function digitsOf({ rows }: Exhibit, column: number): number {
  const needed = rows.map(({ cells }) => cells[column]).map((cell) => (typeof cell !== 'number' || Number.isInteger(cell) ? 0 : Number.isInteger(Math.round(cell * 1e6) / 1e5) ? 1 : 2));
  return Math.max(0, ...needed);
}
/** Headings over the columns: neighbours of one heading together. Empty where no column has one. */
export function headingsOf({ columns }: Exhibit): { readonly over: string; readonly columns: number }[] {
  if (columns.every(({ over }) => over === '')) return [];
  const headings: { over: string; columns: number }[] = [];
  for (const { over } of columns) {
    const last = headings.at(-1);
    if (last && last.over === over && over !== '') last.columns++;
    else headings.push({ over, columns: 1 });
  }
  return headings;
}
/** Every row's label with those that it stands below: rows taken out of their order are told apart still. */
export function pathsOf(rows: readonly ExhibitRow[]): string[] {
  const above: string[] = [];
  return rows.map(({ label, depth }) => {
    above.length = Math.min(above.length, depth);
    const path = [...above, label].join(' > ');
    above.push(label);
    return path;
  });
}
/** Whether a group is in it that nobody was interviewed or asked in. */
export const hasUnasked = ({ rows }: Exhibit): boolean => rows.some(({ cells }) => cells.includes(null));
