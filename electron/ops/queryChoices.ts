import { z } from 'zod';
import { conditionAt, query as asked, replaceAt, tripleFacets, type Condition, type TripleFacet } from '../../shared/model/query.ts';
import { nameKey } from '../../shared/model/text.ts';
import { codesInOrder } from './codes.ts';
import { query, type Reader } from './operation.ts';
import { codingsOf, completing } from './queryCodings.ts';
import { evaluator, interviewees, speakersAt } from './queryEvaluation.ts';
import { groundOf, type Ground } from './queryGround.ts';
import { namesIn } from './queryNames.ts';
import { only } from './seen.ts';

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

/** Counts the passages of many choices in one walk: each choice has a slot of its own. */
function tally({ chosen, without }: Open) {
  const slots = new Map<string, number>();
  const gain: number[] = [];
  const last: number[] = [];
  let base = 0;
  for (const mark of without) base += mark;
  return {
    slot(key: string): number {
      let slot = slots.get(key);
      if (slot === undefined) {
        slots.set(key, (slot = gain.push(0) - 1));
        last.push(-1);
      }
      return slot;
    },
    /** A passage belongs to a choice; told any number of times, it counts once. Passages come one after the other. */
    tell(place: number, slot: number): void {
      if (last[slot] === place) return;
      last[slot] = place;
      gain[slot]! += chosen[place]! - without[place]!;
    },
    /** Whether it makes a difference whether the passage belongs to a choice. */
    matters: (place: number): boolean => chosen[place] !== without[place],
    of: (key: string): number => base + (gain[slots.get(key) ?? -1] ?? 0),
  };
}
type Tally = ReturnType<typeof tally>;

export const countChoices = query({
  /**
   * What the query would find with one more condition: for each code (with what is below it), code set, coder, attribute value, person, document and so
   * on, the number of passages if it were added to the group at `at`, a path through the tree. Where `at` leads to a triple, `part` says which of its parts is to be
   * chosen: the numbers are those with that part so chosen. Within a `place` the passages of that place are counted.
   */
  input: z.strictObject({ query: asked, at: z.array(z.int().min(0)).max(24).default([]), part: z.enum(tripleFacets).optional(), coder: only }),
  run(project, { query: condition, at: given, part, coder }) {
    const ground = groundOf(project, coder);
    const { whole, at } = pointwise(condition, given);
    const there = conditionAt(whole, at);
    const count = tally(openAt(project, ground, whole, at));
    const mask = there?.kind === 'triple' && part ? completing(project, ground, namesIn(project), there, part) : null;
    countCodings(project, ground, count, mask);
    if (mask === null) countPlain(project, ground, count);
    return answer(project, count, mask === null ? null : part!);
  },
});

function countCodings(project: Reader, ground: Ground, { tell, slot, matters }: Tally, mask: Uint8Array | null): void {
  const codes = codesInOrder(project);
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  /** By code: the slots of itself, of what stands above it, of the sets that these are in, and of its facet; its bit of a triple. */
  const above: number[][] = [];
  const bitOf: number[] = [];
  const dimensions = new Set<number>();
  const setsOf = Map.groupBy(project.query<{ codeSet: number; code: number }>('SELECT codeSet, code FROM codeSetMembers'), (row) => row.code);
  for (const { id, facet } of codes) {
    above[id] = [slot(`facet/${facet}`)];
    for (let code: number | null = id; code !== null; code = parents.get(code) ?? null) above[id].push(slot(`code/${code}`), ...(setsOf.get(code) ?? []).map(({ codeSet }) => slot(`set/${codeSet}`)));
    bitOf[id] = facet === 'theme' ? 0 : 1 << tripleFacets.indexOf(facet);
    if (facet === 'dimension') dimensions.add(id);
  }
  const coderSlots: number[] = [];
  for (const { id } of project.query<{ id: number }>('SELECT id FROM coders')) coderSlots[id] = slot(`coder/${id}`);
  const [unrated, halfCoded] = [slot('unrated'), slot('halfCoded')];
  const { code, coder, id } = ground.facts.codings;
  const { rating } = ground.judged;
  const bits = new Map<number, number>();
  for (let place = 0; place < ground.size; place++) {
    if (!matters(place)) continue;
    bits.clear();
    for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
      const coding = ground.codings[at]!;
      if (mask && mask[coding] === 0) continue;
      const here = code[coding]!;
      for (const each of above[here]!) tell(place, each);
      tell(place, coderSlots[coder[coding]!]!);
      if (dimensions.has(here) && (rating[id[coding]!] ?? null) === null) tell(place, unrated);
      if (bitOf[here] !== 0) bits.set(coder[coding]!, (bits.get(coder[coding]!) ?? 0) | bitOf[here]!);
    }
    for (const said of bits.values()) if (said !== 0b111) tell(place, halfCoded);
  }
}

