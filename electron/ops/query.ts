import { z } from 'zod';
import { parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { query as asked, type Condition } from '../../shared/model/query.ts';
import { facets, type TableName } from '../../shared/model/schema.ts';
import { splitsPair } from '../../shared/model/span.ts';
import { codeAtPath } from './codes.ts';
import { addCodings } from './codingSheet.ts';
import { command, query, type Reader } from './operation.ts';
import { codingsOf } from './queryCodings.ts';
import { evaluate, foundBy, speakersAt, type Evaluated } from './queryEvaluation.ts';
import { namesIn } from './queryNames.ts';
import { textsOf, turnAt, turnsOf } from './searchSources.ts';
import { only } from './seen.ts';

const id = z.int().positive();

/** What a query may have read: where a change makes it ask anew. */
const decidedBy = ['passages', 'codings', 'turns', 'documents', 'codes', 'codeSets', 'codeSetMembers', 'coders', 'participants', 'attributes', 'attributeValues', 'memos'] as const satisfies readonly TableName[];
/** Answers to the last queries, until the study changes: the next page of a list must not ask again. */
const kept = 6;
type Answer = Evaluated & { readonly places: readonly number[] };

export function answerTo(project: Reader, condition: Condition, coder?: number): Answer {
  const known = project.derive('queries', () => {
    for (const table of decidedBy) project.one(`SELECT 1 FROM "${table}" LIMIT 1`);
    return new Map<string, Answer>();
  });
  const key = `${coder ?? ''}/${JSON.stringify(condition)}`;
  let answer = known.get(key);
  if (!answer) {
    const evaluated = evaluate(project, condition, coder);
    const places: number[] = [];
    evaluated.marks.forEach((mark, place) => { if (mark === 1) places.push(place); });
    known.set(key, (answer = { ...evaluated, places }));
    if (known.size > kept) known.delete(known.keys().next().value!);
  }
  return answer;
}

/** UTF-16 units of a quotation that a list shows at most. */
const shown = 400;
/** A coding of a found passage; `asked` where it is one of those that made the passage fulfil the query. */
export interface FoundCoding { readonly id: number; readonly code: number; readonly coder: number; readonly rating: number | null; readonly party: number | null; readonly counterparty: number | null; readonly asked: boolean }
export interface FoundPassage {
  readonly passage: number; readonly document: number; readonly start: number; readonly end: number;
  /** Its words, at most 400 UTF-16 units of them. */
  readonly quotation: string;
  /** Number of its first turn, from 1; null outside of turns. */
  readonly turn: number | null;
  readonly speakers: readonly string[];
  readonly codings: readonly FoundCoding[];
}

function rowAt(project: Reader, answer: Answer, place: number, turns: ReturnType<typeof turnsOf>, names: ReadonlyMap<number, string>): FoundPassage {
  const { ground, codingsAt } = answer;
  const { code, coder, id: numbers } = ground.facts.codings;
  const { rating, party, counterparty } = ground.judged;
  const [document, start, end] = [ground.document[place]!, ground.start[place]!, ground.end[place]!];
  const text = textsOf(project)(document);
  const cut = Math.min(end, start + shown);
  const made = new Set(codingsAt(place));
  const first = turnAt(turns, start);
  return {
    passage: ground.id[place]!, document, start, end, quotation: text.slice(start, splitsPair(text, cut) ? cut + 1 : cut),
    turn: first?.number ?? null, speakers: speakersAt(ground, place).map((speaker) => names.get(speaker) ?? ''),
    codings: codingsOf(ground, place).map((coding) => {
      const number = numbers[coding]!;
      return { id: number, code: code[coding]!, coder: coder[coding]!, rating: rating[number] ?? null, party: party[number] ?? null, counterparty: counterparty[number] ?? null, asked: made.has(coding) };
    }),
  };
}

export const findPassages = query({
  /** The coded passages that a query finds, `from` to `from + limit` in the order of documents and text, and how many there are in each document. */
  input: z.strictObject({ query: asked, coder: only, from: z.int().min(0).default(0), limit: z.int().min(0).max(1000).default(100) }),
  run(project, { query: condition, coder, from, limit }) {
    const answer = answerTo(project, condition, coder);
    const { ground, marks, places, told } = answer;
    const names = new Map(project.query<{ id: number; name: string }>('SELECT id, name FROM participants').map((row) => [row.id, row.name]));
    const rows: FoundPassage[] = [];
    for (const [document, inside] of Map.groupBy(places.slice(from, from + limit), (place) => ground.document[place]!)) {
      const turns = turnsOf(project, document);
      for (const place of inside) rows.push(rowAt(project, answer, place, turns, names));
    }
    const documents = ground.documents.flatMap(({ id: document, name, from: first, to }) => {
      let count = 0;
      for (let place = first; place < to; place++) count += marks[place]!;
      return count === 0 ? [] : [{ id: document, label: name, count }];
    });
    return { total: places.length, of: ground.size, documents, rows, ...told, /** The query with the names that things have now. */ asked: namesIn(project).refreshed(condition) };
  },
});

export const countPassages = query({
  /** How many passages each of several queries finds: to tell beside a choice what taking it would leave. */
  input: z.strictObject({ queries: z.array(asked).max(40), coder: only }),
  run: (project, { queries, coder }) => queries.map((condition) => answerCount(project, condition, coder)),
});
function answerCount(project: Reader, condition: Condition, coder: number | undefined): number {
  let count = 0;
  for (const mark of evaluate(project, condition, coder).marks) count += mark;
  return count;
}

export const codePassages = command({
  /** Codes the passages that a query finds: all of them, or those that `only` names by their numbers. One step of the history. */
  input: z.strictObject({
    query: asked, coder: only, only: z.array(id).optional(),
    /** A code, or the path of one, which is made where it is missing. */
    code: z.union([id, z.strictObject({ path: z.string(), facet: z.enum(facets).nullable().default(null) })]),
  }),
  run(project, { query: condition, coder: seen, only: picked, code: chosen }) {
    const wanted = picked && new Set(picked);
    const found = foundBy(project, condition, seen).passages.filter((passage) => !wanted || wanted.has(passage));
    if (found.length === 0) throw new Problem('nothing-found');
    // What was picked may have been recoded meanwhile, and be found no more.
    if (wanted && found.length < wanted.size) throw new Problem('not-found', { table: 'passages', id: 0 });
    const path = typeof chosen === 'number' ? null : parsePath(chosen.path);
    if (path?.length === 0) throw new Problem('no-such-code', { code: '' });
    const code = typeof chosen === 'number' ? project.get('codes', chosen).id : codeAtPath(project, path!, chosen.facet);
    const coder = project.coder();
    return { code, hits: found.length, ...addCodings(project, found.map((passage) => ({ ...project.get('passages', passage), code, coder }))) };
  },
  about: (project, _input, { code, added }) => ({ code: project.get('codes', code).name, count: added }),
  remember: ({ only: picked, ...rest }) => ({ ...rest, only: picked?.length ?? null }),
});
