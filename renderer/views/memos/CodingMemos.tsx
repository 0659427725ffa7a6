import { Plus } from 'lucide-react';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Mentions, MemosOn } from './MemosOn.tsx';
import styles from './memos.module.css';

/** The memos on one coding, where there are any or one is about to be written, and those elsewhere that point at it. */
export function CodingMemos({ coding, written, noting }: { coding: number; written: boolean; noting: boolean }) {
  if (!written && !noting) return <Mentions about="codings" target={coding} />;
  return <div className={styles['onCoding']}><MemosOn about="codings" target={coding} focused={noting} /></div>;
}

/** Where a coding has no memo yet: the way to write one. */
export function NoteCoding({ codings, onNote }: { codings: readonly { readonly id: number; readonly name: string }[]; onNote: (coding: number) => void }) {
  const { say } = useWords();
  if (codings.length === 0) return null;
  const face = <><Plus size={13} strokeWidth={1.5} aria-hidden />{say('memos.onCoding')}</>;
  const [only] = codings;
  return (
    <div className={styles['noteCoding']}>
      {codings.length === 1 ? <Button look="plain" onPress={() => onNote(only!.id)}>{face}</Button>
        : <Menu label={say('memos.onCoding')} groups={[{ entries: codings.map(({ id, name }) => ({ id: String(id), label: name, run: () => onNote(id) })) }]}><Button look="plain">{face}</Button></Menu>}
    </div>
  );
}
