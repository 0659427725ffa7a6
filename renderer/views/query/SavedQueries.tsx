import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { pruned, sameQuery, type Condition } from '../../../shared/model/query.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu, type MenuGroup } from '../../parts/Menu.tsx';
import { Naming } from '../../parts/Naming.tsx';
import { useSessionStore } from '../../session.ts';
import type { QueryAsked } from './asked.ts';
import styles from './query.module.css';

type Saved = Outcome<'query.saved'>[number];

/** The saved queries: opened, saved under a name, renamed, duplicated, deleted. */
export function SavedQueries({ asked, onAsk, onSaved }: { asked: QueryAsked; onAsk: (query: Condition, saved: number | null) => void; onSaved: (saved: number) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const saved = useLive('query.saved', {});
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const here = saved?.find(({ id }) => id === asked.saved);
  const condition = pruned(asked.condition);
  const isChanged = here !== undefined && (here.query === null || !sameQuery(here.query, condition));
  const isEmpty = condition.kind === 'all' && condition.of.length === 0;
  const open = (each: Saved) => {
    if (!each.query) return;
    onAsk(each.query, each.id);
    if (each.followed.length > 0) session.set({ notice: { said: say('query.followed', { what: each.followed.map(({ name, into }) => `${name} → ${into}`).join(', ') }) } });
  };
  const save = (name: string, as: number | undefined) => act(async () => {
    const done = await core.call('query.save', { name, query: condition, ...(as === undefined ? {} : { saved: as }) });
    onSaved(done.saved);
    setNaming(null);
  });
  const rename = (name: string) => act(async () => { await core.call('query.rename', { saved: here!.id, name }); setNaming(null); });
  const groups: MenuGroup[] = [
    { title: say('query.savedQueries'), entries: (saved ?? []).map((each) => ({ id: `open/${each.id}`, label: each.name, disabled: each.query === null, ...(each.gone.length > 0 ? { hint: say('query.gone', { what: each.gone.map(({ name }) => name).join(', ') }) } : {}), run: () => open(each) })) },
    { entries: [
      { id: 'empty', label: say('query.empty'), disabled: isEmpty, run: () => onAsk({ kind: 'all', of: [] }, null) },
      { id: 'save', label: say('query.saveAs'), disabled: isEmpty, run: () => setNaming('new') },
      ...(here ? [
        { id: 'rename', label: say('query.rename', { query: here.name }), run: () => setNaming('rename') },
        { id: 'duplicate', label: say('query.duplicate', { query: here.name }), run: () => void act(async () => onSaved((await core.call('query.duplicate', { saved: here.id })).saved)) },
        { id: 'delete', label: say('query.delete', { query: here.name }), danger: true, run: () => void act(() => core.call('query.remove', { saved: here.id })) },
      ] : []),
    ] },
  ];
  return (
    <div className={styles['saved']}>
      {isChanged ? <Button onPress={() => void save(here.name, here.id)}>{say('query.saveChanges')}</Button> : null}
      <Menu label={say('query.savedQueries')} groups={groups}><Button><span className={styles['savedName']}>{here?.name ?? say('query.savedQueries')}</span>{isChanged ? <small>{say('query.changed')}</small> : null}<ChevronDown size={12} aria-hidden /></Button></Menu>
      {naming ? <Naming title={say(naming === 'new' ? 'query.saveTitle' : 'query.renameTitle')} before={naming === 'rename' ? here?.name ?? '' : ''} onClose={() => setNaming(null)} onName={(name) => void (naming === 'new' ? save(name, undefined) : rename(name))} /> : null}
    </div>
  );
}
