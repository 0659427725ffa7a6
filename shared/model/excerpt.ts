import type { Facet } from './schema.ts';

/** One coding with all that a reader of the quotation wants to know. */
export interface Excerpt {
  readonly coding: number;
  readonly uuid: string;
  readonly quotation: string;
  readonly document: string;
  readonly documentId: number;
  /** UTF-16 units of the document's text. */
  readonly start: number;
  readonly end: number;
  /** Number of the first turn that the passage touches, from 1; null outside of turns. */
  readonly turn: number | null;
  /** Where the turn begins in the recording, ms. */
  readonly time: number | null;
  readonly speakers: readonly string[];
  /** Values by attribute, in the order of the attributes; of several speakers, all of them, each once. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly code: string;
  readonly codeId: number;
  readonly facet: Facet;
  readonly coder: string;
  readonly rating: number | null;
  readonly party: string;
  readonly counterparty: string;
  readonly memo: string;
  /** ms. */
  readonly created: number;
  readonly changed: number;
}
