import { widthOf, type Drawing } from './drawing.ts';
import { framed, labelWidth, type Drawn, type Picture } from './frame.ts';
import { mixed } from './look.ts';

const rowHeight = 26;
/** The deepest colour still carries ink as text. */
const deepest = 0.5;

/** A field a cell, deeper where there is more, the number in it; hatched where nobody was asked, a zero without colour. */
export function heatmap(drawing: Drawing, drawn: Drawn): Picture {
  const { look } = drawn;
  const left = labelWidth(drawing) + 12;
  const { columns, rows, values, told, asked } = drawing;
  const cellWidth = Math.max(34, Math.min(110, (drawn.width - left - 12) / Math.max(1, columns.length)));
  const width = Math.max(drawn.width, Math.ceil(left + cellWidth * columns.length + 12));
  const { option, top, bottom } = framed(drawing, { ...drawn, width });
  const heads = columns.map(({ label, n }) => (n === '' ? label : `${label}\n${n}`));
  const headLines = Math.max(1, ...columns.map(({ label, n }) => Math.ceil(widthOf(label, 11) / (cellWidth - 8) + 0.4) + (n === '' ? 0 : 1)));
  const headHeight = Math.min(8, headLines) * 14 + 8;
  const most = Math.max(drawing.percent ? 100 : 0, ...values.flat().map((value) => Math.abs(value ?? 0))) || 1;
  const height = top + headHeight + rows.length * rowHeight + bottom + 16;
  const fill = (row: number, value: number): string => mixed(look.fill[rows[row]!.facet ?? 'dimension'], look.paper, Math.min(1, Math.abs(value) / most) * deepest);
  const cells = rows.flatMap((_, row) => columns.map((__, column) => [column, row]));
  interface Api { value(dimension: number): number; coord(point: readonly number[]): number[]; size(point: readonly number[]): number[] }
  const cell = (_: unknown, api: Api) => {
    const [column, row] = [api.value(0), api.value(1)];
    const [middle, centre] = api.coord([column, row]);
    const [wide, high] = api.size([1, 1]);
    const box = { x: middle! - wide! / 2 + 0.5, y: centre! - high! / 2 + 0.5, width: wide! - 1, height: high! - 1 };
    const value = values[row]![column]!;
    const hatch = asked[row]![column]! ? [] : Array.from({ length: Math.floor((box.width + box.height) / 7) }, (__, step) => {
      const at = (step + 1) * 7;
      return { type: 'line', shape: { x1: box.x + Math.min(at, box.width), y1: box.y + Math.max(0, at - box.width), x2: box.x + Math.max(0, at - box.height), y2: box.y + Math.min(at, box.height) }, style: { stroke: look.ink3, lineWidth: 0.6, opacity: 0.6 } };
    });
    return { type: 'group', children: [
      { type: 'rect', shape: box, style: { fill: value === null || value === 0 ? look.paper : fill(row, value), stroke: mixed(look.ink, look.paper, 0.13), lineWidth: 0.5 } }, ...hatch,
      { type: 'text', style: { x: middle, y: centre, text: told[row]![column]!, fontSize: 11, fontFamily: drawn.face, fill: value === 0 ? look.ink3 : look.ink, align: 'center', verticalAlign: 'middle' } },
    ] };
  };
  return { width, height, option: {
    ...option, grid: { left, width: cellWidth * columns.length, top: top + headHeight, height: rows.length * rowHeight },
    xAxis: { type: 'category', position: 'top', data: heads, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { fontSize: 11, lineHeight: 14, color: look.ink2, interval: 0, width: cellWidth - 4, overflow: 'break' } },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ label }) => label), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { fontSize: 12, color: look.ink, interval: 0, width: left - 14, overflow: 'truncate' } },
    series: [{ type: 'custom', renderItem: cell, data: cells, encode: { x: 0, y: 1 } }],
  } };
}
