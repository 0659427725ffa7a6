import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { fillStudy } from '../../electron/core/wholeStudy.ts';
import { printLink } from '../../shared/model/memoText.ts';
import { snapshot, type Snapshot } from '../../shared/model/snapshot.ts';
import { queriesOver, queryableStudies } from '../helpers/queryable.ts';
import { setsOf } from '../helpers/querying.ts';
import { temporaryFolder } from '../helpers/study.ts';

const place = fc.nat(9);
/** What becomes of a codebook before anything is coded, with points of it that are named. */
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), name: fc.constantFrom('pay', 'load', '夜班', 'a > b'), facet: fc.constantFrom('theme', 'dimension'), below: fc.option(place) }),
  fc.record({ do: fc.constant('change' as const), code: place, name: fc.constantFrom('pay', 'care', '信任'), definition: fc.constantFrom('', 'what they earn'), colour: fc.constantFrom('3', '#a0b1c2'), aliases: fc.constantFrom([], ['wage', '工资']) }),
  fc.record({ do: fc.constant('move' as const), code: place, parent: fc.option(place), facet: fc.constantFrom('theme', 'dimension') }),
  fc.record({ do: fc.constantFrom('merge' as const, 'remove' as const), code: place, into: place }),
  fc.record({ do: fc.constant('name' as const), note: fc.constantFrom('', 'after the pilot\n试点之后'), who: fc.constantFrom('Lin', 'Wei') }),
);
async function perform(engine: Engine, each: Record<string, any>, index: number): Promise<void> {
  const codes = await engine.call('code.list', {});
  const at = (which: number | null) => (which === null || codes.length === 0 ? null : codes[which % codes.length]!.id);
  if (each['do'] === 'name') await engine.ask('version.name', { name: `v${index}`, note: each['note'] }, { who: each['who'] });
  else if (each['do'] === 'add') await engine.call('code.create', { name: each['name'], facet: each['facet'], parent: at(each['below']) });
  else if (codes.length === 0) return;
  else if (each['do'] === 'change') await engine.call('code.change', { code: at(each['code'])!, name: each['name'], definition: each['definition'], colour: each['colour'], aliases: each['aliases'] });
  else if (each['do'] === 'move') await engine.call('code.move', { code: at(each['code'])!, parent: at(each['parent']), facet: each['facet'] });
  else if (each['do'] === 'merge') await engine.call('code.merge', { code: at(each['code'])!, into: at(each['into'])! });
  else await engine.call('code.remove', { code: at(each['code'])! });
}
const drawn = queryableStudies.chain((study) => fc.record({
  study: fc.constant(study), queries: fc.array(queriesOver(study), { maxLength: 4 }), before: fc.array(step, { maxLength: 12 }), after: fc.array(step, { maxLength: 6 }), referrals: fc.array(fc.tuple(place, place), { maxLength: 4 }), notes: fc.array(fc.tuple(fc.nat(11), fc.nat(30)), { maxLength: 10 }),
}));
const withoutVersions = ({ versions: _versions, ...rest }: Snapshot) => rest;

