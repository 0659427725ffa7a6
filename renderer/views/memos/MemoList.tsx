import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Subject } from '../../../shared/model/schema.ts';
import { languageOf } from '../../../shared/model/text.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import type { MemoOrder } from './asked.ts';
import styles from './memos.module.css';
import { SubjectSign } from './SubjectSign.tsx';

export type Summary = Outcome<'memo.find'>['memos'][number];
/** What a kind of subject is called in the plural. */
export const kindWord = (about: Subject) => `memos.kinds.${about}` as const;

/** Memos under their days, kinds or authors. One stop for Tab; arrows walk and open, Enter goes into the text, Delete deletes. */
export function MemoList({ memos, order, open, onOpen, onWrite, onRemove }: { memos: readonly Summary[]; order: MemoOrder; open: number | null; onOpen: (memo: Summary) => void; onWrite: () => void; onRemove: (memo: number) => void }) {
  const { say, date } = useWords();
  const groupOf = (memo: Summary): string => ({ newest: date(memo.created), changed: date(memo.changed), subject: say(kindWord(memo.about)), author: memo.author || say('memos.nobody') }[order]);
  const groups = [...Map.groupBy(memos.map((memo, index) => ({ memo, index })), ({ memo }) => groupOf(memo))];
  const reached = Math.max(0, memos.findIndex(({ id }) => id === open));
  const box = useRef<HTMLDivElement>(null);
  // A memo that is opened from elsewhere, or written just now, is seen in the list too.
  useEffect(() => { box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [open]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = { ArrowDown: reached + 1, ArrowUp: reached - 1, PageDown: reached + 10, PageUp: reached - 10, Home: 0, End: memos.length - 1 }[event.key];
    const memo = memos[reached];
    if (event.key === 'Enter' && memo) { onOpen(memo); onWrite(); } else if (event.key === 'Delete' && memo) onRemove(memo.id);
    else if (next !== undefined && memos.length > 0) {
      const place = Math.max(0, Math.min(memos.length - 1, open === null ? 0 : next));
      onOpen(memos[place]!);
      event.currentTarget.querySelector<HTMLElement>(`[data-index="${place}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div ref={box} role="listbox" aria-label={say('command.view.memos')} className={styles['list']} onKeyDown={onKeyDown}>
      {groups.map(([name, inside]) => (
        <div key={name} role="group" aria-label={name} className={styles['group']}>
          <div role="presentation" className={styles['groupHead']}><bdi>{name}</bdi></div>
          {inside.map(({ memo, index }) => (
            <div key={memo.id} role="option" aria-selected={memo.id === open} data-index={index} tabIndex={index === reached ? 0 : -1} className={styles['row']} onClick={() => onOpen(memo)}>
              <span className={styles['rowSubject']}><SubjectSign subject={memo.subject} /><bdi>{memo.about === 'project' ? say('memos.journalEntry') : memo.about === 'passages' ? memo.subject.detail : memo.subject.label}</bdi>{memo.links > 0 ? <small>{say('memos.linkCount', { count: memo.links })}</small> : null}</span>
              <b lang={languageOf(memo.heading) || undefined}><bdi>{memo.heading || say('memos.untitled')}</bdi></b>
              {memo.excerpt === '' ? null : <span className={styles['excerpt']} lang={languageOf(memo.excerpt) || undefined}>{memo.excerpt}</span>}
              <small className={styles['rowBy']}><bdi>{memo.author}</bdi></small>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
