import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { nameKey } from '../../../shared/model/text.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import parts from '../../parts/parts.module.css';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { onlyOf } from './asked.ts';
import styles from './search.module.css';

/** Codes what was picked, or all that was found, in one step. */
export function CodeFound({ search, total, codes }: { search: InputOf<'search.code'>['search']; total: number; codes: Outcome<'code.list'> }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const asked = useSession((now) => now.search);
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState<number | null>(null);
  const known = codes.find((each) => (code === null ? nameKey(each.path) === nameKey(typed) : each.id === code));
  const isNew = !known && typed.trim() !== '';
  const count = asked.picked.length || total;
  const apply = () => void act(async () => {
    await core.flushing.all();
    const done = await core.call('search.code', {
      search, code: known ? known.id : { path: typed }, extent: asked.extent, ...(asked.picked.length > 0 ? { only: onlyOf(asked.picked) } : {}),
    });
    const name = known?.name ?? typed.trim();
    session.set({ search: { ...asked, picked: [] }, notice: { said: done.added === 0 ? say('search.codedKnown', { code: name }) : say('search.coded', { code: name, count: done.added }) } });
  });
  return (
    <footer className={styles['coding']}>
      <span className={styles['pickedCount']} aria-live="polite">{asked.picked.length > 0 ? say('search.picked', { count: asked.picked.length }) : say('search.hint')}</span>
      {asked.picked.length > 0 ? <Button look="plain" onPress={() => session.set({ search: { ...asked, picked: [] } })}>{say('search.pickNone')}</Button> : null}
      <span className={styles['grow']} />
      {isNew ? <small>{say('search.newCode')}</small> : null}
      <ComboBox aria-label={say('search.findCode')} allowsCustomValue defaultItems={codes} inputValue={typed} onInputChange={(text) => { setTyped(text); setCode(null); }} selectedKey={code}
        onSelectionChange={(key) => { const chosen = codes.find((each) => each.id === key); setCode(chosen?.id ?? null); if (chosen) setTyped(chosen.path); }} menuTrigger="focus">
        <Input className={`${parts['input']} ${styles['code']}`} placeholder={say('search.findCode')} />
        <Popover className={parts['float'] ?? ''} offset={4} placement="top start">
          <ListBox className={parts['options'] ?? ''}>
            {(each: Outcome<'code.list'>[number]) => <ListBoxItem id={each.id} textValue={each.path} className={parts['option'] ?? ''}><Sign facet={each.facet} colour={each.colour} /><span className={parts['cut']}>{each.path}</span></ListBoxItem>}
          </ListBox>
        </Popover>
      </ComboBox>
      <Choice label={say('search.extent')} value={asked.extent} options={[{ id: 'hit', label: say('search.hit') }, { id: 'sentence', label: say('search.sentence') }, { id: 'turn', label: say('search.turn') }]} onChange={(extent) => session.set({ search: { ...asked, extent } })} />
      <Button look="primary" isDisabled={!known && !isNew} onPress={apply}>{say(asked.picked.length > 0 ? 'search.apply' : 'search.applyAll', { count })}</Button>
    </footer>
  );
}
