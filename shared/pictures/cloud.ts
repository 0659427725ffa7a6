import type { Words } from '../words/index.ts';
import { footOf, headOf, type ShapeFrame } from './shapeFrame.ts';
import { cutText, textWidth, type Shape, type ShapePicture } from './shapes.ts';

/** Words drawn at most, and the sizes (px) of the first and the last. */
export const mostCloudWords = 48;
const sizes = { largest: 44, smallest: 14 } as const;
const gap = 18;

/** How large the word of a rank is drawn, from `largest` down to `smallest` px: by its rank and not its count, which only the table tells. */
export const cloudSize = (rank: number, { largest, smallest }: { readonly largest: number; readonly smallest: number } = sizes): number => Math.round(smallest + (largest - smallest) * (1 - Math.sqrt(rank / mostCloudWords)));

interface Placed { readonly text: string; readonly size: number; readonly wide: number; readonly rank: number }
/** Words in lines that are no wider than the room, in the order of their rank. */
function linesIn(words: readonly string[], room: number): Placed[][] {
  const lines: Placed[][] = [];
  let left = 0;
  for (const [rank, word] of words.slice(0, mostCloudWords).entries()) {
    const size = cloudSize(rank);
    const text = cutText(word, room, size);
    const wide = textWidth(text, size);
    const line = lines.at(-1);
    if (line && left + gap + wide <= room) { line.push({ text, size, wide, rank }); left += gap + wide; }
    else { lines.push([{ text, size, wide, rank }]); left = wide; }
  }
  return lines;
}

/** The first words of a table, the higher the larger, in centred lines from the first to the last: read in the same order as the table, without luck in the placing. */
export function cloudPicture(listed: readonly string[], { say }: Words, { width, frame }: { readonly width: number; readonly frame: ShapeFrame }): ShapePicture {
  const head = headOf(frame, width);
  const shapes: Shape[] = [...head.shapes];
  let y = head.height + 8;
  for (const line of linesIn(listed, width - 16)) {
    const [tallest] = line.map(({ size }) => size);
    const whole = line.reduce((sum, { wide }) => sum + wide, 0) + gap * (line.length - 1);
    y += Math.round(tallest! * 1.3);
    let x = (width - whole) / 2;
    for (const { text, size, wide, rank } of line) {
      shapes.push({ kind: 'text', x, y, text, size, fill: rank < 5 ? 'ink' : 'ink-2' });
      x += wide + gap;
    }
  }
  shapes.push({ kind: 'text', x: width / 2, y: y + 28, text: say('words.cloudTitle'), size: 12, fill: 'ink-2', anchor: 'middle' });
  const foot = footOf(frame, width, y + 36);
  return { width, height: Math.ceil(Math.max(foot.bottom, y + 40)), shapes: [...shapes, ...foot.shapes] };
}
