import { useMemo } from 'react';
import type { Quadrants } from '../../../shared/model/exhibit.ts';
import type { RatingGrid } from '../../../shared/model/ratings.ts';
import { gridPicture, type GridPicture } from '../../../shared/pictures/grid.ts';
import { corners, gridWords, type Corner } from '../../../shared/pictures/gridWords.ts';
import type { ShapeFrame } from '../../../shared/pictures/shapeFrame.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';

/** What the quarters of the grid are called in this study on this machine, and how to call them otherwise ('' for the usual name). */
export function useQuadrants() {
  const { say } = useWords();
  const core = useCore();
  const desk = useDesk();
  const study = useLive('project.read', {})?.uuid ?? '';
  const keyOf = (corner: Corner) => `quadrant:${corner}:${study}`;
  const given = (corner: Corner): string => { const name = desk?.preferences[keyOf(corner)]; return typeof name === 'string' && name !== '' ? name : say(`stakeholders.quadrants.${corner}`); };
  const names = { topLeft: given('topLeft'), topRight: given('topRight'), bottomLeft: given('bottomLeft'), bottomRight: given('bottomRight') };
  return {
    names,
    /** The names where they are others than the usual ones. */
    own: corners.some((corner) => names[corner] !== say(`stakeholders.quadrants.${corner}`)) ? names : undefined,
    rename: (corner: Corner, name: string) => core.prefer(keyOf(corner), name.trim() === say(`stakeholders.quadrants.${corner}`) ? '' : name.trim().slice(0, 80)),
  };
}

/** The grid drawn for this width (px); with a frame it stands alone, as a file does. */
export function useGridPicture(grid: RatingGrid | undefined, width: number, height: number): { readonly picture: GridPicture; readonly framed: (frame: ShapeFrame) => GridPicture } | null {
  const words = useWords();
  const { names } = useQuadrants();
  const told = JSON.stringify(names);
  return useMemo(() => {
    if (!grid) return null;
    const say = gridWords(words, grid, JSON.parse(told) as Quadrants);
    return { picture: gridPicture(grid, say, { width, height }), framed: (frame: ShapeFrame) => gridPicture(grid, say, { width: Math.max(width, 640), height, frame }) };
  }, [grid, words, told, width, height]);
}
