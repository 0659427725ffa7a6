import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts, type Replacement } from '../../shared/model/alignment.ts';
import { createFates, type Fate } from '../../shared/model/correction.ts';
import { clip, shift, splitsPair, spliceText, type Span } from '../../shared/model/span.ts';

const scraps = ['We ', 'were', ' so', ' tired', '. ', '\n', '\n\n', '“so”', "don't", ' – ', '患者', '等了', '，', '「好」', '😀', '😁', 'e\u0301', '𠮷', '的', 'Interviewer', ' and then they sent the form back to the county'];
const texts = fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((each) => each.join(''));
const whole = (text: string, at: number) => (splitsPair(text, at) ? at + 1 : at);
const edit = fc.record({ at: fc.nat(400), length: fc.nat(9), inserted: fc.array(fc.constantFrom(...scraps, 'x', ''), { maxLength: 3 }).map((each) => each.join('')) });
/** A text, corrected at random. */
const corrected = fc.tuple(texts, fc.array(edit, { maxLength: 6 })).map(([before, edits]) => ({
  before,
  after: edits.reduce((text, { at, length, inserted }) => {
    const from = whole(text, Math.min(at, text.length));
    const to = whole(text, Math.min(text.length, from + length));
    return text.slice(0, from) + inserted + text.slice(to);
  }, before),
}));
const spansOf = (text: string, pairs: readonly (readonly [number, number])[]): Span[] => pairs.flatMap(([from, length]) => {
  const start = whole(text, from % Math.max(1, text.length));
  const end = whole(text, Math.min(text.length, start + 1 + length));
  return start < end ? [{ start, end }] : [];
});
const fatesOf = (before: string, after: string, replaced: readonly Replacement[], spans: readonly Span[]) => spans.map(createFates(before, after, replaced));
const pairs = fc.array(fc.tuple(fc.nat(400), fc.nat(40)), { maxLength: 8 });

describe('what a correction replaced', () => {
  test('replaced in the old text gives the new one, in order, and cuts no character in two', () => fc.assert(fc.property(fc.oneof(corrected, fc.record({ before: texts, after: texts })), ({ before, after }) => {
    const replaced = alignTexts(before, after);
    let text = '';
    let at = 0;
    for (const { from, to, start, end } of replaced) {
      expect(from).toBeGreaterThanOrEqual(at);
      expect(to - from + end - start).toBeGreaterThan(0);
      text += before.slice(at, from);
      expect(text.length).toBe(start);
      text += after.slice(start, end);
      for (const [one, edge] of [[before, from], [before, to], [after, start], [after, end]] as const) expect(splitsPair(one, edge)).toBe(false);
      at = to;
    }
    expect(text + before.slice(at)).toBe(after);
    expect(before === after).toBe(replaced.length === 0);
  }), { numRuns: 5000 }));

  test('is found in long texts too, in a time that does not grow with their square', () => {
    const line = (number: number) => `Answer ${number}: we sent ${number * 7} patients to the county hospital and ${number % 13} of them came back.`;
    const lines = Array.from({ length: 2000 }, (_, number) => line(number));
    const before = lines.join('\n');
    const after = lines.toSpliced(1500, 3).map((each, number) => (number % 40 === 0 ? each.replace('patients', 'sick people') : each)).join('\n');
    const began = performance.now();
    const replaced = alignTexts(before, after);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(replaced.filter(({ from, to }) => before.slice(from, to) === 'patients')).toHaveLength(50);
    expect(replaced.reduce((units, { from, to }) => units + to - from, 0)).toBe(50 * 'patients'.length + lines.slice(1500, 1503).join('\n').length + 1);
  });
});

const placeOf = (fate: Fate): Span | null => (fate.fate === 'lost' ? fate.near : fate.span);
const occurs = (text: string, words: string) => { let count = 0; for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++; return count; };

