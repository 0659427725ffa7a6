import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { Button } from '../../../parts/Button.tsx';
import styles from './grid.module.css';
import { sameInHead, type GridColumn } from './types.ts';

interface HeadProps {
  readonly column: GridColumn;
  readonly at: number;
  /** Something in it is selected. */
  readonly within: boolean;
  /** The active place is here: Tab leads to it. */
  readonly here: boolean;
  /** Its edge is being pulled. */
  readonly pulled: boolean;
  /** The same function from one time to the next. */
  readonly onMenu: (at: number, head: Element) => void;
}
/** The head of a column, which opens its menu. Drawn again only when something of it changes: neither a step nor a new answer of the core draws all heads. */
export const HeadCell = memo(function HeadCell({ column, at, within, here, pulled, onMenu }: HeadProps) {
  return (
    <div role="columnheader" aria-colindex={at + 2} aria-sort={column.sorted ?? 'none'} className={styles['headCell']} data-head={at} data-kind={column.kind} data-within={within || undefined}>
      <Button look="plain" excludeFromTabOrder={!here} aria-haspopup="menu" onPress={({ target }) => onMenu(at, target)}>
        <span className={styles['headLabel']} title={column.label}><bdi>{column.label}</bdi>{column.detail === undefined ? null : <small>{column.detail}</small>}</span>
        {column.sorted === 'ascending' ? <ArrowUp size={12} aria-hidden /> : column.sorted === 'descending' ? <ArrowDown size={12} aria-hidden /> : <ChevronDown size={12} aria-hidden className={styles['chevron']} />}
      </Button>
      <span className={styles['edge']} aria-hidden data-edge={column.id} data-pulled={pulled || undefined} />
    </div>
  );
}, ({ column, ...before }, { column: next, ...now }) => sameInHead(column, next) && before.at === now.at && before.within === now.within && before.here === now.here && before.pulled === now.pulled && before.onMenu === now.onMenu);
