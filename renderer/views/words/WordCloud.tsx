import { languageOf } from '../../../shared/model/text.ts';
import { cloudSize, mostCloudWords } from '../../../shared/pictures/cloud.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import styles from './words.module.css';

/** Sizes (px) of the first and the last word. */
const sizes = { largest: 30, smallest: 12 };

/** The first words of the table, sized by their rank there: a picture beside the numbers, never in their place. */
export function WordCloud({ rows, at, onWord }: { rows: Outcome<'words.table'>['rows']; at: string | null; onWord: (row: Outcome<'words.table'>['rows'][number]) => void }) {
  const { say } = useWords();
  const shown = rows.slice(0, mostCloudWords);
  const sizeOf = (rank: number) => cloudSize(rank, sizes);
  return (
    <figure className={styles['cloud']}>
      <div role="img" aria-label={say('words.cloud', { words: shown.slice(0, 12).map(({ word }) => word).join(', ') })} onClick={(event) => { const row = shown.find(({ key }) => key === (event.target as HTMLElement).dataset['word']); if (row) onWord(row); }}>
        {shown.map((row, rank) => <span key={row.key} data-word={row.key} data-here={row.key === at || undefined} lang={languageOf(row.word) || undefined} style={{ fontSize: `${sizeOf(rank)}px`, lineHeight: `${Math.round(sizeOf(rank) * 1.3)}px` }} data-rank={rank < 5 ? 'first' : rank < 20 ? 'next' : undefined}>{row.word}</span>)}
      </div>
      <figcaption>{say('words.cloudTitle')}</figcaption>
    </figure>
  );
}
