import type { Portrait } from '../model/portrait.ts';
import type { Words } from '../words/index.ts';
import { footOf, headOf, type ShapeFrame } from './shapeFrame.ts';
import { cutText, type Shape, type ShapePicture } from './shapes.ts';

/** A mark of the picture, for whoever points at it: the place of its coding in the portrait. */
export interface PortraitMark { readonly coding: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface PortraitPicture extends ShapePicture { readonly marks: readonly PortraitMark[] }

const rowHeight = 22;
const margin = 16;
/** Marks are at least as wide as that (px), so that a short passage is seen. */
const least = 3;

/** A document from its beginning to its end: a row a code, a mark a passage in its place in the text; above them the turns, interviewers' lighter. */
export function portraitPicture({ codes, codings, turns, length }: Portrait, words: Words, { width, frame }: { readonly width: number; readonly frame?: ShapeFrame }): PortraitPicture {
  const labels = Math.min(220, Math.round(width * 0.26));
  const room = width - labels - margin;
  const at = (offset: number): number => labels + (offset / Math.max(1, length)) * room;
  const head = frame ? headOf(frame, width) : { shapes: [], height: 0 };
  const top = head.height + 24;
  const bottom = top + codes.length * rowHeight;
  const rowAt = (row: number): number => top + row * rowHeight;
  const marks = codings.map(({ code, start, end }, coding): PortraitMark => ({ coding, x: at(start), y: rowAt(code) + 4, width: Math.max(least, at(end) - at(start)), height: 14 }));
  const paint = ({ facet, colour }: Portrait['codes'][number]): string => (colour.startsWith('#') ? colour : `${facet}-${colour}`);
  const label = (x: number, y: number, text: string, fill: string): Shape => ({ kind: 'text', x, y, text, size: 12, fill });
  const foot = footOf(frame ?? { foot: '' }, width, bottom + 26);
  return {
    width, height: Math.ceil(foot.bottom), marks,
    shapes: [
      ...head.shapes, label(4, top - 9, cutText(words.say('tables.turnsRow'), labels - 8, 12), 'ink-2'),
      ...turns.map(({ start, end, interviewer }): Shape => ({ kind: 'rect', x: at(start), y: top - 18, width: Math.max(0.6, at(end) - at(start) - 0.6), height: 10, fill: interviewer ? 'line' : 'ink-3' })),
      ...codes.flatMap((code, row): Shape[] => [
        { kind: 'line', x1: labels, x2: labels + room, y1: rowAt(row) + 11, y2: rowAt(row) + 11, stroke: 'line' }, label(4, rowAt(row) + 15, cutText(code.name, labels - 8, 12), 'ink'),
      ]),
      ...marks.map(({ coding, ...place }): Shape => ({ kind: 'rect', ...place, fill: paint(codes[codings[coding]!.code]!) })),
      ...[0, 0.25, 0.5, 0.75, 1].map((share): Shape => ({ kind: 'text', x: labels + share * room, y: bottom + 18, text: words.percent(share), size: 11, fill: 'ink-3', anchor: share === 0 ? 'start' : share === 1 ? 'end' : 'middle' })),
      ...foot.shapes,
    ],
  };
}
