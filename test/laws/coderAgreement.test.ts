import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf, OutputOf } from '../../electron/ops/index.ts';
import { agreementRank, type Measures } from '../../shared/model/agreement.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { reasons } from '../../shared/statistics/reasons.ts';
import { eachStudy } from '../helpers/eachStudy.ts';
import { alpha, meanOf, measuresOf, percent, weighted, type PlainMeasures, type Said } from '../helpers/plainAgreement.ts';
import { plainSegments } from '../helpers/plainSegments.ts';

/*
 * Agreement counted once more, on arrays of what each coder said of each character, word, sentence, turn or document, by formulas written down
 * anew: the program has to give the same for every unit, average, choice of coders, documents and codes. RUNS=500 tries longer.
 */
const names = ['Lin', 'Wei', 'Mei', '周敏'] as const;
const [blank, latin, chinese] = [' \n\t', 'Tired. We fill in 😀 forms!\nNobody reads them, ever. Why?', '累了。真的很累！\n\n没人看 😀表格'];
const codes = [['about', 'stakeholder'], ['rated', 'dimension'], ['clash', 'conflict'], ['other about', 'stakeholder'], ['free', 'theme'], ['only groups', 'theme'], ['about', 'theme']] as const;
const coding = fc.record({ who: fc.constantFrom(...names), document: fc.constantFrom(0, 0, 2, 3), start: fc.nat(40), length: fc.integer({ min: 1, max: 16 }), code: fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 6), rating: fc.option(fc.integer({ min: -2, max: 2 }), { freq: 4 }) });
const snapped = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at);
const plans = fc.record({ isLatin: fc.boolean(), codings: fc.array(coding, { maxLength: 26 }), copied: fc.boolean(), finished: fc.array(fc.record({ who: fc.constantFrom(...names), document: fc.nat(3) }), { maxLength: 3 }) });
type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

/** As plain values, so that the engine takes it in at once. The description holds which texts they are. */
function snapshotOf({ isLatin, codings: all, copied, finished }: Plan): Snapshot {
  const texts = [isLatin ? latin : `${latin}\n${chinese}`, '', isLatin ? 'up\n\n down 😀😀' : chinese, blank];
  // A second coder who has much as the first has it: by chance alone they would hardly ever agree.
  const given = copied ? [...all, ...all.filter(({ who }) => who === 'Lin').map((each, index) => ({ ...each, who: 'Wei' as const, length: each.length + (index % 2) }))] : all;
  const codings = given.flatMap(({ who, document, start, length, code, rating }): Snapshot['codings'] => {
    const text = texts[document]!;
    const [from, to] = [snapped(text, Math.min(start, text.length - 1)), snapped(text, Math.min(text.length, start + length))];
    const [name, facet] = codes[code]!;
    return from >= to ? [] : [{ document: `d${document}`, start: from, end: to, code: [name], facet, coder: who, rating: facet === 'dimension' ? rating : null, party: null, counterparty: null, memo: '', created: 0 }];
  });
  const first = texts[0]!;
  return {
    name: 'Study', description: JSON.stringify(texts), attributes: [], participants: [{ name: 'Ana', role: 'interviewee', values: {} }], codings, coders: names.map((name) => ({ name })),
    codes: codes.map(([name, facet]) => ({ path: [name], facet, definition: '', include: '', exclude: '', example: '', scale: [], ...(name === 'only groups' ? { codable: 'no' as const } : {}) })),
    documents: texts.map((text, index) => ({ name: `d${index}`, text, values: {}, turns: index === 0 ? [{ start: 0, end: 7, participant: 'Ana', label: 'Ana', time: null }, { start: 9, end: first.indexOf('\n'), participant: null, label: '', time: null }] : [] })),
    finishedDocuments: finished.map(({ who, document }) => ({ document: `d${document}`, coder: who, created: 1 })),
  };
}
interface Plain { readonly coder: number; readonly document: number; readonly start: number; readonly end: number; readonly code: number; readonly rating: number | null }
async function studyIn(engine: Engine, { description }: Snapshot) {
  const listed = (await engine.call('document.list', {})).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const documents = listed.map(({ id }) => id);
  const known = await engine.call('code.list', {});
  const coders = await engine.call('coder.list', {});
  const plain: Plain[] = [];
  for (const document of documents) for (const { code, coder, start, end, rating } of await engine.call('coding.list', { document })) plain.push({ coder, document, start, end, code, rating });
  const texts = new Map(documents.map((id, index) => [id, (JSON.parse(description) as string[])[index]!]));
  const turns = new Map(await Promise.all(documents.map(async (document) => [document, (await engine.call('document.read', { document })).turns] as const)));
  return { engine, documents, texts, turns, finished: await engine.call('document.finished', {}), codeIds: codes.map(([name, facet]) => known.find((code) => code.name === name && code.facet === facet)!.id), coders: names.map((name) => coders.find((coder) => coder.name === name)!.id), plain };
}
type Study = Awaited<ReturnType<typeof studyIn>>;
type Asked = InputOf<'agreement.table'> & Required<Pick<InputOf<'agreement.table'>, 'coders' | 'unit' | 'worked' | 'average'>>;

