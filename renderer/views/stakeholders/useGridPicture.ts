import { useMemo } from 'react';
import { gridPicture, type GridFrame, type GridPicture, type GridWords } from '../../../shared/model/gridPicture.ts';
import type { RatingAxis, RatingGrid } from '../../../shared/model/ratings.ts';
import { sayRating } from '../../../shared/words/sayRatings.ts';
import type { Words } from '../../../shared/words/index.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';

export const corners = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const;
type Corner = (typeof corners)[number];
/** What the quarters of the grid are called in this study on this machine, and how to call them otherwise ('' for the usual name). */
export function useQuadrants() {
  const { say } = useWords();
  const core = useCore();
  const desk = useDesk();
  const study = useLive('project.read', {})?.uuid ?? '';
  const keyOf = (corner: Corner) => `quadrant:${corner}:${study}`;
  const given = (corner: Corner): string => { const name = desk?.preferences[keyOf(corner)]; return typeof name === 'string' && name !== '' ? name : say(`stakeholders.quadrants.${corner}`); };
  return {
    names: { topLeft: given('topLeft'), topRight: given('topRight'), bottomLeft: given('bottomLeft'), bottomRight: given('bottomRight') },
    rename: (corner: Corner, name: string) => core.prefer(keyOf(corner), name.trim() === say(`stakeholders.quadrants.${corner}`) ? '' : name.trim().slice(0, 80)),
  };
}

function endsOf(words: Words, { scale }: RatingAxis) {
  const { low, high, steps } = scale!;
  const told = (value: number) => [sayRating(words, value), steps.find((step) => step.value === value)?.anchor ?? ''].filter(Boolean).join(' ');
  return { low: told(low), high: told(high) };
}
export function gridWords(words: Words, grid: RatingGrid, quadrants: GridWords['quadrants']): GridWords {
  const { say } = words;
  return {
    quadrants, ends: { x: endsOf(words, grid.x), y: endsOf(words, grid.y) }, centre: say(grid.centre === 'mean' ? 'stakeholders.dotMean' : 'stakeholders.dotMedian'), coders: say('stakeholders.eachCoder'),
    passages: (count) => say('tables.passages', { count }), beside: say('stakeholders.beside'), unasked: say('tables.unasked'), nobody: say('stakeholders.nobodyPlaced', { least: grid.least }),
    arms: grid.arms.map(({ key, label, n }) => `${key === null ? say('by.noValue') : label}, n ${words.number(n)}`),
  };
}
/** The grid drawn for this width (px); with a frame it stands alone, as a file does. */
export function useGridPicture(grid: RatingGrid | undefined, width: number, height: number): { readonly picture: GridPicture; readonly framed: (frame: GridFrame) => GridPicture } | null {
  const words = useWords();
  const { names } = useQuadrants();
  const told = JSON.stringify(names);
  return useMemo(() => {
    if (!grid) return null;
    const say = gridWords(words, grid, JSON.parse(told) as GridWords['quadrants']);
    return { picture: gridPicture(grid, say, { width, height }), framed: (frame: GridFrame) => gridPicture(grid, say, { width: Math.max(width, 640), height, frame }) };
  }, [grid, words, told, width, height]);
}
