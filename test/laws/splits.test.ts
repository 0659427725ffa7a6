import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, nextOpen, toggled, untouched, withoutTarget, type Split } from '../../renderer/views/codebook/splitting.ts';

const names = ['a', 'b', 'c', 'd'];
const made = fc.record({ targets: fc.nat(4), decisions: fc.array(fc.record({ coding: fc.nat(6), to: fc.uniqueArray(fc.nat(3)), keep: fc.boolean() }), { maxLength: 10 }) }).map(({ targets, decisions }): Split => decisions.reduce<Split>(
  (split, { coding, to, keep }) => decide(split, coding, { to: to.filter((place) => place < targets), keep }), { ...untouched, targets: names.slice(0, targets).map((create) => ({ create })) }));
const sentTo = ({ targets, decided }: Split) => new Map([...decided].map(([coding, { to }]) => [coding, new Set(to.map((place) => targets[place]))]));

test('a target that is taken away leaves all other choices as they were; what went there alone is open again', () => {
  fc.assert(fc.property(made, fc.nat(3), (split, place) => {
    fc.pre(place < split.targets.length);
    const gone = split.targets[place]!;
    const before = sentTo(split);
    const after = sentTo(withoutTarget(split, place));
    for (const [coding, to] of before) {
      const rest = new Set([...to].filter((target) => target !== gone));
      if (to.size > 0 && rest.size === 0) expect(after.has(coding)).toBe(false);
      else expect(after.get(coding)).toEqual(rest);
    }
    expect(after.size).toBeLessThanOrEqual(before.size);
  }), { numRuns: 300, seed: 20261122 });
});
test('adding a target twice is not adding it; the next open passage is open, and there is none only when all are decided', () => {
  fc.assert(fc.property(made, fc.nat(6), fc.nat(3), (split, coding, target) => {
    fc.pre(target < split.targets.length);
    const twice = toggled(toggled(split, coding, target), coding, target);
    expect(new Set(twice.decided.get(coding)!.to)).toEqual(new Set(split.decided.get(coding)?.to ?? []));
    const codings = [0, 1, 2, 3, 4, 5, 6];
    const next = nextOpen(split, codings, coding);
    if (next === null) expect(codings.every((each) => split.decided.has(each))).toBe(true);
    else expect(split.decided.has(next)).toBe(false);
  }), { numRuns: 300, seed: 20261122 });
});
