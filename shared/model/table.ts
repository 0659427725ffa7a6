import type { Facet } from './schema.ts';

/** What a cell counts. A passage is counted once however many coders coded it alike; words are counted once however often they are coded. */
export const counts = ['codings', 'passages', 'documents', 'participants', 'words'] as const;
export type Count = (typeof counts)[number];

export interface TableRow {
  /** UUID of the code. */
  readonly id: string;
  readonly code: number;
  /** Path with ' > ' between the names. */
  readonly path: string;
  readonly name: string;
  readonly facet: Facet;
  readonly depth: number;
  readonly colour: string;
}
export interface TableColumn {
  /** What to ask the quotations by; null for those who have no value. */
  readonly key: string | null;
  readonly label: string;
  /** People interviewed in the group. */
  readonly n: number;
  /** Documents in which the group speaks. */
  readonly documents: number;
}
/** A labelled matrix: what every analysis returns and every chart, statistic and export takes. null: nobody in that group was interviewed. */
export interface Table {
  readonly count: Count;
  /** The attribute (its name), 'document', 'participant' or 'coder' that the columns are. */
  readonly by: string;
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly cells: readonly (readonly (number | null)[])[];
  /** People interviewed, over all columns, each once. */
  readonly n: number;
}

/** What 100 % of a cell is: the group's people or documents; null where a share of n says nothing. */
export const baseOf = (count: Count, column: TableColumn): number | null =>
  count === 'participants' ? column.n : count === 'documents' ? column.documents : null;
/** Below this n a share is shown as a count of n (2/4): two people are not a half. */
export const smallestShare = 5;
