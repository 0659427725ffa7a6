import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phraseFinder } from '../../electron/ops/phraseFinder.ts';

test('of many phrases those are found that a text holds, and no others', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '医', '😀'), maxLength: 60 });
  fc.assert(fc.property(letters, fc.array(fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '医'), maxLength: 5 }), fc.tuple(fc.nat(50), fc.nat(40)))), (text, wanted) => {
    // Words of the text itself, too: otherwise hardly any long one would be in it.
    const phrases = wanted.map((each) => (typeof each === 'string' ? each : text.slice(each[0], each[0] + each[1]))).filter((phrase) => phrase !== '');
    expect([...phraseFinder(phrases)(text)].toSorted()).toEqual([...new Set(phrases.filter((phrase) => text.includes(phrase)))].toSorted());
  }));
});
