import { ArrowDown, ArrowUp } from 'lucide-react';
import type { InputOf } from '../../../electron/ops/index.ts';
import { topFive } from '../../../shared/model/survey.ts';
import { smallestShare } from '../../../shared/model/table.ts';
import { languageOf, nameKey } from '../../../shared/model/text.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCodes } from '../code/coders.ts';
import { groupName, partName, shareText } from './columns.ts';
import type { Table } from './QuestionPage.tsx';
import { standingOf } from './standing.ts';
import styles from './survey.module.css';

/** Each group's most named answers as bars, its highest first; those that share the fifth place are all there. Arrows say what the tests say, and nothing else. */
export function Panels({ table, input }: { table: Table; input: InputOf<'survey.table'> }) {
  const words = useWords();
  const { say } = words;
  const codes = useSeenCodes();
  const tops = table.columns.map((_, column) => topFive(table.rows.map((row) => row.counts[column] ?? null)));
  const standing = standingOf(table, useLive('survey.tests', table.split === '' && table.question.kind !== 'scale' ? input : null) ?? null);
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
                  {rows.map((row) => { const stands = standing?.get(`${row.place}/${index}`); return (
                    <li key={row.answer} title={say('survey.of', { count: row.counts[index]!, n: column.n })}>
                      <span className={styles['place']}>{words.number(row.ranks[index]!)}</span>
                      <span className={styles['answer']} lang={languageOf(row.answer) || undefined}><bdi>{row.answer}</bdi>{stands ? <span className={styles['stands']} role="img" aria-label={say(stands === 'more' ? 'survey.moreOften' : 'survey.lessOften')} title={say(stands === 'more' ? 'survey.moreOften' : 'survey.lessOften')}>{stands === 'more' ? <ArrowUp size={12} strokeWidth={2} /> : <ArrowDown size={12} strokeWidth={2} />}</span> : null}</span>
                      <b>{shareText(words, row.counts[index]!, column.n, row.percents[index]!)}</b>
                      <i className={styles['track']}><i style={{ width: `${row.percents[index]}%` }} /></i>
                    </li>
                  ); })}
                </ol>
              )}
            </section>
          );
        })}
      </div>
      <p className={styles['legend']}>
        {standing === null ? null : <span>{standing.size > 0 ? <><ArrowUp size={12} strokeWidth={2} aria-hidden /><ArrowDown size={12} strokeWidth={2} aria-hidden /> {say('survey.standing')}</> : say('survey.standingNone')}</span>}
        {tops.some((top) => top.filter(Boolean).length > 5) && !isAll ? <span>{say('survey.tied')}</span> : null}
        {table.columns.some(({ n }) => n > 0 && n < smallestShare) ? <span>{say('survey.smallN', { n: smallestShare })}</span> : null}
      </p>
    </>
  );
}
