import type { ConflictMatrix } from '../model/conflicts.ts';
import { linesOf, type Measure } from './lettering.ts';

export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
export interface NetworkNode {
  readonly column: number; readonly x: number; readonly y: number; readonly radius: number;
  readonly label: { readonly lines: readonly string[]; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end'; readonly box: Box; /** Where a line leads back to the node that the label was moved from. */ readonly moved: boolean };
}
export interface NetworkEdge { readonly row: number; readonly column: number; readonly value: number; readonly path: string; readonly head: string; readonly width: number }
export interface Network { readonly width: number; readonly height: number; readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[]; /** Pairs that are too few to be drawn. */ readonly leftOut: number }

const lineHeight = 16;
const labelWidth = 150;
const [smallest, largest] = [7, 22];
const [thinnest, thickest] = [1.2, 7];
const gap = 8;

const about = (value: number, most: number) => Math.sqrt(value / Math.max(1, most));
/** Keeps labels of one side from lying over each other: each below the one before it, the whole lot moved up again where it would leave the picture. */
function apart(wanted: readonly { y: number; height: number }[], bottom: number): number[] {
  const tops: number[] = [];
  for (const { y, height } of wanted) tops.push(Math.max(y - height / 2, (tops.at(-1) ?? -Infinity) + (tops.length > 0 ? wanted[tops.length - 1]!.height + 3 : 0), 0));
  for (let index = tops.length - 1; index >= 0; index--) {
    const floor = index === tops.length - 1 ? bottom : tops[index + 1]! - 3;
    tops[index] = Math.max(0, Math.min(tops[index]!, floor - wanted[index]!.height));
  }
  return tops;
}

/** What the widest arrow and the largest circle stand for: the same for pictures that are compared. */
export interface MostOf { readonly value: number; readonly about: number }
const mostOf = ({ cells, columns }: ConflictMatrix): MostOf => ({ value: Math.max(0, ...cells.flat().map((cell) => cell ?? 0)), about: Math.max(0, ...columns.map(({ about: each }) => each)) });

/**
 * Who is in conflict with whom as circles and arrows. The same numbers give the same picture: circles stand on an ellipse in the order of
 * the columns, arrows bend to their left so that both directions show. Law: no label lies over another, nor over a circle.
 */
export function layNetwork(matrix: ConflictMatrix, least: number, measure: Measure, { most = mostOf(matrix), below = () => '' }: { readonly most?: MostOf; readonly below?: (column: number) => string } = {}): Network {
  const pairs = matrix.rows.flatMap(({ column: from }, row) => (from === null ? [] : matrix.columns.flatMap((_, column) => { const value = matrix.cells[row]![column] ?? 0; return value > 0 ? [{ row, from, column, value }] : []; })));
  const drawn = pairs.filter(({ value }) => value >= least);
  const used = matrix.columns.map((_, column) => column).filter((column) => matrix.columns[column]!.row !== null || drawn.some((pair) => pair.column === column));
  const [across, down] = [200, Math.max(120, used.length * 19)];
  const margin = largest + 26;
  const [width, height] = [2 * (across + largest + gap + labelWidth + 30), 2 * (down + margin)];
  const [middleX, middleY] = [width / 2, height / 2];
  const places = used.map((column, index) => {
    const angle = -Math.PI / 2 + ((index + 0.5) / used.length) * 2 * Math.PI;
    return { column, x: middleX + across * Math.cos(angle), y: middleY + down * Math.sin(angle), radius: smallest + (largest - smallest) * about(matrix.columns[column]!.about, most.about), right: Math.cos(angle) >= 0 };
  });
  const labels = new Map<number, NetworkNode['label']>();
  for (const right of [true, false]) {
    const side = places.filter((place) => place.right === right).toSorted((a, b) => a.y - b.y || a.column - b.column);
    const lettered = side.map((place) => ({ place, lines: [...linesOf(matrix.columns[place.column]!.label, labelWidth, 2, measure), ...(below(place.column) === '' ? [] : [below(place.column)])] }));
    const tops = apart(lettered.map(({ place, lines }) => ({ y: place.y, height: lines.length * lineHeight })), height);
    lettered.forEach(({ place, lines }, index) => {
      const top = tops[index]!;
      const bottom = top + lines.length * lineHeight;
      // Beside all circles that reach into its lines.
      const beside = side.filter((other) => other.y + other.radius > top && other.y - other.radius < bottom);
      const x = right ? Math.max(place.x + place.radius, ...beside.filter((other) => other.x > place.x - 1).map((other) => other.x + other.radius)) + gap : Math.min(place.x - place.radius, ...beside.filter((other) => other.x < place.x + 1).map((other) => other.x - other.radius)) - gap;
      const wide = Math.max(0, ...lines.map(measure));
      const moved = Math.abs((top + bottom) / 2 - place.y) > place.radius + 4 || Math.abs(x - place.x) > place.radius + gap + 4;
      labels.set(place.column, { lines, x, y: top, anchor: right ? 'start' : 'end', moved, box: { left: right ? x : x - wide, right: right ? x + wide : x, top, bottom } });
    });
  }
  const edges = drawn.flatMap(({ row, from, column, value }): NetworkEdge[] => {
    const [start, end] = [places.find((place) => place.column === from), places.find((place) => place.column === column)];
    return start && end ? [{ row, column, value, ...arrow(start, end, thinnest + (thickest - thinnest) * (value / Math.max(1, most.value)), { x: middleX, y: middleY }) }] : [];
  });
  return { width, height, edges: edges.toSorted((a, b) => a.value - b.value), leftOut: pairs.length - drawn.length, nodes: places.map(({ column, x, y, radius }) => ({ column, x, y, radius, label: labels.get(column)! })) };
}

interface Point { readonly x: number; readonly y: number }
const at = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
/** An arrow between two circles, or from one around to itself, on the side away from the middle. */
function arrow(start: Point & { radius: number }, end: Point & { radius: number }, width: number, middle: Point): Pick<NetworkEdge, 'path' | 'head' | 'width'> {
  const size = 5 + width * 1.4;
  if (start === end) {
    const [outX, outY] = [start.x - middle.x, start.y - middle.y];
    const long = Math.hypot(outX, outY) || 1;
    const [unit, side] = [{ x: outX / long, y: outY / long }, { x: -outY / long, y: outX / long }];
    const reach = start.radius + 20;
    const foot = (sign: number): Point => ({ x: start.x + unit.x * start.radius * 0.8 + side.x * sign * start.radius * 0.6, y: start.y + unit.y * start.radius * 0.8 + side.y * sign * start.radius * 0.6 });
    const hand = (sign: number): Point => ({ x: start.x + unit.x * reach + side.x * sign * 16, y: start.y + unit.y * reach + side.y * sign * 16 });
    return { path: `M${at(foot(-1))} C${at(hand(-1))} ${at(hand(1))} ${at(foot(1))}`, head: headAt(foot(1), { x: foot(1).x - hand(1).x, y: foot(1).y - hand(1).y }, size), width };
  }
  const [along, across] = [end.x - start.x, end.y - start.y];
  const long = Math.hypot(along, across) || 1;
  const bend = 0.14 * long;
  const hand = { x: (start.x + end.x) / 2 + (across / long) * bend, y: (start.y + end.y) / 2 - (along / long) * bend };
  const toward = (from: Point, by: number): Point => { const distance = Math.hypot(hand.x - from.x, hand.y - from.y) || 1; return { x: from.x + ((hand.x - from.x) / distance) * by, y: from.y + ((hand.y - from.y) / distance) * by }; };
  const tip = toward(end, end.radius + 3);
  return { path: `M${at(toward(start, start.radius + 2))} Q${at(hand)} ${at(toward(end, end.radius + 3 + size * 0.8))}`, head: headAt(tip, { x: tip.x - hand.x, y: tip.y - hand.y }, size), width };
}
function headAt(tip: Point, direction: Point, size: number): string {
  const long = Math.hypot(direction.x, direction.y) || 1;
  const [x, y] = [direction.x / long, direction.y / long];
  const back = { x: tip.x - x * size, y: tip.y - y * size };
  return `M${at(tip)} L${at({ x: back.x - y * size * 0.5, y: back.y + x * size * 0.5 })} L${at({ x: back.x + y * size * 0.5, y: back.y - x * size * 0.5 })} Z`;
}
