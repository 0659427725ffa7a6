import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { importAll } from '../helpers/handing.ts';
import { everything, newStudy, temporaryFolder } from '../helpers/study.ts';

async function twoNames() {
  const engine = newStudy();
  await importAll(engine, { 'one.txt': 'I: How?\nDr Hu: Well.\nI: And?', 'two.txt': 'I: So?\nDoctor Hu: Late.\nI: And?\nDoctor Hu: No.' });
  const person = async (name: string) => (await engine.call('participant.list', {})).find((each) => each.name === name)!;
  const attribute = async (name: string) => (await engine.call('attribute.create', { name, of: 'participants', kind: 'text' })).attribute;
  return { engine, person, attribute, hu: (await person('Dr Hu')).id, doctor: (await person('Doctor Hu')).id };
}

test('two people become one: turns, values, memos and referrals go to the one who stays; what differs is chosen, the rest is written down', async () => {
  const { engine, person, attribute, hu, doctor } = await twoNames();
  const [site, age, files, group] = [await attribute('Site'), await attribute('Age'), await attribute('Documents'), await attribute('Group')];
  for (const [id, of, value] of [[site, hu, 'Hill'], [site, doctor, 'Quarry'], [age, doctor, '50'], [files, hu, 'one.txt'], [files, doctor, 'two.txt; one.txt'], [group, hu, 'GPs'], [group, doctor, 'Doctors']] as const) await engine.call('attribute.set', { attribute: id, participant: of, value });
  const li = (await engine.call('participant.create', { name: 'Li' })).participant;
  await engine.call('participant.change', { participant: li, referredBy: doctor });
  await engine.call('participant.change', { participant: doctor, role: 'other', sampling: 'snowball' });
  await engine.call('memo.write', { about: 'participants', target: doctor, text: 'met twice' });
  expect(await engine.call('participant.mergePreview', { participant: doctor, into: hu })).toEqual({
    turns: 2, documents: 1, memos: 1, referred: 1, taken: 1, roles: { mine: 'interviewee', theirs: 'other' },
    differing: [{ attribute: site, name: 'Site', mine: 'Hill', theirs: 'Quarry' }, { attribute: group, name: 'Group', mine: 'GPs', theirs: 'Doctors' }],
  });
  expect(await engine.call('participant.merge', { participant: doctor, into: hu, theirs: [site] })).toEqual({ participant: 'Doctor Hu', into: 'Dr Hu' });
  expect(await person('Dr Hu')).toMatchObject({ role: 'interviewee', sampling: 'snowball', documents: [1, 2], values: { [site]: 'Quarry', [age]: '50', [files]: 'one.txt; two.txt', [group]: 'GPs' } });
  expect((await person('Li')).referredBy).toBe(hu);
  expect((await engine.call('memo.list', { about: 'participants', target: hu })).map(({ text }) => text)).toEqual(['met twice', 'Merged from “Doctor Hu”: Site Hill, Group Doctors, Role Other']);
  expect(await person('Doctor Hu')).toBeUndefined();
  await expect(engine.call('participant.merge', { participant: hu, into: hu })).rejects.toMatchObject({ code: 'merge-with-itself' });
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});

