import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { nameKey } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import parts from '../../parts/parts.module.css';
import type { Person } from './columns.ts';
import styles from './speakers.module.css';

/** To whom picked speakers are assigned: somebody of the study, a new person (the label itself is proposed), or nobody. */
export function AssignTo({ people, suggested, onAssign }: { people: readonly Person[]; suggested: string; onAssign: (participant: number | null | { name: string }) => void }) {
  const { say } = useWords();
  const [written, setWritten] = useState<string | null>(null);
  const typed = written ?? suggested;
  const known = people.find(({ name }) => nameKey(name) === nameKey(typed));
  const isNew = !known && typed.trim() !== '';
  return (
    <>
      <span className={styles['grow']} />
      <ComboBox aria-label={say('participants.speakersOf.choose')} allowsCustomValue defaultItems={people} inputValue={typed} onInputChange={setWritten} selectedKey={known?.id ?? null} menuTrigger="focus"
        onSelectionChange={(key) => { const chosen = people.find(({ id }) => id === key); if (chosen) setWritten(chosen.name); }}>
        <Input className={`${parts['input']} ${styles['person']}`} placeholder={say('participants.speakersOf.choose')} />
        <Popover className={parts['float'] ?? ''} offset={4} placement="top start">
          <ListBox className={parts['options'] ?? ''}>{(person: Person) => <ListBoxItem id={person.id} textValue={person.name} className={parts['option'] ?? ''}><span className={parts['cut']}>{person.name}</span></ListBoxItem>}</ListBox>
        </Popover>
      </ComboBox>
      <Button onPress={() => onAssign(null)}>{say('participants.speakersOf.toNobody')}</Button>
      <Button look="primary" isDisabled={!known && !isNew} onPress={() => onAssign(known ? known.id : { name: typed.trim() })}>
        <span className={styles['cut']}>{known ? say('participants.speakersOf.assignTo', { name: known.name }) : isNew ? say('participants.speakersOf.newPerson', { name: typed.trim() }) : say('participants.speakersOf.assign')}</span>
      </Button>
    </>
  );
}
