import type { AgreementAsked, AgreementRow, AgreementTable, MeanMeasure, Measures } from '../../shared/model/agreement.ts';
import { codedByCode, codedByTriple, type Coded } from './agreementItems.ts';
import { binaryMeasures, meanMeasures, type Patterns } from './agreementMeasures.ts';
import { ratingAgreement } from './agreementRatings.ts';
import { scopeOf, type Scope } from './agreementScope.ts';
import { addMatches, noMatches, segmentMeasures, segmentsIn, unitizing, type Matched } from './agreementSegments.ts';
import { sweep, type Stretches } from './agreementSweep.ts';
import { togetherMeasures } from './agreementTogether.ts';
import { rulersOf, type Ruler } from './agreementUnits.ts';
import type { Reader } from './operation.ts';

/** Everything that a row is counted from. */
interface Counting { readonly asked: AgreementAsked; readonly scope: Scope; readonly coded: Coded; readonly rulers: readonly Ruler[] }

/** The stretches of an item, document by document: index of the document, and [from, to). */
export function* byDocument({ first, document }: Coded, item: number): Generator<readonly [document: number, from: number, to: number]> {
  for (let from = first[item]!, to = from; from < first[item + 1]!; from = to) {
    for (to = from + 1; to < first[item + 1]! && document[to] === document[from];) to++;
    yield [document[from]!, from, to];
  }
}
const weightOf = ({ asked, rulers }: Counting, document: number): number => (asked.average === 'length' ? rulers[document]!.length : 1);

/** Stretches in units of the ruler; of characters they are that already. */
export const inUnitsOf = ({ asked, coded, rulers }: Pick<Counting, 'asked' | 'coded' | 'rulers'>): Stretches =>
  (asked.unit === 'character' ? coded : { coder: coded.coder, start: coded.start.map((start, at) => rulers[coded.document[at]!]!.from(start)), end: coded.end.map((end, at) => rulers[coded.document[at]!]!.to(end)) });

/** Counts rows by units that are there before anybody codes: characters, words, sentences, turns, documents. */
function countingUnits(counting: Counting) {
  const { asked, scope, coded, rulers } = counting;
  const coders = scope.coders.length;
  const reach = new Float64Array(coders);
  const totals = new Map<number, number>();
  scope.documents.forEach(({ present }, index) => totals.set(present, (totals.get(present) ?? 0) + rulers[index]!.length));
  const fresh = (): Float64Array => new Float64Array(1 << coders);
  const withRest = (units: Float64Array, total: number): Float64Array => {
    let covered = 0;
    for (let bits = 1; bits < units.length; bits++) covered += units[bits]!;
    units[0] = total - covered;
    return units;
  };
  const inUnits = inUnitsOf(counting);
  const all: Patterns = new Map([...totals.keys()].map((present) => [present, fresh()]));
  const alone = (units: Float64Array, document: number): Measures => binaryMeasures(new Map([[scope.documents[document]!.present, withRest(units, rulers[document]!.length)]]), coders);
  const untouched = asked.average === 'pooled' ? [] : scope.documents.map((_, document) => alone(fresh(), document));
  return {
    row(item: number) {
      const patterns: Patterns = new Map([...totals.keys()].map((present) => [present, fresh()]));
      const each: { measures: Measures; weight: number }[] = [];
      const seen = new Set<number>();
      for (const [document, from, to] of byDocument(coded, item)) {
        seen.add(document);
        const into = patterns.get(scope.documents[document]!.present)!;
        if (asked.average === 'pooled') sweep(inUnits, from, to, into, reach);
        else {
          const units = fresh();
          sweep(inUnits, from, to, units, reach);
          for (let bits = 1; bits < units.length; bits++) into[bits]! += units[bits]!;
          each.push({ measures: alone(units, document), weight: weightOf(counting, document) });
        }
      }
      for (const [present, units] of patterns) {
        withRest(units, totals.get(present)!);
        if (!coded.counted[item]) continue;
        const sum = all.get(present)!;
        for (let bits = 0; bits < units.length; bits++) sum[bits]! += units[bits]!;
      }
      const measures = binaryMeasures(patterns, coders);
      if (asked.average !== 'pooled') untouched.forEach((own, document) => { if (!seen.has(document)) each.push({ measures: own, weight: weightOf(counting, document) }); });
      return { measures: asked.average === 'pooled' ? measures : meanMeasures(each, measures), documents: seen.size, ...codedIn(patterns, coders) };
    },
    overall: (rows: readonly Measures[]): Measures => (asked.average === 'pooled' ? binaryMeasures(all, coders) : meanMeasures(rows.filter((_, item) => coded.counted[item]).map((measures) => ({ measures, weight: 1 })), binaryMeasures(all, coders))),
    length: [...totals.values()].reduce((sum, total) => sum + total, 0) as number | null,
  };
}
/** Units that each coder has coded, and those that all have who decided about them. */
function codedIn(patterns: Patterns, coders: number): { coded: number[]; everybody: number } {
  const coded = Array.from({ length: coders }, () => 0);
  let everybody = 0;
  for (const [present, units] of patterns) {
    everybody += units[present]!;
    for (let bits = 1; bits < units.length; bits++) for (let place = 0; place < coders; place++) if (bits & (1 << place)) coded[place]! += units[bits]!;
  }
  return { coded, everybody };
}

