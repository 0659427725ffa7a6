import { X } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import styles from './code.module.css';
import { LeftPane } from './LeftPane.tsx';

/** Stands around the key that opens the drawer: there the keyboard goes on when it is closed. */
export const opensLeft = { 'data-opens-left': '' } as const;

/** Escape in the pane itself: not in a menu that opened from it, and not in a field, which has its own. Lists would keep it for themselves. */
const isOurs = ({ key, target, currentTarget, nativeEvent }: KeyboardEvent) => key === 'Escape' && !nativeEvent.isComposing && target instanceof Element && currentTarget.contains(target) && !(target instanceof HTMLInputElement);

/** The left pane beside a view. Where the window is too narrow for both it lies over the view as a drawer, which Escape and its own key close. */
export function LeftAside({ className = '', open, close }: { className?: string | undefined; open?: boolean; close: () => void }) {
  const { say } = useWords();
  const head = useRef<HTMLDivElement>(null);
  const leave = () => {
    close();
    document.querySelector<HTMLElement>('[data-opens-left] button')?.focus();
  };
  return (
    <aside className={`${styles['left']} ${className}`} data-open={open || undefined} aria-label={say('code.leftPane')}
      onKeyDownCapture={(event) => { if (isOurs(event) && head.current?.checkVisibility()) leave(); }}>
      <div className={styles['drawerHead']} ref={head}><span className={styles['cut']}>{say('code.leftPane')}</span><Button look="icon" why={say('word.close')} onPress={leave}><X size={14} strokeWidth={1.5} /></Button></div>
      <LeftPane />
    </aside>
  );
}
