import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { groupName, partName } from './columns.ts';
import type { Table } from './QuestionPage.tsx';
import styles from './survey.module.css';
import type { Question } from './Surveys.tsx';

/** Mean, median and mean rank of a scale or of numbers in each group, with a small drawing of how the answers lie. */
export function Measures({ table, question }: { table: Table; question: Question }) {
  const words = useWords();
  const { say } = words;
  const digits = (value: number) => words.number(value, 2);
  const all = table.measures.flatMap((measure) => (measure ? [measure.low, measure.high] : []));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return (
    <>
      <div className={styles['scroll']}>
        <table className={`${styles['table']} ${styles['measures']}`}>
          <thead><tr><th scope="col">{say('survey.group')}</th><th scope="col">n</th><th scope="col">{say('survey.mean')}</th><th scope="col">{say('survey.median')}</th><th scope="col">{say('survey.interval')}</th><th scope="col">{say('survey.meanRank')}</th><th scope="col">{say('survey.distribution')}</th></tr></thead>
          <tbody>
            {table.columns.map((column, index) => {
              const measure = table.measures[index];
              const name = groupName(words, table, column);
              return (
                <tr key={index}>
                  <th scope="row" title={name}><bdi lang={languageOf(name) || undefined}>{name}</bdi>{table.split === '' ? null : <em><bdi>{partName(words, column)}</bdi></em>}</th>
                  <td>{words.number(column.n)}</td>
                  {measure ? (
                    <>
                      <td>{digits(measure.mean)}</td><td>{words.number(measure.median, Number.isInteger(measure.median) ? 0 : 1)}</td><td>{words.number(measure.q1, Number.isInteger(measure.q1) ? 0 : 1)} – {words.number(measure.q3, Number.isInteger(measure.q3) ? 0 : 1)}</td><td>{words.number(measure.meanRank, 1)}</td>
                      <td className={styles['drawn']}>{question.kind === 'scale' ? <Steps table={table} column={index} /> : <Spread measure={measure} low={low} high={high} />}</td>
                    </>
                  ) : <td colSpan={5} className={styles['unasked']} title={say('survey.notAsked')}><span className={styles['hidden']}>{say('survey.unasked')}</span></td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {table.columns.some(({ n }) => n === 0) ? <p className={styles['legend']}><span><i className={styles['hatch']} />{say('survey.notAsked')}</span></p> : null}
    </>
  );
}

/** The share of each step as a bar, low to high. */
function Steps({ table, column }: { table: Table; column: number }) {
  const words = useWords();
  const most = Math.max(1, ...table.columns.flatMap((_, index) => table.rows.map((row) => Number(row.percents[index] ?? 0))));
  const told = table.rows.map((row) => `${row.answer}: ${row.counts[column]} (${words.number(Number(row.percents[column]), 1)} %)`).join(', ');
  return <span className={styles['steps']} role="img" aria-label={told} title={told}>{table.rows.map((row) => <i key={row.answer} style={{ height: `${(Number(row.percents[column]) / most) * 100}%` }} />)}</span>;
}
/** From the least to the most, the middle half as a box, the median as a line. */
function Spread({ measure, low, high }: { measure: NonNullable<Table['measures'][number]>; low: number; high: number }) {
  const words = useWords();
  const at = (value: number) => (high === low ? 50 : ((value - low) / (high - low)) * 100);
  const told = [measure.low, measure.q1, measure.median, measure.q3, measure.high].map((value) => words.number(value, Number.isInteger(value) ? 0 : 1)).join(' · ');
  return (
    <span className={styles['spread']} role="img" aria-label={told} title={told}>
      <i className={styles['whisker']} style={{ left: `${at(measure.low)}%`, width: `${at(measure.high) - at(measure.low)}%` }} /><i className={styles['box']} style={{ left: `${at(measure.q1)}%`, width: `${at(measure.q3) - at(measure.q1)}%` }} /><i className={styles['middle']} style={{ left: `${at(measure.median)}%` }} />
    </span>
  );
}
