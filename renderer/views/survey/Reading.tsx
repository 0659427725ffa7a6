import { sayOffer } from '../../../shared/words/sayOffer.ts';
import { useWords } from '../../core/words.tsx';
import type { Table } from './QuestionPage.tsx';
import styles from './survey.module.css';

/** What the tests of the table say, in words, with what they take for granted; nothing where there is nothing to compare. */
export function Reading({ table }: { table: Table }) {
  const words = useWords();
  const { say } = words;
  if (!table.offer) return null;
  const { findings, text, notes } = sayOffer(words, table.offer);
  return (
    <section className={styles['reading']} aria-label={say('survey.tests')}>
      <h2>{say('survey.tests')}</h2>
      {findings.map(({ row, lead, text: more }) => <p key={row}><b>{lead}</b> {more}</p>)}
      {text.map((line) => <p key={line}>{line}</p>)}
      {table.offer.fits ? <small>{say('survey.independent')}</small> : null}
      {notes.map((note) => <small key={note}>{note}</small>)}
    </section>
  );
}