/** Counts rows by segments that coders chose themselves. */
function countingSegments(counting: Counting) {
  const { asked, scope, coded, rulers } = counting;
  const coders = scope.coders.length;
  const codes = Math.max(1, coded.counted.filter(Boolean).length);
  const offsets: number[] = [];
  let length = 0;
  for (const ruler of rulers) { offsets.push(length); length += ruler.length; }
  const all = noMatches(coders);
  const allUnits: [number, number, number][][] = scope.coders.map(() => []);
  let segments = 0;
  const add = (into: Matched[], more: readonly Matched[]) => more.forEach(({ matched, first, second }, index) => { into[index]!.matched += matched; into[index]!.first += first; into[index]!.second += second; });
  return {
    row(item: number) {
      const matched = noMatches(coders);
      const units: [number, number, number][][] = scope.coders.map(() => []);
      const each: { measures: Measures; weight: number }[] = [];
      let documents = 0;
      for (const [document, from, to] of byDocument(coded, item)) {
        documents++;
        const own = segmentsIn(coded, from, to, coders);
        const here = noMatches(coders);
        addMatches(here, own, scope.documents[document]!.present, asked.overlap);
        add(matched, here);
        own.forEach((spans, coder) => { for (const [start, end] of spans) units[coder]!.push([offsets[document]! + start, offsets[document]! + end, item]); });
        if (asked.average !== 'pooled') each.push({ measures: segmentMeasures(here, own.reduce((sum, spans) => sum + spans.length, 0), codes, unitizing(rulers[document]!.length, own.map((spans) => spans.map(([start, end]) => [start, end, item] as const)))), weight: weightOf(counting, document) });
      }
      add(all, matched);
      units.forEach((own, coder) => allUnits[coder]!.push(...own));
      const [codedEach, count] = [units.map((own) => own.length), units.reduce((sum, own) => sum + own.length, 0)];
      segments += count;
      const measures = segmentMeasures(matched, count, codes, unitizing(length, units));
      return { measures: asked.average === 'pooled' ? measures : meanMeasures(each, measures), documents, coded: codedEach, everybody: Math.min(...matched.map((pair) => pair.matched)) };
    },
    overall: (): Measures => segmentMeasures(all, segments, codes, unitizing(length, allUnits)),
    length: null as number | null,
  };
}

const meanOf = (rows: readonly AgreementRow[], name: 'percent' | 'kappa' | 'alpha' | 'ac1'): MeanMeasure => {
  const values = rows.flatMap((row) => { const { value } = row[name]; return value === null ? [] : [value]; });
  return values.length === 0 ? { value: null, reason: rows.map((row) => row[name].reason).find((reason) => reason !== undefined) ?? 'no units', rows: 0 } : { value: values.reduce((sum, value) => sum + value, 0) / values.length, rows: values.length };
};
function codingsOf({ coded, scope }: Counting, item: number): number[] {
  const codings = scope.coders.map(() => 0);
  for (let at = coded.first[item]!; at < coded.first[item + 1]!; at++) codings[coded.coder[at]!]!++;
  return codings;
}

/** How far the coders agree, row by row and over all; only `documents` of those that count, by their numbers, where that is said. */
export function agreementTable(project: Reader, asked: AgreementAsked): AgreementTable {
  const scope = scopeOf(project, asked);
  const coded = asked.triples ? codedByTriple(project, scope, asked) : codedByCode(project, scope, asked);
  const rulerOf = rulersOf(project, asked.unit);
  const counting: Counting = { asked, scope, coded, rulers: scope.documents.map(({ id }) => rulerOf(id)) };
  const counter = asked.unit === 'segment' ? countingSegments(counting) : countingUnits(counting);
  const rows = coded.items.map((item, index): AgreementRow => {
    const { measures, ...counted } = counter.row(index);
    return { item, ...measures, ...counted, codings: codingsOf(counting, index), ratings: item.code?.facet === 'dimension' ? ratingAgreement(coded, index, scope, asked.overlap) : null, counted: coded.counted[index]! };
  });
  const { length } = counter;
  const counted = rows.filter((row) => row.counted);
  return {
    coders: scope.coders.map((id) => ({ id, name: project.get('coders', id).name })), documents: scope.documents.map(({ id, name }) => ({ id, name })), leftOut: scope.leftOut,
    length, rows, overall: counter.overall(rows), means: { percent: meanOf(counted, 'percent'), kappa: meanOf(counted, 'kappa'), alpha: meanOf(counted, 'alpha'), ac1: meanOf(counted, 'ac1') },
    together: asked.unit !== 'segment' && (asked.facet !== undefined || asked.triples) ? togetherMeasures(coded, scope, counting.rulers, asked.average) : null, asked,
  };
}
