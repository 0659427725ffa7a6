import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { nameKey } from '../../shared/model/text.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const text = 'I was so tired that day, 累得说不出话来, really tired. Yes 😀.';
const place = fc.record({ start: fc.nat(3).map((step) => step * 6), length: fc.constantFrom(4, 9) });
const coding = fc.record({ place, code: fc.nat(7), coder: fc.constantFrom('Lin', 'Wei'), rating: fc.option(fc.integer({ min: -3, max: 3 })), memo: fc.constantFrom('', '', 'why', '再看') });
/** Each code stands below an earlier one or below none; names repeat, so that namesakes meet. */
const codebook = fc.array(fc.record({ name: fc.constantFrom('pay', 'PAY', 'load', 'trust'), below: fc.option(fc.nat(6)), scaled: fc.boolean(), definition: fc.constantFrom('', 'what it is', 'something else') }), { minLength: 2, maxLength: 8 });
const scale = [-2, -1, 0, 1, 2].map((value) => ({ value, anchor: '' }));

async function build(engine: Engine, codes: readonly { name: string; below: number | null; scaled: boolean; definition: string }[], codings: readonly { place: { start: number; length: number }; code: number; coder: string; rating: number | null; memo: string }[]): Promise<number[]> {
  const { document } = await engine.call('document.create', { name: 'one', text });
  const made: number[] = [];
  for (const { name, below, scaled, definition } of codes) {
    const parent = below === null || made.length === 0 ? null : made[below % made.length]!;
    await engine.call('code.create', { name, facet: 'dimension', parent, definition, ...(scaled ? { scale } : {}) }).then(({ code }) => made.push(code), () => {});
  }
  for (const { place: { start, length }, code, coder, rating, memo } of codings) {
    const chosen = made[code % made.length]!;
    await engine.ask('coding.apply', { document, start, end: start + length, codes: [{ code: chosen, rating }] }, { who: coder }).then(async ({ value }) => {
      const [target] = (value as { codings: number[] }).codings;
      if (memo !== '') await engine.ask('memo.write', { about: 'codings', target: target!, text: memo }, { who: coder });
    }, () => {});
  }
  return made;
}
const placesOf = async (engine: Engine, codes: readonly number[]) =>
  new Set((await engine.call('coding.list', { document: 1 })).filter(({ code }) => codes.includes(code)).map(({ start, end, coder }) => `${start}-${end}/${coder}`));
const memosAndRatings = async (engine: Engine) => {
  const memos = (await engine.call('memo.list', {})).map(({ text: words }) => words);
  return { memos: memos.join('\n'), ratings: (await engine.call('coding.list', { document: 1 })).flatMap(({ rating }) => (rating === null ? [] : [rating])) };
};

test('after a merge the other code is gone, each passage that had either has the one that stays, nothing written is lost, and undo brings all back byte for byte', async () => {
  const folder = temporaryFolder();
  let round = 0;
  let merges = 0;
  await fc.assert(fc.asyncProperty(codebook, fc.array(coding, { maxLength: 24 }), fc.nat(7), fc.nat(7), async (codes, codings, one, other) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    try {
      const made = await build(engine, codes, codings);
      const [from, into] = [made[one % made.length]!, made[other % made.length]!];
      const before = state();
      const list = await engine.call('code.list', {});
      const [either, said, written] = [await placesOf(engine, [from, into]), await engine.call('code.mergePreview', { code: from, into }).catch((problem: unknown) => problem as { code: string }), await memosAndRatings(engine)];
      if ('code' in said) {
        await expect(engine.call('code.merge', { code: from, into })).rejects.toMatchObject({ code: said.code });
        expect(state()).toEqual(before);
        return;
      }
      merges++;
      expect(await engine.call('code.merge', { code: from, into })).toMatchObject({ codings: said.codings, coinciding: said.coinciding });
      const after = await engine.call('code.list', {});
      expect(after.some(({ id }) => id === from)).toBe(false);
      expect(await placesOf(engine, [into])).toEqual(either);
      expect(after).toHaveLength(list.length - 1 - said.merged);
      // One coding a passage, code and coder; one name below a parent; nothing hangs on what is gone.
      const now = await engine.call('coding.list', { document: 1 });
      expect(new Set(now.map(({ passage, code, coder }) => `${passage}/${code}/${coder}`)).size).toBe(now.length);
      expect(new Set(after.map(({ parent, name }) => `${parent}/${nameKey(name)}`)).size).toBe(after.length);
      expect((await engine.call('study.check', {})).findings).toEqual([]);
      for (const { code, rating } of now) {
        const steps = after.find(({ id }) => id === code)!.scale;
        if (rating !== null && steps.length > 0) expect(steps.map(({ value }) => value)).toContain(rating);
      }
      const kept = await memosAndRatings(engine);
      for (const words of written.memos.split('\n').filter(Boolean)) expect(kept.memos).toContain(words);
      for (const rating of written.ratings) expect(kept.ratings.includes(rating) || kept.memos.includes(`Rating ${String(rating).replace('-', '\u2212')}`)).toBe(true);
      for (const { id, path, definition } of list) {
        const { code: found } = { code: after.find((each) => each.id === id) };
        if (!found && definition !== '') expect(after.some((each) => each.definition.includes(definition))).toBe(true);
        if (id === from) expect(after.find((each) => each.id === into)!.aliases.concat(after.find((each) => each.id === into)!.name).map(nameKey)).toSatisfy((names: string[]) => names.includes(nameKey(path)) || names.includes(nameKey(path.split(' > ').at(-1)!)));
      }
      const done = state();
      await engine.call('history.undo', {});
      expect(state()).toEqual(before);
      await engine.call('history.redo', {});
      expect(state()).toEqual(done);
    } finally { engine.close(); }
  }), { numRuns: 90, seed: 20261122 });
  expect(merges).toBeGreaterThan(30);
}, 120_000);
