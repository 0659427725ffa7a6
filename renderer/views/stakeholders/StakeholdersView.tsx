import { useCallback, useEffect, useRef } from 'react';
import { farApart, type RatingGrid, type RatingMatrix } from '../../../shared/model/ratings.ts';
import { sayLeftOut, sayScale, sayScales } from '../../../shared/words/sayRatings.ts';
import type { Words } from '../../../shared/words/index.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { LayerProvider, useCountedNote } from '../code/coders.ts';
import { Bar } from './Bar.tsx';
import { Evidence } from './Evidence.tsx';
import { CompareTable, type Compared } from './CompareTable.tsx';
import { CoderPlaces, GridPane, useWidth } from './GridPane.tsx';
import { LeftPane } from './LeftPane.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { Saving } from './Saving.tsx';
import { Tests } from './Tests.tsx';
import type { EvidenceAsked } from './asked.ts';
import { facingPairs } from './facing.ts';
import { useAsked, type Asked } from './useAsked.ts';
import { useGridPicture } from './useGridPicture.ts';
import styles from './stakeholders.module.css';

/** How stakeholders are rated, who sees whom how, and where they stand in two dimensions; every number opens what it rests on. */
export function StakeholdersView() {
  return <LayerProvider><Asking /></LayerProvider>;
}
function Asking() {
  const { say } = useWords();
  const session = useSessionStore();
  const asked = useAsked();
  if (!asked) return <div className={styles['view']} />;
  if (asked.stakeholders.length === 0 || asked.dimensions.length === 0) return <div className={styles['view']}><main className={styles['main']}><div className={styles['empty']}><h1>{say('stakeholders.emptyTitle')}</h1><p>{say('stakeholders.emptyText')}</p><Button look="primary" onPress={() => session.set({ view: 'code' })}>{say('tables.goCoding')}</Button></div></main></div>;
  return <Desk asked={asked} />;
}

function Desk({ asked }: { asked: Asked }) {
  const words = useWords();
  const { say } = words;
  const session = useSessionStore();
  const wished = useSession((now) => now.stakeholders);
  const { way, centre, least } = wished;
  const { x, y, by, dimension } = asked;
  const table = useLive('ratings.table', way === 'ratings' ? asked.asked : null, true);
  const perception = useLive('ratings.perception', way === 'perception' && by !== null && dimension !== null ? { ...asked.asked, by, dimension } : null, true);
  const grid = useLive('ratings.grid', way === 'grid' && x !== null && y !== null && x !== y ? { ...asked.asked, x, y, centre, least } : null, true);
  const [width, host] = useWidth();
  const drawn = useGridPicture(grid, Math.min(width, grid && grid.arms.length > 1 ? 1160 : 660), 520);
  const body = useRef<HTMLDivElement>(null);
  const { evidence } = wished;
  const open = (given: EvidenceAsked) => session.set({ stakeholders: { ...wished, evidence: given } });
  const sortBy = (sort: 'order' | 'difference') => session.set({ stakeholders: { ...wished, sort } });
  const close = useCallback(() => {
    body.current?.querySelector<HTMLElement>('td[data-here] button, [data-dot][aria-pressed=true]')?.focus();
    session.set({ stakeholders: { ...session.get().stakeholders, evidence: null } });
  }, [session]);
  const isOpen = evidence !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    const listen = (event: KeyboardEvent) => { if (event.key === 'Escape' && !event.defaultPrevented) close(); };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isOpen, close]);
  const shown = way === 'ratings' ? table : way === 'perception' ? perception : grid;
  const plain = way === 'ratings' ? say('stakeholders.ratings') : way === 'perception' ? say('stakeholders.perception', { dimension: perception?.dimension.label ?? '' }) : grid ? say('stakeholders.grid', { x: grid.x.label, y: grid.y.label }) : say('stakeholders.ways.grid');
  const title = shown?.split ? say('stakeholders.withSplit', { title: plain, split: shown.split }) : plain;
  const subtitle = shown ? subtitleOf(words, asked, shown.n, way === 'grid' ? grid : undefined) : '';
  const note = useCountedNote();
  const pairs = evidence && shown ? facingPairs(words, shown, evidence) : [];
  return (
    <div className={styles['view']} data-right={isOpen || undefined} data-facing={pairs.length > 0 || undefined} data-left>
      <LeftPane asked={asked} way={way} grid={grid} evidence={evidence} onWay={(next) => asked.set({ way: next })} onDot={open} />
      <main className={styles['main']}>
        <header className={styles['head']}><h1>{title}</h1><p>{subtitle} {note}</p></header>
        <div className={styles['bar']}>
          <Bar asked={asked} />
          <span className={styles['grow']} />
          <Saving asked={asked} title={title} subtitle={subtitle} drawn={way === 'grid' ? drawn : null} />
        </div>
        <div className={styles['body']} ref={body}>
          <div ref={host} />
          {way === 'ratings' && table ? <>{table.split === null ? <MatrixTable table={table} evidence={evidence} onCell={open} /> : <CompareTable rows={comparedIn(table)} arms={table.arms} split={table.split} centre="median" sort={wished.sort} onSort={sortBy} evidence={evidence} onCell={open} />}<Legend unasked={hasUnasked(table)} />{sayScales(words, table.columns).map((line) => <p key={line} className={styles['scales']}>{line}</p>)}</> : null}
          {way === 'perception' && by === null ? <p className={styles['note']}>{say('tables.noGroups')}</p> : null}
          {way === 'perception' && perception ? <><MatrixTable table={perception} evidence={evidence} onCell={open} /><Legend scale={say('stakeholders.scaleOf', { dimension: perception.dimension.label, scale: sayScale(words, perception.dimension) })} unasked={hasUnasked(perception)} own /></> : null}
          {way === 'grid' && !grid ? <p className={styles['note']}>{say(x !== null && x === y ? 'stakeholders.sameTwice' : 'stakeholders.needTwo')}</p> : null}
          {way === 'grid' && grid && drawn && width > 0 ? <GridPane grid={grid} drawn={drawn} label={title} evidence={evidence} onDot={open} /> : null}
          {way === 'grid' && grid?.differences ? <CompareTable rows={comparedOn(grid, grid.differences)} arms={grid.arms} split={grid.split!} centre={centre} sort={wished.sort} onSort={sortBy} evidence={evidence} onCell={open} /> : null}
          {shown ? sayLeftOut(words, shown.left).map((line) => <p key={line} className={styles['caveat']}>{line}</p>) : null}
          {way === 'ratings' && table?.offer ? <Tests offer={table.offer} /> : null}
          {way === 'grid' && grid?.offer ? <Tests offer={grid.offer} /> : null}
          {way === 'perception' && perception ? <>
            {perception.viewOffers.map((offer, arm) => <Tests key={arm} title={[say('stakeholders.selfAndOthers'), ...(perception.split === null ? [] : [perception.arms[arm]!.label || say('by.noValue')])].join(say('status.and'))} offer={offer} />)}
            {perception.offer ? <Tests title={say('stakeholders.betweenGroups')} offer={perception.offer} /> : null}
          </> : null}
        </div>
      </main>
      {evidence ? <aside className={styles['right']} aria-label={say('stakeholders.evidence')}><Evidence asked={asked} evidence={evidence} where={(of) => whereOf(words, asked, of)} pairs={pairs} onClose={close} {...(way === 'grid' && grid ? { told: (of: EvidenceAsked) => <CoderPlaces grid={grid} evidence={of} /> } : {})} /></aside> : null}
    </div>
  );
}

