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
const text = 'The ward was short of nurses.\nNobody asked us before the reform.\nWe were told in March.';
const begin = async (engine: any) => {
  const { document } = await engine.call('document.create', { name: 'Interview 1', text });
  const { code } = await engine.call('code.create', { name: 'Workload', facet: 'theme', definition: 'How much there is to do.\nIn hours.' });
  await engine.call('code.create', { name: 'Night work', facet: 'theme', parent: code });
  await engine.call('code.create', { name: 'Trust', facet: 'theme' });
  await engine.call('coding.apply', { document, start: 0, end: 28, codes: [{ code }] });
};
const codeOf = async (engine: any, name: string): Promise<number> => (await engine.call('code.list', {})).find((each: any) => each.name === name).id;
const change = (name: string, fields: object) => async (engine: any) => { await engine.call('code.change', { code: await codeOf(engine, name), ...fields }); };
const book = (copy: Copy) => within(copy, async (engine: any) => (await engine.call('code.list', {})).map(({ path, definition, aliases, codings }: any) => [path, definition, aliases.join('|'), codings]));
const codings = (copy: Copy): unknown => everything(copy.file)['codings'];
const csv = (...lines: string[]): string => { const file = join(temporaryFolder(), 'their book.csv'); writeFileSync(file, `${lines.join('\n')}\n`); return file; };
const kinds = ({ items }: any) => items.map(({ kind, about, holds }: any) => [kind, about, holds]);

test('what one copy alone changed is taken: new, renamed, moved, described, aliased; what the other changed stays, line by line', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  await within(ana, change('Workload', { definition: 'How much there is to do.\nIn hours a week.' }));
  await within(bo, async (engine: any) => {
    await change('Workload', { name: 'Load', definition: 'All that there is to do.\nIn hours.' })(engine);
    await engine.call('code.move', { code: await codeOf(engine, 'Night work'), parent: null, facet: 'theme' });
    await change('Trust', { aliases: ['confidence'] })(engine);
    await engine.call('code.create', { name: 'Pay', facet: 'conflict', definition: 'Who earns what.' });
  });
  const before = everything(ana.file);
  const told = await compare(ana, [bo]);
  expect(everything(ana.file)).toEqual(before);
  expect(kinds(told).toSorted()).toEqual([['added', 'Pay', 'theirs'], ['aliases', 'Trust', 'theirs'], ['moved', 'Workload > Night work', 'theirs'], ['redefined', 'Workload', 'both'], ['renamed', 'Workload', 'theirs']]);
  expect(told.tree.map(({ path, state, before: was, after }: any) => [path, state, was, after])).toEqual([['Pay', 'new', 0, 0], ['Load', 'changed', 1, 1], ['Trust', 'changed', 0, 0], ['Night work', 'changed', 0, 0]]);
  await merge(ana, [bo]);
  expect(await book(ana)).toEqual([['Pay', 'Who earns what.', '', 0], ['Load', 'All that there is to do.\nIn hours a week.', '', 1], ['Trust', '', 'confidence', 0], ['Night work', '', '', 0]]);
  expect(await within(ana, async (engine) => (await engine.call('history.list', {}))[0])).toMatchObject({ operation: 'codebook.merge', who: 'Ana' });
  const once = everything(ana.file);
  expect(await compare(ana, [bo])).toMatchObject({ items: [] });
  await merge(ana, [bo]);
  expect(everything(ana.file)).toEqual(once);
  await within(ana, (engine) => engine.call('history.undo', {}));
  expect(everything(ana.file)).toEqual(before);
});

test('lines that both changed are asked about with what they were; until somebody decides nothing is written, and each answer holds', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  await within(ana, change('Workload', { definition: 'How much there is to do.\nIn shifts.', name: 'Burden' }));
  await within(bo, change('Workload', { definition: 'How much there is to do.\nIn days.', name: 'Load' }));
  const { items } = await compare(ana, [bo]);
  expect(items).toMatchObject([{ kind: 'redefined', field: 'definition', ours: 'In shifts.', base: 'In hours.', theirs: 'In days.', holds: null }, { kind: 'renamed', ours: 'Burden', base: 'Workload', theirs: 'Load', choices: ['mine', 'theirs', 'both'], holds: null }]);
  const before = everything(ana.file);
  await expect(merge(ana, [bo])).rejects.toMatchObject({ code: 'codebook-undecided', values: { count: 2 } });
  expect(everything(ana.file)).toEqual(before);
  for (const [choice, definition, name, alias] of [['mine', 'In shifts.', 'Burden', ''], ['theirs', 'In days.', 'Load', ''], ['both', 'In shifts.\nIn days.', 'Burden', 'Load']] as const) {
    const copy = { ...ana, file: another(ana) };
    await merge(copy, [bo], { decisions: Object.fromEntries(items.map(({ key }: any) => [key, choice])) });
    expect((await book(copy))[0]).toEqual([name, `How much there is to do.\n${definition}`, alias, 1]);
    expect(await compare(copy, [bo]), choice).toMatchObject({ items: [] });
  }
});

