import { describe, expect, test } from 'vitest';
import { openStudy, type Engine } from '../../electron/core/engine.ts';
import { codedStudy, everything, newStudy } from '../helpers/study.ts';

const codebook = async (engine: Engine) => (await engine.call('code.list', {})).map(({ path, facet }) => `${facet}: ${path}`);
const create = async (engine: Engine, name: string, parent: number | null = null, facet: 'theme' | 'dimension' | 'stakeholder' | 'conflict' = 'theme') => (await engine.call('code.create', { name, facet, parent })).code;

describe('names are taken once below a parent and a facet', () => {
  test.each([['in other case', 'PAY'], ['with spaces to spare', '  pay '], ['in full width', 'ｐａｙ'], ['with unseen characters', 'p\u200Bay']])('%s', async (_what, name) => {
    const engine = newStudy();
    await create(engine, 'pay');
    await expect(create(engine, name)).rejects.toMatchObject({ code: 'name-taken' });
    expect(await codebook(engine)).toEqual(['theme: pay']);
  });
  test('composed or not; elsewhere they are free; renaming a code to its own name in other case is no clash', async () => {
    const engine = newStudy();
    const code = await create(engine, 'Cafe\u0301');
    await expect(create(engine, 'CAFÉ')).rejects.toMatchObject({ code: 'name-taken', values: { name: 'CAFÉ' } });
    await create(engine, 'café', null, 'dimension');
    await create(engine, 'café', code);
    await engine.call('code.change', { code, name: 'CAFÉ' });
    expect(await codebook(engine)).toEqual(['dimension: café', 'theme: CAFÉ', 'theme: CAFÉ > café']);
    await expect(engine.call('code.change', { code: await create(engine, 'tea'), name: 'Café' })).rejects.toMatchObject({ code: 'name-taken' });
    for (const name of ['', '  ', '\u200B', 'x'.repeat(401), '\uD800']) await expect(create(engine, name)).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('moving', () => {
  async function family() {
    const engine = newStudy();
    const [home, work] = [await create(engine, 'home'), await create(engine, 'work', null, 'dimension')];
    const kids = await create(engine, 'kids', home);
    const school = await create(engine, 'school', kids);
    return { engine, home, work, kids, school };
  }
  test('takes what is below along, into the facet of the new place', async () => {
    const { engine, work, kids } = await family();
    await engine.call('code.move', { code: kids, parent: work, facet: 'theme' });
    expect(await codebook(engine)).toEqual(['dimension: work', 'dimension: work > kids', 'dimension: work > kids > school', 'theme: home']);
    await engine.call('code.move', { code: kids, parent: null, facet: 'conflict' });
    expect(await codebook(engine)).toEqual(['dimension: work', 'conflict: kids', 'conflict: kids > school', 'theme: home']);
    await engine.call('history.undo', {});
    await engine.call('history.undo', {});
    expect(await codebook(engine)).toEqual(['dimension: work', 'theme: home', 'theme: home > kids', 'theme: home > kids > school']);
  });
  test('never below itself, and not to where its name is taken', async () => {
    const { engine, home, kids, school } = await family();
    for (const parent of [home, kids, school]) await expect(engine.call('code.move', { code: home, parent, facet: 'theme' })).rejects.toMatchObject({ code: 'code-into-itself', values: { name: 'home' } });
    const other = await create(engine, 'HOME', null, 'dimension');
    await expect(engine.call('code.move', { code: home, parent: null, facet: 'dimension' })).rejects.toMatchObject({ code: 'name-taken' });
    await engine.call('code.move', { code: other, parent: kids, facet: 'theme' });
    await expect(engine.call('code.move', { code: 99, parent: null, facet: 'theme' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(engine.call('code.move', { code: home, parent: 99, facet: 'theme' })).rejects.toMatchObject({ code: 'not-found' });
  });
  test('before another, to the end, and again to where it is', async () => {
    const engine = newStudy();
    const codes = [];
    for (const name of ['a', 'b', 'c', 'd']) codes.push(await create(engine, name));
    const [a, b, , d] = codes as [number, number, number, number];
    await engine.call('code.move', { code: d, parent: null, facet: 'theme', before: b });
    expect(await codebook(engine)).toEqual(['theme: a', 'theme: d', 'theme: b', 'theme: c']);
    await engine.call('code.move', { code: a, parent: null, facet: 'theme' });
    expect(await codebook(engine)).toEqual(['theme: d', 'theme: b', 'theme: c', 'theme: a']);
    await engine.call('code.remove', { code: b });
    await create(engine, 'e');
    expect(await codebook(engine)).toEqual(['theme: d', 'theme: c', 'theme: a', 'theme: e']);
  });
});

test('new codes of a facet take its twelve colours in turn, and only colours are colours', async () => {
  const engine = newStudy();
  for (let index = 0; index < 13; index++) await create(engine, `c${index}`);
  expect((await engine.call('code.list', {})).map(({ colour }) => colour)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '1']);
  await engine.call('code.change', { code: 1, colour: '#00ff7f' });
  for (const colour of ['red', '13', '#00F', 'url(x)', '#00ff7f;x']) await expect(engine.call('code.change', { code: 1, colour })).rejects.toMatchObject({ code: 'bad-input' });
});

/** A study in which everything hangs on everything: codes below each other, parties, memos on all of it. */
async function entangled() {
  const study = await codedStudy('We were [home: so [kids: tired]] and [pay: poor].');
  const { engine, document, codes } = study;
  const [home, kids, pay] = [codes.get('home')!, codes.get('kids')!, codes.get('pay')!];
  await engine.call('code.move', { code: kids, parent: home, facet: 'stakeholder' });
  await engine.call('code.move', { code: home, parent: null, facet: 'stakeholder' });
  await engine.call('code.move', { code: pay, parent: null, facet: 'conflict' });
  const coding = async (code: number) => (await engine.call('coding.list', { document })).find((each) => each.code === code)!;
  await engine.call('coding.change', { coding: (await coding(pay)).id, party: home, counterparty: kids });
  for (const [about, target] of [['codes', home], ['codes', pay], ['codings', (await coding(kids)).id], ['passages', (await coding(home)).passage], ['documents', document], ['project', 1]] as const)
    await engine.call('memo.write', { about, target, text: `on ${about}` });
  return { ...study, home, kids, pay, coding };
}

test('what removing a code takes along is what was said it would, and all of it comes back', async () => {
  const { engine, document, home, pay } = await entangled();
  const said = await engine.call('code.removal', { code: home });
  expect(said).toEqual({ codes: 2, codings: 2, documents: 1, memos: 2, register: [], hidden: 0 });
  engine.close();
  const before = everything(engine.file);
  const again = openStudy(engine.file, { who: 'Lin' });
  expect(await again.call('code.remove', { code: home })).toEqual({ name: 'home', ...said });
  const count = async () => ({ ...(({ codes, codings }) => ({ codes, codings }))(await again.call('project.read', {})), memos: (await again.call('memo.list', {})).length });
  expect(await count()).toEqual({ codes: 1, codings: 1, memos: 4 });
  expect(await again.call('coding.list', { document })).toMatchObject([{ code: pay, party: null, counterparty: null }]);
  expect((await again.call('study.check', {})).findings).toEqual([]);
  await again.call('history.undo', {});
  again.close();
  expect(everything(engine.file)).toEqual(before);
});

describe('memos go with what they are about, and come back with it', () => {
  const memos = async (engine: Engine) => (await engine.call('memo.list', {})).map(({ text }) => text).toSorted();
  const all = ['on codes', 'on codes', 'on codings', 'on documents', 'on passages', 'on project'];
  test('with a document', async () => {
    const { engine, document } = await entangled();
    await engine.call('document.remove', { documents: [document] });
    expect(await memos(engine)).toEqual(['on codes', 'on codes', 'on project']);
    expect(await engine.call('project.read', {})).toMatchObject({ codings: 0, documents: 0, codes: 3 });
    await engine.call('history.undo', {});
    expect(await memos(engine)).toEqual(all);
  });
  test('with a coding; a passage that carries a memo outlives its last coding, and goes with its memo', async () => {
    const { engine, document, coding, home, kids } = await entangled();
    const [onHome, onKids] = [await coding(home), await coding(kids)];
    await engine.call('coding.remove', { codings: [onHome.id, onKids.id] });
    expect(await memos(engine)).toEqual(all.filter((text) => text !== 'on codings'));
    const memo = (await engine.call('memo.list', { about: 'passages' }))[0]!;
    expect(memo.target).toBe(onHome.passage);
    expect((await engine.call('study.check', {})).passages).toBe(2);
    await engine.call('memo.write', { memo: memo.id, about: 'passages', target: memo.target, text: '' });
    expect((await engine.call('study.check', {})).passages).toBe(1);
    await engine.call('history.undo', {});
    await engine.call('history.undo', {});
    expect(await memos(engine)).toEqual(all);
    expect(await engine.call('coding.list', { document })).toHaveLength(3);
  });
  test('with words that are deleted', async () => {
    const { engine, edit } = await entangled();
    await edit(' so tired', '');
    expect(await memos(engine)).toEqual(['on codes', 'on codes', 'on documents', 'on project']);
    await engine.call('history.undo', {});
    expect(await memos(engine)).toEqual(all);
  });
  test('a memo about nothing is refused', async () => {
    const { engine } = await entangled();
    for (const about of ['documents', 'codes', 'passages', 'codings', 'participants', 'project'] as const) await expect(engine.call('memo.write', { about, target: 99, text: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await engine.call('study.check', {})).findings).toEqual([]);
  });
});

test('documents have names of their own, also when they are renamed', async () => {
  const engine = newStudy();
  for (const text of ['a', 'b', 'c']) await engine.call('document.create', { name: 'Talk', text });
  const names = async () => (await engine.call('document.list', {})).map(({ name }) => name);
  expect(await names()).toEqual(['Talk', 'Talk (2)', 'Talk (3)']);
  await expect(engine.call('document.rename', { document: 2, name: ' TALK ' })).rejects.toMatchObject({ code: 'name-taken', values: { name: 'TALK' } });
  await engine.call('document.rename', { document: 1, name: 'talk' });
  expect(await names()).toEqual(['talk', 'Talk (2)', 'Talk (3)']);
});
