import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { NewPart } from '../../shared/model/report.ts';
import { newStudy } from '../helpers/study.ts';

const names = ['pay', 'rest', 'rota', 'trust'] as const;
const name = fc.constantFrom(...names);
const place = fc.nat(11);
/** What may be done to a codebook; places are those of codes that are there then. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rename' as const), at: place, name }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), at: place, below: fc.option(place) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), at: place, into: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), at: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('add' as const), name, below: fc.option(place) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), at: place }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A codebook of six codes in two trees, one coding on each of six passages, and a report, a saved analysis and a saved query a code. */
async function study(): Promise<Engine> {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'Ward', text: 'one two three four five six seven eight nine ten eleven twelve' });
  const tree = [['pay', null], ['rest', null], ['rota', 0], ['trust', 0], ['rota', 1], ['pay', 1]] as const;
  const made: number[] = [];
  for (const [called, above] of tree) made.push((await engine.call('code.create', { name: called, facet: 'theme', parent: above === null ? null : made[above]! })).code);
  for (const [index, code] of made.entries()) await engine.call('coding.apply', { document, start: index * 4, end: index * 4 + 3, codes: [{ code }] });
  const codes = await engine.call('code.list', {});
  const part = (kind: string, asked: Extract<NewPart, { type: 'exhibit' }>['asked']): NewPart => ({ type: 'exhibit', kind, asked });
  await engine.call('report.create', { name: 'Report', parts: codes.flatMap(({ path, uuid }) => [
    part('quotations', { code: path }), part('table', { rows: `code:${path}`, columns: 'document' }),
    part('table', { columns: 'document', filter: { query: { kind: 'coding', code: { uuid, name: path }, subcodes: false } } }),
  ]) });
  for (const { path } of codes) await engine.call('savedTable.save', { name: `Of ${path}`, kind: 'table', asked: { rows: path, columns: 'document' } });
  return engine;
}
/** Does it, where it can be done; answers with what was merged into what, by UUID. */
async function take(engine: Engine, given: Step): Promise<{ from: string; into: string } | null> {
  const codes = await engine.call('code.list', {});
  const at = (index: number) => codes[index % codes.length]!;
  const below = 'below' in given && given.below !== null ? at(given.below).id : null;
  switch (given.do) {
    case 'rename': await engine.call('code.change', { code: at(given.at).id, name: given.name }); return null;
    case 'move': await engine.call('code.move', { code: at(given.at).id, parent: below, facet: 'theme' }); return null;
    case 'add': await engine.call('code.create', { name: given.name, facet: 'theme', parent: below }); return null;
    case 'forget': await engine.call('code.change', { code: at(given.at).id, aliases: [] }); return null;
    case 'remove': await engine.call('code.remove', { code: at(given.at).id }); return null;
    case 'merge': await engine.call('code.merge', { code: at(given.at).id, into: at(given.into).id }); return { from: at(given.at).uuid, into: at(given.into).uuid };
  }
}
/** The code (by UUID) that each saved question asks for. */
async function asked(engine: Engine): Promise<(string | null)[]> {
  const codes = await engine.call('code.list', {});
  const [report] = await engine.call('report.list', {});
  const { parts } = await engine.call('report.read', { report: report!.id });
  const questions = [...parts.map((part) => ('kind' in part ? part : null)!), ...await engine.call('savedTable.list', {})];
  return Promise.all(questions.map(async ({ kind, asked: question }) => {
    const filter = (question as { filter?: { query: { code: { uuid: string } } } }).filter;
    if (filter) return codes.find(({ uuid }) => uuid === filter.query.code.uuid)?.uuid ?? null;
    const path = kind === 'quotations' ? (question as { code: string }).code : String((question as { rows: string }).rows).replace(/^code:/, '');
    try {
      // The first row of a table of a code and what is below it is that code.
      const table = await engine.call('table.make', { rows: `code:${path}`, columns: 'document' });
      return table.rows[0]!.codes[0]!.uuid;
    } catch { return null; }
  }));
}

const asWritten = async (engine: Engine) => JSON.stringify([await engine.call('report.read', { report: 1 }), (await engine.call('savedTable.list', {})).map(({ asked: question }) => question)]);

test('whatever a saved question asks for it asks for behind any change of the codebook: renamed, moved, its name given to another; merged, for what stays; and undo is exact', async () => {
  const engine = await study();
  const first = await asWritten(engine);
  const steps = async () => (await engine.call('history.list', { limit: 10_000 })).reduce((done, { kind }) => done + (kind === 'do' ? 1 : -1), 0);
  const beginning = await steps();
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (given) => {
    const states = [first];
    try {
      for (const each of given) {
        const before = await asked(engine);
        if ((await engine.call('code.list', {})).length === 0) break;
        const done = await steps();
        let merged: Awaited<ReturnType<typeof take>>;
        try { merged = await take(engine, each); } catch (error) { if (error instanceof Problem) continue; throw error; }
        if (await steps() > done) states.push(await asWritten(engine));
        const there = new Set((await engine.call('code.list', {})).map(({ uuid }) => uuid));
        const after = await asked(engine);
        before.forEach((uuid, index) => {
          if (uuid === null) return;
          if (there.has(uuid)) expect(after[index], JSON.stringify(each)).toBe(uuid);
          else if (uuid === merged?.from) expect(after[index], JSON.stringify(each)).toBe(merged.into);
          else if (merged) expect(after[index], JSON.stringify(each)).not.toBeNull();
        });
      }
      for (const state of states.toReversed().slice(1)) {
        await engine.call('history.undo', {});
        expect(await asWritten(engine)).toBe(state);
      }
    } finally { while (await steps() > beginning) await engine.call('history.undo', {}); }
  }), { numRuns: 40, seed: 7 });
});
