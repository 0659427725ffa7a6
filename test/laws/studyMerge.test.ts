import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { another, copiesFor, merge, preview, within, type Copy } from '../helpers/copies.ts';
import { everything } from '../helpers/study.ts';

const place = fc.nat(60);
/** What coders do between two merges. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('code' as const), at: place, length: fc.integer({ min: 1, max: 12 }), code: place, rating: fc.constant(null) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), at: place, cut: fc.nat(6), put: fc.constantFrom('', 'x', 'so ', '病人', '\n') }) },
  fc.record({ do: fc.constantFrom('uncode' as const, 'note' as const), at: place, text: fc.constantFrom('see there', '再看') }),
  fc.record({ do: fc.constant('make' as const), name: fc.constantFrom('pay', 'load', '夜班'), below: fc.option(place), facet: fc.constantFrom('theme', 'conflict') }),
  fc.record({ do: fc.constantFrom('rename' as const, 'define' as const), code: place, name: fc.constantFrom('pay', 'care', '信任'), text: fc.constantFrom('what they earn', '多劳多得') }),
  fc.record({ do: fc.constantFrom('move' as const, 'remove' as const, 'join' as const), code: place, into: place }),
  fc.record({ do: fc.constantFrom('person' as const, 'value' as const), name: fc.constantFrom('GP 1', 'GP 2', '院长'), value: fc.constantFrom('pilot', 'other') }),
  fc.record({ do: fc.constantFrom('split' as const, 'undo' as const, 'take' as const), at: place }),
);
/** Corrections of words that stand apart: of two that touch, and of which one takes a passage's last words away, it depends on which came first whether the passage ends before what the other put in. */
const apart = act.filter(({ do: what }) => what !== 'edit');
const correction = fc.record({ do: fc.constant('correct' as const), word: fc.constantFrom('ward', 'short', 'nurses', 'asked', '医院'), put: fc.constantFrom('', 'x', 'so\n', '病') });
type Act = (typeof act | typeof correction) extends fc.Arbitrary<infer A> ? A : never;

