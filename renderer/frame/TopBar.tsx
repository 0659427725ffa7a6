import { ChevronDown, Search } from 'lucide-react';
import { showKeys, useCommands } from '../commands.ts';
import { useDesk, useLive } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import { Button } from '../parts/Button.tsx';
import { Menu, type MenuEntry } from '../parts/Menu.tsx';
import { useSessionStore } from '../session.ts';
import { ViewTabs } from './ViewTabs.tsx';
import styles from './frame.module.css';

/** The study and what can be done with it, the views, and the way to find anything. */
export function TopBar() {
  const { say } = useWords();
  const session = useSessionStore();
  const desk = useDesk();
  const open = Boolean(desk?.study);
  const project = useLive('project.read', open ? {} : null);
  const commands = useCommands();
  const entry = (id: string): MenuEntry[] => commands.filter((command) => command.id === id).map((command) => ({ id, label: command.label, run: command.run, disabled: command.enabled === false, ...(command.keys === undefined ? {} : { keys: showKeys(command.keys) }) }));
  const name = project?.name ?? say('app.name');
  return (
    <header className={styles['top']}>
      <div className={styles['study']}>
        <Menu label={say('frame.study')} groups={[
          { entries: [...entry('import.transcripts'), ...entry('import.participants'), ...entry('import.codebook'), ...entry('import.survey'), ...entry('document.replace'), ...entry('export.excerpts'), ...entry('export.codebook'), ...entry('codebook.merge'), ...entry('codebook.push'), ...entry('export.print')] },
          { entries: [...entry('study.new'), ...entry('study.open'), ...entry('study.sample')] },
          { entries: [...entry('study.share'), ...entry('study.together')] },
          { entries: [...entry('history.show'), ...entry('history.versions')] },
          { entries: [...entry('view.theme'), ...entry('view.language'), ...entry('help.shortcuts'), ...entry('help.about')] },
        ]}>
          <Button look="plain"><span title={name}><bdi>{name}</bdi></span><ChevronDown size={12} aria-hidden /></Button>
        </Menu>
      </div>
      {open ? <ViewTabs /> : null}
      <button type="button" className={styles['find']} onClick={() => session.set({ open: 'commands' })}>
        <Search size={14} strokeWidth={1.5} aria-hidden /><span>{say('frame.find')}</span><kbd>{showKeys('$mod+k')}</kbd>
      </button>
    </header>
  );
}
