import { describe, expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { importSheet } from '../helpers/handing.ts';
import { codedStudy, newStudy } from '../helpers/study.ts';

type Fields = Partial<InputOf<'code.create'>>;
const create = async (engine: Engine, name: string, fields: Fields = {}) => (await engine.call('code.create', { name, facet: 'theme', ...fields })).code;
const paths = async (engine: Engine) => (await engine.call('code.list', {})).map(({ path }) => path);
const codeOf = async (engine: Engine, code: number) => (await engine.call('code.list', {})).find(({ id }) => id === code)!;
const nothing = { codings: 0, coinciding: 0, differing: 0, offScale: 0, memos: 0, moved: 0, merged: 0, parties: 0, bothSides: 0, register: [], joined: [], hidden: 0 };

test('codings go to the code that stays; where the coder has it on the passage already, two become one, as was said before', async () => {
  const { engine, codes, shown } = await codedStudy('We were [load: so [strain: [load: tired]]] of [strain: it].');
  const [load, strain] = [codes.get('load')!, codes.get('strain')!];
  expect(await engine.call('code.mergePreview', { code: strain, into: load })).toEqual({ ...nothing, codings: 2, coinciding: 1 });
  expect(await engine.call('code.merge', { code: strain, into: load })).toEqual({ code: 'strain', into: 'load', codings: 2, coinciding: 1 });
  expect(await shown()).toBe('We were [load: so [load: tired]] of [load: it].');
  expect(await paths(engine)).toEqual(['load']);
  await engine.call('history.undo', {});
  expect(await paths(engine)).toEqual(['load', 'strain']);
  await engine.call('history.redo', {});
  expect(await shown()).toBe('We were [load: so [load: tired]] of [load: it].');
});

/** A rated passage, once with each of two dimensions. */
async function rated(loadRating: number | null, strainRating: number, scale: readonly number[] = []) {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'P01', text: 'We were so tired.' });
  const load = await create(engine, 'load', { facet: 'dimension', scale: scale.map((value) => ({ value, anchor: '' })) });
  const strain = await create(engine, 'strain', { facet: 'dimension' });
  const codings: number[] = [];
  for (const [code, rating] of [[load, loadRating], [strain, strainRating]] as const) codings.push((await engine.call('coding.apply', { document, start: 8, end: 16, codes: [{ code, rating }] })).codings[0]!);
  return { engine, document, load, strain, codings: codings as [number, number] };
}
describe('ratings and memos of codings that become one', () => {
  const after = async ({ engine, document, load, strain }: Awaited<ReturnType<typeof rated>>) => {
    const said = await engine.call('code.mergePreview', { code: strain, into: load });
    await engine.call('code.merge', { code: strain, into: load });
    return { said, ratings: (await engine.call('coding.list', { document })).map(({ rating }) => rating), memos: (await engine.call('memo.list', {})).map(({ text }) => text) };
  };
  test('a different rating is written into the memo', async () => {
    expect(await after(await rated(1, -2))).toEqual({ said: { ...nothing, codings: 1, coinciding: 1, differing: 1 }, ratings: [1], memos: ['Merged from “strain”: Rating \u22122'] });
  });
  test('the same rating says nothing twice, and a missing one is filled', async () => {
    expect(await after(await rated(-2, -2))).toMatchObject({ said: { differing: 0 }, ratings: [-2], memos: [] });
    expect(await after(await rated(null, -2))).toMatchObject({ said: { differing: 0 }, ratings: [-2], memos: [] });
    expect(await after(await rated(null, 5, [-1, 0, 1]))).toMatchObject({ ratings: [null], memos: ['Merged from “strain”: Rating 5'] });
  });
  test('both memos are kept: of one author in one text, of two as two', async () => {
    const study = await rated(1, -2);
    const { engine, codings: [onLoad, onStrain] } = study;
    await engine.call('memo.write', { about: 'codings', target: onLoad, text: 'first' });
    await engine.call('memo.write', { about: 'codings', target: onStrain, text: 'second' });
    await engine.ask('memo.write', { about: 'codings', target: onStrain, text: 'from Wei' }, { who: 'Wei' });
    expect((await after(study)).memos).toEqual(['first\n\nsecond\n\nMerged from “strain”: Rating \u22122', 'from Wei']);
    expect((await engine.call('study.check', {})).findings).toEqual([]);
  });
  test('a rating that is not on the scale of the code that stays goes into the memo of its coding', async () => {
    const { engine, document, load, strain } = await rated(null, 5, [-1, 0, 1]);
    await engine.call('coding.apply', { document, start: 0, end: 2, codes: [{ code: strain, rating: 4 }, { code: load, rating: 1 }] });
    await engine.call('coding.apply', { document, start: 3, end: 7, codes: [{ code: strain, rating: 3 }] });
    expect(await engine.call('code.mergePreview', { code: strain, into: load })).toMatchObject({ codings: 3, coinciding: 2, differing: 2, offScale: 1 });
    await engine.call('code.merge', { code: strain, into: load, language: 'zh' });
    expect((await engine.call('memo.list', {})).map(({ text }) => text).toSorted()).toEqual(['并自“strain”：评分 3', '并自“strain”：评分 4', '并自“strain”：评分 5']);
  });
});

