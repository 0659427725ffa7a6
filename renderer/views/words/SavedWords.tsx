import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import frame from '../../frame/frame.module.css';
import { Button } from '../../parts/Button.tsx';
import { Entry } from '../../parts/Entry.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { fromSaved, type WordsAsked } from './asked.ts';
import styles from './words.module.css';

/** Tables of words that were given a name: opened, and counted anew, here and in reports. */
export function SavedWords({ kind, asked, onSet }: { kind: 'words' | 'keyness'; asked: object; onSet: (fields: Partial<WordsAsked>) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const id = useId();
  const all = useLive('savedTable.list', {});
  const [name, setName] = useState<string | null>(null);
  const saved = (all ?? []).filter((each) => each.kind === 'words' || each.kind === 'keyness');
  const save = () => void act(async () => {
    await core.call('savedTable.save', { name: name!.trim(), kind, asked: asked as never });
    setName(null);
  });
  return (
    <section className={styles['list']} aria-labelledby={id}>
      <h3 id={id}>{say('tables.saved')}{saved.length > 0 ? <small>{saved.length}</small> : null}<span className={styles['grow']} /><Button look="icon" why={say('tables.keep')} onPress={() => setName('')}><Plus size={14} strokeWidth={1.5} /></Button></h3>
      {saved.length === 0 ? <p>{say('tables.noneSaved')}</p> : (
        <ul>{saved.map((each) => {
          const known = fromSaved(each.kind, each.asked);
          return (
            <li key={each.id}>
              <button type="button" className={styles['opens']} disabled={!known} title={known ? each.name : say('tables.notUnderstood')} onClick={() => { if (known) onSet(known); }}><bdi>{each.name}</bdi></button>
              <button type="button" aria-label={`${say('tables.remove')}: ${each.name}`} onClick={() => void act(() => core.call('savedTable.remove', { saved: each.id }))}><X size={12} strokeWidth={1.5} aria-hidden /></button>
            </li>
          );
        })}</ul>
      )}
      {name === null ? null : (
        <Sheet title={say('tables.keepTitle')} onClose={() => setName(null)}>
          <form className={frame['form']} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') save(); }}>
            <Entry label={say('study.name')} value={name} onChange={setName} />
            <div className={frame['ends']}><Button onPress={() => setName(null)}>{say('word.cancel')}</Button><Button look="primary" type="submit" isDisabled={name.trim() === ''}>{say('word.save')}</Button></div>
          </form>
        </Sheet>
      )}
    </section>
  );
}
