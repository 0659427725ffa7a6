import { useCallback, useEffect } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSessionStore } from '../../session.ts';
import { LayerChoice } from '../agreement/LayerChoice.tsx';
import { LayerProvider, useSeenCoder } from '../code/coders.ts';
import { unusedName } from '../code/unusedName.ts';
import type { OpenConflict } from './asked.ts';
import { CellPane } from './CellPane.tsx';
import { ConflictPane } from './ConflictPane.tsx';
import styles from './conflicts.module.css';
import { Desk } from './Desk.tsx';
import { RegisterList } from './RegisterList.tsx';
import { SortPane } from './SortPane.tsx';
import { useCodeNames, useConflictsAsked } from './useConflicts.ts';
import { useMatrix } from './useMatrix.ts';

/** The conflict register, who is in conflict with whom, and what each side says to it. */
export function ConflictsView() {
  return <LayerProvider><Register /></LayerProvider>;
}
function Register() {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const seen = useSeenCoder();
  const names = useCodeNames();
  const [asked, set] = useConflictsAsked();
  const entries = useLive('conflict.list', seen, true);
  const unsorted = useLive('conflict.unsorted', seen, true);
  const table = useMatrix(asked);
  const open = useCallback((next: OpenConflict | null) => set({ open: next }), [set]);
  const close = useCallback(() => {
    document.querySelector<HTMLElement>(`.${styles['matrix']!} td[data-here] button, .${styles['list']!} [tabindex="0"]`)?.focus();
    open(null);
  }, [open]);
  const isOpen = asked.open !== null;
  const editing = asked.open?.kind === 'entry' && asked.open.editing ? asked.open.id : null;
  useEffect(() => {
    if (!isOpen) return undefined;
    const listen = (event: KeyboardEvent) => { if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (editing !== null) { open({ kind: 'entry', id: editing, editing: false }); document.querySelector<HTMLElement>(`.${styles['list']!} [tabindex="0"]`)?.focus(); } else close();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isOpen, editing, open, close]);
  if (!entries || !unsorted) return null;
  const create = () => void act(async () => {
    const { conflict } = await core.call('conflict.create', { name: unusedName(say('conflicts.newName'), entries.map(({ name }) => name)) });
    open({ kind: 'entry', id: conflict, editing: true });
  });
  if (entries.length === 0 && unsorted.passages === 0 && asked.open === null) {
    return (
      <main className={styles['main']}>
        <div className={styles['empty']}><h1>{say('conflicts.emptyTitle')}</h1><p>{say('conflicts.emptyText')}</p><Button look="primary" onPress={() => session.set({ view: 'code' })}>{say('tables.goCoding')}</Button><Button look="plain" onPress={create}>{say('conflicts.byHand')}</Button><LayerChoice /></div>
      </main>
    );
  }
  const entry = asked.open?.kind === 'entry' ? asked.open : null;
  const move = (id: number, by: 1 | -1) => {
    const place = entries.findIndex((each) => each.id === id);
    const before = by < 0 ? entries[place - 1] : entries[place + 2];
    if (by < 0 ? place > 0 : place < entries.length - 1) void act(() => core.call('conflict.move', { conflict: id, before: before?.id ?? null }));
  };
  const remove = (id: number) => void act(async () => {
    const place = entries.findIndex((each) => each.id === id);
    const next = entries[place + 1] ?? entries[place - 1];
    await core.call('conflict.remove', { conflicts: [id] });
    if (entry?.id === id) open(next ? { kind: 'entry', id: next.id, editing: false } : null);
  });
  const read = (id: number) => open({ kind: 'entry', id, editing: false });
  return (
    <div className={styles['conflicts']} data-right={isOpen || undefined}>
      <RegisterList entries={entries} names={names} open={entry?.id ?? null} unsorted={unsorted.passages} onOpen={read} onEdit={(id) => open({ kind: 'entry', id, editing: true })} onMove={move} onRemove={remove} onNew={create} onSort={() => open({ kind: 'sort' })} />
      <Desk asked={asked} set={set} entries={entries} names={names} table={table} onCell={(cell) => open({ kind: 'cell', ...cell })} onEntry={read} />
      {isOpen ? (
        <aside className={styles['right']} aria-label={say('code.rightPane')}>
          {entry ? <ConflictPane key={entry.id} conflict={entry.id} editing={entry.editing} entries={entries} names={names} onEditing={(editing) => open({ ...entry, editing })} onClose={close} onGone={(next) => open(next === null ? null : { kind: 'entry', id: next, editing: false })} /> : null}
          {asked.open?.kind === 'cell' && table.matrix ? <CellPane matrix={table.comparison?.sides.find(({ key }) => asked.open?.kind === 'cell' && key === asked.open.side)?.matrix ?? table.matrix} input={table.facing} cell={asked.open} onClose={close} /> : null}
          {asked.open?.kind === 'sort' ? <SortPane entries={entries} names={names} onClose={close} onSorted={(first) => open(first === null ? null : { kind: 'entry', id: first, editing: false })} /> : null}
        </aside>
      ) : null}
    </div>
  );
}
