import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expressionOf, type Sought } from '../../shared/model/search.ts';

const plain: Omit<Sought, 'text'> = { regex: false, wholeWord: false, matchCase: true };
const spans = (text: string, sought: Sought): [number, number][] => {
  const { source, flags } = expressionOf(sought);
  return [...text.matchAll(new RegExp(source, flags))].map((match) => [match.index, match.index + match[0].length]);
};
/** Search as anybody would write it: one indexOf behind the other. */
function naive(text: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  return found;
}
/** Signs that mean something in an expression or in a class, Han, a pair of surrogates, line ends. */
const signs = fc.constantFrom(...Array.from('ab.*+?^$()[]{}|\\/#-&病人工作'), '\u{20BB7}', '\n', ' ');
const texts = fc.string({ unit: signs, maxLength: 60 });
const words = fc.string({ unit: fc.constantFrom(...Array.from('ab.*+?^$()[]{}|\\/#&病人工作'), '\u{20BB7}'), minLength: 1, maxLength: 3 });

test('a word is found where indexOf finds it, whatever signs are in it', () => {
  fc.assert(fc.property(texts, words, (text, word) => { expect(spans(text, { ...plain, text: word })).toEqual(naive(text, word)); }), { numRuns: 3000 });
});
test('every stretch of a text without white space is found in it, at its place', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (text, from, length) => {
    const characters = Array.from(text);
    const start = from % characters.length;
    const word = characters.slice(start, start + 1 + (length % 4)).join('');
    fc.pre(!/\s/.test(word));
    const at = characters.slice(0, start).join('').length;
    // Hits do not overlap, so one that begins earlier may take the place.
    expect(spans(text, { ...plain, matchCase: false, text: word }).some(([begin, end]) => begin < at + word.length && end > at)).toBe(true);
  }), { numRuns: 1500 });
});
test('without case, a word is found where it stands in lower case; full width is no difference', () => {
  const letters = fc.constantFrom(...Array.from('abAB12 .,'));
  fc.assert(fc.property(fc.array(fc.tuple(letters, fc.boolean()), { maxLength: 40 }), fc.string({ unit: fc.constantFrom(...Array.from('abAB12.')), minLength: 1, maxLength: 3 }), (drawn, word) => {
    const text = drawn.map(([letter, wide]) => (wide && letter !== ' ' ? String.fromCodePoint(letter.codePointAt(0)! + 0xfee0) : letter)).join('');
    const narrow = drawn.map(([letter]) => letter).join('');
    expect(spans(text, { ...plain, matchCase: false, text: word })).toEqual(naive(narrow.toLowerCase(), word.toLowerCase()));
    expect(spans(text, { ...plain, text: word })).toEqual(naive(narrow, word));
  }), { numRuns: 2000 });
});
test('a whole word is one of the runs of letters between other signs', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('aé1 ,-\n病')), maxLength: 40 }), fc.string({ unit: fc.constantFrom(...Array.from('aé1')), minLength: 1, maxLength: 2 }), (text, word) => {
    const runs = [...text.matchAll(/[aé1]+/g)].filter((run) => run[0] === word).map((run) => [run.index, run.index + word.length]);
    expect(spans(text, { ...plain, wholeWord: true, text: word })).toEqual(runs);
  }), { numRuns: 2000 });
});
test('a regular expression finds what it finds anywhere', () => {
  for (const source of ['a+b?', '^a', '病.', '[ab]{2}', 'a|b', '(?<=a)b'])
    fc.assert(fc.property(texts, (text) => { expect(spans(text, { ...plain, regex: true, text: source })).toEqual([...text.matchAll(new RegExp(source, 'gmu'))].map((match) => [match.index, match.index + match[0].length])); }), { numRuns: 300 });
});
test.each([
  ['a phrase across a line end and wide spaces', 'very  tired', 'so very\ntired, VERY\u3000tired', ['very\ntired', 'VERY\u3000tired']],
  ['a typed apostrophe finds the printed one', "don't", 'I don’t. I don\'t.', ['don’t', "don't"]],
  ['composed finds decomposed', 'é', 'e\u0301 é', ['e\u0301', 'é']],
  ['a space alone', ' ', 'a b\u3000c', [' ', '\u3000']],
  ['corner brackets and curly quotation marks', '「公平」', '“公平”、「公平」、"公平"、『公平』', ['“公平”', '「公平」', '"公平"']],
  ['quotation marks within quotation marks', '‘特权’', '『特权』和‘特权’', ['『特权』', '‘特权’']],
  ['the dot within a foreign name', '约翰·史密斯', '约翰・史密斯、约翰‧史密斯、约翰史密斯', ['约翰・史密斯', '约翰‧史密斯']],
  ['half-width punctuation typed for full width', '(笑),', '（笑），', ['（笑），']],
  ['one Han character', '人', '病人，人', ['人', '人']],
])('%s', (_case, text, words, found) => {
  expect(spans(words, { ...plain, matchCase: false, text }).map(([start, end]) => words.slice(start, end))).toEqual(found);
});
