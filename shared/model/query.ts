import { z } from 'zod';
import { wholeText } from './fields.ts';
import { facets, roles, type ScaleStep } from './schema.ts';

/**
 * A query asks each coded passage (a passage that carries at least one coding) one question, and finds those for which the
 * answer is yes. It is a tree of conditions, each of them true or false of a passage; so what holds of `and`, `or` and `not`
 * holds here: not(not(a)) is a, not(all(a, b)) is any(not(a), not(b)), and the order of conditions changes nothing.
 *
 * `all` means: of this very passage, drawn with this very start and end. Where coders drew their passages differently, say so
 * with `place`: a and overlaps(b) finds the passages of a that share text with a passage of b.
 *
 * What finds nothing to compare finds nothing: a code that is gone, an attribute without values. A group without conditions
 * asks nothing (`all` of nothing is true of every passage, `any` of nothing of none); `pruned` takes such groups out.
 */

/**
 * Names a code (by its path), a code set, a document, a participant, an attribute or a coder. The UUID decides; where no record has it (or
 * none is given: a query written by hand) the name does, for codes also a name that a merge left behind. `was` is what a
 * code was called that has been merged into this one since the query was written.
 */
const named = z.strictObject({ uuid: z.string().min(1).max(100).optional(), name: wholeText.min(1).max(4000), was: wholeText.max(4000).optional() });
export const reference = z.union([wholeText.min(1).max(4000).transform((name): Reference => ({ name })), named]);
export type Reference = z.infer<typeof named>;

/**
 * How a dimension is rated. `low`, `middle` and `high` are relative to the code's scale: below, at and above the middle between its
 * least and its greatest step; a code without a scale is rated from −2 to +2, so that its middle is 0. `unrated`: no rating was given.
 */
export const ratingWords = ['low', 'middle', 'high', 'rated', 'unrated'] as const;
export const comparisons = ['=', '<', '>', '<=', '>='] as const;
const rating = z.union([z.strictObject({ is: z.enum(ratingWords) }), z.strictObject({ compare: z.enum(comparisons), value: z.int().min(-99).max(99) })]);
export type RatingAsked = z.infer<typeof rating>;

/** What one coding must be, all of it at once. What is left out is not asked for. */
const codingPart = {
  code: reference.optional(),
  /** Any code of this code set. */
  set: reference.optional(),
  /** Whether codes below `code`, and below those of `set`, do as well. */
  subcodes: z.boolean().default(true),
  facet: z.enum(facets).optional(),
  rating: rating.optional(),
  /** Stakeholders of a conflict, each with what stands below it; `with`: on either side. */
  party: reference.optional(), counterparty: reference.optional(), with: reference.optional(),
};
/** Who coded, and when: `from` on and before `to`, ms. */
const coded = { coders: z.array(reference).min(1).optional(), from: z.int().min(0).optional(), to: z.int().min(0).optional() };
const part = z.strictObject(codingPart);
export type CodingPart = z.infer<typeof part>;

/** The three facets that make a triple; themes stand beside them. */
export const tripleFacets = ['stakeholder', 'dimension', 'conflict'] as const;
export type TripleFacet = (typeof tripleFacets)[number];

/** Where another passage must lie. Passages that share text are near each other however nearness is counted. */
export const nearUnits = ['words', 'characters', 'turns'] as const;
export const nearSides = ['before', 'after'] as const;
const relation = z.union([
  z.strictObject({
    /** `overlaps`: shares text; `within`: this one lies inside of the other; `encloses`: around it; `turn`: this one lies in one turn that the other touches; `document`: both are in one document. */
    is: z.enum(['overlaps', 'within', 'encloses', 'turn', 'document']),
  }),
  /**
   * At most so many words, characters (UTF-16 units) or turns apart: 0 turns is the same turn, 1 also the next and the one before.
   * `other`: only one that ends before this one begins (`before`), or begins behind its end (`after`); neither shares text with it, and none is the passage itself.
   */
  z.strictObject({ is: z.literal('near'), unit: z.enum(nearUnits), most: z.int().min(0).max(1_000_000), other: z.enum(nearSides).optional() }),
]);
export type Relation = z.infer<typeof relation>;

const bound = z.union([z.number().transform(String), wholeText.trim().min(1).max(100)]);

