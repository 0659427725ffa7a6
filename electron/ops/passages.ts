import { z } from 'zod';
import { inShort } from '../../shared/model/memoText.ts';
import type { Row } from '../../shared/model/schema.ts';
import type { Span } from '../../shared/model/span.ts';
import { nameKey } from '../../shared/model/text.ts';
import { formatPath } from '../../shared/model/path.ts';
import { codePaths } from './codes.ts';
import { countedInSql } from './layers.ts';
import { codingLabel, type LinkTarget } from './memoLinks.ts';
import { query, type Reader } from './operation.ts';
import { documentSources } from './searchSources.ts';
import { seenBy } from './seen.ts';

export const listNotedPassages = query({
  /** The passages of a document that carry a memo, and those without codings that a conflict of the register rests on, in the order of the text. Those whose last coding was taken off live on by either. */
  input: z.strictObject({ document: z.int().positive() }),
  run: (project, { document }) => project.query<Span & { id: number }>(
    `SELECT id, "start", "end" FROM passages WHERE document = ? AND (id IN (SELECT target FROM memos WHERE about = 'passages') OR (id IN (SELECT passage FROM conflictPassages) AND id NOT IN (SELECT passage FROM codings))) ORDER BY "start", "end" DESC, id`, document),
});

const wanted = z.strictObject({ typed: z.string().min(1).max(1000), limit: z.int().min(1).max(100).default(8) });
interface Place { readonly place: LinkTarget & { readonly passage: number }; /** What was typed and does not stand in its words. */ readonly missing: readonly string[] }
/** Passages in whose words some of what was typed stands, in the order of documents and text. */
function* placesByWords(project: Reader, typed: string): Generator<Place> {
  const words = nameKey(typed).split(' ').filter(Boolean);
  if (words.length === 0) return;
  const spans = Map.groupBy(project.query<Row<'passages'>>('SELECT id, uuid, document, "start", "end" FROM passages ORDER BY document, "start", "end", id'), (passage) => passage.document);
  for (const { of, label: detail, text } of documentSources(project, [...spans.keys()])) {
    for (const { id, uuid, document, start, end } of spans.get(of)!) {
      const said = text.slice(start, end);
      const key = nameKey(said);
      const missing = words.filter((word) => !key.includes(word));
      if (missing.length < words.length) yield { place: { kind: 'passage', uuid, label: inShort(said), id, detail, facet: null, colour: '', document, passage: id, start, end }, missing };
    }
  }
}

export const findPassagesByWords = query({
  /** Coded or noted passages in whose words all that was typed stands. */
  input: wanted,
  run: (project, { typed, limit }): LinkTarget[] => placesByWords(project, typed).filter(({ missing }) => missing.length === 0).take(limit).map(({ place }) => place).toArray(),
});
export const findCodingsByWords = query({
  /** Codings whose passage has some of what was typed in its words, and whose code has the rest in its path; with `coder`, this coder's alone (0: nobody's). */
  input: wanted.extend(seenBy),
  run(project, { typed, limit, coder = null }): LinkTarget[] {
    const codes = new Map(project.all('codes').map((code) => [code.id, { ...code, key: nameKey(formatPath(codePaths(project).get(code.id)!)) }]));
    return placesByWords(project, typed).flatMap(({ place, missing }) => project.query<{ id: number; uuid: string; code: number }>(`SELECT id, uuid, code FROM codings WHERE passage = ? AND ${countedInSql()} ORDER BY id`, place.passage, coder, coder).flatMap((coding): LinkTarget[] => {
      const { name, key, facet, colour } = codes.get(coding.code)!;
      return missing.every((word) => key.includes(word)) ? [{ ...place, kind: 'coding', id: coding.id, uuid: coding.uuid, label: codingLabel(name, place.label), facet, colour }] : [];
    })).take(limit).toArray();
  },
});
