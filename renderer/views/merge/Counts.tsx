import { useWords } from '../../core/words.tsx';
import styles from './merge.module.css';
import { totals, type Preview } from './merging.ts';

/** What the merge would bring, in one line. */
export function Counts({ preview, decided, open }: { preview: Preview; decided: number; open: number }) {
  const { say, number } = useWords();
  const { added, changed, removed } = totals(preview.counts);
  const shown = [['comes', added], ['changes', changed], ['goes', removed], ['leftOut', preview.lost.length]] as const;
  return (
    <dl className={styles['counts']}>
      {shown.map(([what, count]) => <div key={what}><dt>{say(`studyMerge.count.${what}`)}</dt><dd>{number(count)}</dd></div>)}
      <div><dt>{decided > 0 ? say('studyMerge.toDecideMade', { decided }) : say('studyMerge.count.toDecide')}</dt><dd data-open={open > 0 || undefined}>{number(decided + open)}</dd></div>
    </dl>
  );
}

/** What comes in, changes and goes, kind by kind. */
export function Coming({ preview: { counts } }: { preview: Preview }) {
  const { say, number } = useWords();
  const cell = (count: number) => <td className={styles['number']} data-zero={count === 0 || undefined}>{number(count)}</td>;
  return (
    <section className={styles['page']} aria-labelledby="merge-coming">
      <h2 id="merge-coming">{say('studyMerge.coming')}</h2>
      {counts.length === 0 ? <p className={styles['calm']}>{say('studyMerge.nothing')}</p> : (
        <table className={styles['kinds']}>
          <thead><tr><th scope="col">{say('studyMerge.kindOf')}</th><th scope="col">{say('studyMerge.added')}</th><th scope="col">{say('studyMerge.changed')}</th><th scope="col">{say('studyMerge.removed')}</th></tr></thead>
          <tbody>{counts.map(({ table, added, changed, removed }) => <tr key={table}><th scope="row">{say(`studyMerge.table.${table as 'codes'}`)}</th>{cell(added)}{cell(changed)}{cell(removed)}</tr>)}</tbody>
        </table>
      )}
    </section>
  );
}
