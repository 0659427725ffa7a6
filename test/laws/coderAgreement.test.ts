import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf, OutputOf } from '../../electron/ops/index.ts';
import { segmentAgreement } from '../../shared/statistics/segmentAgreement.ts';
import { statistics } from '../../shared/statistics/index.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { eachStudy } from '../helpers/eachStudy.ts';

/** Lines of turns and of nobody, with characters that take two units. */
const texts = ['Tired. We fill in 😀 forms!\nNobody reads them. 累了。真的很累！', '', '😀😀 up\n\n down 说不出'];
const names = ['Lin', 'Wei', 'Mei'] as const;
const given = fc.record({ who: fc.constantFrom(...names), document: fc.constantFrom(0, 0, 2), start: fc.nat(40), length: fc.integer({ min: 1, max: 14 }), code: fc.nat(3), rating: fc.option(fc.integer({ min: -2, max: 2 })) });
type Given = typeof given extends fc.Arbitrary<infer G> ? G : never;
const codes = [['about', 'stakeholder'], ['rated', 'dimension'], ['clash', 'conflict'], ['other about', 'stakeholder']] as const;

interface Plain { readonly coder: number; readonly document: number; readonly start: number; readonly end: number; readonly code: number; readonly rating: number | null }
const snapped = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at);
/** As plain values, so that the engine takes it in at once. Every coder is known, whether she coded or not. */
function snapshotOf(all: readonly Given[]): Snapshot {
  const codings = all.flatMap(({ who, document, start, length, code, rating }): Snapshot['codings'] => {
    const text = texts[document]!;
    const [from, to] = [snapped(text, Math.min(start, text.length - 1)), snapped(text, Math.min(text.length, start + length))];
    const [name, facet] = codes[code]!;
    return from >= to ? [] : [{ document: `d${document}`, start: from, end: to, code: [name], facet, coder: who, rating: facet === 'dimension' ? rating : null, party: null, counterparty: null, memo: '', created: 0 }];
  });
  return {
    name: 'Study', description: '', attributes: [], participants: [{ name: 'Ana', role: 'interviewee', values: {} }], codings, coders: names.map((name) => ({ name })),
    codes: codes.map(([name, facet]) => ({ path: [name], facet, definition: '', include: '', exclude: '', example: '', scale: [] })),
    documents: texts.map((text, index) => ({ name: `d${index}`, text, values: {}, turns: index === 0 ? [{ start: 0, end: 7, participant: 'Ana', label: 'Ana', time: null }, { start: 7, end: text.indexOf('\n'), participant: null, label: '', time: null }] : [] })),
  };
}
async function studyIn(engine: Engine) {
  const documents = (await engine.call('document.list', {})).map(({ id }) => id);
  const known = await engine.call('code.list', {});
  const coders = await engine.call('coder.list', {});
  const plain: Plain[] = [];
  for (const document of documents) for (const { code, coder, start, end, rating } of await engine.call('coding.list', { document })) plain.push({ coder, document, start, end, code, rating });
  return { engine, documents, codeIds: codes.map(([name]) => known.find((code) => code.name === name)!.id), coders: names.map((name) => coders.find((coder) => coder.name === name)!.id), plain };
}
const studies = fc.array(given, { maxLength: 14 }).map(snapshotOf);
type Study = Awaited<ReturnType<typeof studyIn>>;
type Table = OutputOf<'agreement.table'>;
const table = (engine: Engine, asked: InputOf<'agreement.table'>): Promise<Table> => engine.call('agreement.table', asked);

