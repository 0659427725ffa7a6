import type { NetworkPicture as Network, NetworkSide } from '../../../shared/pictures/network.ts';
import { Shapes } from '../../charts/Shapes.tsx';
import { useWords } from '../../core/words.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import styles from './conflicts.module.css';

/** The network with what each arrow and circle says under the pointer; an arrow opens its cell. */
export function NetworkPicture({ network: { width, height, shapes, arrows, circles }, sides, label, onCell }: { network: Network; sides: readonly NetworkSide[]; label: string; onCell: (side: number, row: string | null, column: number) => void }) {
  const { say, number } = useWords();
  const on = (side: number) => (sides[side]!.label === '' ? '' : `${sides[side]!.label}: `);
  return (
    <div className={styles['picture']} {...scrolledByKeys} role="group" aria-label={label}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width, minWidth: Math.round(width * 0.75) }} role="img" aria-label={label}>
        <Shapes shapes={shapes} />
        {circles.map(({ side, column, x, y, radius }) => {
          const { label: whole, about, n, row } = sides[side]!.matrix.columns[column]!;
          return <circle key={`${side}/${column}`} cx={x} cy={y} r={radius} fill="transparent"><title>{`${on(side)}${whole}: ${say('conflicts.aboutGroup', { count: about })}${row === null ? `, ${say('conflicts.noAnswer')}` : `, n ${n}`}`}</title></circle>;
        })}
        {arrows.map(({ side, row, column, value, d, from, width: wide }) => {
          const { rows, columns } = sides[side]!.matrix;
          return <path key={`${side}/${row}/${column}`} className={styles['edge']} d={d} transform={`translate(${from.x} ${from.y})`} fill="none" stroke="transparent" strokeWidth={Math.max(10, wide)} onClick={() => onCell(side, rows[row]!.key, columns[column]!.code)}><title>{`${on(side)}${say('conflicts.against', { party: rows[row]!.label || say('by.noValue'), counterparty: columns[column]!.label })}: ${number(value)}`}</title></path>;
        })}
      </svg>
    </div>
  );
}