test('what stands below moves along; what is called as one there is merged too, all the way down', async () => {
  const engine = newStudy();
  const [work, job] = [await create(engine, 'work'), await create(engine, 'job')];
  const [pay, wage] = [await create(engine, 'pay', { parent: work }), await create(engine, 'PAY', { parent: job })];
  await create(engine, 'late', { parent: pay });
  await create(engine, 'Late', { parent: wage });
  await create(engine, 'cash', { parent: wage });
  await create(engine, 'hours', { parent: job });
  expect(await engine.call('code.mergePreview', { code: job, into: work })).toEqual({ ...nothing, moved: 2, merged: 2 });
  await engine.call('code.merge', { code: job, into: work });
  expect(await paths(engine)).toEqual(['work', 'work > pay', 'work > pay > late', 'work > pay > cash', 'work > hours']);
});

test('a code goes into the one above it, and its child of the same name takes its place', async () => {
  const engine = newStudy();
  const work = await create(engine, 'work');
  const pay = await create(engine, 'pay', { parent: work });
  await create(engine, 'pay', { parent: pay });
  await engine.call('code.merge', { code: pay, into: work });
  expect(await paths(engine)).toEqual(['work', 'work > pay']);
});

test('words of both are kept, the other’s under its name; a scale is taken over where there is none', async () => {
  const engine = newStudy();
  const scale = [{ value: -1, anchor: 'low' }, { value: 1, anchor: 'high' }];
  const load = await create(engine, 'load', { facet: 'dimension', definition: 'How much', include: 'hours' });
  const strain = await create(engine, 'strain', { facet: 'dimension', definition: 'How hard', exclude: 'pay', include: 'hours', scale });
  expect((await engine.call('code.mergePreview', { code: strain, into: load })).joined).toEqual(['definition']);
  await engine.call('code.merge', { code: strain, into: load });
  expect(await codeOf(engine, load)).toMatchObject({ definition: 'How much\n\nstrain: How hard', include: 'hours', exclude: 'pay', scale, aliases: ['strain'] });
});

