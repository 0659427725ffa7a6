import type { Offer } from '../../../shared/statistics/offer.ts';
import { sayRatingOffer } from '../../../shared/words/sayRatings.ts';
import { useWords } from '../../core/words.tsx';
import styles from './stakeholders.module.css';

/** The tests that fit, read aloud: what is clear first, then what is not, then whom they stand for. */
export function Tests({ title, offer }: { title?: string; offer: Offer }) {
  const words = useWords();
  const { findings, text, notes } = sayRatingOffer(words, offer);
  return (
    <section className={styles['tests']}>
      {title === undefined ? null : <h2>{title}</h2>}
      {findings.slice(0, 6).map(({ row, lead, text: rest }) => <p key={row}><b>{lead}</b> {rest}</p>)}
      {text.map((line) => <p key={line}>{line}</p>)}
      {notes.map((line) => <p key={line} className={styles['caveat']}>{line}</p>)}
    </section>
  );
}
