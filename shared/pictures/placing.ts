/** px, y downwards. */
export interface Point { readonly x: number; readonly y: number }
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Segment { readonly from: Point; readonly to: Point }

export const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
export const isInside = (inner: Box, outer: Box): boolean => inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
export const around = ({ x, y }: Point, radius: number): Box => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
/** Whether a segment runs through a box (Liang and Barsky). */
export function crosses({ from, to }: Segment, { x, y, width, height }: Box): boolean {
  let [enter, leave] = [0, 1];
  for (const [delta, room] of [[from.x - to.x, from.x - x], [to.x - from.x, x + width - from.x], [from.y - to.y, from.y - y], [to.y - from.y, y + height - from.y]] as const) {
    if (delta === 0) { if (room < 0) return false; } else if (delta < 0) enter = Math.max(enter, room / delta);
    else leave = Math.min(leave, room / delta);
  }
  return enter <= leave;
}

/** Moves points that lie on or too near another beside it, as little as need be: the first stay, later ones go round them. Never out of `room`. */
export function dodge(points: readonly Point[], distance: number, room: Box): Point[] {
  const placed: Point[] = [];
  for (const point of points) placed.push(nearestFree(point, placed, distance, room));
  return placed;
}
function nearestFree(point: Point, placed: readonly Point[], distance: number, room: Box): Point {
  const isFree = ({ x, y }: Point) => x >= room.x && x <= room.x + room.width && y >= room.y && y <= room.y + room.height && placed.every((other) => Math.hypot(other.x - x, other.y - y) >= distance - 1e-6);
  if (isFree(point)) return point;
  for (let ring = 1; ring < 40; ring++)
    for (let step = 0; step < 8 * ring; step++) {
      // From the right side on, to both sides in turn.
      const angle = ((step % 2 === 0 ? step / 2 : -(step + 1) / 2) * 2 * Math.PI) / (8 * ring);
      const tried = { x: point.x + Math.cos(angle) * distance * (ring / 2 + 0.5), y: point.y + Math.sin(angle) * distance * (ring / 2 + 0.5) };
      if (isFree(tried)) return tried;
    }
  return point;
}

export interface Named { readonly at: Point; readonly radius: number; readonly width: number; readonly height: number }
export interface Obstacles { readonly boxes: readonly Box[]; readonly segments: readonly Segment[]; /** What a label should not lie on, but may. */ readonly faint: readonly Segment[] }
/**
 * Boxes for the labels of points: beside their point where there is room, else as near to it as may be, else null. They lie in `room`, never
 * on each other, on a point or on an obstacle. The same points always get the same boxes; earlier ones choose first.
 */
export function placeLabels(labels: readonly Named[], room: Box, { boxes, segments, faint }: Obstacles): (Box | null)[] {
  const points = labels.map(({ at, radius }) => around(at, radius));
  const taken: Box[] = [...boxes, ...points];
  const lines = [...segments];
  return labels.map((label, index) => {
    const isFree = (box: Box) => isInside(box, room) && !taken.some((other) => overlap(box, other)) && !lines.some((line) => crosses(line, box));
    const isReached = (box: Box) => { const leader = leaderOf(label, box); return leader === null || !taken.some((other) => other !== points[index] && crosses(leader, other)); };
    const found = nearby(label).find((box) => isFree(box) && !faint.some((segment) => crosses(segment, box))) ?? nearby(label).find(isFree) ?? anywhere(label, room).find((box) => isFree(box) && isReached(box)) ?? null;
    if (!found) return null;
    taken.push(found);
    const leader = leaderOf(label, found);
    if (leader) lines.push(leader);
    return found;
  });
}
/** The line from a point to a label that stands far from it; null where it is plain whose the label is. */
export function leaderOf({ at, radius }: Pick<Named, 'at' | 'radius'>, box: Box): Segment | null {
  const to = { x: Math.max(box.x, Math.min(box.x + box.width, at.x)), y: Math.max(box.y, Math.min(box.y + box.height, at.y)) };
  const away = Math.hypot(to.x - at.x, to.y - at.y);
  return away > radius + 12 ? { from: { x: at.x + ((to.x - at.x) / away) * (radius + 1), y: at.y + ((to.y - at.y) / away) * (radius + 1) }, to } : null;
}
const gap = 4;
/** Right, left, above, below, then the corners. */
function nearby({ at, radius, width, height }: Named): Box[] {
  const [far, side] = [radius + gap, radius * 0.6];
  const places: Point[] = [
    { x: at.x + far, y: at.y - height / 2 }, { x: at.x - far - width, y: at.y - height / 2 }, { x: at.x - width / 2, y: at.y - far - height }, { x: at.x - width / 2, y: at.y + far },
    { x: at.x + side, y: at.y - far - height + 2 }, { x: at.x - side - width, y: at.y - far - height + 2 }, { x: at.x + side, y: at.y + far - 2 }, { x: at.x - side - width, y: at.y + far - 2 },
    { x: at.x - 14, y: at.y - far - height }, { x: at.x + 14 - width, y: at.y - far - height }, { x: at.x - 14, y: at.y + far }, { x: at.x + 14 - width, y: at.y + far },
  ];
  return places.map((place) => ({ ...place, width, height }));
}
const step = 6;
/** Every place of the room, nearest first. */
function anywhere({ at, width, height }: Named, room: Box): Box[] {
  const boxes: { box: Box; away: number }[] = [];
  for (let y = room.y; y + height <= room.y + room.height; y += step)
    for (let x = room.x; x + width <= room.x + room.width; x += step) boxes.push({ box: { x, y, width, height }, away: Math.hypot(x + width / 2 - at.x, (y + height / 2 - at.y) * 1.5) });
  return boxes.toSorted((a, b) => a.away - b.away).map(({ box }) => box);
}