test('codes of a sheet that are called almost as ours are offered as one, an alias, or two; a sheet that was taken in has nothing new to say', async () => {
  const [ana] = await copiesFor(['Ana'], begin) as [Copy];
  const file = csv('path,facet,definition', 'Work-load,theme,Their words.', 'Trsut,theme,', 'Waiting,theme,How long.');
  const { items, tree } = await compare(ana, [file]);
  expect(items.map(({ kind, about, theirs, likeness, holds }: any) => [kind, about, theirs, likeness?.reason ?? null, holds])).toEqual([['alike', 'Workload', 'Work-load', 'name', 'apart'], ['alike', 'Trust', 'Trsut', 'spelling', 'apart'], ['added', 'Waiting', 'How long.', null, 'theirs']]);
  expect(tree.filter(({ state }: any) => state === 'new').map(({ path }: any) => path)).toEqual(['Work-load', 'Trsut', 'Waiting']);
  const [{ key }] = items;
  for (const [choice, expected] of [
    ['same', [['Workload', 'How much there is to do.\nIn hours.\nTheir words.', 'Work-load', 1]]], ['alias', [['Workload', 'How much there is to do.\nIn hours.', 'Work-load', 1]]], ['apart', [['Workload', 'How much there is to do.\nIn hours.', '', 1], ['Work-load', 'Their words.', '', 0]]],
  ] as const) {
    const copy = { ...ana, file: another(ana) };
    const asked = { decisions: { [key]: choice }, rest: 'both' };
    await merge(copy, [file], asked);
    expect((await book(copy)).filter(([path]: any) => /^Work-?load$/i.test(path)), choice).toEqual(expected);
    const once = everything(copy.file);
    expect(await compare(copy, [file]), choice).toMatchObject({ items: [] });
    await merge(copy, [file]);
    expect(everything(copy.file)).toEqual(once);
  }
});

test('codes that cover the same passages in both studies are offered as one, however they are called', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  const mark = (name: string, ...words: string[]) => async (engine: any) => {
    const { code } = await engine.call('code.create', { name, facet: 'theme' });
    for (const each of words) await engine.call('coding.apply', { document: 1, start: text.indexOf(each), end: text.indexOf(each) + each.length, codes: [{ code }] });
  };
  await within(ana, mark('Not consulted', 'Nobody asked us', 'We were told'));
  await within(bo, mark('Top-down', 'Nobody asked us before', 'We were told'));
  const { items } = await compare(ana, [bo]);
  expect(items).toMatchObject([{ kind: 'alike', about: 'Not consulted', theirs: 'Top-down', likeness: { reason: 'passages' } }]);
  expect(items[0].likeness.score).toBeGreaterThan(0.7);
  const kept = codings(ana);
  await merge(ana, [bo], { decisions: { [items[0].key]: 'same' } });
  expect(codings(ana)).toEqual(kept);
  expect((await book(ana)).find(([path]: any) => path === 'Not consulted')).toEqual(['Not consulted', '', 'Top-down', 2]);
});

test('a code that was merged into another there is merged here too where the person says so, and its codings go along', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  await within(bo, async (engine: any) => { await engine.call('code.merge', { code: await codeOf(engine, 'Workload'), into: await codeOf(engine, 'Trust') }); });
  const { items } = await compare(ana, [bo]);
  const merged = items.find(({ kind }: any) => kind === 'merged');
  expect(merged).toMatchObject({ about: 'Workload', theirs: 'Trust', holds: 'mine' });
  const { tree } = await compare(ana, [bo], { decisions: { [merged.key]: 'theirs' }, rest: 'theirs' });
  expect(tree.filter(({ before, after }: any) => before !== after).map(({ path, before, after }: any) => [path, before, after])).toEqual([['Workload', 1, 0], ['Trust', 0, 1]]);
  const before = everything(ana.file);
  await merge(ana, [bo], { decisions: { [merged.key]: 'theirs' }, rest: 'theirs' });
  expect((await book(ana)).map(([path, , , count]: any) => [path, count])).toEqual([['Trust', 1], ['Trust > Night work', 0]]);
  await within(ana, (engine) => engine.call('history.undo', {}));
  expect(everything(ana.file)).toEqual(before);
});

test('a codebook taken wholly replaces a copy’s: what went goes, but a code that is coded stays with its codings, and undo is exact', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  await within(ana, async (engine: any) => { for (const name of ['Workload', 'Trust']) await engine.call('code.remove', { code: await codeOf(engine, name) }); await engine.call('code.create', { name: 'Pay', facet: 'theme' }); });
  await within(bo, change('Workload', { definition: 'Mine.' }));
  const [before, kept] = [everything(bo.file), codings(bo)];
  const done = await merge(bo, [ana], { wholly: true, rest: 'theirs' });
  expect(done).toMatchObject({ added: 1, gone: 2 });
  expect(await book(bo)).toEqual([['Workload', 'Mine.', '', 1], ['Pay', '', '', 0]]);
  expect(codings(bo)).toEqual(kept);
  await within(bo, (engine) => engine.call('history.undo', {}));
  expect(everything(bo.file)).toEqual(before);
});

