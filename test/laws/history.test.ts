import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const step = fc.oneof(
  fc.record({ do: fc.constant('code' as const), document: fc.nat(1), a: fc.nat(60), b: fc.nat(60), code: fc.nat(3), rating: fc.option(fc.integer({ min: -2, max: 2 })) }),
  fc.record({ do: fc.constant('uncode' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('edit' as const), document: fc.nat(1), at: fc.nat(60), remove: fc.nat(12), insert: fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', '中', '\n', '😀', ' ') }) }),
  fc.record({ do: fc.constant('memo' as const), which: fc.nat(20), text: fc.constantFrom('', 'why', '再看一遍') }),
  fc.record({ do: fc.constant('remove code' as const), code: fc.nat(3) }),
  fc.record({ do: fc.constant('move code' as const), code: fc.nat(3), parent: fc.nat(3) }),
  fc.record({ do: fc.constant('remove document' as const), document: fc.nat(1) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
  fc.record({ do: fc.constant('reopen' as const) }),
);

test('undo takes everything back, redo brings it again, and a restart forgets neither', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const reopen = () => { engine.close(); engine = openStudy(file, { who: 'Lin' }); };
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    try {
      const documents = [
        (await engine.call('document.create', { name: 'one', text: 'I was so tired that day, 累得说不出话来\nreally tired.\n\nYes 😀.' })).document,
        (await engine.call('document.create', { name: 'two', text: 'We had no time.' })).document,
      ];
      const codes: number[] = [];
      for (const name of ['tired', 'time', 'pay', 'trust']) codes.push((await engine.call('code.create', { name, facet: 'dimension' })).code);
      const past = [state()];
      let future: Record<string, unknown[]>[] = [];
      for (const each of steps) {
        if (each.do === 'reopen') { reopen(); continue; }
        if (each.do === 'undo') {
          if (past.length === 1) continue;
          await engine.call('history.undo', {});
          future.push(past.pop()!);
          expect(state()).toEqual(past.at(-1));
          continue;
        }
        if (each.do === 'redo') {
          const next = future.pop();
          if (!next) { await expect(engine.call('history.redo', {})).rejects.toMatchObject({ code: 'nothing-to-redo' }); continue; }
          await engine.call('history.redo', {});
          past.push(next);
          expect(state()).toEqual(next);
          continue;
        }
        const before = (await engine.call('project.read', {})).undo?.seq;
        await perform(engine, documents, codes, each).catch((error: unknown) => { expect(error).toMatchObject({ name: 'Problem' }); });
        if ((await engine.call('project.read', {})).undo?.seq === before) continue;
        past.push(state());
        future = [];
        for (const document of await engine.call('document.list', {})) {
          const { text, turns } = await engine.call('document.read', { document: document.id });
          for (const coding of await engine.call('coding.list', { document: document.id })) expect(0 <= coding.start && coding.start < coding.end && coding.end <= text.length).toBe(true);
          for (const turn of turns) expect(text.slice(turn.start - 1, turn.start)).toMatch(/^\n?$/);
        }
      }
      while (past.length > 1) {
        await engine.call('history.undo', {});
        past.pop();
        expect(state()).toEqual(past.at(-1));
      }
    } finally { engine.close(); }
  }), { numRuns: 100, seed: 20261121 });
}, 240_000);

async function perform(engine: ReturnType<typeof openStudy>, documents: readonly number[], codes: readonly number[], each: { do: string } & Record<string, any>): Promise<void> {
  const document = documents[each['document'] as number]!;
  const codings = async () => (await Promise.all((await engine.call('document.list', {})).map(({ id }) => engine.call('coding.list', { document: id })))).flat();
  if (each.do === 'code') {
    const code = codes[each['code'] as number]!;
    await engine.call('coding.apply', { document, start: Math.min(each['a'], each['b']), end: Math.max(each['a'], each['b']), codes: [{ code, rating: each['rating'] }] });
  } else if (each.do === 'uncode') {
    const all = await codings();
    if (all.length > 0) await engine.call('coding.remove', { codings: [all[each['which'] % all.length]!.id] });
  } else if (each.do === 'memo') {
    const all = await codings();
    if (all.length === 0) return;
    const target = all[each['which'] % all.length]!.id;
    const [there] = await engine.call('memo.list', { about: 'codings', target });
    await engine.call('memo.write', { about: 'codings', target, text: each['text'], ...(there ? { memo: there.id } : {}) });
  } else if (each.do === 'edit') {
    const { text } = await engine.call('document.read', { document });
    const at = Math.min(each['at'], text.length);
    const removed = text.slice(at, at + each['remove']);
    if (removed !== each['insert'] && removed.isWellFormed()) await engine.call('document.edit', { document, splices: [{ at, removed, inserted: each['insert'] }] });
  } else if (each.do === 'remove code') await engine.call('code.remove', { code: codes[each['code']]! });
  else if (each.do === 'move code') await engine.call('code.move', { code: codes[each['code']]!, parent: codes[each['parent']]!, facet: 'dimension' });
  else await engine.call('document.remove', { documents: [document] });
}
