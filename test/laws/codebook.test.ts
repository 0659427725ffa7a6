import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { facets } from '../../shared/model/schema.ts';
import { callWith } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

const exported = async (engine: Engine) => ((await engine.call('codebook.export', { format: 'csv' })) as IncomingFile).bytes;
const words = fc.oneof(fc.constantFrom('', '=1+1', '-2', 'say "so", or not', 'two\nlines', ' spaced ', '’=', "'=x", '定义，含逗号', '\ttab'), fc.string({ maxLength: 12, unit: fc.constantFrom('a', ';', ',', '"', "'", '\n', ' ', '=', '累') }));
const name = fc.constantFrom('pay', '=pay', '-load', '@home', '工作', 'a, b', '"so"', 'Ä', '+', 'x:y');
const code = fc.record({
  name, facet: fc.constantFrom(...facets), below: fc.option(fc.nat(6)), definition: words, include: words, exclude: words, example: words, colour: fc.constantFrom('1', '12', '#00ff7f'),
  scale: fc.uniqueArray(fc.record({ value: fc.integer({ min: -3, max: 3 }), anchor: fc.constantFrom('', 'heavy', ' a: b', '很重') }), { maxLength: 3, selector: (step) => step.value }),
});

test('a codebook that is exported as CSV and imported into an empty study is exported as the same file', async () => {
  await fc.assert(fc.asyncProperty(fc.array(code, { minLength: 1, maxLength: 8 }), async (codes) => {
    const engine = newStudy();
    const made: number[] = [];
    for (const { below, facet, ...fields } of codes) {
      const parent = below === null || made.length === 0 ? null : made[below % made.length]!;
      await engine.call('code.create', { ...fields, facet, parent }).then(({ code: id }) => made.push(id), () => {});
    }
    // One of them gets another name to be found by, which a later code may bear itself.
    if (made.length > 1) await engine.call('code.merge', { code: made.at(-1)!, into: made[0]! }).catch(() => {});
    const file = await exported(engine);
    const other = newStudy();
    // The preview says what the import then does.
    const said = await callWith(other, { 'codebook.csv': file }, 'codebook.preview', { handle: 'codebook.csv' });
    expect(await callWith(other, { 'codebook.csv': file }, 'codebook.import', { handle: 'codebook.csv' })).toEqual({ added: said.added, rows: said.rows.length });
    const again = await exported(other);
    expect(new TextDecoder().decode(again)).toBe(new TextDecoder().decode(file));
    // Once more changes nothing.
    expect((await callWith(other, { 'codebook.csv': file }, 'codebook.preview', { handle: 'codebook.csv' })).rows.every((row) => row.becomes === 'same')).toBe(true);
    expect(await callWith(other, { 'codebook.csv': file }, 'codebook.import', { handle: 'codebook.csv' })).toMatchObject({ added: 0 });
    expect(await exported(other)).toEqual(again);
    engine.close();
    other.close();
  }), { numRuns: 45, seed: 20261122 });
}, 60_000);
