import { useState } from 'react';
import { useWords } from '../core/words.tsx';
import frame from '../frame/frame.module.css';
import { Button } from './Button.tsx';
import { Entry } from './Entry.tsx';
import { Sheet } from './Sheet.tsx';

/** Asks for the name under which something is saved. */
export function Naming({ title, before, label, onClose, onName }: { title: string; before: string; /** What is asked for, where it is not a name. */ label?: string; onClose: () => void; onName: (name: string) => void }) {
  const { say } = useWords();
  const [name, setName] = useState(before);
  return (
    <Sheet title={title} onClose={onClose}>
      <form className={frame['form']} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') onName(name); }}>
        <Entry label={label ?? say('study.name')} value={name} onChange={setName} />
        <div className={frame['ends']}><Button onPress={onClose}>{say('word.cancel')}</Button><Button look="primary" type="submit" isDisabled={name.trim() === ''}>{say('word.save')}</Button></div>
      </form>
    </Sheet>
  );
}
