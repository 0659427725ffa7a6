import { useCallback, useEffect, useImperativeHandle, useRef, useState, type ClipboardEvent, type CSSProperties, type KeyboardEvent, type MouseEvent, type Ref } from 'react';
import { readClip, writeClip } from '../../../../shared/model/clip.ts';
import type { AskedRow } from '../../../../shared/model/filling.ts';
import { emptyBlock, fillDown, pasteBlock, readBlock } from '../../../../shared/model/pasting.ts';
import { useWords } from '../../../core/words.tsx';
import { MenuAt, type MenuGroup } from '../../../parts/Menu.tsx';
import { useVirtualRows } from '../../../parts/useVirtualRows.ts';
import { CellEditor, type Leave } from './CellEditor.tsx';
import { HeadCell } from './GridHead.tsx';
import { GridRow, rowHeight } from './GridRow.tsx';
import styles from './grid.module.css';
import { stepOf } from './steps.ts';
import type { GridColumn, GridLine, Place } from './types.ts';
import { usePulling, widthStep, withinWidths } from './usePulling.ts';
import { useSelection } from './useSelection.ts';

const oneHeight = (): number => rowHeight;

export interface GridHandle { focus(place?: Place): void }
interface GridProps {
  readonly ref?: Ref<GridHandle>;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly lines: readonly GridLine[];
  /** What the row that takes new entries says; without it there is none. */
  readonly placeholder?: string;
  /** The row whose details stand beside the grid. */
  readonly open: number | null;
  /** Takes one cell; answers with why it cannot be taken. */
  readonly onCell: (row: AskedRow, newChoice: boolean) => string | null;
  /** Takes several; asks first where it must. */
  readonly onCells: (rows: readonly AskedRow[], how: 'paste' | 'empty' | 'down') => void;
  readonly onOpen: (line: GridLine) => void;
  /** The active row, also as it moves. */
  readonly onActive: (id: number | null) => void;
  /** Makes a column so wide (px); null: as wide as what stands in it. */
  readonly onWidth: (column: GridColumn, width: number | null) => void;
  readonly menuOf: (column: GridColumn) => readonly MenuGroup[];
  readonly onStep: (step: 'undo' | 'redo') => void;
  /** What was typed could not be taken, and is gone: why. */
  readonly onLost: (why: string) => void;
}

const numberWidth = 44;

