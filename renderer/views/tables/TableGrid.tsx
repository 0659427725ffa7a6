import { ArrowDown } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { baseOf, cellAt, isOfCodes, smallestShare, splitsOf, wholeOf, type Showing, type Table, type TableLine } from '../../../shared/model/table.ts';
import { topOf } from '../../../shared/model/tableOrder.ts';
import type { TableSort } from '../../../shared/model/tableAsked.ts';
import { axisName, cellText, cellTold, lineName } from '../../../shared/words/sayTable.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { sameCell, type CellAsked } from './asked.ts';
import styles from './tables.module.css';

interface Shown { readonly table: Table; readonly show: Showing; readonly sort: TableSort; readonly cell: CellAsked | null; readonly onCell: (cell: CellAsked) => void; readonly onSort: (sort: TableSort) => void }
/** The highest rows of each group; codes are no groups. */
const topOfGroups = (table: Table): ReadonlySet<number>[] => table.columns.map((_, column) => (isOfCodes(table.columnAxis) ? new Set<number>() : topOf(table, column)));
/** Columns of totals stand behind all others, one for each group of the split. */
const columnsOf = (table: Table): TableLine[] => [...table.columns, ...table.totals.columns];

/** Counts in the hue of their facet: deeper is more. A group that nobody was interviewed in is hatched, a zero is a quiet 0. */
export function TableGrid(shown: Shown) {
  const { table, cell, onCell } = shown;
  const words = useWords();
  /** The cell that Tab comes to: one for the whole table, arrows walk on from there. */
  const [reached, setReached] = useState('');
  const lines = useMemo(() => columnsOf(table), [table]);
  const top = useMemo(() => topOfGroups(table), [table]);
  const highest = useMemo(() => Math.max(1, ...table.cells.flat().map((value) => value ?? 0)), [table]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const at = (event.target as HTMLElement).closest('td');
    const [row, column] = [Number(at?.dataset['row']), Number(at?.dataset['column'])];
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!at || !step) return;
    event.preventDefault();
    // Over zeros and groups that nobody was asked in, to the next cell that opens.
    for (let [down, along] = [row + step[0]!, column + step[1]!]; down >= 0 && down < table.rows.length && along >= 0 && along < lines.length; down += step[0]!, along += step[1]!) {
      const next = event.currentTarget.querySelector<HTMLElement>(`td[data-row="${down}"][data-column="${along}"] button`);
      if (next) return next.focus();
    }
  };
  const nameOf = (row: number, column: number) => `${table.rows[row]!.key.join('/')}|${lines[column]!.key.join('/')}|${column < table.columns.length}`;
  const opening = table.rows.flatMap((_, row) => lines.flatMap((_line, column) => ((cellAt(table, row, column) ?? 0) > 0 ? [nameOf(row, column)] : [])));
  const stop = opening.includes(reached) ? reached : opening[0];
  const splits = splitsOf(table);
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} onKeyDown={onKeyDown} data-split={splits > 1 || undefined} data-parts={table.rowAxis.length > 1 || undefined}>
        <Head {...shown} lines={lines} />
        <tbody>
          {table.rows.map((row, down) => (
            <tr key={row.key.join('/')} data-parent={row.codes.length === 1 && row.codes[0]!.depth === 0 ? true : undefined}>
              <RowHead row={row} />
              {lines.map((_, column) => {
                const value = cellAt(table, down, column);
                const asked: CellAsked = { row: row.key, column: column < table.columns.length ? lines[column]!.key : table.split ? lines[column]!.key : null };
                const own = { 'data-first': column % splits === 0 || undefined, 'data-total': column >= table.columns.length || undefined };
                if (value === null) {
                  const said = words.say(lines[column]!.state === 'nobodyAsked' ? 'tables.neverAsked' : 'tables.unasked');
                  return <td key={column} className={styles['unasked']} title={said} {...own}><span className={styles['hidden']}>{said}</span></td>;
                }
                const whole = wholeOf(table, down, column, shown.show);
                const share = Math.min(1, whole ? value / whole : value / highest);
                const isPlain = value === 0 || column >= table.columns.length;
                return (
                  <td key={column} data-row={down} data-column={column} data-zero={value === 0 || undefined} data-top={top[column]?.has(down) || undefined} data-here={sameCell(cell, asked) || undefined} {...own}
                    style={isPlain ? undefined : { background: `color-mix(in oklab, var(--${row.codes[0]?.facet ?? 'theme'}-fill) ${(share * 42).toFixed(1)}%, var(--paper))` }}>
                    {value === 0 ? <span>0</span> : (
                      <button type="button" tabIndex={nameOf(down, column) === stop ? 0 : -1} onFocus={() => setReached(nameOf(down, column))} onClick={() => onCell(asked)}
                        aria-label={`${lineName(row, words)}, ${column < table.columns.length ? lineName(lines[column]!, words) : [words.say('tables.allTogether'), ...(table.split ? [lineName(lines[column]!, words)] : [])].join(' · ')}: ${cellTold(table, down, column, shown.show, words)}`}>
                        <CellText table={table} row={down} column={column} show={shown.show} />
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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

/** Heads of columns; where the table is split a head spans its groups, which stand below it. Each sorts the rows by its column. */
function Head({ table, show, sort, lines, onSort }: Shown & { lines: readonly TableLine[] }) {
  const words = useWords();
  const { say } = words;
  const splits = splitsOf(table);
  /** Each code is of everybody: only groups have an n of their own. */
  const hasN = splits > 1 || !isOfCodes(table.columnAxis);
  const nOf = (column: number) => (hasN || column >= table.columns.length) && `n ${(show === 'n' ? baseOf(table, table.rows.length, column) : null) ?? lines[column]!.n}`;
  const isBy = (column: number): boolean => (column < table.columns.length ? typeof sort === 'object' && sort.column.join('/') === lines[column]!.key.join('/') : sort === 'total');
  const sorter = (column: number, label: string) => (
    <button type="button" className={styles['sorter']} title={say('tables.sort', { column: label })} onClick={() => onSort(isBy(column) ? 'order' : column < table.columns.length ? { column: [...lines[column]!.key] } : 'total')}>
      <span><bdi>{label}</bdi></span>{isBy(column) ? <ArrowDown size={11} aria-label={say('tables.sortedDown')} /> : null}
    </button>
  );
  const own = (column: number) => ({ 'aria-sort': isBy(column) ? 'descending' as const : undefined, 'data-first': column % splits === 0 || undefined, 'data-total': column >= table.columns.length || undefined });
  const groups = Array.from({ length: lines.length / splits }, (_, group) => group * splits);
  const whole = (column: number) => (column < table.columns.length ? lineName({ ...lines[column]!, key: lines[column]!.key.slice(0, table.columnAxis.length), labels: lines[column]!.labels.slice(0, table.columnAxis.length) }, words) : say('tables.allTogether'));
  const corner = <th scope="col" rowSpan={splits > 1 ? 2 : 1}><span>{axisName(table.rowAxis, words)}</span></th>;
  if (splits === 1) return <thead><tr>{corner}{lines.map((_, column) => <th key={column} scope="col" {...own(column)}>{sorter(column, whole(column))}{nOf(column) ? <small>{nOf(column)}</small> : null}</th>)}</tr></thead>;
  return (
    <thead>
      <tr>{corner}{groups.map((column) => <th key={column} scope="colgroup" colSpan={splits} data-first data-total={column >= table.columns.length || undefined} className={styles['over']}><span title={whole(column)}><bdi>{whole(column)}</bdi></span></th>)}</tr>
      <tr>{lines.map((line, column) => <th key={column} scope="col" {...own(column)}>{sorter(column, line.key.at(-1) === null ? say('by.noValue') : line.labels.at(-1)!)}<small>{nOf(column)}</small></th>)}</tr>
    </thead>
  );
}

/** What the table's marks mean. */
export function Legend({ table, show }: { table: Table; show: Showing }) {
  const words = useWords();
  const { say } = words;
  const wholes = table.columns.flatMap((_, column) => table.rows.map((_row, row) => wholeOf(table, row, column, show)));
  const isShare = wholes.some((whole) => (whole ?? 0) >= smallestShare || (show !== 'n' && whole !== null));
  const isSmall = show === 'n' && wholes.some((whole) => whole !== null && whole > 0 && whole < smallestShare);
  const hasTop = topOfGroups(table).some((rows) => rows.size > 0);
  return (
    <footer className={styles['legend']}>
      {isShare ? <span>{say(show === 'row' ? 'tables.rowLegend' : show === 'column' ? 'tables.columnLegend' : 'tables.percentLegend')}</span> : null}
      {hasTop ? <span>{say('tables.topLegend')}</span> : null}
      {isSmall && isShare ? <span>{say('tables.smallLegend', { n: smallestShare })}</span> : null}
      {table.cells.some((row) => row.includes(null)) ? <span><i className={styles['hatch']} />{say('tables.unasked')}</span> : null}
      {isShare ? <span className={styles['scale']} aria-hidden>{[11, 21, 32, 42].map((depth) => <i key={depth} style={{ background: `color-mix(in oklab, var(--${table.rows[0]?.codes[0]?.facet ?? 'theme'}-fill) ${depth}%, var(--paper))` }} />)}{words.percent(0)} – {words.percent(1)}</span> : null}
    </footer>
  );
}
