import type { TableCode } from './table.ts';

/** The codings of one document in the order of its text: which code stands where, and who speaks there. Offsets are UTF-16 units. */
export interface Portrait {
  readonly document: number; readonly name: string; readonly length: number;
  /** The codes that occur, in the order of the codebook. */
  readonly codes: readonly TableCode[];
  /** `code` is a place in `codes`. */
  readonly codings: readonly { readonly coding: number; readonly code: number; readonly start: number; readonly end: number; readonly coder: string; readonly rating: number | null; readonly speakers: readonly string[] }[];
  readonly turns: readonly { readonly start: number; readonly end: number; readonly speaker: string; readonly interviewer: boolean }[];
}
