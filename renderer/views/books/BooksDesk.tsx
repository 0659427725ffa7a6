import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { BookItem } from '../../../shared/model/codebookMerge.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { plainKey } from '../code/plainKey.ts';
import desk from './desk.module.css';
import { choiceKeys, nameOf, narrow, nextOpen, sameKind, type BooksAtHand, type Narrowed } from './asked.ts';
import { BookCounts } from './BookCounts.tsx';
import { BookFiles } from './BookFiles.tsx';
import { BookList } from './BookList.tsx';
import { BookPage } from './BookPage.tsx';
import { BookTree } from './BookTree.tsx';
import { useBooks } from './useBooks.ts';

/** What is otherwise in the other codebooks, one difference at a time, and the codebook as it will be; nothing is written until the person says so. */
export function BooksDesk({ atHand }: { atHand: BooksAtHand }) {
  const { say } = useWords();
  const work = useBooks(atHand);
  const { items, open, doubtful, change } = work;
  const { compared, problem, isRunning, files } = atHand;
  const [narrowed, setNarrowed] = useState<Narrowed>({ kind: null, onlyOpen: false });
  /** Of codes that may be one, by the difference's name: the one that is looked at and not yet decided about. */
  const [looked, setLooked] = useState<Readonly<Record<string, string>>>({});
  const shown = atHand.shown ?? (items[0] ? { item: nameOf(items[0]) } : 'tree');
  const at = typeof shown === 'object' ? items.find((item) => nameOf(item) === shown.item) ?? items[0] ?? null : null;
  const listed = narrow(items, narrowed, at && nameOf(at));
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isSame = compared !== null && items.length === 0;
  // The list takes the focus where there is one.
  useEffect(() => { if (isSame && !box.current?.contains(document.activeElement)) box.current?.querySelector('main')?.focus(); }, [isSame]);

  const show = (item: BookItem | null | undefined) => { if (item) change({ shown: { item: nameOf(item) } }); };
  const meant = (item: BookItem): string => looked[nameOf(item)] ?? item.key;
  const mayChoose = (item: BookItem, choice: BookItem['choices'][number]): boolean => {
    const candidate = item.candidates.find(({ key }) => key === meant(item));
    return candidate ? choice !== 'same' || !candidate.taken : item.choices.includes(choice);
  };
  const decide = (chosen: readonly BookItem[], choice: BookItem['choices'][number] | null) => work.decide(chosen.filter((item) => choice === null || mayChoose(item, choice)).map((item) => ({ item, key: meant(item) })), choice);
  const look = (by: 1 | -1) => {
    if (!at || at.candidates.length < 2) return;
    const place = at.candidates.findIndex(({ key }) => key === meant(at));
    lookAt(at.candidates[(place + by + at.candidates.length) % at.candidates.length]!.key);
  };
  const lookAt = (key: string) => {
    if (!at) return;
    setLooked({ ...looked, [nameOf(at)]: key });
    // What was decided was about the other code.
    if (at.decision === 'same' || at.decision === 'alias') work.decide([{ item: at, key }], null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'PageDown' || event.key === 'PageUp') body.current?.scrollBy({ top: (event.key === 'PageDown' ? 0.8 : -0.8) * body.current.clientHeight });
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !at || isRunning) return;
    const target = event.target as HTMLElement;
    if (target.closest('[role=menu], [role=listbox]:not([data-differences]), [aria-haspopup]') || (target instanceof HTMLInputElement && event.key.startsWith('Arrow'))) return;
    const digit = /^(?:Digit|Numpad)([123])$/.exec(event.code)?.[1] ?? plainKey(event);
    const choice = choiceKeys(at).find(([key]) => key === digit)?.[1];
    const place = listed.indexOf(at);
    if (choice !== undefined && event.shiftKey) decide(sameKind(items, at), choice);
    else if (choice !== undefined) { if (mayChoose(at, choice)) { decide([at], choice); show(nextOpen(listed, nameOf(at))); } }
    else if (plainKey(event) === 'j' || event.key === 'ArrowDown') show(listed[place + 1]);
    else if (plainKey(event) === 'k' || event.key === 'ArrowUp') show(listed[place - 1]);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') look(event.key === 'ArrowRight' ? 1 : -1);
    else if (plainKey(event) === 'n') show(nextOpen(items, nameOf(at)));
    else if (event.key === 'Backspace' || event.key === 'Delete') decide([at], null);
    else return;
    event.preventDefault();
  };
  const undecided = items.filter(({ holds }) => holds === null);
  const isEmpty = compared !== null && compared.books.every(({ codes }) => codes === 0);
  const refused = problem && files.find(({ name }) => name === problem.values['file']);
  const state = isRunning ? say('books.running') : compared === null ? '' : items.length === 0 ? say(isEmpty ? 'books.empty' : 'books.none') : open > 0 ? say('books.left', { count: open }) : doubtful > 0 ? say('books.doubtful', { count: doubtful }) : say('books.ready');
  return (
    <div className={desk['merge']} ref={box} data-books onKeyDown={onKeyDown}>
      <nav className={desk['side']} aria-label={say('books.side')}>
        {compared ? <BookList isEmpty={isEmpty} items={items} listed={listed} narrowed={narrowed} narrow={setNarrowed} at={at} show={show} tree={{ isShown: at === null, count: compared.tree.length, show: () => change({ shown: 'tree' }) }} /> : null}
      </nav>
      <main className={desk['main']} tabIndex={-1}>
        <header className={desk['head']}>
          <h1 id="books-head">{say('books.title')}</h1>
          <p>{compared ? say('books.notYet') : problem ? null : say('books.reading')}</p>
          <BookFiles work={work} />
          {compared ? <BookCounts compared={compared} doubtful={doubtful} open={open} /> : null}
        </header>
        <div className={desk['body']} ref={body} {...(at ? {} : { role: 'region', 'aria-labelledby': 'books-head', ...scrolledByKeys })}>
          {problem ? <ProblemNote problem={problem}>{refused ? <Button onPress={() => work.drop(refused)}>{say('books.drop', { file: refused.name })}</Button> : undefined}</ProblemNote> : null}
          {compared === null ? null : at ? <BookPage key={nameOf(at)} item={at} meant={meant(at)} look={lookAt} compared={compared} place={listed.indexOf(at)} of={listed.length} others={sameKind(items, at).length - 1} mayChoose={(choice) => mayChoose(at, choice)} choose={(choice) => decide([at], choice)} chooseAll={(choice) => decide(sameKind(items, at), choice)} step={(by) => show(listed[listed.indexOf(at) + by])} /> : <BookTree compared={compared} show={(uuid) => show(items.find((item) => (item.uuid ?? item.their) === uuid))} />}
        </div>
        <footer className={desk['foot']}>
          <span aria-live="polite">{state}</span>
          {isRunning || (compared === null && problem === null) ? <progress aria-label={say(isRunning ? 'books.running' : 'books.reading')} /> : null}
          {undecided.length > 1 && !isRunning ? <><Button look="plain" onPress={() => decide(undecided, 'mine')}>{say('books.restMine')}</Button><Button look="plain" onPress={() => decide(undecided, 'theirs')}>{say('books.restTheirs')}</Button></> : null}
          <Button onPress={work.leave} isDisabled={isRunning}>{say('word.cancel')}</Button>
          <Button look="primary" isDisabled={compared === null || undecided.length > 0 || items.length === 0 || isRunning} onPress={work.run}>{say('books.run')}</Button>
        </footer>
      </main>
    </div>
  );
}
