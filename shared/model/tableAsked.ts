import { z } from 'zod';
import { query } from './query.ts';
import { corrections, counts, relations, showings } from './table.ts';

/**
 * Rows or columns: 'codes', 'facet:dimension', 'set:NAME' or 'code:PATH' (it and what is below it); 'participants:NAME' or 'documents:NAME' for
 * an attribute; 'document', 'participant', 'coder'; 'triples'. A bare name is looked for among the codes first in rows, among the attributes
 * first in columns. Several are crossed; several of codes are the facets of triples: what one coder says of one passage together.
 */
export const axis = z.string().max(4000);
export const axes = z.union([axis.transform((one) => [one]), z.array(axis).min(1).max(4)]);
const key = z.array(z.string().nullable()).max(5);

/** In the order of the codebook or of the groups, by name, by what a column (or all of them together) counts, or by the difference of a split in a column (its key without the split; [] for all of them together), highest first. */
export const tableSort = z.union([z.enum(['order', 'name', 'total']), z.strictObject({ column: key }), z.strictObject({ difference: key })]);
export type TableSort = z.infer<typeof tableSort>;

/** What may be asked of a table: the input of `table.make`, and what is kept of a saved one. */
export const tableAsked = z.strictObject({
  rows: axes.default(['codes']),
  columns: axes,
  count: z.enum(counts).default('codings'),
  /** Only whether there is anything, not how much. */
  presence: z.boolean().default(false),
  /** How numbers are shown where the table is drawn or written; changes no number. */
  show: z.enum(showings).default('n'),
  /** An attribute by whose groups every column is split. */
  split: axis.optional(),
  /** Where rows and columns are codes; `most` and `unit` say how near is near. */
  relation: z.enum(relations).default('overlap'),
  most: z.int().min(0).max(1_000_000).default(100),
  unit: z.enum(['characters', 'words']).default('characters'),
  /** Only passages that fulfil a query: a saved one by its number or name, or one given here. */
  filter: z.union([z.strictObject({ saved: z.union([z.int().positive(), z.string().min(1)]) }), z.strictObject({ query })]).optional(),
  /** Interviewers' words count only for `all`. */
  speakers: z.enum(['interviewees', 'all']).default('interviewees'),
  /** Whether a code counts what stands below it too. */
  subcodes: z.boolean().default(false),
  sort: tableSort.default('order'),
  /** The kind of picture (shared/pictures) in which it is drawn where it is drawn; the usual one without it. Changes no number. */
  picture: z.string().max(100).optional(),
  /** Of the tests below the table, for their number. */
  correction: z.enum(corrections).default('holm'),
  /** Only this coder's codings count (0: nobody's), as if there were no others. */
  coder: z.int().min(0).optional(),
});
export type TableAsked = z.output<typeof tableAsked>;
export type TableAskedInput = z.input<typeof tableAsked>;

/** A cell of it: keys of a row and a column; null for all of them together. */
export const cellAsked = { row: key.nullable(), column: key.nullable() };
