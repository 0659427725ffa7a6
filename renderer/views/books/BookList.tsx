import { memo, useEffect, useRef } from 'react';
import { bookItemKinds, type BookItem } from '../../../shared/model/codebookMerge.ts';
import { parsePath, pathSeparator } from '../../../shared/model/path.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import desk from '../merge/merge.module.css';
import { groupOf, groups, isOpen, nameOf, type Narrowed } from './asked.ts';
import styles from './books.module.css';
import { sayChoice, sayKind } from './saying.ts';

interface Props {
  readonly items: readonly BookItem[];
  readonly listed: readonly BookItem[];
  readonly narrowed: Narrowed;
  readonly narrow: (next: Narrowed) => void;
  readonly at: BookItem | null;
  readonly show: (item: BookItem) => void;
  readonly tree: { readonly isShown: boolean; readonly count: number; readonly show: () => void };
}
/** Everything that is otherwise, by what it is, narrowed by kind; and the way to the codebook as it will be. */
export function BookList({ items, listed, narrowed, narrow, at, show, tree }: Props) {
  const { say, number } = useWords();
  const kinds = bookItemKinds.map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length })).filter(({ count }) => count > 0);
  const open = items.filter(isOpen).length;
  return (
    <>
      <h2>{say('books.differences')}<small>{number(items.length)}</small></h2>
      {items.length === 0 ? <p className={`${desk['calm']} ${styles['same']}`}>{say('books.none')}</p> : (
        <div className={desk['narrowing']}>
          {kinds.length < 2 ? null : <Choice wide label={say('books.kindOf')} value={narrowed.kind ?? 'all'} onChange={(kind) => narrow({ ...narrowed, kind: kind === 'all' ? null : kind })} options={[{ id: 'all' as const, label: say('books.allKinds') }, ...kinds.map(({ kind, count }) => ({ id: kind, label: say(`books.kind.${kind}`), hint: number(count) }))]} />}
          <label><input type="checkbox" checked={narrowed.onlyOpen} onChange={(event) => narrow({ ...narrowed, onlyOpen: event.target.checked })} />{say('books.onlyOpen', { open })}</label>
        </div>
      )}
      <Differences listed={listed} at={at} show={show} />
      <ul className={desk['lists']}>
        <li><button type="button" aria-current={tree.isShown ? 'true' : undefined} onClick={tree.show}><span>{say('books.tree')}</span><small>{number(tree.count)}</small></button></li>
      </ul>
    </>
  );
}

/** One stop for Tab; the desk's keys walk. */
function Differences({ listed, at, show }: Pick<Props, 'listed' | 'at' | 'show'>) {
  const { say, number } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const now = useRef(show);
  useEffect(() => { now.current = show; });
  const name = at && nameOf(at);
  useEffect(() => {
    const option = box.current?.querySelector<HTMLElement>('[aria-selected=true]');
    option?.scrollIntoView({ block: 'nearest' });
    if (box.current?.contains(document.activeElement)) option?.focus({ preventScroll: true });
  }, [name]);
  if (listed.length === 0) return null;
  const stop = name !== null && listed.some((item) => nameOf(item) === name) ? name : nameOf(listed[0]!);
  return (
    <div className={desk['options']} role="listbox" aria-label={say('books.differences')} data-differences ref={box} onClick={(event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role=option]');
      const item = listed.find((each) => nameOf(each) === option?.dataset['name']);
      if (item) { show(item); option!.focus(); }
    }}>
      {groups.map((group) => ({ group, inside: listed.filter((item) => groupOf(item) === group) })).filter(({ inside }) => inside.length > 0).map(({ group, inside }) => (
        <div key={group} role="group" aria-label={group === 'asks' ? say('books.groupAsks') : say(`books.kind.${group}`)}>
          <div className={styles['group']} aria-hidden>{group === 'asks' ? say('books.groupAsks') : say(`books.kind.${group}`)}<small>{number(inside.length)}</small></div>
          {inside.map((item) => <Difference key={nameOf(item)} item={item} isShown={nameOf(item) === name} isStop={nameOf(item) === stop} />)}
        </div>
      ))}
    </div>
  );
}

const Difference = memo(function Difference({ item, isShown, isStop }: { item: BookItem; isShown: boolean; isStop: boolean }) {
  const words = useWords();
  const { say } = words;
  // Of codes that may be one, theirs is told: ours are to be chosen from.
  const path = parsePath(item.kind === 'alike' ? item.theirs : item.about);
  const above = path.slice(0, -1).join(pathSeparator);
  const kind = item.kind === 'redefined' || item.asks ? sayKind(words, item) : '';
  return (
    <div role="option" aria-selected={isShown} tabIndex={isStop ? 0 : -1} data-name={nameOf(item)} className={desk['option']}>
      <span><b title={path.join(pathSeparator)}><Sign facet={item.facet} /> <bdi lang={languageOf(path.at(-1) ?? '') || undefined}>{path.at(-1)}</bdi></b><small title={above}>{[kind, above].filter(Boolean).join(' · ') || say(`facet.${item.facet}`)}</small></span>
      {item.decision === null ? null : <em>{sayChoice(words, item, item.decision)}</em>}
    </div>
  );
});