const leaf = [
  /** The passage carries one coding that is all of this. */
  z.strictObject({ kind: z.literal('coding'), ...codingPart, ...coded }),
  /** One coder's codings of the passage say all of this together: a facet triple, of which any part may be left open. */
  z.strictObject({ kind: z.literal('triple'), stakeholder: part.optional(), dimension: part.optional(), conflict: part.optional(), ...coded }),
  /** Somebody coded one or two of the three facets here, and not the others; with `missing`: not this one. */
  z.strictObject({ kind: z.literal('halfCoded'), missing: z.enum(tripleFacets).optional() }),
  /** The passage's own words contain this, as search finds it, within the passage. */
  z.strictObject({ kind: z.literal('text'), text: wholeText.min(1).max(1000), wholeWord: z.boolean().default(false), matchCase: z.boolean().default(false) }),
  /** An interviewee who speaks here (or the document) has one of these values; null: has none, or nobody is known to speak. Compared without case. */
  z.strictObject({ kind: z.literal('attribute'), attribute: reference, values: z.array(wholeText.max(2000).nullable()).min(1) }),
  /**
   * An interviewee who speaks here (or the document) has a value of a number or a date from `from` up to `to`, both included; without
   * either, any value that can be read as one. Bounds are written as values are (2026-03-01; 12.5). A text has no ranges: Problem `no-range`.
   */
  z.strictObject({ kind: z.literal('range'), attribute: reference, from: bound.optional(), to: bound.optional() }),
  /** One of these people speaks here. */
  z.strictObject({ kind: z.literal('participant'), participants: z.array(reference).min(1) }),
  /** Somebody of one of these roles speaks here. */
  z.strictObject({ kind: z.literal('role'), roles: z.array(z.enum(roles)).min(1) }),
  z.strictObject({ kind: z.literal('document'), documents: z.array(reference).min(1) }),
  /** A memo is written on the passage or on one of its codings. */
  z.strictObject({ kind: z.literal('memo') }),
] as const;

type Leaf = z.output<(typeof leaf)[number]>;
export type Group = { kind: 'all' | 'any'; of: Condition[] };
export type Negation = { kind: 'not'; of: Condition };
/** Somewhere there is a passage for which `of` is true, lying as `relation` says; the passage itself counts as one, but where the other is to lie before or after it. */
export type Place = { kind: 'place'; relation: Relation; of: Condition };
export type Condition = Leaf | Group | Negation | Place;
export type LeafKind = Leaf['kind'];
export type LeafOf<K extends LeafKind> = Extract<Leaf, { kind: K }>;
/** As a query may be written: names for references, and without what is usual. */
export type ConditionInput = z.input<(typeof leaf)[number]> | { kind: 'all' | 'any'; of: ConditionInput[] } | { kind: 'not'; of: ConditionInput } | { kind: 'place'; relation: Relation; of: ConditionInput };

const nested: z.ZodType<Condition, ConditionInput> = z.lazy(() => z.discriminatedUnion('kind', [
  ...leaf,
  z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(nested).max(200) }),
  z.strictObject({ kind: z.literal('not'), of: nested }),
  z.strictObject({ kind: z.literal('place'), relation, of: nested }),
]) as unknown as z.ZodType<Condition, ConditionInput>);

/** The deepest and the largest query that is read. */
const [deepest, most] = [24, 300];
/** Bounds are looked at before the tree is walked by anything that recurses. */
function isBounded(value: unknown): boolean {
  let level: unknown[] = [value];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth++) {
    seen += level.length;
    if (depth > deepest || seen > most) return false;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null && 'of' in each && typeof each.of === 'object' ? (Array.isArray(each.of) ? each.of as unknown[] : [each.of]) : []));
  }
  return true;
}
/** A query as it comes in from outside. */
export const query: z.ZodType<Condition, ConditionInput> = z.unknown().refine(isBounded, { message: `a query of at most ${most} conditions, ${deepest} deep`, abort: true }).pipe(nested as z.ZodType<Condition, unknown>) as unknown as z.ZodType<Condition, ConditionInput>;

export const nothingAsked: Group = { kind: 'all', of: [] };

/** The query without groups that ask nothing, and what stands around only them; an empty `all` where nothing is left. */
export function pruned(condition: Condition): Condition {
  return without(condition) ?? nothingAsked;
}
function without(condition: Condition): Condition | null {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const of = condition.of.flatMap((each) => without(each) ?? []);
    return of.length === 0 ? null : { ...condition, of };
  }
  if (condition.kind === 'not' || condition.kind === 'place') {
    const of = without(condition.of);
    return of && ({ ...condition, of } as Condition);
  }
  return condition;
}

/**
 * The query as it is counted while it is being built: groups that ask nothing yet change nothing, wherever they stand, and all
 * paths lead where they led. What is on the path `at` stays as it is: there something is about to be put.
 */
export function settled(condition: Condition, at: readonly number[] | null, around: 'all' | 'any' = 'all'): Condition {
  if (at === null && without(condition) === null) return { kind: around, of: [] };
  const below = (place: number) => (at !== null && at[0] === place ? at.slice(1) : null);
  if (condition.kind === 'all' || condition.kind === 'any') return { ...condition, of: condition.of.map((each, place) => settled(each, below(place), condition.kind)) };
  if (condition.kind === 'not' || condition.kind === 'place') return { ...condition, of: settled(condition.of, below(0)) };
  return condition;
}

