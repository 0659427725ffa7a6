import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { cellAt, splitsOf, wholeOf, type Showing, type Table, type TableLine } from '../../../shared/model/table.ts';
import { shownColumns, type ShownColumn } from '../../../shared/model/tableDifference.ts';
import { shareTold } from '../../../shared/words/sayDifference.ts';
import { cellText, cellTold, emptySaid, lineName } from '../../../shared/words/sayTable.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { sameCell, type CellAsked } from './asked.ts';
import { DifferenceCell } from './DifferenceCell.tsx';
import { TableHead } from './TableHead.tsx';
import { sideOf, type ShownTable } from './shownTable.ts';
import { topOfGroups } from './top.ts';
import styles from './tables.module.css';

/** Columns of totals stand behind all others, one for each group of the split. */
const columnsOf = (table: Table): TableLine[] => [...table.columns, ...table.totals.columns];

/** Counts in the hue of their facet: deeper is more. A group that nobody was interviewed in is hatched, a zero is a quiet 0. */
export function TableGrid(shown: ShownTable) {
  const { table } = shown;
  const words = useWords();
  /** The cell that Tab comes to: one for the whole table, arrows walk on from there. */
  const [reached, setReached] = useState('');
  const scroll = useRef<HTMLDivElement>(null);
  // What is open stays in sight, also when its quotations take room from the table.
  const openCell = JSON.stringify(shown.cell);
  useEffect(() => {
    const element = scroll.current;
    if (!element || openCell === 'null') return undefined;
    const sizes = new ResizeObserver(() => element.querySelector('td[data-here]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [openCell]);
  const lines = useMemo(() => columnsOf(table), [table]);
  const places = useMemo(() => shownColumns(table), [table]);
  const top = useMemo(() => topOfGroups(table), [table]);
  const highest = useMemo(() => Math.max(1, ...table.cells.flat().map((value) => value ?? 0)), [table]);
  const isOpening = (row: number, place: ShownColumn): boolean => {
    const [first, last] = place.kind === 'cell' ? [place.column, place.column] : [place.group * splitsOf(table), place.group * splitsOf(table) + 1];
    return (cellAt(table, row, first) ?? 0) > 0 || (cellAt(table, row, last) ?? 0) > 0;
  };
  const rows: (Table['rows'][number] | null)[] = [...table.rows, null];
  const nameOf = (row: number, along: number) => { const place = places[along]!; return `${row < 0 ? 'head' : rows[row]?.key.join('/') ?? 'all'}|${place.kind}|${place.kind === 'cell' ? lines[place.column]!.key.join('/') : place.group}|${place.kind === 'cell' && place.column < table.columns.length}`; };
  const opening = rows.flatMap((_, row) => places.flatMap((place, along) => (isOpening(row, place) ? [nameOf(row, along)] : [])));
  const heads = places.map((_, along) => nameOf(-1, along));
  const stop = opening.includes(reached) || heads.includes(reached) ? reached : opening[0] ?? heads[0];
  const tabOf = (row: number, along: number) => ({ tabIndex: nameOf(row, along) === stop ? 0 : -1, onFocus: () => setReached(nameOf(row, along)) });
  const isWide = table.totals.columns.length > 1;
  const rowOf = (row: Table['rows'][number] | null, down: number) => (
    <tr key={row?.key.join('/') ?? 'all'} data-parent={row?.codes.length === 1 && row.codes[0]!.depth === 0 ? true : undefined}>
      {row ? <RowHead row={row} /> : <th scope="row"><span>{words.say('tables.allTogether')}</span></th>}
      {places.map((place, along) => {
        const own = { 'data-row': down, 'data-column': along, ...sideOf(table, place), ...(row ? {} : { 'data-total': true }) };
        const tab = tabOf(down, along);
        if (place.kind === 'difference') return <DifferenceCell key={`difference ${place.group}`} {...shown} row={down} group={place.group} opens={isOpening(down, place)} own={own} tab={tab} />;
        return <CountCell key={place.column} {...shown} line={lines[place.column]!} row={down} column={place.column} isTop={top[place.column]?.has(down) ?? false} highest={highest} own={own} tab={tab} />;
      })}
    </tr>
  );
  return (
    <div className={styles['scroll']} ref={scroll}>
      <table className={styles['table']} onKeyDown={(event) => walk(event, table.rows.length, places.length)} data-split={isWide || undefined} data-parts={table.rowAxis.length > 1 || undefined}>
        <TableHead {...shown} lines={lines} places={places} tabOf={(along) => tabOf(-1, along)} />
        <tbody>{table.rows.map(rowOf)}</tbody>
        <tfoot>{rowOf(null, table.rows.length)}</tfoot>
      </table>
    </div>
  );
}

/** Arrows walk over heads (row −1) and cells, Home and End to the ends of a row; over zeros and groups that nobody is in to the next that opens. */
function walk(event: KeyboardEvent<HTMLTableElement>, rows: number, columns: number): void {
  const at = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
  const from = { row: Number(at?.dataset['row']), column: Number(at?.dataset['column']) };
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, 1], End: [0, -1] }[event.key];
  if (!at || !step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const start = event.key === 'Home' ? -1 : event.key === 'End' ? columns : from.column;
  for (let [down, right] = [from.row + step[0]!, start + step[1]!]; down >= -1 && down <= rows && right >= 0 && right < columns; down += step[0]!, right += step[1]!) {
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-row="${down}"][data-column="${right}"] button`);
    if (next) return next.focus();
  }
}

/** A column in words: of all together it says so. */
export const columnSaid = (table: Table, line: TableLine, isTotal: boolean, words: ReturnType<typeof useWords>): string => (isTotal ? [words.say('tables.allTogether'), ...(table.split ? [lineName(line, words)] : [])].join(' · ') : lineName(line, words));

interface Tab { readonly tabIndex: number; readonly onFocus: () => void }
interface OneCell extends ShownTable { readonly row: number; readonly own: object; readonly tab: Tab }
function CountCell({ table, show, cell, onCell, line, row, column, isTop, highest, own, tab }: OneCell & { line: TableLine; column: number; isTop: boolean; highest: number }) {
  const words = useWords();
  const value = cellAt(table, row, column);
  const [isTotal, head] = [column >= table.columns.length, table.rows[row] ?? null];
  if (value === null) return <td className={styles['unasked']} title={emptySaid(table, row, column, words)} {...own}><span className={styles['hidden']}>{emptySaid(table, row, column, words)}</span></td>;
  const asked: CellAsked = { row: head && head.key, column: isTotal && !table.split ? null : line.key };
  const whole = wholeOf(table, row, column, show);
  const share = Math.min(1, whole ? value / whole : value / highest);
  const told = show === 'n' ? shareTold(table, row, column, words) : '';
  return (
    <td data-zero={value === 0 || undefined} data-top={isTop || undefined} data-here={sameCell(cell, asked) || undefined} title={told || undefined} {...own}
      style={value === 0 || isTotal || !head ? undefined : { background: `color-mix(in oklab, var(--${head.codes[0]?.facet ?? 'theme'}-fill) ${(share * 42).toFixed(1)}%, var(--paper))` }}>
      {value === 0 ? <span>0</span> : (
        <button type="button" {...tab} onClick={() => onCell(asked)} aria-label={`${head ? lineName(head, words) : words.say('tables.allTogether')}, ${columnSaid(table, line, isTotal, words)}: ${cellTold(table, row, column, show, words)}`}>
          <CellText table={table} row={row} column={column} show={show} />
        </button>
      )}
    </td>
  );
}
function CellText({ table, row, column, show }: { table: Table; row: number; column: number; show: Showing }) {
  const text = cellText(table, row, column, show, useWords());
  const [k, n] = text.split('/');
  return n === undefined ? <>{text}</> : <>{k}<sub>/{n}</sub></>;
}

function RowHead({ row }: { row: TableLine }) {
  const words = useWords();
  const parts = row.key.map((key, index) => ({ label: key === null ? words.say('by.noValue') : row.labels[index]!, code: row.codes.length === row.key.length ? row.codes[index] : undefined }));
  return (
    <th scope="row" title={lineName(row, words, true)}>
      <span style={{ paddingLeft: `${parts.length === 1 ? Math.min(row.codes[0]?.depth ?? 0, 4) * 14 : 0}px` }}>
        {parts.map(({ label, code }, index) => <span key={index} className={styles['piece']}>{code ? <Sign facet={code.facet} colour={code.colour} /> : index > 0 ? <i aria-hidden>·</i> : null}<span className={styles['cut']}><bdi>{label}</bdi></span></span>)}
      </span>
    </th>
  );
}
