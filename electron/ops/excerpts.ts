import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { formatPath, parsePath } from '../../shared/model/path.ts';
import type { Excerpt } from '../../shared/model/excerpt.ts';
import type { Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { attributesInOrder } from './attributes.ts';
import { codePaths, findCode, subtree } from './codes.ts';
import { countedInSql } from './layers.ts';
import { plainText } from './memoLinks.ts';
import { query, type Reader } from './operation.ts';
import { seenBy } from './seen.ts';

type CodingRow = Omit<Row<'codings'>, 'passage'> & { document: number; start: number; end: number };

/** Excerpts of these codings, in the order of documents and text. */
export function excerptsOf(project: Reader, codings: readonly number[]): Excerpt[] {
  const rows = project.query<CodingRow>(`SELECT codings.id, codings.uuid, code, coder, rating, party, counterparty, codings.created, codings.changed, document, passages."start", passages."end"
    FROM codings JOIN passages ON passages.id = passage WHERE codings.id IN (SELECT value FROM json_each(?)) ORDER BY document, "start", "end", code, codings.id`, JSON.stringify(codings));
  const names = <T extends 'coders' | 'participants'>(table: T) => new Map(project.all(table).map(({ id, name }) => [id, name]));
  const coders = names('coders');
  const participants = names('participants');
  const paths = codePaths(project);
  const codes = new Map(project.all('codes').map((code) => [code.id, code]));
  const pathOf = (code: number | null) => (code === null ? '' : formatPath(paths.get(code)!));
  const attributes = attributesInOrder(project);
  const values = Map.groupBy(project.all('attributeValues'), (row) => `${row.attribute}/${row.participant ?? ''}/${row.document ?? ''}`);
  const memos = Map.groupBy(project.all('memos', { about: 'codings' }), (memo) => memo.target);
  const excerpts: Excerpt[] = [];
  for (const [document, inside] of Map.groupBy(rows, (row) => row.document)) {
    const { name, text } = project.get('documents', document);
    const turns = project.query<Row<'turns'>>('SELECT * FROM turns WHERE document = ? ORDER BY "start", id', document);
    for (const row of inside) {
      const touched = turns.flatMap((turn, index) => (turn.start < turn.end && turn.start < row.end && turn.end > row.start ? [{ ...turn, number: index + 1 }] : []));
      const speakers = [...new Set(touched.flatMap((turn) => (turn.participant === null ? [] : [turn.participant])))];
      const valueOf = (attribute: Row<'attributes'>) => (attribute.of === 'documents' ? [`${attribute.id}//${document}`] : speakers.map((speaker) => `${attribute.id}/${speaker}/`))
        .flatMap((key) => values.get(key)?.map((value) => value.value) ?? []);
      excerpts.push({
        coding: row.id, uuid: row.uuid, quotation: text.slice(row.start, row.end), document: name, documentId: document, start: row.start, end: row.end,
        turn: touched[0]?.number ?? null, time: touched[0]?.time ?? null, speakers: speakers.map((speaker) => participants.get(speaker)!),
        attributes: Object.fromEntries(attributes.map((attribute) => [attribute.name, [...new Set(valueOf(attribute))]])),
        code: pathOf(row.code), codeId: row.code, facet: codes.get(row.code)!.facet, coder: coders.get(row.coder)!, rating: row.rating,
        party: pathOf(row.party), counterparty: pathOf(row.counterparty), memo: (memos.get(row.id) ?? []).map((memo) => [memo.title, plainText(project, memo.text)].filter((part) => part !== '').join('\n')).join('\n'), created: row.created, changed: row.changed,
      });
    }
  }
  return excerpts;
}

export const listExcerpts = query({
  /** Excerpts of a code and what is below it, and of a group (a value of any attribute of the speakers or the document); of everything without them. */
  input: z.strictObject({ code: z.string().optional(), group: z.string().optional() }),
  run: (project, { code, group }) => chosenExcerpts(project, code, group),
});

export const excerptsOfCode = query({
  /** The first excerpts of one code, in the order of documents and text; with `coder`, of this coder's codings alone (0: nobody's). */
  input: z.strictObject({ code: z.int().positive(), limit: z.int().min(1).max(1000), ...seenBy }),
  run(project, { code, limit, coder }) {
    const first = project.query<{ id: number; passage: number }>(`SELECT codings.id, passage FROM codings JOIN passages ON passages.id = passage WHERE code = ? AND ${countedInSql()} ORDER BY document, "start", "end", codings.id LIMIT ?`, code, coder ?? null, coder ?? null, limit);
    const passages = new Map(first.map((row) => [row.id, row.passage]));
    return excerptsOf(project, first.map((row) => row.id)).map((excerpt) => ({ ...excerpt, passage: passages.get(excerpt.coding)! }));
  },
});

export const countOfCode = query({
  /** How many codings a code has, by anybody or by one coder. */
  input: z.strictObject({ code: z.int().positive(), ...seenBy }),
  run: (project, { code, coder = null }) => project.one<{ codings: number }>(`SELECT count(*) AS codings FROM codings WHERE code = ? AND ${countedInSql()}`, code, coder, coder)!,
});

export const codingsOfCode = query({
  /** UUIDs of a code's codings, first `limit`, in the order of documents and text. */
  input: z.strictObject({ code: z.int().positive(), limit: z.int().min(1).max(1000), ...seenBy }),
  run: (project, { code, limit, coder = null }) => project.query<{ uuid: string }>(`SELECT codings.uuid FROM codings JOIN passages ON passages.id = passage WHERE code = ? AND ${countedInSql()} ORDER BY document, "start", "end", codings.id LIMIT ?`, code, coder, coder, limit).map((row) => row.uuid),
});

/** Excerpts of a code, a group, a coder (0: nobody); of all without them. */
export function chosenExcerpts(project: Reader, code: string | undefined, group: string | undefined, coder?: number): Excerpt[] {
  const root = code === undefined ? null : findCode(project, parsePath(code), null);
  if (code !== undefined && root === null) throw new Problem('no-such-code', { code });
  const below = root === null ? null : JSON.stringify(subtree(project, root));
  const codings = project.query<{ id: number }>(`SELECT id FROM codings WHERE (? IS NULL OR code IN (SELECT value FROM json_each(?))) AND ${countedInSql()}`, below, below, coder ?? null, coder ?? null);
  const excerpts = excerptsOf(project, codings.map((row) => row.id));
  if (group === undefined) return excerpts;
  const wanted = nameKey(group);
  const values = project.query<{ value: string }>('SELECT DISTINCT value FROM attributeValues').map((row) => row.value);
  if (!values.some((value) => nameKey(value) === wanted)) throw new Problem('no-such-group', { group, known: values.join(', ') });
  return excerpts.filter((excerpt) => Object.values(excerpt.attributes).some((values) => values.some((value) => nameKey(value) === wanted)));
}
