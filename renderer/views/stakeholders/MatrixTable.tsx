import { useState } from 'react';
import type { RatingDifference } from '../../../shared/model/ratingDifferences.ts';
import type { Anchors, Perception, RatingAxis, RatingCell, RatingMatrix } from '../../../shared/model/ratings.ts';
import { sayRating } from '../../../shared/words/sayRatings.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import type { EvidenceAsked } from './asked.ts';
import { opens, RatingTd, walkCells } from './RatingTd.tsx';
import styles from './stakeholders.module.css';

/** A line of the table: a row on one side of the comparison, or what a stakeholder's own people and the others see. */
interface Line {
  readonly key: string;
  /** The row's own name over its sides; null on the later ones. */
  readonly head: RatingAxis | string | null;
  readonly sides: number;
  readonly side: string | null;
  /** People interviewed behind the side, where it is said. */
  readonly n?: number | null;
  readonly about?: string;
  readonly cells: readonly { readonly cell: RatingCell | null | 'nothing'; readonly scale: Anchors; readonly told: string; readonly asked: EvidenceAsked | null; readonly own: boolean; readonly text?: string }[];
}

/** Medians by people with where they lie: what was never said is grey, a group that nobody was interviewed in is hatched, and a 0 is a rating. */
export function MatrixTable({ table, evidence, onCell }: { table: RatingMatrix | Perception; evidence: EvidenceAsked | null; onCell: (asked: EvidenceAsked) => void }) {
  const words = useWords();
  const { say } = words;
  /** The cell that Tab comes to: one for the whole table, arrows walk on from there. */
  const [reached, setReached] = useState('');
  const lines = linesOf(table, words);
  const opening = lines.flatMap((line, row) => line.cells.flatMap(({ cell }, column) => (cell !== 'nothing' && opens(cell) ? [`${row}/${column}`] : [])));
  const stop = opening.includes(reached) ? reached : opening[0];
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} onKeyDown={(event) => walkCells(event, lines.length, table.columns.length)}>
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>{say(table.by === null ? 'stakeholders.stakeholder' : 'stakeholders.who')}</th>
            {table.split === null ? null : <th scope="col" className={styles['side']}>{table.split}</th>}
            {table.columns.map((column) => <th key={column.code} scope="col" title={column.path}><span><Sign facet={column.facet!} colour={column.colour} /><bdi>{column.label}</bdi></span></th>)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={line.key} data-first={line.head !== null || undefined} data-about={line.about}>
              {line.head === null ? null : <th scope={line.sides > 1 ? 'rowgroup' : 'row'} rowSpan={line.sides} title={typeof line.head === 'string' ? line.head : line.head.path || line.head.label}><RowName head={line.head} /></th>}
              {line.side === null ? null : <th scope="row" className={styles['side']}><span><span className={styles['cut']} title={line.side}><bdi>{line.side}</bdi></span>{line.n === undefined || line.n === null ? null : <small>n {line.n}</small>}</span></th>}
              {line.cells.map(({ cell, scale, told, asked, own, text }, column) => {
                if (cell === 'nothing') return <td key={column} data-nothing>{text === undefined ? null : <span className={styles['plainCell']}>{text}</span>}</td>;
                return <RatingTd key={column} cell={cell} at={{ row, column, scale, told, asked, own, stop, evidence, onReach: setReached, onCell }} />;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
function RowName({ head }: { head: RatingAxis | string }) {
  const { say } = useWords();
  if (typeof head === 'string') return <span><span className={styles['cut']}>{head}</span></span>;
  return <span style={{ paddingLeft: `${Math.min(head.depth, 4) * 14}px` }}>{head.facet === null ? null : <Sign facet={head.facet} colour={head.colour} />}<span className={styles['cut']}><bdi>{head.facet === null && head.key === null ? say('by.noValue') : head.label}</bdi></span>{head.n === null ? null : <small>n {head.n}</small>}</span>;
}
const isPerception = (table: RatingMatrix | Perception): table is Perception => 'views' in table;
function linesOf(table: RatingMatrix | Perception, words: ReturnType<typeof useWords>): Line[] {
  const { say } = words;
  const sideOf = (arm: number) => (table.split === null ? null : table.arms[arm]!.key === null ? say('by.noValue') : table.arms[arm]!.label);
  const armAsked = (arm: number) => (table.split === null ? {} : { arm: table.arms[arm]!.key });
  const named = (row: RatingAxis) => (row.facet === null && row.key === null ? say('by.noValue') : row.label);
  const sides = table.arms.length + (table.differences === null ? 0 : 1);
  const rows = table.rows.flatMap((row, index) => [...table.arms.map((_, arm): Line => ({
    key: `${index}/${arm}`, head: arm === 0 ? row : null, sides, side: sideOf(arm), n: table.by === null && index > 0 ? null : table.interviewed[index]![arm]!,
    cells: table.columns.map((column, place) => ({
      cell: table.cells[index]![place]![arm]!, scale: isPerception(table) ? table.dimension.scale! : column.scale!, told: [named(row), sideOf(arm), column.label].filter((part) => part !== null).join(', '),
      own: isPerception(table) && table.views[place]![arm]!.own === index,
      asked: isPerception(table) ? { about: column.code!, dimensions: [table.dimension.path], key: row.key, ...armAsked(arm) } : { about: row.code!, dimensions: [column.path], ...armAsked(arm) },
    })),
  })), ...(table.differences === null ? [] : [differenceLine(table, table.differences[index]!, index, words)])]);
  return isPerception(table) && table.views.some((column) => column[0]?.own !== null) ? [...rows, ...viewLines(table, words, sideOf, armAsked)] : rows;
}
/** How the two sides differ, below them. */
function differenceLine(table: RatingMatrix | Perception, differences: readonly RatingDifference[], index: number, words: ReturnType<typeof useWords>): Line {
  return {
    key: `${index}/difference`, head: null, sides: 0, side: words.say('stakeholders.differs'), about: 'apart',
    cells: table.columns.map((column, place) => ({ cell: 'nothing' as const, scale: column.scale ?? { low: 0, high: 1, steps: [] }, own: false, told: '', asked: null, text: differences[place]!.value === null ? '' : sayRating(words, differences[place]!.value) })),
  };
}
function viewLines(table: Perception, words: ReturnType<typeof useWords>, sideOf: (arm: number) => string | null, armAsked: (arm: number) => Pick<EvidenceAsked, 'arm'>): Line[] {
  const { say } = words;
  const scale = table.dimension.scale!;
  const views = (['self', 'others'] as const).flatMap((view) => table.arms.map((_, arm): Line => ({
    key: `${view}/${arm}`, head: arm === 0 ? say(`stakeholders.${view}`) : null, sides: table.arms.length, side: sideOf(arm), about: view,
    cells: table.columns.map((column, place) => {
      const of = table.views[place]![arm]!;
      return { cell: view === 'self' && of.own === null ? 'nothing' as const : of[view], scale, own: false, told: [say(`stakeholders.${view}`), sideOf(arm), column.label].filter((part) => part !== null).join(', '), asked: { about: column.code!, dimensions: [table.dimension.path], view, ...armAsked(arm) } };
    }),
  })));
  return [...views, ...table.arms.map((_, arm): Line => ({
    key: `difference/${arm}`, head: arm === 0 ? say('stakeholders.difference') : null, sides: table.arms.length, side: sideOf(arm), about: 'difference',
    cells: table.columns.map((__, place) => { const { difference } = table.views[place]![arm]!; return { cell: 'nothing' as const, scale, own: false, told: '', asked: null, text: difference === null ? '' : sayRating(words, difference) }; }),
  }))];
}