test('a study that is taken out as plain values and into a new one is the same: codes, sets, queries, versions, memos with their links and all that is coded', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(fc.asyncProperty(drawn, async ({ study, queries, before, after, referrals, notes }) => {
    const files = ['one', 'two'].map((name) => join(folder, `${round++} ${name}.concord`));
    createStudy(files[0]!, 'Study');
    createStudy(files[1]!, 'Other');
    const [one, two] = [openStudy(files[0]!, { who: 'Lin' }), openStudy(files[1]!, { who: 'Mei' })];
    const may = (work: Promise<unknown>) => work.catch((error: unknown) => { expect(error).toMatchObject({ name: 'Problem' }); });
    try {
      for (const [index, each] of before.entries()) await may(perform(one, each, index));
      await may(one.call('study.take', { snapshot: study }));
      const codes = new Map((await one.call('code.list', {})).map(({ id, path }) => [path, id]));
      for (const [name, members] of Object.entries(setsOf(study))) await may(one.call('codeSet.create', { name, codes: members.flatMap((path) => codes.get(path) ?? []) }));
      for (const [index, query] of queries.entries()) await may(one.call('query.save', { name: `q${index}`, query }));
      const people = (await one.call('participant.list', {})).map(({ id }) => id);
      for (const [person, by] of referrals) if (people.length > 0) await may(one.call('participant.change', { participant: people[person % people.length]!, referredBy: people[by % people.length]!, sampling: 'snowball' }));
      for (const [index, each] of after.entries()) await may(perform(one, each, 100 + index));
      await one.call('project.change', { description: '两个城区' });
      const all = await one.call('study.snapshot', {});
      const links = [...all.codes.map(({ uuid, path }) => ({ kind: 'code' as const, uuid: uuid!, label: path.at(-1)! })), ...all.documents.map(({ uuid, name }) => ({ kind: 'document' as const, uuid: uuid!, label: name })), ...all.passages!.map(({ uuid }) => ({ kind: 'passage' as const, uuid: uuid!, label: 'there' })), ...all.codings.map(({ uuid }) => ({ kind: 'coding' as const, uuid: uuid!, label: 'said' }))];
      for (const [index, [on, to]] of notes.entries()) {
        const about = (['project', 'documents', 'participants', 'codes', 'passages', 'codings'] as const)[on % 6]!;
        const link = links[to % Math.max(1, links.length)];
        await may(one.call('memo.write', { about, target: 1 + (to % 3), title: on % 2 === 0 ? '' : `第 ${index} 条`, text: `see ${link ? printLink(link) : ''} ]]` }));
      }

      const taken = await one.call('study.snapshot', {});
      const written = snapshot.parse(JSON.parse(JSON.stringify(taken)));
      expect(written).toEqual(taken);
      await fillStudy(two.call, written);
      expect(await two.call('study.snapshot', {})).toEqual(taken);
      expect((await two.call('study.check', {})).findings).toEqual([]);
      // What a version says became of the codebook is the same story.
      const told = async (engine: Engine) => { const versions = await engine.call('version.list', {}); return Promise.all(versions.map(async ({ id, name, note, created, coder }) => [name, note, created, coder, (await engine.call('version.diff', { from: id })).changes.map(({ kind, path }) => `${kind} ${path}`)])); };
      expect(await told(two)).toEqual(await told(one));
      for (const { name } of await one.call('query.saved', {})) {
        const find = async (engine: Engine) => { const { query, gone } = (await engine.call('query.saved', {})).find((each) => each.name === name)!; return [gone, query && (await engine.call('query.count', { queries: [query] }))]; };
        expect(await find(two)).toEqual(await find(one));
      }

      // Into a study where all of it is there already: nothing of it changes, and what comes again goes by a name of its own.
      await two.call('study.take', { snapshot: written });
      const twice = await two.call('study.snapshot', {});
      expect(twice.codes).toEqual(taken.codes);
      expect(twice.participants).toEqual(taken.participants);
      expect(twice.codeSets!.map(({ name }) => name)).toEqual([...taken.codeSets!, ...taken.codeSets!.map(({ name }) => ({ name: `${name} (2)` }))].map(({ name }) => name));
      expect(twice.memos).toHaveLength(taken.memos!.length * 2);
      expect(twice.savedQueries).toHaveLength(taken.savedQueries!.length * 2);
      await two.call('history.undo', {});
      expect(await two.call('study.snapshot', {})).toEqual(taken);
      // As snapshots were before they had a form: without identities, sets, queries and versions.
      expect(withoutVersions(snapshot.parse({ ...study })).codes).toHaveLength(study.codes.length);
    } finally { one.close(); two.close(); }
  }), { numRuns: 12, seed: 20261122 });
}, 120_000);
