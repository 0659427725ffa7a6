import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOfNames, spellingDistance } from '../../shared/model/codeLikeness.ts';
import { mergeLines } from '../../shared/model/mergeLines.ts';

const text = fc.array(fc.constantFrom('one', 'two', '', '三', 'more'), { maxLength: 6 }).map((lines) => lines.join('\n'));
const choice = fc.constantFrom('mine' as const, 'theirs' as const);
const turned = { mine: 'theirs', theirs: 'mine' } as const;

test('lines: with itself a text is itself; what one side alone changed holds; turned round it is the same', () => {
  fc.assert(fc.property(text, text, text, choice, (base, one, other, said) => {
    const never = (): never => { throw new Error('asked'); };
    expect(mergeLines(null, one, one, never)).toBe(one);
    expect(mergeLines(base, base, other, never)).toBe(other);
    expect(mergeLines(base, one, base, never)).toBe(one);
    for (const ground of [base, null]) {
      expect(mergeLines(ground, other, one, () => turned[said])).toBe(mergeLines(ground, one, other, () => said));
      const once = mergeLines(ground, one, other, () => 'both');
      // Both sides’ lines are all there where nothing is known of what they began with.
      if (ground === null) for (const line of [...one.split('\n'), ...other.split('\n')].filter((each) => each !== '')) expect(once.split('\n')).toContain(line);
    }
  }));
});

test('lines that both added at other places come together, and lines that both changed are asked about once', () => {
  expect(mergeLines('a\nb\nc', 'x\nb\nc', 'a\nb\nc\nd', () => { throw new Error('asked'); })).toBe('x\nb\nc\nd');
  const asked: unknown[] = [];
  expect(mergeLines('a\nb', 'a\nours', 'a\ntheirs', (clash) => { asked.push(clash); return 'both'; })).toBe('a\nours\ntheirs');
  expect(asked).toEqual([{ base: 'b', ours: 'ours', theirs: 'theirs' }]);
});

test('spelling: a distance is one, and likeness is the same whichever comes first', () => {
  const name = fc.string({ maxLength: 8 });
  fc.assert(fc.property(name, name, name, (a, b, c) => {
    expect(spellingDistance(a, a)).toBe(0);
    expect(spellingDistance(a, b)).toBe(spellingDistance(b, a));
    expect(spellingDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    expect(spellingDistance(a, b) === 0).toBe(a === b);
    expect(likenessOfNames({ name: a, aliases: [c] }, { name: b, aliases: [] })).toEqual(likenessOfNames({ name: b, aliases: [] }, { name: a, aliases: [c] }));
  }));
  // However names are kept apart from those that are too far to be compared, spelling counts as it does sign by sign.
  const near = fc.array(fc.constantFrom('a', 'b', 'c', '夜'), { minLength: 4, maxLength: 9 }).map((signs) => signs.join(''));
  fc.assert(fc.property(near, near, (a, b) => {
    const longest = Math.max(a.length, b.length);
    const score = 1 - spellingDistance(a, b) / longest;
    const found = likenessOfNames({ name: a, aliases: [] }, { name: b, aliases: [] });
    if (found === null || found.reason === 'spelling') expect(found).toEqual(score >= (longest < 6 ? 0.75 : 0.8) ? { reason: 'spelling', score, count: spellingDistance(a, b) } : null);
  }), { numRuns: 1000 });
  expect(spellingDistance('kitten', 'sitting')).toBe(3);
  expect(spellingDistance('recieve', 'receive')).toBe(1);
  expect([['Work-load', 'workload', 'name'], ['Trust in GPs', 'GP trust', 'words'], ['Referal', 'Referral', 'spelling'], ['基层医生负担', '基层医生负荷', 'spelling']].map(([a, b]) => likenessOfNames({ name: a!, aliases: [] }, { name: b!, aliases: [] })?.reason)).toEqual(['name', 'words', 'spelling', 'spelling']);
  for (const [a, b] of [['Pay', 'Say'], ['Trust', 'Truce'], ['信任', '不信任']]) expect(likenessOfNames({ name: a!, aliases: [] }, { name: b!, aliases: [] }), `${a} ${b}`).toBeNull();
});
