import { Download } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { facets } from '../../../shared/model/schema.ts';
import { counts, type Table } from '../../../shared/model/table.ts';
import { pictureFile } from '../../charts/picture.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments, type Option } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCoder, useSeenCodes } from '../code/coders.ts';
import { useSession, useSessionStore, type TableAsked } from '../../session.ts';
import { FrequencyTable } from './FrequencyTable.tsx';
import { Quotations } from './Quotations.tsx';
import styles from './tables.module.css';

// What draws pictures is a quarter of the program: it is read when the first picture is wanted.
const Frequencies = lazy(async () => ({ default: (await import('../../charts/Frequencies.tsx')).Frequencies }));

/** How often each code occurs in each group, as a table or a picture; every cell opens its quotations. */
export function TablesView() {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const asked = useSession((now) => now.tables);
  const wished = useSession((now) => now.cell);
  const attributes = useLive('attribute.list', {});
  const codes = useSeenCodes();
  const sets = useLive('codeSet.list', {});
  const version = useLive('version.now', {});
  const seen = useSeenCoder();
  const [chart, setChart] = useState<{ svg(): string; png(): Promise<Uint8Array> } | null>(null);
  // An attribute may be called as another of documents is, or “Document”.
  const idOf = ({ of, name }: { of: string; name: string }) => `${of}:${name}`;
  const columns: Option<string>[] = [
    ...(attributes ?? []).map((attribute) => ({ id: idOf(attribute), label: attribute.name, hint: say(attribute.of === 'participants' ? 'tables.ofPeople' : 'tables.ofDocuments') })),
    { id: 'document', label: say('by.document') }, { id: 'participant', label: say('by.participant') }, { id: 'coder', label: say('by.coder') },
  ];
  const parents = (codes ?? []).filter((code) => codes!.some((each) => each.parent === code.id));
  const rows: Option<string>[] = [
    { id: '', label: say('tables.allCodes') }, ...facets.map((facet) => ({ id: `facet:${facet}`, label: say(`facet.${facet}`), sign: <Sign facet={facet} /> })),
    ...(sets ?? []).filter((set) => set.codes.length > 0).map((set) => ({ id: `set:${set.name}`, label: set.name, hint: say('codeSet.set') })),
    ...parents.map((code) => ({ id: code.path, label: code.path, sign: <Sign facet={code.facet} colour={code.colour} /> })),
  ];
  const first = attributes?.find((attribute) => attribute.of === 'participants' && attribute.kind === 'choice') ?? attributes?.[0];
  const usual = first ? idOf(first) : 'document';
  // What was asked for may have been renamed or removed since, or belong to another study.
  const by = columns.some((column) => column.id === asked.by) ? asked.by! : usual;
  const usualRows = codes?.some((code) => code.facet === 'dimension') ? 'facet:dimension' : '';
  const chosenRows = rows.some((row) => row.id === asked.rows) ? asked.rows! : asked.rows === null ? usualRows : '';
  const input = { by, count: asked.count, speakers: asked.speakers, subcodes: asked.subcodes, ...(chosenRows === '' ? {} : { rows: chosenRows }), ...seen };
  const table = useLive('frequency.table', attributes && codes ? input : null, true) as Table | undefined;
  const cell = wished && table?.rows.some((row) => row.code === wished.row) && table.columns.some((column) => column.key === wished.column) ? wished : null;
  const set = (fields: Partial<TableAsked>) => session.set({ tables: { ...asked, by, rows: chosenRows, ...fields }, cell: null });
  const byLabel = columns.find((column) => column.id === by)?.label ?? by;
  const rowsLabel = rows.find((row) => row.id === chosenRows)!.label;
  const title = say('tables.title', { rows: rowsLabel, by: byLabel });
  const subtitle = table ? say('tables.subtitle', { what: say(`tables.counted.${asked.count}`), people: say('tables.people', { count: table.n }), speakers: say(asked.speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers') }) + (seen.coder === undefined ? '' : ` ${say('margin.onlyMineCount')}`) : '';
  const origin = version ? say('version.stamp', { version: version.changes === 0 ? version.name : say('version.since', { version: version.name, count: version.changes }) }) : '';
  const saveSheet = (format: 'csv' | 'xlsx') => void act(async () => { await core.bridge.save(await core.call('frequency.export', { ...input, format, language: words.language })); });
  const savePicture = (format: 'svg' | 'png') => void act(async () => {
    if (chart) await core.bridge.save(await core.bridge.hand(`${title}.${format}`, format === 'svg' ? new TextEncoder().encode(chart.svg()) : await chart.png()));
  });
  const body = useRef<HTMLDivElement>(null);
  const closeCell = useCallback(() => {
    body.current?.querySelector<HTMLElement>('td[data-here] button')?.focus();
    session.set({ cell: null });
  }, [session]);
  const isCellOpen = cell !== null;
  useEffect(() => {
    if (!isCellOpen) return undefined;
    const listen = (event: KeyboardEvent) => { if (event.key === 'Escape' && !event.defaultPrevented) closeCell(); };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isCellOpen, closeCell]);
  if (codes && codes.length === 0) return <div className={styles['tables']}><main className={styles['main']}><div className={styles['empty']}><h1>{say('tables.emptyTitle')}</h1><p>{say('tables.emptyText')}</p><Button look="primary" onPress={() => session.set({ view: 'code' })}>{say('tables.goCoding')}</Button></div></main></div>;
  return (
    <div className={styles['tables']} data-right={isCellOpen || undefined}>
      <main className={styles['main']}>
        <header className={styles['head']}><h1>{title}</h1><p>{subtitle}</p></header>
        <div className={styles['bar']}>
          <Choice label={say('tables.rows')} value={chosenRows} options={rows} onChange={(chosen) => set({ rows: chosen })} />
          <Choice label={say('tables.columns')} value={by} options={columns} onChange={(chosen) => set({ by: chosen })} />
          <Choice label={say('tables.count')} value={asked.count} options={counts.map((count) => ({ id: count, label: say(`count.${count}`) }))} onChange={(count) => set({ count })} />
          <Choice label={say('tables.speakers')} value={asked.speakers} options={[{ id: 'interviewees', label: say('tables.interviewees') }, { id: 'all', label: say('tables.everybody') }]} onChange={(speakers) => set({ speakers })} />
          <label className={styles['check']}><input type="checkbox" checked={asked.subcodes} onChange={(event) => set({ subcodes: event.target.checked })} />{say('tables.subcodes')}</label>
          <span className={styles['grow']} />
          <Segments label={say('tables.shown')} value={asked.shown} options={[{ id: 'table', label: say('tables.table') }, { id: 'picture', label: say('tables.picture') }]} onChange={(shown) => set({ shown })} />
          <Menu label={say('tables.save')} groups={[{ entries: [{ id: 'csv', label: 'CSV', run: () => saveSheet('csv') }, { id: 'xlsx', label: 'Excel', run: () => saveSheet('xlsx') }] }, { entries: asked.shown === 'picture' ? [{ id: 'svg', label: 'SVG', run: () => savePicture('svg') }, { id: 'png', label: 'PNG', run: () => savePicture('png') }] : [] }]}>
            <Button><Download size={14} strokeWidth={1.5} />{say(asked.shown === 'picture' ? 'tables.savePicture' : 'tables.saveTable')}</Button>
          </Menu>
        </div>
        <div className={styles['body']} ref={body}>
          {!table ? null : asked.shown === 'table' ? <FrequencyTable table={table} cell={cell} onCell={(row, column) => session.set({ cell: { row, column } })} />
            : <Suspense fallback={null}><Frequencies table={table} title={title} subtitle={subtitle} origin={origin} onReady={(drawn) => setChart(drawn ? { svg: () => pictureFile(drawn, 'svg'), png: () => pictureFile(drawn, 'png') } : null)} onCell={(row, column) => session.set({ cell: { row, column } })} /></Suspense>}
        </div>
      </main>
      {cell && table ? <aside className={styles['right']}><Quotations table={table} input={input} cell={cell} onClose={closeCell} /></aside> : null}
    </div>
  );
}
