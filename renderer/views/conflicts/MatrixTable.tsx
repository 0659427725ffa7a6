import { useState, type KeyboardEvent } from 'react';
import { oneSidedTimes, type ConflictMatrix } from '../../../shared/model/conflicts.ts';
import { useWords } from '../../core/words.tsx';
import type { OpenConflict } from './asked.ts';
import styles from './conflicts.module.css';

type OpenCell = Extract<OpenConflict, { kind: 'cell' }>;

/** Who says it (rows) against whom (columns): deeper is more, a black corner is one-sided, hatched is nobody interviewed. A cell opens what both sides say. */
export function MatrixTable({ matrix, open, onCell, caption, highest: given }: { matrix: ConflictMatrix; open: OpenConflict | null; onCell: (cell: Omit<OpenCell, 'kind'>) => void; caption?: string; /** The deepest colour stands for so many; without it, for the most of this matrix. */ highest?: number }) {
  const { say, number } = useWords();
  const [reached, setReached] = useState('');
  const { rows, columns, cells } = matrix;
  const highest = given ?? Math.max(1, ...cells.flat().map((value) => value ?? 0));
  const named = (row: number) => (rows[row]!.key === null ? say('by.noValue') : rows[row]!.label);
  const cell = open?.kind === 'cell' ? open : null;
  const openRow = cell ? rows.findIndex(({ key }) => key === cell.row) : -1;
  const openColumn = cell ? columns.findIndex(({ code }) => code === cell.column) : -1;
  const mirror = (row: number, column: number) => openRow >= 0 && openColumn >= 0 && columns[openColumn]!.row === row && rows[openRow]!.column === column;
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const at = (event.target as HTMLElement).closest('td');
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!at || !step) return;
    event.preventDefault();
    for (let [down, along] = [Number(at.dataset['row']) + step[0]!, Number(at.dataset['column']) + step[1]!]; cells[down]?.[along] !== undefined; down += step[0]!, along += step[1]!) {
      const next = event.currentTarget.querySelector<HTMLElement>(`td[data-row="${down}"][data-column="${along}"] button`);
      if (next) return next.focus();
    }
  };
  const opening = cells.flatMap((row, index) => row.flatMap((value, column) => ((value ?? 0) > 0 ? [`${index}/${column}`] : [])));
  const stop = opening.includes(reached) ? reached : opening[0];
  return (
    <div className={styles['matrixBox']}>
      <table className={styles['matrix']} onKeyDown={onKeyDown}>
        <caption className={styles['unseen']}>{caption ?? say('conflicts.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('conflicts.says')} ↓<br />{say('conflicts.meant')} →</th>
            {columns.map(({ code, label, row, n }) => <th key={code} scope="col"><span title={label}><bdi>{label}</bdi></span><small>{row === null ? '' : `n ${n}`}</small></th>)}
            <th scope="col">{say('conflicts.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key ?? ''}>
              <th scope="row" title={named(index)}><span><bdi>{named(index)}</bdi><small>n {row.n}</small></span></th>
              {cells[index]!.map((value, column) => {
                const { code, label } = columns[column]!;
                if (value === null) return <td key={code} className={styles['unasked']} title={say('tables.unasked')}><span className={styles['unseen']}>{say('tables.unasked')}</span></td>;
                const marked = matrix.oneSided[index]![column]!;
                return (
                  <td key={code} data-row={index} data-column={column} data-own={row.column === column || undefined} data-zero={value === 0 || undefined} data-one={marked || undefined} data-here={(openRow === index && openColumn === column) || undefined} data-mirror={mirror(index, column) || undefined}
                    style={value === 0 ? undefined : { background: `color-mix(in oklab, var(--conflict-fill) ${((value / highest) * 50).toFixed(1)}%, var(--paper))` }}>
                    {value === 0 ? <span>{row.column === column ? '·' : '0'}</span>
                      : <button type="button" tabIndex={`${index}/${column}` === stop ? 0 : -1} onFocus={() => setReached(`${index}/${column}`)} onClick={() => onCell({ row: row.key, column: code })} aria-label={`${say('conflicts.against', { party: named(index), counterparty: label })}: ${number(value)}${marked ? `, ${say('conflicts.oneSided')}` : ''}`}>{number(value)}</button>}
                  </td>
                );
              })}
              <td className={styles['sum']}>{matrix.rowTotals[index] === null ? '' : number(matrix.rowTotals[index]!)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{say('conflicts.total')}</th>{matrix.columnTotals.map((total, column) => <td key={columns[column]!.code} className={styles['sum']}>{number(total)}</td>)}<td className={styles['sum']}>{number(matrix.count === 'participants' ? matrix.people : matrix.passages)}</td></tr></tfoot>
      </table>
      <footer className={styles['legend']}>
        {matrix.oneSided.flat().includes(true) ? <span><i className={styles['corner']} />{say('conflicts.oneSidedLegend', { times: oneSidedTimes, least: matrix.least })}</span> : null}
        {cells.some((row) => row.includes(null)) ? <span><i className={styles['hatch']} />{say('tables.unasked')}</span> : null}
        {columns.some(({ row }) => row === null) ? <span>{say('conflicts.noAnswerFor', { names: columns.filter(({ row }) => row === null).map(({ label }) => label).join(say('status.and')) })}</span> : null}
        {matrix.unnamed > 0 ? <span>{say('conflicts.unnamed', { count: matrix.unnamed })}</span> : null}
        {matrix.unspoken > 0 ? <span>{say('conflicts.unspoken', { count: matrix.unspoken })}</span> : null}
      </footer>
    </div>
  );
}
