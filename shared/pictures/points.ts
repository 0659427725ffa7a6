import type { Drawing } from './drawing.ts';
import { framed, type Drawn, type Picture } from './frame.ts';

/** A place a row in two dimensions, named; rows without both numbers are listed below it, so that none goes in silence. */
export function points(drawing: Drawing, drawn: Drawn): Picture {
  const { look } = drawn;
  const placed = drawing.rows.flatMap(({ label }, row) => { const [x, y] = drawing.values[row]!; return x === null || y === null || x === undefined || y === undefined ? [] : [{ label, value: [x, y] }]; });
  const { option, top, bottom } = framed(drawing, drawn);
  const side = Math.min(drawn.width - 120, 520);
  const far = Math.max(1, ...placed.flatMap(({ value }) => value.map((each) => Math.ceil(Math.abs(each)))));
  const least = placed.some(({ value }) => value.some((each) => each < 0)) ? -far : 0;
  const axis = (name: string) => ({ type: 'value', min: least, max: far, name, nameLocation: 'middle', nameGap: 30, nameTextStyle: { fontSize: 12, color: look.ink2 }, axisLine: { onZero: false, lineStyle: { color: look.ink3 } }, axisLabel: { color: look.ink2, fontSize: 11 }, splitLine: { lineStyle: { color: look.ink3, opacity: 0.2 } } });
  const symbols = ['circle', 'rect', 'triangle', 'diamond'];
  return { width: drawn.width, height: top + side + bottom + 60, option: {
    ...option, grid: { left: 64, width: side, top: top + 8, height: side },
    xAxis: axis(drawing.columns[0]?.label ?? ''), yAxis: axis(drawing.columns[1]?.label ?? ''),
    series: [{ type: 'scatter', symbolSize: 10, itemStyle: { color: look.hues[1] }, labelLayout: { moveOverlap: 'shiftY' },
      data: placed.map(({ label, value }, index) => ({ value, symbol: symbols[index % symbols.length], itemStyle: { color: look.hues[index % look.hues.length] }, label: { show: true, position: 'right', formatter: label, fontSize: 12, color: look.ink } })) }],
  } };
}
