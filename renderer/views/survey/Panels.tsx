import { topFive } from '../../../shared/model/survey.ts';
import { smallestShare } from '../../../shared/model/table.ts';
import { languageOf, nameKey } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCodes } from '../code/coders.ts';
import { groupName, partName, shareText } from './columns.ts';
import type { Table } from './QuestionPage.tsx';
import styles from './survey.module.css';

/** An answer that is among the five of so many groups is underlined. */
const recurring = 3;

/** Each group's most named answers as bars, its highest first; those that share the fifth place are all there. */
export function Panels({ table }: { table: Table }) {
  const words = useWords();
  const { say } = words;
  const codes = useSeenCodes();
  const tops = table.columns.map((_, column) => topFive(table.rows.map((row) => row.counts[column] ?? null)));
  const often = new Set(table.split === '' ? table.rows.flatMap((row, index) => (tops.filter((top) => top[index]).length >= recurring ? [row.answer] : [])) : []);
  const colourOf = (label: string, index: number) => codes?.find(({ facet, name }) => facet === 'stakeholder' && nameKey(name) === nameKey(label))?.colour ?? String((index % 12) + 1);
  const isAll = table.question.kind !== 'several';
  return (
    <>
      <div className={styles['panels']}>
        {table.columns.map((column, index) => {
          const name = groupName(words, table, column);
          const rows = table.rows.map((row, place) => ({ ...row, place })).filter(({ place, counts }) => (isAll ? (counts[index] ?? 0) > 0 : tops[index]![place])).toSorted((a, b) => (table.question.kind === 'scale' ? 0 : a.ranks[index]! - b.ranks[index]!));
          return (
            <section key={index} className={styles['panel']} aria-label={table.split === '' ? name : `${name}, ${partName(words, column)}`} data-unasked={column.n === 0 || undefined}>
              <h2><Sign facet="stakeholder" colour={colourOf(name, index)} /><bdi lang={languageOf(name) || undefined} title={name}>{name}</bdi>{table.split === '' ? null : <em><bdi>{partName(words, column)}</bdi></em>}<small>n {words.number(column.n)}</small></h2>
              {column.n === 0 ? <p className={styles['unaskedLine']}><i className={styles['hatch']} />{say('survey.notAsked')}</p> : (
                <ol>
                  {rows.map((row) => (
                    <li key={row.answer} title={say('survey.of', { count: row.counts[index]!, n: column.n })}>
                      <span className={styles['place']}>{words.number(row.ranks[index]!)}</span>
                      <span className={styles['answer']} data-often={often.has(row.answer) || undefined} lang={languageOf(row.answer) || undefined}><bdi>{row.answer}</bdi></span>
                      <b>{shareText(words, row.counts[index]!, column.n, row.percents[index]!)}</b>
                      <i className={styles['track']}><i style={{ width: `${row.percents[index]}%` }} /></i>
                    </li>
                  ))}
                </ol>
              )}
            </section>
          );
        })}
      </div>
      <p className={styles['legend']}>
        {often.size > 0 ? <span>{say('survey.recurring', { count: often.size })}</span> : null}
        {tops.some((top) => top.filter(Boolean).length > 5) && !isAll ? <span>{say('survey.tied')}</span> : null}
        {table.columns.some(({ n }) => n > 0 && n < smallestShare) ? <span>{say('survey.smallN', { n: smallestShare })}</span> : null}
      </p>
    </>
  );
}