/** A grid that is edited as a spreadsheet is: one cell is active and has the focus; what is selected is copied, pasted over, filled down and emptied together. */
export function GridTable({ ref, label, columns, lines, placeholder, open, onCell, onCells, onOpen, onActive, onStep, onWidth, menuOf, onLost }: GridProps) {
  const { say } = useWords();
  const rows = lines.length + (placeholder === undefined ? 0 : 1);
  const { active, block, go, select } = useSelection(rows, columns.length);
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const pulling = usePulling(columns, onWidth);
  const [menu, setMenu] = useState<{ readonly at: Element; readonly column: number } | null>(null);
  const openMenu = useCallback((at: number, head: Element) => setMenu({ at: head, column: at }), []);
  const asked = menu ? columns[menu.column] : undefined;
  /** The column where walking by Tab began: Enter goes back to it. */
  const tabbedFrom = useRef<number | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const reached = Math.max(0, active.row);
  // The active cell has the focus, and must not go when it is scrolled out of sight.
  const { indexes, height } = useVirtualRows({ box: scroller, count: rows, sizeOf: oneHeight, ahead: 10, kept: reached });
  const line = lines[active.row] ?? null;
  const column = columns[active.column];
  const shown = { lines, columns };

  const activeId = line?.id ?? null;
  useEffect(() => { onActive(activeId); }, [activeId, onActive]);
  const move = (to: Place, extend = false) => {
    setDraft(null);
    setComplaint(null);
    setFocused(true);
    go(to, extend);
    if (to.row < 0) requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-head="${to.column}"] button`)?.focus());
  };
  useImperativeHandle(ref, () => ({ focus: (place = active) => move(place) }));

  /** Answers with why the text cannot be taken; then the cell stays open. */
  const commit = (text: string, leave: Leave, newChoice: boolean): string | null => {
    const next: Place = { down: { row: active.row + 1, column: active.column }, up: { row: active.row - 1, column: active.column }, right: { row: active.row, column: active.column + 1 }, left: { row: active.row, column: active.column - 1 }, stay: active }[leave];
    if (column && text !== (line?.cells[active.column] ?? '')) {
      const why = onCell({ id: line?.id ?? null, cells: { [column.id]: text } }, newChoice);
      if (why !== null) { setComplaint(why); return why; }
    }
    if (leave === 'right') tabbedFrom.current ??= active.column;
    const back = leave === 'down' ? tabbedFrom.current : null;
    if (leave === 'down') tabbedFrom.current = null;
    move({ row: Math.max(0, next.row), column: back ?? next.column });
    return null;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const command = ctrlKey || metaKey;
    const done = () => { event.preventDefault(); event.stopPropagation(); };
    if (altKey && !command && !shiftKey && column && (key === 'ArrowLeft' || key === 'ArrowRight')) { done(); return onWidth(column, withinWidths(column.width + (key === 'ArrowRight' ? widthStep : -widthStep))); }
    if (active.row < 0 && !(event.target instanceof HTMLTextAreaElement)) {
      const to = { ArrowDown: { row: 0, column: active.column }, ArrowLeft: { row: -1, column: active.column - 1 }, ArrowRight: { row: -1, column: active.column + 1 } }[key];
      if (!to || altKey || command) return;
      done();
      return move({ row: to.row, column: Math.max(0, Math.min(columns.length - 1, to.column)) });
    }
    if (command && !altKey && /^[zy]$/i.test(key)) { done(); return onStep(key.toLowerCase() === 'y' || shiftKey ? 'redo' : 'undo'); }
    if (command && !altKey && key.toLowerCase() === 'd') { done(); return onCells(fillDown(shown, block), 'down'); }
    if (command && !altKey && key.toLowerCase() === 'a') { done(); return select({ top: 0, left: 0, bottom: Math.max(0, lines.length - 1), right: columns.length - 1 }); }
    if (shiftKey && key === ' ') { done(); return select({ top: block.top, left: 0, bottom: block.bottom, right: columns.length - 1 }); }
    if (!command && !altKey && (key === 'Delete' || key === 'Backspace')) { done(); return onCells(emptyBlock(shown, block), 'empty'); }
    if (line && key === 'Enter' && (command || column?.readOnly)) { done(); return onOpen(line); }
    if (key === 'Tab') {
      // Past the ends of a row, Tab leaves the grid.
      if (command || altKey || active.column + (shiftKey ? -1 : 1) < 0 || active.column + (shiftKey ? -1 : 1) >= columns.length) { tabbedFrom.current = null; return; }
      done();
      if (!shiftKey) tabbedFrom.current ??= active.column;
      return move({ row: active.row, column: active.column + (shiftKey ? -1 : 1) });
    }
    const to = altKey ? null : stepOf(key, command, active, { rows, filled: lines.length, columns: columns.length, page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2) });
    if (!to) return;
    done();
    tabbedFrom.current = null;
    move(shiftKey ? { ...to, row: Math.max(0, to.row) } : to, shiftKey);
  };

  const placeOf = (event: MouseEvent): Place | null => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    return cell && grid.current?.contains(cell) ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
  };
  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 0) return;
    const opener = (event.target as HTMLElement).closest<HTMLElement>('[data-open-row]');
    if (opener && grid.current?.contains(opener)) {
      event.preventDefault();
      const row = Number(opener.dataset['openRow']);
      move({ row, column: 0 });
      return onOpen(lines[row]!);
    }
    const to = placeOf(event);
    if (!to || (draft !== null && to.row === active.row && to.column === active.column)) return;
    event.preventDefault();
    if (draft !== null && commit(draft, 'stay', false) !== null) return;
    tabbedFrom.current = null;
    move(to, event.shiftKey);
  };
  const onMouseOver = (event: MouseEvent) => {
    if (event.buttons !== 1 || draft !== null || !(event.target instanceof HTMLElement)) return;
    const to = placeOf(event);
    if (to && (to.row !== active.row || to.column !== active.column)) go(to, true);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (draft !== null || active.row < 0) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeClip(readBlock(shown, { ...block, bottom: Math.max(block.top, Math.min(block.bottom, lines.length - 1)) })));
    if (event.type === 'cut') onCells(emptyBlock(shown, block), 'empty');
  };
  const onPaste = (event: ClipboardEvent) => {
    if (draft !== null || active.row < 0) return;
    event.preventDefault();
    const pasted = readClip(event.clipboardData.getData('text/plain'));
    if (pasted.length === 0) return;
    const asked = pasteBlock(shown, block, pasted);
    select({ top: block.top, left: block.left, bottom: Math.max(block.bottom, Math.min(rows, block.top + pasted.length) - 1), right: Math.max(block.right, Math.min(columns.length, block.left + pasted[0]!.length) - 1) });
    onCells(asked, 'paste');
  };

  const widths = columns.map((each) => pulling.widthOf(each));
  const template = `${numberWidth}px ${widths.map((width) => `${width}px`).join(' ')}`;
  return (
    <div ref={scroller} className={styles['scroller']} style={{ scrollPaddingLeft: numberWidth + (widths[0] ?? 0) }}>
      <div
        ref={grid} role="grid" aria-label={label} aria-rowcount={rows + 1} aria-colcount={columns.length + 1} aria-multiselectable className={styles['grid']} style={{ '--columns': template, width: widths.reduce((sum, width) => sum + width, numberWidth) } as CSSProperties}
        onKeyDownCapture={(event) => { if (active.row < 0 && event.currentTarget.contains(event.target as Node)) onKeyDown(event); }} onKeyDown={(event) => { if (active.row >= 0) onKeyDown(event); }} onMouseDown={onMouseDown} onMouseOver={onMouseOver} onCopy={onCopy} onCut={onCopy} onPaste={onPaste}
        onFocus={() => setFocused(true)} onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return;
          // What is typed is taken where it fits, and makes no new choice; nobody is held back by it.
          const why = draft === null ? null : commit(draft, 'stay', false);
          if (why !== null) onLost(why);
          setDraft(null);
          setComplaint(null);
          setFocused(false);
        }}
      >
        <div role="row" aria-rowindex={1} className={styles['head']} {...pulling.edges} onFocus={(event) => {
          const at = Number(event.target.closest<HTMLElement>('[data-head]')?.dataset['head'] ?? -1);
          if (at >= 0 && (active.row !== -1 || active.column !== at)) go({ row: -1, column: at });
        }}>
          <div role="columnheader" className={styles['corner']}><span className={styles['unseen']}>№</span></div>
          {columns.map((each, at) => <HeadCell key={each.id} column={each} at={at} within={at >= block.left && at <= block.right} here={active.row === -1 && active.column === at} pulled={pulling.pulled === each.id} onMenu={openMenu} />)}
        </div>
        <div role="rowgroup" className={styles['rows']} style={{ height }}>
          {indexes.map((index) => {
            const inside = index >= block.top && index <= block.bottom;
            const isActive = index === active.row;
            const shownLine = lines[index] ?? null;
            return (
              <GridRow key={shownLine?.id ?? 'new'} line={shownLine} index={index} columns={columns} placeholder={placeholder ?? ''} from={inside ? block.left : -1} to={inside ? block.right : -1} active={isActive ? active.column : -1} open={open !== null && shownLine?.id === open}
                editing={isActive && draft !== null} editor={isActive && column ? (
                  <CellEditor key={`${shownLine?.id ?? 'new'}/${column.id}`} column={shownLine === null && active.column > 0 ? { ...column, readOnly: true } : column} text={shownLine?.cells[active.column] ?? ''} draft={draft} complaint={complaint} focused={focused}
                    label={say('participants.cell', { column: column.label, row: shownLine?.cells[0] ?? placeholder ?? '', value: shownLine?.cells[active.column] || say('participants.empty') })}
                    onDraft={(text) => { setDraft(text); setComplaint(null); }} onCommit={commit} />
                ) : null} />
            );
          })}
        </div>
      </div>
      {menu && asked ? <MenuAt at={menu.at} label={say('participants.columnMenu', { column: asked.label })} groups={menuOf(asked)} onClose={() => setMenu(null)} /> : null}
    </div>
  );
}
