import { z } from 'zod';
import { tables, type TableName } from './schema.ts';
import type { Fields } from './fields.ts';
import type { Span } from './span.ts';

/** Whose holds where two copies differ. */
export const mergeChoices = ['mine', 'theirs', 'both'] as const;
export type MergeChoice = (typeof mergeChoices)[number];
/**
 * What a person has to decide:
 * - `field`: both changed one field of a record, each otherwise;
 * - `goneHere`: deleted here, changed or used there; `goneThere`: the other way round;
 * - `text`: both corrected the same words; `covered`: they took words away that are coded here;
 * - `name`: two that are not one are called the same;
 * - `turns`: both divided a document's turns anew; `span`: both moved the edges of a passage.
 */
export const mergeConflictKinds = ['field', 'goneHere', 'goneThere', 'text', 'covered', 'name', 'turns', 'span'] as const;
export type MergeConflictKind = (typeof mergeConflictKinds)[number];

/** One thing that both did, each otherwise: ours, what it was when they had it in common, theirs, in words that can be shown (null: not there). */
export interface MergeConflict {
  /** Names the difference and what both have: a decision holds for nothing else. */
  readonly key: string;
  readonly kind: MergeConflictKind;
  readonly table: TableName;
  /** What it is about, by name: a code's path, a passage's words. */
  readonly about: string;
  /** Where that stands: a document, a coder. */
  readonly where: string;
  readonly field: string | null;
  readonly ours: string | null;
  readonly base: string | null;
  readonly theirs: string | null;
  /** What may be chosen, and what was. */
  readonly choices: readonly MergeChoice[];
  readonly decision: MergeChoice | null;
  /** How many other records hang on it. */
  readonly touches: number;
  /** Of words that both corrected: where they began in the text that both had, UTF-16 units. */
  readonly from?: number;
  /** And where they stand in ours. */
  readonly here?: Span;
}
/** Who wrote what stands on one side of a difference, and when (ms); the file from which a merge brought it, where one did. */
export interface MergeAuthor { readonly who: string; readonly at: number; readonly from: string | null }
/** How many records of a table come, change and go. */
export interface MergeCount { readonly table: TableName; readonly added: number; readonly changed: number; readonly removed: number }
/** Codings of theirs whose words are not in our text any more. */
export interface MergeLost { readonly document: string; /** The document's. */ readonly uuid: string; readonly quotation: string; readonly codes: readonly string[] }

/** Rows of a kind that come, change and go, in words: by their names, or what they say. */
export interface MergeRow { readonly name: string; readonly where: string; /** Whose it is, where it is somebody's. */ readonly coder: string | null; /** What becomes of it, where it changes. */ readonly fields: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[] }
type Moves<V> = Readonly<Record<'added' | 'changed' | 'removed', V>>;
export const mergeMoves = ['added', 'changed', 'removed'] as const;
/** The first rows of a kind. */
export interface MergeKind extends Moves<readonly MergeRow[]> { readonly table: MergedTable }
/** How many codings and memos of a coder come, change and go. */
export interface MergeCoder { readonly coder: string; readonly codings: Moves<number>; readonly memos: Moves<number> }
/** What is corrected in a text of ours, the first places, with the words around them. */
export interface MergeTextChange { readonly document: string; readonly count: number; readonly edits: readonly { readonly before: string; readonly removed: string; readonly inserted: string; readonly after: string }[] }
export interface MergeComing { readonly coders: readonly MergeCoder[]; readonly kinds: readonly MergeKind[]; readonly texts: readonly MergeTextChange[] }

/** By conflict key; `rest` for all that are not named. */
export const mergeDecisions = z.record(z.string().max(400), z.enum(mergeChoices));
/** Records of the other study (UUID) that are records of ours (UUID), or none of them (null): beyond what is found. */
export const mergeMapping = z.record(z.string().max(64), z.string().max(64).nullable());

/** Tables in the order in which their rows come in: what others point at first. Versions of the codebook are points of a journal, and stay with it. */
export const mergedTables = [
  'coders', 'attributes', 'documents', 'participants', 'attributeValues', 'turns', 'codes', 'passages', 'codings', 'codeSets', 'codeSetMembers', 'savedQueries', 'savedTables', 'reports', 'listedWords',
  'surveys', 'questions', 'respondents', 'answers', 'answerCodes', 'conflicts', 'conflictPoints', 'conflictPassages', 'adjudications', 'finishedDocuments', 'handOuts', 'foreignParts', 'memos', 'project',
] as const satisfies readonly TableName[];
export type MergedTable = (typeof mergedTables)[number];

const moves = z.object({ added: z.number(), changed: z.number(), removed: z.number() });
/** What the journal keeps of a merge for whoever asks later what it did: what came, what found no place, and how each difference was decided. */
export const mergeSummary = z.object({
  counts: z.array(z.object({ table: z.enum(mergedTables), ...moves.shape })),
  coders: z.array(z.object({ coder: z.string(), codings: moves, memos: moves })),
  lost: z.array(z.object({ document: z.string(), uuid: z.string().optional(), quotation: z.string(), codes: z.array(z.string()) })),
  decided: z.array(z.object({ key: z.string(), kind: z.enum(mergeConflictKinds), table: z.enum(mergedTables), about: z.string(), where: z.string(), field: z.string().nullable(), decision: z.enum(mergeChoices) })),
});
export type MergeSummary = z.output<typeof mergeSummary>;

/** What is settled without asking, where both changed it: nobody would want to be asked. */
type Settled = (ours: unknown, theirs: unknown) => unknown;
const least: Settled = (ours, theirs) => Math.min(Number(ours), Number(theirs));
const most: Settled = (ours, theirs) => Math.max(Number(ours), Number(theirs));
const ours: Settled = (own) => own;
/** The same whoever merges. */
const first: Settled = (own, theirs) => (String(own) < String(theirs) ? own : theirs);
/** Names of both, ours first. */
const union: Settled = (own, theirs) => [...new Set([...(own as string[]), ...(theirs as string[])])];
export const settled: Readonly<Record<string, Settled>> = {
  created: least, changed: most, returned: most, position: least, aliases: union, choices: union, source: ours, encoding: ours, original: ours, language: ours, basis: ours, handedOut: ours, colour: first,
};
/** Texts of which both may be kept, one behind the other. */
export const joinable: ReadonlySet<string> = new Set(['definition', 'include', 'exclude', 'example', 'text', 'description', 'note', 'wording', 'sampling']);

/** Columns that are kept in step by the store, or are brought together in a way of their own. */
const apart: Partial<Record<TableName, readonly string[]>> = { documents: ['text', 'textHash'], passages: ['start', 'end'], turns: ['start', 'end'], project: ['created', 'handedOut'] };
export interface MergedColumn { readonly name: string; /** The table it points at; 'about' where another column says which. */ readonly refers: TableName | 'about' | null; readonly required: boolean }
const columns = new Map(mergedTables.map((table): [TableName, readonly MergedColumn[]] => [table, Object.entries(tables[table] as Fields)
  .filter(([name]) => name !== 'id' && name !== 'uuid' && !apart[table]?.includes(name))
  .map(([name, field]) => ({ name, refers: table === 'memos' && name === 'target' ? 'about' : field.refers as TableName | null, required: field.sql.includes('NOT NULL') }))]));
/** The columns of a table that are compared field by field. */
export const columnsOf = (table: MergedTable): readonly MergedColumn[] => columns.get(table)!;