/** Units of a text, each as the offsets of its characters. */
function unitsIn({ texts, turns }: Study, document: number, unit: string): number[][] {
  const text = texts.get(document)!;
  const offsets = Array.from({ length: text.length }, (_, at) => at);
  if (unit === 'character') return offsets.map((at) => [at]);
  if (unit === 'document') return [offsets];
  if (unit === 'word') return Array.from(text.matchAll(/[A-Za-z]+/g), ({ 0: word, index }) => Array.from(word, (_, at) => index + at));
  const lines = text.split('\n').map((line, index, all) => ({ line, at: all.slice(0, index).join('\n').length + (index > 0 ? 1 : 0) }));
  const trimmed = (from: number, words: string) => offsets.slice(from + words.length - words.trimStart().length, from + words.trimEnd().length);
  if (unit === 'sentence') return lines.flatMap(({ line, at }) => Array.from(new Intl.Segmenter('zh', { granularity: 'sentence' }).segment(line), ({ segment, index }) => trimmed(at + index, segment))).filter((each) => each.length > 0);
  const turnAt = (at: number) => turns.get(document)!.findIndex(({ start, end }) => start <= at && at < end);
  // Turns, and of what is in none each run within a line that holds any words.
  const runs: { turn: number; offsets: number[] }[] = [];
  for (const at of offsets) {
    const [turn, last] = [turnAt(at), runs.at(-1)];
    if (last && last.turn === turn && last.offsets.at(-1) === at - 1 && (turn >= 0 || (text[at] !== '\n' && text[at - 1] !== '\n'))) last.offsets.push(at);
    else if (turn >= 0 || text[at] !== '\n') runs.push({ turn, offsets: [at] });
  }
  return runs.filter(({ turn, offsets: own }) => turn >= 0 || own.some((at) => text[at]!.trim() !== '')).map((run) => run.offsets);
}
/** Who worked on a document: who coded anything there, or said that she is through. */
const worksOn = ({ plain, finished }: Study, coder: number, document: number): boolean => plain.some((each) => each.coder === coder && each.document === document) || finished.some((each) => each.coder === coder && each.document === document);
function countedDocuments(study: Study, { coders, worked, documents }: Asked): number[] {
  return study.documents.filter((document) => {
    const here = coders.filter((coder) => worksOn(study, coder, document)).length;
    return (documents?.includes(document) ?? true) && (worked === 'all' ? here === coders.length : worked === 'two' ? here > 1 : here > 0 || documents !== undefined);
  });
}
/** What is compared: codes, or what one coder says of one passage in all facets, each with the places where coders have it. */
interface Item { readonly key: string; readonly places: readonly Plain[] }
function itemsOf({ plain, codeIds }: Study, { codes: chosen, facet, triples, coders }: Asked, counted: readonly number[]): Item[] {
  const facetOf = (code: number) => codes[codeIds.indexOf(code)]![1];
  const there = plain.filter(({ coder, code, document }) => coders.includes(coder) && counted.includes(document) && (chosen?.includes(code) ?? true) && (facet === undefined || facetOf(code) === facet));
  if (!triples) return codeIds.filter((code) => (chosen?.includes(code) ?? true) && (facet === undefined || facetOf(code) === facet)).map((code) => ({ key: String(code), places: there.filter((each) => each.code === code) }));
  const found = new Map<string, Plain[]>();
  for (const here of Map.groupBy(there.filter(({ code }) => facetOf(code) !== 'theme'), ({ document, start, end, coder }) => [document, start, end, coder].join()).values()) {
    const of = (which: string): (number | null)[] => { const own = [...new Set(here.map(({ code }) => code).filter((code) => facetOf(code) === which))]; return own.length === 0 ? [null] : own; };
    for (const one of of('stakeholder')) for (const two of of('dimension')) for (const three of of('conflict')) { const key = [one, two, three].map((id) => id ?? '').join('/'); found.set(key, [...(found.get(key) ?? []), here[0]!]); }
  }
  return [...found].map(([key, places]) => ({ key, places }));
}

