import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { nameKey, normaliseName } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Entry } from '../../parts/Entry.tsx';
import styles from './codebook.module.css';

/** The other names that a code is found by: those of codes merged into it, and any that are added. */
export function Aliases({ code, aliases }: { code: number; aliases: readonly string[] }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const [typed, setTyped] = useState<string | null>(null);
  const write = (next: readonly string[]) => act(() => core.call('code.change', { code, aliases: [...next] }));
  const add = () => {
    const alias = normaliseName(typed ?? '').slice(0, 400);
    if (alias !== '' && !aliases.some((each) => nameKey(each) === nameKey(alias))) void write([...aliases, alias]);
    setTyped(null);
  };
  return (
    <fieldset className={styles['aliases']}>
      <legend>{say('merge.aliases')}</legend>
      {aliases.map((alias) => <span key={alias} className={styles['alias']}><span title={alias}><bdi>{alias}</bdi></span><Button look="icon" why={say('alias.remove', { alias })} onPress={() => void write(aliases.filter((each) => each !== alias))}><X size={11} strokeWidth={1.5} /></Button></span>)}
      {typed === null ? <button type="button" onClick={() => setTyped('')}><Plus size={12} aria-hidden />{say('alias.add')}</button> : (
        <form onSubmit={(event) => { event.preventDefault(); add(); }} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) add(); }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setTyped(null); } }}>
          <Entry label={say('alias.add')} value={typed} onChange={setTyped} />
        </form>
      )}
    </fieldset>
  );
}
