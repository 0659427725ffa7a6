import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { newStudy } from '../helpers/study.ts';

type Condition = InputOf<'query.count'>['queries'][number];
const text = 'We fill in forms every night and nobody reads them. The pay is late again this year.';
const facets = ['stakeholder', 'dimension', 'conflict', 'theme'] as const;
const given = fc.record({ who: fc.constantFrom('Lin', 'Wei'), start: fc.nat(60), length: fc.integer({ min: 1, max: 20 }), code: fc.nat(3), rating: fc.option(fc.integer({ min: -2, max: 2 })) });

/** A study in which only codings by these coders were made. */
async function studyOf(codings: readonly { who: string; start: number; length: number; code: number; rating: number | null }[]): Promise<Engine> {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'one', text });
  for (const facet of facets) await engine.call('code.create', { name: `a ${facet}`, facet });
  const codes = await engine.call('code.list', {});
  for (const { who, start, length, code, rating } of codings) {
    const chosen = codes.find(({ name }) => name === `a ${facets[code]}`)!.id;
    await engine.ask('coding.apply', { document, start, end: start + length, codes: [{ code: chosen, ...(facets[code] === 'dimension' && rating !== null ? { rating } : {}) }] }, { who });
  }
  return engine;
}
const part = { subcodes: true };
const queries: Condition[] = [
  { kind: 'all', of: [] }, ...facets.map((facet): Condition => ({ kind: 'coding', facet, subcodes: true })), { kind: 'halfCoded' }, { kind: 'triple', stakeholder: part, dimension: part },
  { kind: 'not', of: { kind: 'coding', facet: 'theme', subcodes: true } }, { kind: 'any', of: [{ kind: 'halfCoded' }, { kind: 'text', text: 'forms', wholeWord: false, matchCase: false }] },
];

test('asked for one coder’s codings, every count, list and file is that of a study in which nobody else coded', async () => {
  await fc.assert(fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 8 }), async (all) => {
    const [both, alone] = [await studyOf(all), await studyOf(all.filter(({ who }) => who === 'Lin'))];
    const coder = (await both.call('coder.list', {})).find(({ name }) => name === 'Lin')?.id ?? 0;
    for (const count of ['codings', 'passages', 'documents', 'participants', 'words'] as const) {
      const cells = async (engine: Engine, more: object) => (await engine.call('frequency.table', { by: 'document', count, speakers: 'all', ...more })).cells;
      expect(await cells(both, { coder })).toEqual(await cells(alone, {}));
    }
    expect(await both.call('query.count', { queries, coder })).toEqual(await alone.call('query.count', { queries }));
    const rows = async (engine: Engine, more: object) => {
      const { rows: found, total, of } = await engine.call('query.find', { query: { kind: 'all', of: [] }, ...more });
      return { total, of, found: found.map(({ start, end, codings }) => [start, end, codings.map(({ code, rating }) => [code, rating])]) };
    };
    expect(await rows(both, { coder })).toEqual(await rows(alone, {}));
    const choices = async (engine: Engine, more: object) => { const { codes, facets: of, halfCoded, unrated } = await engine.call('query.choices', { query: { kind: 'all', of: [] }, ...more }); return { codes, of, halfCoded, unrated }; };
    expect(await choices(both, { coder })).toEqual(await choices(alone, {}));
    for (const { id: code } of await both.call('code.list', {})) {
      const quoted = async (engine: Engine, more: object) => (await engine.call('code.excerpts', { code, limit: 50, ...more })).map(({ quotation, coder: who, rating }) => [quotation, who, rating]);
      expect(await quoted(both, { coder })).toEqual(await quoted(alone, {}));
      expect((await both.call('code.count', { code, coder })).codings).toBe((await quoted(alone, {})).length);
      const cell = async (engine: Engine, more: object) => (await engine.call('frequency.quotations', { by: 'document', speakers: 'all', code, key: 'one', ...more })).flat().map(({ quotation, coder: who }) => [quotation, who]);
      expect(await cell(both, { coder })).toEqual(await cell(alone, {}));
    }
  }), { numRuns: 25, seed: 20261122 });
}, 120_000);

test('a file of quotations that only holds one coder’s says whose they are, and holds no other’s', async () => {
  const engine = await studyOf([{ who: 'Lin', start: 0, length: 10, code: 3, rating: null }, { who: 'Wei', start: 20, length: 10, code: 3, rating: null }]);
  const [lin] = await engine.call('coder.list', {});
  const file = async (input: Partial<InputOf<'excerpt.export'>>) => new TextDecoder().decode((await engine.call('excerpt.export', { format: 'md', language: 'en', ...input })).bytes);
  for (const query of [undefined, { kind: 'all' as const, of: [] }]) {
    const asked = query ? { query } : {};
    expect(await file(asked)).toContain('Wei');
    const mine = await file({ coder: lin!.id, ...asked });
    expect(mine).toContain('We fill in');
    expect(mine).toContain('- *Coder:* Lin');
    expect(mine).not.toContain('Wei');
  }
  await expect(file({ coder: 0 })).rejects.toMatchObject({ code: 'nothing-to-export' });
});
