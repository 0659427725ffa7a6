import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Outcome } from '../core/core.ts';
import { useAct } from '../core/act.ts';
import { useCore, useLive } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import { Button } from './Button.tsx';
import { Menu } from './Menu.tsx';
import { Naming } from './Naming.tsx';
import styles from './saved.module.css';

export type SavedQuestion = Outcome<'savedTable.list'>[number];
/** Questions of some kinds that were given a name: asked anew with a click, and there for reports. `question`: what is asked now, null where nothing is; `open` is null for what cannot be asked here. */
export function SavedQuestions({ kinds, question, open }: { kinds: readonly string[]; question: { readonly kind: string; readonly asked: object } | null; open: (saved: SavedQuestion) => (() => void) | null }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const saved = useLive('savedTable.list', {})?.filter(({ kind }) => kinds.includes(kind));
  const [naming, setNaming] = useState<{ readonly saved: number | null; readonly name: string } | null>(null);
  const name = (which: number | null, called: string) => void act(async () => {
    if (which !== null) await core.call('savedTable.rename', { saved: which, name: called });
    else if (question) await core.call('savedTable.save', { name: called, kind: question.kind, asked: question.asked as never });
    setNaming(null);
  });
  return (
    <section>
      <h3 className={styles['head']}>{say('tables.saved')}<Button look="icon" why={say('tables.keep')} isDisabled={question === null} onPress={() => setNaming({ saved: null, name: '' })}><Plus size={14} strokeWidth={1.5} /></Button></h3>
      {saved?.length === 0 ? <p className={styles['hint']}>{say('tables.noneSaved')}</p> : null}
      {(saved ?? []).map((each) => {
        const opens = open(each);
        return (
          <div key={each.id} className={styles['row']}>
            <button type="button" disabled={opens === null} title={opens === null ? say('tables.notUnderstood') : each.name} onClick={() => opens?.()}><bdi>{each.name}</bdi></button>
            <Menu label={say('tables.more', { table: each.name })} groups={[{ entries: [
              { id: 'rename', label: say('tables.rename'), run: () => setNaming({ saved: each.id, name: each.name }) },
              { id: 'remove', label: say('tables.remove'), danger: true, run: () => void act(() => core.call('savedTable.remove', { saved: each.id })) },
            ] }]}><Button look="icon" why={say('tables.more', { table: each.name })}><Ellipsis size={14} strokeWidth={1.5} /></Button></Menu>
          </div>
        );
      })}
      {naming ? <Naming title={say(naming.saved === null ? 'tables.keepTitle' : 'tables.renameTitle')} before={naming.name} onClose={() => setNaming(null)} onName={(called) => name(naming.saved, called)} /> : null}
    </section>
  );
}
