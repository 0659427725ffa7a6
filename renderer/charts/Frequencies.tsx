import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { smallestShare, wholeOf, type Showing, type Table } from '../../shared/model/table.ts';
import { cellText, lineName } from '../../shared/words/sayTable.ts';
import { useWords } from '../core/words.tsx';
import { scrolledByKeys } from '../parts/scrolled.ts';
import type { CellAsked } from '../views/tables/asked.ts';
import styles from '../views/tables/tables.module.css';
import { createChart, type Chart } from './echarts.ts';

const barHeight = 14;
const groupGap = 12;
/** Hues for groups that differ in lightness too, so that they stay apart in grey print and for the colour-blind. */
const hues = ['dimension-1', 'stakeholder-2', 'conflict-3', 'theme-1', 'stakeholder-1', 'dimension-2', 'conflict-4', 'theme-2', 'stakeholder-3', 'dimension-3'];

/** Colours and typeface hang on two attributes of the page, which change after what is drawn in it has been told. */
const dressNow = (): string => `${document.documentElement.dataset['theme'] ?? ''} ${document.documentElement.lang}`;
function onDress(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
  return () => watcher.disconnect();
}

const legendTop = 54;
/** The line at the foot that says what the picture was made of. */
const originHeight = 24;
/** Height of the legend: its entries flow into lines, and the bars begin below them. */
function legendHeight(names: readonly string[], width: number, face: string): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `12px ${face}`;
  let [lines, reached] = [1, 0];
  for (const name of names) {
    const wide = 14 + 5 + context.measureText(name).width;
    if (reached > 0 && reached + wide > width - 8) [lines, reached] = [lines + 1, 0];
    reached += wide + 16;
  }
  return lines * 30;
}

/** A table as grouped bars: a group of bars a row, a bar a column, the number at its end. */
export function Frequencies({ table, show, title, subtitle, origin, onReady, onCell }: { table: Table; show: Showing; title: string; subtitle: string; /** What it was made of; the day is put to it. */ origin: string; onReady: (chart: Chart | null) => void; onCell: (cell: CellAsked) => void }) {
  const words = useWords();
  const dress = useSyncExternalStore(onDress, dressNow);
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ onReady, onCell });
  useLayoutEffect(() => { latest.current = { onReady, onCell }; });
  useEffect(() => {
    const element = host.current!;
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    const { say } = words;
    const rows = table.rows.map((row, index) => ({ row, index, cells: table.cells[index]! })).filter(({ cells }) => cells.some((cell) => (cell ?? 0) > 0));
    // Names of typefaces in single quotes: in the saved SVG they stand inside of double ones.
    const face = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
    const wholeAt = (row: number, column: number) => wholeOf(table, row, column, show);
    const asShare = rows.some(({ index }) => table.columns.some((_, column) => (wholeAt(index, column) ?? 0) >= (show === 'n' ? smallestShare : 1)));
    const names = table.columns.map((column, index) => {
      const said = column.state === 'counted' ? `n ${(show === 'n' ? wholeAt(table.rows.length, index) : null) ?? column.n}` : say('tables.unasked');
      return `${lineName(column, words)} (${said})`;
    });
    const value = (row: number, cell: number | null, column: number): number | null => {
      const whole = wholeAt(row, column);
      return cell === null ? null : asShare && whole ? Math.round((cell / whole) * 1000) / 10 : cell;
    };
    const told = (row: number, cell: number | null, column: number): string => {
      if (cell === null || cell === 0) return cell === null ? '' : words.number(0);
      const whole = wholeAt(row, column);
      return whole && (show !== 'n' || whole >= smallestShare) ? words.percent(cell / whole) : cellText(table, row, column, show, words);
    };
    const size = () => {
      const width = Math.max(560, element.clientWidth - 4);
      const top = legendTop + legendHeight(names, width, face) + 12;
      return { top, width, height: Math.max(220, top + 34 + originHeight + rows.length * (table.columns.length * barHeight + groupGap)) };
    };
    const { top, width, height } = size();
    const chart = createChart(element, width, height);
    chart.setOption({
      animation: false, backgroundColor: colour('paper'), textStyle: { fontFamily: face, color: colour('ink') }, aria: { enabled: true, label: { enabled: false }, decal: { show: true } }, color: hues.map(colour),
      title: { text: title, subtext: subtitle, left: 0, top: 0, itemGap: 6, textStyle: { fontSize: 15, fontWeight: 600, color: colour('ink') }, subtextStyle: { fontSize: 12, color: colour('ink-2') } },
      legend: { top: legendTop, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 16, textStyle: { fontSize: 12, color: colour('ink-2') }, data: names },
      grid: { left: 8, right: 56, top, bottom: 8 + originHeight, containLabel: true },
      graphic: { type: 'text', left: 5, bottom: 6, silent: true, style: { text: [origin, words.date(Date.now())].filter(Boolean).join(' · '), fontSize: 11, fontFamily: face, fill: colour('ink-2') } },
      xAxis: { type: 'value', max: asShare ? 100 : undefined, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ row }) => lineName(row, words)), axisTick: { show: false }, axisLine: { lineStyle: { color: colour('ink-3') } }, axisLabel: { fontSize: 12, color: colour('ink'), width: 220, overflow: 'truncate' } },
      series: names.map((name, index) => ({
        type: 'bar', name, barWidth: barHeight - 4, barGap: '30%', cursor: 'pointer',
        data: rows.map(({ index: row, cells }) => value(row, cells[index]!, index)),
        label: { show: true, position: 'right', fontSize: 11, color: colour('ink-2'), formatter: ({ dataIndex }: { dataIndex: number }) => told(rows[dataIndex]!.index, rows[dataIndex]!.cells[index]!, index) },
      })),
    });
    chart.on('click', ({ dataIndex, seriesIndex }) => { if ((rows[dataIndex]!.cells[seriesIndex!] ?? 0) > 0) latest.current.onCell({ row: rows[dataIndex]!.row.key, column: table.columns[seriesIndex!]!.key }); });
    latest.current.onReady(chart);
    const sizes = new ResizeObserver(() => {
      const now = size();
      if (now.width === chart.getWidth()) return;
      chart.resize({ width: now.width, height: now.height });
      chart.setOption({ grid: { top: now.top } });
    });
    sizes.observe(element);
    return () => { sizes.disconnect(); latest.current.onReady(null); chart.dispose(); };
  }, [table, show, title, subtitle, origin, words, dress]);
  return <div className={styles['picture']} ref={host} role="img" aria-label={title} {...scrolledByKeys} />;
}
