import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bringFileTogether } from '../../electron/core/together.ts';
import { apart, begin, may, perform, told, type Act } from '../helpers/acting.ts';
import { copiesFor, merge, within, type Copy } from '../helpers/copies.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const work = (copy: Copy, all: readonly Act[]) => within(copy, async (engine) => { for (const each of all) await may(perform(engine, each)); });
const turn = fc.record({ who: fc.nat(2), acts: fc.array(apart.filter((each) => each.do !== 'undo'), { maxLength: 3 }), together: fc.boolean() });
const seed = { numRuns: Number(process.env['MERGES'] ?? 6), seed: Number(process.env['SEED'] ?? 20261122) };
const meet = ({ file, who }: Copy, folder: string) => bringFileTogether(file, who, folder);

test('three people who work and exchange at any time have the same study when everybody has seen everybody and nothing was to be decided', async () => {
  let agreed = 0;
  await fc.assert(fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 6 }), async (turns) => {
    const folder = temporaryFolder();
    const copies = await copiesFor(['Ana', 'Bo', 'Cai'], begin) as [Copy, Copy, Copy];
    for (const { who, acts, together } of turns) { await work(copies[who]!, acts); if (together) await meet(copies[who]!, folder); }
    for (let round = 0; round < 3; round++) for (const copy of copies) if ((await meet(copy, folder)).met.some(({ became }) => became === 'waits')) return;
    agreed++;
    const [first, ...others] = [await told(copies[0]), await told(copies[1]), await told(copies[2])];
    for (const other of others) expect(other).toEqual(first);
    for (const copy of copies) expect((await within(copy, (engine) => engine.call('study.check', {}))).findings).toEqual([]);
  }), seed);
  expect(agreed).toBeGreaterThan(0);
});

const define = (copy: Copy, definition: string) => within(copy, (engine) => engine.call('code.change', { code: 1, definition }));

test('what has to be decided waits: nothing is overwritten on either side, and the rest of the folder comes in', async () => {
  const folder = temporaryFolder();
  const [ana, bo, cai] = await copiesFor(['Ana', 'Bo', 'Cai'], begin) as [Copy, Copy, Copy];
  await define(ana, 'Hours.');
  await define(bo, 'Tasks.');
  await within(cai, (engine) => engine.call('code.create', { name: 'Shifts', facet: 'theme' }));
  for (const each of [cai, bo]) await meet(each, folder);
  expect((await meet(ana, folder)).met).toMatchObject([{ file: 'Bo.concord', became: 'waits', undecided: 1 }, { file: 'Cai.concord', became: 'merged' }]);
  expect(everything(ana.file)['codes']).toMatchObject([{ definition: 'Hours.' }, {}, { name: 'Shifts' }]);
  expect(everything(join(folder, 'Bo.concord'))['codes']).toMatchObject([{ definition: 'Tasks.' }, {}, { name: 'Shifts' }]);
});

test('a file that is half there, one of another study and a conflicted copy are told apart; one of the same name that holds more is never replaced', async () => {
  const folder = temporaryFolder();
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  const [other] = await copiesFor(['Zoe'], async (engine) => { await engine.call('document.create', { name: 'Else', text: 'Elsewhere.' }); }) as [Copy];
  await meet(ana, folder);
  copyFileSync(other.file, join(folder, 'Zoe.concord'));
  await within(bo, (engine) => engine.call('code.create', { name: 'Shifts', facet: 'theme' }));
  copyFileSync(bo.file, join(folder, "Ana (Bo's conflicted copy 2026-11-22).concord"));
  const whole = readFileSync(bo.file);
  writeFileSync(join(folder, 'Half.concord'), whole.subarray(0, Math.floor(whole.length / 2)));
  writeFileSync(join(folder, 'Hole.concord'), Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(whole.length - 8192)]));
  expect((await meet(ana, folder)).met).toMatchObject([{ file: "Ana (Bo's conflicted copy 2026-11-22).concord", became: 'merged' }, { file: 'Ana.concord', became: 'same' }, { file: 'Half.concord', became: 'unreadable', problem: { problem: 'damaged-study' } }, { file: 'Hole.concord', became: 'unreadable' }, { file: 'Zoe.concord', became: 'other' }]);
  expect(readFileSync(join(folder, 'Half.concord')).length).toBe(Math.floor(whole.length / 2));
  const twin = { file: (await copiesFor(['Ana'], begin))[0]!.file, who: 'Ana' };
  const before = readFileSync(join(folder, 'Ana.concord'));
  expect((await meet(twin, folder)).written).toBeNull();
  expect(readFileSync(join(folder, 'Ana.concord')).equals(before)).toBe(true);
});

test('a merge that was undone takes nothing from those whose work it had brought, and the same work comes in again when it is merged anew', async () => {
  const folder = temporaryFolder();
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  await within(ana, (engine) => engine.call('code.create', { name: 'first', facet: 'theme' }));
  await within(bo, (engine) => engine.call('coding.apply', { document: 1, start: 0, end: 3, codes: [{ code: 1 }] }));
  await within(bo, (engine) => engine.call('document.edit', { document: 1, splices: [{ at: 29, removed: '\nNobody', inserted: ' No one' }] }));
  for (const copy of [bo, ana, bo]) await meet(copy, folder);
  await within(ana, (engine) => engine.call('history.undo', {}));
  await within(ana, (engine) => engine.call('code.create', { name: 'later', facet: 'theme' }));
  const counted = (copy: Copy) => within(copy, async (engine) => ({ codings: (await engine.call('coding.list', { document: 1 })).length, codes: (await engine.call('code.list', {})).length, text: (await engine.call('document.read', { document: 1 })).text.slice(25, 38) }));
  expect(await counted(ana)).toEqual({ codings: 2, codes: 4, text: 'ses.\nNobody a' });
  await merge(bo, ana);
  const all = { codings: 3, codes: 4, text: 'ses. No one a' };
  expect(await counted(bo)).toEqual(all);
  await meet(ana, folder);
  expect(await counted(ana)).toEqual(all);
  await meet(bo, folder);
  expect(await told(bo)).toEqual(await told(ana));
});
