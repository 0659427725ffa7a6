import { useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { nameKey } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import frame from '../../frame/frame.module.css';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import parts from '../../parts/parts.module.css';
import { Sheet } from '../../parts/Sheet.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './turn.module.css';

type Person = Outcome<'participant.list'>[number];

/** Asks who is the same person, says what becoming one does, lets differing values be chosen, and does it. */
export function MergePerson({ person, close }: { person: Person; close: () => void }) {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const others = (useLive('participant.list', {}) ?? []).filter(({ id }) => id !== person.id);
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<number | null>(null);
  const [theirs, setTheirs] = useState<readonly number[]>([]);
  const chosen = others.find(({ id }) => id === into);
  const merge = () => void act(async () => {
    if (!chosen) return;
    await core.flushing.all();
    await core.call('participant.merge', { participant: person.id, into: chosen.id, theirs: [...theirs], language });
    session.set({ aside: { kind: 'participant', id: chosen.id } });
    close();
  });
  return (
    <Sheet title={say('correct.people.title', { name: person.name })} onClose={close}>
      <div className={frame['form']}>
        {others.length === 0 ? <p>{say('correct.people.nobody')}</p> : (
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField className={parts['field'] ?? ''} autoFocus><Label>{say('correct.people.find')}</Label><Input className={parts['input'] ?? ''} autoComplete="off" spellCheck={false} /></TextField>
            <ListBox aria-label={say('correct.people.find')} className={`${parts['options']} ${styles['people']}`} items={others.filter(({ name }) => nameKey(name).includes(nameKey(typed)))} selectionMode="single" selectedKeys={into === null ? [] : [into]}
              onSelectionChange={(keys) => { setInto(keys === 'all' ? null : Number([...keys][0] ?? into)); setTheirs([]); }} renderEmptyState={() => <p>{say('frame.nothingFound', { typed })}</p>}>
              {(each) => <ListBoxItem id={each.id} textValue={each.name} className={parts['option'] ?? ''}><span className={parts['cut']}><bdi>{each.name}</bdi></span><small>{say(`role.${each.role}`)}</small></ListBoxItem>}
            </ListBox>
          </Autocomplete>
        )}
        {chosen ? <Consequences person={person} into={chosen} theirs={theirs} setTheirs={setTheirs} /> : null}
        <div className={frame['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" onPress={merge} isDisabled={!chosen}>{say('correct.people.run')}</Button></div>
      </div>
    </Sheet>
  );
}

function Consequences({ person, into, theirs, setTheirs }: { person: Person; into: Person; theirs: readonly number[]; setTheirs: (attributes: readonly number[]) => void }) {
  const { say } = useWords();
  const does = useLive('participant.mergePreview', { participant: person.id, into: into.id }, true);
  if (!does) return null;
  const names = { name: person.name, into: into.name };
  return (
    <>
      <ul className={styles['consequences']} aria-live="polite">
        <li>{does.turns === 0 ? say('correct.people.noTurns') : say('correct.people.turns', { ...names, count: does.turns })}</li>
        {(['taken', 'memos', 'referred'] as const).filter((what) => does[what] > 0).map((what) => <li key={what}>{say(`correct.people.${what}`, { ...names, count: does[what] })}</li>)}
        {does.roles ? <li>{say('correct.people.roles', { ...names, mine: say(`role.${does.roles.mine}`), theirs: say(`role.${does.roles.theirs}`) })}</li> : null}
        {does.roles || does.differing.length > 0 ? <li>{say('correct.people.left')}</li> : null}
        <li>{say('code.deleteUndo')}</li>
      </ul>
      {does.differing.length === 0 ? null : (
        <fieldset className={styles['differing']}>
          <legend>{say('correct.people.differ')}</legend>
          {does.differing.map(({ attribute, name, mine, theirs: other }) => (
            <div key={attribute}>
              <span title={name}><bdi>{name}</bdi></span>
              <Segments label={name} value={theirs.includes(attribute) ? 'theirs' : 'mine'} options={[{ id: 'mine', label: mine }, { id: 'theirs', label: other }]} onChange={(kept) => setTheirs(kept === 'theirs' ? [...theirs, attribute] : theirs.filter((each) => each !== attribute))} />
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}
