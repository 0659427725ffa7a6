import { Users } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../core/act.ts';
import { useCore } from '../core/context.tsx';
import { useShared } from '../core/useShared.ts';
import { useWords } from '../core/words.tsx';
import { useSession, useSessionStore } from '../session.ts';
import { decideWith } from '../views/merge/merging.ts';
import styles from './frame.module.css';
import { sayNews, saySign, waiting } from './sharedSign.ts';

const minute = 60_000;

/** With whom the study is shared, and whether something of theirs waits. It never stands in the way: it is pressed, or not. */
export function SharedSign() {
  const words = useWords();
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const state = useShared();
  // A text that is corrected, and words that wait for their codes, stay where they are.
  const holds = useSession(({ editing, view, palette, recoding }) => view === 'code' && (editing || palette !== null || recoding !== null));
  const [now, setNow] = useState(Date.now);
  const told = useRef(new Set<string>());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute / 2);
    return () => clearInterval(timer);
  }, []);
  const isShared = Boolean(state);
  useEffect(() => { if (isShared) void act(() => core.desk('shared.hold', { on: holds })); }, [core, act, isShared, holds]);
  const [news, opened, by, alone] = [state?.news, `${state?.folder}/${state?.own}`, state?.by ?? null, state?.alone ?? false];
  useEffect(() => {
    const fresh = (news ?? []).filter(({ what, file }) => !told.current.has(`${opened}/${what}/${file}`));
    if (fresh.length === 0) return;
    fresh.forEach(({ what, file }) => told.current.add(`${opened}/${what}/${file}`));
    session.set({ notice: { said: sayNews(words, fresh, { by, alone }) } });
  }, [news, session, words, opened, by, alone]);
  if (!state) return null;
  const { text, since, asks } = saySign(words, state, Math.max(now, state.at ?? 0));
  const press = () => {
    const [first] = waiting(state.files);
    if (first && !state.missing && state.takenBack === null) void act(() => decideWith(core, session, first.file));
    else session.set({ open: 'together' });
  };
  return (
    <button type="button" className={styles['shared']} data-asks={asks || undefined} title={text} onClick={press}>
      <Users size={13} strokeWidth={1.5} aria-hidden /><span aria-live="polite"><bdi>{text}</bdi></span>{since === null ? null : <small>{` · ${since}`}</small>}
    </button>
  );
}
