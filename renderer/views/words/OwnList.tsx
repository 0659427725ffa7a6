import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import parts from '../../parts/parts.module.css';
import styles from './words.module.css';

/** One of the study's lists of words: what is on it, and a line to add to it. */
export function OwnList({ kind, lists }: { kind: 'word' | 'stop'; lists: Outcome<'words.lists'> | undefined }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const id = useId();
  const [typed, setTyped] = useState('');
  const own = (lists?.own ?? []).filter((each) => each.kind === kind);
  const add = () => void act(async () => {
    const words = typed.split(/[,，、;；\n]/).map((word) => word.trim()).filter((word) => word !== '');
    if (words.length === 0) return;
    await core.call('words.add', { kind, words });
    setTyped('');
  });
  const title = say(kind === 'stop' ? 'words.ownStops' : 'words.ownWords');
  return (
    <section className={styles['list']} aria-labelledby={id}>
      <h3 id={id}>{title}{own.length > 0 ? <small>{own.length}</small> : null}</h3>
      <p>{kind === 'stop' ? say('words.ownStopsHint', { usual: lists?.usual ?? 0 }) : say('words.ownWordsHint')}</p>
      <TextField aria-label={`${title}: ${say('words.add')}`} value={typed} onChange={setTyped} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) add(); }}>
        <Input className={parts['input'] ?? ''} placeholder={say('words.add')} title={say('words.addHint')} autoComplete="off" spellCheck={false} />
      </TextField>
      {own.length === 0 ? <p>{say('words.none')}</p> : (
        <ul>{own.map(({ id: word, word: name }) => <li key={word}><bdi lang={languageOf(name) || undefined}>{name}</bdi><button type="button" aria-label={say('words.takeOff', { word: name })} onClick={() => void act(() => core.call('words.remove', { words: [word] }))}><X size={12} strokeWidth={1.5} aria-hidden /></button></li>)}</ul>
      )}
    </section>
  );
}
