import { useState } from 'react';
import type { ProblemCode } from '../../shared/model/problem.ts';
import type { SharedFile, SharedState } from '../../shared/model/sharing.ts';
import { useAct } from '../core/act.ts';
import { useCore, useDesk } from '../core/context.tsx';
import { useShared } from '../core/useShared.ts';
import { useWords } from '../core/words.tsx';
import { Button } from '../parts/Button.tsx';
import { Entry } from '../parts/Entry.tsx';
import { ProblemNote } from '../parts/Problem.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useSessionStore } from '../session.ts';
import { decideWith } from '../views/merge/merging.ts';
import styles from './frame.module.css';
import { Met } from './Met.tsx';
import { sayWhose, stemOf } from './sharedSign.ts';

/** Working at the same time: where, with whom, what waits; or the way to begin. */
export function Together({ close }: { close: () => void }) {
  const { say } = useWords();
  const state = useShared();
  if (state === undefined) return null;
  return <Sheet title={say('shared.title')} onClose={close}>{state === null ? <Begin close={close} /> : <Standing state={state} close={close} />}</Sheet>;
}

function Begin({ close }: { close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const [folder, setFolder] = useState('');
  const start = (where: { folder: string } | { handle: string }) => act(async () => {
    await core.flushing.all();
    await core.desk('shared.start', where);
    close();
  });
  const choose = () => act(async () => {
    const chosen = await core.bridge.pickFolder();
    if (chosen) await start({ handle: chosen.handle });
  });
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (folder.trim() !== '') void start({ folder: folder.trim() }); }}>
      <p>{say('shared.startHint')}</p>
      {core.bridge.shell === 'desktop' ? null : <Entry label={say('shared.startFolder')} value={folder} onChange={setFolder} />}
      <Met />
      <div className={styles['ends']}>
        <Button onPress={close}>{say('word.cancel')}</Button>
        {core.bridge.shell === 'desktop' ? <Button look="primary" onPress={() => void choose()}>{say('shared.choose')}</Button> : <Button look="primary" type="submit" isDisabled={folder.trim() === ''}>{say('shared.start')}</Button>}
      </div>
    </form>
  );
}

function Standing({ state, close }: { state: SharedState; close: () => void }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const desk = useDesk();
  const { by, folder, own, at, alone, files, missing, takenBack, unwritten, running } = state;
  const bring = () => void act(async () => { await core.flushing.all(); await core.desk('shared.bring', {}); });
  const stop = () => void act(async () => { await core.flushing.all(); await core.desk('shared.stop', {}); close(); });
  const isHere = desk?.study !== null && desk?.study !== undefined && by === null;
  return (
    <div className={styles['form']}>
      <p>{say(alone ? 'shared.howPackage' : 'shared.how')}</p>
      <dl className={styles['place']}>
        <dt>{say('shared.folder')}</dt><dd><bdi title={folder}>{folder}</bdi>{by === null ? null : <small>{say(`shared.by.${by}`)}</small>}</dd>
        <dt>{say('shared.yours')}</dt><dd>{own === null ? say('shared.noneYet') : <bdi>{own}</bdi>}</dd>
        <dt>{say('shared.last')}</dt><dd>{at === null ? say('shared.never') : words.moment(at)}</dd>
      </dl>
      {missing ? <p className={styles['asks']}>{say('shared.missing')}</p> : null}
      {takenBack === null ? null : <p className={styles['asks']}>{say('shared.takenBack', { whose: stemOf(takenBack) })}</p>}
      {unwritten === null ? null : <div className={styles['asks']}>{say('shared.unwritten')}<ProblemNote problem={unwritten} /></div>}
      {files.length === 0 ? (alone ? null : <p>{say('shared.nobody')}</p>) : <ul className={styles['people']} aria-label={say('shared.title')}>{files.map((file) => <Other key={file.file} file={file} isPaused={takenBack !== null} close={close} />)}</ul>}
      <Met />
      <div className={styles['ends']}>
        <Button look="plain" why={say(isHere ? 'shared.aloneHere' : 'shared.aloneHint', { folder: desk?.folder ?? '' })} aria-label={say('shared.alone')} onPress={stop}>{say('shared.alone')}</Button>
        <span className={styles['grow']} />
        <Button onPress={close}>{say('word.close')}</Button>
        <Button look="primary" isDisabled={running} onPress={bring}>{say('shared.bring')}</Button>
      </div>
    </div>
  );
}

/** Problems whose way out is another than to wait until the file is whole. */
const hasOwnWay: ReadonlySet<ProblemCode> = new Set(['not-here-yet', 'newer-study', 'too-big', 'program-fault']);

function Other({ file, isPaused, close }: { file: SharedFile; isPaused: boolean; close: () => void }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const { became, codings, undecided, problem, copyOf, at } = file;
  const said = problem ? `${words.problem(problem).what}${words.language === 'zh' ? '' : ' '}${hasOwnWay.has(problem.problem) ? words.problem(problem).way : say('shared.leftAlone')}` : isPaused && became !== 'other' ? say('shared.became.paused') : became === 'merged' ? (codings === 0 ? say('shared.became.brought') : say('shared.became.merged', { count: codings })) : became === 'waits' ? say('shared.became.waits', { count: undecided }) : say(`shared.became.${became as 'same' | 'other'}`);
  return (
    <li>
      <div><b><bdi>{sayWhose(words, file)}</bdi></b>{at === null ? null : <time>{say('shared.written', { at: words.moment(at) })}</time>}</div>
      <p>{said}{copyOf === null ? null : ` ${say('shared.copyOf', { file: copyOf })}`}</p>
      {became === 'waits' && !isPaused ? <Button onPress={() => void act(async () => { await decideWith(core, session, file.file); close(); })}>{say('shared.decide')}</Button> : null}
    </li>
  );
}
