import { comparedArms, type RatingDifference } from '../model/ratingDifferences.ts';
import type { Arm, LeftOut, RatingAxis } from '../model/ratings.ts';
import type { Offer } from '../statistics/offer.ts';
import type { Words } from './index.ts';
import { sayOffer, type OfferReading } from './sayOffer.ts';

/** A rating or a median as it is shown: signed, with a true minus and no more digits than it has, two at most. */
export function sayRating({ number }: Pick<Words, 'number'>, value: number): string {
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * 100)) / 100 || 0;
  const digits = Number.isInteger(rounded) ? 0 : Number.isInteger(rounded * 10) ? 1 : 2;
  return `${rounded > 0 ? '+' : ''}${number(rounded, digits)}`;
}
/** A dimension's scale from its lowest step to its highest, with the anchors that it has: '−2 refuses, 0 waits and sees, +2 pushes it forward'. */
export function sayScale(words: Words, { scale }: Pick<RatingAxis, 'scale'>): string {
  if (!scale) return '';
  const { low, high, steps } = scale;
  const told = steps.filter(({ anchor, value }) => anchor !== '' || value === low || value === high);
  return (told.length > 0 ? told : [{ value: low, anchor: '' }, { value: high, anchor: '' }]).map(({ value, anchor }) => [sayRating(words, value), anchor].filter(Boolean).join(' ')).join(words.say('stakeholders.steps'));
}
/** The scales of several dimensions, those that have the same one together. */
export const sayScales = (words: Words, dimensions: readonly RatingAxis[]): string[] =>
  [...Map.groupBy(dimensions, (dimension) => sayScale(words, dimension))].map(([scale, alike]) => words.say('stakeholders.scaleOf', { dimension: words.list(alike.map(({ label }) => label)), scale }));
/** What stands in no cell, or in several: sentences. */
export const sayLeftOut = ({ say }: Words, { unnamed, shared }: LeftOut): string[] => [
  ...(unnamed > 0 ? [say('stakeholders.unnamed', { count: unnamed })] : []), ...(shared > 0 ? [say('stakeholders.shared', { count: shared })] : []),
];
/** A side of a comparison by its name. */
export const sayArm = ({ say }: Pick<Words, 'say'>, { key, label }: Pick<Arm, 'key' | 'label'>): string => (key === null && label === '' ? say('by.noValue') : label);
/** 'Pilot minus Non-pilot'; '' unless just two are compared. */
export function sayMinus(words: Words, arms: readonly Arm[], key: 'stakeholders.minus' | 'stakeholders.differenceNote' = 'stakeholders.minus'): string {
  const [first, second] = comparedArms(arms) ?? [];
  return first === undefined || second === undefined ? '' : words.say(key, { first: sayArm(words, arms[first]!), second: sayArm(words, arms[second]!) });
}
/** Why there is no difference; '' where there is one. */
export const sayUndefined = (words: Words, { why }: RatingDifference, arms: readonly Arm[]): string => (why === null ? '' : words.say(`stakeholders.undefinedFor.${why.reason}`, { side: sayArm(words, arms[why.arm]!) }));
/** The tests read aloud, with their sides as the reader knows them. */
export function sayRatingOffer(words: Words, offer: Offer): OfferReading {
  if (!offer.fits) return sayOffer(words, offer);
  const told = (label: string) => (label === 'self' ? words.say('stakeholders.self') : label === 'others' ? words.say('stakeholders.others') : label === '' ? words.say('by.noValue') : label);
  return sayOffer(words, { ...offer, groups: offer.groups.map((group) => ({ ...group, label: told(group.label) })) });
}
