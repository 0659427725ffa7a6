import { agreementLine, agreementRows } from './agreement.ts';
import { bars, stackedBars } from './bars.ts';
import type { Pictured } from '../model/exhibit.ts';
import type { Drawing } from './drawing.ts';
import type { Drawn, Picture } from './frame.ts';
import { heatmap } from './heatmap.ts';
import { cloudPicture } from './cloud.ts';
import { causesPicture } from './causes.ts';
import { gridPicture } from './grid.ts';
import { gridWords } from './gridWords.ts';
import { networkPicture } from './network.ts';
import { portraitPicture } from './portrait.ts';
import type { ShapeFrame } from './shapeFrame.ts';
import type { ShapePicture } from './shapes.ts';

/** A way to draw an exhibit. `id` is kept in studies and stands in shared/words under `picture.kinds`. */
export interface PictureKind { readonly id: string; fits(drawing: Drawing): boolean; draw(drawing: Drawing, drawn: Drawn): Picture | ShapePicture }

const frameOf = ({ title, subtitle, missing, foot }: Drawing): ShapeFrame => ({ title, subtitle, foot: [missing, foot].filter(Boolean).join('\n') });
/** px; a plot of the grid, beside which there may be others. */
const plotHeight = 520;
const widestPlot = 660;

/** What numbers in bars or fields would say nothing of. */
const ownOnly: ReadonlySet<string> = new Set(['grid', 'causes', 'portrait']);
/** Numbers that a bar can show: none below zero, and not more bars than a reader follows. */
const ofAmounts = ({ values, pictured }: Drawing): boolean => !ownOnly.has(pictured?.kind ?? '') && values.some((row) => row.some((value) => value !== null && value > 0)) && values.every((row) => row.every((value) => value === null || value >= 0));
const width = ({ columns }: Drawing): number => columns.length;
/** Every kind of picture; the first that fits is the usual one. A new one is a file and a line here. */
export const pictureKinds: readonly PictureKind[] = [
  { id: 'points', fits: ({ pictured }) => pictured?.kind === 'grid', draw(drawing, { width: room }) {
    const { grid, quadrants } = drawing.pictured as Extract<Pictured, { kind: 'grid' }>;
    return gridPicture(grid, gridWords(drawing.words, grid, quadrants), { width: grid.arms.length > 1 ? room : Math.min(room, widestPlot), height: plotHeight, frame: frameOf(drawing) });
  } },
  { id: 'causes', fits: ({ pictured }) => pictured?.kind === 'causes' && pictured.entries.length > 0, draw: (drawing) => causesPicture((drawing.pictured as Extract<Pictured, { kind: 'causes' }>).entries, drawing.words, { frame: frameOf(drawing) }) },
  { id: 'portrait', fits: ({ pictured }) => pictured?.kind === 'portrait' && pictured.portrait.codings.length > 0, draw: (drawing, { width: room }) => portraitPicture((drawing.pictured as Extract<Pictured, { kind: 'portrait' }>).portrait, drawing.words, { width: room, frame: frameOf(drawing) }) },
  { id: 'agreement', fits: ({ pictured }) => pictured?.kind === 'agreement' && pictured.points.some(({ value }) => value !== null), draw(drawing, { width: room }) {
    const { points, isLine } = drawing.pictured as Extract<Pictured, { kind: 'agreement' }>;
    return (isLine ? agreementLine : agreementRows)(points, drawing.words, { width: room, frame: frameOf(drawing) });
  } },
  { id: 'bars', fits: (drawing) => ofAmounts(drawing) && width(drawing) <= 10 && width(drawing) * drawing.rows.length <= 400, draw: (drawing, drawn) => bars(drawing, drawn) },
  { id: 'stacked', fits: (drawing) => ofAmounts(drawing) && !drawing.percent && width(drawing) >= 2 && width(drawing) <= 10, draw: stackedBars },
  { id: 'heatmap', fits: (drawing) => !ownOnly.has(drawing.pictured?.kind ?? '') && width(drawing) >= 2 && width(drawing) <= 60 && drawing.rows.length >= 1 && drawing.rows.length <= 300 && drawing.values.some((row) => row.some((value) => value !== null)), draw: heatmap },
  { id: 'cloud', fits: ({ pictured }) => pictured?.kind === 'cloud' && pictured.words.length > 0, draw: (drawing, { width: room }) => cloudPicture((drawing.pictured as Extract<Pictured, { kind: 'cloud' }>).words, drawing.words, { width: room, frame: frameOf(drawing) }) },
  { id: 'network', fits: ({ pictured }) => pictured?.kind === 'network' && pictured.sides.some(({ matrix }) => matrix.cells.some((row) => row.some((cell) => (cell ?? 0) > 0))), draw(drawing) {
    const { sides, least } = drawing.pictured as Extract<Pictured, { kind: 'network' }>;
    return networkPicture(sides, drawing.words, { least, frame: frameOf(drawing) });
  } },
];
/** The pictures that an exhibit can be shown as, usual ones first. */
export const picturesFor = (drawing: Drawing): readonly PictureKind[] => pictureKinds.filter((kind) => kind.fits(drawing));
