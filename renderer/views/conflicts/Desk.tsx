import { Download } from 'lucide-react';
import { useRef } from 'react';
import { matrixCounts, type ConflictEntry } from '../../../shared/model/conflicts.ts';
import { fileStem } from '../../../shared/model/fileName.ts';
import { copyPicture, rasterise } from '../../charts/picture.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCoder } from '../code/coders.ts';
import type { ConflictsAsked } from './asked.ts';
import { CausesPicture } from './CausesPicture.tsx';
import { usePutIntoReport } from '../report/putting.ts';
import styles from './conflicts.module.css';
import { svgFile } from './dress.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { NetworkPicture } from './NetworkPicture.tsx';
import type { CodeNames } from './useConflicts.ts';
import type { MatrixTold } from './useMatrix.ts';

const thresholds = [1, 2, 3, 5, 8, 12];

/** The middle: the matrix with its network, or causes and consequences; and how they leave the program. */
export function Desk({ asked, set, entries, names, table, onCell, onEntry }: { asked: ConflictsAsked; set: (fields: Partial<ConflictsAsked>) => void; entries: readonly ConflictEntry[]; names: CodeNames; table: MatrixTold; onCell: (row: string | null, column: number) => void; onEntry: (id: number) => void }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const seen = useSeenCoder();
  const version = useLive('version.now', {});
  const picture = useRef<SVGSVGElement>(null);
  const { matrix } = table;
  const causes = asked.shown === 'causes';
  const title = say(causes ? 'conflicts.causesTitle' : 'conflicts.matrix');
  const onlyMine = seen.coder === undefined ? '' : ` ${say('margin.onlyMineCount')}`;
  const withPoints = entries.filter(({ points }) => points.length > 0);
  const quoted = entries.reduce((sum, { quotations }) => sum + quotations, 0);
  const summary = (causes ? say('conflicts.causesSummary', { entries: say('conflicts.entries', { count: entries.length }), passages: say('conflicts.passages', { count: quoted }) })
    : matrix ? `${say(`conflicts.counted.${matrix.count}`)} ${say('conflicts.summary', { passages: say('conflicts.passages', { count: matrix.passages }), people: words.number(matrix.people), all: say('conflicts.people', { count: matrix.n }) })}` : '') + onlyMine;
  const origin = version ? say('version.stamp', { version: version.changes === 0 ? version.name : say('version.since', { version: version.name, count: version.changes }) }) : '';
  const narrowed = [table.within === '' ? '' : table.only.find(({ id }) => id === table.within)!.label, asked.code === null ? '' : names.name(asked.code)].filter(Boolean).join(say('status.and'));
  const shown = causes ? { kind: 'conflictRegister', asked: { ...seen } } : { kind: 'conflictMatrix', asked: { ...table.input } };
  const intoReport = usePutIntoReport({ ...shown, picture: causes ? null : 'heatmap' });
  const saveSheet = (format: 'csv' | 'xlsx' | 'docx') => void act(async () => {
    await core.bridge.save(await core.call('exhibit.export', { ...shown, format, language: words.language }));
  });
  const savePicture = (format: 'svg' | 'png') => void act(async () => {
    if (!picture.current) return;
    const { svg, width, height } = svgFile(picture.current, words.date(Date.now()));
    const bytes = format === 'svg' ? new TextEncoder().encode(svg) : await rasterise(svg, width, height);
    await core.bridge.save(await core.bridge.hand(`${fileStem(causes ? title : say('conflicts.network'), 'Conflicts')}.${format}`, bytes));
  });
  const copy = () => void act(async () => {
    if (!picture.current) return;
    const { svg, width, height } = svgFile(picture.current, words.date(Date.now()));
    await copyPicture(rasterise(svg, width, height));
    session.set({ notice: { said: say('stakeholders.copied') } });
  });
  const conflictCodes = names.codes.filter(({ facet, codings }) => facet === 'conflict' && codings > 0);
  return (
    <main className={styles['main']}>
      <header className={styles['head']}><h1>{title}</h1><p>{summary}</p></header>
      <div className={styles['bar']}>
        <Segments label={say('tables.shown')} value={asked.shown} options={[{ id: 'matrix', label: say('conflicts.showMatrix') }, { id: 'causes', label: say('conflicts.showCauses') }]} onChange={(shown) => set({ shown })} />
        {causes ? null : (
          <>
            {table.groups.length > 1 ? <Choice label={say('conflicts.groups')} value={table.by} options={table.groups} onChange={(by) => set({ by })} /> : null}
            <Choice label={say('tables.count')} value={asked.count} options={matrixCounts.map((id) => ({ id, label: say(`count.${id}`) }))} onChange={(count) => set({ count })} />
            {table.only.length > 1 ? <Choice label={say('conflicts.onlyWithin')} value={table.within} options={table.only} onChange={(within) => set({ within })} /> : null}
            {conflictCodes.length > 1 ? <Choice label={say('conflicts.name')} value={String(asked.code ?? '')} options={[{ id: '', label: say('conflicts.allConflicts') }, ...conflictCodes.map((code) => ({ id: String(code.id), label: code.path, sign: <Sign facet="conflict" colour={code.colour} /> }))]} onChange={(code) => set({ code: code === '' ? null : Number(code) })} /> : null}
          </>
        )}
        <span className={styles['grow']} />
        <Menu label={say('tables.save')} groups={[
          { title: say(causes ? 'conflicts.register' : 'conflicts.matrix'), entries: (['csv', 'xlsx', 'docx'] as const).map((format) => ({ id: format, label: say(`export.${format}`), run: () => saveSheet(format) })) },
          { title: say(causes ? 'conflicts.causesTitle' : 'conflicts.network'), entries: [...(['svg', 'png'] as const).map((format) => ({ id: format, label: format.toUpperCase(), run: () => savePicture(format) })), { id: 'copy', label: say('stakeholders.copyPicture'), run: copy }] },
          intoReport,
        ]}><Button><Download size={14} strokeWidth={1.5} />{say('word.save')}</Button></Menu>
      </div>
      <div className={styles['body']}>
        {causes ? (withPoints.length === 0 ? <p className={styles['note']}>{say('conflicts.noCauses')}</p> : <CausesPicture entries={withPoints} title={title} subtitle={summary} origin={origin} open={asked.open?.kind === 'entry' ? asked.open.id : null} onOpen={onEntry} picture={picture} />) : null}
        {!causes && table.isKnown && table.by === null ? <p className={styles['note']}>{say('tables.noGroups')}</p> : null}
        {!causes && matrix ? (
          matrix.columns.length === 0 ? <p className={styles['note']}>{say('conflicts.noColumns')}</p> : (
            <>
              <MatrixTable matrix={matrix} open={asked.open} onCell={({ row, column }) => onCell(row, column)} />
              <section className={styles['network']} aria-label={say('conflicts.network')}>
                <header><h2>{say('conflicts.network')}</h2><p>{say('conflicts.networkLegend')}</p><Choice label={say('conflicts.drawnFrom')} value={String(asked.drawn)} options={thresholds.map((id) => ({ id: String(id), label: say('conflicts.fromOn', { least: id }) }))} onChange={(drawn) => set({ drawn: Number(drawn) })} /></header>
                <NetworkPicture matrix={matrix} least={asked.drawn} title={[say('conflicts.networkTitle'), narrowed].filter(Boolean).join(' · ')} subtitle={summary} origin={origin} open={asked.open} onCell={onCell} picture={picture} />
              </section>
            </>
          )
        ) : null}
      </div>
    </main>
  );
}
