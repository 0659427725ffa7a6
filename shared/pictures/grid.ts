import { around, dodge, leaderOf, placeLabels, type Box, type Point, type Segment } from './placing.ts';
import type { Quadrants } from '../model/exhibit.ts';
import { footOf, headOf, type ShapeFrame } from './shapeFrame.ts';
import { cutText, textWidth, type Paint, type Shape, type ShapePicture } from './shapes.ts';
import { farApart, placeOn, type Anchors, type GridDot, type RatingGrid } from '../model/ratings.ts';

/** What stands on the picture besides the numbers, in the reader's language. */
export interface GridWords {
  readonly quadrants: Quadrants;
  /** Ends of a scale: '−2 does not care'. */
  readonly ends: Readonly<Record<'x' | 'y', { readonly low: string; readonly high: string }>>;
  /** What the filled dot, the hollow dots and the small dots are; and that dots of one place stand side by side. */
  readonly centre: string;
  readonly coders: string;
  readonly passages: (count: number) => string;
  readonly beside: string;
  /** Over a plot of a comparison: 'Pilot, n 25'. */
  readonly arms: readonly string[];
  /** In a plot where nobody was interviewed, and where nobody has enough passages. */
  readonly unasked: string;
  readonly nobody: string;
  /** Who has no dot, in a picture that stands alone; '' where everybody has one. */
  readonly unplaced: string;
}
/** A stakeholder's dot as it is drawn, for whoever points at it. */
export interface DrawnDot { readonly arm: number; readonly code: number; readonly x: number; readonly y: number }
export interface GridPicture extends ShapePicture { readonly dots: readonly DrawnDot[]; /** Where each label stands; null where there was no room and the dot has a number. */ readonly labels: readonly (Box | null)[] }

export const dotRadius = 7;
const coderRadius = 4;
const letterRadius = 7.5;
const labelHeight = 26;
/** Room between the frame and the ends of the scales, so that no dot lies on the frame. */
const inset = 22;
const longestLabel = 230;
const margin = { left: 46, right: 14, top: 30, bottom: 48 } as const;
const mid = 'line-2';

export const paintOf = ({ colour }: Pick<GridDot, 'colour'>): Paint => (colour.startsWith('#') ? colour : `stakeholder-${colour}`);
/** How many passages one small dot stands for: five, or so many that no label is longer than its name needs. */
const unitFor = (dots: readonly GridDot[]): number => [5, 10, 25, 50, 100, 250].find((unit) => Math.max(0, ...dots.map(({ passages }) => passages)) / unit <= 24) ?? 1000;
/** The shortest beginnings of names that tell coders apart; numbers where names do not. */
export function lettersOf(names: readonly string[]): string[] {
  const characters = names.map((name) => Array.from(name.trim()));
  const first = characters.map(([letter = '?']) => letter.toLocaleUpperCase());
  if (new Set(first).size === names.length) return first;
  const two = characters.map((name) => name.slice(0, 2).join(''));
  return new Set(two).size === names.length ? two : names.map((_, index) => String(index + 1));
}

interface Plot { readonly shapes: Shape[]; readonly dots: DrawnDot[]; readonly labels: (Box | null)[]; readonly numbered: string[]; readonly moved: boolean; readonly lettered: boolean }

