import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act, begin, may, perform, told, type Act } from '../helpers/acting.ts';
import { another, copiesFor, handOut, merge, within, type Copy } from '../helpers/copies.ts';
import { everything } from '../helpers/study.ts';

/** Without undo, which in the study would take back what was done before; values are of a person who does not speak in the document. */
const acts = fc.array(act.filter((each) => each.do !== 'undo' && each.do !== 'value'), { maxLength: 7 });
const work = (copy: Copy, all: readonly Act[]) => within(copy, async (engine) => { for (const each of all) await may(perform(engine, each)); });
const seed = { numRuns: Number(process.env['MERGES'] ?? 8), seed: Number(process.env['SEED'] ?? 20261122) };
const findings = (copy: Copy) => within(copy, async (engine) => (await engine.call('study.check', {})).findings);
/** Without when the package came back. */
const plain = async (copy: Copy) => { const { handOuts, ...rest } = await told(copy) as Record<string, any>; return { ...rest, handOuts: handOuts.map(({ returned: _returned, ...each }: any) => each) }; };

test('what is done in a package and brought back is what would have been done in the study', async () => {
  await fc.assert(fc.asyncProperty(acts, async (all) => {
    const [study] = await copiesFor(['Lin'], begin) as [Copy];
    const ana = await handOut(study, 'Ana', { documents: [1], blind: false, people: 'values' });
    const direct = { who: 'Ana', file: another(study) };
    await work(direct, all);
    await work(ana, all);
    const { conflicts } = await merge(study, ana, { rest: 'theirs' });
    expect(conflicts).toEqual([]);
    expect(await plain(study)).toEqual(await plain(direct));
    expect(await findings(study)).toEqual([]);
  }), seed);
});

test('whatever goes on in the study and in a blind package of one document: brought back nothing else is gone, nothing comes twice, and undo is exact', async () => {
  await fc.assert(fc.asyncProperty(acts, acts, async (here, there) => {
    const [study] = await copiesFor(['Lin'], async (engine) => {
      await begin(engine);
      const { document } = await engine.call('document.create', { name: 'Interview 2', text: 'We never met the director before March.' });
      await engine.call('coding.apply', { document, start: 3, end: 12, codes: [{ code: 2 }] });
    }) as [Copy];
    const ana = await handOut(study, 'Ana', { documents: [1], people: 'numbers' });
    await work(study, here);
    await work(ana, there);
    const before = everything(study.file);
    await merge(study, ana, { rest: 'mine' });
    expect(await findings(study)).toEqual([]);
    const once = everything(study.file);
    const uuids = new Set(Object.values(once).flat().map((row) => (row as { uuid: string }).uuid));
    for (const table of ['documents', 'codings', 'participants'] as const) expect(before[table]!.map((row) => (row as { uuid: string }).uuid).filter((uuid) => !uuids.has(uuid))).toEqual([]);
    await merge(study, ana, { rest: 'mine' });
    expect(everything(study.file)).toEqual(once);
    await within(study, (engine) => engine.call('history.undo', {}));
    expect(everything(study.file)).toEqual(before);
  }), seed);
});
