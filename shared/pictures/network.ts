import type { ConflictMatrix } from '../model/conflicts.ts';
import type { Words } from '../words/index.ts';
import { measureAt } from './lettering.ts';
import { layNetwork, type Network, type NetworkNode } from './networkLayout.ts';
import { footOf, headOf, type ShapeFrame } from './shapeFrame.ts';
import type { Paint, Shape, ShapePicture } from './shapes.ts';

/** One side of a comparison, or all that is asked with an empty label. */
export interface NetworkSide { readonly label: string; readonly matrix: ConflictMatrix }
/** Something that is drawn of a side, for whoever points at it: an arrow along `d`, counted from `from`, or a circle. */
export interface DrawnArrow { readonly side: number; readonly row: number; readonly column: number; readonly value: number; readonly d: string; readonly from: { readonly x: number; readonly y: number }; readonly width: number }
export interface DrawnCircle { readonly side: number; readonly column: number; readonly x: number; readonly y: number; readonly radius: number }
export interface NetworkPicture extends ShapePicture { readonly arrows: readonly DrawnArrow[]; readonly circles: readonly DrawnCircle[]; /** Pairs that are too few to be drawn. */ readonly leftOut: number }

const heading = 26;
const paintOf = (colour: string): Paint => (colour.startsWith('#') ? colour : `stakeholder-${colour}`);
/** What arrows and circles say, and what is not drawn. */
export const networkLegend = ({ say }: Words, leftOut: number, least: number): string => [say('conflicts.networkLegend'), ...(leftOut > 0 ? [say('conflicts.networkLeftOut', { least })] : [])].join(' ');
/** Who stands on an arrow and was not interviewed: a circle that is a rim of dashes. */
function silentIn({ say, list }: Words, sides: readonly NetworkSide[], circles: readonly DrawnCircle[]): string {
  const silent = (sides[0]?.matrix.columns ?? []).filter(({ row }, index) => row === null && circles.some(({ column }) => column === index)).map(({ label }) => label);
  return silent.length === 0 ? '' : say('conflicts.noAnswerFor', { names: list(silent) });
}

/**
 * Who is in conflict with whom: an arrow from who says it, as wide as how many do, a circle as large as all that is said about the group; the
 * sides of a comparison below each other, their arrows and circles on one measure. Pairs from `least` on are drawn; `isLit` are those to be seen first.
 */
export function networkPicture(sides: readonly NetworkSide[], words: Words, { least, frame, isLit = () => false }: { readonly least: number; readonly frame?: ShapeFrame; readonly isLit?: (side: number, row: number, column: number) => boolean }): NetworkPicture {
  const measure = measureAt(12);
  const most = { value: Math.max(0, ...sides.flatMap(({ matrix }) => matrix.cells.flat().map((cell) => cell ?? 0))), about: Math.max(0, ...sides.flatMap(({ matrix }) => matrix.columns.map(({ about }) => about))) };
  const layouts = sides.map(({ matrix }) => layNetwork(matrix, least, measure, { most, below: (column) => nOf(matrix, column) }));
  const leftOut = layouts.reduce((all, layout) => all + layout.leftOut, 0);
  const width = Math.max(640, ...layouts.map((layout) => layout.width));
  const drawn = layouts.flatMap(({ nodes }, side) => nodes.map(({ column, x, y, radius }) => ({ side, column, x, y, radius })));
  const told = [networkLegend(words, leftOut, least), silentIn(words, sides, drawn)].filter(Boolean).join(' ');
  const head = frame ? headOf({ title: frame.title, subtitle: [frame.subtitle, told].filter(Boolean).join('\n') }, width) : { shapes: [], height: 0 };
  const shapes: Shape[] = [...head.shapes];
  const arrows: DrawnArrow[] = [];
  const circles: DrawnCircle[] = [];
  let top = head.height;
  layouts.forEach((layout, side) => {
    const { label, matrix } = sides[side]!;
    if (label !== '') {
      shapes.push({ kind: 'text', x: 4, y: top + 18, text: label, size: 13, weight: 600, fill: 'ink' });
      top += heading;
    }
    const from = { x: (width - layout.width) / 2, y: top };
    shapes.push(...arrowShapes(layout, from, (row, column) => isLit(side, row, column), (row, column, value) => `${words.say('conflicts.against', { party: matrix.rows[row]!.label || words.say('by.noValue'), counterparty: matrix.columns[column]!.label })}: ${words.number(value)}`), ...layout.nodes.flatMap((node) => nodeShapes(node, matrix, from)));
    arrows.push(...layout.edges.map(({ row, column, value, path, width: wide }) => ({ side, row, column, value, d: path, from, width: wide })));
    circles.push(...layout.nodes.map(({ column, x, y, radius }) => ({ side, column, x: from.x + x, y: from.y + y, radius })));
    top += layout.height;
  });
  const foot = footOf(frame ?? { foot: '' }, width, top);
  return { width, height: Math.ceil(foot.bottom), shapes: [...shapes, ...foot.shapes], arrows, circles, leftOut };
}
/** 'n 12' below a group's name; nothing below those who are no group. */
const nOf = ({ columns }: ConflictMatrix, column: number): string => (columns[column]!.row === null ? '' : `n ${columns[column]!.n}`);

const arrowShapes = ({ edges }: Network, from: { x: number; y: number }, isLit: (row: number, column: number) => boolean, says: (row: number, column: number, value: number) => string): Shape[] =>
  edges.toSorted((a, b) => Number(isLit(a.row, a.column)) - Number(isLit(b.row, b.column))).flatMap(({ row, column, value, path, head, width }): Shape[] => {
    const [paint, opacity] = isLit(row, column) ? ['accent', 1] : ['conflict-fill', 0.75];
    return [{ kind: 'path', d: path, from, stroke: paint, strokeWidth: width, opacity, says: says(row, column, value) }, { kind: 'path', d: head, from, fill: paint }];
  });
function nodeShapes({ column, x, y, radius, label }: NetworkNode, matrix: ConflictMatrix, from: { x: number; y: number }): Shape[] {
  const { colour, row } = matrix.columns[column]!;
  const [paint, named] = [paintOf(colour), nOf(matrix, column) === '' ? label.lines.length : label.lines.length - 1];
  return [
    ...(label.moved ? [{ kind: 'line', x1: from.x + x, y1: from.y + y, x2: from.x + (label.anchor === 'start' ? label.x - 3 : label.x + 3), y2: from.y + (label.box.top + label.box.bottom) / 2, stroke: 'ink-3' } as const] : []),
    { kind: 'circle', cx: from.x + x, cy: from.y + y, r: radius, fill: row === null ? 'paper' : paint, stroke: row === null ? paint : 'paper', strokeWidth: 2, ...(row === null ? { dash: '3 2' } : {}) },
    ...label.lines.map((text, line): Shape => ({ kind: 'text', x: from.x + label.x, y: from.y + label.y + 12 + line * 16, text, size: line < named ? 12 : 11, fill: line < named ? 'ink' : 'ink-2', anchor: label.anchor, rim: true })),
  ];
}
