import { digitsOf, hasUnasked, headingsOf, type Exhibit } from '../../../shared/model/exhibit.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import styles from './report.module.css';

/** An exhibit's matrix as it stands in a report. */
export function ExhibitTable({ exhibit }: { exhibit: Exhibit }) {
  const words = useWords();
  const headings = headingsOf(exhibit);
  const digits = exhibit.columns.map((_, column) => digitsOf(exhibit, column));
  const wordy = exhibit.columns.map((_, column) => exhibit.rows.some(({ cells }) => typeof cells[column] === 'string' && cells[column] !== '') && !exhibit.rows.some(({ cells }) => typeof cells[column] === 'number'));
  return (
    <div className={styles['scroll']} role="group" aria-label={exhibit.title} {...scrolledByKeys}>
      <table className={styles['table']}>
        <thead>
          {headings.length === 0 ? null : <tr><td />{headings.map(({ over, columns }, index) => (over === '' ? <td key={index} colSpan={columns} /> : <th key={index} scope="colgroup" colSpan={columns} data-over><bdi>{over}</bdi></th>))}</tr>}
          <tr><th scope="col">{exhibit.corner}</th>{exhibit.columns.map(({ label, n }, column) => <th key={column} scope="col"><bdi>{label}</bdi>{n === null ? null : <small>n {words.number(n)}</small>}</th>)}</tr>
        </thead>
        <tbody>
          {exhibit.rows.map(({ label, depth, cells }, row) => (
            <tr key={row}>
              <th scope="row" style={{ paddingLeft: `${Math.min(depth, 6) * 14}px` }}><bdi>{label}</bdi></th>
              {cells.map((cell, column) => <td key={column} data-unasked={cell === null || undefined} data-zero={cell === 0 || undefined} data-words={wordy[column] || undefined}>{cell === null ? '–' : typeof cell === 'number' ? words.number(cell, digits[column]) : <bdi>{cell}</bdi>}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands below an exhibit: notes, quotations under what they are of, and where all of it comes from. */
export function BelowExhibit({ exhibit, stamp }: { exhibit: Exhibit; stamp: string }) {
  const { say } = useWords();
  return (
    <>
      {[...exhibit.notes, ...(hasUnasked(exhibit) ? [say('exhibit.unasked', { sign: '–' })] : [])].map((note, index) => <p key={index} className={styles['note']}>{note}</p>)}
      {[...Map.groupBy(exhibit.quotations, ({ of }) => of)].map(([of, inside]) => (
        <div key={of}>
          {of === '' ? null : <h3>{of}</h3>}
          {inside.map(({ text, speaker, document, turn }, index) => (
            <blockquote key={index}><p lang={languageOf(text) || undefined}>{text}</p><footer>{[speaker, document, turn === null ? '' : say('passage.turn', { turn })].filter((part) => part !== '').join(', ')}</footer></blockquote>
          ))}
        </div>
      ))}
      <p className={styles['stamp']}>{stamp}</p>
    </>
  );
}
