import { useEffect, useRef } from 'react';
import { showKeys } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './code.module.css';

interface MemoProps { readonly about: 'passages' | 'codings' | 'codes' | 'documents' | 'participants'; readonly target: number; /** This one is meant by the key M. */ readonly wanted?: boolean; readonly title?: string }
/** The memo on one thing, written in place. Without text it goes. */
export function Memo({ about, target, wanted = false, title }: MemoProps) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const asked = useSession((now) => wanted && now.memoWanted);
  const box = useRef<HTMLDivElement>(null);
  const me = useDesk()?.coder;
  const memos = useLive('memo.list', { about, target });
  const there = memos !== undefined;
  useEffect(() => {
    if (!asked || !there) return;
    box.current?.querySelector('textarea')?.focus();
    session.set({ memoWanted: false });
  }, [asked, there, session]);
  if (!memos) return null;
  const own = memos.find((memo) => memo.author === me) ?? (memos.length === 1 && memos[0]!.author === '' ? memos[0] : undefined);
  const write = (text: string, memo: number | undefined) => act(() => core.call('memo.write', { about, target, text, ...(memo === undefined ? {} : { memo }) }));
  return (
    <div className={styles['memo']} ref={box}>
      {title === undefined ? null : <h3>{title}{wanted ? <kbd>{showKeys('m')}</kbd> : null}</h3>}
      <Field key={`${about}/${target}`} label={title ?? say('passage.memo')} hidden lines value={own?.text ?? ''} placeholder={say('passage.memoHint')} onCommit={(text) => write(text, own?.id)}
        {...(wanted ? { onLeave: () => session.set({ readingWanted: true }) } : {})} />
      {memos.filter((memo) => memo !== own).map((memo) => <Field key={memo.id} label={memo.author || say('passage.memo')} lines value={memo.text} onCommit={(text) => write(text, memo.id)} />)}
    </div>
  );
}
