import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { nameKey } from '../../shared/model/text.ts';
import { newStudy } from '../helpers/study.ts';

const paths = async (engine: Engine) => (await engine.call('code.list', {})).map(({ facet, path }) => `${facet[0]}: ${path}`);
async function book(engine: Engine, lines: readonly string[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const line of lines) {
    const [facet, path] = line.split(': ') as ['s' | 'd' | 'c' | 't', string];
    const names = path.split(' > ');
    const { code } = await engine.call('code.create', { name: names.at(-1)!, facet: ({ s: 'stakeholder', d: 'dimension', c: 'conflict', t: 'theme' } as const)[facet], parent: names.length > 1 ? ids.get(names.at(-2)!)! : null });
    ids.set(names.at(-1)!, code);
  }
  return ids;
}

test('several codes are moved in one step, in their own order, with what is below them; one undo puts all back', async () => {
  const engine = newStudy();
  const ids = await book(engine, ['t: a', 't: a > a1', 't: b', 't: c', 't: d', 'd: scale']);
  const before = await paths(engine);
  await engine.call('code.move', { code: [ids.get('c')!, ids.get('a')!, ids.get('a1')!], parent: null, facet: 'dimension', before: ids.get('scale')! });
  // a1 goes along with a, and stays below it.
  expect(await paths(engine)).toEqual(['d: a', 'd: a > a1', 'd: c', 'd: scale', 't: b', 't: d']);
  expect((await engine.call('project.read', {})).undo).toMatchObject({ operation: 'code.move', about: { code: 'a', count: 3 } });
  await engine.call('history.undo', {});
  expect(await paths(engine)).toEqual(before);
  await engine.call('code.move', { code: [ids.get('a')!, ids.get('b')!], parent: null, facet: 'theme', before: ids.get('b')! });
  expect(await paths(engine)).toEqual(['d: scale', 't: a', 't: a > a1', 't: b', 't: c', 't: d']);
});
test('what cannot be moved moves nothing at all: below itself, beside a namesake, out of the facet that its codings need', async () => {
  const engine = newStudy();
  const ids = await book(engine, ['s: GPs', 's: Managers', 'd: Workload', 'd: Pay', 'c: Blame', 't: other', 't: other > PAY']);
  const { document } = await engine.call('document.create', { name: 'one', text: 'I start at six. They blame us.' });
  await engine.call('coding.apply', { document, start: 0, end: 14, codes: [{ code: ids.get('Workload')!, rating: -2 }] });
  await engine.call('coding.apply', { document, start: 16, end: 29, codes: [{ code: ids.get('Blame')!, party: ids.get('GPs')!, counterparty: ids.get('Managers')! }] });
  const before = await paths(engine);
  const move = (codes: string[], parent: string | null) => engine.call('code.move', { code: codes.map((name) => ids.get(name)!), parent: parent === null ? null : ids.get(parent)!, facet: 'theme' });
  await expect(move(['Pay', 'PAY'], null)).rejects.toMatchObject({ code: 'name-taken' });
  await expect(move(['Pay', 'other'], 'PAY')).rejects.toMatchObject({ code: 'code-into-itself', values: { name: 'other' } });
  await expect(move(['Pay', 'Workload'], null)).rejects.toMatchObject({ code: 'code-is-rated', values: { code: 'Workload', times: 1 } });
  await expect(move(['Blame'], 'other')).rejects.toMatchObject({ code: 'code-has-parties' });
  await expect(move(['Managers'], null)).rejects.toMatchObject({ code: 'code-is-party', values: { code: 'Managers', times: 1 } });
  expect(await paths(engine)).toEqual(before);
});
test('after any move there is one name below a parent, one facet in a branch, every code once, and siblings are numbered on', async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(fc.record({ name: fc.constantFrom('pay', 'PAY', 'load', 'trust', '信任'), below: fc.option(fc.nat(6)) }), { minLength: 2, maxLength: 8 }),
    fc.array(fc.record({ codes: fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }), parent: fc.option(fc.nat(7)), before: fc.option(fc.nat(7)), facet: fc.constantFrom('theme', 'dimension') } as const), { maxLength: 5 }),
    async (codes, moves) => {
      const engine = newStudy();
      const made: number[] = [];
      for (const { name, below } of codes) await engine.call('code.create', { name, facet: 'theme', parent: below === null || made.length === 0 ? null : made[below % made.length]! }).then(({ code }) => made.push(code), () => {});
      const at = (place: number | null) => (place === null ? null : made[place % made.length]!);
      for (const { codes: chosen, parent, before, facet } of moves) {
        const was = await engine.call('code.list', {});
        const moved = [...new Set(chosen.map((place) => at(place)!))];
        const done = await engine.call('code.move', { code: moved, parent: at(parent), facet, before: at(before) }).then(() => true, (problem: unknown) => { expect(problem).toMatchObject({ name: 'Problem' }); return false; });
        const now = await engine.call('code.list', {});
        if (!done) { expect(now).toEqual(was); continue; }
        expect(new Set(now.map(({ id }) => id))).toEqual(new Set(was.map(({ id }) => id)));
        expect(new Set(now.map((code) => `${code.parent ?? code.facet}/${nameKey(code.name)}`)).size).toBe(now.length);
        for (const code of now) if (code.parent !== null) expect(now.find(({ id }) => id === code.parent)!.facet).toBe(code.facet);
        for (const siblings of Map.groupBy(now.filter((code) => code.parent === at(parent) && code.facet === now.find(({ id }) => id === moved[0])!.facet), (code) => code.parent).values()) expect(siblings.map(({ position }) => position)).toEqual(siblings.map((_, index) => index));
        // What moves nothing is no step.
        if (JSON.stringify(now) === JSON.stringify(was)) continue;
        await engine.call('history.undo', {});
        expect(await engine.call('code.list', {})).toEqual(was);
        await engine.call('history.redo', {});
      }
      engine.close();
    }), { numRuns: 60, seed: 20261122 });
}, 60_000);