function near(found: number | null | undefined, expected: number | null | undefined, what: string, least = 1e-9): void {
  if (expected === null || expected === undefined || found === null || found === undefined) expect(found ?? null, what).toBe(expected ?? null);
  else if (!(Math.abs(found - expected) < least)) throw new Error(`${what}: ${found}, not ${expected}`);
}
function nearAll(found: Measures, expected: PlainMeasures, what: string): void {
  for (const name of ['percent', 'kappa', 'fleiss', 'alpha', 'ac1', 'brennanPrediger', 'holsti'] as const) {
    near(found[name].value, expected[name].value, `${name} of ${what}`);
    // What is not defined says why, in words that are there; what is, does not.
    if (found[name].value === null) expect(Object.keys(reasons), `${name} of ${what}`).toContain(found[name].reason);
    else expect(found[name].reason, `${name} of ${what}`).toBeUndefined();
  }
  // The printed formula of the error takes nearly equal numbers from each other: where κ is sure, a rounding error’s root is left of it.
  for (const end of ['low', 'high'] as const) near(found.kappa[end], expected.kappa[end], `${end} of κ of ${what}`, 1e-6);
  expect(found.pairs.length).toBe(expected.pairs.length);
  found.pairs.forEach((pair, index) => { near(pair.value, expected.pairs[index]!.value, `κ of pair ${index} of ${what}`); near(pair.percent, expected.pairs[index]!.percent, `percent of pair ${index} of ${what}`); });
}

