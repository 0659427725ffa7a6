import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { splitsPair } from '../../shared/model/span.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('edit' as const), at: fc.nat(60), remove: fc.nat(12), insert: fc.constantFrom('', 'x', '累', 'so\ntired', '😀😀'), who: fc.constantFrom('Lin', 'Wei'), wait: fc.constantFrom(1000, 50_000, 90_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('code' as const), at: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('uncode' as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), text: fc.constantFrom('I was tired. 累得说不出话来。', 'Quite another text.\nAnd more of it.') }) },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
const sound = (text: string, at: number) => (splitsPair(text, at) ? at + 1 : at);

async function perform(engine: Engine, each: Act, base: number): Promise<void> {
  const { text } = await engine.call('document.read', { document: 1 });
  if (each.do === 'edit') {
    const at = sound(text, Math.min(each.at, text.length));
    const removed = text.slice(at, sound(text, Math.min(text.length, at + each.remove)));
    if (removed !== each.insert) await engine.ask('document.edit', { document: 1, splices: [{ at, removed, inserted: each.insert }] }, { who: each.who });
  } else if (each.do === 'code') {
    const start = sound(text, Math.min(each.at, text.length));
    const end = sound(text, Math.min(text.length, start + each.length));
    if (start < end) await engine.call('coding.apply', { document: 1, start, end, codes: [{ code: 1 }] });
  } else if (each.do === 'uncode') {
    const codings = await engine.call('coding.list', { document: 1 });
    if (codings.length > 0) await engine.call('coding.remove', { codings: [codings[each.which % codings.length]!.id] });
  } else if (each.do === 'replace') await engine.call('document.replace', { document: 1, text: each.text, lost: 'leaveOut' });
  else if (each.do === 'redo' || (await engine.call('project.read', {})).undo!.seq > base) await engine.call(`history.${each.do}`, {}).catch(() => {});
}

test('the text of every moment is as it was then, differences put both texts together, steps hold every edit once, lost passages are those that went, and looking writes nothing', async () => {
  const folder = temporaryFolder();
  let round = 0;
  let edits = 0;
  let losses = 0;
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), fc.nat(14), async (acts, which) => {
    let now = 1_000_000;
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    const engine = openStudy(file, { who: 'Lin', now: () => now });
    try {
      await engine.call('document.create', { name: 'one', text: 'I was so tired that day, 累得说不出话来, really tired. Yes 😀.' });
      await engine.call('document.remove', { documents: [1] });
      await engine.call('history.undo', {});
      await engine.call('code.create', { name: 'pay', facet: 'theme' });
      for (const start of [2, 9, 25, 40]) await engine.call('coding.apply', { document: 1, start, end: start + 8, codes: [{ code: 1 }] });
      await engine.call('document.create', { name: 'other', text: 'Not this one.' });
      await engine.call('coding.apply', { document: 2, start: 0, end: 5, codes: [{ code: 1 }] });
      const head = async () => (await engine.call('history.list', { limit: 1 }))[0]!.seq;
      const state = async () => ({ seq: await head(), text: (await engine.call('document.read', { document: 1 })).text, passages: new Map((await engine.call('coding.list', { document: 1 })).map(({ passage, start, end }) => [passage, { start, end }])) });
      const moments = [await state()];
      for (const each of acts) {
        now += 'wait' in each ? each.wait : 1000;
        await perform(engine, each, moments[0]!.seq);
        const after = await state();
        if (after.seq !== moments.at(-1)!.seq) moments.push(after);
      }
      const last = moments.at(-1)!;
      const steps = await engine.call('document.history', { document: 1 });
      const changed = moments.filter((moment, index) => index > 0 && moment.text !== moments[index - 1]!.text).map(({ seq }) => seq);
      edits += changed.length;
      // Every change of the text lies in exactly one step; steps follow each other, the newest first.
      for (const seq of changed) expect(steps.filter(({ first, last: end }) => first <= seq && seq <= end)).toHaveLength(1);
      for (const [index, step] of steps.entries()) {
        expect(step.first).toBeLessThanOrEqual(step.last);
        if (index > 0) expect(step.last).toBeLessThan(steps[index - 1]!.first);
        expect(step.until - step.at).toBeLessThan(60_000);
      }
      const then = moments[which % moments.length]!;
      for (const [from, to] of [[then, null], [moments[0]!, then]] as const) {
        const other = to ?? last;
        const found = await engine.call('document.compare', { document: 1, from: from.seq, to: to?.seq ?? null });
        expect([found.earlier, found.later]).toEqual([from.text, other.text]);
        expect(found.pieces.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')).toBe(from.text);
        expect(found.pieces.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')).toBe(other.text);
        for (const { passage, before, after, codes } of found.hurt) {
          const span = from.passages.get(passage)!;
          const left = other.passages.get(passage);
          losses++;
          expect(before).toBe(from.text.slice(span.start, span.end));
          expect(after).toBe(left ? other.text.slice(left.start, left.end) : null);
          expect(codes.map(({ name }) => name)).toEqual(['pay']);
        }
        const shorter = [...from.passages].filter(([passage, span]) => { const left = other.passages.get(passage); return left && left.end - left.start < span.end - span.start; });
        expect(found.hurt.filter(({ after }) => after !== null).map(({ passage }) => passage).toSorted((a, b) => a - b)).toEqual(shorter.map(([passage]) => passage).toSorted((a, b) => a - b));
        expect(found.hurt.filter(({ after }) => after === null).every(({ passage }) => !other.passages.has(passage))).toBe(true);
      }
      expect(await head()).toBe(last.seq);
      engine.close();
      const before = everything(file);
      const again = openStudy(file, { who: 'Lin' });
      await again.call('document.history', { document: 1 });
      await again.call('document.compare', { document: 1, from: 0, to: null });
      again.close();
      expect(everything(file)).toEqual(before);
    } finally { engine.close(); }
  }), { numRuns: 25 });
  expect(edits).toBeGreaterThan(50);
  expect(losses).toBeGreaterThan(5);
}, 60_000);
