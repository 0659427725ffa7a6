import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import parts from '../../parts/parts.module.css';
import styles from './words.module.css';

/** Which forms the study counts with which word, or apart: 'form = word', or the form alone. */
export function OwnForms({ lists }: { lists: Outcome<'words.lists'> | undefined }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const id = useId();
  const [typed, setTyped] = useState('');
  const forms = lists?.forms ?? [];
  const add = () => void act(async () => {
    const [word = '', base = word] = typed.split(/[=＝]/).map((each) => each.trim());
    if (word === '') return;
    await core.call('words.countWith', { word, base: base === '' ? word : base });
    setTyped('');
  });
  const said = ({ word, base }: (typeof forms)[number]) => (word.toLowerCase() === base.toLowerCase() ? say('words.formApart', { word }) : say('words.formJoined', { word, base }));
  return (
    <section className={styles['list']} aria-labelledby={id}>
      <h3 id={id}>{say('words.ownForms')}{forms.length > 0 ? <small>{forms.length}</small> : null}</h3>
      <p>{say('words.ownFormsHint')}</p>
      <TextField aria-label={`${say('words.ownForms')}: ${say('words.add')}`} value={typed} onChange={setTyped} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) add(); }}>
        <Input className={parts['input'] ?? ''} placeholder={say('words.addForm')} autoComplete="off" spellCheck={false} />
      </TextField>
      {forms.length === 0 ? null : (
        <ul>{forms.map((form) => <li key={form.id}><bdi>{said(form)}</bdi><button type="button" aria-label={say('words.takeFormOff', { word: form.word })} onClick={() => void act(() => core.call('words.remove', { words: [form.id] }))}><X size={12} strokeWidth={1.5} aria-hidden /></button></li>)}</ul>
      )}
    </section>
  );
}
