import { PanelLeft } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { LeftAside, opensLeft } from '../code/LeftAside.tsx';
import styles from './import.module.css';

/** The frame of what waits to be taken in: the left pane, or the key that opens it, beside the files and what is found in them. */
export function WaitingDesk({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const [drawer, setDrawer] = useState(false);
  return (
    <div className={styles['import']}>
      <span className={styles['opens']} {...opensLeft}><Button look="icon" why={say('code.leftPane')} aria-pressed={drawer} onPress={() => setDrawer(!drawer)}><PanelLeft size={16} strokeWidth={1.5} /></Button></span>
      <LeftAside className={styles['left']} open={drawer} close={() => setDrawer(false)} />
      {children}
    </div>
  );
}
