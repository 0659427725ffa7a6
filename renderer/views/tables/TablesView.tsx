import { Download } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sortTable, lineWithKey } from '../../../shared/model/tableOrder.ts';
import type { Table } from '../../../shared/model/table.ts';
import { drawingOfTable } from '../../../shared/pictures/tableDrawing.ts';
import { tableSubtitle, tableTitle } from '../../../shared/words/sayTable.ts';
import { copyPicture } from '../../charts/picture.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSeenCoder } from '../code/coders.ts';
import { usePutIntoReport } from '../report/putting.ts';
import { useSession, useSessionStore } from '../../session.ts';
import type { CellAsked } from './asked.ts';
import { Findings } from './Findings.tsx';
import { Portrait } from './Portrait.tsx';
import { Quotations } from './Quotations.tsx';
import { TableBar } from './TableBar.tsx';
import { TableGrid } from './TableGrid.tsx';
import { TableLegend } from './TableLegend.tsx';
import { TablesPane } from './TablesPane.tsx';
import { useTable } from './useTable.ts';
import styles from './tables.module.css';

// What draws pictures is a quarter of the program: it is read when the first picture is wanted.
const TablePicture = lazy(async () => ({ default: (await import('../../charts/TablePicture.tsx')).TablePicture }));

const isThere = (table: Table, { row, column }: CellAsked): boolean =>
  (row === null || lineWithKey(table.rows, row) >= 0) && (column === null || lineWithKey(table.columns, column) >= 0 || lineWithKey(table.totals.columns, column) >= 0);

/** Anything counted by anything, as a table or a picture; every cell opens its quotations. */
export function TablesView() {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const wished = useSession((now) => now.cell);
  const desk = useTable();
  const { asked, set, input, codes } = desk;
  const intoReport = usePutIntoReport(input ? { kind: 'table', asked: input, picture: asked.shown === 'picture' ? asked.picture ?? 'bars' : null } : null);
  const version = useLive('version.now', {});
  const seen = useSeenCoder();
  const [chart, setChart] = useState<{ svg(): string; png(): Promise<Uint8Array> } | null>(null);
  const [isWide, setWide] = useState(false);
  const [today] = useState(() => Date.now());
  // Another order asks nothing new of the study.
  const table = useMemo(() => desk.table && sortTable(desk.table, asked.sort, asked.show), [desk.table, asked.sort, asked.show]);
  const cell = wished && table && isThere(table, wished) ? wished : null;
  const title = table ? tableTitle(table, words) : '';
  const subtitle = table ? tableSubtitle(table, asked.speakers, words) + (seen.coder === undefined ? '' : ` ${say('margin.onlyMineCount')}`) : '';
  const origin = version ? say('version.stamp', { version: version.changes === 0 ? version.name : say('version.since', { version: version.name, count: version.changes }) }) : '';
  const drawing = useMemo(() => (table ? drawingOfTable(table, asked.show, { title, subtitle, foot: [origin, words.date(today)].filter(Boolean).join(' · ') }, words) : null), [table, asked.show, title, subtitle, origin, today, words]);
  const saveExhibit = (format: 'csv' | 'xlsx' | 'docx' | 'html') => void act(async () => { await core.bridge.save(await core.call('exhibit.export', { kind: 'table', asked: input as never, format, language: words.language })); });
  const savePicture = (format: 'svg' | 'png') => void act(async () => {
    if (chart) await core.bridge.save(await core.bridge.hand(`${title}.${format}`, format === 'svg' ? new TextEncoder().encode(chart.svg()) : await chart.png()));
  });
  const body = useRef<HTMLDivElement>(null);
  const closeCell = useCallback(() => {
    body.current?.querySelector<HTMLElement>('td[data-here] button')?.focus();
    session.set({ cell: null });
    setWide(false);
  }, [session]);
  const isCellOpen = cell !== null;
  useEffect(() => {
    if (!isCellOpen) return undefined;
    const listen = (event: globalThis.KeyboardEvent) => { if (event.key === 'Escape' && !event.defaultPrevented) closeCell(); };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isCellOpen, closeCell]);
  if (codes && codes.length === 0) return <div className={styles['tables']} data-empty><main className={styles['main']}><div className={styles['empty']}><h1>{say('tables.emptyTitle')}</h1><p>{say('tables.emptyText')}</p><Button look="primary" onPress={() => session.set({ view: 'code' })}>{say('tables.goCoding')}</Button></div></main></div>;
  const isPicture = asked.shown === 'picture';
  return (
    <div className={styles['tables']} data-right={isCellOpen || undefined} data-wide={(cell !== null && (isWide || cell.beside)) || undefined}>
      <TablesPane desk={desk} />
      <main className={styles['main']}>
        <header className={styles['head']}>
          <div><h1>{asked.shown === 'portrait' ? say('tables.portrait') : title}</h1><p>{asked.shown === 'portrait' ? say('tables.portraitNote') : subtitle}</p></div>
          <Segments label={say('tables.shown')} value={asked.shown} options={[{ id: 'table', label: say('tables.table') }, { id: 'picture', label: say('tables.picture') }, { id: 'portrait', label: say('tables.portrait') }]} onChange={(shown) => set({ shown })} />
          {asked.shown === 'portrait' ? null : (
            <Menu label={say('tables.save')} groups={[{ entries: [{ id: 'csv', label: 'CSV', run: () => saveExhibit('csv') }, { id: 'xlsx', label: 'Excel', run: () => saveExhibit('xlsx') }, { id: 'docx', label: 'Word', run: () => saveExhibit('docx') }, { id: 'html', label: 'HTML', run: () => saveExhibit('html') }] }, { entries: isPicture ? [{ id: 'svg', label: 'SVG', run: () => savePicture('svg') }, { id: 'png', label: 'PNG', run: () => savePicture('png') }, { id: 'copy', label: say('tables.copyPicture'), run: () => { if (chart) void act(() => copyPicture(chart.png())); } }] : [] }, intoReport]}>
              <Button><Download size={14} strokeWidth={1.5} />{say(isPicture ? 'tables.savePicture' : 'tables.saveTable')}</Button>
            </Menu>
          )}
        </header>
        {asked.shown === 'portrait' ? <Portrait desk={desk} /> : (
          <>
            <TableBar desk={desk} />
            <div className={styles['body']} ref={body}>
              {!table ? null : table.rows.length === 0 || table.columns.length === 0 ? <p className={styles['note']}>{say(table.rows.length > 0 ? 'tables.noGroups' : table.rowAxis.length > 1 ? 'tables.noTriples' : 'tables.noRows')}</p>
                : isPicture ? <Suspense fallback={null}><TablePicture table={table} drawing={drawing!} chosen={asked.picture} onChoose={(picture) => set({ picture })} onReady={setChart} onCell={(opened) => session.set({ cell: opened })} /></Suspense>
                  : (
                    <>
                      <TableGrid table={table} show={asked.show} sort={asked.sort} cell={cell} onCell={(opened) => session.set({ cell: opened })} onSort={(sort) => set({ sort })} />
                      <TableLegend table={table} show={asked.show} />
                      {table.count === 'duration' && !table.timed ? <p className={styles['note']}>{say('tables.untimed')}</p> : null}
                      <Findings desk={desk} />
                    </>
                  )}
            </div>
          </>
        )}
      </main>
      {cell && table ? <aside className={styles['right']} aria-label={say('tables.quotationsOf')}><Quotations key={JSON.stringify(cell)} table={table} input={input} cell={cell} onClose={closeCell} onWide={setWide} /></aside> : null}
    </div>
  );
}
