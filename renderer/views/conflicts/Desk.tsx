import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { matrixCounts, type ConflictEntry } from '../../../shared/model/conflicts.ts';
import { fileStem } from '../../../shared/model/fileName.ts';
import { causesPicture } from '../../../shared/pictures/causes.ts';
import { networkLegend, networkPicture, type NetworkSide } from '../../../shared/pictures/network.ts';
import { sayConflictSide } from '../../../shared/words/sayConflicts.ts';
import { copyPicture } from '../../charts/picture.ts';
import { savedPicture } from '../../charts/pictureSvg.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import { LayerChoice } from '../agreement/LayerChoice.tsx';
import { useCountedNote, useSeenCoder } from '../code/coders.ts';
import type { ConflictsAsked } from './asked.ts';
import { CausesPicture } from './CausesPicture.tsx';
import { Comparison } from './Comparison.tsx';
import { usePutIntoReport } from '../report/putting.ts';
import styles from './conflicts.module.css';
import { MatrixTable } from './MatrixTable.tsx';
import { NetworkPicture } from './NetworkPicture.tsx';
import type { CodeNames } from './useConflicts.ts';
import type { MatrixTold } from './useMatrix.ts';

const thresholds = [1, 2, 3, 5, 8, 12];

/** The middle: the matrix with its network, or causes and consequences; and how they leave the program. */
export function Desk({ asked, set, entries, names, table, onCell, onEntry }: { asked: ConflictsAsked; set: (fields: Partial<ConflictsAsked>) => void; entries: readonly ConflictEntry[]; names: CodeNames; table: MatrixTold; onCell: (cell: { row: string | null; column: number; side?: string | null }) => void; onEntry: (id: number) => void }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const seen = useSeenCoder();
  const version = useLive('version.now', {});
  const { matrix } = table;
  const causes = asked.shown === 'causes';
  const title = say(causes ? 'conflicts.causesTitle' : 'conflicts.matrix');
  const note = useCountedNote();
  const onlyMine = note === '' ? '' : ` ${note}`;
  const withPoints = useMemo(() => entries.filter(({ points }) => points.length > 0), [entries]);
  const { comparison } = table;
  const sides = useMemo((): NetworkSide[] => (comparison ? comparison.sides.map((side) => ({ label: words.say('conflicts.sideOf', { side: sayConflictSide(words, side), n: words.number(side.matrix.n) }), matrix: side.matrix })) : matrix ? [{ label: '', matrix }] : []), [matrix, comparison, words]);
  const { open } = asked;
  const network = useMemo(() => networkPicture(sides, words, { least: asked.drawn, isLit: (side, row, column) => { const { rows, columns } = sides[side]!.matrix; return open?.kind === 'cell' && open.side === comparison?.sides[side]?.key && open.row === rows[row]!.key && open.column === columns[column]!.code; } }), [sides, words, asked.drawn, open, comparison]);
  const drawnCauses = useMemo(() => causesPicture(withPoints, words, { open: open?.kind === 'entry' ? open.id : null }), [withPoints, words, open]);
  const quoted = entries.reduce((sum, { quotations }) => sum + quotations, 0);
  const summary = (causes ? say('conflicts.causesSummary', { entries: say('conflicts.entries', { count: entries.length }), passages: say('conflicts.passages', { count: quoted }) })
    : matrix ? `${say(`conflicts.counted.${matrix.count}`)} ${say('conflicts.summary', { passages: say('conflicts.passages', { count: matrix.passages }), people: words.number(matrix.people), all: say('conflicts.people', { count: matrix.n }) })}` : '') + onlyMine;
  const origin = version ? say('version.stamp', { version: version.changes === 0 ? version.name : say('version.since', { version: version.name, count: version.changes }) }) : '';
  const narrowed = [table.within === '' ? '' : table.only.find(({ id }) => id === table.within)!.label, asked.code === null ? '' : names.name(asked.code)].filter(Boolean).join(say('status.and'));
  const shown = causes ? { kind: 'conflictRegister', asked: { ...seen } } : { kind: 'conflictMatrix', asked: { ...table.input, drawn: asked.drawn } };
  const intoReport = usePutIntoReport({ ...shown, picture: causes ? 'causes' : 'network' });
  const saveSheet = (format: 'csv' | 'xlsx' | 'docx') => void act(async () => {
    await core.bridge.save(await core.call('exhibit.export', { ...shown, format, language: words.language }));
  });
  const called = causes ? title : [say('conflicts.networkTitle'), narrowed].filter(Boolean).join(' · ');
  const picture = (day: string) => {
    const frame = { title: called, subtitle: summary, foot: [origin, day].filter(Boolean).join(' · ') };
    return savedPicture(causes ? causesPicture(withPoints, words, { frame }) : networkPicture(sides, words, { least: asked.drawn, frame }), called);
  };
  const savePicture = (format: 'svg' | 'png') => void act(async () => {
    const made = picture(words.date(Date.now()));
    await core.bridge.save(await core.bridge.hand(`${fileStem(called, 'Conflicts')}.${format}`, format === 'svg' ? new TextEncoder().encode(made.svg()) : await made.png()));
  });
  const copy = () => void act(async () => {
    await copyPicture(picture(words.date(Date.now())).png());
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
            {table.compare.length > 1 ? <Choice label={say('conflicts.compare')} value={table.split} options={table.compare} onChange={(split) => set({ split, open: asked.open?.kind === 'cell' ? null : asked.open })} /> : null}
            {table.split === '' && table.only.length > 1 ? <Choice label={say('conflicts.onlyWithin')} value={table.within} options={table.only} onChange={(within) => set({ within })} /> : null}
            {conflictCodes.length > 1 ? <Choice label={say('conflicts.name')} value={String(asked.code ?? '')} options={[{ id: '', label: say('conflicts.allConflicts') }, ...conflictCodes.map((code) => ({ id: String(code.id), label: code.path, sign: <Sign facet="conflict" colour={code.colour} /> }))]} onChange={(code) => set({ code: code === '' ? null : Number(code) })} /> : null}
          </>
        )}
        <LayerChoice />
        <span className={styles['grow']} />
        <Menu label={say('tables.save')} groups={[
          { title: say(causes ? 'conflicts.register' : 'conflicts.matrix'), entries: (['csv', 'xlsx', 'docx'] as const).map((format) => ({ id: format, label: say(`export.${format}`), run: () => saveSheet(format) })) },
          { title: say(causes ? 'conflicts.causesTitle' : 'conflicts.network'), entries: [...(['svg', 'png'] as const).map((format) => ({ id: format, label: format.toUpperCase(), run: () => savePicture(format) })), { id: 'copy', label: say('stakeholders.copyPicture'), run: copy }] },
          intoReport,
        ]}><Button><Download size={14} strokeWidth={1.5} />{say('word.save')}</Button></Menu>
      </div>
      <div className={styles['body']}>
        {causes ? (withPoints.length === 0 ? <p className={styles['note']}>{say('conflicts.noCauses')}</p> : <CausesPicture causes={drawnCauses} label={`${title}. ${summary}`} onOpen={onEntry} />) : null}
        {!causes && table.isKnown && table.by === null ? <p className={styles['note']}>{say('tables.noGroups')}</p> : null}
        {!causes && matrix ? (
          matrix.columns.length === 0 ? <p className={styles['note']}>{say('conflicts.noColumns')}</p> : (
            <>
              {table.split === '' ? <MatrixTable matrix={matrix} open={asked.open} onCell={({ row, column }) => onCell({ row, column })} /> : comparison ? <Comparison comparison={comparison} open={asked.open} onCell={onCell} /> : null}
              <section className={styles['network']} aria-label={say('conflicts.network')}>
                <header><h2>{say('conflicts.network')}</h2><p>{networkLegend(words, network.leftOut, asked.drawn)}</p><Choice label={say('conflicts.drawnFrom')} value={String(asked.drawn)} options={thresholds.map((id) => ({ id: String(id), label: say('conflicts.fromOn', { least: id }) }))} onChange={(drawn) => set({ drawn: Number(drawn) })} /></header>
                <NetworkPicture network={network} sides={sides} label={`${called}. ${summary}`} onCell={(side, row, column) => onCell({ row, column, ...(comparison ? { side: comparison.sides[side]!.key } : {}) })} />
              </section>
            </>
          )
        ) : null}
      </div>
    </main>
  );
}
