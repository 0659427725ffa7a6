import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import styles from './merge.module.css';
import type { Preview } from './merging.ts';

/** Coded passages of theirs whose words are not in our texts any more: they stay out, and are told with their words. */
export function LeftOut({ lost }: { lost: Preview['lost'] }) {
  const { say, list } = useWords();
  return (
    <section className={styles['page']} aria-labelledby="merge-lost">
      <h2 id="merge-lost">{say('studyMerge.leftOut')}</h2>
      <p className={styles['calm']}>{say('studyMerge.leftOutHint')}</p>
      <ul className={styles['lost']}>
        {lost.map(({ document, quotation, codes }, index) => (
          <li key={index}>
            <blockquote lang={languageOf(quotation)}>{quotation}</blockquote>
            <p><b><bdi>{document}</bdi></b> <bdi>{list(codes)}</bdi></p>
          </li>
        ))}
      </ul>
    </section>
  );
}
