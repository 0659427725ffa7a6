import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyCode, findIn } from '../../renderer/views/codebook/filter.ts';
import type { Code } from '../../renderer/views/codebook/tree.ts';
import { facets } from '../../shared/model/schema.ts';

/** Parents come before their children, as in the codebook. */
const codebook = fc.array(fc.record({ name: fc.constantFrom('Pay', 'night work', '夜班', 'Trust'), definition: fc.constantFrom('', 'What they EARN', '晚上'), alias: fc.constantFrom('', 'wages'), facet: fc.constantFrom(...facets), below: fc.option(fc.nat(9)), codings: fc.nat(1) }), { maxLength: 12 })
  .map((list) => list.reduce<Code[]>((codes, { below, alias, ...each }) => {
    const parent = below === null || codes.length === 0 ? null : codes[below % codes.length]!;
    return [...codes, { ...each, facet: parent?.facet ?? each.facet, id: codes.length + 1, parent: parent?.id ?? null, aliases: alias === '' ? [] : [alias], include: '', exclude: '', example: '' } as unknown as Code];
  }, []));
const asked = fc.record({ typed: fc.constantFrom('', 'PAY', 'earn', 'wages  pay', '夜', 'nothing of the kind'), facet: fc.option(fc.constantFrom(...facets)), set: fc.option(fc.constant(1)), only: fc.uniqueArray(fc.constantFrom('unused', 'undefined', 'here')).map((list) => new Set(list)) } as const);

test('what a filter shows is what it finds and all that stands above, in the order of the codebook; each found code fits, each other one does not', () => {
  fc.assert(fc.property(codebook, asked, fc.uniqueArray(fc.nat(12)), fc.uniqueArray(fc.nat(12)), (codes, wanted, inSet, here) => {
    const known = { members: wanted.set === null ? null : new Set(inSet), here: new Set(here) };
    const { found, shown } = findIn(codes, wanted, known);
    const fits = (code: Code) => wanted.typed.toLowerCase().split(/\s+/).every((word) => [code.name, code.definition, ...code.aliases].join(' ').toLowerCase().includes(word))
      && (wanted.facet === null || code.facet === wanted.facet) && (wanted.set === null || inSet.includes(code.id))
      && (!wanted.only.has('unused') || code.codings === 0) && (!wanted.only.has('undefined') || code.definition === '') && (!wanted.only.has('here') || here.includes(code.id));
    expect(codes.filter(fits).map((code) => code.id)).toEqual(codes.filter((code) => found.has(code.id)).map((code) => code.id));
    const above = (code: Code): number[] => (code.parent === null ? [] : [code.parent, ...above(codes.find((each) => each.id === code.parent)!)]);
    const wantedRows = new Set(codes.filter((code) => found.has(code.id)).flatMap((code) => [code.id, ...above(code)]));
    expect(shown).toEqual(codes.filter((code) => wantedRows.has(code.id)));
  }), { numRuns: 400, seed: 20261122 });
});
test('nothing asked finds every code', () => {
  fc.assert(fc.property(codebook, (codes) => { expect(findIn(codes, everyCode, { members: null, here: new Set() }).shown).toEqual(codes); }));
});
