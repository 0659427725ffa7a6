import { describe, expect, test } from 'vitest';
import { isProblemRecord } from '../../shared/model/problem.ts';
import { writeCsv, writeXlsx } from '../../electron/formats/sheet.ts';
import type { Engine } from '../../electron/core/engine.ts';
import { importAll, importSheet } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

const take = (engine: Engine, sheet: string | Uint8Array, file?: string) => importSheet(engine, 'coding.import', sheet, file);
const text = 'We were so tired that day.\n她说“累得说不出话来”。\nThe pay – they said – was “fair”.\nWe were so tired.';
async function talks(): Promise<Engine> {
  const engine = newStudy();
  await engine.call('document.create', { name: 'P01', text });
  await importAll(engine, { 'second talk.txt': 'I: How was it?\nR: We had no time at all.\nI: Why?\nR: Nobody asked.' });
  return engine;
}
/** All codings, as "document [quotation] code: facet, rating, party against counterparty, coder, memo". */
async function shown(engine: Engine): Promise<string[]> {
  return (await engine.call('excerpt.list', {})).map(({ document, quotation, code, facet, rating, party, counterparty, coder, memo }) =>
    `${document} [${quotation}] ${code}: ${[facet, rating, party && `${party} against ${counterparty}`, coder, memo].filter((part) => part !== null && part !== '').join(', ')}`);
}

test('a sheet of codings is taken in whole: by quotation or by place, with all that is said of them, in one step', async () => {
  const engine = await talks();
  const sheet = [
    'Document,Quote,Start,End,Code,Coder,Facet,Rating,Party,Counterparty,Memo',
    'P01,so tired that day,,,Strain > Fatigue,Lin,dimension,−2,,,"said ""quietly"""',
    'p01.TXT,累得说不出话来,,,Strain > Fatigue,Wei,,-1,,,',
    'second talk,,15,26,Time,Lin,维度,+1,,,',
    'second talk.txt,Nobody asked.,,,Pay conflict,Lin,,,Nurses,Managers,',
    'P01,pay,,,Pay,,theme,,,,',
    ',,,,,,,,,,',
  ].join('\n');
  expect(await take(engine, sheet)).toEqual({ added: 5, known: 0, newCodes: 7, several: [] });
  expect(await shown(engine)).toEqual([
    'P01 [so tired that day] Strain > Fatigue: dimension, -2, Lin, said "quietly"',
    'P01 [累得说不出话来] Strain > Fatigue: dimension, -1, Wei',
    'P01 [pay] Pay: theme, Lin',
    'second talk [had no time] Time: dimension, 1, Lin',
    'second talk [Nobody asked.] Pay conflict: conflict, Nurses against Managers, Lin',
  ]);
  expect((await engine.call('code.list', {})).map(({ path, facet }) => `${facet}: ${path}`)).toEqual(['stakeholder: Nurses', 'stakeholder: Managers', 'dimension: Strain', 'dimension: Strain > Fatigue', 'dimension: Time', 'conflict: Pay conflict', 'theme: Pay']);
  expect((await engine.call('history.list', { limit: 1 }))).toMatchObject([{ operation: 'coding.import', about: { count: 5 } }]);
  await engine.call('history.undo', {});
  expect(await engine.call('project.read', {})).toMatchObject({ codings: 0, codes: 0 });
  expect((await engine.call('memo.list', {}))).toEqual([]);
});

test('the same sheet again, and a row that stands in it twice, add nothing', async () => {
  const engine = await talks();
  const sheet = 'document,quote,code,coder\nP01,so tired,fatigue,Lin\nP01,so tired,FATIGUE ,lin\nP01,so tired,fatigue,Wei\n';
  expect(await take(engine, sheet)).toMatchObject({ added: 2, known: 1, newCodes: 1 });
  const steps = (await engine.call('history.list', {})).length;
  expect(await take(engine, sheet)).toMatchObject({ added: 0, known: 3, newCodes: 0 });
  expect(await engine.call('history.list', {})).toHaveLength(steps);
  expect(await engine.call('coding.list', { document: 1 })).toMatchObject([{ start: 8, end: 16, rating: null }, { start: 8, end: 16, rating: null }]);
});