test('several codes get one colour, or go with all that hangs on them, in one step', async () => {
  const engine = newStudy();
  const ids = await book(engine, ['t: a', 't: a > a1', 'd: b', 't: c']);
  await engine.call('code.recolour', { codes: [ids.get('a')!, ids.get('b')!], colour: '9' });
  expect((await engine.call('code.list', {})).map(({ name, colour }) => `${name} ${colour}`)).toEqual(['b 9', 'a 9', 'a1 2', 'c 3']);
  const { document } = await engine.call('document.create', { name: 'one', text: 'I start at six.' });
  await engine.call('coding.apply', { document, start: 0, end: 7, codes: [{ code: ids.get('a1')! }, { code: ids.get('b')! }, { code: ids.get('c')! }] });
  const chosen = { code: [ids.get('a')!, ids.get('a1')!, ids.get('b')!] };
  expect(await engine.call('code.removal', chosen)).toEqual({ codes: 3, codings: 2, documents: 1, memos: 0, register: [], hidden: 0 });
  await engine.call('code.remove', chosen);
  expect(await paths(engine)).toEqual(['t: c']);
  await engine.call('history.undo', {});
  expect(await paths(engine)).toEqual(['d: b', 't: a', 't: a > a1', 't: c']);
  expect(await engine.call('coding.list', { document })).toHaveLength(3);
});

test('a set holds codes of any facet; what goes from the codebook goes from it, and what is merged is in it once', async () => {
  const engine = newStudy();
  const ids = await book(engine, ['s: GPs', 'd: Workload', 'd: Strain', 't: Sayings']);
  const all = ['Sayings', 'Workload', 'GPs'].map((name) => ids.get(name)!);
  const { set } = await engine.call('codeSet.create', { name: ' Burden  of work ', codes: [...all, all[0]!] });
  const sets = async () => (await engine.call('codeSet.list', {})).map(({ name, codes }) => `${name}: ${codes.map((code) => [...ids].find(([, id]) => id === code)![0]).join(', ')}`);
  expect(await sets()).toEqual(['Burden of work: GPs, Workload, Sayings']);
  await expect(engine.call('codeSet.create', { name: 'BURDEN OF WORK' })).rejects.toMatchObject({ code: 'name-taken' });
  expect(await engine.call('codeSet.members', { set, put: [ids.get('Strain')!, ids.get('Workload')!], take: [ids.get('GPs')!] })).toMatchObject({ put: 1, taken: 1 });
  expect(await sets()).toEqual(['Burden of work: Workload, Strain, Sayings']);
  await engine.call('code.merge', { code: ids.get('Strain')!, into: ids.get('Workload')! });
  expect(await sets()).toEqual(['Burden of work: Workload, Sayings']);
  await engine.call('history.undo', {});
  expect(await sets()).toEqual(['Burden of work: Workload, Strain, Sayings']);
  await engine.call('codeSet.members', { set, take: [ids.get('Workload')!] });
  // Only the code that goes is in the set: the one that stays comes in for it.
  await engine.call('code.merge', { code: ids.get('Strain')!, into: ids.get('Workload')! });
  expect(await sets()).toEqual(['Burden of work: Workload, Sayings']);
  await engine.call('code.remove', { code: ids.get('Sayings')! });
  await engine.call('codeSet.rename', { set, name: 'Load' });
  expect(await sets()).toEqual(['Load: Workload']);
  await engine.call('codeSet.remove', { set });
  expect(await sets()).toEqual([]);
  for (let step = 0; step < 3; step++) await engine.call('history.undo', {});
  expect(await sets()).toEqual(['Burden of work: Workload, Sayings']);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});

test('a table’s rows may be the codes of a set, in the order of the codebook', async () => {
  const engine = newStudy();
  const ids = await book(engine, ['s: GPs', 'd: Workload', 't: Sayings', 't: other']);
  await engine.call('codeSet.create', { name: 'Burden: of work', codes: ['Sayings', 'Workload'].map((name) => ids.get(name)!) });
  const rows = async (wanted: string) => (await engine.call('table.make', { columns: 'document', rows: wanted })).rows.map(({ codes: [code] }) => code!.path);
  expect(await rows('set:burden: of work')).toEqual(['Workload', 'Sayings']);
  await expect(rows('set:nothing')).rejects.toMatchObject({ code: 'no-such-rows' });
});
