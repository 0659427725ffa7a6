import { Plus } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { hits, type Sounds } from './findCodes.ts';
import styles from './palette.module.css';
import type { Row } from './paletteRows.ts';

/** A code, or one that would be made, in a list under a field: what was typed is marked in its name. The field keeps the focus. */
export function CodeOption({ id, row, chosen, words, sounds, count, onPress, children }: {
  id: string; row: Row; chosen: boolean; words: readonly string[]; sounds: Sounds; count: ReactNode; onPress: (event: MouseEvent) => void;
  /** Between the name and the count. */
  children?: ReactNode;
}) {
  const { say } = useWords();
  return (
    <div id={id} role="option" aria-selected={chosen} className={styles['option']} onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
      <kbd className={styles['digit']} aria-hidden={row.digit === null}>{row.digit ?? ''}</kbd>
      {row.codings === null ? <Plus size={12} strokeWidth={2} aria-hidden /> : null}
      <Sign facet={row.facet} colour={row.colour} />
      <span className={styles['optionName']}>{row.codings === null ? say('palette.create', { name: row.name, facet: say(`facet.${row.facet}`) }) : hits(row.name, words, sounds).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}</span>
      {row.parents === '' ? null : <small><bdi>{row.parents}</bdi></small>}
      {children}
      <span className={styles['n']}>{count}</span>
    </div>
  );
}