describe('a quotation is found', () => {
  test.each([
    ['with other quotation marks and dashes', "The pay - they said - was \"fair\".", 'The pay – they said – was “fair”.'],
    ['over a line break that the sheet wrote as a space', 'tired that day. 她说', 'tired that day.\n她说'],
    ['in other case', 'WE WERE SO TIRED THAT', 'We were so tired that'],
  ])('%s', async (_what, quote, expected) => {
    const engine = await talks();
    await take(engine, writeCsv([['document', 'quote', 'code'], ['P01', quote, 'x']]));
    expect(await shown(engine)).toEqual([`P01 [${expected}] x: theme, Lin`]);
  });
  test('in its first place where it stands in several, and the rows are named', async () => {
    const engine = await talks();
    expect(await take(engine, 'document,quote,code\nP01,pay,x\nP01,We were so tired,x\n')).toMatchObject({ added: 2, several: [3] });
    expect(await engine.call('coding.list', { document: 1 })).toMatchObject([{ start: 0, end: 16 }, { start: 44, end: 47 }]);
  });
});

describe('rows that cannot be placed are named with their reason, and nothing at all is written', () => {
  const header = 'document,quote,start,end,code,facet,rating,party,counterparty';
  test.each<[string, string, string, object]>([
    ['a quotation that is not there', 'P01,so happy,,,x,,,,', 'quote-not-found', {}],
    ['a document that is not there', 'P09,so tired,,,x,,,,', 'no-such-document', { document: 'P09' }],
    ['no document', ',so tired,,,x,,,,', 'no-such-document', { document: '' }],
    ['no code', 'P01,so tired,,,,,,,', 'no-such-code', { code: '' }],
    ['a place outside', 'P01,,0,9000,x,,,,', 'span-outside', {}],
    ['an empty place', 'P01,,5,5,x,,,,', 'span-outside', {}],
    ['a place that is no number', 'P01,,five,9,x,,,,', 'span-outside', {}],
    ['a place where something else stands', 'P01,so happy,8,16,x,,,,', 'text-has-changed', {}],
    ['a facet that is none', 'P01,so tired,,,x,feeling,,,', 'no-such-facet', { facet: 'feeling' }],
    ['a facet that means something to the machine', 'P01,so tired,,,x,constructor,,,', 'no-such-facet', { facet: 'constructor' }],
    ['half a rating', 'P01,so tired,,,x,dimension,1.5,,', 'rating-not-whole', { rating: '1.5' }],
    ['a rating off the scale', 'P01,so tired,,,scaled,,3,,', 'rating-outside-scale', { code: 'scaled', rating: 3 }],
    ['a rated theme', 'P01,so tired,,,x,theme,1,,', 'rating-not-here', { code: 'x' }],
    ['a theme with parties', 'P01,so tired,,,x,theme,,nurses,', 'party-not-here', { code: 'x' }],
    ['a path in two facets', 'P01,so tired,,,both,,,,', 'ambiguous-code', { path: 'both' }],
  ])('%s', async (_what, row, reason, values) => {
    const engine = await talks();
    await engine.call('code.create', { name: 'scaled', facet: 'dimension', scale: [{ value: -1, anchor: '' }, { value: 1, anchor: '' }] });
    for (const facet of ['dimension', 'theme'] as const) await engine.call('code.create', { name: 'both', facet });
    const before = await engine.call('project.read', {});
    const failed = await take(engine, `${header}\nP01,so tired,,,new,,,,\n,,,,,,,,\n${row}\nP01,pay,,,new,,,,\n${row}\n`).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'rows-refused', values: { file: 'sheet.csv', refused: 2, reason, ...values } });
    const said = (failed as { values: Record<string, unknown> }).values;
    expect(isProblemRecord({ problem: reason, values: {} })).toBe(true);
    expect([said['row'], said['list'], said['rows']]).toEqual([4, '4, 6', 4]);
    expect(JSON.stringify(said)).not.toMatch(/so tired|so happy/);
    expect(await engine.call('project.read', {})).toEqual(before);
  });
  test('a facet settles which of two paths is meant, and a missing column is named', async () => {
    const engine = await talks();
    for (const facet of ['dimension', 'theme'] as const) await engine.call('code.create', { name: 'both', facet });
    expect(await take(engine, `${header}\nP01,so tired,,,both,dimension,,,\nP01,so tired,,,both,主题,,,\n`)).toMatchObject({ added: 2, newCodes: 0 });
    await expect(take(engine, 'document,quote\nP01,pay\n')).rejects.toMatchObject({ code: 'sheet-column-missing', values: { file: 'sheet.csv', column: 'code', found: 'document, quote' } });
    await expect(take(engine, 'document,start,code\nP01,1,x\n')).rejects.toMatchObject({ code: 'sheet-column-missing', values: { column: 'quote' } });
  });
  test('a place that cuts a character in two', async () => {
    const engine = newStudy();
    await engine.call('document.create', { name: 'P01', text: 'so 😀 tired' });
    await expect(take(engine, 'document,start,end,code\nP01,0,4,x\n')).rejects.toMatchObject({ code: 'rows-refused', values: { reason: 'span-outside' } });
    expect(await take(engine, 'document,start,end,code\nP01,3,5,x\n')).toMatchObject({ added: 1 });
    expect(await shown(engine)).toEqual(['P01 [😀] x: theme, Lin']);
  });
});

