import { useWords } from '../../core/words.tsx';
import desk from './desk.module.css';
import type { Compared } from './asked.ts';

/** What the merge would do to the codebook, in one line. */
export function BookCounts({ compared: { tree }, doubtful, open }: { compared: Compared; doubtful: number; open: number }) {
  const { say, number } = useWords();
  const counted = (['new', 'changed', 'merged', 'gone'] as const).map((state) => [state, tree.filter((row) => row.state === state).length] as const).filter(([state, count]) => count > 0 || state === 'new' || state === 'changed');
  return (
    <dl className={desk['counts']}>
      {counted.map(([state, count]) => <div key={state}><dt>{say(`books.count.${state}`)}</dt><dd>{number(count)}</dd></div>)}
      {doubtful > 0 ? <div><dt>{say('books.count.alike')}</dt><dd>{number(doubtful)}</dd></div> : null}
      <div><dt>{say('books.count.asks')}</dt><dd data-open={open > 0 || undefined}>{number(open)}</dd></div>
    </dl>
  );
}
