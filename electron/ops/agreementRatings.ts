import type { RatingAgreement } from '../../shared/model/agreement.ts';
import { percentAgreement } from '../../shared/statistics/agreement.ts';
import { krippendorffAlpha } from '../../shared/statistics/krippendorffAlpha.ts';
import { partners, type Segment } from '../../shared/statistics/segmentAgreement.ts';
import type { Coded } from './agreementItems.ts';
import { measure } from './agreementMeasures.ts';
import type { Scope } from './agreementScope.ts';

/** Passages of one code in one document that coders agree on (they overlap by the threshold): what each of them rated there; null for who did not. */
function ratedPassages(spans: readonly (readonly Segment[])[], ratings: readonly (readonly (number | null)[])[], threshold: number): (number | null)[][] {
  const found: { span: Segment; rated: (number | null)[] }[] = [];
  spans.forEach((own, coder) => {
    const taken = new Map(partners(found.map(({ span }) => span), own, threshold).map(([there, mine]) => [mine, there]));
    own.forEach((span, mine) => {
      const there = taken.get(mine);
      if (there !== undefined) found[there]!.rated[coder] = ratings[coder]![mine]!;
      else found.push({ span, rated: spans.map((_, other) => (other === coder ? ratings[coder]![mine]! : null)) });
    });
  });
  return found.map(({ rated }) => rated).filter((rated) => rated.filter((rating) => rating !== null).length > 1);
}

/** How coders rate the passages on which they agree that this dimension (an item of `coded`) is spoken of there; null where nothing is rated. */
export function ratingAgreement(coded: Coded, item: number, { ground, coders }: Scope, threshold: number): RatingAgreement | null {
  const { facts } = ground;
  const { rating } = ground.judged;
  const [from, to] = [coded.first[item]!, coded.first[item + 1]!];
  const ratingAt = (at: number): number | null => rating[facts.codings.id[coded.coding[at]!]!] ?? null;
  let isRated = false;
  for (let at = from; at < to && !isRated; at++) isRated = ratingAt(at) !== null;
  if (!isRated) return null;
  const passages: (number | null)[][] = [];
  for (let at = from, next = from; at < to; at = next) {
    const spans: [number, number][][] = coders.map(() => []);
    const ratings: (number | null)[][] = coders.map(() => []);
    for (next = at; next < to && coded.document[next] === coded.document[at]; next++) {
      spans[coded.coder[next]!]!.push([coded.start[next]!, coded.end[next]!]);
      ratings[coded.coder[next]!]!.push(ratingAt(next));
    }
    passages.push(...ratedPassages(spans, ratings, threshold));
  }
  const given = { coders: coders.map((_, coder) => passages.map((rated) => rated[coder] ?? null)) };
  return { passages: passages.length, percent: measure(percentAgreement.of(given, {})), ordinal: measure(krippendorffAlpha.of(given, { metric: 'ordinal' })), interval: measure(krippendorffAlpha.of(given, { metric: 'interval' })) };
}
