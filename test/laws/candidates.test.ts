import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatePlaces } from '../../shared/model/candidates.ts';
import { splitsPair } from '../../shared/model/span.ts';

const scraps = ['We ', 'were', ' so', ' tired', '. ', '\n', '\n\n', '“so”', "don't", '患者', '等了', '，', '。', '😀', 'e\u0301', '𠮷', ' and then they sent the form back'];
const texts = fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((each) => each.join(''));
const said = (text: string, words: string, most = 6) => candidatePlaces(text, words, most).map(({ start, end }) => text.slice(start, end));

describe('places that a lost passage may be meant at', () => {
  test('are parts of the text with words in them, none twice, no more than asked, and cut no character in two', () => fc.assert(fc.property(texts, texts, fc.integer({ min: 1, max: 9 }), (text, words, most) => {
    const places = candidatePlaces(text, words, most);
    expect(places.length).toBeLessThanOrEqual(most);
    expect(new Set(places.map(({ start, end }) => `${start}-${end}`)).size).toBe(places.length);
    for (const { start, end } of places) {
      expect(text.slice(start, end).trim()).not.toBe('');
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
    }
  })));
  test('where the words stand themselves, that is the first', () => fc.assert(fc.property(texts, texts, texts, (before, words, after) => {
    fc.pre(words.trim() !== '');
    expect(said(`${before}${words}${after}`, words)[0]).toBe(words.trim());
  })));
  test('the sentence that shares the rare words comes before those that share the common ones', () => {
    const text = 'The nurse came in the morning. The county pays the registers late.\nThe doctor was in the room. The registers of the county were never paid for.';
    expect(said(text, 'Nobody paid for the registers')[0]).toBe('The registers of the county were never paid for.');
    expect(said(text, 'Zzz')).toEqual([]);
  });
  test('in Chinese too', () => {
    expect(said('我们上午看病。结余留在县里，没有发下来。\n下午写病历。', '县里的结余没有发', 1)).toEqual(['结余留在县里，没有发下来。']);
  });
});
