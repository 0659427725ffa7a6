import { Download, Plus, Upload } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { nameKey } from '../../../shared/model/text.ts';
import type { Grid } from '../../../shared/model/filling.ts';
import { useCommands } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { AskSheet } from './AskSheet.tsx';
import type { GridAsked, Sorting } from './asked.ts';
import { columnMenu, sortLines, type Attribute, type PlainColumn } from './columns.ts';
import { ColumnSheet } from './ColumnSheet.tsx';
import { GridTable, type GridHandle } from './grid/GridTable.tsx';
import type { GridColumn, GridLine } from './grid/types.ts';
import styles from './participants.module.css';
import { withinWidths } from './grid/usePulling.ts';
import { useFilling } from './useFilling.tsx';
import { useWidths } from './useWidths.ts';

interface DeskProps {
  readonly label: string;
  readonly grid: Grid;
  readonly attributes: readonly Attribute[];
  readonly columns: readonly PlainColumn[];
  readonly lines: readonly GridLine[];
  readonly placeholder?: string;
  readonly summary: string;
  readonly open: number | null;
  readonly onOpen: (id: number) => void;
  readonly onActive: (id: number | null) => void;
  /** Another tab, and what else stands in the bar. */
  readonly tabs: ReactNode;
  readonly onSave?: (format: 'csv' | 'xlsx') => void;
}

/** Lines as sorted and filtered when that was asked: a row stays where it is while it is edited, and new ones come last. */
function useOrder(lines: readonly GridLine[], columns: readonly PlainColumn[], sorting: Sorting | null, typed: string, onlyGaps: boolean): GridLine[] {
  const asked = JSON.stringify([sorting, typed, onlyGaps, columns.map(({ id }) => id)]);
  const [frozen, setFrozen] = useState<{ asked: string; ids: readonly number[]; seen: ReadonlySet<number> } | null>(null);
  const now = useMemo(() => {
    if (frozen?.asked === asked) return frozen;
    const key = nameKey(typed);
    const ids = (sorting ? sortLines(lines, columns, sorting) : lines).filter(({ cells }) =>
      (key === '' || cells.some((cell) => nameKey(cell).includes(key))) && (!onlyGaps || columns.some((column, at) => column.attribute && cells[at] === ''))).map(({ id }) => id);
    return { asked, ids, seen: new Set(lines.map(({ id }) => id)) };
  }, [asked, frozen, lines, columns, sorting, typed, onlyGaps]);
  if (now !== frozen) setFrozen(now);
  const byId = new Map(lines.map((line) => [line.id, line]));
  return [...now.ids.flatMap((id) => byId.get(id) ?? []), ...lines.filter(({ id }) => !now.seen.has(id))];
}

