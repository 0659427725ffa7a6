import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useAct } from '../core/act.ts';
import { useCore, useLive } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import { Button } from '../parts/Button.tsx';
import { ProblemNote } from '../parts/Problem.tsx';
import { useSession, useSessionStore } from '../session.ts';
import styles from './frame.module.css';

/** Tells once what happened. A Problem stays until it is put away; a mere word goes by itself. */
export function NoticeLine() {
  const { say, has } = useWords();
  const session = useSessionStore();
  const notice = useSession((now) => now.notice);
  const core = useCore();
  const act = useAct();
  const undoable = notice !== null && 'said' in notice && notice.undo !== undefined ? notice.undo : null;
  const last = useLive('project.read', undoable === null ? null : {})?.undo?.seq;
  useEffect(() => {
    if (!notice || 'problem' in notice) return undefined;
    const timer = setTimeout(() => session.set({ notice: null }), notice.undo === undefined ? 6000 : 20_000);
    return () => clearTimeout(timer);
  }, [notice, session]);
  if (!notice) return null;
  const key = 'said' in notice ? `notice.${notice.said}` : '';
  return (
    <div className={styles['notice']} role="status">
      <div>{'problem' in notice ? <ProblemNote problem={notice.problem} /> : has(key) ? say(key) : notice.said}</div>
      {undoable !== null && last === undoable ? <Button onPress={() => void act(async () => { await core.flushing.all(); await core.call('history.undo', {}); session.set({ notice: null }); })}>{say('command.history.undo')}</Button> : null}
      <Button look="icon" why={say('word.close')} onPress={() => session.set({ notice: null })}><X size={16} strokeWidth={1.5} /></Button>
    </div>
  );
}
