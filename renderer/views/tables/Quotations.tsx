import { TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { languageOf } from '../../../shared/model/text.ts';
import type { Excerpt } from '../../../shared/model/excerpt.ts';
import { splitsOf, type Table, type TableLine } from '../../../shared/model/table.ts';
import { lineWithKey } from '../../../shared/model/tableOrder.ts';
import type { TableAskedInput } from '../../../shared/model/tableAsked.ts';
import { differenceTold, shareTold } from '../../../shared/words/sayDifference.ts';
import { lineName } from '../../../shared/words/sayTable.ts';
import type { Quotation, Quoted } from '../../../electron/ops/tableQuotations.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import { asGroup } from '../query/asked.ts';
import type { CellAsked } from './asked.ts';
import { conditionOfCell } from './conditionOfCell.ts';
import styles from './tables.module.css';

/** Quotations drawn at once. */
const most = 200;

/** The columns whose quotations stand beside each other: the groups of the split in the same column, else all columns. */
function besides(table: Table, cell: CellAsked): TableLine[] {
  if (cell.column === null) return [];
  const own = cell.column.slice(0, -1).join('\n');
  const isTotal = table.split !== null && cell.column.length === 1;
  return (isTotal ? table.totals.columns : table.columns.filter(({ key }) => splitsOf(table) === 1 || key.slice(0, -1).join('\n') === own)).filter(({ state }) => state === 'counted');
}

/** The passages behind a cell, with who said them, or those of each group side by side; each opens in its transcript. */
export function Quotations({ table, input, cell, onClose, onWide }: { table: Table; input: TableAskedInput; cell: CellAsked; onClose: () => void; onWide: (wide: boolean) => void }) {
  const words = useWords();
  const { say } = words;
  const [isBeside, setBeside] = useState(cell.beside === true);
  const row = cell.row === null ? null : table.rows[lineWithKey(table.rows, cell.row)] ?? null;
  const others = besides(table, cell);
  const show = (beside: boolean) => { setBeside(beside); onWide(beside); };
  const column = cell.column === null ? null : [...table.columns, ...table.totals.columns].find(({ key }) => key.join('\n') === cell.column!.join('\n')) ?? null;
  const group = cell.column === null ? null : Math.floor(placeOf(table, cell.column) / splitsOf(table));
  const columns = isBeside && others.length > 1 ? others : [column];
  return (
    <>
      <header className={styles['paneHead']}>
        <h2 title={row ? lineName(row, words, true) : ''}>{row?.codes.length === 1 ? <Sign facet={row.codes[0]!.facet} colour={row.codes[0]!.colour} /> : null}<bdi>{row ? lineName(row, words) : say('tables.allTogether')}</bdi></h2>
        <span>{isBeside ? null : <bdi>{column ? lineName(column, words) : say('tables.allTogether')}</bdi>}</span>
        <Button look="icon" why={say('word.close')} onPress={onClose}><X size={16} strokeWidth={1.5} /></Button>
      </header>
      {others.length > 1 ? <div className={styles['paneModes']}><Segments label={say('tables.quotationsOf')} value={isBeside ? 'beside' : 'one'} options={[{ id: 'one', label: say('tables.oneGroup') }, { id: 'beside', label: say('tables.sideBySide') }]} onChange={(mode) => show(mode === 'beside')} /></div> : null}
      {isBeside && group !== null && table.differences ? <p className={styles['paneCount']}>{differenceTold(table, row ? lineWithKey(table.rows, row.key) : table.rows.length, group, input.show ?? 'n', words)}</p> : null}
      <div className={styles['sides']}>{columns.map((each) => <Side key={each?.key.join('\n') ?? ''} input={input} cell={{ row: cell.row, column: each?.key ?? null }} table={table} column={each} isOne={columns.length === 1} />)}</div>
    </>
  );
}

/** The column of a cell; behind the last those of all together. */
function placeOf(table: Table, column: CellAsked['column']): number {
  const at = column === null ? -1 : lineWithKey(table.columns, column);
  return at >= 0 ? at : table.columns.length + Math.max(0, column === null ? 0 : lineWithKey(table.totals.columns, column));
}

function Side({ table, input, cell, column, isOne }: { table: Table; input: TableAskedInput; cell: CellAsked; column: TableLine | null; isOne: boolean }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  const { sort: _sort, show: _show, presence: _presence, count: _count, ...asked } = input;
  const found = useLive('table.quotations', { ...asked, row: cell.row && [...cell.row], column: cell.column && [...cell.column], limit: most }) as Quoted | undefined;
  const open = (excerpt: Excerpt) => void act(async () => {
    const passage = (await core.call('coding.list', { document: excerpt.documentId })).find((coding) => coding.id === excerpt.coding)?.passage ?? null;
    session.set({
      view: 'code', document: excerpt.documentId, passage, aside: { kind: 'passage' }, coders: null, selection: { start: excerpt.start, end: excerpt.start },
      goto: { start: excerpt.start, end: excerpt.end, wish: Date.now() }, litCode: excerpt.codeId,
    });
  });
  const condition = conditionOfCell(table, input, cell);
  const search = () => { if (condition) session.set({ view: 'search', searchMode: 'query', query: { study, condition: asGroup(condition), saved: null, picked: [] } }); };
  const copy = () => void act(async () => {
    const text = found!.quotations.map(({ codings: [first] }) => `“${first!.quotation}” (${[first!.speakers.join(', '), first!.document, first!.turn === null ? '' : say('passage.turn', { turn: first!.turn })].filter(Boolean).join(', ')})`).join('\n\n');
    await navigator.clipboard.writeText(text);
    session.set({ notice: { said: say('tables.copied') } });
  });
  const n = column?.n ?? table.n;
  const [down, along] = [cell.row === null ? table.rows.length : lineWithKey(table.rows, cell.row), placeOf(table, cell.column)];
  const interval = input.show === 'n' || input.show === undefined ? shareTold(table, down, along, words) : '';
  return (
    <section className={styles['side']} aria-label={column ? lineName(column, words) : say('tables.allTogether')}>
      {isOne ? null : <h3><bdi>{column ? lineName(column, words) : say('tables.allTogether')}</bdi></h3>}
      <p className={styles['paneCount']}>{found ? `${table.count === 'documents' ? say('tables.ofDocumentsCounted', { k: found.documents, count: column?.documents ?? table.documents }) : say('tables.ofPeople', { k: found.people.length, count: n })}${say('status.and')}${say('tables.passages', { count: found.passages })}` : ''}{interval === '' ? null : <><br />{interval}</>}</p>
      {found?.dominant ? <p className={styles['dominant']} role="note"><TriangleAlert size={14} strokeWidth={1.5} aria-hidden /><span><b>{say('tables.dominant', { name: found.dominant.name, k: found.dominant.passages, n: found.passages })}</b> {say('tables.dominantWay')}</span></p> : null}
      <div className={styles['quotes']}>
        {(found?.quotations ?? []).map((quotation) => <QuotationButton key={quotation.codings[0]!.coding} quotation={quotation} onOpen={open} />)}
        {found && found.passages > most ? <p className={styles['note']}>{say('code.firstQuotations', { most })}</p> : null}
      </div>
      {isOne && found && found.passages > 0 ? <footer className={styles['paneFoot']}>{condition ? <Button onPress={search}>{say('tables.openInSearch')}</Button> : null}<Button look="plain" onPress={copy}>{say('tables.copy')}</Button></footer> : null}
    </section>
  );
}

const judged = ({ rating, party, counterparty }: Excerpt): string => `${rating === null ? '' : ` ${rating > 0 ? '+' : ''}${String(rating).replace('-', '−')}`}${counterparty === '' ? '' : ` ${party} ↔ ${counterparty}`}`;
function QuotationButton({ quotation: { codings, beside }, onOpen }: { quotation: Quotation; onOpen: (excerpt: Excerpt) => void }) {
  const { say } = useWords();
  const excerpt = codings[0]!;
  const isOfSeveral = new Set(codings.map(({ codeId }) => codeId)).size > 1 || beside.length > 0;
  return (
    <button type="button" className={styles['quotation']} onClick={() => onOpen(excerpt)}>
      <small><b>{excerpt.speakers.join(', ') || '–'}</b><bdi>{excerpt.document}{excerpt.turn === null ? '' : `, ${say('passage.turn', { turn: excerpt.turn })}`}</bdi></small>
      <p lang={languageOf(excerpt.quotation) || undefined}>{excerpt.quotation}</p>
      <small className={styles['who']}>{codings.map((coding) => <span key={coding.coding}>{isOfSeveral ? <Sign facet={coding.facet} /> : null}{isOfSeveral ? <bdi>{coding.code.split(' > ').at(-1)}, </bdi> : null}{coding.coder}{judged(coding)}</span>)}</small>
      {beside.length > 0 ? <small className={styles['who']}>{say('tables.beside')} {beside.slice(0, 4).map((coding) => <span key={coding.coding}><Sign facet={coding.facet} /><bdi>{coding.code.split(' > ').at(-1)}, {coding.coder}</bdi></span>)}</small> : null}
    </button>
  );
}
