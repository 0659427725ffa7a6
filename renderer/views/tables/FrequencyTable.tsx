import { useMemo, useState, type KeyboardEvent } from 'react';
import { baseOf, smallestShare, type Table } from '../../../shared/model/table.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import type { Session } from '../../session.ts';
import styles from './tables.module.css';

/** The five highest numbers of each column; all that share the fifth place. */
function topFive(table: Table): ReadonlySet<string> {
  return new Set(table.columns.flatMap((_, column) => {
    const values = table.cells.map((row) => row[column] ?? 0).filter((value) => value > 0).toSorted((a, b) => b - a);
    const least = values[Math.min(4, values.length - 1)];
    return table.cells.flatMap((row, index) => (table.rows.length > 5 && least !== undefined && (row[column] ?? 0) >= least ? [`${index}/${column}`] : []));
  }));
}

/** Counts in the hue of their facet: deeper is more. A group that nobody was interviewed in is hatched, a zero is a quiet 0. */
export function FrequencyTable({ table, cell, onCell }: { table: Table; cell: Session['cell']; onCell: (row: number, column: string | null) => void }) {
  const words = useWords();
  const { say } = words;
  /** The cell that Tab comes to: one for the whole table, arrows walk on from there. */
  const [reached, setReached] = useState('');
  const top = useMemo(() => topFive(table), [table]);
  const highest = Math.max(1, ...table.cells.flat().map((value) => value ?? 0));
  const share = (value: number, column: number): number => {
    const base = baseOf(table.count, table.columns[column]!);
    return base ? value / base : value / highest;
  };
  const shown = (value: number, column: number) => {
    const base = baseOf(table.count, table.columns[column]!);
    if (base === null || base === 0) return words.number(value);
    return base < smallestShare ? <>{value}<sub>/{base}</sub></> : words.number(Math.round((value / base) * 100));
  };
  /** The same for who hears the table: what is counted, of how many, and the share where one is shown. */
  const told = (value: number, column: number): string => {
    const base = baseOf(table.count, table.columns[column]!);
    return base === null || base === 0 ? words.number(value) : base < smallestShare ? `${value}/${base}` : `${value}/${base}, ${words.percent(value / base)}`;
  };
  const named = (column: number): string => (table.columns[column]!.key === null ? say('by.noValue') : table.columns[column]!.label);
  const inPercent = table.columns.some((column) => (baseOf(table.count, column) ?? 0) >= smallestShare);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const at = (event.target as HTMLElement).closest('td');
    const [row, column] = [Number(at?.dataset['row']), Number(at?.dataset['column'])];
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!at || !step) return;
    event.preventDefault();
    // Over zeros and groups that nobody was asked in, to the next cell that opens.
    for (let [down, along] = [row + step[0]!, column + step[1]!]; table.cells[down]?.[along] !== undefined; down += step[0]!, along += step[1]!) {
      const next = event.currentTarget.querySelector<HTMLElement>(`td[data-row="${down}"][data-column="${along}"] button`);
      if (next) return next.focus();
    }
  };
  const keyOf = (row: number, column: number) => `${table.rows[row]!.code}/${column}`;
  const opening = table.cells.flatMap((row, rowIndex) => row.flatMap((value, column) => ((value ?? 0) > 0 ? [keyOf(rowIndex, column)] : [])));
  const stop = opening.includes(reached) ? reached : opening[0];
  if (table.columns.length === 0) return <p className={styles['note']}>{say('tables.noGroups')}</p>;
  if (table.rows.length === 0) return <p className={styles['note']}>{say('tables.noRows')}</p>;
  return (
    <>
      <div className={styles['scroll']}>
        <table className={styles['table']} onKeyDown={onKeyDown}>
          <thead>
            <tr><th scope="col">{say('excerpt.code')}</th>{table.columns.map((column, index) => <th key={index} scope="col"><span title={named(index)}><bdi>{named(index)}</bdi></span><small>n {baseOf(table.count, table.columns[index]!) ?? column.n}</small></th>)}</tr>
          </thead>
          <tbody>
            {table.rows.map((row, rowIndex) => (
              <tr key={row.code} data-parent={row.depth === 0 || undefined}>
                <th scope="row" title={row.path}><span style={{ paddingLeft: `${Math.min(row.depth, 4) * 14}px` }}><Sign facet={row.facet} colour={row.colour} /><span className={styles['cut']}><bdi>{row.name}</bdi></span></span></th>
                {table.cells[rowIndex]!.map((value, column) => {
                  const { key } = table.columns[column]!;
                  if (value === null) return <td key={column} className={styles['unasked']} title={say('tables.unasked')}><span className={styles['hidden']}>{say('tables.unasked')}</span></td>;
                  const here = cell?.row === row.code && cell.column === key;
                  return (
                    <td key={column} data-row={rowIndex} data-column={column} data-zero={value === 0 || undefined} data-top={top.has(`${rowIndex}/${column}`) || undefined} data-here={here || undefined}
                      style={value === 0 ? undefined : { background: `color-mix(in oklab, var(--${row.facet}-fill) ${(Math.min(1, share(value, column)) * 42).toFixed(1)}%, var(--paper))` }}>
                      {value === 0 ? <span>0</span> : <button type="button" tabIndex={keyOf(rowIndex, column) === stop ? 0 : -1} onFocus={() => setReached(keyOf(rowIndex, column))} onClick={() => onCell(row.code, key)} aria-label={`${row.name}, ${named(column)}: ${told(value, column)}`}>{shown(value, column)}</button>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className={styles['legend']}>
        {inPercent ? <span>{say('tables.percentLegend')}</span> : <span>{say(`tables.counted.${table.count}`)}</span>}
        {top.size > 0 ? <span>{say('tables.topLegend')}</span> : null}
        {inPercent ? <span>{say('tables.smallLegend', { n: smallestShare })}</span> : null}
        {table.cells.some((row) => row.includes(null)) ? <span><i className={styles['hatch']} />{say('tables.unasked')}</span> : null}
      </footer>
    </>
  );
}
