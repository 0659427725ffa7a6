import { pictureFace } from '../../shared/pictures/frame.ts';
import { paintsOf, pictureLooks } from '../../shared/pictures/look.ts';
import { svgOfShapes, type ShapePicture } from '../../shared/pictures/shapes.ts';
import { rasterise } from './picture.ts';

/** A picture of shapes as a file, in the colours of paper and in typefaces of every system, as the core draws it: SVG text, or PNG bytes at twice the size. */
export function savedPicture(picture: ShapePicture, title: string): { svg(): string; png(): Promise<Uint8Array> } {
  const svg = () => svgOfShapes(picture, { colour: paintsOf(pictureLooks.light), face: pictureFace, title });
  return { svg, png: () => rasterise(svg(), picture.width, picture.height) };
}