test('files that are no codebook are refused by name, and change nothing', async () => {
  const [ana] = await copiesFor(['Ana'], begin) as [Copy];
  const folder = temporaryFolder();
  const bad = (name: string, content: string) => { const file = join(folder, name); writeFileSync(file, content); return file; };
  const before = everything(ana.file);
  for (const [name, content, code] of [['a.csv', '', 'empty-file'], ['b.csv', 'Colour\nred\n', 'sheet-column-missing'], ['c.csv', 'path,facet\nPay,none\n', 'rows-refused'], ['d.qdc', '<CodeBook', 'broken-xml'], ['e.concord', 'text', 'not-a-study']] as const)
    await expect(compare(ana, [bad(name, content)]), name).rejects.toMatchObject({ code, values: { file: name } });
  expect(everything(ana.file)).toEqual(before);
});

const act = fc.oneof(
  fc.record({ do: fc.constant('make' as const), name: fc.constantFrom('Pay', 'Care', 'Trust', '夜班'), below: fc.option(fc.nat(9)) }),
  fc.record({ do: fc.constantFrom('rename' as const, 'define' as const, 'alias' as const), code: fc.nat(9), name: fc.constantFrom('Pay', 'Load', '信任') }),
  fc.record({ do: fc.constantFrom('move' as const, 'remove' as const, 'join' as const, 'mark' as const), code: fc.nat(9), into: fc.nat(9) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
const work = (copy: Copy, acts: readonly Act[]) => within(copy, async (engine: any) => {
  for (const each of acts) {
    const codes = await engine.call('code.list', {});
    if (codes.length === 0 && each.do !== 'make') continue;
    const pick = (which: number) => codes[which % codes.length];
    const at = 'into' in each ? each.into : 0;
    const done = each.do === 'make' ? engine.call('code.create', { name: each.name, facet: 'theme', parent: each.below === null || codes.length === 0 ? null : pick(each.below).id })
      : each.do === 'rename' ? engine.call('code.change', { code: pick(each.code).id, name: each.name }) : each.do === 'define' ? engine.call('code.change', { code: pick(each.code).id, definition: `${each.name}\nmore` }) : each.do === 'alias' ? engine.call('code.change', { code: pick(each.code).id, aliases: [each.name] })
        : each.do === 'move' ? engine.call('code.move', { code: pick(each.code).id, parent: pick(each.into).id, facet: 'theme' }) : each.do === 'remove' ? engine.call('code.remove', { code: pick(each.code).id }) : each.do === 'join' ? engine.call('code.merge', { code: pick(each.code).id, into: pick(each.into).id })
          : engine.call('coding.apply', { document: 1, start: at, end: at + 5, codes: [{ code: pick(each.code).id }] });
    await done.catch((error: unknown) => { if (!(error instanceof Error) || error.name !== 'Problem') throw error; });
  }
});
const seed = { numRuns: Number(process.env['BOOKS'] ?? 8), seed: Number(process.env['SEED'] ?? 20261122) };

test('whatever two copies did to their codebooks: with itself nothing changes; merged, no coding is lost, the study is sound, nothing comes twice, undo is exact', async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 6 }), fc.array(act, { maxLength: 6 }), fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const), fc.boolean(), async (mine, other, rest, wholly) => {
    const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
    await work(ana, mine);
    await work(bo, other);
    const [before, theirs, kept] = [everything(ana.file), everything(bo.file), codings(ana)];
    const itself = another(ana);
    expect((await merge(ana, [itself], { wholly })).items).toEqual([]);
    expect(everything(ana.file)).toEqual(before);
    const { items } = await merge(ana, [bo], { rest: rest === 'both' ? 'mine' : rest, wholly });
    expect(codings(ana)).toEqual(kept);
    expect(everything(bo.file)).toEqual(theirs);
    expect(await within(ana, async (engine) => (await engine.call('study.check', {})).findings), JSON.stringify(items)).toEqual([]);
    const names = (await within(ana, async (engine: any) => engine.call('code.list', {}))).map(({ parent, facet, name }: any) => `${parent}/${facet}/${name.toLowerCase()}`);
    expect(new Set(names).size).toBe(names.length);
    const once = everything(ana.file);
    await merge(ana, [bo], { rest: rest === 'both' ? 'mine' : rest, wholly });
    expect(everything(ana.file)).toEqual(once);
    await within(ana, async (engine) => { if ((await engine.call('history.list', {}))[0]?.operation === 'codebook.merge') await engine.call('history.undo', {}); });
    expect(everything(ana.file)).toEqual(before);
  }), seed);
});
