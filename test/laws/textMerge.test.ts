import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignTexts } from '../../shared/model/alignment.ts';
import { spliceText, type Splice } from '../../shared/model/span.ts';
import { applyHunks, hunksBetween, hunksOf, mergeHunks, replacementsBetween, type Hunk, type TextClash } from '../../shared/model/textMerge.ts';

const base = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '病', '😀'), maxLength: 24 });
/** Splices as they might be typed one after the other, never through a character. */
const edits = fc.array(fc.record({ at: fc.nat(99), cut: fc.nat(5), inserted: fc.string({ unit: fc.constantFrom('x', 'y', ' ', '医'), maxLength: 4 }) }), { maxLength: 5 });
function typed(text: string, asked: readonly { at: number; cut: number; inserted: string }[]): { splices: Splice[]; text: string } {
  const splices: Splice[] = [];
  for (const { at, cut, inserted } of asked) {
    const characters = Array.from(text);
    const place = at % (characters.length + 1);
    const splice = { at: characters.slice(0, place).join('').length, removed: characters.slice(place, place + cut).join(''), inserted };
    splices.push(splice);
    text = spliceText(text, splice);
  }
  return { splices, text };
}
const copies = fc.tuple(base, edits, edits).map(([text, one, other]) => ({ base: text, ours: typed(text, one), theirs: typed(text, other) }));
const mine = () => 'mine' as const;

test('what splices changed altogether gives the text that they leave', () => {
  fc.assert(fc.property(base, edits, (text, asked) => {
    const { splices, text: after } = typed(text, asked);
    const hunks = hunksOf(text, splices);
    expect(applyHunks(text, hunks)).toBe(after);
    expect(hunks.every((hunk, index) => index === 0 || hunks[index - 1]!.to < hunk.from)).toBe(true);
  }), { numRuns: 2000 });
});

test('with nothing from one side a merge is what the other has, and the same on both sides changes nothing', () => {
  fc.assert(fc.property(copies, ({ base: text, ours }) => {
    const hunks = hunksOf(text, ours.splices);
    expect(applyHunks(text, mergeHunks(text, hunks, [], mine))).toBe(ours.text);
    expect(applyHunks(text, mergeHunks(text, [], hunks, mine))).toBe(ours.text);
    expect(applyHunks(text, mergeHunks(text, hunks, hunks, mine))).toBe(ours.text);
  }), { numRuns: 1000 });
});

test('whoever merges first, the text is the same; a clash is told with what either has', () => {
  fc.assert(fc.property(copies, fc.boolean(), ({ base: text, ours, theirs }, first) => {
    const [a, b] = [hunksOf(text, ours.splices), hunksOf(text, theirs.splices)];
    const clashes: TextClash[] = [];
    const one = mergeHunks(text, a, b, (clash) => { clashes.push(clash); return first ? 'mine' : 'theirs'; });
    const other = mergeHunks(text, b, a, () => (first ? 'theirs' : 'mine'));
    expect(applyHunks(text, one)).toBe(applyHunks(text, other));
    for (const { from, to, base: was, ours: now, theirs: then } of clashes) expect([was, now === then]).toEqual([text.slice(from, to), false]);
  }), { numRuns: 2000 });
});

test('outside of the replaced stretches both texts are the same, to the letter', () => {
  const check = (text: string, one: readonly Hunk[], other: readonly Hunk[]) => {
    const [before, after] = [applyHunks(text, one), applyHunks(text, other)];
    const replacements = replacementsBetween(one, other);
    expect(applyHunks(before, hunksBetween(after, replacements))).toBe(after);
    expect(replacements.every((each, index) => index === 0 || (replacements[index - 1]!.to <= each.from && replacements[index - 1]!.end <= each.start))).toBe(true);
  };
  fc.assert(fc.property(copies, ({ base: text, ours, theirs }) => {
    const [a, b] = [hunksOf(text, ours.splices), hunksOf(text, theirs.splices)];
    const merged = mergeHunks(text, a, b, mine);
    check(text, a, merged);
    check(text, b, merged);
    check(text, a, b);
    check(text, hunksBetween(ours.text, alignTexts(text, ours.text)), merged);
  }), { numRuns: 2000 });
});
