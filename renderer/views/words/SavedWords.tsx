import { Ellipsis, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Naming } from '../../parts/Naming.tsx';
import { useSeenDocuments } from '../code/coders.ts';
import { fromSaved, type WordsAsked } from './asked.ts';
import styles from './words.module.css';

/** Tables of words that were given a name: opened, and counted anew, here and in reports; renamed, and forgotten. */
export function SavedWords({ kind, asked, onSet }: { kind: 'words' | 'keyness'; asked: object; onSet: (fields: Partial<WordsAsked>) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const id = useId();
  const all = useLive('savedTable.list', {});
  const documents = useSeenDocuments();
  const [naming, setNaming] = useState<{ readonly saved: number | null; readonly name: string } | null>(null);
  const saved = (all ?? []).filter((each) => each.kind === 'words' || each.kind === 'keyness');
  const name = (called: string, which: number | null) => void act(async () => {
    if (which === null) await core.call('savedTable.save', { name: called.trim(), kind, asked: asked as never });
    else await core.call('savedTable.rename', { saved: which, name: called.trim() });
    setNaming(null);
  });
  return (
    <section className={styles['list']} aria-labelledby={id}>
      <h3 id={id}>{say('tables.saved')}{saved.length > 0 ? <small>{saved.length}</small> : null}<span className={styles['grow']} /><Button look="icon" why={say('tables.keep')} onPress={() => setNaming({ saved: null, name: '' })}><Plus size={14} strokeWidth={1.5} /></Button></h3>
      {saved.length === 0 ? <p>{say('tables.noneSaved')}</p> : (
        <ul className={styles['savedTables']}>{saved.map((each) => {
          const known = documents ? fromSaved(each.kind, each.asked, documents) : null;
          return (
            <li key={each.id}>
              <button type="button" className={styles['opens']} disabled={!known} title={known ? each.name : say('tables.notUnderstood')} onClick={() => { if (known) onSet(known); }}><bdi>{each.name}</bdi></button>
              <Menu label={say('tables.more', { table: each.name })} groups={[{ entries: [
                { id: 'rename', label: say('tables.rename'), run: () => setNaming({ saved: each.id, name: each.name }) },
                { id: 'remove', label: say('tables.remove'), danger: true, run: () => void act(() => core.call('savedTable.remove', { saved: each.id })) },
              ] }]}><Button look="icon" why={say('tables.more', { table: each.name })}><Ellipsis size={14} strokeWidth={1.5} /></Button></Menu>
            </li>
          );
        })}</ul>
      )}
      {naming ? <Naming title={say(naming.saved === null ? 'tables.keepTitle' : 'tables.renameTitle')} before={naming.name} onClose={() => setNaming(null)} onName={(called) => name(called, naming.saved)} /> : null}
    </section>
  );
}
