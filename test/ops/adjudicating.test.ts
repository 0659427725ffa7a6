import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { everything, newStudy, temporaryFolder } from '../helpers/study.ts';

const text = 'We fill in forms until nine. Nobody reads them. The pay is late again. 累了，没有人看表格。';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** Two coders of one interview: of one mind about the pay, not about the forms, and only Wei hears trust. Mei never saw it. */
async function twoCoders(folder = temporaryFolder()) {
  const engine = newStudy(folder);
  const { document } = await engine.call('document.create', { name: 'Ward', text });
  const code = async (name: string, facet: 'theme' | 'dimension' = 'theme') => (await engine.call('code.create', { name, facet })).code;
  const [forms, pay, trust, mood] = [await code('forms'), await code('pay'), await code('trust'), await code('mood', 'dimension')];
  const give = async (who: string, words: string, given: number, rating?: number) => (await engine.ask('coding.apply', { document, ...at(words), codes: [{ code: given, ...(rating === undefined ? {} : { rating }) }] }, { who })).value as { codings: number[]; passage: number };
  const ofLin = await give('Lin', 'fill in forms', forms);
  const ofWei = await give('Wei', 'forms until nine', forms);
  await give('Lin', 'The pay is late', pay);
  await give('Wei', 'The pay is late', pay);
  await give('Wei', 'Nobody reads them', trust);
  await give('Lin', '累了', mood, -1);
  await give('Wei', '累了', mood, -2);
  await give('Mei', 'elsewhere', pay).catch(() => undefined);
  const [lin = 0, wei = 0] = (await engine.call('coder.list', {})).map(({ id }) => id);
  return { engine, document, forms, pay, trust, mood, lin, wei, ofLin, ofWei, coders: [lin, wei] };
}
type Two = Awaited<ReturnType<typeof twoCoders>>;
const list = ({ engine, coders }: Pick<Two, 'engine' | 'coders'>, more: object = {}) => engine.call('agreement.disagreements', { coders, ...more });
const said = async (engine: Engine, document: number, coder: number) => {
  const names = new Map((await engine.call('code.list', {})).map(({ id, name }) => [id, name]));
  const now = (await engine.call('document.read', { document })).text;
  return (await engine.call('coding.list', { document })).filter((coding) => coding.coder === coder).map(({ code, start, end, rating }) => `${names.get(code)}: ${now.slice(start, end)}${rating === null ? '' : ` ${rating}`}`);
};
const layer = async (engine: Engine) => (await engine.call('coder.list', {})).find((coder) => coder.layer === 'consensus')!;

test('where coders differ: in place or in judgement, worst code first, with the words that differ', async () => {
  const two = await twoCoders();
  const found = await list(two);
  expect(found.codes.map(({ code, open, decided }) => [code.name, open, decided])).toEqual([['trust', 1, 0], ['forms', 1, 0], ['mood', 1, 0]]);
  expect(found).toMatchObject({ open: 3, decided: 0, total: 3, ready: 1 });
  const forms = found.rows.find(({ code }) => code === two.forms)!;
  expect(forms.differing.map(({ start, end }) => text.slice(start, end))).toEqual(['fill in ', ' until nine']);
  expect(forms).toMatchObject({ kind: 'place', ...at('fill in forms until nine'), decision: null, sides: [{ coder: two.lin, codings: [at('fill in forms')] }, { coder: two.wei, codings: [at('forms until nine')] }] });
  expect(found.rows.find(({ code }) => code === two.mood)).toMatchObject({ kind: 'judgement', differing: [] });
  expect((await list(two, { order: 'document' })).rows.map(({ code }) => code)).toEqual([two.forms, two.trust, two.mood]);
  // By turns (here the one line) they differ about nothing but trust and the rating; a segment needs a partner that covers nearly the same.
  expect((await list(two, { unit: 'turn' })).rows.map(({ code }) => code)).toEqual([two.trust, two.mood]);
  expect((await list(two, { unit: 'segment', overlap: 0.2 })).rows.map(({ code }) => code)).toEqual([two.trust, two.mood]);
  expect((await list(two, { unit: 'document' })).rows.map(({ code }) => code)).toEqual([two.trust]);
});

