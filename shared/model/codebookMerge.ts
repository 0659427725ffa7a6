import { z } from 'zod';
import type { Likeness } from './codeLikeness.ts';
import type { Facet, Row } from './schema.ts';

/** What may be chosen: whose holds; of two codes that are alike: one code, the other's name as an alias of ours and no more, or two codes. */
export const bookChoices = ['mine', 'theirs', 'both', 'same', 'alias', 'apart'] as const;
export type BookChoice = (typeof bookChoices)[number];
/** By the key of what is decided. */
export const bookDecisions = z.record(z.string().max(2000), z.enum(bookChoices));
export type BookDecisions = z.infer<typeof bookDecisions>;

/**
 * What differs between this codebook and another:
 * - `alike`: a code of theirs that may be one of ours; `added`: a new one; `goneHere`: one that was removed here; `gone`: one that was removed there;
 *   `merged`: one that went into another there;
 * - `renamed`, `moved`, `redefined`, `scale`, `aliases`: of a code that both have.
 */
export const bookItemKinds = ['alike', 'redefined', 'renamed', 'moved', 'scale', 'aliases', 'added', 'merged', 'gone', 'goneHere'] as const;
export type BookItemKind = (typeof bookItemKinds)[number];

/** A code of a codebook, wherever that stands. References are UUIDs; what is no UUID names a row of a file. */
export interface BookCode extends Pick<Row<'codes'>, 'name' | 'facet' | 'definition' | 'include' | 'exclude' | 'example' | 'scale' | 'aliases' | 'colour' | 'codable'> {
  readonly uuid: string;
  readonly parent: string | null;
  /** The file says the facet; other programs know none. */
  readonly facetSaid: boolean;
}
export const described = ['definition', 'include', 'exclude', 'example'] as const;

export interface BookItem {
  /** Names the difference and what both have: a decision holds for nothing else. */
  readonly key: string;
  readonly kind: BookItemKind;
  /** The other codebook, by its place among those that are merged. */
  readonly book: number;
  readonly facet: Facet;
  /** The path of the code, as it is here, or there where it is new. */
  readonly about: string;
  /** Of the code here, and of the code there. */
  readonly uuid: string | null;
  readonly their: string | null;
  readonly field: (typeof described)[number] | null;
  readonly ours: string;
  /** What both began with; null where that is not known. */
  readonly base: string | null;
  readonly theirs: string;
  readonly choices: readonly BookChoice[];
  /** What was chosen; null for nothing. */
  readonly decision: BookChoice | null;
  /** What holds now; null where somebody has to choose first. */
  readonly holds: BookChoice | null;
  readonly likeness: Likeness | null;
}

/** What has to be known of the study that is merged into. */
export interface BookAsked {
  readonly book: number;
  readonly decisions: BookDecisions;
  /** Where somebody would have to choose, and has not. */
  readonly rest?: 'mine' | 'theirs' | 'both' | undefined;
  /** What theirs was when both were one, by UUID of theirs; null where nothing is known. `wholly`: theirs holds in everything. */
  readonly base: ReadonlyMap<string, BookCode> | 'wholly' | null;
  /** Codes of theirs that were brought together with one of ours before. */
  readonly joined: ReadonlyMap<string, string>;
  likeness(their: BookCode, our: BookCode): Likeness | null;
  /** Whether something of the study hangs on a code: it does not go then. */
  isUsed(uuid: string): boolean;
  /** Whether a code may come to another facet: what is rated, say, stays a dimension. */
  mayMove(uuid: string, facet: Facet): boolean;
}
export interface MergedBook {
  readonly codes: readonly BookCode[];
  readonly items: readonly BookItem[];
  /** UUIDs: theirs, and the code here that it is. */
  readonly links: readonly (readonly [string, string])[];
  /** UUIDs of codes here that go into another. */
  readonly folded: readonly (readonly [string, string])[];
  readonly gone: readonly string[];
  /** Codes that both had and that only one has. */
  readonly same: number;
  readonly onlyHere: number;
}
