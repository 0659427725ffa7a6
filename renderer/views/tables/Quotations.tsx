import { X } from 'lucide-react';
import { languageOf } from '../../../shared/model/text.ts';
import type { Table } from '../../../shared/model/table.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import type { Excerpt } from '../../../shared/model/excerpt.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore, type Session } from '../../session.ts';
import styles from './tables.module.css';

/** Quotations drawn at once. */
const most = 200;

/** The passages behind a cell, with who said them; each opens in its transcript. */
export function Quotations({ table, input, cell, onClose }: { table: Table; input: InputOf<'frequency.table'>; cell: NonNullable<Session['cell']>; onClose: () => void }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const { count: _count, ...asked } = input;
  const found = useLive('frequency.quotations', { ...asked, code: cell.row, key: cell.column });
  // People of the cell's group alone: others may speak in the same passages.
  const people = useLive('frequency.table', { ...asked, count: 'participants' });
  const row = table.rows.find((each) => each.code === cell.row);
  const column = table.columns.find((each) => each.key === cell.column);
  if (!row || !column) return null;
  const count = people?.cells[people.rows.findIndex((each) => each.code === cell.row)]?.[people.columns.findIndex((each) => each.key === cell.column)];
  const open = (excerpt: Excerpt) => void act(async () => {
    const passage = (await core.call('coding.list', { document: excerpt.documentId })).find((coding) => coding.id === excerpt.coding)?.passage ?? null;
    session.set({
      view: 'code', document: excerpt.documentId, passage, aside: { kind: 'passage' }, coders: null, selection: { start: excerpt.start, end: excerpt.start },
      goto: { start: excerpt.start, end: excerpt.end, wish: Date.now() }, litCode: excerpt.codeId,
    });
  });
  return (
    <>
      <header className={styles['paneHead']}><h2 title={row.path}><Sign facet={row.facet} colour={row.colour} /><bdi>{row.name}</bdi></h2><span><bdi>{column.key === null ? say('by.noValue') : column.label}</bdi></span><Button look="icon" why={say('word.close')} onPress={onClose}><X size={16} strokeWidth={1.5} /></Button></header>
      <p className={styles['paneCount']}>{found && people ? `${say('tables.people', { count: count ?? 0 })}${say('status.and')}${say('tables.passages', { count: found.length })}` : ''}</p>
      <div className={styles['quotes']}>
        {(found ?? []).slice(0, most).map((codings) => {
          const [first] = codings;
          const excerpt = first!;
          return (
            <button key={excerpt.coding} type="button" className={styles['quotation']} onClick={() => open(excerpt)}>
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