test('what is decided goes into a layer of its own; the originals stay, nobody counts twice, and undo takes exactly that back', async () => {
  const folder = temporaryFolder();
  const two = await twoCoders(folder);
  const { engine, document, coders, forms, trust, mood, lin, wei } = two;
  const counts = async (seen: object = {}) => ({ codes: (await engine.call('code.list', seen)).map(({ name, codings }) => [name, codings]), study: (await engine.call('project.read', seen)).codings, table: (await engine.call('table.make', { columns: 'document', ...seen })).cells, words: (await engine.call('words.table', { within: { code: 'trust' }, ...seen })).words, found: (await engine.call('query.find', { query: { kind: 'coding', facet: 'theme', subcodes: true }, ...seen })).total, excerpts: (await engine.call('excerpt.list', {})).length });
  const before = await counts();
  const item = (rows: Awaited<ReturnType<typeof list>>['rows'], code: number) => { const row = rows.find((each) => each.code === code)!; return { document, code, codings: row.sides.flatMap(({ codings }) => codings.map(({ id }) => id)) }; };
  const { rows } = await list(two);
  await engine.call('agreement.decide', { coders, verdict: 'both', items: [item(rows, forms)], note: 'one breath' });
  await engine.call('agreement.decide', { coders, verdict: 'coder', taken: wei, items: [item(rows, mood)] });
  await engine.call('agreement.decide', { coders, verdict: 'neither', items: [item(rows, trust)] });
  const consensus = await layer(engine);
  expect(await said(engine, document, consensus.id)).toEqual(['forms: fill in forms until nine', 'mood: 累了 -2']);
  expect(await engine.call('agreement.adopt', { coders })).toEqual({ agreements: 1 });
  expect(await said(engine, document, consensus.id)).toEqual(['forms: fill in forms until nine', 'pay: The pay is late', 'mood: 累了 -2']);
  expect(await engine.call('agreement.adopt', { coders })).toEqual({ agreements: 0 });
  // People's codings are counted as before; the layer by itself when it is asked for.
  expect(await counts()).toEqual(before);
  const alone = await counts({ coder: consensus.id });
  expect([alone.codes, alone.study, alone.found]).toEqual([[['mood', 1], ['forms', 1], ['pay', 1], ['trust', 0]], 3, 2]);
  expect((await engine.call('table.make', { columns: 'coder' })).columns.map(({ labels }) => labels[0])).toEqual(['Lin', 'Wei']);
  expect(await list(two)).toMatchObject({ open: 0, decided: 3, ready: 0, rows: [] });
  expect((await list(two, { show: 'decided', order: 'document' })).rows.map(({ decision }) => [decision!.verdict, decision!.note, decision!.taken, decision!.outdated])).toEqual([['both', 'one breath', null, false], ['neither', '', null, false], ['coder', '', wei, false]]);
  // Each decision is one step: undoing all of them leaves the study as it was, but for what the history says.
  for (let step = 0; step < 4; step++) await engine.call('history.undo', {});
  expect((await engine.call('coder.list', {})).map(({ name }) => name)).toEqual(['Lin', 'Wei']);
  expect((await list(two)).open).toBe(3);
  engine.close();
  const rest = everything(join(folder, 'study.concord'));
  expect([rest['adjudications'], rest['codings']!.length]).toEqual([[], 7]);
  void lin;
});

test('a decision comes back when an original changes, not when the words around or inside it are corrected', async () => {
  const two = await twoCoders();
  const { engine, document, coders, forms, wei } = two;
  const codings = [...two.ofLin.codings, ...two.ofWei.codings];
  await engine.call('agreement.decide', { coders, verdict: 'both', items: [{ document, code: forms, codings }] });
  const open = async () => (await list(two)).rows.some(({ code }) => code === forms);
  expect(await open()).toBe(false);
  await engine.call('document.edit', { document, splices: [{ at: 0, removed: '', inserted: 'So. ' }] });
  await engine.call('document.edit', { document, splices: [{ at: at('in forms').start + 4, removed: 'in', inserted: 'in the' }] });
  expect(await open()).toBe(false);
  const consensus = await layer(engine);
  expect(await said(engine, document, consensus.id)).toEqual(['forms: fill in the forms until nine']);
  const { start, end } = (await engine.call('coding.list', { document })).find(({ coder, code }) => coder === wei && code === forms)!;
  await engine.call('passage.resize', { passage: two.ofWei.passage, start, end: end - 5 });
  expect((await list(two)).rows.find(({ code }) => code === forms)!.decision).toMatchObject({ verdict: 'both', outdated: true });
  await engine.call('history.undo', {});
  expect(await open()).toBe(false);
  // All that was decided about is gone: only the consensus has it, and that is to be decided.
  await engine.call('coding.remove', { codings });
  const gone = (await list(two)).rows.find(({ code }) => code === forms)!;
  expect(gone).toMatchObject({ kind: 'gone', sides: [], decision: { outdated: true } });
  await engine.call('agreement.decide', { coders, verdict: 'neither', items: [{ document, code: forms, codings: [], earlier: gone.decision!.id }] });
  expect(await said(engine, document, consensus.id)).toEqual([]);
  expect(await open()).toBe(false);
});