function countPlain(project: Reader, ground: Ground, { tell, slot, matters }: Tally): void {
  const asked = interviewees(project);
  const people = new Map(project.query<{ id: number; role: string }>('SELECT id, role FROM participants').map(({ id, role }) => [id, role]));
  const attributes = project.query<{ id: number; of: string }>('SELECT id, "of" FROM attributes');
  const values = new Map(project.all('attributeValues').map((row) => [`${row.attribute}/${row.participant === null ? `document/${row.document}` : row.participant}`, nameKey(row.value)]));
  const valueKey = (attribute: number, whose: string | number) => `value/${attribute}/${values.get(`${attribute}/${whose}`) ?? ''}`;
  const ofPeople = attributes.filter(({ of }) => of === 'participants');
  const ofDocuments = attributes.filter(({ of }) => of === 'documents');
  const { spokenBy } = ground.facts.passages;
  const slotsOf: (readonly number[] | undefined)[] = [];
  const spoken = (speakers: readonly number[]): readonly string[] => [
    ...speakers.flatMap((speaker) => [`participant/${speaker}`, `role/${people.get(speaker)}`]),
    ...ofPeople.flatMap(({ id }) => (speakers.length === 0 ? [`value/${id}/`] : speakers.filter((speaker) => asked.has(speaker)).map((speaker) => valueKey(id, speaker)))),
  ];
  const memos = new Set(project.query<{ about: string; target: number }>("SELECT about, target FROM memos WHERE about IN ('passages', 'codings')").map(({ about, target }) => `${about}/${target}`));
  const noted = slot('memo');
  for (const { id, from, to } of ground.documents) {
    const inDocument = [`document/${id}`, ...ofDocuments.map((attribute) => valueKey(attribute.id, `document/${id}`))].map(slot);
    for (let place = from; place < to; place++) {
      if (!matters(place)) continue;
      const said = (slotsOf[spokenBy[ground.index[place]!]!] ??= spoken(speakersAt(ground, place)).map(slot));
      for (const each of inDocument) tell(place, each);
      for (const each of said) tell(place, each);
      if (memos.size > 0 && (memos.has(`passages/${ground.id[place]}`) || codingsOf(ground, place).some((coding) => memos.has(`codings/${ground.facts.codings.id[coding]}`)))) tell(place, noted);
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
    sets: project.query<{ id: number }>('SELECT id FROM codeSets').map(({ id }) => ({ id, n: of(`set/${id}`) })),
    facets: facets.filter((facet) => part === null || facet === part).map((facet) => ({ id: facet, n: of(`facet/${facet}`) })),
    coders: numbers('coders', 'coder'), participants: numbers('participants', 'participant'), documents: numbers('documents', 'document'),
    roles: part === null ? (['interviewee', 'interviewer', 'other'] as const).map((role) => ({ id: role, n: of(`role/${role}`) })) : [],
    /** Values as they are written; null: without a value. */
    values: attributes.flatMap(({ id }) => [...(used.get(id) ?? []).map(({ value }) => ({ attribute: id, value: value as string | null, n: of(`value/${id}/${nameKey(value)}`) })), { attribute: id, value: null, n: of(`value/${id}/`) }]),
    halfCoded: of('halfCoded'), memo: of('memo'), unrated: of('unrated'),
  };
}
