import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const text = 'I was so tired that day, 累得说不出话来, really tired. Yes.';
const coding = fc.record({ start: fc.nat(3), code: fc.constantFrom(0, 0, 0, 1, 2), coder: fc.constantFrom('Lin', 'Wei'), rating: fc.option(fc.integer({ min: -2, max: 2 })), memo: fc.constantFrom('', '', 'why', '再看') });
/** Where the codings of the first code go, in turn: the second, the third, a new one, another new one. */
const choice = fc.record({ to: fc.uniqueArray(fc.nat(3), { maxLength: 3 }), keep: fc.boolean() });
const targetsOf = (codes: readonly number[]) => [{ code: codes[1]! }, { code: codes[2]! }, { create: 'new' }, { create: '新的' }];

interface Said { readonly place: string; readonly code: number; readonly rating: number | null }
const saidIn = async (engine: Engine): Promise<Said[]> => (await engine.call('coding.list', { document: 1 })).map(({ start, end, coder, code, rating }) => ({ place: `${start}-${end}/${coder}`, code, rating }));
const memosIn = async (engine: Engine) => (await engine.call('memo.list', {})).map((memo) => memo.text);

test('each coding is at every code that was chosen for it, once; what was left stays; nothing written is lost; undo is exact', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(fc.asyncProperty(fc.array(coding, { maxLength: 14 }), fc.array(choice, { maxLength: 10 }), fc.constantFrom('below', 'beside'), async (codings, choices, where) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    try {
      await engine.call('document.create', { name: 'one', text });
      const codes: number[] = [];
      // The third has a narrow scale: some ratings have no place on it.
      for (const [name, values] of [['load', [-2, -1, 0, 1, 2]], ['strain', []], ['weight', [0, 1]]] as const) codes.push((await engine.call('code.create', { name, facet: 'dimension', scale: values.map((value) => ({ value, anchor: '' })) })).code);
      for (const { start, code, coder, rating, memo } of codings) await engine.ask('coding.apply', { document: 1, start: start * 6, end: start * 6 + 5, codes: [{ code: codes[code]!, rating }] }, { who: coder }).then(async ({ value }) => {
        if (memo !== '') await engine.ask('memo.write', { about: 'codings', target: (value as { codings: number[] }).codings[0]!, text: memo }, { who: coder });
      }, () => {});
      const rows = await engine.call('coding.list', { document: 1 });
      const own = rows.filter((row) => row.code === codes[0]);
      const chosen = own.flatMap((row, index) => (choices[index] ? [{ coding: row.id, ...choices[index] }] : []));
      const [before, written, rowsBefore] = [await saidIn(engine), await memosIn(engine), state()];
      const done = await engine.call('code.split', { code: codes[0]!, targets: targetsOf(codes), choices: chosen, place: where });
      const after = await saidIn(engine);
      const at = (place: string, code: number) => after.filter((each) => each.place === place && each.code === code);
      // One coding a passage, code and coder, whatever was chosen.
      for (const each of after) expect(at(each.place, each.code)).toHaveLength(1);
      for (const [index, row] of own.entries()) {
        const { to, keep } = choices[index] ?? { to: [], keep: false };
        const place = `${row.start}-${row.end}/${row.coder}`;
        for (const target of to) expect(at(place, done.targets[target]!)).toHaveLength(1);
        expect(at(place, codes[0]!)).toHaveLength(to.length === 0 || keep ? 1 : 0);
        const rating = row.rating;
        if (rating !== null) expect(after.some((each) => each.place === place && each.rating === rating) || (await memosIn(engine)).some((words) => words.includes(`Rating ${String(rating).replace('-', '\u2212')}`))).toBe(true);
      }
      // What was there stays, and nothing comes that nobody chose.
      for (const each of before.filter(({ code }) => code !== codes[0])) expect(at(each.place, each.code)).toHaveLength(1);
      expect(after.length).toBe(before.length + done.copied - done.coinciding);
      const memos = (await memosIn(engine)).join('\n');
      for (const words of written) expect(memos).toContain(words);
      const made = (await engine.call('code.list', {})).filter(({ name }) => name === 'new' || name === '新的');
      expect(made.map(({ parent, scale }) => [parent, scale.length])).toEqual([[where === 'below' ? codes[0] : null, 5], [where === 'below' ? codes[0] : null, 5]]);
      expect((await engine.call('study.check', {})).findings).toEqual([]);
      const rowsAfter = state();
      await engine.call('history.undo', {});
      expect(state()).toEqual(rowsBefore);
      await engine.call('history.redo', {});
      expect(state()).toEqual(rowsAfter);
    } finally { engine.close(); }
  }), { numRuns: 55, seed: 20261122 });
}, 120_000);

test('what cannot be is refused, and nothing is written: itself, another facet, a taken name, a coding that is not its own', async () => {
  const file = join(temporaryFolder(), 'a.concord');
  createStudy(file, 'Study');
  const engine = openStudy(file, { who: 'Lin' });
  await engine.call('document.create', { name: 'one', text });
  const { code } = await engine.call('code.create', { name: 'load', facet: 'dimension' });
  const { code: theme } = await engine.call('code.create', { name: 'theme', facet: 'theme' });
  const { codings: [own] } = await engine.call('coding.apply', { document: 1, start: 0, end: 5, codes: [{ code }] });
  const { codings: [other] } = await engine.call('coding.apply', { document: 1, start: 0, end: 5, codes: [{ code: theme }] });
  const before = await saidIn(engine);
  const split = (targets: ({ code: number } | { create: string })[], coding = own!, to = [0]) => engine.call('code.split', { code, targets, choices: [{ coding, to }] });
  await expect(split([{ code }])).rejects.toMatchObject({ code: 'merge-with-itself' });
  await expect(split([{ code: theme }])).rejects.toMatchObject({ code: 'merge-other-facet' });
  await expect(split([{ create: 'a' }, { create: 'A' }])).rejects.toMatchObject({ code: 'name-taken' });
  await expect(split([{ create: 'a' }], other)).rejects.toMatchObject({ code: 'not-found' });
  await expect(split([{ create: 'a' }], own, [3])).rejects.toMatchObject({ code: 'not-found' });
  expect(await saidIn(engine)).toEqual(before);
  expect(await engine.call('code.list', {})).toHaveLength(2);
  engine.close();
});
