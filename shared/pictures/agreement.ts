import type { AgreementPoint } from '../model/agreement.ts';
import type { Words } from '../words/index.ts';
import { footOf, headOf, type ShapeFrame } from './shapeFrame.ts';
import { cutText, textWidth, type Shape, type ShapePicture } from './shapes.ts';

interface Room { readonly width: number; readonly frame?: ShapeFrame }

/** From what α on a code is reliable, and from what on tentative conclusions may be drawn (Krippendorff 2019, §12.7.3). */
const [reliable, tentative] = [0.8, 0.667];
const bands = [{ from: reliable, to: 1, opacity: 0.3 }, { from: tentative, to: reliable, opacity: 0.14 }] as const;
/** Where the scale begins: at 0, or below where something is. */
const leastOf = (points: readonly AgreementPoint[]): number => Math.min(0, ...points.map(({ value }) => value ?? 0));
const ticks = (least: number, { number }: Words): { readonly at: number; readonly text: string }[] => [...(least < -0.05 ? [least] : []), 0, tentative, reliable, 1].map((at) => ({ at, text: number(at, at === tentative ? 3 : at === reliable || at < 0 ? 1 : 0) }));
const text = (x: number, y: number, said: string, more: Partial<Extract<Shape, { kind: 'text' }>> = {}): Shape => ({ kind: 'text', x, y, text: said, size: 11, fill: 'ink-2', ...more });

const rowHeight = 22;
/** A line a code or document: a dot where its measure lies between what chance would bring about and full agreement, on what Krippendorff asks for. */
export function agreementRows(points: readonly AgreementPoint[], words: Words, { width, frame }: Room): ShapePicture {
  const labels = Math.min(280, Math.round(width * 0.34));
  const [left, right] = [labels + 8, width - 64];
  const least = leastOf(points);
  const at = (value: number): number => left + ((value - least) / (1 - least)) * (right - left);
  const head = frame ? headOf(frame, width) : { shapes: [], height: 0 };
  const top = head.height + 22;
  const bottom = top + points.length * rowHeight;
  const foot = footOf(frame ?? { foot: '' }, width, bottom + 24);
  return {
    width, height: Math.ceil(foot.bottom),
    shapes: [
      ...head.shapes,
      ...bands.map(({ from, to, opacity }): Shape => ({ kind: 'rect', x: at(from), y: top, width: at(to) - at(from), height: bottom - top, fill: 'theme-fill', opacity })),
      ...bands.map(({ from, to }, place): Shape => text((at(from) + at(to)) / 2, top - 7, words.say(place === 0 ? 'agreement.reads.good' : 'agreement.reads.fair'), { anchor: 'middle' })),
      ...ticks(least, words).flatMap(({ at: value, text: said }): Shape[] => [{ kind: 'line', x1: at(value), x2: at(value), y1: top, y2: bottom, stroke: value === 0 ? 'edge' : 'line' }, text(at(value), bottom + 16, said, { anchor: 'middle', fill: 'ink-3' })]),
      ...points.flatMap(({ label, facet, value, told }, row): Shape[] => {
        const y = top + row * rowHeight + rowHeight / 2;
        const name = text(labels, y + 4, cutText(label, labels - 8, 12), { size: 12, fill: 'ink', anchor: 'end' });
        if (value === null) return [name, text(left + 4, y + 4, told, { fill: 'ink-3' })];
        const paint = facet ? `${facet}-fill` : 'ink-2';
        return [name, { kind: 'line', x1: at(Math.min(0, value)), x2: at(Math.max(0, value)), y1: y, y2: y, stroke: paint, strokeWidth: 1.5, opacity: 0.6 }, { kind: 'circle', cx: at(value), cy: y, r: 4, fill: paint, stroke: 'paper', strokeWidth: 1.5, says: `${label}: ${told}` }, text(width - 4, y + 4, told, { size: 12, fill: 'ink', anchor: 'end', weight: 500 })];
      }),
      ...foot.shapes,
    ],
  };
}

/** Between the axis and the first and last point, px: what is written at a point does not lie on the axis. */
const inner = 30;
/** From round to round as a line; where a round has no value it is broken. */
export function agreementLine(points: readonly AgreementPoint[], words: Words, { width, frame }: Room): ShapePicture {
  const head = frame ? headOf(frame, width) : { shapes: [], height: 0 };
  // What the bands mean stands beside them, where no point is.
  const reads = bands.map((_, place) => words.say(place === 0 ? 'agreement.reads.good' : 'agreement.reads.fair'));
  const [left, right, top, bottom] = [44, width - 10 - Math.max(...reads.map((said) => textWidth(said, 11))), head.height + 20, head.height + 190];
  const least = leastOf(points);
  const x = (index: number): number => (points.length === 1 ? (left + right) / 2 : left + inner + (index / (points.length - 1)) * (right - left - 2 * inner));
  const y = (value: number): number => bottom - ((value - least) / (1 - least)) * (bottom - top);
  const foot = footOf(frame ?? { foot: '' }, width, bottom + 26);
  const step = Math.max(1, Math.ceil((points.length * 84) / (right - left)));
  const isTold = points.length * 34 < right - left;
  const strokes = points.slice(1).flatMap(({ value }, index): Shape[] => { const before = points[index]!.value; return value === null || before === null ? [] : [{ kind: 'line', x1: x(index), y1: y(before), x2: x(index + 1), y2: y(value), stroke: 'ink-2', strokeWidth: 1.5 }]; });
  return {
    width, height: Math.ceil(foot.bottom),
    shapes: [
      ...head.shapes,
      ...bands.map(({ from, to, opacity }): Shape => ({ kind: 'rect', x: left, y: y(to), width: right - left, height: y(from) - y(to), fill: 'theme-fill', opacity })),
      ...ticks(least, words).flatMap(({ at, text: said }): Shape[] => [{ kind: 'line', x1: left, x2: right, y1: y(at), y2: y(at), stroke: at === 0 ? 'edge' : 'line' }, text(left - 6, y(at) + 4, said, { anchor: 'end' })]),
      ...bands.map(({ from, to }, place): Shape => text(right + 6, (y(from) + y(to)) / 2 + 4, reads[place]!)),
      ...strokes,
      ...points.flatMap(({ label, value, told }, index): Shape[] => [
        ...(value === null ? [] : [{ kind: 'circle', cx: x(index), cy: y(value), r: 4, fill: 'ink', stroke: 'paper', strokeWidth: 1.5, says: `${label}: ${told}` } satisfies Shape, ...(isTold ? [text(x(index), y(value) - 9, told, { fill: 'ink', weight: 500, anchor: 'middle', rim: true })] : [])]),
        ...(index % step === 0 ? [text(x(index), bottom + 18, cutText(label, 84 * step - 8, 11), { anchor: 'middle' })] : []),
      ]),
      ...foot.shapes,
    ],
  };
}
