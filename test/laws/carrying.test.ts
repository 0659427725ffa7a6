import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { halved, vanished } from '../../renderer/editor/vanished.ts';
import { asMeant, follow } from '../../shared/model/cutting.ts';
import { clip, diffText, shift, spliceText, type Span, type TypedSplice } from '../../shared/model/span.ts';
import { codedStudy, everything, temporaryFolder } from '../helpers/study.ts';

const text = 'abcdefghijklmnopqrstuvwxyz\n0123456789 and so on';
const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 9 })).map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));

test('codings come along with words that are cut and pasted in the same text, once; undo and redo bring back each state to the byte', async () => {
  const folder = temporaryFolder();
  let round = 0;
  const edit = fc.tuple(fc.nat(60), fc.nat(3), fc.stringMatching(/^[A-Z]{0,3}$/));
  await fc.assert(fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 6 }), span, fc.option(edit), fc.oneof(fc.constant('back' as const), fc.tuple(fc.nat(60), fc.nat(4))), fc.boolean(), fc.boolean(), async (spans, cut, between, to, together, copied) => {
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
      const [place, over] = to === 'back' ? [splices.slice(1).reduce((seam, { at, removed, inserted }) => (seam <= at ? seam : seam >= at + removed.length ? seam + inserted.length - removed.length : at), cut.start), 0] : to;
      const at = Math.min(place, now.length);
      add({ at, removed: now.slice(at, at + over), inserted: words, ...by });
      add({ at: 0, removed: '', inserted: words, ...by });
      const wanted = splices.filter(({ removed, inserted, by: how }) => removed !== inserted || how === 'paste');
      const states = [state()];
      for (const lot of together ? [wanted] : wanted.map((each) => [each])) {
        await engine.call('document.edit', { document, splices: lot });
        states.push(state());
      }
      const codings = await engine.call('coding.list', { document });
      const places = (each: readonly Span[]) => each.map(({ start, end }) => `${start}-${end}`).toSorted();
      expect(places(codings)).toEqual(places(before.flatMap((each) => follow(each, wanted) ?? [])));
      expect(codings.length).toBe(before.length - vanished(before, wanted).length);
      for (const { code, created, coder, memo } of codings) expect(before.find((each) => each.code === code)).toMatchObject({ created, coder, memo });
      expect((await engine.call('study.check', {})).findings).toEqual([]);
      for (const earlier of states.slice(0, -1).toReversed()) { await engine.call('history.undo', {}); expect(state()).toEqual(earlier); }
      for (const later of states.slice(1)) { await engine.call('history.redo', {}); expect(state()).toEqual(later); }
    } finally { engine.close(); }
  }), { numRuns: 45, seed: 20261122 });
}, 240_000);

const any = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '累'), minLength: 1, maxLength: 30 });
const within = (length: number) => fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const cutOf = (given: string, { start, end }: Span): TypedSplice => ({ at: start, removed: given.slice(start, end), inserted: '', by: 'cut' });
const scene = any.chain((given) => fc.record({ given: fc.constant(given), cut: within(given.length).filter(({ start, end }) => start < end), passage: within(given.length).filter(({ start, end }) => start < end) }));

test('words pasted over others that begin or end as they do are taken for all that was pasted, and take along what was on them', () => {
  let less = 0;
  fc.assert(fc.property(scene, fc.nat(40), fc.nat(40), ({ given, cut, passage }, a, b) => {
    const first = cutOf(given, cut);
    const before = spliceText(given, first);
    const start = Math.min(a, b, before.length);
    const paste: TypedSplice = { at: start, removed: before.slice(start, Math.max(a, b)), inserted: first.removed, by: 'paste' };
    const now = spliceText(before, paste);
    const difference = diffText(before, now);
    if (difference && difference.inserted !== paste.inserted) less++;
    expect(asMeant(difference ? [difference] : [], { before, splice: paste }, now)).toEqual([paste]);
    // What is not what became of the text is not what was meant.
    expect(asMeant(difference ? [difference] : [], { before, splice: paste }, `${now}.`)).toEqual(difference ? [difference] : []);
    if (cut.start <= passage.start && passage.end <= cut.end) {
      const there = follow(passage, [first, paste])!;
      expect(there).toEqual({ start: passage.start - cut.start + start, end: passage.end - cut.start + start });
      expect(now.slice(there.start, there.end)).toBe(given.slice(passage.start, passage.end));
    }
  }), { numRuns: 5000 });
  expect(less).toBeGreaterThan(200);
});

