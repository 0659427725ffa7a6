import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote } from '../../shared/model/anchor.ts';
import { splitsPair } from '../../shared/model/span.ts';

const scraps = ['We ', 'were', ' so', ' tired', '. ', '\n', '\n\n', '“so”', "don't", 'don’t', ' – ', '—', '…', '...', '患者', '等了', '，', '「好」', '😀', '👩‍⚕️', 'é', 'e\u0301', '\u00A0', '\u3000', 'co\u00ADop', 'ﬁ', 'Ａ', 'İ', 'ß', '𠮷'];
const parts = fc.array(fc.constantFrom(...scraps), { minLength: 1, maxLength: 14 });
const texts = parts.map((each) => each.join(''));
const inside = (text: string, from: number, length: number) => {
  const start = from % text.length;
  const end = Math.min(text.length, start + 1 + (length % text.length));
  return { start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
};
/** What other programs make of a quotation on its way into a sheet. */
const retyped = (quote: string, spaces: string, marks: number): string =>
  quote.replace(/\s+/g, spaces).replace(/[“”]/g, marks % 2 ? '"' : '„').replace(/’/g, "'").replace(/[–—]/g, marks % 3 ? '-' : '–').replaceAll('…', '...').replaceAll('\u00AD', '');

describe('law: a quotation is found where it was taken from', () => {
  test('to the letter, in its first place', () => fc.assert(fc.property(texts, fc.nat(60), fc.nat(60), (text, from, length) => {
    const { start, end } = inside(text, from, length);
    const quote = text.slice(start, end);
    fc.pre(quote.trim() !== '');
    const found = findQuote(text, quote)!;
    expect(text.slice(found.start, found.end)).toBe(quote.trim());
    expect(found.start).toBe(text.indexOf(quote.trim()));
  }), { numRuns: 5000 }));

  test('with other line breaks, quotation marks, dashes and case, and never half a character', () => fc.assert(fc.property(parts, fc.nat(14), fc.nat(14), fc.constantFrom(' ', '\n', '\r\n', '  '), fc.nat(5), fc.boolean(), (written, from, to, spaces, marks, upper) => {
    const text = written.join('');
    const typed = retyped(written.slice(from, to + 1).join(''), spaces, marks);
    const quote = upper ? typed.replace(/[a-z]/g, (letter) => letter.toUpperCase()) : typed;
    fc.pre(quote.trim() !== '');
    const found = findQuote(text, quote);
    expect(found).not.toBeNull();
    expect(found!.start).toBeLessThan(found!.end);
    expect(splitsPair(text, found!.start) || splitsPair(text, found!.end)).toBe(false);
    // What was found says the same: it is found again by what was typed, and the other way round.
    expect(findQuote(text.slice(found!.start, found!.end), quote)).not.toBeNull();
    expect(findQuote(quote, text.slice(found!.start, found!.end))).not.toBeNull();
  }), { numRuns: 5000 }));
});

test('a quotation that stands in several places says so', () => {
  expect(findQuote('so tired. So tired. so tired.', 'so tired')).toEqual({ start: 0, end: 8, places: 2 });
  expect(findQuote('We said “so”. We said “so”.', 'we said "so"')).toEqual({ start: 0, end: 12, places: 2 });
});

test.each([
  ['a line break in the transcript', 'They were\nso  tired then', 'were so tired', 'were\nso  tired'],
  ['Chinese quotation marks', '他说「太累了」。', '他说“太累了”', '他说「太累了」'],
  ['full-width letters and digits', '在ＩＣＵ工作３年', 'ICU工作3年', 'ＩＣＵ工作３年'],
  ['an ellipsis written as three points', 'I … no', 'I ... no', 'I … no'],
  ['a letter with its accent written apart', 'un cafe\u0301 noir', 'café noir', 'cafe\u0301 noir'],
  ['a letter with its accent in one', 'un café noir', 'cafe\u0301 noir', 'café noir'],
  ['an emoji at its end', 'so tired 😀 then', 'SO TIRED 😀', 'so tired 😀'],
])('%s does not hide a quotation', (_what, text, quote, expected) => {
  const found = findQuote(text, quote);
  expect(found && text.slice(found.start, found.end)).toBe(expected);
});

test('what does not stand in the text is not found', () => {
  expect(findQuote('ﬁt … no', 'I')).toBeNull();
  for (const quote of ['', '   ', '\n', 'tired so', 'so tire\u0301d', '患']) expect(findQuote('We were so tired.', quote)).toBeNull();
});

test('a quotation with other marks is found in a long transcript at once', () => {
  const text = `${'They send us patients and nobody pays for them. '.repeat(8000)}He said “enough”.`;
  const began = performance.now();
  expect(findQuote(text, 'HE SAID "ENOUGH"')).toMatchObject({ places: 1 });
  expect(performance.now() - began).toBeLessThan(4000);
});
