import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Entry } from '../../parts/Entry.tsx';
import styles from './codebook.module.css';

/** The sets that codes are in, each put or taken by a tick; a new one is made of them on the spot. */
export function SetsOf({ codes }: { codes: readonly number[] }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const sets = useLive('codeSet.list', {});
  const [name, setName] = useState<string | null>(null);
  if (!sets) return null;
  const make = () => void act(async () => {
    if (name?.trim()) await core.call('codeSet.create', { name, codes: [...codes] });
    setName(null);
  });
  return (
    <fieldset className={styles['sets']}>
      <legend>{say('codeSet.putIn')}</legend>
      {sets.map((set) => {
        const inside = codes.filter((code) => set.codes.includes(code)).length;
        const all = inside === codes.length;
        return (
          <label key={set.id}>
            <input type="checkbox" checked={all} ref={(box) => { if (box) box.indeterminate = inside > 0 && !all; }} onChange={() => void act(() => core.call('codeSet.members', { set: set.id, [all ? 'take' : 'put']: [...codes] }))} />
            <span><bdi>{set.name}</bdi></span><small>{set.codes.length}</small>
          </label>
        );
      })}
      {name === null ? <button type="button" onClick={() => setName('')}><Plus size={12} aria-hidden />{say('codeSet.new')}</button> : (
        <form onSubmit={(event) => { event.preventDefault(); make(); }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setName(null); } }}>
          <Entry label={say('codeSet.new')} value={name} onChange={setName} />
          <Button type="submit">{say('codeSet.add')}</Button>
        </form>
      )}
    </fieldset>
  );
}
