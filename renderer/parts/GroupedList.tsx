import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './list.module.css';
import { useVirtualRows } from './useVirtualRows.ts';

export interface ListGroup { readonly id: number; readonly label: string; readonly count: number; readonly sign?: ReactNode }
/** Height of a group's head, px. */
const head = 30;

/** Where groups begin: the first row of each, and how many rows there are. */
function layoutOf(groups: readonly ListGroup[]) {
  const firstRows: number[] = [];
  let rows = 0;
  for (const { count } of groups) { firstRows.push(rows); rows += count; }
  const groupOfRow = (row: number): number => {
    let [low, high] = [0, groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firstRows[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  /** Heads are items too: the item of a row, and the group that a head item belongs to. */
  const itemOf = (row: number) => row + groupOfRow(row) + 1;
  const at = (item: number): { group: number; row: number | null } => {
    let [low, high] = [0, groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firstRows[middle]! + middle <= item) low = middle;
      else high = middle - 1;
    }
    const row = item - low - 1;
    return { group: low, row: row < firstRows[low]! ? null : row };
  };
  return { firstRows, rows, itemOf, at };
}

/**
 * A long list under heads, of which only what is in sight is there: one stop for Tab; arrows, Page Up and Down, Home and End walk,
 * Enter opens, Space picks. `row` draws a row by its index over all groups; `onVisible` says which are wanted.
 */
export function GroupedList({ label, groups, rowHeight, row, isPicked, onPick, onOpen, onVisible }: {
  label: string; groups: readonly ListGroup[]; rowHeight: number; row: (index: number) => ReactNode; isPicked?: (index: number) => boolean; onPick?: (index: number) => void; onOpen: (index: number) => void; onVisible: (first: number, last: number) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const [reached, setReached] = useState(0);
  const layout = useMemo(() => layoutOf(groups), [groups]);
  const stop = Math.min(reached, layout.rows - 1);
  const sizeOf = useCallback((item: number) => (layout.at(item).row === null ? head : rowHeight), [layout, rowHeight]);
  const { indexes: items, height, show } = useVirtualRows({ box, count: layout.rows + groups.length, sizeOf, ahead: 8, covered: head });
  const shown = Map.groupBy(items.map(layout.at), ({ group }) => group);
  const inSight = items.flatMap((item) => layout.at(item).row ?? []);
  const [first, last] = [inSight[0] ?? 0, inSight.at(-1) ?? 0];
  useEffect(() => { onVisible(first, last); }, [first, last, onVisible]);
  useEffect(() => {
    if (wanted.current === null) return;
    const element = box.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (layout.rows === 0) return;
    const screen = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = { ArrowDown: stop + 1, ArrowUp: stop - 1, PageDown: stop + screen, PageUp: stop - screen, Home: 0, End: layout.rows - 1 }[event.key];
    if (event.key === 'Enter') onOpen(stop);
    else if (event.key === ' ' && onPick) onPick(stop);
    else if (next === undefined) return;
    else {
      const to = Math.max(0, Math.min(layout.rows - 1, next));
      wanted.current = to;
      setReached(to);
      show(layout.itemOf(to));
    }
    event.preventDefault();
  };
  const topOf = (group: number) => group * head + layout.firstRows[group]! * rowHeight;
  /** The row that Tab comes to must be there, also when the list was scrolled away from it. */
  const tabbed = stop >= first && stop <= last ? stop : first;
  return (
    <div className={styles['box']} ref={box}>
      <div role="listbox" aria-label={label} aria-multiselectable={onPick !== undefined} onKeyDown={onKeyDown} style={{ height, position: 'relative' }}>
        {[...shown].filter(([, inside]) => inside.some((each) => each.row !== null)).map(([group, inside]) => {
          const { id, label: name, count, sign } = groups[group]!;
          return (
            <div key={id} role="group" aria-label={name} className={styles['group']} style={{ top: topOf(group), height: head + count * rowHeight }}>
              <div role="presentation" className={styles['head']}>{sign}<bdi>{name}</bdi><small>{count}</small></div>
              {inside.flatMap(({ row: index }) => (index === null ? [] : [(
                <div key={index} role="option" aria-selected={isPicked?.(index) ?? false} aria-setsize={layout.rows} aria-posinset={index + 1} tabIndex={index === tabbed ? 0 : -1} data-index={index} className={styles['row']} style={{ top: head + (index - layout.firstRows[group]!) * rowHeight, height: rowHeight }}
                  onFocus={() => setReached(index)} onClick={() => onOpen(index)}>
                  {onPick ? <span className={styles['pick']} aria-hidden onClick={(event) => { event.stopPropagation(); onPick(index); }}><i /></span> : null}
                  {row(index)}
                </div>
              )]))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
