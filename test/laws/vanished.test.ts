import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PassageIndex } from '../../renderer/editor/passages.ts';
import { vanished } from '../../renderer/editor/vanished.ts';
import { spliceText, type Splice } from '../../shared/model/span.ts';

const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(12), fc.stringMatching(/^[A-Z]{0,3}$/)), { maxLength: 6 });
test('the codings that are said to go are those that the editor and the core do not keep', () => fc.assert(fc.property(fc.stringMatching(/^[a-z]{20,40}$/), edits, fc.array(fc.tuple(fc.nat(39), fc.integer({ min: 1, max: 9 })), { maxLength: 8 }), (text, given, spans) => {
  let now = text;
  const splices = given.map(([at, length, inserted]): Splice => {
    const from = Math.min(at, now.length);
    const splice = { at: from, removed: now.slice(from, from + length), inserted };
    now = spliceText(now, splice);
    return splice;
  }).filter(({ removed, inserted }) => removed !== inserted);
  const passages = spans.filter(([start, length]) => start + length <= text.length).map(([start, length], id) => ({ id, start, end: start + length, codings: [] }));
  const kept = new Set(new PassageIndex(passages).after(splices).passages.map(({ id }) => id));
  expect(vanished(passages, splices).map(({ id }) => id)).toEqual(passages.filter(({ id }) => !kept.has(id)).map(({ id }) => id));
}), { numRuns: 20_000 }));
