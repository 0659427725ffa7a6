import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { newStudy } from '../helpers/study.ts';

type Condition = InputOf<'query.count'>['queries'][number];
const text = 'We fill in forms every night and nobody reads them. The pay is late again this year.';
const facets = ['stakeholder', 'dimension', 'conflict', 'theme'] as const;
const names = [...facets.map((facet) => `a ${facet}`), 'another theme'];
const given = fc.record({ who: fc.constantFrom('Lin', 'Wei'), start: fc.nat(60), length: fc.integer({ min: 1, max: 20 }), code: fc.nat(4), rating: fc.option(fc.integer({ min: -2, max: 2 })) });

/** A study in which only codings by these coders were made. */
async function studyOf(codings: readonly { who: string; start: number; length: number; code: number; rating: number | null }[]): Promise<Engine> {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'one', text });
  for (const name of names) await engine.call('code.create', { name, facet: facets.find((facet) => name.endsWith(facet))! });
  const codes = await engine.call('code.list', {});
  for (const { who, start, length, code, rating } of codings) {
    const chosen = codes.find(({ name }) => name === names[code])!.id;
    await engine.ask('coding.apply', { document, start, end: start + length, codes: [{ code: chosen, ...(names[code] === 'a dimension' && rating !== null ? { rating } : {}) }] }, { who });
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
      const cells = async (engine: Engine, more: object) => (await engine.call('table.make', { columns: 'document', count, speakers: 'all', ...more })).cells;
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
    const told = async (engine: Engine, seen: { coder?: number }) => ({
      codes: (await engine.call('code.list', seen)).map(({ name, codings, documents }) => [name, codings, documents]), documents: (await engine.call('document.list', seen)).map(({ name, codings, coded }) => [name, codings, coded]),
      lines: await engine.call('document.lines', seen), study: (await engine.call('project.read', seen)).codings, people: (await engine.call('participant.spoken', seen)).map(({ codings }) => codings),
    });
    expect(await told(both, { coder })).toEqual(await told(alone, {}));
    const others = new Set(all.filter(({ who }) => who === 'Wei').map(({ start, length, code }) => [start, length, code].join())).size;
    expect((await both.call('code.removal', { code: (await both.call('code.list', {})).map(({ id }) => id), coder })).hidden).toBe(others);
    const idOf = new Map((await both.call('code.list', {})).map(({ name, id }) => [name, id]));
    const merged = async (engine: Engine, seen: { coder?: number }) => ({ ...await engine.call('code.mergePreview', { code: idOf.get('a theme')!, into: idOf.get('another theme')!, ...seen }), hidden: 0 });
    expect(await merged(both, { coder })).toEqual(await merged(alone, {}));
    for (const { id: code } of await both.call('code.list', {})) {
      const ofCode = async (engine: Engine, seen: { coder?: number }) => ({ ratings: await engine.call('code.ratings', { code, ...seen }), along: { ...await engine.call('code.removal', { code, ...seen }), hidden: 0 }, walked: (await engine.call('code.codings', { code, limit: 50, ...seen })).length, count: await engine.call('code.count', { code, ...seen }) });
      expect(await ofCode(both, { coder })).toEqual(await ofCode(alone, {}));
      const quoted = async (engine: Engine, more: object) => (await engine.call('code.excerpts', { code, limit: 50, ...more })).map(({ quotation, coder: who, rating }) => [quotation, who, rating]);
      expect(await quoted(both, { coder })).toEqual(await quoted(alone, {}));
      expect((await both.call('code.count', { code, coder })).codings).toBe((await quoted(alone, {})).length);
      const cell = async (engine: Engine, more: object) => (await engine.call('table.quotations', { columns: 'document', speakers: 'all', row: [String(code)], column: ['1'], ...more })).quotations.flatMap(({ codings }) => codings).map(({ quotation, coder: who }) => [quotation, who]);
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

/** Two themes; Lin and Wei have both, one passage each together, and each has a clash that names the stakeholder. */
async function twoCoders() {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'one', text });
  const ids: Record<string, number> = {};
  for (const [name, facet] of [['tired', 'theme'], ['worn', 'theme'], ['nurses', 'stakeholder'], ['sisters', 'stakeholder'], ['clash', 'conflict']] as const) ids[name] = (await engine.call('code.create', { name, facet })).code;
  const code = async (who: string, start: number, name: string, more: object = {}) => engine.ask('coding.apply', { document, start, end: start + 5, codes: [{ code: ids[name]!, ...more }] }, { who });
  for (const [who, start] of [['Lin', 0], ['Wei', 0], ['Wei', 20]] as const) await code(who, start, 'tired');
  await code('Wei', 20, 'worn');
  for (const who of ['Lin', 'Wei']) await code(who, 40, 'clash', { party: ids['sisters'] });
  await code('Wei', 60, 'sisters');
  return { engine, ids, lin: (await engine.call('coder.list', {})).find(({ name }) => name === 'Lin')!.id };
}