test('law: no turn, value, memo or referral of either is lost, nobody refers to himself, and undo is exact', async () => {
  const folder = temporaryFolder();
  let round = 0;
  const people = fc.array(fc.record({ values: fc.array(fc.constantFrom('', 'a', 'b'), { minLength: 3, maxLength: 3 }), memo: fc.constantFrom('', 'why'), referredBy: fc.option(fc.nat(3)), sampling: fc.constantFrom('', 's', 't') }), { minLength: 4, maxLength: 4 });
  await fc.assert(fc.asyncProperty(people, fc.nat(3), fc.nat(3), fc.array(fc.nat(2), { maxLength: 2 }), async (given, from, to, chosen) => {
    fc.pre(from !== to);
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    try {
      await importAll(engine, { 'one.txt': 'Al: One.\nBo: Two.\nCy: Three.\nDi: Four.\nAl: Five.\nBo: Six.' });
      const ids = (await engine.call('participant.list', {})).map(({ id }) => id);
      const attributes: number[] = [];
      for (const name of ['A', 'B', 'C']) attributes.push((await engine.call('attribute.create', { name, of: 'participants', kind: 'text' })).attribute);
      for (const [index, { values, memo, referredBy, sampling }] of given.entries()) {
        for (const [column, value] of values.entries()) await engine.call('attribute.set', { attribute: attributes[column]!, participant: ids[index]!, value });
        await engine.call('participant.change', { participant: ids[index]!, sampling, ...(referredBy === null ? {} : { referredBy: ids[referredBy]! }) }).catch(() => {});
        if (memo) await engine.call('memo.write', { about: 'participants', target: ids[index]!, text: memo });
      }
      const [participant, into] = [ids[from]!, ids[to]!];
      const before = await engine.call('participant.list', {});
      const { turns } = await engine.call('document.read', { document: 1 });
      const memos = await engine.call('memo.list', {});
      const first = state();
      await engine.call('participant.merge', { participant, into, theirs: chosen.map((column) => attributes[column]!) });
      const after = await engine.call('participant.list', {});
      expect((await engine.call('document.read', { document: 1 })).turns).toEqual(turns.map((turn) => (turn.participant === participant ? { ...turn, participant: into } : turn)));
      const written = (await engine.call('memo.list', { about: 'participants', target: into })).map(({ text }) => text).join('\n');
      const [gone, stays, now] = [before.find(({ id }) => id === participant)!, before.find(({ id }) => id === into)!, after.find(({ id }) => id === into)!];
      for (const each of [gone, stays]) for (const [attribute, value] of Object.entries(each.values)) expect([now.values[Number(attribute)], ...written.split(/[ ,]+/)]).toContain(value);
      expect((await engine.call('memo.list', {})).filter(({ text }) => text === 'why')).toHaveLength(memos.length);
      for (const each of after) {
        const seen = new Set<number>();
        for (let at: number | null = each.id; at !== null; at = after.find(({ id }) => id === at)?.referredBy ?? null) { expect(seen.has(at)).toBe(false); seen.add(at); }
        const was = before.find(({ id }) => id === each.id)!;
        if (each.id !== into) expect(each.referredBy).toBe(was.referredBy === participant ? into : was.referredBy);
      }
      expect((await engine.call('study.check', {})).findings).toEqual([]);
      await engine.call('history.undo', {});
      expect(state()).toEqual(first);
    } finally { engine.close(); }
  }), { numRuns: 40, seed: 20261122 });
}, 60_000);

test('memos that link to the one who goes, and saved queries that name her, lead to the one who stays', async () => {
  const { engine, person, hu, doctor } = await twoNames();
  const [gone, stays] = [await person('Doctor Hu'), await person('Dr Hu')];
  await engine.call('memo.write', { about: 'participants', target: hu, text: `see [[participant:${gone.uuid}|Doctor Hu]]` });
  await engine.call('query.save', { name: 'Hers', query: { kind: 'participant', participants: [{ name: 'Doctor Hu' }] } });
  await engine.call('participant.merge', { participant: doctor, into: hu });
  expect((await engine.call('memo.list', {})).map(({ text }) => text)).toEqual([`see [[participant:${stays.uuid}|Dr Hu]]`]);
  expect(await engine.call('query.saved', {})).toMatchObject([{ gone: [], query: { participants: [{ uuid: stays.uuid, name: 'Dr Hu' }] } }]);
  await engine.call('history.undo', {});
  expect(await engine.call('query.saved', {})).toMatchObject([{ gone: [], query: { participants: [{ uuid: gone.uuid, name: 'Doctor Hu' }] } }]);
});