/** The middle of a scale: what lies below it is low. */
export const middleOf = (scale: readonly ScaleStep[]): number => (scale.length === 0 ? 0 : (Math.min(...scale.map(({ value }) => value)) + Math.max(...scale.map(({ value }) => value))) / 2);

/** Whether a coding is rated as asked, on its code's scale. */
export function isRated(asked: RatingAsked, rated: number | null, scale: readonly ScaleStep[]): boolean {
  if ('compare' in asked) {
    if (rated === null) return false;
    const by = rated - asked.value;
    return { '=': by === 0, '<': by < 0, '>': by > 0, '<=': by <= 0, '>=': by >= 0 }[asked.compare];
  }
  if (asked.is === 'unrated' || asked.is === 'rated') return (rated === null) === (asked.is === 'unrated');
  if (rated === null) return false;
  const by = rated - middleOf(scale);
  return asked.is === 'low' ? by < 0 : asked.is === 'high' ? by > 0 : by === 0;
}

/** Whether two queries are the same, however their fields are put in order. */
export const sameQuery = (one: Condition, other: Condition): boolean => inOrder(one) === inOrder(other);
const inOrder = (condition: Condition): string => JSON.stringify(condition, (_key, value: unknown) =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value));

/** The condition at a path of places in the tree: the index in a group, 0 in what holds one condition. */
export function conditionAt(condition: Condition, path: readonly number[]): Condition | null {
  const [place, ...rest] = path;
  if (place === undefined) return condition;
  const inner = !('of' in condition) ? null : Array.isArray(condition.of) ? condition.of[place] : place === 0 ? condition.of as Condition : null;
  return inner ? conditionAt(inner, rest) : null;
}
/** The tree with another condition at that path; without it where `by` is null. A path that leads nowhere changes nothing. */
export function replaceAt(condition: Condition, path: readonly number[], by: Condition | null): Condition | null {
  const [place, ...rest] = path;
  if (place === undefined) return by;
  if (condition.kind === 'all' || condition.kind === 'any')
    return { ...condition, of: condition.of.flatMap((each, index) => (index === place ? replaceAt(each, rest, by) ?? [] : each)) };
  if (condition.kind !== 'not' && condition.kind !== 'place') return condition;
  const of = replaceAt(condition.of, rest, by);
  return of && ({ ...condition, of } as Condition);
}

/** Calls `visit` for each reference of the tree, with what it names. */
export type Named = 'codes' | 'codeSets' | 'attributes' | 'participants' | 'documents' | 'coders';
export function mapReferences(condition: Condition, map: (reference: Reference, of: Named) => Reference): Condition {
  const one = (given: Reference | undefined, of: Named) => given && map(given, of);
  const many = (given: Reference[] | undefined, of: Named) => given?.map((each) => map(each, of));
  const ofPart = <P extends CodingPart>(given: P): P => ({ ...given, ...defined({ code: one(given.code, 'codes'), set: one(given.set, 'codeSets'), party: one(given.party, 'codes'), counterparty: one(given.counterparty, 'codes'), with: one(given.with, 'codes') }) });
  switch (condition.kind) {
    case 'all': case 'any': return { ...condition, of: condition.of.map((each) => mapReferences(each, map)) };
    case 'not': case 'place': return { ...condition, of: mapReferences(condition.of, map) };
    case 'coding': return { ...ofPart(condition), ...defined({ coders: many(condition.coders, 'coders') }) };
    case 'triple': return { ...condition, ...defined({ ...Object.fromEntries(tripleFacets.map((facet) => [facet, condition[facet] && ofPart(condition[facet])])), coders: many(condition.coders, 'coders') }) };
    case 'attribute': case 'range': return { ...condition, attribute: map(condition.attribute, 'attributes') };
    case 'participant': return { ...condition, participants: many(condition.participants, 'participants')! };
    case 'document': return { ...condition, documents: many(condition.documents, 'documents')! };
    case 'halfCoded': case 'text': case 'role': case 'memo': return condition;
  }
}
/** The query with other values of attributes in it: `map` is given the attribute and what it may be. What became the same stands once. */
export function mapValues(condition: Condition, map: (attribute: Reference, value: string) => string): Condition {
  switch (condition.kind) {
    case 'all': case 'any': return { ...condition, of: condition.of.map((each) => mapValues(each, map)) };
    case 'not': case 'place': return { ...condition, of: mapValues(condition.of, map) };
    case 'attribute': return { ...condition, values: [...new Set(condition.values.map((value) => (value === null ? null : map(condition.attribute, value))))] };
    default: return condition;
  }
}
const defined = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
