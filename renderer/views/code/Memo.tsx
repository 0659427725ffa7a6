import { useEffect, useRef } from 'react';
import { showKeys } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSession } from '../../session.ts';
import styles from './code.module.css';

/** The memo on one thing, written in place. Without text it goes. */
export function Memo({ about, target, wanted = false, title }: { about: 'passages' | 'codings' | 'codes' | 'documents' | 'participants'; target: number; wanted?: boolean; title?: string }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const asked = useSession((now) => (wanted ? now.memoWanted : 0));
  const box = useRef<HTMLDivElement>(null);
  const memos = useLive('memo.list', { about, target });
  useEffect(() => { if (asked > 0) box.current?.querySelector('textarea')?.focus(); }, [asked]);
  const [memo] = memos ?? [];
  return (
    <div className={styles['memo']} ref={box}>
      {title === undefined ? null : <h3>{title}{wanted ? <kbd>{showKeys('m')}</kbd> : null}</h3>}
      <Field key={`${about}/${target}/${memo?.id ?? ''}`} label={title ?? say('passage.memo')} hidden lines value={memo?.text ?? ''} placeholder={say('passage.memoHint')} onCommit={(text) => void act(() => core.call('memo.write', { about, target, text, ...(memo ? { memo: memo.id } : {}) }))} />
    </div>
  );
}
