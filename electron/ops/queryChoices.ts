import { z } from 'zod';
import { conditionAt, query as asked, replaceAt, tripleFacets, type Condition, type TripleFacet } from '../../shared/model/query.ts';
import { nameKey } from '../../shared/model/text.ts';
import { codesInOrder } from './codes.ts';
import { query, type Reader } from './operation.ts';
import { codingsOf, completing } from './queryCodings.ts';
import { evaluator, interviewees, speakersAt } from './queryEvaluation.ts';
import { groundOf, type Ground } from './queryGround.ts';
import { namesIn } from './queryNames.ts';

/**
 * What a choice would make of a query that is true of a passage only by what is at one place of its tree: with `chosen` there and
 * without. A choice is a set of passages; the answer is how many the query finds once it is taken.
 */
interface Open { readonly chosen: Uint8Array; readonly without: Uint8Array }

const everything: Condition = { kind: 'all', of: [] };
const nothing: Condition = { kind: 'any', of: [] };

/** The part of the tree that is decided passage by passage: what stands in a `place` speaks of other passages, and is counted by itself. */
function pointwise(condition: Condition, at: readonly number[]): { whole: Condition; at: readonly number[] } {
  for (let depth = at.length - 1; depth >= 0; depth--)
    if (conditionAt(condition, at.slice(0, depth))?.kind === 'place') return { whole: conditionAt(condition, at.slice(0, depth + 1)) ?? condition, at: at.slice(depth + 1) };
  return { whole: condition, at };
}

function openAt(project: Reader, ground: Ground, condition: Condition, at: readonly number[]): Open {
  const found = evaluator(project, ground, namesIn(project));
  const marks = (there: Condition | null) => found((there ? replaceAt(condition, at, there) : condition) ?? nothing).marks;
  const there = conditionAt(condition, at);
  if (there?.kind === 'any') return { chosen: marks(everything), without: marks(null) };
  if (there?.kind === 'all') return { chosen: marks(null), without: marks(nothing) };
  return { chosen: marks(everything), without: marks(nothing) };
}

/** Counts the passages of many choices in one walk. */
function tally({ chosen, without }: Open) {
  const gain = new Map<string, number>();
  const last = new Map<string, number>();
  let base = 0;
  for (const mark of without) base += mark;
  return {
    /** A passage belongs to a choice; told any number of times, it counts once. Passages come one after the other. */
    tell(place: number, key: string): void {
      const by = chosen[place]! - without[place]!;
      if (by === 0 || last.get(key) === place) return;
      last.set(key, place);
      gain.set(key, (gain.get(key) ?? 0) + by);
    },
    matters: (place: number): boolean => chosen[place] !== without[place],
    of: (key: string): number => base + (gain.get(key) ?? 0),
  };
}

export const countChoices = query({
  /**
   * What the query would find with one more condition: for each code (with what is below it), coder, attribute value, person, document and so
   * on, the number of passages if it were added to the group at `at`, a path through the tree. Where `at` leads to a triple, `part` says which of its parts is to be
   * chosen: the numbers are those with that part so chosen. Within a `place` the passages of that place are counted.
   */
  input: z.strictObject({ query: asked, at: z.array(z.int().min(0)).max(24).default([]), part: z.enum(tripleFacets).optional() }),
  run(project, { query: condition, at: given, part }) {
    const ground = groundOf(project);
    const { whole, at } = pointwise(condition, given);
    const there = conditionAt(whole, at);
    const count = tally(openAt(project, ground, whole, at));
    const mask = there?.kind === 'triple' && part ? completing(project, ground, namesIn(project), there, part) : null;
    countCodings(project, ground, count, mask);
    if (mask === null) countPlain(project, ground, count);
    return answer(project, count, mask === null ? null : part!);
  },
});
type Tally = ReturnType<typeof tally>;

function countCodings(project: Reader, ground: Ground, { tell, matters }: Tally, mask: Uint8Array | null): void {
  const codes = codesInOrder(project);
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  const above = new Map(codes.map(({ id }) => {
    const keys: string[] = [];
    for (let code: number | null = id; code !== null; code = parents.get(code) ?? null) keys.push(`code/${code}`);
    return [id, keys];
  }));
  const facetOf = new Map(codes.map(({ id, facet }) => [id, facet]));
  const { code, coder, id } = ground.facts.codings;
  for (let place = 0; place < ground.size; place++) {
    if (!matters(place)) continue;
    const bits = new Map<number, number>();
    for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
      const coding = ground.codings[at]!;
      if (mask && mask[coding] === 0) continue;
      const facet = facetOf.get(code[coding]!)!;
      for (const key of above.get(code[coding]!)!) tell(place, key);
      tell(place, `facet/${facet}`);
      tell(place, `coder/${coder[coding]}`);
      if (facet === 'dimension' && (ground.judged.rating[id[coding]!] ?? null) === null) tell(place, 'unrated');
      if (facet !== 'theme') bits.set(coder[coding]!, (bits.get(coder[coding]!) ?? 0) | (1 << tripleFacets.indexOf(facet)));
    }
    for (const said of bits.values()) if (said !== 0b111) tell(place, 'halfCoded');
  }
}

