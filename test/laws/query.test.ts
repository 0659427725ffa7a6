import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { pruned, query as parsed, replaceAt, settled, type Condition, type ConditionInput, type Relation } from '../../shared/model/query.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { queriesOver, queryableStudies } from '../helpers/queryable.ts';
import { naively, passageName, setsOf } from '../helpers/querying.ts';
import { temporaryFolder } from '../helpers/study.ts';

interface Asked { readonly engine: Engine; readonly study: Snapshot; readonly queries: readonly ConditionInput[]; readonly file: string; reopen(): Engine }
/** Runs `work` on random studies, each with random queries. */
function eachStudy(numRuns: number, work: (asked: Asked) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  let round = 0;
  const drawn = queryableStudies.chain((study) => fc.tuple(fc.constant(study), fc.array(queriesOver(study), { minLength: 4, maxLength: 12 })));
  return fc.assert(fc.asyncProperty(drawn, async ([study, queries]) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    try {
      await engine.call('study.take', { snapshot: study });
      const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [path, id]));
      for (const [name, members] of Object.entries(setsOf(study))) await engine.call('codeSet.create', { name, codes: members.map((path) => codes.get(path)!) });
      await work({ engine, study, queries, file, reopen() { engine.close(); return (engine = openStudy(file, { who: 'Lin' })); } });
    } finally { engine.close(); }
  }), { numRuns, seed: 20261122 });
}
async function found(engine: Engine, query: ConditionInput): Promise<string[]> {
  const { rows, documents, total } = await engine.call('query.find', { query, limit: 1000 });
  const names = new Map(documents.map(({ id, label }) => [id, label]));
  expect(rows.length).toBe(total);
  expect(documents.map(({ id, count }) => [id, count])).toEqual([...Map.groupBy(rows, (row) => row.document).entries()].map(([id, inside]) => [id, inside.length]));
  return rows.map(({ document, start, end }) => passageName({ document: names.get(document)!, start, end }));
}
const asSet = (names: readonly string[]) => names.toSorted();
const not = (of: ConditionInput): ConditionInput => ({ kind: 'not', of });
const all = (...of: ConditionInput[]): ConditionInput => ({ kind: 'all', of });
const any = (...of: ConditionInput[]): ConditionInput => ({ kind: 'any', of });

test('a query finds exactly the passages of which it is true, each once, in the order of the documents and their text', () => eachStudy(60, async ({ engine, study, queries }) => {
  const model = naively(study);
  for (const query of queries) {
    const names = await found(engine, query);
    expect(asSet(names)).toEqual(asSet([...model.find(parsed.parse(query))]));
    const places = names.map((name) => name.split('/')).map(([document, start, end]) => [document!, Number(start), Number(end)] as const);
    expect(places).toEqual(places.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2])));
  }
}), 120_000);

test('not, and, or keep to the laws of logic, and a query is the same when the study was closed and opened again', () => eachStudy(15, async ({ engine, queries, reopen }) => {
  const before: string[][] = [];
  const [a, b] = [queries[0]!, queries[1]!];
  const same = async (one: ConditionInput, other: ConditionInput) => expect(await found(engine, one)).toEqual(await found(engine, other));
  await same(not(not(a)), a);
  await same(not(all(a, b)), any(not(a), not(b)));
  await same(not(any(a, b)), all(not(a), not(b)));
  await same(all(a, b), all(b, a));
  await same(any(a, all(a, b)), a);
  await same(all(a, not(a)), any());
  await same(any(a, not(a)), all());
  const [memo, half]: ConditionInput[] = [{ kind: 'memo' }, { kind: 'halfCoded' }];
  const built = all(memo!, any(), not(all()), any(half!, all(), any(any())));
  await same(pruned(parsed.parse(built)), all(memo!, half!));
  await same(settled(parsed.parse(built), null), all(memo!, half!));
  await same(settled(parsed.parse(built), [3, 2, 0]), all(memo!, half!));
  await same(settled(parsed.parse(built), [1]), any());
  for (const query of queries) before.push(await found(engine, query));
  const again = reopen();
  for (const [index, query] of queries.entries()) expect(await found(again, query)).toEqual(before[index]);
}), 120_000);

test('a passage lies near itself, nearer is narrower, what shares text is near, and all else that is near comes before or after', () => eachStudy(20, async ({ engine, queries }) => {
  const [query] = queries as [ConditionInput];
  const at = async (relation: Relation) => new Set(await found(engine, { kind: 'place', relation, of: query }));
  const plain = new Set(await found(engine, query));
  const overlaps = await at({ is: 'overlaps' });
  const inDocument = await at({ is: 'document' });
  expect(plain.isSubsetOf(await at({ is: 'within' })) && (await at({ is: 'within' })).isSubsetOf(overlaps) && (await at({ is: 'encloses' })).isSubsetOf(overlaps)).toBe(true);
  for (const unit of ['words', 'characters', 'turns'] as const) {
    const chain = [overlaps, ...await Promise.all([0, 1, 5].map((most) => at({ is: 'near', unit, most }))), inDocument];
    for (let index = 1; index < chain.length; index++) expect(chain[index - 1]!.isSubsetOf(chain[index]!)).toBe(true);
    const sides = await Promise.all(([undefined, 'before', 'after'] as const).map((other) => at({ is: 'near', unit, most: 5, ...(other ? { other } : {}) })));
    expect(sides[0]).toEqual(new Set([...sides[1]!, ...sides[2]!, ...overlaps].toSorted((a, b) => [...sides[0]!].indexOf(a) - [...sides[0]!].indexOf(b))));
  }
}), 120_000);

