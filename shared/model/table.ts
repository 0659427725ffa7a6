import type { Facet } from './schema.ts';

/**
 * What a cell counts. A passage is counted once however many coders coded it alike; words, characters and time are counted once however
 * often they are coded. `duration` is ms, where turns have times: a part of a turn has that part of its time.
 */
export const counts = ['codings', 'passages', 'documents', 'participants', 'words', 'characters', 'duration'] as const;
export type Count = (typeof counts)[number];

/**
 * How two codings must lie to each other to be counted together: share text, the row's within the column's or around it, at most so far
 * apart, touch one turn, stand in one document, or be given by one coder to one passage (as the facets of a triple are).
 */
export const relations = ['overlap', 'within', 'encloses', 'near', 'turn', 'document', 'triple'] as const;
export type TableRelation = (typeof relations)[number];

/** What rows or columns are, or a part of it where several are crossed. */
export interface AxisPart {
  readonly kind: 'codes' | 'attribute' | 'document' | 'participant' | 'coder';
  /** The attribute's name, or what of the codebook: 'facet:dimension', 'set:NAME', a path; '' for all codes, documents, people, coders. */
  readonly name: string;
  /** Of an attribute: whose it is. */
  readonly of: 'participants' | 'documents' | null;
}
export interface TableCode {
  readonly id: number;
  readonly uuid: string;
  /** With ' > ' between the names. */
  readonly path: string;
  readonly name: string;
  readonly facet: Facet;
  readonly depth: number;
  readonly colour: string;
}
/** What stands at a line's end: numbers, or nothing because nobody was there who could have said anything. That is not zero. (Interviews know no more: a question that a group was not asked is a matter of questionnaires.) */
export const lineStates = ['counted', 'nobodyInterviewed'] as const;
export type LineState = (typeof lineStates)[number];

/** A row or a column. */
export interface TableLine {
  /** What to ask the quotations by, one for each part of the axis: a value, the number of a code, document, participant or coder as text; null for those without a value. */
  readonly key: readonly (string | null)[];
  /** A name for each part; '' for those without a value. */
  readonly labels: readonly string[];
  /** The codes of those parts that are codes. */
  readonly codes: readonly TableCode[];
  /** People interviewed, and documents in which they speak: of the line's groups, or of the whole study. */
  readonly n: number;
  readonly documents: number;
  readonly state: LineState;
}
export interface TableRow extends TableLine {
  /** n and documents of the row within each group of the split; one entry where the table is not split. */
  readonly within: readonly { readonly n: number; readonly documents: number }[];
}
/** Why there is no difference of two groups, or no interval of it: nobody of one was interviewed; the same people (documents) are in both; or what is counted is many things of one person. */
export const differenceReasons = ['nobody', 'overlapping', 'unit'] as const;
export type DifferenceReason = (typeof differenceReasons)[number];
/**
 * The first group of a split less the second: shares with Newcombe's interval where people or documents are counted, with Wilson's of either
 * share; else numbers, which have none. `reason` says why what is null is not there.
 */
export interface Difference {
  readonly of: 'shares' | 'numbers';
  readonly first: ShareInterval | null; readonly second: ShareInterval | null;
  readonly difference: number | null; readonly low: number | null; readonly high: number | null;
  readonly reason: DifferenceReason | null;
}
export interface ShareInterval { readonly k: number; readonly n: number; readonly share: number; readonly low: number; readonly high: number }

/**
 * A labelled matrix: what every analysis of codings returns and every chart, statistic and export takes. A cell is null where nobody was
 * interviewed who is in all of its groups. Where the table is split, each column stands once for each group of the split, beside each other.
 */
export interface Table {
  readonly count: Count;
  /** Cells say whether there is anything (1) or nothing (0), not how much. */
  readonly presence: boolean;
  readonly rowAxis: readonly AxisPart[];
  /** Without the split. */
  readonly columnAxis: readonly AxisPart[];
  /** How codings lie to each other; null where rows and columns are not both codes. */
  readonly relation: TableRelation | null;
  readonly rows: readonly TableRow[];
  /** With a split: its group is the last part of each. */
  readonly columns: readonly TableLine[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly split: AxisPart | null;
  /** All columns together and all rows together, whatever is in several of them counted once. One column for each group of the split. */
  readonly totals: {
    readonly columns: readonly TableLine[];
    /** By row, then by group of the split. */
    readonly ofRows: readonly (readonly (number | null)[])[];
    /** By column. */
    readonly ofColumns: readonly (number | null)[];
    /** By group of the split. */
    readonly all: readonly (number | null)[];
    /** Of the row of all together, as `differences`. */
    readonly differences: readonly Difference[] | null;
  };
  /** Where the split has two groups with a value: by row, for each column and last for all of them together. */
  readonly differences: readonly (readonly Difference[])[] | null;
  /** People interviewed and documents, over all columns, each once. */
  readonly n: number;
  readonly documents: number;
  /** Whether any turn has times; told only where time is counted. */
  readonly timed: boolean;
}

/** How p values are corrected for the number of rows that are tested: Holm for no false finding at all, Benjamini–Hochberg for few among those found; or as each row stands alone. */
export const corrections = ['holm', 'BH', 'none'] as const;
export type Correction = (typeof corrections)[number];

/** How a number is shown: as it is, or as a share of the group's n, of its row or of its column. */
export const showings = ['number', 'n', 'row', 'column'] as const;
export type Showing = (typeof showings)[number];

export const isOfCodes = (axis: readonly AxisPart[]): boolean => axis.some(({ kind }) => kind === 'codes');
/** Groups of a split, 1 where there is none. */
export const splitsOf = (table: Table): number => table.totals.columns.length;

/** How large a line (or the whole table) is: its documents where documents are counted, else its people. */
export const sizeOf = ({ count }: Pick<Table, 'count'>, line: { readonly n: number; readonly documents: number }): number => (count === 'documents' ? line.documents : line.n);
/** What 100 % of n is: the group's people or documents; null where a share of n says nothing. `column` may be behind the last: the total of the split's first group, second group, … */
export function baseOf(table: Table, row: number, column: number): number | null {
  if (table.presence || (table.count !== 'participants' && table.count !== 'documents')) return null;
  const what = table.count === 'participants' ? 'n' : 'documents';
  const line = column < table.columns.length ? table.columns[column]! : table.totals.columns[column - table.columns.length]!;
  // Where the columns are codes the groups are in the rows.
  const inRows = (isOfCodes(table.columnAxis) && !isOfCodes(table.rowAxis)) && row < table.rows.length;
  return inRows ? table.rows[row]!.within[column % splitsOf(table)]![what] : line[what];
}
/** The number behind a cell; `row` and `column` may be one behind the last for the totals. */
export function cellAt(table: Table, row: number, column: number): number | null {
  const [rows, columns] = [table.rows.length, table.columns.length];
  if (row < rows) return column < columns ? table.cells[row]![column]! : table.totals.ofRows[row]![column - columns]!;
  return column < columns ? table.totals.ofColumns[column]! : table.totals.all[column - columns]!;
}
/** Of how many a cell is shown, as asked; null where it is shown as a number. */
export function wholeOf(table: Table, row: number, column: number, show: Showing): number | null {
  if (show === 'number' || table.presence) return null;
  if (show === 'n') return baseOf(table, row, column);
  if (show === 'column') return cellAt(table, table.rows.length, column);
  return cellAt(table, row, table.columns.length + (column % splitsOf(table)));
}
/** Below this n a share is shown as a count of n (2/4): two people are not a half. */
export const smallestShare = 5;
