import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isChinese } from '../../../shared/model/text.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import styles from './textHistory.module.css';

type Piece = Outcome<'document.compare'>['pieces'][number];

/** Characters around a change that are shown of what stayed. */
const around = 120;
/** A line break that came or went alone would not be seen. */
const seen = (text: string) => (/^\n+$/.test(text) ? '↵\n'.repeat(text.length) : text);
/** What stayed, without its middle where that is long; cut at words and between characters. */
function context(text: string, first: boolean, last: boolean): { head: string; tail: string } | null {
  const head = first ? '' : text.slice(0, around).replace(/[^\s\p{Script=Han}]*$/u, '').trimEnd();
  const tail = last ? '' : text.slice(-around).replace(/^[^\s\p{Script=Han}]*/u, '').trimStart();
  return text.length > head.length + tail.length + around ? { head, tail } : null;
}

/** Two texts as one: what went struck out, what came underlined, with the words around. Arrows at the head or J and K walk from change to change. */
export function Differences({ pieces }: { pieces: readonly Piece[] }) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState(false);
  const [at, setAt] = useState(0);
  const changes = pieces.filter((piece, index) => piece.kind !== 'same' && (index === 0 || pieces[index - 1]!.kind === 'same')).length;
  const go = (to: number): void => {
    const place = Math.max(0, Math.min(changes - 1, to));
    setAt(place);
    const change = box.current?.querySelector<HTMLElement>(`[data-change="${place}"]`);
    change?.scrollIntoView({ block: 'center' });
    change?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[jk]$/.test(event.key)) return;
    event.preventDefault();
    go(at + (event.key === 'j' ? 1 : -1));
  };
  const drawn: ReactNode[] = [];
  let change = -1;
  pieces.forEach((piece, index) => {
    if (piece.kind === 'same') {
      const short = whole ? null : context(piece.text, index === 0, index === pieces.length - 1);
      drawn.push(short ? <span key={index}>{short.head}<span className={styles['gap']} aria-hidden="true">{short.head === '' || short.tail === '' ? '…' : '\n…\n'}</span>{short.tail}</span> : <span key={index}>{piece.text}</span>);
      return;
    }
    if (index > 0 && pieces[index - 1]!.kind !== 'same') return;
    change++;
    const next = pieces[index + 1];
    const both = next && next.kind !== 'same' ? [piece, next] : [piece];
    drawn.push(<span key={index} data-change={change} data-at={change === at || undefined} tabIndex={-1} className={styles['change']}>{both.map((each) => (each.kind === 'removed' ? <del key="went">{seen(each.text)}</del> : <ins key="came">{seen(each.text)}</ins>))}</span>);
  });
  const chinese = isChinese(pieces.map(({ text }) => text).join('').slice(0, 4000));
  return (
    <div className={styles['differences']} onKeyDown={onKeyDown}>
      <div className={styles['walk']}>
        <span aria-live="polite">{say('textHistory.place', { at: at + 1, of: changes })}</span>
        <Button look="icon" why={say('textHistory.previous')} keys="K" isDisabled={at === 0} onPress={() => go(at - 1)}><ChevronUp size={15} strokeWidth={1.5} /></Button>
        <Button look="icon" why={say('textHistory.next')} keys="J" isDisabled={at >= changes - 1} onPress={() => go(at + 1)}><ChevronDown size={15} strokeWidth={1.5} /></Button>
        <span className={styles['grow']} />
        <label className={styles['check']}><input type="checkbox" checked={whole} onChange={(event) => setWhole(event.target.checked)} />{say('textHistory.whole')}</label>
      </div>
      <div ref={box} className={styles['text']} role="textbox" aria-readonly="true" aria-multiline="true" aria-label={say('textHistory.text')} tabIndex={0} lang={chinese ? 'zh-Hans' : 'en'}>{drawn}</div>
    </div>
  );
}
