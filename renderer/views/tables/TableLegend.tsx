import { smallestShare, wholeOf, type Showing, type Table } from '../../../shared/model/table.ts';
import { isClear, shownColumns, shownDifference } from '../../../shared/model/tableDifference.ts';
import { emptySaid, lineName } from '../../../shared/words/sayTable.ts';
import { useWords } from '../../core/words.tsx';
import { hasSmallGroups, topOfGroups } from './top.ts';
import styles from './tables.module.css';

/** What the table's marks mean. */
export function TableLegend({ table, show }: { table: Table; show: Showing }) {
  const words = useWords();
  const { say } = words;
  const wholes = table.columns.flatMap((_, column) => table.rows.map((_row, row) => wholeOf(table, row, column, show)));
  const isShare = wholes.some((whole) => (whole ?? 0) >= smallestShare || (show !== 'n' && whole !== null));
  const isSmall = show === 'n' && wholes.some((whole) => whole !== null && whole > 0 && whole < smallestShare);
  const hasTop = topOfGroups(table).some((rows) => rows.size > 0);
  const hasClear = shownColumns(table).some((place) => place.kind === 'difference' && table.rows.some((_, row) => isClear(shownDifference(table, row, place.group, show)!)));
  const empty = table.cells.flatMap((cells, row) => cells.flatMap((value, column) => (value === null ? [emptySaid(table, row, column, words)] : [])));
  const [first, second] = table.totals.columns;
  return (
    <footer className={styles['legend']}>
      {isShare ? <span>{say(show === 'row' ? 'tables.rowLegend' : show === 'column' ? 'tables.columnLegend' : 'tables.percentLegend')}</span> : null}
      {hasTop || hasSmallGroups(table) ? <span>{say(hasSmallGroups(table) ? (hasTop ? 'tables.topOfLarge' : 'tables.noTop') : 'tables.topLegend', { n: smallestShare })}</span> : null}
      {isSmall && isShare ? <span>{say('tables.smallLegend', { n: smallestShare })}</span> : null}
      {table.differences ? <span>{say('tables.differenceLegend', { first: lineName(first!, words), second: lineName(second!, words) })}</span> : null}
      {hasClear ? <span className={styles['difference']}><i aria-hidden data-clear />{say('tables.clearLegend')}</span> : null}
      {[...new Set(empty)].map((said) => <span key={said}><i className={styles['hatch']} />{said}</span>)}
      {isShare ? <span className={styles['scale']} aria-hidden>{[11, 21, 32, 42].map((depth) => <i key={depth} style={{ background: `color-mix(in oklab, var(--${table.rows[0]?.codes[0]?.facet ?? 'theme'}-fill) ${depth}%, var(--paper))` }} />)}{words.percent(0)} – {words.percent(1)}</span> : null}
    </footer>
  );
}
