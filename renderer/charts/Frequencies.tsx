import { useEffect, useLayoutEffect, useRef } from 'react';
import { baseOf, smallestShare, type Table } from '../../shared/model/table.ts';
import { useDesk } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import styles from '../views/tables/tables.module.css';
import { createChart, type Chart } from './echarts.ts';

const barHeight = 14;
const groupGap = 12;
/** Hues for groups that differ in lightness too, so that they stay apart in grey print and for the colour-blind. */
const hues = ['dimension-1', 'stakeholder-2', 'conflict-3', 'theme-1', 'stakeholder-1', 'dimension-2', 'conflict-4', 'theme-2', 'stakeholder-3', 'dimension-3'];

/** A frequency table as grouped bars: a group of bars a code, a bar a group, the number at its end. */
export function Frequencies({ table, title, subtitle, onReady, onCell }: { table: Table; title: string; subtitle: string; onReady: (chart: Chart | null) => void; onCell: (row: number, column: string | null) => void }) {
  const words = useWords();
  const theme = useDesk()?.preferences['theme'];
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ onReady, onCell });
  useLayoutEffect(() => { latest.current = { onReady, onCell }; });
  useEffect(() => {
    const element = host.current!;
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    const { say } = words;
    const rows = table.rows.map((row, index) => ({ row, cells: table.cells[index]! })).filter(({ cells }) => cells.some((cell) => (cell ?? 0) > 0));
    const height = 130 + rows.length * (table.columns.length * barHeight + groupGap);
    const chart = createChart(element, Math.max(560, element.clientWidth - 4), Math.max(220, height));
    const face = getComputedStyle(document.body).fontFamily;
    const asShare = table.columns.some((column) => (baseOf(table.count, column) ?? 0) >= smallestShare);
    const label = (column: number) => (table.columns[column]!.key === null ? say('by.noValue') : table.columns[column]!.label);
    const value = (cell: number | null, column: number): number | null => {
      const base = baseOf(table.count, table.columns[column]!);
      return cell === null ? null : asShare && base ? Math.round((cell / base) * 1000) / 10 : cell;
    };
    const told = (cell: number | null, column: number): string => {
      const base = baseOf(table.count, table.columns[column]!);
      if (cell === null) return '';
      if (!asShare || !base) return cell === 0 ? '' : String(cell);
      return cell === 0 ? '' : base < smallestShare ? `${cell}/${base}` : `${Math.round((cell / base) * 100)} %`;
    };
    chart.setOption({
      animation: false, textStyle: { fontFamily: face, color: colour('ink') }, aria: { enabled: true, decal: { show: true } }, color: hues.map(colour),
      title: { text: title, subtext: subtitle, left: 0, top: 0, itemGap: 6, textStyle: { fontSize: 15, fontWeight: 600, color: colour('ink') }, subtextStyle: { fontSize: 12, color: colour('ink-2') } },
      legend: { top: 54, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 16, textStyle: { fontSize: 12, color: colour('ink-2') }, data: table.columns.map((column, index) => `${label(index)} (n ${column.n})`) },
      grid: { left: 8, right: 56, top: 96, bottom: 8, containLabel: true },
      xAxis: { type: 'value', max: asShare ? 100 : undefined, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ row }) => row.name), axisTick: { show: false }, axisLine: { lineStyle: { color: colour('ink-3') } }, axisLabel: { fontSize: 12, color: colour('ink'), width: 220, overflow: 'truncate' } },
      series: table.columns.map((column, index) => ({
        type: 'bar', name: `${label(index)} (n ${column.n})`, barWidth: barHeight - 4, barGap: '30%', cursor: 'pointer',
        data: rows.map(({ cells }) => value(cells[index]!, index)),
        label: { show: true, position: 'right', fontSize: 11, color: colour('ink-2'), formatter: ({ dataIndex }: { dataIndex: number }) => told(rows[dataIndex]!.cells[index]!, index) },
      })),
    });
    chart.on('click', ({ dataIndex, seriesIndex }) => latest.current.onCell(rows[dataIndex]!.row.code, table.columns[seriesIndex!]!.key));
    latest.current.onReady(chart);
    const sizes = new ResizeObserver(() => chart.resize({ width: Math.max(560, element.clientWidth - 4), height: Math.max(220, height) }));
    sizes.observe(element);
    return () => { sizes.disconnect(); latest.current.onReady(null); chart.dispose(); };
  }, [table, title, subtitle, words, theme]);
  return <div className={styles['picture']} ref={host} role="img" aria-label={title} />;
}
