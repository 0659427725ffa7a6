import { pointKinds, type ConflictEntry, type PointKind } from '../model/conflicts.ts';
import { nameKey } from '../model/text.ts';
import { linesOf, type Measure } from './lettering.ts';

export interface CauseBox { readonly key: string; readonly kind: PointKind | 'conflict'; readonly lines: readonly string[]; readonly whole: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly count: number; /** The entries that it belongs to. */ readonly conflicts: readonly number[] }
export interface CauseLine { readonly conflict: number; readonly path: string; readonly width: number }
export interface CauseMap { readonly width: number; readonly height: number; readonly boxes: readonly CauseBox[]; readonly lines: readonly CauseLine[]; /** Where the countermeasures begin. */ readonly below: number; readonly columns: readonly { readonly kind: PointKind | 'conflict'; readonly x: number }[] }

const lineHeight = 16;
const pad = 7;
const countWidth = 26;
const [sideWidth, middleWidth, channel] = [230, 210, 74];
const gap = 8;
const between = 20;
export const causeHead = 30;

interface Drawn { key: string; kind: PointKind; name: string; count: number; conflicts: number[] }
/** Points of a kind, those of one name in several conflicts as one, in the order of the first conflict that has them. */
function joined(entries: readonly ConflictEntry[], kind: PointKind): Drawn[] {
  const found = new Map<string, Drawn>();
  for (const { id, points } of entries) for (const point of points) {
    if (point.kind !== kind) continue;
    const key = `${kind}/${nameKey(point.name)}/${nameKey(point.level)}`;
    const there = found.get(key);
    if (there) { there.count += point.quotations; if (!there.conflicts.includes(id)) there.conflicts.push(id); } else found.set(key, { key, kind, name: point.name, count: point.quotations, conflicts: [id] });
  }
  return [...found.values()];
}

/**
 * Causes, conflicts and consequences in three columns, joined by lines as wide as the quotations behind them. What belongs to a conflict first
 * stands beside it; the same entries give the same picture. Law: no box lies over another.
 */
export function layCauses(entries: readonly ConflictEntry[], measure: Measure): CauseMap {
  const columns = [{ kind: 'cause' as const, x: 0, width: sideWidth }, { kind: 'conflict' as const, x: sideWidth + channel, width: middleWidth }, { kind: 'consequence' as const, x: sideWidth + middleWidth + 2 * channel, width: sideWidth }];
  const boxOf = (kind: CauseBox['kind'], key: string, name: string, count: number, conflicts: readonly number[]) => {
    const { x, width } = columns.find((column) => column.kind === kind)!;
    const lines = linesOf(name, width - 2 * pad - countWidth, 3, measure);
    return { key, kind, lines, whole: name, x, width, height: lines.length * lineHeight + 2 * pad, count, conflicts };
  };
  const sidesOf = { cause: joined(entries, 'cause'), consequence: joined(entries, 'consequence') };
  const boxes: CauseBox[] = [];
  let top = causeHead;
  for (const entry of entries) {
    const stack = (kind: 'cause' | 'consequence') => sidesOf[kind].filter(({ conflicts }) => conflicts[0] === entry.id).map((point) => boxOf(kind, point.key, point.name, point.count, point.conflicts));
    const middle = [boxOf('conflict', `conflict/${entry.id}`, entry.name, entry.quotations, [entry.id])];
    const stacks = [stack('cause'), middle, stack('consequence')];
    const heightOf = (stacked: readonly { height: number }[]) => stacked.reduce((sum, { height }) => sum + height + gap, -gap);
    const height = Math.max(...stacks.map(heightOf));
    for (const stacked of stacks) {
      let y = top + (height - Math.max(0, heightOf(stacked))) / 2;
      for (const box of stacked) { boxes.push({ ...box, y }); y += box.height + gap; }
    }
    top += height + between;
  }
  const most = Math.max(1, ...entries.flatMap(({ points }) => points.map(({ quotations }) => quotations)));
  const place = new Map(boxes.map((box) => [box.key, box]));
  const lines = entries.flatMap(({ id, points }) => points.flatMap((point): CauseLine[] => {
    if (point.kind === 'countermeasure') return [];
    const box = place.get(`${point.kind}/${nameKey(point.name)}/${nameKey(point.level)}`)!;
    const own = place.get(`conflict/${id}`)!;
    const [left, right] = point.kind === 'cause' ? [box, own] : [own, box];
    const [x1, y1, x2, y2] = [left.x + left.width, left.y + left.height / 2, right.x, right.y + right.height / 2];
    return [{ conflict: id, width: 1.2 + 4 * (point.quotations / most), path: `M${x1} ${y1} C${x1 + channel / 2} ${y1} ${x2 - channel / 2} ${y2} ${x2} ${y2}` }];
  }));
  return { width: columns[2]!.x + sideWidth, height: top, boxes, lines, below: top + 8, columns: columns.map(({ kind, x }) => ({ kind, x })) };
}

/** Countermeasures by whom they are addressed to: the usual levels first, then the study's own, then those without one. */
export function countermeasures(entries: readonly ConflictEntry[], usual: readonly string[]): { level: string; measures: { name: string; count: number; conflicts: number[] }[] }[] {
  const all = entries.flatMap(({ id, points }) => points.filter(({ kind }) => kind === pointKinds[2]).map((point) => ({ ...point, conflict: id })));
  const levels = [...new Set([...usual, ...all.map(({ level }) => level).filter((level) => level !== ''), ''])];
  return levels.flatMap((level) => {
    const own = [...Map.groupBy(all.filter((point) => point.level === level), ({ name }) => nameKey(name)).values()];
    return own.length === 0 ? [] : [{ level, measures: own.map((same) => ({ name: same[0]!.name, count: same.reduce((sum, { quotations }) => sum + quotations, 0), conflicts: [...new Set(same.map(({ conflict }) => conflict))] })) }];
  });
}
