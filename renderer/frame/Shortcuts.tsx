import { useState } from 'react';
import { nameKey } from '../../shared/model/text.ts';
import { showKeys, useCommands } from '../commands.ts';
import { useWords } from '../core/words.tsx';
import { Entry } from '../parts/Entry.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { editorKeys } from '../views/code/keys.ts';
import { conflictKeys } from '../views/conflicts/keys.ts';
import { mergeKeys } from '../views/merge/keys.ts';
import { gridKeys } from '../views/participants/keys.ts';
import styles from './frame.module.css';

/** Every key of the program, found by any part of what it does. */
export function Shortcuts({ close }: { readonly close: () => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const commands = useCommands().filter((command) => command.keys !== undefined);
  const sections = [
    ...[...editorKeys, ...gridKeys, ...conflictKeys, ...mergeKeys].map(({ title, keys }) => ({ title: say(`keys.${title}`), keys: keys.map(({ id, shown }) => ({ id: id as string, label: say(`keys.${id}`), shown: shown as readonly string[] })) })),
    { title: say('keys.always'), keys: [{ id: 'find', label: say('frame.find'), shown: ['$mod+k'] }, ...commands.map((command) => ({ id: command.id as string, label: say(`command.${command.id}` as 'command.view.code'), shown: [command.keys!] }))] },
  ].map(({ title, keys }) => ({ title, keys: keys.filter(({ label }) => nameKey(label).includes(nameKey(typed))) })).filter(({ keys }) => keys.length > 0);
  return (
    <Sheet title={say('command.help.shortcuts')} onClose={close} size="wide">
      <Entry label={say('keys.find')} value={typed} onChange={setTyped} />
      <div className={styles['keys']}>
        {sections.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            {keys.map(({ id, label, shown }) => <div key={id}><span>{label}</span><span>{shown.map((key) => (key === '–' ? <i key={key}>–</i> : <kbd key={key}>{showKeys(key)}</kbd>))}</span></div>)}
          </section>
        ))}
        {sections.length === 0 ? <p>{say('keys.nothing')}</p> : null}
      </div>
      <p className={styles['foot']}>{say('keys.hint')}</p>
    </Sheet>
  );
}
