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
}
