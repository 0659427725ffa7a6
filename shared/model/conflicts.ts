import type { Row } from './schema.ts';

/** What is said of a conflict besides that it is there. */
export const pointKinds = ['cause', 'consequence', 'countermeasure'] as const;
export type PointKind = (typeof pointKinds)[number];
/** Whom a countermeasure may be addressed to; a study has levels of its own besides, in its own words. */
export const usualLevels = ['patient', 'institution', 'government'] as const;
export const sides = ['party', 'counterparty'] as const;
export type Side = (typeof sides)[number];
/** 1 (slight) to 5 (severe). */
export const intensities = [1, 2, 3, 4, 5] as const;

/** Something that causes a conflict, follows from it, or would help. */
export interface ConflictPoint extends Omit<Row<'conflictPoints'>, 'conflict' | 'uuid'> {
  /** Passages that it rests on. */
  readonly quotations: number;
}
/** An entry of the register as a list tells it. Passages are counted once, wherever in the entry they stand. */
export interface ConflictEntry extends Row<'conflicts'> {
  readonly quotations: number;
  /** Passages in which somebody of this side speaks (in some, somebody of either), and those in which nobody of a side does. */
  readonly said: Readonly<Record<Side | 'neither', number>>;
  /** People of the side who were interviewed at all. */
  readonly interviewed: Readonly<Record<Side, number>>;
  /** The only side that says so; null where both do, or neither, or where the two are one group. */
  readonly oneSided: Side | null;
  readonly points: readonly ConflictPoint[];
}
/** A passage with its words, who says them and where. */
export interface QuotedPassage {
  readonly passage: number;
  readonly document: number;
  readonly documentName: string;
  /** UTF-16 units of the document's text. */
  readonly start: number;
  readonly end: number;
  readonly quotation: string;
  readonly speakers: readonly string[];
  /** Number of the first turn it touches, from 1; null outside of turns. */
  readonly turn: number | null;
}
/** A passage that an entry rests on. */
export interface ConflictQuotation extends QuotedPassage {
  readonly sides: readonly Side[];
  /** The side that a person chose; '' where who speaks says it. */
  readonly chosen: Side | '';
  /** The points that it stands for. */
  readonly points: readonly number[];
}
/** What one side's people rate, in the passages of an entry: the median of their own medians. */
export interface SideRating { readonly code: number; readonly side: Side; readonly median: number; readonly people: number }

/** What may become one entry: the passages of a conflict code that name the same two. */
export interface ConflictProposal {
  readonly code: number;
  readonly party: number | null;
  readonly counterparty: number | null;
  readonly direction: Row<'conflicts'>['direction'];
  /** The entry of that code and pair that is there already. */
  readonly into: number | null;
  readonly passages: readonly number[];
}

/** What a cell of the matrix counts. */
export const matrixCounts = ['participants', 'passages'] as const;
export type MatrixCount = (typeof matrixCounts)[number];
/** Pairs from this number on are drawn in a network, unless another is asked for. */
export const usualDrawn = 2;
/** Said this many times as often as answered, and at least so often: one-sided. */
export const oneSidedTimes = 3;
export const leastOneSided: Readonly<Record<MatrixCount, number>> = { participants: 3, passages: 8 };

export interface MatrixRow {
  /** The group's value; null for people without one. */
  readonly key: string | null;
  readonly label: string;
  /** People interviewed, of those that are asked for. */
  readonly n: number;
  /** Where the same group stands among the columns; null where it is no stakeholder. */
  readonly column: number | null;
}
export interface MatrixColumn {
  readonly label: string;
  /** The stakeholder code that it is; of several that one group is called by, the first. */
  readonly code: number;
  readonly colour: string;
  readonly n: number;
  /** The row of the same group; null for stakeholders that are none: nobody of theirs can answer. */
  readonly row: number | null;
  /** All passages that speak about this stakeholder, whoever speaks. */
  readonly about: number;
}
/** Who says it (rows) against whom (columns). */
export interface ConflictMatrix {
  /** The attribute that the groups are values of. */
  readonly by: string;
  readonly count: MatrixCount;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** null: nobody of the group was interviewed. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** Cells that are said at least three times as often as answered. */
  readonly oneSided: readonly (readonly boolean[])[];
  readonly least: number;
  /** Of everybody or every passage in a row, a column, the whole: each once. */
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly number[];
  /** People interviewed; people who speak of a conflict, in how many passages. */
  readonly n: number;
  readonly people: number;
  readonly passages: number;
  /** Passages that stay out: no other side is named, or nobody is known to speak. */
  readonly unnamed: number;
  readonly unspoken: number;
}

/** The first of two sides less the second in a cell: shares of the people interviewed in the row's group (0 to 1) with an interval of 95 %, or numbers of passages without one. */
export interface MatrixDifference { readonly value: number; readonly interval: { readonly low: number; readonly high: number } | null }
/** Who says it against whom, for each value of an attribute. */
export interface ConflictComparison {
  /** The attribute, as 'participants:NAME' or 'documents:NAME'. */
  readonly split: string;
  /** All matrices have the same rows and columns. */
  readonly sides: readonly { readonly key: string | null; readonly label: string; readonly matrix: ConflictMatrix }[];
  /** The two sides (places) that differ; null unless just two have a value. */
  readonly compared: readonly [number, number] | null;
  /** By row and column; null where nobody of the group was interviewed on a side. */
  readonly differences: readonly (readonly (MatrixDifference | null)[])[] | null;
}
