import { z } from 'zod';
import type { Span } from '../../shared/model/span.ts';
import { query } from './operation.ts';

export const listNotedPassages = query({
  /** The passages of a document that carry a memo, in the order of the text. Those whose last coding was taken off live on by it. */
  input: z.strictObject({ document: z.int().positive() }),
  run: (project, { document }) => project.query<Span & { id: number }>(
    `SELECT id, "start", "end" FROM passages WHERE document = ? AND id IN (SELECT target FROM memos WHERE about = 'passages') ORDER BY "start", "end" DESC, id`, document),
});
