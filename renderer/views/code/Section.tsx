import { ChevronDown, ChevronRight, Ellipsis, Plus } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu, type MenuEntry } from '../../parts/Menu.tsx';
import styles from './code.module.css';

/** A section of the left pane, which folds. */
export function Section({ title, count, add, more, kind, onKeyDown, children }: { title: string; count: ReactNode; add: readonly MenuEntry[]; more?: readonly MenuEntry[]; kind: string; onKeyDown?: (event: KeyboardEvent) => void; children: ReactNode }) {
  const [open, setOpen] = useState(true);
  const { say } = useWords();
  return (
    <section className={styles['section']} data-kind={kind} data-open={open || undefined} onKeyDown={onKeyDown}>
      <header className={styles['sectionHead']}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}<h2>{title}</h2><span className={styles['n']}>{count}</span></button>
        {more === undefined ? null : <Menu label={say('book.more')} groups={[{ entries: more }]}><Button look="icon" why={say('book.more')}><Ellipsis size={14} strokeWidth={1.5} /></Button></Menu>}
        <Menu label={title} groups={[{ entries: add }]}><Button look="icon" why={say('left.add', { what: title })}><Plus size={14} strokeWidth={1.5} /></Button></Menu>
      </header>
      {open ? children : null}
    </section>
  );
}
