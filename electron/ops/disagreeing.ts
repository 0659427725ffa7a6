import type { AgreementAsked } from '../../shared/model/agreement.ts';
import type { Span } from '../../shared/model/span.ts';
import { partners } from '../../shared/statistics/segmentAgreement.ts';
import { codedByCode, type Coded } from './agreementItems.ts';
import { scopeOf, type Scope } from './agreementScope.ts';
import { segmentsIn } from './agreementSegments.ts';
import { sweep } from './agreementSweep.ts';
import { rulersOf, type Ruler } from './agreementUnits.ts';
import type { Reader } from './operation.ts';

/**
 * All codings of one code in one document that overlap, whoever made them: where the coders are of one mind, or not. Columns [from, to) of `coded`.
 * In what: whether and where it is coded (`place`), or, where that is the same, in what was judged; null where they agree.
 */
export interface Meeting extends Span { readonly item: number; readonly document: number; readonly from: number; readonly to: number; readonly differ: 'place' | 'judgement' | null }
export interface Meetings { readonly scope: Scope; readonly coded: Coded; readonly all: readonly Meeting[] }

interface Looking { readonly asked: AgreementAsked; readonly scope: Scope; readonly coded: Coded; readonly rulers: readonly Ruler[]; readonly units: Float64Array; readonly reach: Float64Array }

/** Whether all who worked on the document have it in the same place, by the unit that is asked for. */
function isPlacedAlike({ asked, scope, coded, rulers, units, reach }: Looking, document: number, from: number, to: number): boolean {
  const { present } = scope.documents[document]!;
  if (asked.unit === 'segment') {
    const own = segmentsIn(coded, from, to, scope.coders.length).filter((_, place) => present & (1 << place));
    return own.every((one, index) => own.slice(index + 1).every((other) => one.length === other.length && partners(one, other, asked.overlap).length === one.length));
  }
  const ruler = rulers[document]!;
  const inUnits = asked.unit === 'character' ? coded : { coder: coded.coder.subarray(from, to), start: coded.start.subarray(from, to).map(ruler.from), end: coded.end.subarray(from, to).map(ruler.to) };
  units.fill(0);
  if (asked.unit === 'character') sweep(inUnits, from, to, units, reach);
  else sweep(inUnits, 0, to - from, units, reach);
  return units.every((count, bits) => count === 0 || (bits & present) === present);
}
/** What a coding says besides that it is there. */
function judgedAt({ scope, coded }: Looking, at: number): string {
  const { judged, facts } = scope.ground;
  const id = facts.codings.id[coded.coding[at]!]!;
  return `${judged.rating[id] ?? ''}/${judged.party[id] ?? ''}/${judged.counterparty[id] ?? ''}`;
}
function isJudgedAlike(looking: Looking, from: number, to: number): boolean {
  const said = new Map<number, string[]>();
  for (let at = from; at < to; at++) {
    const who = looking.coded.coder[at]!;
    const own = said.get(who);
    if (own) own.push(judgedAt(looking, at)); else said.set(who, [judgedAt(looking, at)]);
  }
  return new Set([...said.values()].map((own) => [...new Set(own)].toSorted().join())).size < 2;
}

/** Where coders meet: by code, in the order of documents and text. Where fewer than two worked nobody meets. */
export function meetingsOf(project: Reader, asked: AgreementAsked): Meetings {
  const scope = scopeOf(project, asked);
  const coded = codedByCode(project, scope, asked);
  const rulerOf = rulersOf(project, asked.unit);
  const looking: Looking = { asked, scope, coded, rulers: scope.documents.map(({ id }) => rulerOf(id)), units: new Float64Array(1 << scope.coders.length), reach: new Float64Array(scope.coders.length) };
  const all: Meeting[] = [];
  for (let item = 0; item < coded.items.length; item++) {
    for (let from = coded.first[item]!, to = from; from < coded.first[item + 1]!; from = to) {
      const document = coded.document[from]!;
      for (to = from + 1; to < coded.first[item + 1]! && coded.document[to] === document;) to++;
      // A document has a code or has it not: what it has of it is not compared.
      const whole = asked.unit === 'document' ? isPlacedAlike(looking, document, from, to) : null;
      for (let start = from, next = from; start < to; start = next) {
        let reached = coded.end[start]!;
        for (next = start + 1; next < to && coded.start[next]! < reached; next++) reached = Math.max(reached, coded.end[next]!);
        const alike = whole ?? isPlacedAlike(looking, document, start, next);
        all.push({ item, document, from: start, to: next, start: coded.start[start]!, end: reached, differ: !alike ? 'place' : whole === null && !isJudgedAlike(looking, start, next) ? 'judgement' : null });
      }
    }
  }
  return { scope, coded, all };
}

/** The stretches of a meeting that some have coded and others, who worked on the document too, have not. */
export function differingIn({ scope, coded }: Meetings, { document, from, to }: Meeting): Span[] {
  const { present } = scope.documents[document]!;
  const bounds = [...new Set([...coded.start.subarray(from, to), ...coded.end.subarray(from, to)])].toSorted((a, b) => a - b);
  const found: { start: number; end: number }[] = [];
  bounds.slice(0, -1).forEach((start, index) => {
    let bits = 0;
    for (let at = from; at < to; at++) if (coded.start[at]! <= start && coded.end[at]! > start) bits |= 1 << coded.coder[at]!;
    if (bits === 0 || (bits & present) === present) return;
    const last = found.at(-1);
    if (last && last.end === start) last.end = bounds[index + 1]!;
    else found.push({ start, end: bounds[index + 1]! });
  });
  return found;
}
