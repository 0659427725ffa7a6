import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { takenBack } from '../../electron/core/takenBack.ts';
import { bringTogether, type Seen } from '../../electron/core/together.ts';
import { act, begin, correction, may, perform, told, type Act } from '../helpers/acting.ts';
import { copiesFor, within, type Copy } from '../helpers/copies.ts';
import { temporaryFolder } from '../helpers/study.ts';

/** Somebody with the shared folder as it is on her machine: what the others wrote comes when the sharing program brings it. */
interface Mate extends Copy { readonly folder: string; own: string | null; seen: Map<string, Seen>; readonly written: Buffer[]; resumed: string }
const giving = ['code', 'make', 'note', 'rename', 'define', 'person', 'value'];
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ who: fc.nat(2), do: fc.constant('work' as const), acts: fc.array(fc.oneof({ weight: 4, arbitrary: act.filter((each) => giving.includes(each.do)) }, correction.filter(({ put }) => put !== '')), { minLength: 1, maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ who: fc.nat(2), do: fc.constantFrom('meet' as const, 'undo' as const, 'day' as const, 'day' as const) }) },
  { weight: 4, arbitrary: fc.record({ who: fc.nat(2), do: fc.constant('bring' as const), from: fc.nat(2), how: fc.constantFrom('whole' as const, 'whole' as const, 'half' as const, 'empty' as const, 'old' as const, 'lost' as const, 'copy' as const) }) },
);
const codingsOf = (engine: Engine) => new Set(engine.reader.all('codings').map(({ uuid }) => uuid));
const codings = (mate: Mate) => within(mate, async (engine) => codingsOf(engine));

/** Undoes what came in last, where that is the last thing that was done. */
const takeBack = (mate: Mate) => within(mate, async (engine) => { if (engine.reader.next('undo')?.operation === 'study.merge') await engine.call('history.undo', {}); });
/** Law at each meeting: whatever was coded here is still there. Whoever has taken something back meets the others again when she asks. */
async function meet(mate: Mate, asked = false): Promise<boolean> {
  return within(mate, async (engine) => {
    if (!asked && takenBack(engine.reader, mate.resumed) !== null) return true;
    const before = codingsOf(engine);
    const { met, written, unwritten } = await bringTogether({ engine, who: mate.who, folder: mate.folder, original: null, own: mate.own, mayRename: true, seen: mate.seen });
    expect(unwritten).toBeNull();
    const after = codingsOf(engine);
    expect([...before].filter((uuid) => !after.has(uuid))).toEqual([]);
    mate.own = written ?? mate.own;
    if (asked) mate.resumed = engine.reader.head();
    if (written !== null) mate.written.push(readFileSync(join(mate.folder, written)));
    return met.every(({ became }) => became !== 'waits');
  });
}
/** Everything comes through, to everybody. */
async function goodDay(mates: readonly Mate[], asked = false): Promise<boolean> {
  let isDecided = true;
  for (const mate of mates) {
    isDecided = await meet(mate, asked) && isDecided;
    for (const to of mates) bring(mate, to, 'whole');
  }
  return isDecided;
}
/** What a sharing program makes of somebody's file on its way. */
function bring(from: Mate, to: Mate, how: 'whole' | 'half' | 'empty' | 'old' | 'lost' | 'copy'): void {
  if (from.own === null || !existsSync(join(from.folder, from.own))) return;
  const [here, there] = [join(from.folder, from.own), join(to.folder, from.own)];
  if (how === 'lost') return rmSync(there, { force: true });
  if (from === to && how !== 'old' && how !== 'half') return;
  if (how === 'whole') copyFileSync(here, there);
  else if (how === 'copy') copyFileSync(here, join(to.folder, `${from.own.slice(0, -8)} (conflicted copy 2026-11-22).concord`));
  else if (how === 'old') writeFileSync(there, from.written[0]!);
  else writeFileSync(there, how === 'empty' ? '' : readFileSync(here).subarray(0, 20_000));
}

test('through a folder that is late, loses files, brings halves, old ones and conflicted copies nobody loses a coding, and all end equal where nothing was to be decided', async () => {
  let agreed = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
    const mates = (await copiesFor(['Ana', 'Bo', 'Cai'], begin)).map((copy): Mate => ({ ...copy, folder: temporaryFolder(), own: null, seen: new Map(), written: [], resumed: '' }));
    for (const each of steps) {
      const mate = mates[each.who]!;
      if (each.do === 'work') await within(mate, async (engine) => { for (const one of each.acts) await may(perform(engine, one as Act)); });
      else if (each.do === 'meet') await meet(mate);
      else if (each.do === 'undo') await takeBack(mate);
      else if (each.do === 'day') await goodDay(mates);
      else if (each.do === 'bring') bring(mates[each.from]!, mate, each.how);
    }
    let isDecided = true;
    const all = new Set((await Promise.all(mates.map(codings))).flatMap((each) => [...each]));
    for (let day = 0; day < 3; day++) isDecided = await goodDay(mates, true) && isDecided;
    if (!isDecided) return;
    agreed++;
    const [first, ...others] = await Promise.all(mates.map(told));
    for (const other of others) expect(other).toEqual(first);
    for (const mate of mates) expect([...(await codings(mate))].toSorted()).toEqual([...all].toSorted());
  }), { numRuns: Number(process.env['MERGES'] ?? 4), seed: Number(process.env['SEED'] ?? 20261122) });
  expect(agreed).toBeGreaterThan(0);
});
