import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inShort, linkKinds, linksOf, memoHeading, parseMemo, plainMemo, printMemo, type MemoPart } from '../../shared/model/memoText.ts';

/** Names as nobody should give them: brackets, pipes, line ends, backslashes, and what looks like a link. */
const hostile = fc.array(fc.constantFrom('[', ']', '[[', ']]', '|', '\\', '\n', '\r', '\\n', ':', 'code:', 'code:a|', '[[code:a|x]]', '负荷', '😀', 'Workload', ' ', '\u2028', '{{x}}', '$&', '"'), { maxLength: 9 }).map((parts) => parts.join(''));
const link = fc.record({ kind: fc.constantFrom(...linkKinds), uuid: fc.stringMatching(/^[0-9a-f-]{1,36}$/), label: fc.oneof(hostile, fc.string({ unit: 'grapheme' })) });
const text = fc.oneof(hostile, fc.string({ unit: 'grapheme' }));
/** Stretches that hold no link of their own and do not follow each other. */
const parts = fc.array(fc.oneof(text.filter((stretch) => stretch !== '' && linksOf(stretch).length === 0), link)).map((all): MemoPart[] => all.filter((part, place) => typeof part !== 'string' || typeof all[place - 1] !== 'string'));

test('what is written as stretches and links is read as the same, whatever is called how', () => {
  fc.assert(fc.property(parts, (memo) => { expect(parseMemo(printMemo(memo))).toEqual(memo); }), { numRuns: 2000 });
});
test('reading and writing again leaves any text as it was, to the letter', () => {
  fc.assert(fc.property(fc.array(fc.oneof(text, link.map((each) => printMemo([each])))).map((all) => all.join('')), (memo) => { expect(printMemo(parseMemo(memo))).toBe(memo); }), { numRuns: 2000 });
});
test('links never nest, never overlap, and a label stands on one line', () => {
  fc.assert(fc.property(fc.array(fc.oneof(text, link.map((each) => printMemo([each])))).map((all) => all.join('')), (memo) => {
    for (const each of linksOf(memo)) expect(printMemo([each])).not.toContain('\n');
    expect(parseMemo(memo).every((part, place, all) => typeof part !== 'string' || (part !== '' && typeof all[place - 1] !== 'string'))).toBe(true);
  }));
});
test('a link is readable where it stands', () => {
  expect(printMemo(['See ', { kind: 'code', uuid: '0198-a', label: 'Pay [night|day]\\' }, '.'])).toBe('See [[code:0198-a|Pay \\[night|day\\]\\\\]].');
  expect(plainMemo('See [[code:0198-a|Pay]] and [[who:x|y]] and [[code:a|b', () => 'Wages')).toBe('See Wages and [[who:x|y]] and [[code:a|b');
});
test('what is said in short is one line, cut between characters', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (words, most) => {
    const short = inShort(words, most);
    expect(short.length).toBeLessThanOrEqual(most);
    expect(short.isWellFormed()).toBe(words.isWellFormed() || short.isWellFormed());
    expect(short).not.toMatch(/[\n\r\t]/);
  }));
  expect(memoHeading({ title: '', text: '\n [[code:a|Pay]] first\nthen more' })).toBe('Pay first');
  expect(memoHeading({ title: 'Why', text: 'x' })).toBe('Why');
});