/** The stakeholders of one side in their frame; `frame` is the inner box of the plot. */
function plot(grid: RatingGrid, arm: number, frame: Box, unit: number, letters: ReadonlyMap<number, string>, firstNumber: number): Plot {
  const scales: Readonly<Record<'x' | 'y', Anchors>> = { x: grid.x.scale!, y: grid.y.scale! };
  const shapes: Shape[] = [];
  const inner: Box = { x: frame.x + inset, y: frame.y + inset, width: frame.width - 2 * inset, height: frame.height - 2 * inset };
  const pointOf = ({ x, y }: { x: number; y: number }): Point => ({ x: inner.x + Math.max(0, Math.min(1, placeOn(scales.x, x))) * inner.width, y: inner.y + (1 - Math.max(0, Math.min(1, placeOn(scales.y, y)))) * inner.height });
  const middles: Segment[] = [
    { from: { x: frame.x + frame.width / 2, y: frame.y }, to: { x: frame.x + frame.width / 2, y: frame.y + frame.height } }, { from: { x: frame.x, y: frame.y + frame.height / 2 }, to: { x: frame.x + frame.width, y: frame.y + frame.height / 2 } },
  ];
  shapes.push({ kind: 'rect', ...frame, stroke: 'line' }, ...middles.map(({ from, to }): Shape => ({ kind: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: mid })));
  // Who is spoken of most has the first choice of place; then the order of the codebook.
  const placed = (grid.dots[arm] ?? []).filter(({ placing }) => placing === 'placed').toSorted((a, b) => b.passages - a.passages);
  const true_ = placed.map(({ at }) => pointOf(at!));
  const places = dodge(true_, 2 * dotRadius + 1, { x: frame.x + dotRadius, y: frame.y + dotRadius, width: frame.width - 2 * dotRadius, height: frame.height - 2 * dotRadius });
  const coders = placed.map((dot, index) => (dot.coders.length < 2 ? [] : dot.coders.map((coder) => ({ coder, at: pointOf(coder), far: dot.apart > farApart, from: places[index]! }))));
  const segments = coders.flat().map(({ at, from }): Segment => ({ from, to: at }));
  const names = placed.map(({ label }) => cutText(label, longestLabel, 12, 500));
  const smalls = placed.map(({ passages }) => Math.ceil(passages / unit));
  const labels = placeLabels(placed.map((_, index) => ({ at: places[index]!, radius: dotRadius, width: Math.max(textWidth(names[index]!, 12, 500), smalls[index]! * 5), height: labelHeight })), {
    x: frame.x + 3, y: frame.y + 3, width: frame.width - 6, height: frame.height - 6,
  }, { boxes: coders.flat().map(({ at, far }) => around(at, (far ? letterRadius : coderRadius) + 2)), segments, faint: middles });
  const numbered: string[] = [];
  let lettered = false;
  const lettersOn: { at: Point; letter: string }[] = [];
  placed.forEach((dot, index) => {
    const paint = paintOf(dot);
    for (const { at, from } of coders[index]!) shapes.push({ kind: 'line', x1: from.x, y1: from.y, x2: at.x, y2: at.y, stroke: paint, strokeWidth: 1.3 });
  });
  placed.forEach((dot, index) => {
    const paint = paintOf(dot);
    for (const { coder, at, far, from } of coders[index]!) {
      // Who puts it where all together do is named on the dot itself.
      if (far && Math.hypot(at.x - from.x, at.y - from.y) < dotRadius) { lettersOn.push({ at: from, letter: letters.get(coder.coder)! }); lettered = true; continue; }
      shapes.push({ kind: 'circle', cx: at.x, cy: at.y, r: far ? letterRadius : coderRadius, fill: 'paper', stroke: paint, strokeWidth: 1.6 });
      if (!far) continue;
      lettered = true;
      const letter = letters.get(coder.coder)!;
      shapes.push({ kind: 'text', x: at.x, y: at.y + 3.4, text: letter, size: letter.length > 1 ? 8 : 9.5, weight: 600, fill: 'ink', anchor: 'middle' });
    }
  });
  placed.forEach((dot, index) => {
    const { x, y } = places[index]!;
    shapes.push({ kind: 'circle', cx: x, cy: y, r: dotRadius, fill: paintOf(dot), stroke: 'paper', strokeWidth: 1.5 });
    const box = labels[index];
    if (!box) {
      numbered.push(`${firstNumber + numbered.length} ${dot.label}`);
      shapes.push({ kind: 'text', x, y: y + 3.3, text: String(firstNumber + numbered.length - 1), size: 9, weight: 600, fill: 'paper', anchor: 'middle' });
      return;
    }
    shapes.push(...labelled({ x, y }, box, names[index]!, smalls[index]!));
  });
  for (const { at, letter } of lettersOn) shapes.push({ kind: 'text', x: at.x, y: at.y + 3.3, text: letter, size: letter.length > 1 ? 8 : 9, weight: 600, fill: 'paper', anchor: 'middle' });
  return { shapes, dots: placed.map(({ code }, index) => ({ arm, code, ...places[index]! })), labels, numbered, moved: places.some((place, index) => place.x !== true_[index]!.x || place.y !== true_[index]!.y), lettered };
}
/** A name over its small dots, on the side of its dot; a thin line leads to it where it had to go far. */
function labelled(at: Point, box: Box, name: string, small: number): Shape[] {
  const centre = box.x + box.width / 2;
  const anchor = Math.abs(centre - at.x) < 24 ? 'middle' : box.x > at.x ? 'start' : box.x + box.width < at.x ? 'end' : 'middle';
  const x = anchor === 'middle' ? centre : anchor === 'start' ? box.x : box.x + box.width;
  const from = anchor === 'middle' ? centre - ((small - 1) * 5) / 2 : anchor === 'start' ? box.x + 2 : box.x + box.width - (small - 1) * 5 - 2;
  const leader = leaderOf({ at, radius: dotRadius }, box);
  return [
    ...(leader ? [{ kind: 'line', x1: leader.from.x, y1: leader.from.y, x2: leader.to.x, y2: leader.to.y, stroke: 'ink-3', strokeWidth: 0.8, dash: '2 2' } as const] : []),
    { kind: 'text', x, y: box.y + 12, text: name, size: 12, weight: 500, fill: 'ink', anchor },
    ...Array.from({ length: small }, (_, index): Shape => ({ kind: 'circle', cx: from + index * 5, cy: box.y + 20, r: 1.7, fill: 'ink-3' })),
  ];
}

