import { useEffect, useRef } from 'react';
import { mergeConflictKinds } from '../../../shared/model/merge.ts';
import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { useVirtualRows } from '../../parts/useVirtualRows.ts';
import styles from './merge.module.css';
import { narrowings, totals, type Conflict, type Narrowed, type Shown } from './merging.ts';
import { sayWhat } from './saying.ts';
import type { Merge } from './useMerging.ts';

/** Everything that has to be decided, narrowed by kind, document and coder, and the ways to what comes in and what stays out. */
export function ConflictList({ work, listed, narrowed, narrow, shown }: { work: Merge; listed: readonly Conflict[]; narrowed: Narrowed; narrow: (next: Narrowed) => void; shown: Shown }) {
  const { say, number } = useWords();
  const { conflicts, open, change, merging: { preview } } = work;
  const { added, changed, removed } = totals(preview!.counts);
  const matched = preview!.matches.found.length;
  const lists = [['coming', added + changed + removed], ...(matched > 0 ? [['matches', matched] as const] : []), ['lost', preview!.lost.length]] as const;
  return (
    <>
      <h2>{say('studyMerge.count.toDecide')}<small>{number(conflicts.length)}</small></h2>
      {conflicts.length === 0 ? <p className={styles['calm']}>{say('studyMerge.noneToDecide')}</p> : (
        <div className={styles['narrowing']}>
          <Narrowing conflicts={conflicts} narrowed={narrowed} narrow={narrow} />
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

/** By what the list can be narrowed: only where there is more than one. */
function Narrowing({ conflicts, narrowed, narrow }: { conflicts: readonly Conflict[]; narrowed: Narrowed; narrow: (next: Narrowed) => void }) {
  const { say, number } = useWords();
  const kinds = mergeConflictKinds.map((kind) => ({ kind, count: conflicts.filter((each) => each.kind === kind).length })).filter(({ count }) => count > 0);
  const more = narrowings(conflicts);
  return (
    <>
      {kinds.length < 2 ? null : <Choice wide label={say('studyMerge.kindOf')} value={narrowed.kind ?? 'all'} onChange={(kind) => narrow({ ...narrowed, kind: kind === 'all' ? null : kind })} options={[{ id: 'all' as const, label: say('studyMerge.allKinds') }, ...kinds.map(({ kind, count }) => ({ id: kind, label: say(`studyMerge.kind.${kind}`), hint: number(count) }))]} />}
      {(['document', 'coder'] as const).map((by) => (more[by].length < 2 ? null : (
        <Choice key={by} wide label={say(`studyMerge.narrowBy.${by}`)} value={narrowed[by] ?? ' '} onChange={(chosen) => narrow({ ...narrowed, [by]: chosen === ' ' ? null : chosen })} options={[{ id: ' ', label: say(`studyMerge.narrowAll.${by}`) }, ...more[by].map(({ id, count }) => ({ id, label: id, hint: number(count) }))]} />
      )))}
    </>
  );
}

/** Height of an option, px. */
const row = 44;
const sizeOf = () => row;
/** One stop for Tab; the desk's keys walk. Of many only those in sight are there. */
function Options({ conflicts, at, show }: { conflicts: readonly Conflict[]; at: string | null; show: (key: string) => void }) {
  const words = useWords();
  const { say } = words;
  const box = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const stop = Math.max(0, conflicts.findIndex(({ key }) => key === at));
  const { indexes, height, show: scrollTo } = useVirtualRows({ box, count: conflicts.length, sizeOf, ahead: 8, kept: stop });
  useEffect(() => { scrollTo(stop); }, [scrollTo, stop]);
  useEffect(() => {
    const option = box.current?.querySelector<HTMLElement>('[aria-selected=true]');
    const desk = box.current?.closest('[data-merge]');
    // The keys work at once, without a click.
    if (option && (box.current?.contains(document.activeElement) || (!hasFocus.current && !desk?.contains(document.activeElement)))) option.focus({ preventScroll: true });
    if (option) hasFocus.current = true;
  }, [at, indexes]);
  if (conflicts.length === 0) return null;
  return (
    <div className={styles['options']} ref={box}>
      <div role="listbox" aria-label={say('studyMerge.count.toDecide')} data-conflicts style={{ height, position: 'relative' }}>
        {indexes.map((index) => {
          const conflict = conflicts[index]!;
          return (
            <div key={conflict.key} role="option" aria-selected={conflict.key === at} aria-setsize={conflicts.length} aria-posinset={index + 1} tabIndex={index === stop ? 0 : -1} className={styles['option']} style={{ top: index * row }} onClick={(event) => { show(conflict.key); event.currentTarget.focus(); }} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); show(conflict.key); } }}>
              <span><b title={conflict.about}><bdi>{conflict.about}</bdi></b><small>{sayWhat(words, conflict)}</small></span>
              {conflict.decision === null ? null : <em>{say(`studyMerge.decided.${conflict.decision}`)}</em>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
