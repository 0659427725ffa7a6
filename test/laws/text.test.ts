import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPath, parsePath } from '../../shared/model/path.ts';
import { countWords, nameKey, normaliseLines, normaliseName, wordStarts } from '../../shared/model/text.ts';

const scraps = ['a', 'B', ' ', '  ', '\t', '\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u00A0', '\u2028', '\u2029', '\u200B', '\u2060', '\uFEFF', '\u202E', '\u2066', 'é', 'e\u0301', 'Å', 'ﬁ', 'Ａ', 'İ', 'ß', '患者', '😀', '👩‍⚕️', '>', '＞', "don't", '3.5', '-'];
const written = fc.array(fc.constantFrom(...scraps), { maxLength: 10 }).map((parts) => parts.join(''));
const texts = fc.oneof(written, fc.string({ unit: 'grapheme', maxLength: 20 }));
const many = { numRuns: 5000 };

test('line ends become LF once and for all, and nothing else in the text changes', () => fc.assert(fc.property(texts, (text) => {
  const lines = normaliseLines(text);
  expect(normaliseLines(lines)).toBe(lines);
  expect(lines).not.toMatch(/[\r\v\u0085\u2028\u2029]/);
  const bare = (given: string) => given.replace(/[\r\n\v\u0085\u2028\u2029]/g, '');
  expect(bare(text).endsWith(bare(lines))).toBe(true);
  expect(bare(text).slice(0, bare(text).length - bare(lines).length)).toMatch(/^[\uFEFF\u200B\u2060]*$/);
}), many));

test('a name is tidied once and for all: NFC, one line, nothing unseen', () => fc.assert(fc.property(texts, (text) => {
  const name = normaliseName(text);
  expect(normaliseName(name)).toBe(name);
  expect(name).toBe(name.normalize('NFC').trim());
  expect(name).not.toMatch(/[\p{Cc}\u200B\u2028-\u202E\u2060\u2066-\u2069\uFEFF]| {2}/u);
}), many));

test('names that differ by case, width or composition only are the same name', () => {
  fc.assert(fc.property(written, (text) => {
    expect(nameKey(normaliseName(text))).toBe(nameKey(text));
    expect(nameKey(nameKey(text))).toBe(nameKey(text));
    expect(nameKey(text.normalize('NFD'))).toBe(nameKey(text.normalize('NFC')));
    expect(nameKey(text.toUpperCase().toLowerCase())).toBe(nameKey(text.toUpperCase()));
  }), many);
  expect(new Set(['Café', 'CAFE\u0301', ' ｃａｆé ', 'ca\u202Efé'].map(nameKey)).size).toBe(1);
  expect(nameKey('Straße')).not.toBe(nameKey('Strase'));
});

test('a path says the names from the root, whatever is in them but a spaced ">"', () => fc.assert(fc.property(fc.array(texts.map(normaliseName).filter((name) => name !== '' && !/\s[>＞]\s|^[>＞]\s|\s[>＞]$/.test(name)), { minLength: 1, maxLength: 4 }), (names) => {
  expect(parsePath(formatPath(names))).toEqual(names);
}), many));
test('a path may be typed with full-width signs and spaces to spare', () => {
  expect(parsePath(' Pay  >  Bonus ')).toEqual(['Pay', 'Bonus']);
  expect(parsePath('待遇 ＞ 奖金')).toEqual(['待遇', '奖金']);
  expect(parsePath('a>b')).toEqual(['a>b']);
  expect(parsePath(' > ')).toEqual([]);
});

test('words are counted alike whether a text is counted whole or in pieces', () => fc.assert(fc.property(texts, texts, fc.constantFrom(' ', '\n', '，', ' – '), (one, other, between) => {
  expect(countWords(one + between + other)).toBe(countWords(one) + countWords(other));
  const starts = wordStarts(one);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  for (const at of starts) expect(one.slice(at)).toMatch(/^\S/);
}), many));
test('a word begins where the expression that says what a word is finds one', () => {
  const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’\-.](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+)*/gu;
  const unit = fc.constantFrom(...Array.from("ab1é患者カー々〆𠮷𝐀😀'’-. ，\n"), 'e\u0301', '\u0301', '\ud842', '\udfb7', '한');
  fc.assert(fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
    expect(wordStarts(text)).toEqual([...text.matchAll(word)].map(({ index }) => index));
  }), { numRuns: 20_000 });
});
test.each([
  ['We are not coping.', 4], ["I don't know co-op prices: 3.5 or 4?", 8], ['患者等了三个小时', 8], ['在ICU工作了3年', 7], ['', 0], [' – … ?! 😀', 0], ['e\u0301te\u0301', 1], ['ひらがなカタ', 6], ['한국어 단어', 2], ['𠮷野家', 3], ['well-known, o’clock.', 2],
])('%j has %i words', (text, words) => expect(countWords(text)).toBe(words));
