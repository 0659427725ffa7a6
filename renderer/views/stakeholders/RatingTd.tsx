import type { KeyboardEvent } from 'react';
import type { Anchors, Centre, RatingCell } from '../../../shared/model/ratings.ts';
import { sayRating } from '../../../shared/words/sayRatings.ts';
import { useWords } from '../../core/words.tsx';
import { sameEvidence, type EvidenceAsked } from './asked.ts';
import { Strip } from './Strip.tsx';
import styles from './stakeholders.module.css';

/** Arrows walk from a cell to the next that can be opened; `rows` and `columns` are how many there are. */
export function walkCells(event: KeyboardEvent<HTMLTableElement>, rows: number, columns: number): void {
  const at = (event.target as HTMLElement).closest('td');
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
  if (!at || !step) return;
  event.preventDefault();
  for (let [down, along] = [Number(at.dataset['row']) + step[0]!, Number(at.dataset['column']) + step[1]!]; down >= 0 && down < rows && along >= 0 && along < columns; down += step[0]!, along += step[1]!) {
    const next = event.currentTarget.querySelector<HTMLElement>(`td[data-row="${down}"][data-column="${along}"] button`);
    if (next) return next.focus();
  }
}
export const opens = (cell: RatingCell | null): boolean => cell !== null && cell.passages > 0;

/** Where a cell stands, what it is of, and what it opens. `stop`: the one cell that Tab comes to. */
export interface RatingPlace { readonly row: number; readonly column: number; readonly scale: Anchors; readonly told: string; readonly asked: EvidenceAsked | null; readonly own?: boolean; readonly stop: string | undefined; readonly evidence: EvidenceAsked | null; onReach(name: string): void; onCell(asked: EvidenceAsked): void }
/** A median (or mean) with how many people it is of and where they lie: never said is grey, nobody interviewed hatched, and a 0 is a rating. */
export function RatingTd({ cell, centre = 'median', at: { row, column, scale, told, asked, own = false, stop, evidence, onReach, onCell } }: { cell: RatingCell | null; centre?: Centre; at: RatingPlace }) {
  const words = useWords();
  const { say } = words;
  if (cell === null) return <td className={styles['unasked']} title={say('tables.unasked')}><span className={styles['hidden']}>{say('tables.unasked')}</span></td>;
  if (!opens(cell)) return <td data-silent data-own={own || undefined}><span className={styles['hidden']}>{say('stakeholders.silent')}</span></td>;
  const name = `${row}/${column}`;
  return (
    <td data-row={row} data-column={column} data-own={own || undefined} data-here={(asked && sameEvidence(evidence, asked)) || undefined}>
      <button type="button" tabIndex={name === stop ? 0 : -1} onFocus={() => onReach(name)} onClick={() => asked && onCell(asked)}>
        <span className={styles['hidden']}>{told}{cell.spread ? `: ${say(centre === 'mean' ? 'stakeholders.meanOf' : 'stakeholders.measures.median')} ` : ': '}</span>
        {cell.spread ? <><b>{sayRating(words, cell.spread[centre])}</b> <small>n {cell.spread.n}</small><Strip scale={scale} cell={cell} /></> : <em>{say('stakeholders.unratedHere', { count: cell.unrated + cell.offScale })}</em>}
        <span className={styles['hidden']}>{cellTold(words, cell)}</span>
      </button>
    </td>
  );
}
/** What a cell says to who hears it. */
function cellTold(words: ReturnType<typeof useWords>, { spread, passages, people, unrated, offScale }: RatingCell): string {
  const { say } = words;
  const rest = [say('tables.people', { count: people }), say('tables.passages', { count: passages }), ...(spread && unrated > 0 ? [say('stakeholders.unratedHere', { count: unrated })] : []), ...(offScale > 0 ? [say('stakeholders.offScaleHere', { count: offScale })] : [])];
  return ['', ...(spread ? [say('stakeholders.middleHalf', { lower: sayRating(words, spread.lower), upper: sayRating(words, spread.upper) })] : []), ...rest].join(say('status.and'));
}