describe('what becomes of passages', () => {
  test('with the same text, nothing', () => fc.assert(fc.property(texts, pairs, (text, given) => {
    const spans = spansOf(text, given);
    expect(fatesOf(text, text, alignTexts(text, text), spans)).toEqual(spans.map((span) => ({ fate: 'same', span })));
  })));

  test('one whose words stand once in either text lies exactly on them', () => fc.assert(fc.property(corrected, pairs, ({ before, after }, given) => {
    const spans = spansOf(before, given);
    const fates = fatesOf(before, after, alignTexts(before, after), spans);
    spans.forEach(({ start, end }, index) => {
      const words = before.slice(start, end);
      if (occurs(before, words) !== 1 || occurs(after, words) !== 1) return;
      expect(fates[index]).toMatchObject({ span: { start: after.indexOf(words), end: after.indexOf(words) + words.length } });
    });
  }), { numRuns: 5000 }));

  test('each has a fate; places are whole characters inside the new text and never empty; "same" and "moved" say what they mean', () => fc.assert(fc.property(fc.oneof(corrected, fc.record({ before: texts, after: texts })), pairs, ({ before, after }, given) => {
    const spans = spansOf(before, given);
    const fates = fatesOf(before, after, alignTexts(before, after), spans);
    expect(fates).toHaveLength(spans.length);
    fates.forEach((fate, index) => {
      const words = before.slice(spans[index]!.start, spans[index]!.end);
      const place = placeOf(fate);
      if (place === null) return;
      expect(0 <= place.start && place.start < place.end && place.end <= after.length).toBe(true);
      expect(splitsPair(after, place.start) || splitsPair(after, place.end)).toBe(false);
      if (fate.fate === 'same') expect(after.slice(place.start, place.end)).toBe(words);
      if (fate.fate === 'changed' || fate.fate === 'form') expect(after.slice(place.start, place.end)).not.toBe(words);
    });
  }), { numRuns: 5000 }));

  test('they go along as the editor would move them, one replacement after the other', () => fc.assert(fc.property(corrected, pairs, ({ before, after }, given) => {
    const replaced = alignTexts(before, after);
    // Where two touch it is a matter of taste which of them was typed first.
    fc.pre(replaced.every(({ from }, index) => index === 0 || replaced[index - 1]!.to < from));
    const spans = spansOf(before, given);
    const fates = fatesOf(before, after, replaced, spans);
    spans.forEach((span, index) => {
      const fate = fates[index]!;
      if (fate.fate !== 'changed' && fate.fate !== 'form') return;
      expect(fate.span).toEqual(asTyped(before, after, replaced, span));
    });
  }), { numRuns: 5000 }));
});

/** Where a span comes to lie when the replacements are typed, the last first, so that none moves the others. */
function asTyped(before: string, after: string, replaced: readonly Replacement[], span: Span): Span | null {
  let text = before;
  let now: Span | null = span;
  for (const { from, to, start, end } of replaced.toReversed()) {
    const splice = { at: from, removed: text.slice(from, to), inserted: after.slice(start, end) };
    text = spliceText(text, splice);
    now = now && clip(now, splice);
    now = now && shift(now, splice);
  }
  expect(text).toBe(after);
  return now;
}

const becomes = (before: string, after: string, words: string) => {
  const start = before.indexOf(words);
  const [fate] = fatesOf(before, after, alignTexts(before, after), [{ start, end: start + words.length }]);
  const place = placeOf(fate!);
  return [fate!.fate, place && after.slice(place.start, place.end)];
};
test.each([
  ['a word in it was respelled', 'We fill in the registres every night.', 'We fill in the registers every night.', 'the registres every', 'changed', 'the registers every'],
  ['its first word was respelled', 'We fill in the registres.', 'We fill in the registers.', 'registres', 'changed', 'registers'],
  ['words came in before it', 'We are tired.', 'We nurses here are tired.', 'tired', 'same', 'tired'],
  ['words came in inside', 'We are tired now.', 'We are so very tired now.', 'are tired', 'changed', 'are so very tired'],
  ['typographic quotation marks', 'He said "too much" and left.', 'He said “too much” and left.', 'said "too much"', 'form', 'said “too much”'],
  ['a turn was put elsewhere', 'Alpha beta gamma delta.\nFirst we waited for the form.\nThen it came at last.', 'Then it came at last.\nAlpha beta gamma delta.\nFirst we waited for the form.', 'came at last', 'moved', 'came at last'],
  ['its sentence went', 'We waited. The county sent the money late. So we left.', 'We waited. So we left.', 'The county sent the money late.', 'lost', 'So we left.'],
  ['its sentence was said otherwise', 'We waited. The county sent the money late. So we left.', 'We waited. Nobody paid. So we left.', 'The county sent the money late', 'lost', 'Nobody paid'],
  ['中文改了一个字', '他们把我们的表格退了回来。', '他们把我们的报表退了回来。', '我们的表格', 'changed', '我们的报表'],
])('%s', (_what, before, after, words, fate, now) => {
  expect(becomes(before, after, words)).toEqual([fate, now]);
});
