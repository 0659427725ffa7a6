import { z } from 'zod';
import { wholeText, givenName } from './fields.ts';
import { facets, roles, scaleStep } from './schema.ts';

const list = <T extends z.ZodType>(each: T) => z.array(each).readonly();
const path = z.array(givenName).min(1).readonly();
const values = z.record(z.string(), z.string());
const span = { start: z.int().min(0), end: z.int().min(0) };

/**
 * A study, or part of one, as plain values that refer to each other by name: what can be put into a study in one step.
 * Spans are UTF-16 units of their document's text; times in a recording and moments are ms; '' and null mean "none".
 */
export const snapshot = z.object({
  name: givenName,
  description: wholeText,
  attributes: list(z.object({ name: givenName, of: z.enum(['participants', 'documents']), kind: z.enum(['text', 'number', 'choice', 'date']), choices: list(z.string()) })),
  participants: list(z.object({ name: givenName, role: z.enum(roles), /** By attribute name. */ values })),
  /** Parents before their children. */
  codes: list(z.object({ path, facet: z.enum(facets), definition: wholeText, include: wholeText, exclude: wholeText, example: wholeText, scale: list(scaleStep), /** Other names that it is found by; none where nothing is said. */ aliases: list(wholeText).optional() })),
  documents: list(z.object({
    name: givenName, text: wholeText, values,
    turns: list(z.object({ ...span, participant: z.string().nullable(), label: z.string(), time: z.int().min(0).nullable() })),
  })),
  codings: list(z.object({
    document: z.string(), ...span, code: path, facet: z.enum(facets), coder: givenName, rating: z.int().nullable(), party: path.nullable(), counterparty: path.nullable(), memo: wholeText, created: z.int().min(0),
  })),
});
export type Snapshot = z.infer<typeof snapshot>;
