import { ArrowDown } from 'lucide-react';
import { baseOf, isOfCodes, sizeOf, splitsOf, type TableLine } from '../../../shared/model/table.ts';
import { groupKey, type ShownColumn } from '../../../shared/model/tableDifference.ts';
import type { TableSort } from '../../../shared/model/tableAsked.ts';
import { axisName, groupName } from '../../../shared/words/sayTable.ts';
import { useWords } from '../../core/words.tsx';
import { sideOf, type ShownTable } from './shownTable.ts';
import styles from './tables.module.css';

/** Heads of columns; where the table is split a head spans its groups and their difference, which stand below it. Each sorts the rows by its column. */
export function TableHead({ table, show, sort, lines, places, onSort, tabOf }: ShownTable & { lines: readonly TableLine[]; places: readonly ShownColumn[]; tabOf: (along: number) => { tabIndex: number; onFocus: () => void } }) {
  const words = useWords();
  const { say } = words;
  const splits = splitsOf(table);
  /** Each code is of everybody: only groups have an n of their own. */
  const hasN = splits > 1 || !isOfCodes(table.columnAxis);
  const nOf = (column: number) => (hasN || column >= table.columns.length) && `n ${(show === 'n' ? baseOf(table, table.rows.length, column) : null) ?? sizeOf(table, lines[column]!)}`;
  const whole = (column: number) => groupName(table, column / splits, words);
  const wishOf = (place: ShownColumn): TableSort => (place.kind === 'difference' ? { difference: [...groupKey(table, place.group)] } : place.column < table.columns.length ? { column: [...lines[place.column]!.key] } : 'total');
  const isBy = (place: ShownColumn): boolean => JSON.stringify(sort) === JSON.stringify(wishOf(place));
  const sorter = (along: number, label: string, full = label) => { const place = places[along]!; return (
    <button type="button" {...tabOf(along)} className={styles['sorter']} title={say('tables.sort', { column: full })} onClick={() => onSort(isBy(place) ? 'order' : wishOf(place))}>
      <span><bdi>{label}</bdi></span>{isBy(place) ? <ArrowDown size={11} aria-label={say('tables.sortedDown')} /> : null}
    </button>
  ); };
  const own = (place: ShownColumn, along: number) => ({ 'data-row': -1, 'data-column': along, 'aria-sort': isBy(place) ? 'descending' as const : undefined, ...sideOf(table, place) });
  const corner = <th scope="col" rowSpan={splits > 1 ? 2 : 1}><span>{axisName(table.rowAxis, words)}</span></th>;
  if (splits === 1) return <thead><tr>{corner}{lines.map((_, column) => <th key={column} scope="col" {...own({ kind: 'cell', column }, column)}>{sorter(column, whole(column))}{nOf(column) ? <small>{nOf(column)}</small> : null}</th>)}</tr></thead>;
  const wide = splits + (table.differences ? 1 : 0);
  const unit = show === 'number' || (show === 'n' && table.differences?.every((row) => row.every(({ of }) => of === 'numbers'))) ? null : say('tables.pointsUnit');
  return (
    <thead>
      <tr>{corner}{Array.from({ length: lines.length / splits }, (_, group) => group * splits).map((column) => <th key={column} scope="colgroup" colSpan={wide} {...sideOf(table, { kind: 'cell', column })} className={styles['over']}><span title={whole(column)}><bdi>{whole(column)}</bdi></span></th>)}</tr>
      <tr>
        {places.map((place, along) => {
          if (place.kind === 'difference') return <th key={`difference ${place.group}`} scope="col" {...own(place, along)}>{sorter(along, say('tables.difference'), `${say('tables.difference')}, ${whole(place.group * splits)}`)}{unit ? <small>{unit}</small> : null}</th>;
          const line = lines[place.column]!;
          return <th key={place.column} scope="col" {...own(place, along)}>{sorter(along, line.key.at(-1) === null ? say('by.noValue') : line.labels.at(-1)!)}<small>{nOf(place.column)}</small></th>;
        })}
      </tr>
    </thead>
  );
}