async function perform(engine: Engine, each: Act): Promise<void> {
  const call = engine.call as (name: string, input: unknown) => Promise<any>;
  const [documents, codes] = [await call('document.list', {}), await call('code.list', {})];
  const pick = <T>(list: readonly T[], which: number): T => list[which % list.length]!;
  const document = documents.length === 0 ? null : pick(documents, 0) as { id: number };
  const text: string = document ? (await call('document.read', { document: document.id })).text : '';
  const codings = document ? await call('coding.list', { document: document.id }) : [];
  if (each.do === 'code' && document && codes.length > 0 && text.length > 0) { const start = each.at % text.length; await call('coding.apply', { document: document.id, start, end: Math.min(text.length, start + each.length), codes: [{ code: pick(codes as { id: number }[], each.code).id }] }); }
  else if (each.do === 'edit' && document) { const at = each.at % (text.length + 1); await call('document.edit', { document: document.id, splices: [{ at, removed: text.slice(at, at + each.cut), inserted: each.put }] }); }
  else if (each.do === 'correct' && document && text.includes(each.word)) await call('document.edit', { document: document.id, splices: [{ at: text.indexOf(each.word), removed: each.word, inserted: each.put }] });
  else if (each.do === 'uncode' && codings.length > 0) await call('coding.remove', { codings: [(pick(codings, each.at) as { id: number }).id] });
  else if (each.do === 'note' && codings.length > 0) await call('memo.write', { about: 'codings', target: (pick(codings, each.at) as { id: number }).id, text: each.text });
  else if (each.do === 'make') await call('code.create', { name: each.name, facet: each.facet, parent: each.below === null || codes.length === 0 ? null : (pick(codes, each.below) as { id: number }).id });
  else if (each.do === 'rename' && codes.length > 0) await call('code.change', { code: (pick(codes, each.code) as { id: number }).id, name: each.name });
  else if (each.do === 'define' && codes.length > 0) await call('code.change', { code: (pick(codes, each.code) as { id: number }).id, definition: each.text });
  else if (each.do === 'move' && codes.length > 0) { const code = pick(codes, each.code) as { id: number; facet: string }; await call('code.move', { code: code.id, parent: (pick(codes, each.into) as { id: number }).id, facet: code.facet }); }
  else if (each.do === 'remove' && codes.length > 0) await call('code.remove', { code: (pick(codes, each.code) as { id: number }).id });
  else if (each.do === 'join' && codes.length > 0) await call('code.merge', { code: (pick(codes, each.code) as { id: number }).id, into: (pick(codes, each.into) as { id: number }).id });
  else if (each.do === 'person') await call('participant.create', { name: each.name });
  else if (each.do === 'value') { const [person] = (await call('participant.list', {})) as { id: number; name: string }[]; const [attribute] = (await call('attribute.list', {})) as { id: number }[]; if (person && attribute) await call('attribute.set', { attribute: attribute.id, participant: person.id, value: each.value }); }
  else if (each.do === 'undo') await call('history.undo', {});
}
const may = (work: Promise<unknown>) => work.catch((error: unknown) => { if (!(error instanceof Error) || error.name !== 'Problem') throw error; });
const begin = async (engine: Engine) => {
  const { document } = await engine.call('document.create', { name: 'Interview 1', text: 'The ward was short of nurses.\nNobody asked us.\n医院没有人。' });
  for (const name of ['load', 'trust']) await engine.call('code.create', { name, facet: 'theme' });
  await engine.call('attribute.create', { name: 'site', of: 'participants', kind: 'text' });
  await engine.call('participant.create', { name: 'Nurse 1' });
  await engine.call('coding.apply', { document, start: 4, end: 12, codes: [{ code: 1 }, { code: 2 }] });
};
const acts = fc.array(act, { maxLength: 7 });
const corrections = fc.array(fc.oneof({ weight: 4, arbitrary: apart }, correction), { maxLength: 7 });
const work = (copy: Copy, all: readonly Act[]) => within(copy, async (engine) => { for (const each of all) await may(perform(engine, each)); });
const findings = (copy: Copy) => within(copy, async (engine) => (await engine.call('study.check', {})).findings);
const drop = new Set(['uuid', 'created', 'changed', 'position']);
/** A study as plain values, without what depends on which copy came first. */
const told = (copy: Copy) => within(copy, async (engine) => {
  const plain = (value: unknown): unknown => (Array.isArray(value) ? value.map(plain).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([name]) => !drop.has(name)).map(([name, each]) => [name, plain(each)])) : value);
  const { passages = [], ...rest } = await engine.call('study.snapshot', {}) as Snapshot;
  // A correction may leave two passages with the same edges; whoever comes later finds one.
  return { ...plain(rest) as object, passages: [...new Set(passages.map(({ document, start, end }) => `${document} ${start}-${end}`))].toSorted() };
});
/** Codings as their words, code, coder and moment: what must never be lost. */
const codings = (copy: Copy) => within(copy, async (engine) => (await engine.call('study.snapshot', {})).codings.map(({ uuid }) => uuid!));
const seed = { numRuns: Number(process.env['MERGES'] ?? 40), seed: Number(process.env['SEED'] ?? 20261122) };

test('whatever two copies went through: merged, the study is sound, nothing of ours is gone, nothing comes twice, and undo brings back every byte', async () => {
  await fc.assert(fc.asyncProperty(acts, acts, fc.constantFrom('mine' as const, 'theirs' as const), async (mine, other, rest) => {
    const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
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
  }), seed);
});

test('with nothing from them a merge changes nothing; with nothing from us it gives what they have', async () => {
  await fc.assert(fc.asyncProperty(acts, async (mine) => {
    const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
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
    const copies = await copiesFor(['Ana', 'Bo', 'Cai'], begin) as [Copy, Copy, Copy];
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
