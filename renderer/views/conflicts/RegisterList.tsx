import { Plus } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ConflictEntry } from '../../../shared/model/conflicts.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import styles from './conflicts.module.css';
import type { CodeNames } from './useConflicts.ts';

/** The register. One stop for Tab; arrows walk and open, with Alt they move the entry; Enter goes into it, F2 edits, Delete deletes. */
export function RegisterList({ entries, names, open, unsorted, onOpen, onEdit, onMove, onRemove, onNew, onSort }: {
  entries: readonly ConflictEntry[]; names: CodeNames; open: number | null; unsorted: number; onOpen: (id: number) => void; onEdit: (id: number) => void; onMove: (id: number, by: 1 | -1) => void; onRemove: (id: number) => void; onNew: () => void; onSort: () => void;
}) {
  const { say, number } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const reached = Math.max(0, entries.findIndex(({ id }) => id === open));
  const removed = useRef(false);
  useEffect(() => {
    const here = box.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    here?.scrollIntoView({ block: 'nearest' });
    // The keyboard goes on from the one that took the place of the deleted one.
    if (removed.current) here?.focus();
    removed.current = false;
  }, [open]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const here = entries[reached];
    if (!here) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    const next = { ArrowDown: reached + 1, ArrowUp: reached - 1, PageDown: reached + 10, PageUp: reached - 10, Home: 0, End: entries.length - 1 }[event.key];
    if (by !== undefined && event.altKey) onMove(here.id, by);
    else if (event.key === 'F2' || event.key === 'Enter') onEdit(here.id);
    else if (event.key === 'Delete') { removed.current = true; onRemove(here.id); }
    else if (next !== undefined) {
      const place = Math.max(0, Math.min(entries.length - 1, open === null ? 0 : next));
      onOpen(entries[place]!.id);
      box.current?.querySelector<HTMLElement>(`[data-index="${place}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <aside className={styles['left']} aria-label={say('conflicts.register')}>
      <header className={styles['leftHead']}><h2>{say('command.view.conflicts')}{' '}<span>{number(entries.length)}</span></h2><Button look="icon" why={say('conflicts.new')} onPress={onNew}><Plus size={15} strokeWidth={1.5} /></Button></header>
      {entries.length === 0 ? <p className={styles['hint']}>{say('conflicts.noneYet')}</p> : (
        <div ref={box} role="listbox" aria-label={say('conflicts.register')} className={styles['list']} onKeyDown={onKeyDown}>
          {entries.map((entry, index) => (
            <div key={entry.id} role="option" data-index={index} aria-selected={entry.id === open} tabIndex={index === reached ? 0 : -1} className={styles['row']} onClick={() => onOpen(entry.id)} title={`${entry.name}\n${names.pair(entry)}`}>
              <span className={styles['rowName']}><bdi>{entry.name}</bdi></span>
              <small className={styles['rowPair']}><bdi>{names.name(entry.party)}</bdi><span>{entry.direction === 'both' ? '↔' : '→'}</span><bdi>{names.name(entry.counterparty)}</bdi></small>
              <span className={styles['n']}>{number(entry.quotations)}{entry.oneSided === null ? null : <i className={styles['oneSided']} title={say('conflicts.oneSidedBy', { side: names.name(entry[entry.oneSided]) })}><span className={styles['unseen']}>{say('conflicts.oneSided')}</span></i>}</span>
            </div>
          ))}
        </div>
      )}
      {unsorted > 0 ? (
        <section className={styles['unsorted']} aria-label={say('conflicts.unsorted')}>
          <h3>{say('conflicts.unsorted')}{' '}<span>{number(unsorted)}</span></h3>
          <p>{say('conflicts.unsortedHint', { count: unsorted })}</p>
          <Button onPress={onSort}>{say('conflicts.sort', { count: unsorted })}</Button>
        </section>
      ) : null}
    </aside>
  );
}