async function check(study: Study, asked: Asked): Promise<void> {
  const found: OutputOf<'agreement.table'> = await study.engine.call('agreement.table', asked);
  const counted = countedDocuments(study, asked);
  expect(found.documents.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(counted.toSorted((a, b) => a - b));
  const items = itemsOf(study, asked, counted);
  expect(found.rows.map(({ item }) => item.key).toSorted()).toEqual(items.map(({ key }) => key).toSorted());
  if (asked.unit === 'segment') { plainSegments(study, asked, found, items, counted); return; }
  const units = counted.map((document) => ({ document, units: unitsIn(study, document, asked.unit) }));
  const length = units.reduce((sum, each) => sum + each.units.length, 0);
  expect(found.length).toBe(length);
  /** What each coder says of each unit of a document about one thing. */
  const saidOf = (places: readonly Plain[], { document, units: own }: (typeof units)[number]): Said => asked.coders.map((coder) => own.map((offsets) => (asked.worked === 'two' && !worksOn(study, coder, document) ? null : places.some((place) => place.coder === coder && place.document === document && offsets.some((at) => place.start <= at && at < place.end)) ? 'yes' : 'no')));
  const joined = (parts: readonly Said[]): Said => asked.coders.map((_, coder) => parts.flatMap((part) => part[coder]!));
  const byDocuments = (parts: readonly Said[], offered: number, empty: string): PlainMeasures => weighted(parts.map((part, index) => ({ measures: measuresOf(part, offered, empty), weight: asked.average === 'length' ? units[index]!.units.length : 1 })), asked.coders.length);
  const of = (parts: readonly Said[], offered: number, empty: string) => (asked.average === 'pooled' ? measuresOf(joined(parts), offered, empty) : byDocuments(parts, offered, empty));
  const expected = items.map(({ key, places }) => {
    const row = found.rows.find(({ item }) => item.key === key)!;
    const parts = units.map((each) => saidOf(places, each));
    const said = joined(parts);
    const what = `${key} ${JSON.stringify(asked)}`;
    const measures = of(parts, 2, 'no');
    nearAll(row, measures, what);
    expect([row.documents, row.codings, row.coded, row.everybody], what).toEqual([
      new Set(places.map(({ document }) => document)).size, asked.coders.map((coder) => places.filter((place) => place.coder === coder).length),
      said.map((own) => own.filter((value) => value === 'yes').length), (said[0] ?? []).filter((_, unit) => said.every((own) => own[unit] !== 'no') && said.some((own) => own[unit] === 'yes')).length,
    ]);
    // What only holds other codes, and holds no codings, was nobody's to decide.
    const isCounted = places.length > 0 || codes[study.codeIds.indexOf(Number(key))]?.[0] !== 'only groups';
    expect(row.counted, what).toBe(isCounted);
    return { measures, parts, isCounted };
  });
  const there = expected.filter(({ isCounted }) => isCounted);
  const all = asked.average === 'pooled' ? measuresOf(joined(there.map(({ parts }) => joined(parts))), 2, 'no') : weighted(there.map(({ measures }) => ({ measures, weight: 1 })), asked.coders.length);
  nearAll(found.overall, all, `all ${JSON.stringify(asked)}`);
  const documents = await study.engine.call('agreement.documents', asked);
  expect(documents.map(({ document }) => document.id).toSorted((a, b) => a - b)).toEqual(counted);
  expect(documents.map(({ measures }) => agreementRank(measures))).toEqual(documents.map(({ measures }) => agreementRank(measures)).toSorted((a, b) => (a === b ? 0 : a - b)));
  for (const { document: { id }, measures, codings, worked } of documents) {
    nearAll(measures, measuresOf(joined(there.map(({ parts }) => parts[counted.indexOf(id)]!)), 2, 'no'), `document ${id} ${JSON.stringify(asked)}`);
    expect([codings, worked]).toEqual([asked.coders.map((coder) => items.flatMap(({ places }) => places).filter((place) => place.coder === coder && place.document === id).length), [...asked.coders.keys()].filter((place) => asked.worked !== 'two' || worksOn(study, asked.coders[place]!, id))]);
  }
  for (const name of ['percent', 'kappa', 'alpha', 'ac1'] as const) near(found.means[name].value, meanOf(there.map(({ measures }) => measures[name].value)), `mean ${name}`);
  if (!asked.triples && asked.facet === undefined) { expect(found.together).toBe(null); return; }
  const sets = units.map((each): Said => { const own = items.map(({ key, places }) => ({ key, said: saidOf(places, each) })); return asked.coders.map((_, coder) => each.units.map((__, unit) => (own.some(({ said }) => said[coder]![unit] === null) || (asked.worked === 'two' && !worksOn(study, asked.coders[coder]!, each.document)) ? null : own.filter(({ said }) => said[coder]![unit] === 'yes').map(({ key }) => key).join('+')))); });
  const used = new Set(joined(sets).flat().filter((value) => value !== null));
  const offered = [...used].some((set) => set.includes('+')) ? used.size : Math.max(used.size, there.length + 1);
  nearAll(found.together!, of(sets, offered, ''), `together ${JSON.stringify(asked)}`);
}
/** How often coders rate alike what they agree is rated: of one document and code, those passages that lie on the very same place. */
async function checkRatings(study: Study, coders: readonly number[]): Promise<void> {
  const found = await study.engine.call('agreement.table', { coders: [...coders], overlap: 1, worked: 'any' });
  const rated = study.codeIds[1]!;
  const own = study.plain.filter((each) => each.code === rated && coders.includes(each.coder));
  const places = [...Map.groupBy(own, ({ document, start, end }) => `${document}/${start}/${end}`).values()].filter((here) => here.filter(({ rating }) => rating !== null).length > 1);
  const said = coders.map((coder) => places.map((here) => here.find((each) => each.coder === coder)?.rating ?? null));
  const row = found.rows.find(({ item }) => item.code?.id === rated)!;
  if (!own.some(({ rating }) => rating !== null)) { expect(row.ratings).toBe(null); return; }
  expect(row.ratings!.passages).toBe(places.length);
  near(row.ratings!.percent.value, percent(said.map((values) => values.map((value) => (value === null ? null : String(value))))).value, 'alike in rating');
  for (const metric of ['ordinal', 'interval'] as const) near(row.ratings![metric].value, alpha(said, metric).value, `α of ratings, ${metric}`);
}

const runs = Number(process.env['RUNS'] ?? 10);
const questions = fc.record({ seed: fc.nat(1000) });
test('agreement is what counting it once more, unit by unit and by formulas written anew, gives: for every unit, average, and choice of coders, documents and codes', () => eachStudy(fc.tuple(plans, questions).map(([plan, { seed }]) => ({ ...snapshotOf(plan), name: String(seed) })), { numRuns: runs, ...(process.env['RUNS'] ? { seed: Date.now() } : { seed: 20 }) }, async (engine, snapshot) => {
  const study = await studyIn(engine, snapshot);
  const isLatin = !snapshot.description.includes('累');
  let turn = Number(snapshot.name);
  for (const unit of ['character', 'sentence', 'turn', 'document', 'segment', ...(isLatin ? ['word' as const] : [])] as const) for (const worked of ['all', 'two', 'any'] as const) for (const average of ['pooled', 'length', 'documents'] as const) {
    turn++;
    const coders = study.coders.slice(0, 2 + (turn % 3));
    const rows = [{}, { facet: 'stakeholder' as const }, { triples: true }, { codes: study.codeIds.slice(0, 3) }, { facet: 'theme' as const }][turn % 5]!;
    await check(study, { coders, unit, worked, average, overlap: [0.5, 0.9, 1][turn % 3]!, ...rows, ...(turn % 4 === 0 ? { documents: study.documents.slice(0, 3) } : {}) });
  }
  for (const many of [2, 3, 4]) await checkRatings(study, study.coders.slice(0, many));
}), Math.max(120_000, runs * 2000));
