import { z } from 'zod';

/** Kinds of pictures by name; those that a program does not know are not drawn. */
const picture = z.string().min(1).max(100);
const id = z.int().positive();
const heading = z.strictObject({ id, type: z.literal('heading'), text: z.string().max(1000), level: z.union([z.literal(1), z.literal(2)]).default(1) });
const text = z.strictObject({ id, type: z.literal('text'), /** Paragraphs with an empty line between them. */ text: z.string().max(100_000) });
/** Numbers by row and column; more than a reader compares are not kept. */
export const lastNumbers = z.record(z.string(), z.record(z.string(), z.number().nullable())).refine((rows) => Object.values(rows).reduce((sum, cells) => sum + Object.keys(cells).length, 0) <= 4000);
const last = z.strictObject({ at: z.number(), language: z.enum(['en', 'zh']), n: z.string(), numbers: lastNumbers });
/** What a part said when its report was last made. */
export type LastMade = z.infer<typeof last>;
const exhibit = z.strictObject({
  id, type: z.literal('exhibit'),
  /** Which analysis, an id of the list of exhibits, and what is asked of it. Made anew whenever the report is read. */
  kind: z.string().min(1).max(100), asked: z.json(),
  /** '' for the title that it gives itself. */
  title: z.string().max(1000).default(''),
  /** Quotations of each cell, group or side, at most. */
  quotations: z.int().min(0).max(50).default(0),
  /** Null for none. */
  picture: picture.nullable().default(null),
  /** Whether the numbers stand in it as a table. */
  matrix: z.boolean().default(true),
  /** Null before the report is made for the first time. */
  last: last.nullable().default(null),
});
/** A part of a report; `id` is its own within the report. */
export const reportPart = z.discriminatedUnion('type', [heading, text, exhibit]);
export type ReportPart = z.infer<typeof reportPart>;
export type ExhibitPart = Extract<ReportPart, { type: 'exhibit' }>;
/** A part before it has a place. */
export const newPart = z.discriminatedUnion('type', [heading.omit({ id: true }), text.omit({ id: true }), exhibit.omit({ id: true })]);
export type NewPart = z.input<typeof newPart>;

/** Pictures that say no numbers: they stand only with their table. */
export const needsTable = (picture: string | null): boolean => picture === 'cloud';
