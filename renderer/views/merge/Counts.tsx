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
