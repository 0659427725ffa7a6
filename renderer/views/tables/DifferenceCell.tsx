import { baseOf, smallestShare, splitsOf } from '../../../shared/model/table.ts';
import { isClear, shownDifference } from '../../../shared/model/tableDifference.ts';
import { differenceText, differenceTold, intervalText } from '../../../shared/words/sayDifference.ts';
import { groupName, lineName } from '../../../shared/words/sayTable.ts';
import { useWords } from '../../core/words.tsx';
import { sameCell, type CellAsked } from './asked.ts';
import type { ShownTable } from './shownTable.ts';
import styles from './tables.module.css';

/** The first group of the split less the second, a dot where the interval leaves out zero; opens what both say beside each other. */
export function DifferenceCell({ table, show, cell, onCell, row, group, opens, own, tab }: ShownTable & { row: number; group: number; opens: boolean; own: object; tab: object }) {
  const words = useWords();
  const shown = shownDifference(table, row, group, show)!;
  const told = differenceTold(table, row, group, show, words);
  const head = table.rows[row] ?? null;
  const first = group * splitsOf(table);
  const isTotal = first >= table.columns.length;
  const asked: CellAsked = { row: head && head.key, column: (isTotal ? table.totals.columns[0]! : table.columns[first]!).key, beside: true };
  const isSmall = show !== 'number' && [first, first + 1].some((column) => (baseOf(table, row, column) ?? smallestShare) < smallestShare);
  const inside = <><i aria-hidden data-clear={isClear(shown) || undefined} />{differenceText(shown, table.count, words)}{isTotal && shown.low !== null ? <small>{intervalText(shown, words)}</small> : null}</>;
  const name = `${head ? lineName(head, words) : words.say('tables.allTogether')}, ${groupName(table, group, words)}, ${words.say('tables.difference')}: ${told}`;
  return (
    <td className={styles['difference']} data-here={sameCell(cell, asked) || undefined} data-none={shown.value === null || undefined} data-small={isSmall || undefined} title={told} {...own}>
      {opens && shown.value !== null ? <button type="button" {...tab} onClick={() => onCell(asked)} aria-label={name}>{inside}</button> : <><span>{inside}</span><span className={styles['hidden']}>{told}</span></>}
    </td>
  );
}
