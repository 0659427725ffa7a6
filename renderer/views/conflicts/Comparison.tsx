import type { ConflictComparison } from '../../../shared/model/conflicts.ts';
import { isApart, sayConflictDifference, sayConflictMinus, sayConflictSide } from '../../../shared/words/sayConflicts.ts';
import { useWords } from '../../core/words.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import type { OpenConflict } from './asked.ts';
import styles from './conflicts.module.css';
import { MatrixTable } from './MatrixTable.tsx';

/** The matrix of each side, beside each other where there is room, their colours on one measure; and how two sides differ. */
export function Comparison({ comparison, open, onCell }: { comparison: ConflictComparison; open: OpenConflict | null; onCell: (cell: { row: string | null; column: number; side: string | null }) => void }) {
  const words = useWords();
  const { say } = words;
  const { sides, differences } = comparison;
  const highest = Math.max(1, ...sides.flatMap(({ matrix }) => matrix.cells.flat().map((cell) => cell ?? 0)));
  const { rows, columns, count } = sides[0]!.matrix;
  return (
    <div className={styles['compared']}>
      {sides.map((side) => {
        const title = say('conflicts.sideOf', { side: sayConflictSide(words, side), n: words.number(side.matrix.n) });
        return (
          <section key={side.key ?? ''} aria-label={title}>
            <h2>{title}</h2>
            <MatrixTable matrix={side.matrix} caption={title} highest={highest} open={open?.kind === 'cell' && open.side === side.key ? open : null} onCell={(cell) => onCell({ ...cell, side: side.key })} />
          </section>
        );
      })}
      {differences === null ? null : (
        <section aria-label={sayConflictMinus(words, comparison)}>
          <h2>{sayConflictMinus(words, comparison)}</h2>
          <div className={styles['matrixBox']} {...scrolledByKeys} role="group" aria-label={sayConflictMinus(words, comparison)}>
            <table className={styles['matrix']}>
              <caption className={styles['unseen']}>{sayConflictMinus(words, comparison)}</caption>
              <thead><tr><th scope="col">{say('conflicts.says')} ↓<br />{say('conflicts.meant')} →</th>{columns.map(({ code, label }) => <th key={code} scope="col"><span title={label}><bdi>{label}</bdi></span></th>)}</tr></thead>
              <tbody>
                {rows.map(({ key, label }, row) => (
                  <tr key={key ?? ''}>
                    <th scope="row" title={label}><span><bdi>{key === null ? say('by.noValue') : label}</bdi></span></th>
                    {differences[row]!.map((difference, column) => (difference === null ? <td key={columns[column]!.code} className={styles['unasked']} title={say('tables.unasked')}><span className={styles['unseen']}>{say('tables.unasked')}</span></td>
                      : <td key={columns[column]!.code} data-zero={difference.value === 0 || undefined} title={difference.interval ? `${words.number(difference.interval.low * 100)} … ${words.number(difference.interval.high * 100)}` : undefined}>{isApart(difference) ? <b>{sayConflictDifference(words, difference)}</b> : sayConflictDifference(words, difference)}</td>))}
                  </tr>
                ))}
              </tbody>
            </table>
            <footer className={styles['legend']}><span>{say(count === 'participants' ? 'conflicts.differencePoints' : 'conflicts.differencePassages')}</span></footer>
          </div>
        </section>
      )}
    </div>
  );
}
