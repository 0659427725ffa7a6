import { useEffect, useRef } from 'react';
import { mergeConflictKinds } from '../../../shared/model/merge.ts';
import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import styles from './merge.module.css';
import { totals, type Conflict, type Narrowed, type Shown } from './merging.ts';
import { sayWhat } from './saying.ts';
import type { Merge } from './useMerging.ts';

/** Everything that has to be decided, narrowed by kind, and the ways to what comes in and what stays out. */
export function ConflictList({ work, listed, narrowed, narrow, shown }: { work: Merge; listed: readonly Conflict[]; narrowed: Narrowed; narrow: (next: Narrowed) => void; shown: Shown }) {
  const { say, number } = useWords();
  const { conflicts, open, change, merging: { preview } } = work;
  const kinds = mergeConflictKinds.map((kind) => ({ kind, count: conflicts.filter((each) => each.kind === kind).length })).filter(({ count }) => count > 0);
  const { added, changed, removed } = totals(preview!.counts);
  const matched = preview!.matches.found.length;
  const lists = [['coming', added + changed + removed], ...(matched > 0 ? [['matches', matched] as const] : []), ['lost', preview!.lost.length]] as const;
  return (
    <>
      <h2>{say('studyMerge.count.toDecide')}<small>{number(conflicts.length)}</small></h2>
      {conflicts.length === 0 ? <p className={styles['calm']}>{say('studyMerge.noneToDecide')}</p> : (
        <div className={styles['narrowing']}>
          {kinds.length < 2 ? null : <Choice wide label={say('studyMerge.kindOf')} value={narrowed.kind ?? 'all'} onChange={(kind) => narrow({ ...narrowed, kind: kind === 'all' ? null : kind })} options={[{ id: 'all' as const, label: say('studyMerge.allKinds') }, ...kinds.map(({ kind, count }) => ({ id: kind, label: say(`studyMerge.kind.${kind}`), hint: number(count) }))]} />}
          <label><input type="checkbox" checked={narrowed.onlyOpen} onChange={(event) => narrow({ ...narrowed, onlyOpen: event.target.checked })} />{say('studyMerge.onlyOpen', { open })}</label>
        </div>
      )}
      <Options conflicts={listed} at={typeof shown === 'object' ? shown.conflict : null} show={(conflict) => change({ shown: { conflict } })} />
      <ul className={styles['lists']}>
        {lists.map(([id, count]) => <li key={id}><button type="button" aria-current={shown === id ? 'true' : undefined} onClick={() => change({ shown: id })}><span>{say(id === 'coming' ? 'studyMerge.coming' : id === 'matches' ? 'studyMerge.matches' : 'studyMerge.leftOut')}</span><small>{number(count)}</small></button></li>)}
      </ul>
    </>
  );
}

/** One stop for Tab; the desk's keys walk. */
function Options({ conflicts, at, show }: { conflicts: readonly Conflict[]; at: string | null; show: (key: string) => void }) {
  const words = useWords();
  const { say } = words;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const option = box.current?.querySelector<HTMLElement>('[aria-selected=true]');
    option?.scrollIntoView({ block: 'nearest' });
    if (box.current?.contains(document.activeElement)) option?.focus({ preventScroll: true });
  }, [at]);
  if (conflicts.length === 0) return null;
  const stop = conflicts.some(({ key }) => key === at) ? at : conflicts[0]!.key;
  return (
    <div className={styles['options']} role="listbox" aria-label={say('studyMerge.count.toDecide')} data-conflicts ref={box}>
      {conflicts.map((conflict) => (
        <div key={conflict.key} role="option" aria-selected={conflict.key === at} tabIndex={conflict.key === stop ? 0 : -1} className={styles['option']} onClick={(event) => { show(conflict.key); event.currentTarget.focus(); }} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); show(conflict.key); } }}>
          <span><b title={conflict.about}><bdi>{conflict.about}</bdi></b><small>{sayWhat(words, conflict)}</small></span>
          {conflict.decision === null ? null : <em>{say(`studyMerge.decided.${conflict.decision}`)}</em>}
        </div>
      ))}
    </div>
  );
}
