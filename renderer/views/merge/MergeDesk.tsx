import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { HandedFile } from '../../../shared/model/bridge.ts';
import type { ProblemRecord } from '../../../shared/model/problem.ts';
import { isProjectName } from '../../../shared/model/projectFiles.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { useSessionStore } from '../../session.ts';
import { plainKey } from '../code/plainKey.ts';
import { waiting } from '../import/importing.ts';
import { Coming } from './Coming.tsx';
import { Counts } from './Counts.tsx';
import { ConflictList } from './ConflictList.tsx';
import { ConflictPage } from './ConflictPage.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Matches } from './Matches.tsx';
import styles from './merge.module.css';
import { choiceKeys, chooseOther, narrow, nextOpen, notNarrowed, takeIn, together, totals, type Merging, type Narrowed, type Preview, type Scope } from './merging.ts';
import { Returning } from './Returning.tsx';
import { useMerging } from './useMerging.ts';

/** What merging the other study would bring, and what has to be decided; nothing is written until the person says so. */
export function MergeDesk({ merging }: { merging: Merging }) {
  const words = useWords();
  const { say } = words;
  const work = useMerging(merging);
  const { conflicts, open, change } = work;
  const { preview, problem, progress, file } = merging;
  const [narrowed, setNarrowed] = useState<Narrowed>(notNarrowed);
  const [scope, setScope] = useState<Scope>('kind');
  const shown = merging.shown ?? (preview?.relation === 'apart' && preview.matches.found.length > 0 && open === conflicts.length ? 'matches' : conflicts[0] ? { conflict: conflicts[0].key } : 'coming');
  const at = typeof shown === 'object' ? conflicts.find(({ key }) => key === shown.conflict) ?? null : null;
  const listed = narrow(conflicts, narrowed, at?.key ?? null);
  const desk = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isRead = preview !== null;
  const isDecided = isRead && conflicts.length === 0;
  useEffect(() => { if (isDecided && !desk.current?.contains(document.activeElement)) desk.current?.querySelector('main')?.focus(); }, [isDecided]);
  // A button that is gone with what it did leaves the keys to the list.
  useEffect(() => { if (document.activeElement === document.body) desk.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus(); }, [open, merging.past.length]);
  const show = (key: string | undefined) => { if (key !== undefined) change({ shown: { conflict: key } }); };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'PageDown' || event.key === 'PageUp') body.current?.scrollBy({ top: (event.key === 'PageDown' ? 0.8 : -0.8) * body.current.clientHeight });
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !at) return;
    const target = event.target as HTMLElement;
    const digit = /^(?:Digit|Numpad)([123])$/.exec(event.code)?.[1] ?? plainKey(event);
    if (target.closest('[role=menu], [role=listbox]:not([data-conflicts])') || (target.closest('[aria-haspopup]') && !isForMany(event)) || (target instanceof HTMLInputElement && event.key.startsWith('Arrow'))) return;
    const choice = choiceKeys.find(([key]) => key === digit)?.[1];
    const place = listed.findIndex(({ key }) => key === at.key);
    if (choice !== undefined && event.shiftKey) work.decide(takeIn(together(conflicts, at, scope), choice), choice);
    else if (choice !== undefined) { if (at.choices.includes(choice)) { work.decide([at.key], choice); show(nextOpen(listed, at.key)?.key); } }
    else if (plainKey(event) === 'j' || event.key === 'ArrowDown') show(listed[place + 1]?.key);
    else if (plainKey(event) === 'k' || event.key === 'ArrowUp') show(listed[place - 1]?.key);
    else if (plainKey(event) === 'n') show(nextOpen(conflicts, at.key)?.key);
    else if (event.key === 'Backspace' || event.key === 'Delete') work.decide([at.key], null);
    else if (plainKey(event) === 'u') work.stepBack();
    else return;
    event.preventDefault();
  };
  const { added, changed, removed } = totals(preview?.counts ?? []);
  const isNothing = isRead && added + changed + removed + conflicts.length === 0;
  const nothing = isNothing ? say(preview.state === 'same' ? 'studyMerge.same' : preview.state === 'earlier' ? 'studyMerge.older' : 'studyMerge.allHere') : null;
  const state = progress ? say('studyMerge.running') : preview === null ? (problem ? '' : say('studyMerge.reading')) : nothing !== null ? nothing : open > 0 ? say('studyMerge.left', { count: open, of: conflicts.length }) : !work.isReckoned ? say('studyMerge.reckoning') : say('studyMerge.will', { added, changed, removed });
  // Whoever decides is not disturbed by what is reckoned meanwhile.
  const bar = progress ? { label: say('studyMerge.running'), of: progress } : problem ? null : preview === null ? { label: say('studyMerge.reading'), of: merging.reading } : open === 0 && !isNothing && !work.isReckoned ? { label: say('studyMerge.reckoning'), of: merging.reading } : null;
  return (
    <div className={styles['merge']} data-merge ref={desk} onKeyDown={onKeyDown} onKeyDownCapture={(event) => { if (isForMany(event) && (event.target as HTMLElement).closest('[aria-haspopup]')) onKeyDown(event); }}>
      <nav className={styles['side']} aria-label={say('studyMerge.side')}>
        {preview ? <ConflictList work={work} listed={listed} narrowed={narrowed} narrow={setNarrowed} shown={shown} /> : null}
      </nav>
      <main className={styles['main']} tabIndex={-1}>
        <header className={styles['head']}>
          <h1 id="merge-head">{say('studyMerge.title', { file: file.name })}</h1>
          <p>{preview ? say('studyMerge.notYet', { ground: sayGround(words, preview) }) : problem ? null : say('studyMerge.reading')}</p>
          {preview?.package?.isOurs ? <Returning of={preview.package} /> : null}
          {preview ? <Counts preview={preview} decided={conflicts.length - open} open={open} /> : null}
        </header>
        <div className={styles['body']} ref={body} {...(at ? {} : { role: 'region', 'aria-labelledby': 'merge-head', ...scrolledByKeys })}>
          {problem ? <ProblemNote problem={problem}><WaysOut problem={problem} file={file} /></ProblemNote> : null}
          {preview && isStrange(preview) ? <p className={styles['changed']} role="status"><span>{say('studyMerge.nothingShared', { from: preview.from })}</span><ChooseOther /></p> : null}
          {merging.hasChanged && preview ? <p className={styles['changed']} role="status">{say('studyMerge.hasChanged', { file: file.name })} <Button look="plain" onPress={() => change({ hasChanged: false })}>{say('word.close')}</Button></p> : null}
          {preview === null ? null : at ? <ConflictPage key={at.key} work={work} conflict={at} place={conflicts.indexOf(at)} scope={scope} setScope={setScope} later={() => show(nextOpen(conflicts, at.key)?.key)} step={(by) => show(listed[listed.indexOf(at) + by]?.key)} /> : shown === 'lost' ? <LeftOut lost={preview.lost} /> : shown === 'matches' ? <Matches work={work} matches={preview.matches} /> : nothing !== null ? <section className={styles['page']}><p className={styles['none']}>{nothing}</p><p className={styles['ends']}><ChooseOther /></p></section> : <Coming preview={preview} />}
        </div>
        <footer className={styles['foot']}>
          <span aria-live="polite">{state}</span>
          {bar === null ? null : <progress aria-label={bar.label} {...(bar.of && bar.of.done > 0 ? { value: bar.of.done, max: bar.of.total } : {})} />}
          <Button onPress={progress ? work.stop : work.leave}>{say('word.cancel')}</Button>
          <Button look="primary" isDisabled={preview === null || open > 0 || isNothing || progress !== null || !work.isReckoned} onPress={work.run}>{say('studyMerge.run')}</Button>
        </footer>
      </main>
    </div>
  );
}
/** A choice keeps keys to itself; Shift and a digit decide for many from there too. */
const isForMany = ({ shiftKey, code }: KeyboardEvent): boolean => shiftKey && /^(?:Digit|Numpad)[123]$/.test(code);
/** What is no study may be another program's project or a transcript: it is imported. */
function WaysOut({ problem, file }: { problem: ProblemRecord; file: HandedFile }) {
  const { say } = useWords();
  const session = useSessionStore();
  const kind = isProjectName(file.name) ? 'project' : /\.(?:docx|txt|md|vtt|srt)$/i.test(file.name) ? 'transcripts' : null;
  return (
    <>
      {problem.problem === 'not-a-study' && kind !== null ? <Button look="primary" onPress={() => session.set({ merging: null, importing: waiting(kind, [file], session.get().importing), view: 'import' })}>{say('studyMerge.importInstead')}</Button> : null}
      <ChooseOther />
    </>
  );
}
function ChooseOther() {
  const { say } = useWords();
  const [core, session, act] = [useCore(), useSessionStore(), useAct()];
  return <Button onPress={() => void act(() => chooseOther(core, session))}>{say('studyMerge.chooseOther')}</Button>;
}
/** Nothing of theirs was known here: before anything else it is asked whether that was meant. */
const isStrange = ({ relation, matches }: Preview): boolean => relation === 'apart' && matches.found.every(({ table, ours }) => table === 'coders' || ours === null);
const sayGround = ({ say, moment }: ReturnType<typeof useWords>, { relation, last, package: handed }: Preview): string => (handed ? `${say(handed.isOurs ? 'studyMerge.packageOurs' : 'studyMerge.packageOther', { coder: handed.coder })} ` : '') + (relation === 'apart' ? say('studyMerge.apartLong') : last ? say('studyMerge.agreed', { when: moment(last.at) }) : say('studyMerge.copiesFromStart'));