/** Names of quadrants, scales and their ends, outside of the frame: inside they would collide with what is shown. */
function around4(grid: RatingGrid, frame: Box, { quadrants, ends }: GridWords): Shape[] {
  const text = (x: number, y: number, told: string, anchor: 'start' | 'middle' | 'end', fill: Paint, room: number, rotate?: number): Shape => ({ kind: 'text', x, y, text: cutText(told, room, 11.5), size: 11.5, fill, anchor, ...(rotate === undefined ? {} : { rotate }) });
  const [right, bottom, half] = [frame.x + frame.width, frame.y + frame.height, frame.width / 2 - 6];
  const side = (of: 'x' | 'y', length: number) => {
    const name = cutText(grid[of].label, length - 16, 12, 500);
    const room = Math.max(40, (length - textWidth(name, 12, 500)) / 2 - 14);
    return { name, room };
  };
  const [across, up] = [side('x', frame.width), side('y', frame.height)];
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  return [
    text(frame.x, frame.y - 8, quadrants.topLeft, 'start', 'ink-2', half), text(right, frame.y - 8, quadrants.topRight, 'end', 'ink-2', half),
    text(frame.x, bottom + 16, quadrants.bottomLeft, 'start', 'ink-2', half), text(right, bottom + 16, quadrants.bottomRight, 'end', 'ink-2', half),
    text(frame.x, bottom + 36, ends.x.low, 'start', 'ink-3', across.room), text(right, bottom + 36, ends.x.high, 'end', 'ink-3', across.room),
    { kind: 'text', x: middle.x, y: bottom + 36, text: across.name, size: 12, weight: 500, fill: 'ink', anchor: 'middle' },
    text(frame.x - 12, bottom, ends.y.low, 'start', 'ink-3', up.room, -90), text(frame.x - 12, frame.y, ends.y.high, 'end', 'ink-3', up.room, -90),
    { kind: 'text', x: frame.x - 12, y: middle.y, text: up.name, size: 12, weight: 500, fill: 'ink', anchor: 'middle', rotate: -90 },
    ...ticks(grid, frame),
  ];
}
function ticks(grid: RatingGrid, frame: Box): Shape[] {
  const values = ({ low, high, steps }: Anchors) => (steps.length > 0 ? steps.map(({ value }) => value) : [low, (low + high) / 2, high]);
  return [
    ...values(grid.x.scale!).map((value): Shape => { const x = frame.x + inset + placeOn(grid.x.scale!, value) * (frame.width - 2 * inset); return { kind: 'line', x1: x, y1: frame.y + frame.height, x2: x, y2: frame.y + frame.height + 4, stroke: 'edge' }; }),
    ...values(grid.y.scale!).map((value): Shape => { const y = frame.y + inset + (1 - placeOn(grid.y.scale!, value)) * (frame.height - 2 * inset); return { kind: 'line', x1: frame.x - 4, y1: y, x2: frame.x, y2: y, stroke: 'edge' }; }),
  ];
}

/** What the signs mean, in lines that are no wider than the picture. */
function legend(y: number, width: number, entries: readonly { readonly wide: number; readonly text: string; readonly sign: (x: number, y: number) => readonly Shape[] }[]): { shapes: Shape[]; y: number } {
  const shapes: Shape[] = [];
  let [x, line] = [margin.left, y];
  for (const { wide, text, sign } of entries) {
    const long = wide + textWidth(text, 12) + 22;
    if (x > margin.left && x + long > width) [x, line] = [margin.left, line + 20];
    shapes.push(...sign(x, line), { kind: 'text', x: x + wide, y: line, text: cutText(text, width - x - wide - 4, 12), size: 12, fill: 'ink-2' });
    x += long;
  }
  return { shapes, y: line };
}

