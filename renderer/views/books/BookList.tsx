import { useCallback, useEffect, useMemo, useRef } from 'react';
import { bookItemKinds, type BookItem } from '../../../shared/model/codebookMerge.ts';
import { parsePath, pathSeparator } from '../../../shared/model/path.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useVirtualRows } from '../../parts/useVirtualRows.ts';
import desk from './desk.module.css';
import { groupOf, groups, isOpen, nameOf, type Group, type Narrowed } from './asked.ts';
import styles from './books.module.css';
import { sayChoice, sayKind } from './saying.ts';

interface Props {
  readonly isEmpty: boolean;
  readonly items: readonly BookItem[];
  readonly listed: readonly BookItem[];
  readonly narrowed: Narrowed;
  readonly narrow: (next: Narrowed) => void;
  readonly at: BookItem | null;
  readonly show: (item: BookItem) => void;
  readonly tree: { readonly isShown: boolean; readonly count: number; readonly show: () => void };
}
/** Where each begins that stands below the others, all in pixels. */
function topsOf(sizes: readonly number[]): number[] {
  let top = 0;
  return sizes.map((size) => { const here = top; top += size; return here; });
}
/** Everything that is otherwise, by what it is, narrowed by kind; and the way to the codebook as it will be. */
export function BookList({ isEmpty, items, listed, narrowed, narrow, at, show, tree }: Props) {
  const { say, number } = useWords();
  const kinds = bookItemKinds.map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length })).filter(({ count }) => count > 0);
  const open = items.filter(isOpen).length;
  return (
    <>
      <h2>{say('books.differences')}<small>{number(items.length)}</small></h2>
      {items.length === 0 ? <p className={`${desk['calm']} ${styles['same']}`}>{say(isEmpty ? 'books.empty' : 'books.none')}</p> : (
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

type Line = { readonly group: Group; readonly count: number } | { readonly item: BookItem; readonly place: number };
/** Heights, px. */
const [row, head] = [44, 26];
/** One stop for Tab; the desk's keys walk. Of many only those in sight are there. */
function Differences({ listed, at, show }: Pick<Props, 'listed' | 'at' | 'show'>) {
  const { say, number } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const name = at && nameOf(at);
  const lines = useMemo((): readonly Line[] => groups.flatMap((group): Line[] => {
    const inside = listed.flatMap((item, place) => (groupOf(item) === group ? [{ item, place }] : []));
    return inside.length === 0 ? [] : [{ group, count: inside.length }, ...inside];
  }), [listed]);
  const found = lines.findIndex((line) => 'item' in line && nameOf(line.item) === name);
  const stop = found < 0 ? 1 : found;
  const sizeOf = useCallback((index: number) => ('group' in lines[index]! ? head : row), [lines]);
  const tops = useMemo(() => topsOf(lines.map((_, index) => sizeOf(index))), [lines, sizeOf]);
  const { indexes, height, show: scrollTo } = useVirtualRows({ box, count: lines.length, sizeOf, ahead: 8, kept: stop });
  useEffect(() => { scrollTo(stop === 1 ? 0 : stop); }, [scrollTo, stop]);
  useEffect(() => {
    const option = box.current?.querySelector<HTMLElement>('[aria-selected=true]');
    const desk = box.current?.closest('[data-books]');
    // The keys work at once, without a click.
    if (option && (box.current?.contains(document.activeElement) || (!hasFocus.current && !desk?.contains(document.activeElement)))) option.focus({ preventScroll: true });
    if (option) hasFocus.current = true;
  }, [name, indexes]);
  if (listed.length === 0) return null;
  return (
    <div className={desk['options']} ref={box}>
      <div role="listbox" aria-label={say('books.differences')} data-differences style={{ height, position: 'relative' }}>
        {indexes.map((index) => {
          const line = lines[index]!;
          if ('group' in line) return <div key={line.group} className={styles['group']} style={{ top: tops[index] }} aria-hidden>{line.group === 'asks' ? say('books.groupAsks') : say(`books.kind.${line.group}`)}<small>{number(line.count)}</small></div>;
          const isShown = nameOf(line.item) === name;
          return <Difference key={nameOf(line.item)} item={line.item} isShown={isShown} isStop={index === stop} top={tops[index]!} place={line.place} of={listed.length} show={show} />;
        })}
      </div>
    </div>
  );
}

interface OptionProps { readonly item: BookItem; readonly isShown: boolean; readonly isStop: boolean; readonly top: number; readonly place: number; readonly of: number; readonly show: (item: BookItem) => void }
function Difference({ item, isShown, isStop, top, place, of, show }: OptionProps) {
  const words = useWords();
  const { say } = words;
  // Of codes that may be one, theirs is told: ours are to be chosen from.
  const path = parsePath(item.kind === 'alike' ? item.theirs : item.about);
  const above = path.slice(0, -1).join(pathSeparator);
  const kind = item.kind === 'redefined' || item.asks ? sayKind(words, item) : '';
  return (
    <div role="option" aria-selected={isShown} aria-setsize={of} aria-posinset={place + 1} tabIndex={isStop ? 0 : -1} className={`${desk['option']} ${styles['option']}`} style={{ top }} onClick={(event) => { show(item); event.currentTarget.focus(); }} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); show(item); } }}>
      <span><b title={path.join(pathSeparator)}><Sign facet={item.facet} /> <bdi lang={languageOf(path.at(-1) ?? '') || undefined}>{path.at(-1)}</bdi></b><small title={above}>{[kind, above].filter(Boolean).join(' · ') || say(`facet.${item.facet}`)}</small></span>
      {item.decision === null ? null : <em>{sayChoice(words, item, item.decision)}</em>}
    </div>
  );
}
