import { Swords } from 'lucide-react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSessionStore } from '../../session.ts';
import { unusedName } from '../code/unusedName.ts';
import styles from './conflicts.module.css';
import { useCodeNames, useConflictsAsked } from './useConflicts.ts';

/** Which conflicts of the register a passage is a quotation of; a menu puts it into another, takes it out, or begins one with it. */
export function BelongsTo({ passage }: { passage: number }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const names = useCodeNames();
  const [, set] = useConflictsAsked();
  const entries = useLive('conflict.names', {}, true);
  const belongs = useLive('conflict.ofPassage', { passage });
  if (!entries || !belongs) return null;
  const open = (id: number, editing: boolean) => { set({ open: { kind: 'entry', id, editing } }); session.set({ view: 'conflicts' }); };
  const begin = () => act(async () => { const { conflict } = await core.call('conflict.create', { name: unusedName(say('conflicts.newName'), entries.map(({ name }) => name)), passages: [passage] }); open(conflict, true); });
  return (
    <div className={styles['belongs']}>
      {entries.filter(({ id }) => belongs.includes(id)).map((entry) => <button key={entry.id} type="button" className={styles['chip']} title={`${entry.name}\n${names.pair(entry)}`} onClick={() => open(entry.id, false)}><Swords size={12} strokeWidth={1.5} aria-hidden /><bdi>{entry.name}</bdi></button>)}
      <Menu label={say('conflicts.belongsTo')} groups={[
        { entries: entries.map((entry) => { const inside = belongs.includes(entry.id); return { id: String(entry.id), label: entry.name, hint: inside ? '✓' : names.pair(entry), run: () => void act<unknown>(() => core.call(inside ? 'conflict.unlink' : 'conflict.link', { conflict: entry.id, passages: [passage] })) }; }) },
        { entries: [{ id: 'new', label: say('conflicts.newWith'), run: () => void begin() }] },
      ]}><Button look="plain">{say('conflicts.belongsTo')}</Button></Menu>
    </div>
  );
}
