import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import styles from './conflicts.module.css';

export function PaneHead({ title, children, onClose }: { title: string; children?: ReactNode; onClose: () => void }) {
  const { say } = useWords();
  return <header className={styles['paneHead']}><h2>{title}</h2>{children}<Button look="icon" why={say('word.close')} onPress={onClose}><X size={16} strokeWidth={1.5} /></Button></header>;
}
