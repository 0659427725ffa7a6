import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, nextOpen, readSplit, sensible, toggled, untouched, withoutTarget, writeSplit, type Split } from '../../renderer/views/codebook/splitting.ts';

const names = ['a', 'b', 'c', 'd'];
const made = fc.record({ targets: fc.nat(4), decisions: fc.array(fc.record({ coding: fc.nat(6).map(String), to: fc.uniqueArray(fc.nat(3)), keep: fc.boolean() }), { maxLength: 10 }) }).map(({ targets, decisions }): Split => decisions.reduce<Split>(
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
  fc.assert(fc.property(made, fc.nat(6).map(String), fc.nat(3), (split, coding, target) => {
    fc.pre(target < split.targets.length);
    const twice = toggled(toggled(split, coding, target), coding, target);
    expect(new Set(twice.decided.get(coding)!.to)).toEqual(new Set(split.decided.get(coding)?.to ?? []));
    const codings = ['0', '1', '2', '3', '4', '5', '6'];
    const next = nextOpen(split, codings, coding);
    if (next === null) expect(codings.every((each) => split.decided.has(each))).toBe(true);
    else expect(split.decided.has(next)).toBe(false);
  }), { numRuns: 300, seed: 20261122 });
});

test('what is kept of a split is the split; what is no split is none', () => {
  fc.assert(fc.property(made, (split) => { expect(readSplit(writeSplit(split))).toEqual(split); }), { numRuns: 300, seed: 20261122 });
  for (const text of ['', '{', '[]', '{"targets":[]}', '{"targets":[{"code":7}],"decided":[],"place":"below","at":null}']) expect(readSplit(text)).toBeNull();
  // A file that was tampered with leads to no target that is not there.
  expect(readSplit('{"targets":[],"decided":[["a",{"to":[3],"keep":true}],["b",{"to":[],"keep":false}]],"place":"below","at":null}')?.decided).toEqual(new Map([['b', { to: [], keep: false }]]));
});
test('a code that went, changed its facet or became the code itself is no target any more; all other choices stay; with nothing left there is no split', () => {
  const uuids = ['self', 'same', 'moved', 'gone'];
  const codes = new Map([['self', { uuid: 'self', facet: 'theme' }], ['same', { uuid: 'same', facet: 'theme' }], ['moved', { uuid: 'moved', facet: 'dimension' }]]);
  const asked = fc.record({ targets: fc.uniqueArray(fc.oneof(fc.constantFrom(...uuids).map((code) => ({ code })), fc.constantFrom(...names).map((create) => ({ create }))), { selector: (target) => JSON.stringify(target) }), decisions: fc.array(fc.record({ coding: fc.nat(6).map(String), to: fc.uniqueArray(fc.nat(7)), keep: fc.boolean() })) })
    .map(({ targets, decisions }): Split => decisions.reduce<Split>((split, { coding, to, keep }) => decide(split, coding, { to: to.filter((place) => place < targets.length), keep }), { ...untouched, targets }));
  fc.assert(fc.property(asked, (split) => {
    const after = sensible(split, codes.get('self')!, codes);
    const kept = split.targets.filter((target) => 'create' in target || target.code === 'same');
    expect(after?.targets ?? []).toEqual(kept);
    const sent = after ? sentTo(after) : new Map<string, Set<unknown>>();
    for (const [coding, to] of sentTo(split)) {
      const rest = new Set([...to].filter((target) => kept.includes(target!)));
      expect(sent.get(coding)).toEqual(to.size > 0 && rest.size === 0 ? undefined : rest);
    }
    expect(after === null).toBe(kept.length === 0 && [...split.decided.values()].every(({ to }) => to.length > 0));
  }), { numRuns: 300, seed: 20261122 });
});