test('while coding blind, merging tells how many hidden codings of others change too, each once, and nothing of what they say', async () => {
  const { engine, ids, lin } = await twoCoders();
  expect(await engine.call('code.mergePreview', { code: ids['tired']!, into: ids['worn']!, coder: lin })).toMatchObject({ codings: 1, coinciding: 0, hidden: 2 });
  expect(await engine.call('code.mergePreview', { code: ids['tired']!, into: ids['worn']! })).toMatchObject({ codings: 3, coinciding: 1, hidden: 0 });
  // Wei's clash and her coding of the stakeholder.
  expect(await engine.call('code.mergePreview', { code: ids['sisters']!, into: ids['nurses']!, coder: lin })).toMatchObject({ codings: 0, parties: 1, hidden: 2 });
  expect(await engine.call('code.mergePreview', { code: ids['tired']!, into: ids['worn']!, coder: 0 })).toMatchObject({ codings: 0, coinciding: 0, hidden: 3 });
});
test('a list of documents and a codebook that count one coder’s codings say whose they are, and count no other’s', async () => {
  const { engine, lin } = await twoCoders();
  const sheet = async (input: Partial<InputOf<'document.export'>>) => new TextDecoder().decode((await engine.call('document.export', input)).bytes);
  expect(await sheet({})).toMatch(/^\ufeff?Title,Speakers,Turns,Words,Codings,Coded %\r\none,,1,\d+,7,/);
  expect(await sheet({ coder: lin })).toMatch(/^\ufeff?Title,Speakers,Turns,Words,Codings \(coder: Lin\),Coded % \(coder: Lin\)\r\none,,1,\d+,2,/);
  expect(await sheet({ coder: lin, language: 'zh' })).toContain('（编码员：Lin）');
  const book = async (input: Partial<InputOf<'codebook.export'>>) => new TextDecoder().decode((await engine.call('codebook.export', { format: 'md', ...input })).bytes);
  expect(await book({})).toContain('### tired\n\n3 codings');
  expect(await book({ coder: lin })).toMatch(/^# .*\n\n\(coder: Lin\)\n[^]*### tired\n\none coding/);
});

test('while coding blind, a corrected version and the history of a text tell of others’ codings only how many there are', async () => {
  const { engine, lin } = await twoCoders();
  const after = text.replace('We fill', 'Fill').replace(text.slice(20, 25), 'late');
  const told = async (seen: { coder?: number }) => (await engine.call('document.replacePreview', { document: 1, text: after, turns: 'kept', ...seen })).items.map(({ before, codings, hidden }) => [before.start, codings.map(({ name, coder }) => `${name}, ${coder}`), hidden]);
  expect(await told({})).toEqual([[0, ['tired, Lin', 'tired, Wei'], 0], [20, ['tired, Wei', 'worn, Wei'], 0]]);
  expect(await told({ coder: lin })).toEqual([[0, ['tired, Lin'], 1], [20, [], 2]]);
  const from = (await engine.call('history.list', { limit: 1 }))[0]!.seq;
  await engine.call('document.edit', { document: 1, splices: [{ at: 20, removed: text.slice(20, 25), inserted: '' }, { at: 0, removed: 'We ', inserted: '' }] });
  const hurt = async (seen: { coder?: number }) => (await engine.call('document.compare', { document: 1, from, to: null, ...seen })).hurt.map(({ before, codes, hidden }) => [before, codes.map(({ name }) => name), hidden]);
  expect(await hurt({})).toEqual([['We fi', ['tired'], 0], [text.slice(20, 25), ['tired', 'worn'], 0]]);
  expect(await hurt({ coder: lin })).toEqual([['We fi', ['tired'], 1], [text.slice(20, 25), [], 2]]);
});
