import { bars, stackedBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import type { Drawn, Picture } from './frame.ts';
import { heatmap } from './heatmap.ts';
import { points } from './points.ts';

/** A way to draw an exhibit. `id` is kept in studies and stands in shared/words under `picture.kinds`. */
export interface PictureKind { readonly id: string; fits(drawing: Drawing): boolean; draw(drawing: Drawing, drawn: Drawn): Picture }

/** Numbers that a bar can show: none below zero, and not more bars than a reader follows. */
const ofAmounts = ({ values, points: placed }: Drawing): boolean => !placed && values.some((row) => row.some((value) => value !== null && value > 0)) && values.every((row) => row.every((value) => value === null || value >= 0));
const width = ({ columns }: Drawing): number => columns.length;
/** Every kind of picture; the first that fits is the usual one. A new one is a file and a line here. */
export const pictureKinds: readonly PictureKind[] = [
  { id: 'points', fits: ({ points: placed, columns }) => placed && columns.length >= 2, draw: points },
  { id: 'bars', fits: (drawing) => ofAmounts(drawing) && width(drawing) <= 10 && width(drawing) * drawing.rows.length <= 400, draw: (drawing, drawn) => bars(drawing, drawn) },
  { id: 'stacked', fits: (drawing) => ofAmounts(drawing) && !drawing.percent && width(drawing) >= 2 && width(drawing) <= 10, draw: stackedBars },
  { id: 'heatmap', fits: (drawing) => !drawing.points && width(drawing) >= 2 && width(drawing) <= 60 && drawing.rows.length >= 1 && drawing.rows.length <= 300 && drawing.values.some((row) => row.some((value) => value !== null)), draw: heatmap },
];
/** The pictures that an exhibit can be shown as, usual ones first. */
export const picturesFor = (drawing: Drawing): readonly PictureKind[] => pictureKinds.filter((kind) => kind.fits(drawing));
