import { agreementInput, agreementRank, type AgreementAsked, type DocumentAgreement, type Measures } from '../../shared/model/agreement.ts';
import { agreementAhead } from './agreement.ts';
import { codedByCode, codedByTriple, type Coded } from './agreementItems.ts';
import { binaryMeasures } from './agreementMeasures.ts';
import { scopeOf, type Scope } from './agreementScope.ts';
import { addMatches, noMatches, segmentMeasures, segmentsIn, unitizing } from './agreementSegments.ts';
import { sweep } from './agreementSweep.ts';
import { byDocument, inUnitsOf } from './agreementTable.ts';
import { rulersOf, type Ruler } from './agreementUnits.ts';
import { query, type Preparation, type Reader } from './operation.ts';

interface Counting { readonly asked: AgreementAsked; readonly scope: Scope; readonly coded: Coded; readonly rulers: readonly Ruler[] }
const countedItems = ({ coded }: Counting): number[] => coded.items.flatMap((_, item) => (coded.counted[item] ? [item] : []));

/** Of units that are there before anybody codes: all decisions about everything that is compared, document by document. */
function unitsByDocument(counting: Counting): Measures[] {
  const { scope, coded, rulers } = counting;
  const coders = scope.coders.length;
  const inUnits = inUnitsOf(counting);
  const reach = new Float64Array(coders);
  const units = scope.documents.map(() => new Float64Array(1 << coders));
  const items = countedItems(counting);
  for (const item of items) for (const [document, from, to] of byDocument(coded, item)) sweep(inUnits, from, to, units[document]!, reach);
  return units.map((covered, document) => {
    covered[0] = rulers[document]!.length * items.length - covered.reduce((sum, count) => sum + count, 0);
    return binaryMeasures(new Map([[scope.documents[document]!.present, covered]]), coders);
  });
}
function segmentsByDocument(counting: Counting): Measures[] {
  const { asked, scope, coded, rulers } = counting;
  const coders = scope.coders.length;
  const items = countedItems(counting);
  const found = scope.documents.map(() => ({ matched: noMatches(coders), segments: 0, units: scope.coders.map((): [number, number, number][] => []) }));
  for (const item of items) for (const [document, from, to] of byDocument(coded, item)) {
    const here = found[document]!;
    const own = segmentsIn(coded, from, to, coders);
    addMatches(here.matched, own, scope.documents[document]!.present, asked.overlap);
    own.forEach((spans, coder) => { here.segments += spans.length; for (const [start, end] of spans) here.units[coder]!.push([start, end, item]); });
  }
  return found.map(({ matched, segments, units }, document) => segmentMeasures(matched, segments, Math.max(1, items.length), unitizing(rulers[document]!.length, units)));
}
function codingsByDocument({ scope, coded }: Counting): number[][] {
  const codings = scope.documents.map(() => scope.coders.map(() => 0));
  for (const item of coded.items.keys()) for (const [document, from, to] of byDocument(coded, item)) for (let at = from; at < to; at++) codings[document]![coded.coder[at]!]!++;
  return codings;
}

/** How coders agree in each document that counts; the worst first, or in the order of documents. */
export function agreementDocuments(project: Reader, asked: AgreementAsked, order: 'worst' | 'name'): DocumentAgreement[] {
  const scope = scopeOf(project, asked);
  const coded = asked.triples ? codedByTriple(project, scope, asked) : codedByCode(project, scope, asked);
  const rulerOf = rulersOf(project, asked.unit);
  const counting: Counting = { asked, scope, coded, rulers: scope.documents.map(({ id }) => rulerOf(id)) };
  const measures = asked.unit === 'segment' ? segmentsByDocument(counting) : unitsByDocument(counting);
  const codings = codingsByDocument(counting);
  const found = scope.documents.map(({ id, name, present }, document): DocumentAgreement => ({
    document: { id, name }, worked: scope.coders.flatMap((_, place) => (present & (1 << place) ? [place] : [])), codings: codings[document]!, length: asked.unit === 'segment' ? null : counting.rulers[document]!.length, measures: measures[document]!,
  }));
  // Two without a value stand in the order of documents.
  return order === 'name' ? found : found.map((each) => ({ each, rank: agreementRank(each.measures) })).toSorted((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ each }) => each);
}

export const documentsOfAgreement = query({
  /** How far coders agree in each document about all codes (those of a facet, triples) together, the document in which they agree least first. */
  input: agreementInput,
  prepare: (asked, preparation: Preparation) => agreementAhead(asked, preparation),
  run: (project, asked): DocumentAgreement[] => agreementDocuments(project, asked, 'worst'),
});