/** Units of a text one by one, in the dumbest way: arrays of offsets. Words as the words' view splits them. */
async function unitsOf({ engine, documents }: Study, document: number, unit: string): Promise<number[][]> {
  const text = texts[documents.indexOf(document)]!;
  const offsets = Array.from({ length: text.length }, (_, at) => at);
  if (unit === 'character') return offsets.map((at) => [at]);
  if (unit === 'document') return [offsets];
  const runs = (isIn: (at: number) => number | null) => [...Map.groupBy(offsets.filter((at) => isIn(at) !== null), (at) => isIn(at)!).values()];
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  if (unit === 'turn') {
    const { turns } = await engine.call('document.read', { document });
    const turnAt = (at: number) => turns.findIndex(({ start, end }) => start <= at && at < end);
    return runs((at) => (turnAt(at) >= 0 ? 1000 + turnAt(at) : text[at] === '\n' || text.split('\n')[lineOf(at) - 1]!.trim() === '' ? null : lineOf(at)));
  }
  const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });
  const sentenceAt = (at: number) => { const line = text.split('\n')[lineOf(at) - 1]!; return lineOf(at) * 1000 + (segmenter.segment(line).containing(at - text.split('\n').slice(0, lineOf(at) - 1).join('\n').length - (lineOf(at) > 1 ? 1 : 0))?.index ?? 0); };
  return runs((at) => (text[at] === '\n' ? null : sentenceAt(at))).map((run) => { const inside = run.map((at) => text[at]!).join(''); return run.slice(inside.length - inside.trimStart().length, inside.trimEnd().length); }).filter((run) => run.length > 0);
}
const measures = { percent: 'percentAgreement', fleiss: 'fleissKappa', alpha: 'krippendorffAlpha', ac1: 'gwetAC1', brennanPrediger: 'brennanPrediger', kappa: 'cohenKappa' } as const;
function near(found: number | null, expected: number | null, what: string): void {
  if (expected === null || found === null) expect(found, what).toBe(expected);
  else expect(Math.abs(found - expected), `${what}: ${found}, not ${expected}`).toBeLessThan(1e-9);
}
/** What the statistic says of values one by one: of the documents that count, of each unit, of each coder whether she coded it. */
async function checkTable(study: Study, asked: { readonly coders: readonly number[]; readonly unit: 'character' | 'word' | 'sentence' | 'turn' | 'document'; readonly worked: 'all' | 'two' | 'any' }): Promise<void> {
  const found = await table(study.engine, { ...asked, coders: [...asked.coders] });
  const worksOn = (coder: number, document: number) => study.plain.some((coding) => coding.coder === coder && coding.document === document);
  const counts = study.documents.filter((document) => { const here = asked.coders.filter((coder) => worksOn(coder, document)).length; return asked.worked === 'all' ? here === asked.coders.length : asked.worked === 'two' ? here > 1 : here > 0; });
  expect(found.documents.map(({ id }) => id)).toEqual(counts);
  expect(new Set(found.leftOut.map(({ document }) => document))).toEqual(new Set(study.documents.filter((document) => !counts.includes(document))));
  const units = (await Promise.all(counts.map(async (document) => (await unitsOf(study, document, asked.unit)).map((offsets) => ({ document, offsets }))))).flat();
  expect(found.length).toBe(units.length);
  for (const [index, code] of study.codeIds.entries()) {
    const row = found.rows.find(({ item }) => item.code?.id === code)!;
    const said = asked.coders.map((coder) => units.map(({ document, offsets }) => {
      if (asked.worked === 'two' && !worksOn(coder, document)) return null;
      return study.plain.some((coding) => coding.coder === coder && coding.code === code && coding.document === document && offsets.some((at) => coding.start <= at && at < coding.end)) ? 1 : 0;
    }));
    expect(row.coded).toEqual(said.map((own) => own.filter((value) => value === 1).length));
    expect(row.everybody).toBe(units.filter((_, unit) => said.every((own) => own[unit] !== 0) && said.some((own) => own[unit] === 1)).length);
    for (const [measure, name] of Object.entries(measures) as [keyof typeof measures, string][]) {
      const statistic = statistics.find((each) => each.name === name)!;
      if (measure === 'kappa' && asked.coders.length > 2) continue;
      const expected = statistic.compute({ coders: said }, { categories: [0, 1] }) as { value: number | null; reason?: string };
      near(row[measure].value, expected.value, `${measure} of ${codes[index]![0]}`);
      if (expected.value === null) expect(row[measure].reason).toMatch(/./);
    }
  }
}

/** Segments and whole facets against the statistics on lists made by hand. */
async function checkFree({ engine, coders, codeIds, plain, documents }: Study): Promise<void> {
  const two = coders.slice(0, 2);
  const both = documents.filter((document) => two.every((coder) => plain.some((coding) => coding.coder === coder && coding.document === document)));
  const found = await table(engine, { coders: two, unit: 'segment', overlap: 0.5 });
  for (const code of codeIds) {
    const row = found.rows.find(({ item }) => item.code?.id === code)!;
    const each = both.map((document) => {
      const own = (coder: number) => plain.filter((coding) => coding.coder === coder && coding.code === code && coding.document === document).map(({ start, end }) => [start, end]);
      return segmentAgreement.compute({ length: texts[documents.indexOf(document)]!.length, coderA: own(two[0]!), coderB: own(two[1]!) }, { threshold: 0.5 }) as { match90_union: number; segmentAgreementPerCoder: { agree: number; disagree: number } };
    });
    const [agree, all] = [each.reduce((sum, { segmentAgreementPerCoder }) => sum + segmentAgreementPerCoder.agree, 0), each.reduce((sum, { segmentAgreementPerCoder: { agree: yes, disagree } }) => sum + yes + disagree, 0)];
    expect(row).toMatchObject({ units: all, everybody: agree / 2, kappa: { value: null, reason: 'segments are chosen freely' } });
    near(row.percent.value, all === 0 ? null : agree / all, 'share of segments');
    near(row.holsti.value, all === 0 ? null : agree / all, 'Holsti');
  }
  for (const facet of ['stakeholder', 'dimension'] as const) {
    const { together } = await table(engine, { coders: two, facet });
    const said = two.map((coder) => both.flatMap((document) => Array.from(texts[documents.indexOf(document)]!.split(''), (_, at) => plain.filter((coding) => coding.coder === coder && coding.document === document && coding.start <= at && at < coding.end && codes[codeIds.indexOf(coding.code)]![1] === facet).map(({ code }) => code)).map((here) => [...new Set(here)].toSorted((a, b) => a - b).join('+'))));
    for (const [measure, name] of [['percent', 'percentAgreement'], ['kappa', 'cohenKappa'], ['alpha', 'krippendorffAlpha'], ['fleiss', 'fleissKappa']] as const) near(together![measure].value, (statistics.find((each) => each.name === name)!.compute({ coders: said }, {}) as { value: number | null }).value, `${measure} of the ${facet}s together`);
  }
  // A triple is coded where one coder gives its parts to the very same passage.
  const { rows } = await table(engine, { coders: two, triples: true });
  const inTriples = (coder: number) => new Set(plain.filter((coding) => coding.coder === coder && both.includes(coding.document)).flatMap(({ document, start, end }) => Array.from({ length: end - start }, (_, at) => `${document}/${start + at}`))).size;
  for (const [place, coder] of two.entries()) expect(rows.reduce((sum, row) => sum + row.coded[place]!, 0)).toBeGreaterThanOrEqual(inTriples(coder));
}

test('by whatever unit, agreement is what counting the units one by one gives', () => eachStudy(studies, { numRuns: 25, seed: 5 }, async (engine) => {
  const study = await studyIn(engine);
  for (const unit of ['character', 'sentence', 'turn', 'document'] as const) for (const worked of ['all', 'two', 'any'] as const) for (const many of [2, 3]) await checkTable(study, { coders: study.coders.slice(0, many), unit, worked });
  await checkFree(study);
}), 30_000);
