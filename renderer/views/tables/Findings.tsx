import { useMemo } from 'react';
import type { Table } from '../../../shared/model/table.ts';
import { offerForTable } from '../../../shared/statistics/offerForTable.ts';
import { sayOffer } from '../../../shared/words/sayOffer.ts';
import { lineName } from '../../../shared/words/sayTable.ts';
import { useWords } from '../../core/words.tsx';
import styles from './tables.module.css';

/** Findings that are said in full; a reader wants the strongest. */
const most = 4;
/** What the table's tests found, in sentences, and whom they stand for; or why nothing is tested. */
export function Findings({ table }: { table: Table }) {
  const words = useWords();
  const reading = useMemo(() => { const offer = offerForTable(table, (line) => lineName(line, words)); return offer && sayOffer(words, offer); }, [table, words]);
  if (!reading) return null;
  return (
    <section className={styles['findings']} aria-label={words.say('tables.findings')}>
      {reading.findings.slice(0, most).map(({ row, lead, text }) => <p key={row}><b>{lead}</b> {text}</p>)}
      {reading.findings.length > most ? <details><summary>{words.say('tables.moreFindings', { count: reading.findings.length - most })}</summary>{reading.findings.slice(most).map(({ row, lead, text }) => <p key={row}><b>{lead}</b> {text}</p>)}</details> : null}
      {reading.text.map((text) => <p key={text}>{text}</p>)}
      {reading.notes.length > 0 ? <p className={styles['caveat']}>{reading.notes.join(words.language === 'zh' ? '' : ' ')}</p> : null}
    </section>
  );
}
