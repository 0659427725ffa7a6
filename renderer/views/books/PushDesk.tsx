import { Check, Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { HandedFile } from '../../../shared/model/bridge.ts';
import { Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import type { PushedBook } from '../../../shared/model/pushedBook.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { useSessionStore } from '../../session.ts';
import styles from './books.module.css';
import desk from './desk.module.css';
import type { BookPush } from './asked.ts';

/** The codebook given to copies of the study: what it would do in each, and then what it did. Nothing is written before that is said. */
export function PushDesk({ push }: { push: BookPush }) {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const { id, files, answers, isDone } = push;
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ProblemRecord | null>(null);
  const change = (fields: Partial<BookPush>) => { const now = session.get().pushing; if (now?.id === id) session.set({ pushing: { ...now, ...fields } }); };
  const ask = async (write: boolean) => {
    await core.flushing.all();
    return core.desk('book.push', { copies: files.map(({ handle }) => handle), language, write });
  };
  useEffect(() => {
    if (isDone || files.length === 0) return;
    let here = true;
    const look = async () => {
      try {
        await core.flushing.all();
        const found = await core.desk('book.push', { copies: files.map(({ handle }) => handle), language, write: false });
        const now = session.get().pushing;
        if (here && now?.id === id && !now.isDone) session.set({ pushing: { ...now, answers: found } });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (here) setProblem(problemRecord(error));
      }
    };
    void look();
    const stop = core.onEvent((event) => { if (event.kind === 'changed') void look(); });
    return () => { here = false; stop(); };
  }, [core, session, id, files, language, isDone]);
  const able = files.flatMap((file, index) => { const answer = answers?.[index]; return answer && answer.problem === null && isChanged(answer) ? [file] : []; });
  const choose = () => void act(async () => {
    const more = await core.bridge.pickFiles('copies');
    if (more.length > 0) change({ files: [...files, ...more], answers: null, isDone: false });
  });
  const run = () => void act(async () => {
    setRunning(true);
    try { change({ answers: await ask(true), isDone: true }); } finally { setRunning(false); }
  });
  const leave = () => session.set({ pushing: null, view: 'code' });
  const state = isRunning ? say('books.pushing') : isDone ? say('books.pushDone') : answers === null ? say('books.pushReading') : able.length === 0 ? say('books.pushNothing') : say('books.pushReady');
  return (
    <main className={`${desk['main']} ${styles['push']}`}>
      <header className={desk['head']}>
        <h1 id="push-head">{say('books.pushTitle')}</h1>
        <p>{say('books.pushText')}</p>
      </header>
      <div className={desk['body']} role="region" aria-labelledby="push-head" {...scrolledByKeys}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <ul className={styles['copies']} aria-label={say('books.copies')}>
          {files.map((file, index) => <Copy key={file.handle} file={file} answer={answers?.[index] ?? null} isDone={isDone} drop={isDone || isRunning ? null : () => { const left = files.filter((each) => each !== file); session.set({ pushing: left.length === 0 ? null : { ...push, files: left, answers: answers && answers.filter((_, place) => place !== index) } }); }} />)}
        </ul>
        {isDone || isRunning ? null : <Button look="plain" onPress={choose}><Plus size={14} strokeWidth={1.5} aria-hidden />{say('books.addCopy')}</Button>}
      </div>
      <footer className={desk['foot']}>
        <span aria-live="polite">{state}</span>
        {isRunning || answers === null ? <progress aria-label={state} /> : null}
        {isDone ? <Button look="primary" onPress={leave}>{say('books.pushLeave')}</Button> : (
          <>
            <Button onPress={leave} isDisabled={isRunning}>{say('word.cancel')}</Button>
            <Button look="primary" isDisabled={able.length === 0 || isRunning} onPress={run}>{say('books.push', { count: able.length })}</Button>
          </>
        )}
      </footer>
    </main>
  );
}
const isChanged = ({ added, changed, gone }: PushedBook): boolean => added.length + changed.length + gone.length > 0;

function Copy({ file, answer, isDone, drop }: { file: HandedFile; answer: PushedBook | null; isDone: boolean; drop: (() => void) | null }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const saved = answer?.saved ?? null;
  const lists = answer === null ? [] : (['added', 'changed', 'gone', 'kept'] as const).map((what) => ({ what, codes: answer[what] })).filter(({ codes }) => codes.length > 0);
  return (
    <li>
      <header>
        {isDone && answer?.problem === null ? <Check size={16} strokeWidth={1.5} aria-hidden /> : null}
        <h2 title={file.name}><bdi>{file.name}</bdi></h2>
        {answer === null || answer.problem ? null : <p>{[...(isChanged(answer) ? [] : [say('books.pushSame')]), say('books.pushCodings', { count: answer.codings })].join(' · ')}</p>}
        {saved && isChanged(answer!) ? <Button onPress={() => void act(() => core.bridge.save(saved))}>{say('books.saveCopy')}</Button> : null}
        {drop ? <Button look="icon" why={say('books.drop', { file: file.name })} onPress={drop}><X size={13} strokeWidth={1.5} /></Button> : null}
      </header>
      {answer?.problem ? <ProblemNote problem={answer.problem} /> : null}
      {lists.map(({ what, codes }) => (
        <details key={what}>
          <summary>{say(`books.${isDone ? 'pushed' : 'wouldPush'}.${what}`, { count: codes.length })}</summary>
          <ul>{codes.map((path) => <li key={path} lang={languageOf(path) || undefined}><bdi>{path}</bdi></li>)}</ul>
        </details>
      ))}
    </li>
  );
}
