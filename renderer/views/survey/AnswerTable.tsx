import { topFive } from '../../../shared/model/survey.ts';
import { smallestShare } from '../../../shared/model/table.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import type { SurveyAsked } from './asked.ts';
import { groupName, partName, shareText } from './columns.ts';
import type { Table } from './QuestionPage.tsx';
import styles from './survey.module.css';

/** Every answer of every group: per cent of those who answered, counts, or places. Two parts of a group stand with their difference. */
export function AnswerTable({ table, measure }: { table: Table; measure: SurveyAsked['measure'] }) {
  const words = useWords();
  const { say } = words;
  const tops = table.columns.map((_, column) => topFive(table.rows.map((row) => row.counts[column] ?? null)));
  const marks = table.rows.length > 5;
  const shown = (row: Table['rows'][number], column: number) => {
    const [count, percent, rank] = [row.counts[column], row.percents[column], row.ranks[column]];
    if (typeof count !== 'number' || typeof percent !== 'string') return null;
    return measure === 'count' ? words.number(count) : measure === 'rank' ? words.number(rank ?? 0) : shareText(words, count, table.columns[column]!.n, percent);
  };
  const behind = new Map(table.differences.map((difference) => [difference.second, difference]));
  const points = (value: number) => `${value > 0 ? '+' : ''}${words.number(value * 100, 1)}`;
  const heading = (column: Table['columns'][number]) => <><span title={groupName(words, table, column)}><bdi>{groupName(words, table, column)}</bdi></span>{table.split === '' ? null : <em><bdi>{partName(words, column)}</bdi></em>}<small>n {words.number(column.n)}</small></>;
  return (
    <>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead><tr><th scope="col">{say('survey.answer')}</th>{table.columns.flatMap((column, index) => [<th key={index} scope="col">{heading(column)}</th>, ...(behind.has(index) ? [<th key={`d${index}`} scope="col" className={styles['difference']}>{say('survey.difference')}</th>] : [])])}</tr></thead>
          <tbody>
            {table.rows.map((row, place) => (
              <tr key={row.answer}>
                <th scope="row" title={row.answer}><bdi lang={languageOf(row.answer) || undefined}>{row.answer}</bdi></th>
                {table.columns.flatMap((column, index) => {
                  const text = shown(row, index);
                  const share = Number(row.percents[index] ?? 0);
                  const cell = text === null ? <td key={index} className={styles['unasked']} title={say('survey.notAsked')}><span className={styles['hidden']}>{say('survey.unasked')}</span></td>
                    : <td key={index} data-zero={row.counts[index] === 0 || undefined} data-top={(marks && tops[index]![place]) || undefined} style={row.counts[index] === 0 ? undefined : { background: `color-mix(in oklab, var(--dimension-fill) ${(share * 0.42).toFixed(1)}%, var(--paper))` }} title={say('survey.of', { count: row.counts[index]!, n: column.n })}>{text}</td>;
                  const difference = behind.get(index)?.rows[place];
                  return [cell, ...(behind.has(index) ? [<td key={`d${index}`} className={styles['difference']} data-clear={(difference && (difference.low > 0 || difference.high < 0)) || undefined}>{difference ? <>{points(difference.value)}<small>{say('survey.pointsInterval', { low: points(difference.low), high: points(difference.high) })}</small></> : '–'}</td>] : [])];
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['legend']}>
        {marks ? <span>{say('tables.topLegend')}</span> : null}
        {measure === 'percent' && table.columns.some(({ n }) => n > 0 && n < smallestShare) ? <span>{say('survey.smallN', { n: smallestShare })}</span> : null}
        {table.columns.some(({ n }) => n === 0) ? <span><i className={styles['hatch']} />{say('survey.notAsked')}</span> : null}
        {table.differences.length > 0 ? <span>{say('survey.differenceNote')}</span> : null}
      </p>
    </>
  );
}
