import { svgOf, type Paint, type Picture } from '../../shared/model/picture.ts';
import { rasterise } from './picture.ts';

/** A colour of the theme as it looks on paper: mixtures and what shines through are read back from a drawn point. */
function solid(paint: Paint): string {
  const colour = (value: string) => (value.startsWith('#') ? value : getComputedStyle(document.documentElement).getPropertyValue(`--${value}`).trim());
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const layer of ['paper', paint]) {
    context.fillStyle = colour(layer);
    context.fillRect(0, 0, 1, 1);
  }
  return `#${Array.from(context.getImageData(0, 0, 1, 1).data.subarray(0, 3), (part) => part.toString(16).padStart(2, '0')).join('')}`;
}
/** A picture as a file in the colours of the window: SVG text, or PNG bytes at twice the size. */
export function savedPicture(picture: Picture, title: string): { svg(): string; png(): Promise<Uint8Array> } {
  const svg = () => {
    const known = new Map<Paint, string>();
    const colour = (paint: Paint) => { if (!known.has(paint)) known.set(paint, solid(paint)); return known.get(paint)!; };
    // Names of typefaces in single quotes: in the file they stand inside of double ones.
    return svgOf(picture, { colour, face: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"), title });
  };
  return { svg, png: () => rasterise(svg(), picture.width, picture.height) };
}