test('pasted back where it was cut, every passage is what it was; pasted elsewhere, one keeps its half, and is among those that are told', () => {
  let halves = 0;
  fc.assert(fc.property(scene, fc.nat(30), ({ given, cut, passage }, to) => {
    const first = cutOf(given, cut);
    const words = first.removed;
    const left = clip(passage, first);
    const back: TypedSplice = { at: cut.start, removed: '', inserted: words, by: 'paste' };
    expect(follow(passage, [first, back])).toEqual(passage);
    const overlaps = passage.start < cut.end && passage.end > cut.start;
    expect(halved([passage], [first])).toEqual(overlaps && left ? [passage] : []);
    if (!left) return;
    halves++;
    // Anywhere else it moves as with any typing, also when it was pasted back before.
    const at = Math.min(to, given.length - words.length);
    if (at === cut.start) return;
    const there: TypedSplice = { at, removed: '', inserted: words, by: 'paste' };
    const stayed = shift(shift(left, first), there);
    expect(follow(passage, [first, there])).toEqual(stayed);
    expect(follow(passage, [first, back, { ...there, at }])).toEqual(shift(passage, there));
  }), { numRuns: 5000 });
  expect(halves).toBeGreaterThan(500);
});

test('a passage that the cut left a half of is whole again where the words are pasted back, also when its half was corrected meanwhile; not where somebody gave it other edges', async () => {
  const { engine, document, shown } = await codedStudy('We were [tired: so tired that day] and [pay: the pay was low].');
  const cut = (at: number, removed: string) => engine.call('document.edit', { document, splices: [{ at, removed, inserted: '', by: 'cut' }] });
  const paste = (at: number, inserted: string) => engine.call('document.edit', { document, splices: [{ at, removed: '', inserted, by: 'paste' }] });
  await cut(17, 'that day and the ');
  expect(await shown()).toBe('We were [tired: so tired ][pay: pay was low].');
  await engine.call('document.edit', { document, splices: [{ at: 11, removed: 'tired', inserted: 'weary' }] });
  await paste(17, 'that day and the ');
  expect(await shown()).toBe('We were [tired: so weary that day] and [pay: the pay was low].');
  const now = await engine.call('coding.list', { document });
  // Once: the second copy is nobody’s.
  await paste(17, 'that day and the ');
  expect(await engine.call('coding.list', { document })).toHaveLength(now.length);
  await engine.call('history.undo', {});
  await cut(17, 'that day and the ');
  const [half] = await engine.call('coding.list', { document });
  await engine.call('passage.resize', { passage: half!.passage, start: 11, end: 16 });
  await engine.call('passage.resize', { passage: half!.passage, start: 11, end: 17 });
  await paste(17, 'that day and the ');
  expect(await shown()).toBe('We were so [tired: weary ]that day and [pay: the pay was low].');
  await engine.call('history.undo', {});
  // Elsewhere it keeps the half that stayed.
  await paste(0, 'that day and the ');
  expect(await shown()).toBe('that day and the We were so [tired: weary ][pay: pay was low].');
  for (let step = 0; step < 4; step++) await engine.call('history.undo', {});
  expect(await shown()).toBe('We were [tired: so weary that day] and [pay: the pay was low].');
});

test('words pasted over the same words bring along what was on those that were cut', async () => {
  const { engine, document, shown } = await codedStudy('[a: so tired], and once more so tired.');
  await engine.call('document.edit', { document, splices: [{ at: 0, removed: 'so tired', inserted: '', by: 'cut' }] });
  await engine.call('document.edit', { document, splices: [{ at: 16, removed: 'so tired', inserted: 'so tired', by: 'paste' }] });
  expect(await shown()).toBe(', and once more [a: so tired].');
  await engine.call('history.undo', {});
  expect(await shown()).toBe(', and once more so tired.');
});

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
