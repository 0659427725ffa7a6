import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWhole } from '../../electron/core/files.ts';
import { another, copiesFor, within, type Copy } from '../helpers/copies.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const files = { preparation: { file: async (path: string) => readWhole(path) } };
const ask = (name: string) => (into: Copy, others: readonly (Copy | string)[], asked: object = {}): Promise<any> => within(into, async (engine) => (await engine.ask(name, { others: others.map((other) => (typeof other === 'string' ? other : other.file)), ...asked }, files)).value);
const [compare, merge] = [ask('codebook.compare'), ask('codebook.merge')];
const begin = async (engine: any) => {
  const { document } = await engine.call('document.create', { name: 'Interview 1', text: 'The ward was short of nurses.' });
  const { code } = await engine.call('code.create', { name: 'Workload', facet: 'theme', definition: 'How much there is to do.\nIn hours.' });
  await engine.call('code.create', { name: 'Night work', facet: 'theme', parent: code });
  await engine.call('code.create', { name: 'Trust', facet: 'dimension', scale: [{ value: -1, anchor: 'none' }, { value: 1, anchor: 'much' }] });
  await engine.call('coding.apply', { document, start: 0, end: 28, codes: [{ code }] });
};
const codeOf = async (engine: any, name: string): Promise<number> => (await engine.call('code.list', {})).find((each: any) => each.name === name).id;
const change = (name: string, fields: object) => async (engine: any) => { await engine.call('code.change', { code: await codeOf(engine, name), ...fields }); };
const create = (name: string, fields: object = {}) => async (engine: any) => { await engine.call('code.create', { name, facet: 'theme', ...fields }); };
const byText = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
/** The codebook, told without numbers and times. */
const book = (copy: Copy) => within(copy, async (engine: any) => (await engine.call('code.list', {})).map(({ uuid, path, facet, definition, aliases, codings }: any) => [uuid, path, facet, definition, aliases.join('|'), codings]).toSorted(byText));
const csv = (name: string, ...lines: string[]): string => { const file = join(temporaryFolder(), name); writeFileSync(file, `${lines.join('\n')}\n`); return file; };
const kinds = ({ items }: any): string[] => items.map(({ kind, about, holds }: any) => `${kind} ${about}: ${holds}`);

test('what two other codebooks say alike counts once: a code that both have new, one that both left out, one that both renamed', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  await within(bo, async (engine) => { await create('Pay', { definition: 'Who earns what.' })(engine); await change('Workload', { name: 'Load' })(engine); });
  const cy = { who: 'Cy', file: another(bo) };
  await within(cy, change('Pay', { definition: 'Who earns what.\nAnd bonuses.' }));
  const sheet = csv('sheet.csv', 'path,facet,definition', 'Pay,theme,Who earns what.');
  const told = await compare(ana, [bo, cy, sheet]);
  expect(kinds(told).filter((each: string) => !each.startsWith('redefined')).toSorted()).toEqual(['added Pay: theirs', 'renamed Workload: theirs']);
  expect(told.tree.filter(({ state }: any) => state === 'new').map(({ path }: any) => path)).toEqual(['Pay']);
  const { key } = told.items.find(({ kind }: any) => kind === 'added');
  const without = await compare(ana, [bo, cy, sheet], { decisions: { [key]: 'mine' } });
  expect(without.tree.filter(({ state }: any) => state === 'new')).toEqual([]);
  expect(without.items.filter(({ kind }: any) => kind === 'added')).toHaveLength(1);
});

test('where two other codebooks disagree with each other, it is told from which of them stands what ours would be', async () => {
  const [ana, bo, cy] = await copiesFor(['Ana', 'Bo', 'Cy'], begin) as [Copy, Copy, Copy];
  await within(bo, change('Workload', { name: 'Load' }));
  await within(cy, change('Workload', { name: 'Burden' }));
  const { items } = await compare(ana, [bo, cy]);
  expect(items).toHaveLength(2);
  const [taken, asked] = items.toSorted((a: any, b: any) => Number(a.asks) - Number(b.asks));
  expect(taken).toMatchObject({ kind: 'renamed', ours: 'Workload', holds: 'theirs', from: null });
  expect(asked).toMatchObject({ kind: 'renamed', ours: taken.theirs, base: 'Workload', holds: null, from: taken.book });
  expect(new Set([taken.theirs, asked.theirs])).toEqual(new Set(['Load', 'Burden']));
});

test('a code of theirs has every code here that it may be, the likeliest first, with what speaks for each; which is meant is chosen', async () => {
  const [ana] = await copiesFor(['Ana'], begin) as [Copy];
  await within(ana, async (engine) => { await create('Work load')(engine); await create('Workloads', { definition: 'Plural.' })(engine); });
  const file = csv('theirs.csv', 'path,facet,definition', 'Work-load,theme,Theirs.', 'trust,theme,Asked in words.');
  const { items } = await compare(ana, [file]);
  expect(items.map(({ kind, theirs, candidates, defined }: any) => [kind, theirs, defined, candidates.map(({ about, grounds }: any) => [about, grounds.map(({ reason, count }: any) => [reason, count ?? null])])])).toEqual([
    ['alike', 'Work-load', 'Theirs.', [['Workload', [['name', null]]], ['Work load', [['name', null]]], ['Workloads', [['spelling', 1]]]]],
    // Another facet is no hindrance where the name is the same.
    ['alike', 'trust', 'Asked in words.', [['Trust', [['name', null]]]]],
  ]);
  const third = items[0].candidates[2].key;
  const chosen = await compare(ana, [file], { decisions: { [third]: 'same' }, rest: 'both' });
  expect(chosen.items.find(({ theirs, kind }: any) => kind === 'alike' && theirs === 'Work-load')).toMatchObject({ key: third, about: 'Workloads', decision: 'same' });
  await merge(ana, [file], { decisions: { [third]: 'same' }, rest: 'both' });
  expect((await book(ana)).filter(([, path]: any) => /^work-?\s?loads?$/i.test(path)).map(([, path, , definition, aliases]: any) => [path, definition, aliases]).toSorted(byText)).toEqual([['Work load', '', ''], ['Workload', 'How much there is to do.\nIn hours.', ''], ['Workloads', 'Plural.\nTheirs.', 'Work-load']]);
});