/**
 * The grid as a picture of this width (px): a plot for each side of a comparison, side by side where there is room. Dots of one place stand
 * beside each other, and no two labels overlap; the same grid is always drawn alike.
 */
export function gridPicture(grid: RatingGrid, words: GridWords, asked: { readonly width: number; readonly height: number; readonly frame?: ShapeFrame }): GridPicture {
  const { arms } = grid;
  const columns = Math.max(1, Math.min(arms.length, Math.floor(asked.width / 400)));
  const width = Math.max(340, asked.width);
  const cell = { width: width / columns, height: Math.max(300, asked.height) };
  const head = asked.frame ? headOf(asked.frame, width) : { shapes: [], height: 0 };
  const top = head.height + (grid.split === null ? 0 : 22);
  const unit = unitFor(grid.dots.flat());
  const coders = [...new Map(grid.dots.flat().flatMap((dot) => dot.coders.map(({ coder, name }) => [coder, name] as const)))].toSorted(([a], [b]) => a - b);
  const letters = new Map(lettersOf(coders.map(([, name]) => name)).map((letter, index) => [coders[index]![0], letter] as const));
  const shapes: Shape[] = [...head.shapes];
  const plots: Plot[] = [];
  arms.forEach((arm, index) => {
    const at = { x: (index % columns) * cell.width, y: top + Math.floor(index / columns) * (cell.height + (grid.split === null ? 0 : 22)) };
    const frame: Box = { x: at.x + margin.left, y: at.y + margin.top, width: cell.width - margin.left - margin.right, height: cell.height - margin.top - margin.bottom };
    const drawn = plot(grid, index, frame, unit, letters, plots.reduce((all, { numbered }) => all + numbered.length, 1));
    plots.push(drawn);
    if (grid.split !== null) shapes.push({ kind: 'text', x: frame.x, y: at.y, text: cutText(words.arms[index]!, frame.width, 13, 600), size: 13, weight: 600, fill: 'ink' });
    shapes.push(...around4(grid, frame, words), ...drawn.shapes);
    if (drawn.dots.length === 0) shapes.push({ kind: 'text', x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 - 8, text: cutText(arm.n === 0 ? words.unasked : words.nobody, frame.width - 16, 12), size: 12, fill: 'ink-3', anchor: 'middle' });
  });
  const rows = Math.ceil(arms.length / columns);
  const below = top + rows * cell.height + (rows - 1) * (grid.split === null ? 0 : 22) + 12;
  const told = legend(below, width, [
    { wide: 18, text: words.centre, sign: (x, y) => [{ kind: 'circle', cx: x + 7, cy: y - 4, r: 5.5, fill: 'ink-2' }] },
    ...(coders.length > 1 ? [{ wide: 38, text: words.coders, sign: (x: number, y: number): Shape[] => [{ kind: 'line', x1: x + 6, y1: y - 4, x2: x + 26, y2: y - 4, stroke: 'ink-2', strokeWidth: 1.3 }, ...[x + 6, x + 26].map((cx): Shape => ({ kind: 'circle', cx, cy: y - 4, r: 5, fill: 'paper', stroke: 'ink-2', strokeWidth: 1.6 }))] }] : []),
    { wide: 10, text: words.passages(unit), sign: (x, y) => [{ kind: 'circle', cx: x + 3, cy: y - 4, r: 1.7, fill: 'ink-3' }] },
    ...(plots.some(({ moved }) => moved) ? [{ wide: 0, text: words.beside, sign: () => [] }] : []),
    ...plots.flatMap(({ numbered }) => numbered).map((text) => ({ wide: 0, text, sign: () => [] })),
  ]);
  shapes.push(...told.shapes);
  const foot = asked.frame ? footOf({ foot: [words.unplaced, asked.frame.foot].filter(Boolean).join('\n') }, width, told.y + 10) : { shapes: [], bottom: told.y + 10 };
  return { width, height: Math.ceil(foot.bottom), shapes: [...shapes, ...foot.shapes], dots: plots.flatMap(({ dots }) => dots), labels: plots.flatMap(({ labels }) => labels) };
}
