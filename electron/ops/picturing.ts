import type { Exhibit } from '../../shared/model/exhibit.ts';
import { Problem } from '../../shared/model/problem.ts';
import { drawingOf } from '../../shared/pictures/drawing.ts';
import { pictureFace } from '../../shared/pictures/frame.ts';
import { picturesFor } from '../../shared/pictures/index.ts';
import { paintsOf, pictureLooks } from '../../shared/pictures/look.ts';
import { svgOfShapes } from '../../shared/pictures/shapes.ts';
import type { Words } from '../../shared/words/index.ts';
import { bitmapOf } from '../formats/bitmap.ts';
import { stampLine } from '../formats/exhibitCells.ts';
import type { Provenance } from '../formats/provenance.ts';
import type { WordPicture } from '../formats/wordBlocks.ts';

/** As wide as a page's text, CSS pixels. */
const width = 860;
/** What stands at a picture's foot: of how many, which codebook, when. */
export const footOf = (origin: Provenance): string => stampLine({ ...origin, lines: origin.lines.slice(-3) });

/** An exhibit's picture for files, in the colours of paper; '' for the usual kind. A Problem `no-such-picture` names those that fit. `bitmap`: the same as PNG too, for programs that know no SVG; `alone`: with title, unit and stamp in it, which a page has around it. */
export async function drawnPicture(exhibit: Exhibit, origin: Provenance, kind: string, words: Words, { prefix, bitmap = false, alone = false }: { readonly prefix: string; readonly bitmap?: boolean; readonly alone?: boolean }): Promise<WordPicture> {
  const drawing = drawingOf(exhibit, footOf(origin), words);
  const fitting = picturesFor(drawing);
  const found = kind === '' ? fitting[0] : fitting.find(({ id }) => id === kind);
  if (!found) throw new Problem('no-such-picture', { picture: kind, known: fitting.map(({ id }) => id).join(', ') || '–' });
  const picture = found.draw(alone ? drawing : { ...drawing, title: '', subtitle: '', foot: '' }, { look: pictureLooks.light, width, face: pictureFace });
  const told = [exhibit.title, exhibit.subtitle].filter((part) => part !== '').join('. ');
  const { width: wide, height } = picture;
  // What draws charts is a quarter of the program: it is read when the first of them is wanted.
  const svg = 'shapes' in picture ? svgOfShapes(picture, { colour: paintsOf(pictureLooks.light), face: pictureFace, title: told }) : (await import('../formats/picture.ts')).svgOf(picture, prefix);
  return { svg, png: bitmap ? await bitmapOf(svg, picture) : null, width: wide, height, told };
}
