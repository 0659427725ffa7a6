import { usualLevels, type ConflictEntry } from '../model/conflicts.ts';
import type { Words } from '../words/index.ts';
import { levelInWords } from '../words/sayConflicts.ts';
import { causeHead, countermeasures, layCauses } from './causesLayout.ts';
import { linesOf, measureAt } from './lettering.ts';
import { footOf, headOf, type ShapeFrame } from './shapeFrame.ts';
import type { Shape, ShapePicture } from './shapes.ts';

/** A box or a line of countermeasures, for whoever points at it: what it says in full, the quotations behind it, and the entries that it belongs to. */
export interface DrawnPoint { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly name: string; readonly quotations: number; readonly conflicts: readonly number[] }
export interface CausesPicture extends ShapePicture { readonly points: readonly DrawnPoint[] }

const columns = { measure: 130, count: 500, of: 524 } as const;
const lineHeight = 16;

/** Causes, conflicts and consequences in three columns, the countermeasures beneath by whom they are addressed to; each with its quotations. The entry that is `open` is seen first. */
export function causesPicture(entries: readonly ConflictEntry[], words: Words, { frame, open = null }: { readonly frame?: ShapeFrame; readonly open?: number | null } = {}): CausesPicture {
  const { say, number } = words;
  const measure = measureAt(12);
  const map = layCauses(entries, measureAt(12, 600));
  const width = map.width + 2;
  const head = frame ? headOf(frame, width) : { shapes: [], height: 0 };
  const from = { x: 1, y: head.height };
  const text = (x: number, y: number, told: string, more: Partial<Extract<Shape, { kind: 'text' }>> = {}): Shape => ({ kind: 'text', x: from.x + x, y: from.y + y, text: told, size: 12, fill: 'ink', ...more });
  const isFaint = (conflict: number) => open !== null && open !== conflict;
  const points: DrawnPoint[] = [];
  const shapes: Shape[] = [
    ...head.shapes, ...map.columns.map(({ kind, x }) => text(x, causeHead - 12, kind === 'conflict' ? say('command.view.conflicts') : say(`conflicts.kinds.${kind}`), { weight: 600 })),
    ...map.lines.map(({ conflict, path, width: wide }): Shape => ({ kind: 'path', d: path, from, stroke: open === conflict ? 'accent' : 'conflict-fill', strokeWidth: wide, opacity: isFaint(conflict) ? 0.2 : 0.7 })),
  ];
  for (const { kind, x, y, width: wide, height, lines, whole, count, conflicts } of map.boxes) {
    const isConflict = kind === 'conflict';
    points.push({ x: from.x + x, y: from.y + y, width: wide, height, name: whole, quotations: count, conflicts });
    shapes.push(
      { kind: 'rect', x: from.x + x, y: from.y + y, width: wide, height, rx: 4, fill: isConflict ? 'pane' : 'paper', stroke: open !== null && conflicts.includes(open) ? 'accent' : isConflict ? 'conflict-fill' : 'ink-3', strokeWidth: isConflict ? 1.5 : 1 },
      ...lines.map((line, index) => text(x + 8, y + 19 + index * lineHeight, line, isConflict ? { weight: 600 } : {})), text(x + wide - 8, y + 19, number(count), { fill: 'ink-2', anchor: 'end' }),
    );
  }
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  const levels = countermeasures(entries, usualLevels);
  let bottom = map.below;
  if (levels.length > 0) {
    shapes.push({ kind: 'line', x1: from.x, y1: from.y + bottom, x2: from.x + map.width, y2: from.y + bottom, stroke: 'ink-3' }, text(0, bottom + 22, say('conflicts.kinds.countermeasure'), { weight: 600 }));
    bottom += 34;
  }
  for (const { level, measures } of levels) for (const [index, { name, count, conflicts }] of measures.entries()) {
    const [lines, of] = [linesOf(name, columns.count - columns.measure - 40, 3, measure), linesOf(conflicts.map((id) => names.get(id)!).join('; '), map.width - columns.of, 3, measure)];
    const called = index === 0 ? linesOf(levelInWords(words, level), columns.measure - 12, 3, measure) : [];
    const height = Math.max(lines.length, of.length, called.length, 1) * lineHeight + 8;
    points.push({ x: from.x, y: from.y + bottom, width: map.width, height, name, quotations: count, conflicts });
    const written = (x: number, told: readonly string[], quiet: boolean) => told.map((line, row) => text(x, bottom + 14 + row * lineHeight, line, quiet ? { fill: 'ink-2' } : {}));
    shapes.push(...written(0, called, true), ...written(columns.measure, lines, false), text(columns.count, bottom + 14, number(count), { fill: 'ink-2', anchor: 'end' }), ...written(columns.of, of, true));
    bottom += height;
  }
  const foot = footOf(frame ?? { foot: '' }, width, from.y + bottom + 8);
  return { width, height: Math.ceil(foot.bottom), shapes: [...shapes, ...foot.shapes], points };
}
