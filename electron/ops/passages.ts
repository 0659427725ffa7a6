import { z } from 'zod';
import { inShort } from '../../shared/model/memoText.ts';
import type { Row } from '../../shared/model/schema.ts';
import type { Span } from '../../shared/model/span.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { LinkTarget } from './memoLinks.ts';
import { query } from './operation.ts';
import { documentSources } from './searchSources.ts';

export const listNotedPassages = query({
  /** The passages of a document that carry a memo, in the order of the text. Those whose last coding was taken off live on by it. */
  input: z.strictObject({ document: z.int().positive() }),
  run: (project, { document }) => project.query<Span & { id: number }>(
    `SELECT id, "start", "end" FROM passages WHERE document = ? AND id IN (SELECT target FROM memos WHERE about = 'passages') ORDER BY "start", "end" DESC, id`, document),
});

export const findPassagesByWords = query({
  /** Coded or noted passages in whose words all that was typed stands, in the order of documents and text. */
  input: z.strictObject({ typed: z.string().min(1).max(1000), limit: z.int().min(1).max(100).default(8) }),
  run(project, { typed, limit }): LinkTarget[] {
    const words = nameKey(typed).split(' ').filter(Boolean);
    if (words.length === 0) return [];
    const spans = Map.groupBy(project.query<Row<'passages'>>('SELECT id, uuid, document, "start", "end" FROM passages ORDER BY document, "start", "end", id'), (passage) => passage.document);
    const found: LinkTarget[] = [];
    for (const { of, label: detail, text } of documentSources(project, [...spans.keys()])) {
      for (const { id, uuid, document, start, end } of spans.get(of)!) {
        const said = text.slice(start, end);
        const key = nameKey(said);
        if (words.every((word) => key.includes(word))) found.push({ kind: 'passage', uuid, label: inShort(said), id, detail, facet: null, colour: '', document, start, end });
        if (found.length === limit) return found;
      }
    }
    return found;
  },
});
