import { sayOffer } from '../../../shared/words/sayOffer.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import styles from './survey.module.css';

/** What the tests of the table say, in words, with what they take for granted; nothing where there is nothing to compare. */
export function Reading({ input }: { input: InputOf<'survey.table'> }) {
  const words = useWords();
  const { say } = words;
  const offer = useLive('survey.tests', input);
  if (!offer) return null;
  const { findings, text, notes } = sayOffer(words, offer);
  return (
    <section className={styles['reading']} aria-label={say('survey.tests')}>
      <h2>{say('survey.tests')}</h2>
      {findings.map(({ row, lead, text: more }) => <p key={row}><b>{lead}</b> {more}</p>)}
      {text.map((line) => <p key={line}>{line}</p>)}
      {offer.fits ? <small>{say('survey.independent')}</small> : null}
      {notes.map((note) => <small key={note}>{note}</small>)}
    </section>
  );
}