test('deciding again replaces what was decided, coding anew takes its own words, and reopening brings it back to the list', async () => {
  const two = await twoCoders();
  const { engine, document, coders, forms, lin } = two;
  const items = [{ document, code: forms, codings: [...two.ofLin.codings, ...two.ofWei.codings] }];
  await engine.call('agreement.decide', { coders, verdict: 'coder', taken: lin, items });
  await engine.call('agreement.decide', { coders, verdict: 'anew', places: [at('forms')], items });
  const consensus = await layer(engine);
  expect(await said(engine, document, consensus.id)).toEqual(['forms: forms']);
  const { rows } = await list(two, { show: 'decided' });
  expect(rows.map(({ decision }) => decision!.verdict)).toEqual(['anew']);
  // Other words with another code: what the decision made is told with it, and goes with it.
  await engine.call('agreement.decide', { coders, verdict: 'anew', places: [{ ...at('forms until'), code: two.mood, rating: 1 }], note: 'rather a mood', items });
  expect(await said(engine, document, consensus.id)).toEqual(['mood: forms until 1']);
  expect((await list(two, { show: 'decided' })).rows.map(({ code, decision, consensus: made }) => [code, decision!.verdict, decision!.note, made])).toEqual([[two.forms, 'anew', 'rather a mood', [{ ...at('forms until'), code: two.mood, rating: 1 }]]]);
  await engine.call('history.undo', {});
  await engine.call('agreement.reopen', { decisions: [rows[0]!.decision!.id] });
  expect(await said(engine, document, consensus.id)).toEqual([]);
  expect((await list(two)).open).toBe(3);
  await engine.call('coding.remove', { codings: two.ofWei.codings });
  await expect(engine.call('agreement.decide', { coders, verdict: 'both', items })).rejects.toMatchObject({ code: 'disagreement-changed' });
  await expect(engine.call('agreement.decide', { coders, verdict: 'coder', items: [{ ...items[0]!, codings: two.ofLin.codings }] })).rejects.toMatchObject({ code: 'bad-input' });
});

test('somebody who never coded a document did not disagree; who finished it and found nothing did', async () => {
  const { engine, document, lin } = await twoCoders();
  const { codings } = (await engine.ask('coding.apply', { document: (await engine.call('document.create', { name: 'Other', text })).document, start: 0, end: 5, codes: [{ code: 1 }] }, { who: 'Mei' })).value as { codings: number[] };
  const mei = (await engine.call('coder.list', {})).find(({ name }) => name === 'Mei')!.id;
  const asked = { coders: [lin, mei] };
  expect(await engine.call('agreement.table', asked)).toMatchObject({ documents: [], leftOut: [{ name: 'Other', coders: [lin] }, { name: 'Ward', coders: [mei] }], overall: { percent: { value: null, reason: expect.any(String) as string } } });
  await engine.ask('document.finish', { document }, { who: 'Mei' });
  const found = await engine.call('agreement.table', asked);
  expect(found.documents.map(({ name }) => name)).toEqual(['Ward']);
  expect(found.rows.find(({ item }) => item.label === 'forms')).toMatchObject({ coded: [13, 0], everybody: 0, kappa: { value: 0 } });
  // Coding blind, she is told of what she has finished, and of nothing else.
  expect((await engine.call('agreement.table', { ...asked, coder: mei })).documents.map(({ name }) => name)).toEqual(['Ward']);
  expect((await engine.call('agreement.disagreements', { ...asked, coder: mei })).open).toBe(3);
  await engine.ask('document.resume', { document }, { who: 'Mei' });
  const blind = await engine.call('agreement.disagreements', { ...asked, worked: 'any', coder: mei });
  expect(blind).toMatchObject({ open: 0, rows: [], ready: 0 });
  expect(blind.leftOut.map(({ name, why }) => [name, why])).toEqual([['Other', 'notFinished'], ['Ward', 'notFinished']]);
  await engine.call('coding.remove', { codings });
});

test('by words: Chinese ones as the dictionary splits them, each coded where any of it is; a full stop or a blank more is none', async () => {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'Ward', text: '医院管理者。 wait for pay.' });
  const { code } = await engine.call('code.create', { name: 'who', facet: 'stakeholder' });
  await engine.ask('coding.apply', { document, start: 0, end: 2, codes: [{ code }] }, { who: 'Lin' });
  await engine.ask('coding.apply', { document, start: 0, end: 7, codes: [{ code }] }, { who: 'Wei' });
  const coders = (await engine.call('coder.list', {})).map(({ id }) => id);
  expect(await engine.call('agreement.table', { coders, unit: 'word' })).toMatchObject({ length: 5, rows: [{ coded: [1, 2], everybody: 1, units: 5, percent: { value: 0.8 } }] });
  await engine.call('passage.resize', { passage: (await engine.call('coding.list', { document })).find(({ end }) => end === 2)!.passage, start: 0, end: 5 });
  expect(await engine.call('agreement.disagreements', { coders, unit: 'word' })).toMatchObject({ open: 0 });
  expect(await engine.call('agreement.disagreements', { coders })).toMatchObject({ open: 1 });
});