test('a stakeholder that goes is a party under the other name; parties that differ are written down', async () => {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'P01', text: 'They never ask us.' });
  const [nurses, sisters, heads] = [await create(engine, 'nurses', { facet: 'stakeholder' }), await create(engine, 'sisters', { facet: 'stakeholder' }), await create(engine, 'heads', { facet: 'stakeholder' })];
  const [blame, quarrel] = [await create(engine, 'blame', { facet: 'conflict' }), await create(engine, 'quarrel', { facet: 'conflict' })];
  await engine.call('coding.apply', { document, start: 0, end: 4, codes: [{ code: blame, party: nurses, counterparty: sisters }, { code: quarrel, party: heads, counterparty: sisters }] });
  expect(await engine.call('code.mergePreview', { code: sisters, into: nurses })).toEqual({ ...nothing, parties: 2, bothSides: 1 });
  expect(await engine.call('code.mergePreview', { code: quarrel, into: blame })).toMatchObject({ coinciding: 1, differing: 1 });
  await engine.call('code.merge', { code: quarrel, into: blame });
  expect((await engine.call('memo.list', {})).map(({ text }) => text)).toEqual(['Merged from “quarrel”: Party heads']);
  await engine.call('code.merge', { code: sisters, into: nurses });
  expect(await engine.call('coding.list', { document })).toMatchObject([{ code: blame, party: nurses, counterparty: nurses }]);
});

test('only within a facet, never with itself, never into what stands below: in words, and nothing is changed', async () => {
  const engine = newStudy();
  const [pay, trust] = [await create(engine, 'pay'), await create(engine, 'trust', { facet: 'dimension' })];
  const below = await create(engine, 'wages', { parent: pay });
  for (const [into, code] of [[trust, 'merge-other-facet'], [pay, 'merge-with-itself'], [below, 'merge-into-below'], [99, 'not-found']] as const) {
    await expect(engine.call('code.mergePreview', { code: pay, into })).rejects.toMatchObject({ code });
    await expect(engine.call('code.merge', { code: pay, into })).rejects.toMatchObject({ code });
  }
  expect(await paths(engine)).toEqual(['trust', 'pay', 'pay > wages']);
});

describe('the name that went still leads to the code that stays', () => {
  const sheet = 'document,quote,code\nP01,so tired,';
  async function merged() {
    const engine = newStudy();
    await engine.call('document.create', { name: 'P01', text: 'We were so tired.' });
    const [work, impact] = [await create(engine, 'Work'), await create(engine, 'Impact')];
    const [heavy, load] = [await create(engine, 'Heavy', { parent: work }), await create(engine, 'Load', { parent: impact })];
    await create(engine, 'Nights', { parent: heavy });
    const strain = await create(engine, 'Strain', { parent: impact });
    await engine.call('code.merge', { code: heavy, into: load });
    await engine.call('code.merge', { code: strain, into: load });
    return { engine, load };
  }
  test.each([['Work > Heavy', 'Impact > Load'], ['work > heavy > NIGHTS', 'Impact > Load > Nights'], ['Impact > Strain', 'Impact > Load'], ['Impact > Strain > Nights', 'Impact > Load > Nights'], ['Strain', 'Impact > Load']])('%s is %s', async (path, stays) => {
    const { engine } = await merged();
    const before = await paths(engine);
    expect(await importSheet(engine, 'coding.import', `${sheet}${path}`)).toMatchObject({ added: 1, newCodes: 0 });
    expect((await engine.call('excerpt.list', { code: path })).map(({ code }) => code)).toEqual([stays]);
    expect(await paths(engine)).toEqual(before);
  });
  test('a code that is called so now comes first, and aliases go along with the next merge', async () => {
    const { engine, load } = await merged();
    expect((await codeOf(engine, load)).aliases).toEqual(['Work > Heavy', 'Strain']);
    const fresh = await create(engine, 'Strain', { parent: (await codeOf(engine, load)).parent });
    await importSheet(engine, 'coding.import', `${sheet}Impact > Strain`);
    expect((await engine.call('coding.list', { document: 1 })).map(({ code }) => code)).toEqual([fresh]);
    const other = await create(engine, 'Burden');
    await engine.call('code.merge', { code: load, into: other });
    expect((await codeOf(engine, other)).aliases).toEqual(['Impact > Load', 'Work > Heavy', 'Strain']);
  });
});