/** A grid with its bar: filter, columns, sheets. */
export function GridDesk({ label, grid, attributes, columns: plain, lines: all, placeholder, summary, open, onOpen, onActive, tabs, onSave }: DeskProps) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const commands = useCommands();
  const table = useRef<GridHandle>(null);
  const session = useSessionStore();
  const { typed, onlyGaps, sorting } = useSession((now) => now.grids[grid.of]);
  const ask = (fields: Partial<GridAsked>) => { const { grids } = session.get(); session.set({ grids: { ...grids, [grid.of]: { ...grids[grid.of], ...fields } } }); };
  const [editing, setEditing] = useState<Attribute | 'new' | null>(null);
  const filling = useFilling(grid);
  const widths = useWidths(grid.of);
  const lines = useOrder(all, plain, sorting, typed, onlyGaps);
  // What was just typed shows before the study has answered.
  const shown = filling.sent.length === 0 ? lines : lines.map((line) => {
    const mine = filling.sent.filter(({ id }) => id === line.id);
    return mine.length === 0 ? line : { ...line, cells: line.cells.map((cell, at) => mine.findLast(({ cells }) => plain[at]!.id in cells)?.cells[plain[at]!.id] ?? cell) };
  });
  const run = (id: string) => commands.find((command) => command.id === id)?.run();
  const move = (attribute: Attribute, by: -1 | 1) => {
    const at = attributes.findIndex(({ id }) => id === attribute.id);
    const before = by < 0 ? attributes[at - 1] : attributes[at + 2];
    void act(() => core.call('attribute.move', { attribute: attribute.id, before: before?.id ?? null }));
  };
  const columns = plain.map(({ attribute: _attribute, ...column }): GridColumn => ({ ...column, width: widths.of(column), ...(sorting?.column === column.id ? { sorted: sorting.down ? 'descending' : 'ascending' } : {}) }));
  const menuOf = ({ id }: GridColumn) => {
    const column = plain.find((each) => each.id === id)!;
    const { attribute } = column;
    return columnMenu(column, words, {
      sort: (wanted) => ask({ sorting: wanted }), edit: () => setEditing(attribute!), move: (by) => move(attribute!, by), first: attribute?.id === attributes[0]?.id, last: attribute?.id === attributes.at(-1)?.id,
      remove: () => void act(() => core.call('attribute.remove', { attribute: attribute!.id })),
      widen: (by) => widths.set(column, by === null ? null : withinWidths(widths.of(column) + by)), isOwnWidth: widths.isOwn(column),
    });
  };
  const columnLabel = (id: string) => plain.find((column) => column.id === id)?.label ?? '–';
  const nothing = shown.length === 0 && all.length > 0;
  return (
    <>
      <div className={styles['barBox']}><div className={styles['bar']}>
        {tabs}
        <input type="search" className={styles['find']} aria-label={say('participants.find')} placeholder={say('participants.findHint')} value={typed} onChange={(event) => ask({ typed: event.target.value })} onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') { event.stopPropagation(); ask({ typed: '' }); }
          if (event.key === 'ArrowDown' || event.key === 'Enter') { event.preventDefault(); table.current?.focus({ row: 0, column: 0 }); }
        }} />
        <label className={styles['check']}><input type="checkbox" checked={onlyGaps} onChange={(event) => ask({ onlyGaps: event.target.checked })} />{say('participants.onlyGaps')}</label>
        <span className={styles['count']} role="status">{shown.length < all.length ? say('participants.filtered', { shown: shown.length, all: all.length }) : summary}</span>
        <Button why={say('participants.addColumn')} onPress={() => setEditing('new')}><Plus size={14} strokeWidth={1.5} /><span className={styles['wordy']}>{say('participants.addColumn')}</span></Button>
        {onSave ? (
          <>
            {placeholder === undefined ? null : <Button why={say('participants.importSheet')} onPress={() => run('import.participants')}><Upload size={14} strokeWidth={1.5} /><span className={styles['wordy']}>{say('participants.importSheet')}</span></Button>}
            <Menu label={say('participants.saveSheet')} groups={[{ entries: [{ id: 'csv', label: 'CSV', run: () => onSave('csv') }, { id: 'xlsx', label: 'Excel', run: () => onSave('xlsx') }] }]}>
              <Button><Download size={14} strokeWidth={1.5} /><span className={styles['wordy']}>{say('participants.saveSheet')}</span></Button>
            </Menu>
          </>
        ) : null}
      </div></div>
      {nothing ? <p className={styles['nothing']} role="status">{onlyGaps && typed === '' ? say('participants.noGaps') : say('participants.nothingFound', { typed })}</p> : null}
      <GridTable ref={table} label={label} columns={columns} lines={shown} open={open} onOpen={(line) => onOpen(line.id)} onActive={onActive} onCell={filling.onCell} onCells={filling.onCells} onWidth={widths.set} menuOf={menuOf} onStep={(step) => run(`history.${step}`)} onLost={(why) => session.set({ notice: { said: why } })} {...(placeholder === undefined ? {} : { placeholder })} />
      {filling.asking ? <AskSheet grid={grid} asking={filling.asking} columnLabel={columnLabel} onAgree={() => { filling.agree(); table.current?.focus(); }} onCancel={() => { filling.cancel(); table.current?.focus(); }} /> : null}
      {editing ? <ColumnSheet of={grid.of} attribute={editing === 'new' ? null : editing} taken={attributes.map(({ name }) => name)} values={editing === 'new' ? [] : grid.rows.map(({ values }) => values[editing.id] ?? '')} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
