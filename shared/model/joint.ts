import { placesOf } from './survey.ts';
import { nameKey } from './text.ts';

/**
 * What survey and interviews say together of one answer in one group. The rule, which stands under every joint display:
 * silent where one of them has nobody who says it; contradictory where it is said often in one (by a third or more) and not in the other, and
 * the shares lie 20 points or more apart; convergent else. Nothing where nobody says it in either; null where one of them asked nobody.
 */
export type Verdict = 'convergent' | 'silent' | 'contradictory' | 'nothing';
export const verdicts = ['convergent', 'silent', 'contradictory', 'nothing'] as const satisfies readonly Verdict[];
/** From this share on something is said often, and this far (per cent points of 100) two shares lie apart. */
export const jointRule = { often: 1 / 3, apart: 0.2 } as const;

export interface Share { readonly count: number; readonly n: number }
export function verdictOf(survey: Share | null, interviews: Share | null): Verdict | null {
  if (!survey || !interviews || survey.n === 0 || interviews.n === 0) return null;
  if (survey.count === 0 && interviews.count === 0) return 'nothing';
  if (survey.count === 0 || interviews.count === 0) return 'silent';
  const [asked, said] = [survey.count / survey.n, interviews.count / interviews.n];
  const differ = (asked >= jointRule.often) !== (said >= jointRule.often) && Math.abs(asked - said) >= jointRule.apart - 1e-12;
  return differ ? 'contradictory' : 'convergent';
}

/** By what of a scale groups are placed. */
export const jointMeasures = ['mean', 'median'] as const;
export type JointMeasure = (typeof jointMeasures)[number];
/** A place among others, from 1; whether others share it. */
export interface Place { readonly rank: number; readonly tied: boolean }
/** The place of each value from the highest down; those that nobody gave (null) have none. Values that differ by less than a millionth are the same. */
export function placesAmong(values: readonly (number | null)[]): (Place | null)[] {
  const rounded = values.map((value) => (value === null ? -Infinity : Number(value.toFixed(6))));
  const places = placesOf(rounded);
  return values.map((value, at) => (value === null ? null : { rank: places[at]!, tied: rounded.filter((other) => other === rounded[at]).length > 1 }));
}

const small = new Set('the a an of and or to in on for with is are be it its not no by at as from that this very too more less lack'.split(' '));
/** What of a name tells what it is about: words without their endings, and pairs of Chinese characters. */
function marksOf(name: string): Set<string> {
  const key = nameKey(name);
  const words = (key.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/\p{Script=Han}/u.test(word) && word.length > 1 && !small.has(word)).map((word) => word.replace(/(?:ing|ies|es|ed|s|e|y)$/, '') || word);
  const pairs = (key.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => (run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))));
  return new Set([...words, ...pairs]);
}
/** From this likeness on a code is proposed for an answer. */
export const likely = 0.4;
/** How alike two names are, 0 to 1: twice what they share of what either has (Dice). One word alone that longer names share says nothing. */
export function likeness(one: string, other: string): number {
  const [a, b] = [marksOf(one), marksOf(other)];
  const shared = [...a].filter((mark) => b.has(mark)).length;
  return shared === 0 || (shared === 1 && a.size + b.size > 2) ? 0 : (2 * shared) / (a.size + b.size);
}