/** Every group of the tree by its path; what stands in a `place` is counted by itself, and left out here. */
function groupsOf(condition: Condition, at: readonly number[] = []): (readonly number[])[] {
  if (condition.kind === 'not') return groupsOf(condition.of, [...at, 0]);
  if (condition.kind !== 'all' && condition.kind !== 'any') return [];
  return [at, ...condition.of.flatMap((each, index) => groupsOf(each, [...at, index]))];
}
test('the number beside a choice is what the query finds once it is taken, in whichever group', () => eachStudy(12, async ({ engine, study, queries }) => {
  const model = naively(study);
  const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [id, path]));
  const sets = new Map((await engine.call('codeSet.list', {})).map(({ id, name }) => [id, name]));
  const nameOf = new Map((await engine.call('document.list', {})).map(({ id, name }) => [id, name]));
  const people = new Map((await engine.call('participant.list', {})).map(({ id, name }) => [id, name]));
  const coders = new Map((await engine.call('coder.list', {})).map(({ id, name }) => [id, name]));
  const attributes = new Map((await engine.call('attribute.list', {})).map(({ id, name }) => [id, name]));
  for (const query of queries) {
    const tree = parsed.parse(all(query));
    for (const at of groupsOf(tree)) {
      const choices = await engine.call('query.choices', { query: tree, at: [...at] });
      const expectCount = (leaf: ConditionInput, n: number) => {
        const group = at.reduce<Condition>((node, place) => (Array.isArray((node as { of: unknown }).of) ? (node as { of: Condition[] }).of[place]! : (node as { of: Condition }).of), tree) as { kind: 'all' | 'any'; of: Condition[] };
        expect({ leaf, n }).toEqual({ leaf, n: model.find(replaceAt(tree, at, { ...group, of: [...group.of, parsed.parse(leaf)] })!).size });
      };
      for (const { id, n } of choices.codes) expectCount({ kind: 'coding', code: codes.get(id)! }, n);
      for (const { id, n } of choices.sets) expectCount({ kind: 'coding', set: sets.get(id)! }, n);
      for (const { id, n } of choices.facets) expectCount({ kind: 'coding', facet: id }, n);
      for (const { id, n } of choices.documents) expectCount({ kind: 'document', documents: [nameOf.get(id)!] }, n);
      for (const { id, n } of choices.participants) expectCount({ kind: 'participant', participants: [people.get(id)!] }, n);
      for (const { id, n } of choices.coders) expectCount({ kind: 'coding', coders: [coders.get(id)!] }, n);
      for (const { id, n } of choices.roles) expectCount({ kind: 'role', roles: [id] }, n);
      for (const { attribute, value, n } of choices.values) expectCount({ kind: 'attribute', attribute: attributes.get(attribute)!, values: [value] }, n);
      expectCount({ kind: 'halfCoded' }, choices.halfCoded);
      expectCount({ kind: 'memo' }, choices.memo);
      expectCount({ kind: 'coding', facet: 'dimension', rating: { is: 'unrated' } }, choices.unrated);
    }
  }
}), 120_000);

test('the number beside a part of a triple is what the query finds with that part so chosen', () => eachStudy(40, async ({ engine, study, queries }) => {
  const model = naively(study);
  const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [id, path]));
  const sets = new Map((await engine.call('codeSet.list', {})).map(({ id, name }) => [id, name]));
  const triples = queries.map((query) => parsed.parse(query)).filter((query) => query.kind === 'triple');
  for (const triple of triples) for (const part of ['stakeholder', 'dimension', 'conflict'] as const) {
    const tree: Condition = { kind: 'any', of: [triple, parsed.parse(queries[0]!)] };
    const choices = await engine.call('query.choices', { query: tree, at: [0], part });
    for (const { id, n } of choices.codes) {
      const { set: _set, ...rest } = triple[part] ?? { subcodes: true };
      const taken = { ...triple, [part]: { ...rest, subcodes: true, code: { name: codes.get(id)! } } };
      expect({ taken, n }).toEqual({ taken, n: model.find({ ...tree, of: [taken, tree.of[1]!] } as Condition).size });
    }
    for (const { id, n } of choices.sets) {
      const { code: _code, ...rest } = triple[part] ?? { subcodes: true };
      const taken = { ...triple, [part]: { ...rest, subcodes: true, set: { name: sets.get(id)! } } };
      expect({ taken, n }).toEqual({ taken, n: model.find({ ...tree, of: [taken, tree.of[1]!] } as Condition).size });
    }
  }
}), 120_000);
