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
  /** Nothing holds by itself: a person has to choose. */
  readonly asks: boolean;
  readonly likeness: Likeness | null;
  /** Of `alike`: the codes of ours that theirs may be, the likeliest first. Which one is meant is decided by its key. */
  readonly candidates: readonly BookCandidate[];
  /** Of `alike`: how theirs is defined. */
  readonly defined: string;
  /** What will stand there after what holds now; null where that is not one text. */
  readonly after: string | null;
  /** The other codebook, by its place, that what stands here was taken from just before; null where it was here already. */
  readonly from: number | null;
}
/** A code of ours that one of theirs may be. */
export interface BookCandidate {
  readonly key: string;
  readonly uuid: string;
  readonly about: string;
  readonly facet: Facet;
  readonly definition: string;
  /** All that speaks for it, the strongest first. */
  readonly grounds: readonly Likeness[];
  /** It is one with another code of theirs already: all that is left is to take the name as an alias. */
  readonly taken: boolean;
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
  /** All that speaks for two codes being one, the strongest first; empty for nothing. */
  likeness(their: BookCode, our: BookCode): readonly Likeness[];
  /** Where codes of another codebook were left out: what stands there in this one is left out with them. */
  readonly leftOut?: ReadonlySet<string>;
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
  /** Where codes of theirs were left out. */
  readonly leftOut: readonly string[];
  /** Codes that both had and that only one has. */
  readonly same: number;
  readonly onlyHere: number;
}