test('codes that a sheet names in several spellings are one, NFC, on one line, and below the parents that are there', async () => {
  const engine = await talks();
  await engine.call('code.create', { name: 'Strain', facet: 'dimension' });
  await take(engine, writeCsv([['document', 'quote', 'code'], ['P01', 'so tired', 'strain > cafe\u0301'], ['P01', 'pay', 'STRAIN ＞ CAFÉ'], ['P01', 'fair', ' strain >\u00A0Two\nlines '], ['P01', 'day', 'a\u202Eb']]));
  expect((await engine.call('code.list', {})).map(({ path, facet }) => `${facet}: ${path}`)).toEqual(['dimension: Strain', 'dimension: Strain > café', 'dimension: Strain > Two lines', 'theme: ab']);
});

test('a code whose name holds a spaced ">" is found by its path', async () => {
  const engine = await talks();
  await engine.call('code.create', { name: 'Home > work', facet: 'theme' });
  expect(await take(engine, 'document,quote,code\nP01,so tired,home > work\n')).toMatchObject({ added: 1, newCodes: 0 });
  expect((await engine.call('table.make', { columns: 'document', rows: 'Home > work' })).rows.map(({ codes: [code] }) => code!.path)).toEqual(['Home > work']);
});

test('an Excel sheet of codings is taken in like any other, and an exported one comes back', async () => {
  const engine = await talks();
  await take(engine, await writeXlsx([{ name: 'x', rows: [['文档', '引文', '编码路径', '评分', '编码员'], ['P01', '=so', 'x', null, 'Lin']] }]), 'codings.xlsx').catch(() => {});
  expect(await take(engine, await writeXlsx([{ name: 'x', rows: [['文档', '引文', '编码路径', '评分', '编码员'], ['P01', 'so tired', 'Fatigue', -2, 'Lin'], ['P01', 'pay', 'Fatigue', null, 'Wei']] }]), 'codings.xlsx')).toMatchObject({ added: 2 });
  const before = await shown(engine);
  expect(before).toEqual(['P01 [so tired] Fatigue: dimension, -2, Lin', 'P01 [pay] Fatigue: dimension, Wei']);
  const { bytes } = await engine.call('excerpt.export', { format: 'csv' }) as unknown as { bytes: Uint8Array };
  const other = await talks();
  expect(await take(other, bytes)).toMatchObject({ added: 2 });
  expect(await shown(other)).toEqual(before);
});

test('codings with numbers of the study are taken in many at a time, and none that is not in its text', async () => {
  const engine = newStudy();
  await engine.call('document.create', { name: 'P01', text: 'so 😀 tired' });
  const { code } = await engine.call('code.create', { name: 'strain', facet: 'dimension' });
  const coding = { document: 1, start: 3, end: 5, code, coder: 'Wei', rating: -1, memo: 'why', created: 5 };
  expect(await engine.call('coding.add', { codings: [coding, { ...coding, start: 6, end: 11 }, coding] })).toEqual({ added: 2, known: 1 });
  expect(await shown(engine)).toEqual(['P01 [😀] strain: dimension, -1, Wei, why', 'P01 [tired] strain: dimension, -1, Wei, why']);
  for (const wrong of [{ start: 4 }, { end: 4 }, { end: 99 }, { start: 5 }]) await expect(engine.call('coding.add', { codings: [coding, { ...coding, ...wrong }] }), JSON.stringify(wrong)).rejects.toMatchObject({ code: 'span-outside' });
  await expect(engine.call('coding.add', { codings: [{ ...coding, party: code }] })).rejects.toMatchObject({ code: 'party-not-here' });
  for (const gone of [{ document: 9 }, { code: 9, rating: null }, { code: 9 }]) await expect(engine.call('coding.add', { codings: [{ ...coding, ...gone }] })).rejects.toMatchObject({ code: 'not-found' });
});
