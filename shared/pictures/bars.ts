import type { Drawing } from './drawing.ts';
import { framed, groupNames, labelWidth, legendHeight, type Drawn, type Picture } from './frame.ts';

const barHeight = 14;
const groupGap = 12;
/** Rows in which there is something to see: bars are drawn of these alone. */
export const filled = ({ values }: Drawing): number[] => values.flatMap((row, index) => (row.some((value) => (value ?? 0) > 0) ? [index] : []));

/** A group of bars a row, a bar a column, the number at its end; `stacked`: one bar a row, the numbers in their parts where they fit. */
export function bars(drawing: Drawing, drawn: Drawn, stacked = false): Picture {
  const { look, width } = drawn;
  const { option, top, bottom } = framed(drawing, drawn);
  const names = groupNames(drawing);
  const rows = filled(drawing);
  const several = names.length > 1;
  const named = names.some((name) => name !== '');
  const legend = named ? legendHeight(names, width) : 0;
  const sums = rows.map((row) => drawing.values[row]!.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const most = Math.max(1, ...sums);
  const room = width - labelWidth(drawing) - 80;
  const fits = (value: number | null): boolean => value !== null && value > 0 && (value / most) * room > 18;
  const height = top + legend + bottom + 24 + rows.length * (stacked ? barHeight + 16 : Math.max(1, names.length) * barHeight + groupGap);
  return { width, height: Math.max(180, height), option: {
    ...option, aria: { enabled: true, label: { enabled: false }, decal: { show: several } },
    ...(named ? { legend: { top, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 16, textStyle: { fontSize: 12, color: look.ink2 }, data: names } } : {}),
    grid: { left: labelWidth(drawing) + 12, right: 56, top: top + legend + 4, bottom: bottom + 8 },
    xAxis: { type: 'value', min: 0, max: drawing.percent && !stacked ? 100 : undefined, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => drawing.rows[row]!.label), axisTick: { show: false }, axisLine: { lineStyle: { color: look.ink3 } }, axisLabel: { fontSize: 12, color: look.ink, width: labelWidth(drawing) + 4, overflow: 'truncate' } },
    series: names.map((name, column) => ({
      type: 'bar', name, barWidth: stacked ? barHeight + 4 : barHeight - 4, barGap: '30%', cursor: 'pointer', ...(stacked ? { stack: 'all', itemStyle: { borderColor: look.paper, borderWidth: 1 } } : {}),
      data: rows.map((row) => {
        const value = drawing.values[row]![column]!;
        const told = drawing.told[row]![column]!;
        return { value: value ?? '-', label: stacked
          ? { show: fits(value), position: 'inside', formatter: told, fontSize: 11, color: look.ink, backgroundColor: look.paper, padding: [1, 3] }
          : { show: true, position: 'right', formatter: value === null ? '' : told, fontSize: 11, color: look.ink2 } };
      }),
    })),
  } };
}
export const stackedBars = (drawing: Drawing, drawn: Drawn): Picture => bars(drawing, drawn, true);