function subtitleOf(words: Words, { wished, saved }: Asked, n: number, grid: RatingGrid | undefined): string {
  const { say } = words;
  const speakers = say(wished.speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers');
  const placed = grid?.dots.flat().filter(({ placing }) => placing === 'placed') ?? [];
  const far = placed.filter(({ apart }) => apart > farApart).length;
  return [
    say(grid ? (grid.centre === 'mean' ? 'stakeholders.subtitleMean' : 'stakeholders.subtitleMedian') : 'stakeholders.subtitleTable'), say('stakeholders.peopleOf', { people: say('tables.people', { count: n }), speakers }),
    ...(far > 0 ? [say('stakeholders.differOn', { count: far })] : []), ...(saved === null ? [] : [say('stakeholders.filteredBy', { query: saved })]),
  ].join(words.language === 'zh' ? '' : ' ');
}
/** What the open cell is of, besides its stakeholder. */
function whereOf({ say }: Words, { dimensions, stakeholders: _stakeholders }: Asked, { dimensions: paths, key, view, arm }: EvidenceAsked): string {
  const names = paths.map((path) => dimensions.find((each) => each.path === path)?.name ?? path);
  return [...names, ...(view === undefined ? [] : [say(`stakeholders.${view}`)]), ...(key === undefined ? [] : [key ?? say('by.noValue')]), ...(arm === undefined ? [] : [arm ?? say('by.noValue')])].join(' · ');
}
/** Each stakeholder in each dimension, as rows that are compared. */
const comparedIn = ({ rows, columns, cells, differences }: RatingMatrix): Compared[] => rows.flatMap((row, index) => columns.map((what, place) => ({ who: { ...row, code: row.code! }, what, cells: cells[index]![place]!, difference: differences?.[index]![place] ?? null })));
/** The same of the two dimensions of the grid. */
const comparedOn = ({ x, y, dots, arms }: RatingGrid, differences: NonNullable<RatingGrid['differences']>): Compared[] => differences.flatMap((difference, index) => (['x', 'y'] as const).map((side) => ({ who: dots[0]![index]!, what: side === 'x' ? x : y, cells: dots.map((dot, arm) => (arms[arm]!.n === 0 ? null : dot[index]![side])), difference: difference[side] })));
const hasUnasked = ({ cells }: RatingMatrix): boolean => cells.some((row) => row.some((column) => column.includes(null)));
function Legend({ scale, unasked, own = false }: { scale?: string; unasked: boolean; own?: boolean }) {
  const { say } = useWords();
  return (
    <footer className={styles['legend']}>
      <span>{say('stakeholders.stripLegend')}</span>
      <span><i className={styles['silentSign']} />{say('stakeholders.silent')}</span>
      {unasked ? <span><i className={styles['hatch']} />{say('tables.unasked')}</span> : null}
      {own ? <span><i className={styles['ownSign']} />{say('stakeholders.ownLegend')}</span> : null}
      {scale === undefined ? null : <span>{scale}</span>}
    </footer>
  );
}
