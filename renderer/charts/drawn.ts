import type { Exhibit } from '../../shared/model/exhibit.ts';
import { drawingOf } from '../../shared/pictures/drawing.ts';
import { pictureFace, type Drawn, type Picture } from '../../shared/pictures/frame.ts';
import { picturesFor } from '../../shared/pictures/index.ts';
import { pictureLooks } from '../../shared/pictures/look.ts';
import type { ShapePicture } from '../../shared/pictures/shapes.ts';
import type { Words } from '../../shared/words/index.ts';
import { createChart } from './echarts.ts';
import { pictureFile } from './picture.ts';
import { savedPicture } from './pictureSvg.ts';

/** How a picture of an exhibit is wanted: its kind and what stands at its foot. `alone`: with title, unit and stamp in it. */
export interface WantedPicture { readonly kind: string; readonly foot: string; readonly alone: boolean }
/** A picture of an exhibit, for the page or a file; null where this kind does not fit it. The same as the core draws into files. */
export function pictureOf(exhibit: Exhibit, { kind, foot, alone }: WantedPicture, drawn: Drawn, words: Words): Picture | ShapePicture | null {
  const drawing = drawingOf(exhibit, foot, words);
  const found = picturesFor(drawing).find(({ id }) => id === kind);
  return found ? found.draw(alone ? drawing : { ...drawing, title: '', subtitle: '', foot: '' }, drawn) : null;
}
/** The same as a file, in the colours of paper and in typefaces of every system. `width` in CSS pixels. */
export function pictureFileOf(exhibit: Exhibit, wanted: WantedPicture, width: number, words: Words): { svg(): string; png(): Promise<Uint8Array> } | null {
  const picture = pictureOf(exhibit, wanted, { look: pictureLooks.light, width, face: pictureFace }, words);
  if (!picture) return null;
  return 'shapes' in picture ? savedPicture(picture, exhibit.title) : chartFile(picture);
}
/** A chart as a file: SVG text, or PNG bytes. */
export function chartFile(picture: Picture): { svg(): string; png(): Promise<Uint8Array> } {
  const draw = <R>(take: (chart: ReturnType<typeof createChart>) => R): R => {
    const chart = createChart(document.createElement('div'), picture.width, picture.height);
    chart.setOption(picture.option);
    const taken = take(chart);
    chart.dispose();
    return taken;
  };
  return { svg: () => draw((chart) => pictureFile(chart, 'svg')), png: () => draw((chart) => pictureFile(chart, 'png')) };
}
