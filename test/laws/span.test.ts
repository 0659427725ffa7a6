import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip, diffText, invertSplice, shift, spliceText, splitsPair } from '../../shared/model/span.ts';
import { moveTurns } from '../../shared/model/turns.ts';

const place = fc.nat(20);
const splices = fc.record({ at: place, removed: fc.string({ maxLength: 6 }), inserted: fc.string({ maxLength: 6 }) });

test('a splice and its inverse leave the text as it was', () => {
  fc.assert(fc.property(fc.string({ maxLength: 30, unit: 'grapheme' }), fc.nat(30), fc.nat(8), fc.string({ maxLength: 6, unit: 'grapheme' }), (text, from, length, inserted) => {
    const at = Math.min(from, text.length);
    const splice = { at, removed: text.slice(at, at + length), inserted };
    expect(spliceText(spliceText(text, splice), invertSplice(splice))).toBe(text);
  }), { numRuns: 20_000 });
});

test('a span that was clipped comes back exactly when the splice is taken back', () => {
  fc.assert(fc.property(place, place, splices, (a, b, splice) => {
    fc.pre(a !== b && splice.removed !== splice.inserted);
    const span = clip({ start: Math.min(a, b), end: Math.max(a, b) }, splice);
    if (span === null) return;
    const moved = shift(span, splice);
    expect(moved.start).toBeLessThan(moved.end);
    expect(shift(moved, invertSplice(splice))).toEqual(span);
  }), { numRuns: 100_000 });
});

test('a coding never gains text that was typed outside of it, and never loses text that stayed', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{12,24}$/), place, place, fc.nat(10), fc.stringMatching(/^[A-Z]{0,4}$/), fc.nat(20), (text, a, b, length, inserted, at) => {
    const span = { start: Math.min(a, b, text.length - 1), end: Math.min(Math.max(a, b) + 1, text.length) };
    fc.pre(span.start < span.end && at <= text.length);
    const splice = { at, removed: text.slice(at, at + length), inserted };
    fc.pre(splice.removed !== splice.inserted);
    const kept = clip(span, splice);
    const stayed = text.slice(span.start, span.end).split('').filter((_, index) => span.start + index < at || span.start + index >= at + splice.removed.length).join('');
    if (kept === null) {
      expect(stayed).toBe('');
      return;
    }
    const moved = shift(kept, splice);
    const now = spliceText(text, splice).slice(moved.start, moved.end);
    expect(now.replace(/[A-Z]/g, '')).toBe(stayed);
  }), { numRuns: 50_000 });
});

test('diffText finds a splice that gives the new text and cuts no character in two', () => {
  const alphabet = fc.constantFrom('a', 'aa', '中', '的的', '😀', '😁', '𠮷', '𡃁', '\n', 'é', 'e\u0301', '👨‍👩‍👧');
  const texts = fc.array(alphabet, { maxLength: 10 }).map((parts) => parts.join(''));
  fc.assert(fc.property(texts, texts, fc.integer({ min: -1, max: 12 }), (before, after, caret) => {
    const splice = diffText(before, after, caret);
    if (splice === null) {
      expect(before).toBe(after);
      return;
    }
    expect(spliceText(before, splice)).toBe(after);
    for (const [text, edge] of [[before, splice.at], [after, splice.at], [before, splice.at + splice.removed.length], [after, splice.at + splice.inserted.length]] as const) expect(splitsPair(text, edge)).toBe(false);
  }), { numRuns: 50_000 });
});

test('an "a" typed into "aaa" is taken to stand where the caret is', () => {
  expect(diffText('xaaay', 'xaaaay', 3)).toEqual({ at: 2, removed: '', inserted: 'a' });
  expect(diffText('xaaay', 'xaay', 1)).toEqual({ at: 1, removed: 'a', inserted: '' });
});

test('a turn behind a blank line that was written over begins where its line does', () => {
  expect(moveTurns([{ start: 3, end: 6 }], { at: 2, removed: '\n', inserted: 'So' })).toEqual([{ start: 2, end: 7 }]);
  expect(moveTurns([{ start: 3, end: 6 }], { at: 2, removed: '\n', inserted: '\nSo' })).toEqual([{ start: 3, end: 8 }]);
  expect(moveTurns([{ start: 3, end: 6 }], { at: 2, removed: '\n', inserted: 'So\n' })).toEqual([{ start: 5, end: 8 }]);
});

test('turns stay apart, in order and on lines of their own, whatever is edited', () => {
  const lines = fc.array(fc.stringMatching(/^[a-z]{0,5}$/), { minLength: 1, maxLength: 5 });
  fc.assert(fc.property(lines, fc.nat(30), fc.nat(12), fc.stringMatching(/^[A-Z\n]{0,3}$/), (said, from, length, inserted) => {
    const text = said.join('\n');
    let start = 0;
    const turns = said.map((line) => { const turn = { start, end: start + line.length }; start = turn.end + 1; return turn; });
    const at = Math.min(from, text.length);
    const splice = { at, removed: text.slice(at, at + length), inserted };
    const after = spliceText(text, splice);
    const near = turns.filter((turn) => turn.end >= at && turn.start <= at + splice.removed.length);
    const behind = turns.filter((turn) => turn.start > at + splice.removed.length).map((turn) => shift(turn, splice));
    const now = [...turns.filter((turn) => turn.end < at), ...moveTurns(near, splice).filter((turn) => turn !== null), ...behind];
    let reached = -1;
    for (const turn of now) {
      expect(turn.start).toBe(reached + 1);
      expect(turn.end).toBeGreaterThanOrEqual(turn.start);
      expect(turn.start === 0 || after[turn.start - 1] === '\n').toBe(true);
      reached = turn.end;
    }
    expect(reached).toBe(after.length);
  }), { numRuns: 50_000 });
});
