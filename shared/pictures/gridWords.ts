import type { RatingAxis, RatingGrid } from '../model/ratings.ts';
import type { Words } from '../words/index.ts';
import { sayRating } from '../words/sayRatings.ts';
import type { GridWords } from './grid.ts';

export const corners = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const;
export type Corner = (typeof corners)[number];
/** What the quarters are called where nobody gave them other names. */
export const usualQuadrants = ({ say }: Words): GridWords['quadrants'] => Object.fromEntries(corners.map((corner) => [corner, say(`stakeholders.quadrants.${corner}`)])) as Record<Corner, string>;

function endsOf(words: Words, { scale }: RatingAxis): { low: string; high: string } {
  const { low, high, steps } = scale!;
  const told = (value: number) => [sayRating(words, value), steps.find((step) => step.value === value)?.anchor ?? ''].filter(Boolean).join(' ');
  return { low: told(low), high: told(high) };
}
/** Who is spoken of and has no dot, with the reason, side by side; '' where nobody lacks one. */
function unplacedIn({ say, list }: Words, { dots, split }: RatingGrid, arms: readonly string[]): string {
  return dots.flatMap((side, arm) => {
    const who = side.filter(({ placing }) => placing !== 'placed' && placing !== 'none').map(({ label, placing }) => say('stakeholders.unplacedFor', { who: label, why: say(`stakeholders.placing.${placing}`) }));
    return who.length === 0 ? [] : [`${split === null ? '' : `${arms[arm]!}: `}${say('picture.unplaced', { who: list(who) })}`];
  }).join('\n');
}
/** All words of a grid's picture. */
export function gridWords(words: Words, grid: RatingGrid, quadrants: GridWords['quadrants'] = usualQuadrants(words)): GridWords {
  const { say, number } = words;
  const arms = grid.arms.map(({ key, label, n }) => `${key === null ? say('by.noValue') : label}, n ${number(n)}`);
  return {
    quadrants, arms, ends: { x: endsOf(words, grid.x), y: endsOf(words, grid.y) }, centre: say(grid.centre === 'mean' ? 'stakeholders.dotMean' : 'stakeholders.dotMedian'), coders: say('stakeholders.eachCoder'),
    passages: (count) => say('tables.passages', { count }), beside: say('stakeholders.beside'), unasked: say('tables.unasked'), nobody: say('stakeholders.nobodyPlaced', { least: grid.least }), unplaced: unplacedIn(words, grid, arms),
  };
}