function countPlain(project: Reader, ground: Ground, { tell, matters }: Tally): void {
  const asked = interviewees(project);
  const people = new Map(project.query<{ id: number; role: string }>('SELECT id, role FROM participants').map(({ id, role }) => [id, role]));
  const attributes = project.query<{ id: number; of: string }>('SELECT id, "of" FROM attributes');
  const values = new Map(project.all('attributeValues').map((row) => [`${row.attribute}/${row.participant === null ? `document/${row.document}` : row.participant}`, nameKey(row.value)]));
  const valueKey = (attribute: number, whose: string | number) => `value/${attribute}/${values.get(`${attribute}/${whose}`) ?? ''}`;
  const ofPeople = attributes.filter(({ of }) => of === 'participants');
  const ofDocuments = attributes.filter(({ of }) => of === 'documents');
  const keysOf = new Map<string, readonly string[]>();
  const spoken = (speakers: readonly number[]): readonly string[] => [
    ...speakers.flatMap((speaker) => [`participant/${speaker}`, `role/${people.get(speaker)}`]),
    ...ofPeople.flatMap(({ id }) => (speakers.length === 0 ? [`value/${id}/`] : speakers.filter((speaker) => asked.has(speaker)).map((speaker) => valueKey(id, speaker)))),
  ];
  const memos = new Set(project.query<{ about: string; target: number }>("SELECT about, target FROM memos WHERE about IN ('passages', 'codings')").map(({ about, target }) => `${about}/${target}`));
  for (const { id, from, to } of ground.documents) {
    const inDocument = [`document/${id}`, ...ofDocuments.map((attribute) => valueKey(attribute.id, `document/${id}`))];
    for (let place = from; place < to; place++) {
      if (!matters(place)) continue;
      const speakers = speakersAt(ground, place);
      const set = speakers.join();
      if (!keysOf.has(set)) keysOf.set(set, spoken(speakers));
      for (const key of inDocument) tell(place, key);
      for (const key of keysOf.get(set)!) tell(place, key);
      if (memos.size > 0 && (memos.has(`passages/${ground.id[place]}`) || codingsOf(ground, place).some((coding) => memos.has(`codings/${ground.facts.codings.id[coding]}`)))) tell(place, 'memo');
    }
  }
}

function answer(project: Reader, { of }: Tally, part: TripleFacet | null) {
  const facets = ['stakeholder', 'dimension', 'conflict', 'theme'] as const;
  const codes = codesInOrder(project).filter(({ facet }) => part === null || facet === part);
  const numbers = (table: 'coders' | 'participants' | 'documents', one: string) => (part === null ? project.query<{ id: number }>(`SELECT id FROM ${table}`).map(({ id }) => ({ id, n: of(`${one}/${id}`) })) : []);
  const attributes = part === null ? project.query<{ id: number }>('SELECT id FROM attributes') : [];
  const used = Map.groupBy(project.query<{ attribute: number; value: string }>('SELECT DISTINCT attribute, value FROM attributeValues'), (row) => row.attribute);
  return {
    codes: codes.map(({ id }) => ({ id, n: of(`code/${id}`) })),
    facets: facets.filter((facet) => part === null || facet === part).map((facet) => ({ id: facet, n: of(`facet/${facet}`) })),
    coders: numbers('coders', 'coder'), participants: numbers('participants', 'participant'), documents: numbers('documents', 'document'),
    roles: part === null ? (['interviewee', 'interviewer', 'other'] as const).map((role) => ({ id: role, n: of(`role/${role}`) })) : [],
    /** Values as they are written; null: without a value. */
    values: attributes.flatMap(({ id }) => [...(used.get(id) ?? []).map(({ value }) => ({ attribute: id, value: value as string | null, n: of(`value/${id}/${nameKey(value)}`) })), { attribute: id, value: null, n: of(`value/${id}/`) }]),
    halfCoded: of('halfCoded'), memo: of('memo'), unrated: of('unrated'),
  };
}
