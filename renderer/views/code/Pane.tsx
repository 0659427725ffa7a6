import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './code.module.css';

/** The frame of what stands on the right: a title, and a way back. */
export function Pane({ title, detail, children }: { title: ReactNode; detail?: ReactNode; children: ReactNode }) {
  const { say } = useWords();
  const session = useSessionStore();
  const aside = useSession((now) => now.aside);
  const close = () => session.set(aside === null || aside.kind === 'passage' ? { rightShown: false } : { aside: { kind: 'passage' } });
  return (
    <>
      <header className={styles['paneHead']}><h2>{title}</h2><span className={styles['paneDetail']}>{detail}</span><Button look="icon" why={say('word.close')} onPress={close}><X size={16} strokeWidth={1.5} /></Button></header>
      <div className={styles['paneBody']}>{children}</div>
    </>
  );
}
