import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Naming } from '../../parts/Naming.tsx';
import { fromSaved, type WordsAsked } from './asked.ts';
import styles from './words.module.css';

/** Tables of words that were given a name: opened, and counted anew, here and in reports. */
export function SavedWords({ kind, asked, onSet }: { kind: 'words' | 'keyness'; asked: object; onSet: (fields: Partial<WordsAsked>) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const id = useId();
  const all = useLive('savedTable.list', {});
  const [isNaming, setNaming] = useState(false);
  const saved = (all ?? []).filter((each) => each.kind === 'words' || each.kind === 'keyness');
  const save = (name: string) => void act(async () => {
    await core.call('savedTable.save', { name: name.trim(), kind, asked: asked as never });
    setNaming(false);
  });
  return (
    <section className={styles['list']} aria-labelledby={id}>
      <h3 id={id}>{say('tables.saved')}{saved.length > 0 ? <small>{saved.length}</small> : null}<span className={styles['grow']} /><Button look="icon" why={say('tables.keep')} onPress={() => setNaming(true)}><Plus size={14} strokeWidth={1.5} /></Button></h3>
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
      {isNaming ? <Naming title={say('tables.keepTitle')} before="" onClose={() => setNaming(false)} onName={save} /> : null}
    </section>
  );
}
