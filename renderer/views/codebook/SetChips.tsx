import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { DropZone } from 'react-aria-components';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './codebook.module.css';
import { RenameSet } from './NewSet.tsx';

type CodeSet = Outcome<'codeSet.list'>[number];

/** The code sets: pressed, one narrows the tree to its codes; codes dropped on it come into it. */
export function SetChips() {
  const { say } = useWords();
  const sets = useLive('codeSet.list', {}) ?? [];
  const [renaming, setRenaming] = useState<CodeSet | null>(null);
  if (sets.length === 0) return null;
  return (
    <div className={styles['chips']} role="group" aria-label={say('codeSet.sets')}>
      {sets.map((set) => <Chip key={set.id} set={set} onRename={setRenaming} />)}
      {renaming ? <RenameSet set={renaming} close={() => setRenaming(null)} /> : null}
    </div>
  );
}

function Chip({ set, onRename }: { set: CodeSet; onRename: (set: CodeSet) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const asked = useSession((now) => now.codebook);
  const on = asked.set === set.id;
  return (
    <DropZone className={styles['chip'] ?? ''} data-on={on || undefined} aria-label={say('codeSet.putOnto', { set: set.name })} getDropOperation={(types) => (types.has('concord-code') ? 'move' : 'cancel')}
      onDrop={({ items }) => void act(async () => {
        const dropped = await Promise.all(items.map(async (item) => (item.kind === 'text' ? item.getText('concord-code') : '')));
        const codes = dropped.flatMap((key) => (/^code:\d+$/.test(key) ? Number(key.slice('code:'.length)) : []));
        await core.call('codeSet.members', { set: set.id, put: codes });
      })}>
      <button type="button" className={styles['chipName']} aria-pressed={on} title={say('codeSet.showOnly', { set: set.name })} onClick={() => session.set({ codebook: { ...asked, set: on ? null : set.id } })}><span><bdi>{set.name}</bdi></span><small>{set.codes.length}</small></button>
      {on ? (
        <Menu label={set.name} groups={[{ entries: [
          { id: 'rename', label: say('codeSet.rename'), run: () => onRename(set) },
          { id: 'remove', label: say('codeSet.remove'), danger: true, run: () => void act(() => core.call('codeSet.remove', { set: set.id })) },
        ] }]}>
          <Button look="icon" why={`${say('code.more')}: ${set.name}`}><Ellipsis size={12} strokeWidth={1.5} /></Button>
        </Menu>
      ) : null}
    </DropZone>
  );
}
