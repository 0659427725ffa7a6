import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { vanished } from '../../renderer/editor/vanished.ts';
import { clip, shift, spliceText, type Span, type TypedSplice } from '../../shared/model/span.ts';
import { codedStudy, everything, temporaryFolder } from '../helpers/study.ts';

const text = 'abcdefghijklmnopqrstuvwxyz\n0123456789 and so on';
const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 9 })).map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));

/** Where a span lies after splices: what was cut comes to lie where its words are pasted first. */
function modelled(spans: readonly Span[], splices: readonly TypedSplice[]): Span[] {
  let cut: { words: string; parts: Span[] } | null = null;
  return splices.reduce<Span[]>((now, splice) => {
    const back = splice.by === 'paste' && cut?.words === splice.inserted ? cut.parts : [];
    if (back.length > 0) cut = null;
    if (splice.by === 'cut') cut = { words: splice.removed, parts: now.filter((each) => clip(each, splice) === null).map(({ start, end }) => ({ start: start - splice.at, end: end - splice.at })) };
    return [...now.flatMap((each) => { const left = clip(each, splice); return left ? [shift(left, splice)] : []; }), ...back.map(({ start, end }) => ({ start: start + splice.at, end: end + splice.at }))];
  }, [...spans]);
}

test('codings come along with words that are cut and pasted in the same text, once; undo and redo bring back each state to the byte', async () => {
  const folder = temporaryFolder();
  let round = 0;
  const edit = fc.tuple(fc.nat(60), fc.nat(3), fc.stringMatching(/^[A-Z]{0,3}$/));
  await fc.assert(fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 6 }), span, fc.option(edit), fc.nat(60), fc.boolean(), fc.boolean(), async (spans, cut, between, to, together, copied) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    try {
      const { document } = await engine.call('document.create', { name: 'one', text });
      for (const [index, { start, end }] of spans.entries()) {
        const { code } = await engine.call('code.create', { name: `code ${index}`, facet: 'theme' });
        await engine.call('coding.apply', { document, start, end, codes: [{ code }] });
      }
      const [first] = await engine.call('coding.list', { document });
      await engine.call('memo.write', { about: 'codings', target: first!.id, text: 'why?' });
      const before = await engine.call('coding.list', { document });
      const words = text.slice(cut.start, cut.end);
      const splices: TypedSplice[] = [{ at: cut.start, removed: words, inserted: '', by: 'cut' }];
      let now = spliceText(text, splices[0]!);
      const add = (splice: TypedSplice) => { splices.push(splice); now = spliceText(now, splice); };
      if (between) { const at = Math.min(between[0], now.length); add({ at, removed: now.slice(at, at + between[1]), inserted: between[2] }); }
      const by = copied ? {} : { by: 'paste' as const };
      add({ at: Math.min(to, now.length), removed: '', inserted: words, ...by });
      add({ at: 0, removed: '', inserted: words, ...by });
      const wanted = splices.filter(({ removed, inserted }) => removed !== inserted);
      const states = [state()];
      for (const lot of together ? [wanted] : wanted.map((each) => [each])) {
        await engine.call('document.edit', { document, splices: lot });
        states.push(state());
      }
      const codings = await engine.call('coding.list', { document });
      const places = (each: readonly Span[]) => each.map(({ start, end }) => `${start}-${end}`).toSorted();
      expect(places(codings)).toEqual(places(modelled(before, wanted)));
      expect(codings.length).toBe(before.length - vanished(before, wanted).length);
      for (const { code, created, coder, memo } of codings) expect(before.find((each) => each.code === code)).toMatchObject({ created, coder, memo });
      expect((await engine.call('study.check', {})).findings).toEqual([]);
      for (const earlier of states.slice(0, -1).toReversed()) { await engine.call('history.undo', {}); expect(state()).toEqual(earlier); }
      for (const later of states.slice(1)) { await engine.call('history.redo', {}); expect(state()).toEqual(later); }
    } finally { engine.close(); }
  }), { numRuns: 45, seed: 20261122 });
}, 240_000);

test('what is pasted after its cut was undone, or where its code is gone, brings no second coding', async () => {
  const { engine, document, codes, shown } = await codedStudy('We were [tired: so [pay: tired]] that day.');
  await engine.call('document.edit', { document, splices: [{ at: 8, removed: 'so tired', inserted: '', by: 'cut' }] });
  await engine.call('code.remove', { code: codes.get('pay')! });
  await engine.call('document.edit', { document, splices: [{ at: 0, removed: '', inserted: 'so tired', by: 'paste' }] });
  expect(await shown()).toBe('[tired: so tired]We were  that day.');
  for (let step = 0; step < 3; step++) await engine.call('history.undo', {});
  expect(await shown()).toBe('We were [tired: so [pay: tired]] that day.');
  await engine.call('document.edit', { document, splices: [{ at: 0, removed: '', inserted: 'so tired', by: 'paste' }] });
  expect(await shown()).toBe('so tiredWe were [tired: so [pay: tired]] that day.');
});
