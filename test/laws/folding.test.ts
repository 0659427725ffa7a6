import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, unfold } from '../../electron/ops/folding.ts';
import { expressionOf } from '../../shared/model/search.ts';

/** Ligatures, units, fractions, circled and Roman numbers, half-width katakana, points; letters, Han, a pair of surrogates, full width. */
const signs = fc.constantFrom(...Array.from('fi lk g12.病人ＡＢ，aé'), 'ﬁ', 'ﬀ', 'ﬃ', '㎏', '½', '①', 'Ⅳ', '…', 'ｶ', '™', '𝐀', '\u{20BB7}', '\n', '\u3000', '\u00a0');
const texts = fc.string({ unit: signs, maxLength: 40 });
const isForm = (sign: string) => sign.normalize('NFKC') !== sign && !/[\uFF01-\uFF5E\s]/.test(sign);

/** As search anybody would write it: each character written out, with where it came from. */
function naive(text: string, word: string): [number, number][] {
  const units: { sign: string; start: number; end: number }[] = [];
  let at = 0;
  for (const sign of text) {
    const written = isForm(sign) ? sign.normalize('NFKC') : sign;
    for (const unit of written.split('')) units.push(isForm(sign) ? { sign: unit, start: at, end: at + sign.length } : { sign: unit, start: at + written.indexOf(unit), end: at + written.indexOf(unit) + 1 });
    at += sign.length;
  }
  const plain = units.map(({ sign }) => sign).join('');
  const found: [number, number][] = [];
  for (let place = plain.indexOf(word); place >= 0; place = plain.indexOf(word, place + word.length)) {
    const span: [number, number] = [units[place]!.start, units[place + word.length - 1]!.end];
    if (found.length === 0 || span[0] >= found.at(-1)![1]) found.push(span);
  }
  return found;
}
function search(text: string, word: string, matchCase = true): [number, number][] {
  const { source, flags } = expressionOf({ text: word, regex: false, wholeWord: false, matchCase });
  const folded = fold(text);
  const places = [...(folded?.text ?? text).matchAll(new RegExp(source, flags))].flatMap((match) => [match.index, match.index + match[0].length]);
  const spans = folded ? unfold(folded, places) : places;
  return Array.from({ length: spans.length / 2 }, (_, index) => [spans[2 * index]!, spans[2 * index + 1]!]);
}

test('a word is found where it stands once compatibility forms are written out, and the hit is what stands in the text', () => {
  fc.assert(fc.property(texts, fc.string({ unit: fc.constantFrom(...Array.from('filkg12.病人aIV')), minLength: 1, maxLength: 3 }), (text, word) => {
    const spans = search(text, word);
    expect(spans).toEqual(naive(text, word));
    for (const [start, end] of spans) expect(Array.from(text.slice(start, end), (sign) => (isForm(sign) ? sign.normalize('NFKC') : sign)).join('')).toContain(word);
  }), { numRuns: 4000 });
});
test('every assigned character is written out as NFKC has it, but for full-width ASCII, white space, hyphens and accents that stand alone', () => {
  const wrong: string[] = [];
  for (let point = 0; point < 0x30000; point++) {
    const sign = String.fromCodePoint(point);
    if (/\p{Cs}|\p{Cn}/u.test(sign)) continue;
    const plain = sign.normalize('NFKC');
    const left = /[\uFF01-\uFF5E\s\u2011]/.test(sign) || plain.startsWith(' ') || plain.trim() === '' || plain === sign.normalize('NFC');
    if ((fold(sign)?.text ?? sign) !== (left ? sign : plain)) wrong.push(point.toString(16));
  }
  expect(wrong).toEqual([]);
});
test('a text without such forms is looked through as it is', () => {
  expect(fold('病人，待遇 isn’t “low”—Ｐａｙ\u3000é 😀')).toBeNull();
});
test.each([
  ['a ligature', 'office', 'the oﬃce', 'oﬃce'], ['half of a ligature', 'f', 'oﬃce', 'ﬃ'], ['what is typed as a form', 'ﬁne', 'a fine day', 'fine'], ['a unit', 'kg', '3㎏', '㎏'], ['points', '...', 'well… no', '…'],
])('%s', (_case, word, text, hit) => {
  expect(search(text, word, false).map(([start, end]) => text.slice(start, end))).toEqual([hit]);
});
