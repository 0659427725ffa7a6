import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act, apart, beginRated, correction, may, perform, told, type Act } from '../helpers/acting.ts';
import { another, copiesFor, merge, preview, within, type Copy } from '../helpers/copies.ts';
import { everything } from '../helpers/study.ts';

const acts = fc.array(act, { maxLength: 7 });
const corrections = fc.array(fc.oneof({ weight: 4, arbitrary: apart }, correction), { maxLength: 7 });
const work = (copy: Copy, all: readonly Act[]) => within(copy, async (engine) => { for (const each of all) await may(perform(engine, each)); });
const findings = (copy: Copy) => within(copy, async (engine) => (await engine.call('study.check', {})).findings);
/** Codings as their words, code, coder and moment: what must never be lost. */
const codings = (copy: Copy) => within(copy, async (engine) => (await engine.call('study.snapshot', {})).codings.map(({ uuid }) => uuid!));
const seed = { numRuns: Number(process.env['MERGES'] ?? 20), seed: Number(process.env['SEED'] ?? 20261122) };

test('whatever two copies went through: merged, the study is sound, nothing of ours is gone, nothing comes twice, and undo brings back every byte', async () => {
  await fc.assert(fc.asyncProperty(acts, acts, fc.constantFrom('mine' as const, 'theirs' as const), async (mine, other, rest) => {
    const [ana, bo] = await copiesFor(['Ana', 'Bo'], beginRated) as [Copy, Copy];
    await work(ana, mine);
    await work(bo, other);
    const [before, ours] = [everything(ana.file), await codings(ana)];
    const theirs = everything(bo.file);
    const { conflicts } = await merge(ana, bo, { rest });
    expect(await findings(ana)).toEqual([]);
    expect(everything(bo.file)).toEqual(theirs);
    const after = new Set(await codings(ana));
    // What theirs took away and nobody here touched goes; with a conflict the person keeps hers.
    const known = new Set((everything(bo.file)['codings'] as { uuid: string }[]).map(({ uuid }) => uuid));
    const begun = new Set(before['codings']!.map((row) => (row as { uuid: string; id: number })).filter(({ id }) => id <= 2).map(({ uuid }) => uuid));
    if (rest === 'mine') expect(ours.filter((uuid) => !after.has(uuid) && !begun.has(uuid) && !known.has(uuid)), JSON.stringify(conflicts)).toEqual([]);
    const once = everything(ana.file);
    expect(await merge(ana, bo, { rest })).toMatchObject({ counts: [], conflicts: [], lost: [] });
    expect(everything(ana.file)).toEqual(once);
    await within(ana, async (engine) => { if ((await engine.call('history.list', {}))[0]?.operation === 'study.merge') await engine.call('history.undo', {}); });
    expect(everything(ana.file)).toEqual(before);
    // What was taken back can be brought together again.
    await merge(ana, bo, { rest });
    expect(everything(ana.file)).toEqual(once);
  }), seed);
});

const wordless = fc.array(act.filter((each) => !['edit', 'retype', 'split', 'join turns', 'undo', 'anew', 'recode'].includes(each.do)), { maxLength: 7 });
test('whoever takes the other’s copy back with all that was decided there has the same study', async () => {
  await fc.assert(fc.asyncProperty(wordless, wordless, fc.constantFrom('mine' as const, 'theirs' as const), async (mine, other, rest) => {
    const [ana, bo] = await copiesFor(['Ana', 'Bo'], beginRated) as [Copy, Copy];
    await work(ana, mine);
    await work(bo, other);
    await merge(ana, bo, { rest });
    const { conflicts, lost } = await merge(bo, ana, { rest: 'theirs' });
    expect(await findings(bo)).toEqual([]);
    expect(await told(bo), JSON.stringify({ conflicts, lost })).toEqual(await told(ana));
  }), seed);
});

test('with nothing from them a merge changes nothing; with nothing from us it gives what they have', async () => {
  await fc.assert(fc.asyncProperty(acts, async (mine) => {
    const [ana, bo] = await copiesFor(['Ana', 'Bo'], beginRated) as [Copy, Copy];
    await work(ana, mine);
    const before = everything(ana.file);
    if ((await within(ana, (engine) => engine.call('history.list', {}))).length > 5) {
      expect(await preview(ana, bo)).toMatchObject({ counts: [], conflicts: [], lost: [] });
      const { conflicts, lost } = await merge(bo, ana);
      expect({ conflicts, lost }).toEqual({ conflicts: [], lost: [] });
      expect(await told(bo)).toEqual(await told(ana));
    }
    expect(everything(ana.file)).toEqual(before);
  }), seed);
});

test('three coders’ copies give the same study in whatever order they are merged, where nobody has to decide', async () => {
  let agreed = 0;
  await fc.assert(fc.asyncProperty(corrections, corrections, corrections, async (one, two, three) => {
    const copies = await copiesFor(['Ana', 'Bo', 'Cai'], beginRated) as [Copy, Copy, Copy];
    for (const [index, all] of [one, two, three].entries()) await work(copies[index]!, all);
    const results: unknown[] = [];
    let asked = false;
    for (const [first, ...others] of [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] as const) {
      const into: Copy = { who: 'Lin', file: another(copies[first]!) };
      for (const each of others) asked ||= (await merge(into, copies[each]!, { rest: 'mine' })).conflicts.length > 0;
      if (asked) return;
      expect(await findings(into)).toEqual([]);
      results.push(await told(into));
    }
    agreed++;
    for (const result of results) expect(result).toEqual(results[0]);
  }), { ...seed, numRuns: seed.numRuns / 2 });
  expect(agreed).toBeGreaterThan(0);
});
