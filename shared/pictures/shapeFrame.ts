import { linesOf, measureAt } from './lettering.ts';
import type { Shape } from './shapes.ts';

/** Above and below a picture of shapes; '' where a page around it says so already. */
export interface ShapeFrame { readonly title: string; readonly subtitle: string; /** Who is not in it, codebook, day: a line break begins a new line. */ readonly foot: string }
const left = 4;
const room = (width: number): number => width - 2 * left;

/** Title and subtitle in lines that fit, and the height that they take (px); 0 where both are ''. */
export function headOf({ title, subtitle }: Pick<ShapeFrame, 'title' | 'subtitle'>, width: number): { shapes: Shape[]; height: number } {
  const titles = linesOf(title, room(width), 2, measureAt(16, 600));
  const lines = subtitle.split('\n').flatMap((line) => linesOf(line, room(width), 4));
  const below = titles.length * 22;
  return {
    shapes: [
      ...titles.map((text, line): Shape => ({ kind: 'text', x: left, y: 20 + line * 22, text, size: 16, weight: 600, fill: 'ink' })),
      ...lines.map((text, line): Shape => ({ kind: 'text', x: left, y: 18 + below + line * 17, text, size: 12, fill: 'ink-2' })),
    ],
    height: titles.length + lines.length === 0 ? 0 : 12 + below + lines.length * 17,
  };
}
/** The foot from `top` on, and where it ends (px). */
export function footOf({ foot }: Pick<ShapeFrame, 'foot'>, width: number, top: number): { shapes: Shape[]; bottom: number } {
  const lines = foot.split('\n').flatMap((line) => linesOf(line, room(width), 4, measureAt(11)));
  return { shapes: lines.map((text, line) => ({ kind: 'text', x: left, y: top + 12 + line * 15, text, size: 11, fill: 'ink-2' })), bottom: lines.length === 0 ? top : top + 18 + lines.length * 15 };
}