test('two codes of theirs that are the same one of ours: the second can only be another name of it, and none comes twice', async () => {
  const [ana] = await copiesFor(['Ana'], begin) as [Copy];
  const file = csv('theirs.csv', 'path,facet,definition', 'Work-load,theme,One.', 'Wrokload,theme,Two.');
  const { items } = await compare(ana, [file]);
  const first = items.find(({ theirs }: any) => theirs === 'Work-load').key;
  const after = await compare(ana, [file], { decisions: { [first]: 'same' }, rest: 'both' });
  const second = after.items.find(({ theirs }: any) => theirs === 'Wrokload');
  expect(second).toMatchObject({ kind: 'alike', choices: ['alias', 'apart'], candidates: [{ taken: true }] });
  const decisions = { [first]: 'same', [second.key]: 'alias' };
  await merge(ana, [file], { decisions, rest: 'both' });
  expect((await book(ana)).map(([, path, , , aliases]: any) => `${path}: ${aliases}`).toSorted()).toEqual(['Trust: ', 'Workload > Night work: ', 'Workload: Work-load|Wrokload']);
  expect((await compare(ana, [file])).items).toEqual([]);
});

const act = fc.oneof(
  fc.record({ do: fc.constant('make' as const), name: fc.constantFrom('Pay', 'Care', 'Work-load', '夜班'), below: fc.option(fc.nat(9)) }),
  fc.record({ do: fc.constantFrom('rename' as const, 'define' as const, 'alias' as const), code: fc.nat(9), name: fc.constantFrom('Pay', 'Load', '信任') }),
  fc.record({ do: fc.constantFrom('move' as const, 'remove' as const, 'join' as const), code: fc.nat(9), into: fc.nat(9) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
const work = (copy: Copy, acts: readonly Act[]) => within(copy, async (engine: any) => {
  for (const each of acts) {
    const codes = await engine.call('code.list', {});
    if (codes.length === 0 && each.do !== 'make') continue;
    const pick = (which: number) => codes[which % codes.length];
    const done = each.do === 'make' ? engine.call('code.create', { name: each.name, facet: 'theme', parent: each.below === null || codes.length === 0 || pick(each.below).facet !== 'theme' ? null : pick(each.below).id })
      : each.do === 'rename' ? engine.call('code.change', { code: pick(each.code).id, name: each.name }) : each.do === 'define' ? engine.call('code.change', { code: pick(each.code).id, definition: `${each.name}\nmore` }) : each.do === 'alias' ? engine.call('code.change', { code: pick(each.code).id, aliases: [each.name] })
        : each.do === 'move' ? engine.call('code.move', { code: pick(each.code).id, parent: pick(each.into).id, facet: pick(each.into).facet }) : each.do === 'remove' ? engine.call('code.remove', { code: pick(each.code).id }) : each.do === 'join' ? engine.call('code.merge', { code: pick(each.code).id, into: pick(each.into).id }) : Promise.resolve();
    await done.catch((error: unknown) => { if (!(error instanceof Error) || error.name !== 'Problem') throw error; });
  }
});

test('in whatever order other codebooks are chosen the same is told and the same is written; the study is sound, nothing comes twice, undo is exact', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.array(act, { maxLength: 5 }), { minLength: 3, maxLength: 3 }), fc.constantFrom('mine' as const, 'theirs' as const), fc.boolean(), async (acts, rest, withSheet) => {
    const [ana, bo, cy] = await copiesFor(['Ana', 'Bo', 'Cy'], begin) as [Copy, Copy, Copy];
    for (const [index, copy] of [ana, bo, cy].entries()) await work(copy, acts[index]!);
    const others = [bo, cy, ...(withSheet ? [csv('sheet.csv', 'path,facet,definition', 'Pay,theme,Who earns what.', 'Care > At home,theme,')] : [])];
    const before = everything(ana.file);
    const turned = { ...ana, file: another(ana) };
    const plain = ({ items, tree }: any, order: readonly number[]) => ({ items: items.map(({ key, holds, from, book: which }: any) => [key, holds, from === null ? null : order[from], order[which]]).toSorted(byText), tree: tree.map(({ path, state, before: was, after }: any) => [path, state, was, after]) });
    const straight = others.map((_, index) => index);
    expect(plain(await compare(turned, others.toReversed(), { rest }), straight.toReversed())).toEqual(plain(await compare(ana, others, { rest }), straight));
    // Codes that only a sheet names are given their UUIDs here.
    const written = (copy: Copy) => book(copy).then((codes) => codes.map(([uuid, ...code]: any) => (withSheet ? code : [uuid, ...code])).toSorted(byText));
    await merge(ana, others, { rest });
    await merge(turned, others.toReversed(), { rest });
    expect(await written(turned)).toEqual(await written(ana));
    expect(await within(ana, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
    const once = everything(ana.file);
    await merge(ana, others, { rest });
    expect(everything(ana.file)).toEqual(once);
    await within(ana, async (engine) => { if ((await engine.call('history.list', {}))[0]?.operation === 'codebook.merge') await engine.call('history.undo', {}); });
    expect(everything(ana.file)).toEqual(before);
  }), { numRuns: Number(process.env['BOOKS'] ?? 4), seed: Number(process.env['SEED'] ?? 20261122) });
});
