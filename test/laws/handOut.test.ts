import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { act, beginRated, may, perform, told, type Act } from '../helpers/acting.ts';
import { another, copiesFor, handOut, merge, within, type Copy } from '../helpers/copies.ts';
import { everything } from '../helpers/study.ts';

/** Without undo, which in the study would take back what was done before. */
const acts = fc.array(act.filter((each) => each.do !== 'undo'), { maxLength: 7 });
/** A study whose one person speaks: who does not is in no package, and cannot be removed there. */
const begin = async (engine: Engine) => {
  await beginRated(engine);
  await engine.call('turn.speak', { document: 1, at: 0, participant: 1 });
  await engine.call('attribute.set', { attribute: 1, participant: 1, value: 'east' });
};
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
    const gone = (table: 'documents' | 'codings' | 'participants') => (before[table] as { uuid: string; passage: number; coder: number }[]).filter(({ uuid }) => !uuids.has(uuid));
    // A document that was taken away in the package and that nobody touched here goes; one that is coded or corrected here stays.
    if (!there.some((each) => each.do === 'close')) expect(gone('documents')).toEqual([]);
    expect(gone('documents').filter((each) => (before['passages'] as { document: number; id: number }[]).some(({ id, document }) => document === (each as unknown as { id: number }).id && (before['codings'] as { passage: number }[]).some(({ passage }) => passage === id)))).toEqual([]);
    if (!there.some((each) => each.do === 'one person')) expect(gone('participants')).toEqual([]);
    // Two codes that became one leave one coding where a coder had put both on a passage.
    const places = new Set((once['codings'] as { passage: number; coder: number }[]).map(({ passage, coder }) => `${passage}/${coder}`));
    expect(gone('codings').filter(({ passage, coder }) => !there.some((each) => each.do === 'join') || !places.has(`${passage}/${coder}`))).toEqual([]);
    await merge(study, ana, { rest: 'mine' });
    expect(everything(study.file)).toEqual(once);
    await within(study, (engine) => engine.call('history.undo', {}));
    expect(everything(study.file)).toEqual(before);
  }), seed);
});
