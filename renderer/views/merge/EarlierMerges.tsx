import { Undo2 } from 'lucide-react';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './merge.module.css';

/** What was merged into the study: who, when, from which study and file, and how much; each opens what it did. */
export function EarlierMerges() {
  const { say, moment } = useWords();
  const session = useSessionStore();
  const merges = useLive('study.mergeList', {});
  if (!merges || merges.length === 0) return null;
  return (
    <section aria-label={say('studyMerge.earlier')}>
      <h2>{say('studyMerge.earlier')}</h2>
      <ul className={styles['earlier']}>
        {merges.map(({ merge, file, from, who, at, total, leftOut, stands, isNext }) => (
          <li key={merge} data-undone={!stands || undefined}>
            <button type="button" onClick={() => session.set({ mergeRead: merge })}>
              <span><b><bdi>{file}</bdi></b>{from === '' ? null : <i><bdi>{from}</bdi></i>}</span>
              <small>{[who, moment(at)].filter((part) => part !== '').join(' · ')}</small>
              <small>{say('studyMerge.came', total)}{leftOut === 0 ? '' : ` ${say('studyMerge.leftOutCount', { count: leftOut })}`}</small>
            </button>
            {!stands ? <em>{say('studyMerge.undone')}</em> : isNext ? <em><Undo2 size={12} strokeWidth={1.5} aria-hidden />{say('studyMerge.canUndo')}</em> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
