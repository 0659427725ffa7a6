import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { countableStudies } from '../helpers/countable.ts';
import { eachStudy } from '../helpers/eachStudy.ts';

/** All that counts codings, asked of people. */
async function counted(engine: Engine): Promise<unknown> {
  const tables = await Promise.all((['codings', 'passages', 'documents', 'participants', 'words', 'characters'] as const).flatMap((count) => ['document', 'coder', 'Group'].map(async (columns) => (await engine.call('table.make', { columns, count, speakers: 'all' })).cells)));
  const lists = [
    (await engine.call('code.list', {})).map(({ id, codings, documents }) => [id, codings, documents]), (await engine.call('document.list', {})).map(({ id, codings, coded }) => [id, codings, coded]), (await engine.call('project.read', {})).codings,
    await engine.call('participant.spoken', {}), (await engine.call('excerpt.list', {})).map(({ quotation, coder }) => [quotation, coder]), (await engine.call('query.find', { query: { kind: 'all', of: [] } })).total,
  ];
  const codes = await Promise.all((await engine.call('code.list', {})).map(async ({ id, path }) => [await engine.call('code.count', { code: id }), (await engine.call('code.excerpts', { code: id, limit: 50 })).length, (await engine.call('words.table', { within: { code: path }, speakers: 'all' })).words]));
  return { tables, lists, codes };
}
const rows = async (engine: Engine) => Promise.all((await engine.call('document.list', {})).map(async ({ id }) => (await engine.call('coding.list', { document: id })).map(({ id: coding, passage, code, coder, start, end }) => [coding, passage, code, coder, start, end])));

test('whatever is decided: no count of people’s codings changes, the decided leave the list, and undo takes exactly that back', () => eachStudy(fc.tuple(countableStudies, fc.constantFrom('coder', 'both', 'neither')).map(([study, verdict]) => ({ ...study, description: verdict })), { numRuns: 8, seed: 11 }, async (engine, study) => {
  const coders = (await engine.call('coder.list', {})).map(({ id }) => id);
  if (coders.length < 2) return;
  const [before, rowsBefore] = [await counted(engine), await rows(engine)];
  const asked = { coders, worked: 'any' as const };
  const { rows: open, ready } = await engine.call('agreement.disagreements', asked);
  const items = open.map(({ document, code, sides }) => ({ document, code, codings: sides.flatMap(({ codings }) => codings.map(({ id }) => id)) }));
  const verdict = study.description as 'coder' | 'both' | 'neither';
  if (items.length > 0) await engine.call('agreement.decide', { coders, verdict, ...(verdict === 'coder' ? { taken: coders[0]! } : {}), items });
  expect(await engine.call('agreement.adopt', asked)).toEqual({ agreements: ready });
  expect(await counted(engine)).toEqual(before);
  const layer = (await engine.call('coder.list', {})).find((coder) => coder.layer === 'consensus');
  expect(layer !== undefined).toBe(items.length + ready > 0);
  expect(await engine.call('agreement.disagreements', asked)).toMatchObject({ open: 0, decided: items.length, ready: 0 });
  // What both have, and what was decided to be coded, is there once; nobody's own coding moved.
  const own = (all: Awaited<ReturnType<typeof rows>>) => all.map((each) => each.filter((row) => row[3] !== layer?.id));
  expect(own(await rows(engine))).toEqual(rowsBefore);
  if (layer && verdict === 'neither') expect((await engine.call('project.read', { coder: layer.id })).codings).toBeGreaterThanOrEqual(ready);
  for (let step = 0; step < Number(items.length > 0) + Number(ready > 0); step++) await engine.call('history.undo', {});
  expect(await rows(engine)).toEqual(rowsBefore);
  expect(await counted(engine)).toEqual(before);
  expect(await engine.call('agreement.disagreements', asked)).toMatchObject({ open: items.length, decided: 0, ready });
}), 30_000);
