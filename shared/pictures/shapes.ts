/** A colour: the name of one of the theme's ('ink', 'stakeholder-3'), or '#rrggbb'; 'none' for nothing. */
export type Paint = string;
interface Drawn { readonly fill?: Paint; readonly stroke?: Paint; readonly strokeWidth?: number; readonly dash?: string; readonly opacity?: number; /** What it says, for whoever points at it in the file or has it read aloud. */ readonly says?: string }
export type Shape =
  | ({ readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly rx?: number } & Drawn)
  | ({ readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } & Drawn)
  | ({ readonly kind: 'circle'; readonly cx: number; readonly cy: number; readonly r: number } & Drawn)
  /** `d` as SVG has it, counted from `from`. */
  | ({ readonly kind: 'path'; readonly d: string; readonly from: { readonly x: number; readonly y: number } } & Drawn)
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly fill: Paint; readonly weight?: number; readonly anchor?: 'start' | 'middle' | 'end'; readonly rotate?: number; /** Drawn on a rim of paper, so that lines below it do not cross it. */ readonly rim?: true };
/** A picture as plain shapes, px from its top left corner: drawn alike in a window, in a file and on the command line. */
export interface ShapePicture { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }

/** Widths of Inter's letters in hundredths of an em, a to z, A to Z, 0 to 9. */
const widths = {
  lower: [56, 61, 57, 61, 59, 36, 61, 60, 25, 25, 55, 25, 88, 60, 60, 61, 61, 39, 53, 35, 60, 56, 80, 55, 56, 55],
  upper: [68, 65, 73, 72, 60, 58, 75, 74, 27, 56, 66, 56, 90, 76, 76, 63, 76, 64, 64, 65, 74, 68, 98, 67, 67, 63],
  digits: [62, 42, 60, 62, 64, 60, 62, 56, 62, 62],
} as const;
/** In em; signs that the list does not have count as a wide letter, Chinese ones as one em and a little. */
function emOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code >= 97 && code <= 122) return widths.lower[code - 97]! / 100;
  if (code >= 65 && code <= 90) return widths.upper[code - 65]! / 100;
  if (code >= 48 && code <= 57) return widths.digits[code - 48]! / 100;
  if (code === 32 || /[.,:;'’|!()[\]/·-]/.test(character)) return 0.36;
  return code < 0x2000 ? 0.64 : 1.02;
}
/** About how wide a text is in the interface's face (px), rather more than less: the same on every machine, with a window or without. */
export function textWidth(text: string, size: number, weight = 400): number {
  return Array.from(text).reduce((em, character) => em + emOf(character), 0) * size * (weight >= 500 ? 1.05 : 1.02);
}
/** The text, cut at the end where it is wider than there is room (px). */
export function cutText(text: string, room: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, size, weight) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
const short = (value: number): number => Math.round(value * 100) / 100;
/** A shape's attributes as SVG has them. */
export function attributesOf(shape: Shape, colour: (paint: Paint) => string): Readonly<Record<string, string | number>> {
  const paint = (value: Paint | undefined, otherwise: string) => (value === undefined ? otherwise : value === 'none' ? 'none' : colour(value));
  if (shape.kind === 'text') {
    const { x, y, size, weight = 400, anchor = 'start', rotate, rim, fill } = shape;
    return { x: short(x), y: short(y), 'font-size': size, 'font-weight': weight, 'text-anchor': anchor, fill: colour(fill), ...(rotate === undefined ? {} : { transform: `rotate(${rotate} ${short(x)} ${short(y)})` }),
      ...(rim ? { stroke: colour('paper'), 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } : {}) };
  }
  const { kind: _kind, says: _says, fill, stroke, strokeWidth, dash, opacity, ...places } = shape;
  const placed = 'd' in places ? { d: places.d, transform: `translate(${short(places.from.x)} ${short(places.from.y)})` } : Object.fromEntries(Object.entries(places).map(([name, value]) => [name, short(value)]));
  return { ...placed, ...(opacity === undefined ? {} : { opacity }), fill: paint(fill, 'none'), stroke: paint(stroke, 'none'), 'stroke-width': strokeWidth ?? 1, ...(dash === undefined ? {} : { 'stroke-dasharray': dash }) };
}
/** A picture as an SVG file: all colours and faces stand in it, and nothing is fetched. */
export function svgOfShapes({ width, height, shapes }: ShapePicture, { colour, face, title }: { colour: (paint: Paint) => string; face: string; title: string }): string {
  const told = (attributes: Readonly<Record<string, string | number>>) => Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('');
  const drawn = shapes.map((shape) => { const attributes = told(attributesOf(shape, colour)); return shape.kind === 'text' ? `<text${attributes}>${escaped(shape.text)}</text>` : shape.says === undefined ? `<${shape.kind}${attributes}/>` : `<${shape.kind}${attributes}><title>${escaped(shape.says)}</title></${shape.kind}>`; });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(face)}" role="img"><title>${escaped(title)}</title><rect width="${width}" height="${height}" fill="${escaped(colour('paper'))}"/>${drawn.join('')}</svg>`;
}
