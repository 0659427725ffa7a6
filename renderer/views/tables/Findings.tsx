import { useMemo } from 'react';
import { corrections } from '../../../shared/model/table.ts';
import type { Offer } from '../../../shared/statistics/offer.ts';
import { sayOffer } from '../../../shared/words/sayOffer.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import styles from './tables.module.css';
import type { TableDesk } from './useTable.ts';

/** Findings that are said in full; a reader wants the strongest. */
const most = 4;
/** What the table's tests found, in sentences, and whom they stand for; or why nothing is tested. The core carries them out: the window stays free. */
export function Findings({ desk: { asked, set, input } }: { desk: TableDesk }) {
  const words = useWords();
  const { say } = words;
  // How a table is shown, and in which order, changes no test.
  const offer = useLive('table.tests', { ...input, sort: 'order', show: 'n', language: words.language }, true) as Offer | null | undefined;
  const reading = useMemo(() => (offer ? sayOffer(words, offer) : null), [offer, words]);
  if (!offer || !reading) return null;
  const tested = offer.fits ? offer.rows.filter(({ kind }) => kind !== 'refused').length : 0;
  return (
    <section className={styles['findings']} aria-label={say('tables.findings')}>
      {tested > 1 ? <div><Choice label={say('tables.correction')} value={asked.correction} options={corrections.map((id) => ({ id, label: say(`tables.corrections.${id}`), hint: say(`tables.correctionHints.${id}`) }))} onChange={(correction) => set({ correction })} /></div> : null}
      {reading.findings.slice(0, most).map(({ row, lead, text }) => <p key={row}><b>{lead}</b> {text}</p>)}
      {reading.findings.length > most ? <details><summary>{say('tables.moreFindings', { count: reading.findings.length - most })}</summary>{reading.findings.slice(most).map(({ row, lead, text }) => <p key={row}><b>{lead}</b> {text}</p>)}</details> : null}
      {reading.text.map((text) => <p key={text}>{text}</p>)}
      {reading.notes.length > 0 ? <p className={styles['caveat']}>{reading.notes.join(words.language === 'zh' ? '' : ' ')}</p> : null}
    </section>
  );
}
