import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { printLink, type LinkKind } from '../../shared/model/memoText.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

type Thing = { readonly kind: LinkKind; readonly about: 'documents' | 'participants' | 'codes' | 'passages' | 'codings'; readonly id: number; readonly uuid: string; readonly name: string };
/** Two documents, two people, three codes, two coded passages, their codings. */
async function build(engine: Engine): Promise<Thing[]> {
  for (const name of ['one', 'two']) await engine.call('document.create', { name, text: 'I was so tired that day, 累得说不出话来.' });
  for (const name of ['Ana', 'Bo | ]]']) await engine.call('participant.create', { name });
  for (const name of ['pay', '[[load]]', 'trust']) await engine.call('code.create', { name, facet: 'theme' });
  await engine.call('coding.apply', { document: 1, start: 0, end: 5, codes: [{ code: 1 }] });
  await engine.call('coding.apply', { document: 2, start: 6, end: 14, codes: [{ code: 2 }] });
  const named = <T extends { id: number; uuid: string; name: string }>(kind: LinkKind, about: Thing['about'], list: readonly T[]): Thing[] => list.map(({ id, uuid, name }) => ({ kind, about, id, uuid, name }));
  const passages = await engine.call('passage.byWords', { typed: 'i', limit: 9 });
  const tired = await engine.call('passage.byWords', { typed: 'tired', limit: 9 });
  return [
    ...named('document', 'documents', await engine.call('document.list', {})), ...named('participant', 'participants', await engine.call('participant.list', {})), ...named('code', 'codes', await engine.call('code.list', {})),
    ...[...new Map([...passages, ...tired].map((each) => [each.id!, each])).values()].map((each): Thing => ({ kind: 'passage', about: 'passages', id: each.id!, uuid: each.uuid, name: each.label })),
    ...[...await engine.call('coding.byWords', { typed: 'i', limit: 9 }), ...await engine.call('coding.byWords', { typed: 'load tired', limit: 9 })].map((each): Thing => ({ kind: 'coding', about: 'codings', id: each.id!, uuid: each.uuid, name: each.label })),
  ];
}
const written = fc.array(fc.record({ on: fc.nat(20), title: fc.constantFrom('', 'Why', '为什么'), links: fc.array(fc.nat(20), { maxLength: 4 }), words: fc.constantFrom('see', ']] and [[', '见') }), { minLength: 1, maxLength: 8 });

test('what points at a thing is what a look through all memos finds, through renaming and removing, and undo brings every byte back', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(fc.asyncProperty(written, fc.nat(20), fc.nat(20), async (memos, renamed, removed) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    try {
      const things = await build(engine);
      const at = (index: number) => things[index % things.length]!;
      for (const { on, title, links, words } of memos) {
        const text = [words, ...links.map((index) => printLink({ kind: at(index).kind, uuid: at(index).uuid, label: at(index).name }))].join(' ');
        await engine.call('memo.write', { about: at(on).about, target: at(on).id, title, text });
      }
      const naive = async (thing: Thing) => (await engine.call('memo.list', {})).filter(({ text }) => text.includes(`[[${thing.kind}:${thing.uuid}|`)).map(({ id }) => id).toSorted((a, b) => a - b);
      const found = async (thing: Thing) => (await engine.call('memo.mentions', { about: thing.about, target: thing.id })).map(({ id }) => id).toSorted((a, b) => a - b);
      for (const thing of things) expect(await found(thing)).toEqual(await naive(thing));
      const before = state();
      const [one, other] = [at(renamed), at(removed)];
      let steps = 1;
      if (one.kind === 'code') await engine.call('code.change', { code: one.id, name: 'now another' });
      else if (one.kind === 'participant') await engine.call('participant.change', { participant: one.id, name: 'now another' });
      else if (one.kind === 'document') await engine.call('document.rename', { document: one.id, name: 'now another' });
      else steps = 0;
      const resolved = async (thing: Thing) => (await engine.call('memo.resolve', { links: [{ kind: thing.kind, uuid: thing.uuid, label: 'as it was' }] }))[0]!;
      expect((await resolved(one)).label).toBe(steps === 1 ? 'now another' : one.name);
      if (other.kind === 'code') await engine.call('code.remove', { code: other.id });
      else if (other.kind === 'participant') await engine.call('participant.remove', { participant: other.id });
      else if (other.kind === 'document') await engine.call('document.remove', { documents: [other.id] });
      if (other.kind !== 'passage' && other.kind !== 'coding') {
        steps++;
        expect(await resolved(other)).toMatchObject({ id: null, label: 'as it was' });
      }
      for (const thing of things) if (thing !== other && (await resolved(thing)).id !== null) expect(await found(thing)).toEqual(await naive(thing));
      for (; steps > 0; steps--) await engine.call('history.undo', {});
      expect(state()).toEqual(before);
      for (const thing of things) expect(await resolved(thing)).toMatchObject({ id: thing.id, label: thing.name });
    } finally { engine.close(); }
  }), { numRuns: 40 });
}, 60_000);
