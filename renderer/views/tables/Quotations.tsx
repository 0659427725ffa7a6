import { X } from 'lucide-react';
import { languageOf } from '../../../shared/model/text.ts';
import type { Table } from '../../../shared/model/table.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore, type Session } from '../../session.ts';
import styles from './tables.module.css';

/** Quotations drawn at once. */
const most = 200;

/** The passages behind a cell, with who said them; each opens in its transcript. */
export function Quotations({ table, input, cell }: { table: Table; input: Omit<InputOf<'frequency.table'>, 'count'> & { count?: unknown }; cell: NonNullable<Session['cell']> }) {
  const words = useWords();
  const { say } = words;
  const session = useSessionStore();
  const { count: _count, ...asked } = input;
  const found = useLive('frequency.quotations', { ...asked, code: cell.row, key: cell.column });
  const row = table.rows.find((each) => each.code === cell.row);
  const column = table.columns.find((each) => each.key === cell.column);
  if (!row || !column) return null;
  const people = new Set((found ?? []).flatMap((codings) => codings[0]!.speakers));
  return (
    <>
      <header className={styles['paneHead']}><h2 title={row.path}><Sign facet={row.facet} colour={row.colour} /><bdi>{row.name}</bdi></h2><span><bdi>{column.key === null ? say('by.noValue') : column.label}</bdi></span><Button look="icon" why={say('word.close')} onPress={() => session.set({ cell: null })}><X size={16} strokeWidth={1.5} /></Button></header>
      <p className={styles['paneCount']}>{found ? `${say('tables.people', { count: people.size })}, ${say('tables.passages', { count: found.length })}` : ''}</p>
      <div className={styles['quotes']}>
        {(found ?? []).slice(0, most).map((codings) => {
          const [first] = codings;
          const excerpt = first!;
          return (
            <button key={excerpt.coding} type="button" className={styles['quotation']} onClick={() => session.set({ view: 'code', document: excerpt.documentId, passage: null, selection: { start: excerpt.start, end: excerpt.start }, goto: { start: excerpt.start, end: excerpt.end, wish: Date.now() }, litCode: excerpt.codeId })}>
              <small><b>{excerpt.speakers.join(', ') || '–'}</b><bdi>{excerpt.document}{excerpt.turn === null ? '' : `, ${say('passage.turn', { turn: excerpt.turn })}`}</bdi></small>
              <p lang={languageOf(excerpt.quotation) || undefined}>{excerpt.quotation}</p>
              <small className={styles['who']}>{codings.map((coding) => <span key={coding.coding}>{coding.coder}{coding.rating === null ? '' : ` ${coding.rating > 0 ? '+' : ''}${String(coding.rating).replace('-', '−')}`}{coding.counterparty === '' ? '' : ` ${coding.party} ↔ ${coding.counterparty}`}</span>)}</small>
            </button>
          );
        })}
        {found && found.length > most ? <p className={styles['note']}>{say('code.firstQuotations', { most })}</p> : null}
      </div>
    </>
  );
}
