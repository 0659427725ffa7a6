import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileStem } from '../../shared/model/fileName.ts';

const scraps = ['a', 'B', ' ', '  ', '.', '..', '/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0', '\t', '\n', '\u202E', '\u200B', '\uD800', '患者', '访谈'.repeat(30), '😀'.repeat(20), 'é', 'e\u0301', 'CON', 'nul', 'LPT1', '-rf', '~'];
const words = fc.oneof(fc.array(fc.constantFrom(...scraps), { maxLength: 8 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 200 }));

test('any words become a name that every system takes', () => fc.assert(fc.property(words, (given) => {
  const stem = fileStem(given, 'Study');
  expect(stem).not.toMatch(/[\\/:*?"<>|\p{Cc}\u202E\u200B]|^[. ]|[. ]$/u);
  expect(stem).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
  expect(stem.isWellFormed()).toBe(true);
  expect(stem).not.toBe('');
  expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(126);
  expect(fileStem(stem, 'Study')).toBe(stem);
}), { numRuns: 5000 }));

test.each([['Wards 3: "pay"/night', 'Wards 3 pay night'], ['患者访谈', '患者访谈'], ['  .hidden. ', 'hidden'], ['aux', 'aux Study'], ['...', 'Study'], ['', 'Study'], ['a.b', 'a.b']])('%j becomes %j', (given, expected) => expect(fileStem(given, 'Study')).toBe(expected));
