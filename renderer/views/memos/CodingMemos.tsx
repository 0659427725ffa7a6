import { StickyNote } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../core/words.tsx';
import { MemosOn } from './MemosOn.tsx';
import styles from './memos.module.css';

/** The memos on one coding: where none is written yet, a way to write one. */
export function CodingMemos({ coding, written }: { coding: number; written: boolean }) {
  const { say } = useWords();
  const [opened, setOpened] = useState(false);
  if (written || opened) return <div className={styles['onCoding']}><MemosOn about="codings" target={coding} focused={opened} /></div>;
  return <button type="button" className={styles['addToCoding']} onClick={() => setOpened(true)}><StickyNote size={12} strokeWidth={1.5} aria-hidden />{say('memos.onCoding')}</button>;
}
