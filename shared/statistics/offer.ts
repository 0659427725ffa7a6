import type { Correction } from '../model/table.ts';

/** What a table counts. Only people and whole documents can be independent of each other: everything else is many of one person. */
export type CountedUnit = 'participants' | 'documents' | 'codings' | 'passages' | 'words' | 'characters' | 'duration';

/** A group and how many there are of it: people interviewed, or asked. null or 0: nobody. */
export interface AskedGroup { readonly label: string; readonly n: number | null }

/** What both kinds of question say about the table. */
interface AskedOfTable {
  readonly unit: CountedUnit;
  /** Whether anybody (any document) belongs to more than one of the groups. */
  readonly overlapping?: boolean;
  /** Where the numbers come from: it decides what is said about whom they stand for. Interviews unless said otherwise. */
  readonly from?: 'interviews' | 'survey';
  /** Holm unless said otherwise. */
  readonly correction?: Correction;
  /** Of the intervals: 0.95 unless said otherwise. */
  readonly level?: number;
}
/** How many of each group are counted in each row of a table. */
export interface CountsAsked extends AskedOfTable {
  readonly groups: readonly AskedGroup[];
  /** `counts[g]` of group g are in the row; `n[g]` where the row has its own (those who answered this question) instead of the group's. null: nobody asked. */
  readonly rows: readonly { readonly label: string; readonly counts: readonly (number | null)[]; readonly n?: readonly (number | null)[] }[];
  /** Whether a cell says how often, so that a person can count more than once in it. */
  readonly repeats?: boolean;
  /** Whether everybody stands in exactly one row (single choice, attribute × attribute): then one test is of the whole table. */
  readonly exclusive?: boolean;
}
/** What each person of each group has on a scale: one value a person (the median of her codings, her answer), never one a coding. */
export interface ScaleAsked extends AskedOfTable {
  readonly groups: readonly { readonly label: string }[];
  /** `values[g]` are those of group g; who has none is left out, never 0. */
  readonly rows: readonly { readonly label: string; readonly values: readonly (readonly number[])[] }[];
}

/** Why a whole table, or a row of it, is not tested. Words: statistics.refused.<reason>. */
export const refusals = ['unit', 'overlapping', 'repeats', 'oneGroup', 'tooFew', 'allZero', 'nobodyDiffers', 'noRows'] as const;
export type RefusalReason = (typeof refusals)[number];
export interface Refusal { readonly fits: false; readonly reason: RefusalReason; readonly unit: CountedUnit; /** The people there are, where they are too few. */ readonly n?: number }

/** What should be said below the tests. Words: statistics.remark.<remark>. */
export const remarks = ['chosenForVariety', 'whoeverAnswered', 'documentsAsUnits', 'severalRowsAPerson', 'severalRowsADocument', 'groupsWithoutPeople', 'effectIntervals', 'simulated', 'rowsNotTested'] as const;
export type Remark = (typeof remarks)[number];

export interface Interval { readonly value: number; readonly low: number; readonly high: number }
/** How strong: φ (−1…1) and V (0…1) of counts, ε² (0…1) and the rank-biserial correlation (−1…1; 1: all of the first group higher) of scales. */
export interface Effect { readonly measure: 'phi' | 'cramersV' | 'epsilonSquared' | 'rankBiserial'; readonly value: number; /** Of |φ| where φ is meant; left out where the table is too thin for one. */ readonly interval?: { readonly low: number; readonly high: number } }
interface Tested {
  readonly label: string;
  readonly p: number;
  /** Corrected for the number of rows tested. */
  readonly pCorrected: number;
  readonly effect: Effect;
}
/** Which places in `Offer.groups` a group has that stands out from what all groups together have: adjusted residual and its p, corrected (Holm) for the number of groups. */
export interface StandingOut { readonly group: number; readonly z: number; readonly p: number }
export interface CountsTest extends Tested {
  readonly kind: 'counts';
  readonly test: 'fisher' | 'chiSquare';
  /** Fisher’s p, where there are too many tables to count, is estimated from so many random ones. */
  readonly simulated?: number;
  /** Of each group of the offer: how many are counted, of how many. */
  readonly k: readonly number[];
  readonly n: readonly number[];
  readonly chiSquare?: { readonly statistic: number; readonly df: number };
  /** Two groups: first minus second, Newcombe's interval. */
  readonly difference?: Interval;
  /** Two groups: odds of the first against the second, conditional maximum likelihood and its interval; may be Infinity. null: undefined. */
  readonly oddsRatio?: Interval | null;
  /** More than two groups, and the corrected p below 1 − level: those further away than by chance. */
  readonly standingOut: readonly StandingOut[];
}
export interface ScaleTest extends Tested {
  readonly kind: 'scale';
  readonly test: 'mannWhitney' | 'kruskalWallis';
  /** Where groups are too small for χ² the Kruskal–Wallis is estimated from so many random orders. */
  readonly simulated?: number;
  /** Mann–Whitney: whether p is counted (permutations, ties and all) or approximate. */
  readonly exact: boolean;
  readonly n: readonly number[];
  /** null: nobody rated. */
  readonly medians: readonly (number | null)[];
  readonly kruskal?: { readonly H: number; readonly df: number };
  /** Two groups: how often one of the first lies higher than one of the second (ties half), 0…1. */
  readonly higher?: number;
  /** More than two groups, and the corrected p below 1 − level: pairs (places in `Offer.groups`), Dunn's test, p corrected by Holm; z > 0: the second of the pair higher. */
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly z: number; readonly p: number }[];
}
/** Exclusive rows: one test of the whole table. Cells are [row of the question, place in `Offer.groups`]. */
export interface WholeTest extends Tested {
  readonly kind: 'whole';
  readonly test: 'fisher' | 'chiSquare';
  /** Fisher’s p, where there are too many tables to count, is estimated from so many random ones. */
  readonly simulated?: number;
  readonly chiSquare?: { readonly statistic: number; readonly df: number };
  readonly n: number;
  /** Cells further from independence than by chance, p corrected (Holm) for the number of cells. */
  readonly standingOut: readonly { readonly row: number; /** What the row is called. */ readonly of: string; readonly group: number; readonly z: number; readonly p: number }[];
}
export interface RowRefused { readonly kind: 'refused'; readonly label: string; readonly reason: RefusalReason }
export type RowResult = CountsTest | ScaleTest | WholeTest | RowRefused;

/** The tests of a table, carried out, row by row in the order that was asked. */
export interface Carried {
  readonly fits: true;
  readonly unit: CountedUnit;
  readonly correction: Correction;
  readonly level: number;
  readonly from: 'interviews' | 'survey';
  /** The groups that take part, by their place in the question. Groups without people do not. */
  readonly groups: readonly { readonly label: string; readonly place: number }[];
  readonly rows: readonly RowResult[];
  readonly remarks: readonly Remark[];
}
export type Offer = Carried | Refusal;
