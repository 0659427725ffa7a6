import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import type { CodebookChange } from '../../shared/model/codebookDiff.ts';
import { codebookDiff, wordDiff } from '../../shared/model/codebookDiff.ts';
import type { Row } from '../../shared/model/schema.ts';
import { callWith } from '../helpers/handing.ts';
import { temporaryFolder } from '../helpers/study.ts';

type Code = Row<'codes'>;
const place = fc.nat(9);
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), name: fc.constantFrom('pay', 'load', '夜班', 'trust'), below: fc.option(place) }),
  fc.record({ do: fc.constant('change' as const), code: place, name: fc.constantFrom('pay', 'care', '信任'), definition: fc.constantFrom('', 'what they earn', '挣多少钱') }),
  fc.record({ do: fc.constant('rescale' as const), code: place, values: fc.subarray([-1, 0, 1]) }),
  fc.record({ do: fc.constant('move' as const), code: place, parent: fc.option(place) }),
  fc.record({ do: fc.constant('merge' as const), code: place, into: place }),
  fc.record({ do: fc.constant('remove' as const), code: place }),
  fc.record({ do: fc.constant('import' as const), definition: fc.constantFrom('from a sheet', '来自表格') }),
  fc.record({ do: fc.constant('edit' as const) }),
  fc.record({ do: fc.constantFrom('undo', 'redo', 'reopen') }),
  fc.record({ do: fc.constant('name' as const) }),
  fc.record({ do: fc.constant('name' as const) }),
);
async function perform(engine: Engine, each: Record<string, any>): Promise<void> {
  const codes = await engine.call('code.list', {});
  const at = (which: number | null): number | null => (which === null || codes.length === 0 ? null : codes[which % codes.length]!.id);
  if (each['do'] === 'add') await engine.call('code.create', { name: each['name'], facet: 'dimension', parent: at(each['below']) });
  else if (each['do'] === 'import') await callWith(engine, { 'a.csv': `path,definition\npay,${each['definition']}\nnew > deeper,\n${Array.from({ length: 60 }, (_, row) => `many ${row},${each['definition']}`).join('\n')}\n` }, 'codebook.import', { handle: 'a.csv' });
  else if (each['do'] === 'edit') await engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: '', inserted: 'x' }] });
  else if (each['do'] === 'undo') await engine.call('history.undo', {});
  else if (each['do'] === 'redo') await engine.call('history.redo', {});
  else if (codes.length === 0) return;
  else if (each['do'] === 'change') await engine.call('code.change', { code: at(each['code'])!, name: each['name'], definition: each['definition'] });
  else if (each['do'] === 'rescale') await engine.call('code.change', { code: at(each['code'])!, scale: (each['values'] as number[]).map((value) => ({ value, anchor: '' })) });
  else if (each['do'] === 'move') await engine.call('code.move', { code: at(each['code'])!, parent: at(each['parent']), facet: 'dimension' });
  else if (each['do'] === 'merge') await engine.call('code.merge', { code: at(each['code'])!, into: at(each['into'])! });
  else await engine.call('code.remove', { code: at(each['code'])! });
}
const told = (changes: readonly CodebookChange[]) => changes.map((change) => `${change.kind} ${change.path}`);

test('the codebook of a version is what it was when it was named, whatever was done, undone and imported since, and after a restart', async () => {
  const folder = temporaryFolder();
  let round = 0;
  let named = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    /** Rows as SQLite has them are what code.list answers with, besides what it counts. */
    const codesNow = async (): Promise<Code[]> => (await engine.call('code.list', {})).map(({ path: _path, codings: _codings, documents: _documents, ...code }) => code);
    const kept = new Map<string, Code[]>();
    try {
      await engine.call('document.create', { name: 'one', text: 'I start at six.' });
      for (const [index, each] of steps.entries()) {
        if (each.do === 'reopen') { engine.close(); engine = openStudy(file, { who: 'Lin' }); continue; }
        if (each.do === 'name') { await engine.call('version.name', { name: `v${index}` }); kept.set(`v${index}`, await codesNow()); continue; }
        await perform(engine, each).catch((error: unknown) => { expect(error).toMatchObject({ name: 'Problem' }); });
      }
      const now = await codesNow();
      for (const version of await engine.call('version.list', {})) {
        named++;
        const then = kept.get(version.name)!;
        const { changes } = await engine.call('version.diff', { from: version.id });
        expect(changes).toEqual(codebookDiff(then, now));
        for (const other of await engine.call('version.list', {})) expect((await engine.call('version.diff', { from: version.id, to: other.id })).changes).toEqual(codebookDiff(then, kept.get(other.name)!));
      }
    } finally { engine.close(); }
  }), { numRuns: 80, seed: 20261122 });
  expect(named).toBeGreaterThan(60);
}, 120_000);

const word = fc.constantFrom('what', 'they', 'earn', ' ', '\n', ',', '夜', '班', '😀', 'don’t');
test('two texts as one: without what came it is the first, without what went the second', () => {
  fc.assert(fc.property(fc.array(word), fc.array(word), (one, other) => {
    const [before, after] = [one.join(''), other.join('')];
    const pieces = wordDiff(before, after);
    const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text).join('');
    expect([without('added'), without('removed')]).toEqual([before, after]);
  }), { numRuns: 500, seed: 20261122 });
});
test('a codebook and itself do not differ, and turned round what came has gone', () => {
  const code = (id: number, parent: number | null): Code => ({ id, uuid: `u${id}`, parent, facet: 'theme', name: `c${id}`, definition: '', include: '', exclude: '', example: '', colour: '1', scale: [], aliases: [], position: id, created: 0, codable: 'yes' });
  fc.assert(fc.property(fc.subarray([1, 2, 3, 4, 5]), fc.subarray([1, 2, 3, 4, 5]), (one, other) => {
    const book = (ids: readonly number[]) => ids.map((id) => code(id, id > 1 && ids.includes(id - 1) ? id - 1 : null));
    expect(codebookDiff(book(one), book(one))).toEqual([]);
    const there = told(codebookDiff(book(one), book(other)));
    const back = told(codebookDiff(book(other), book(one)));
    const counts = (list: readonly string[]) => ['added', 'removed'].map((kind) => list.filter((line) => line.startsWith(kind)).length);
    expect(counts(there)).toEqual(counts(back).toReversed());
  }));
});
