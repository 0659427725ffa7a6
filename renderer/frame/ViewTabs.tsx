import { ChevronDown } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../core/words.tsx';
import { Button } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useSession, useSessionStore, type ViewName } from '../session.ts';
import { views } from '../views/index.ts';
import styles from './frame.module.css';

const tabs = views.filter(({ tab }) => tab).map(({ id }) => id);

/** The views as tabs; those for which the window has no room stand in a menu behind them. */
export function ViewTabs() {
  const { say, tag } = useWords();
  const session = useSessionStore();
  const view = useSession((now) => now.view);
  const here: ViewName = view === 'import' || view === 'replace' ? 'code' : view;
  const row = useRef<HTMLElement>(null);
  /** How many of the tabs have room. The others wrap onto a line below, which the row cuts off. */
  const [room, setRoom] = useState(tabs.length);
  useLayoutEffect(() => {
    const element = row.current!;
    const measure = (): void => {
      const all = [...element.children] as HTMLElement[];
      const wrapped = all.findIndex((tab) => tab.offsetTop > all[0]!.offsetTop);
      setRoom(wrapped < 0 ? tabs.length : wrapped);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [tag]);
  const nameOf = (id: ViewName): string => say(`command.view.${id as 'code' | 'tables'}`);
  const behind = tabs.slice(room);
  return (
    <>
      <nav className={styles['views']} aria-label={say('frame.views')} ref={row}>
        {tabs.map((id, index) => (
          <button key={id} type="button" inert={index >= room} aria-current={id === here ? 'page' : undefined} onClick={() => session.set({ view: id })}>{nameOf(id)}</button>
        ))}
      </nav>
      {behind.length === 0 ? null : (
        <div className={styles['more']}><Menu label={say('frame.moreViews')} groups={[{ entries: behind.map((id) => ({ id, label: nameOf(id), run: () => session.set({ view: id }) })) }]}>
          <Button look="plain"><span className={behind.includes(here) ? styles['hereBehind'] : ''}>{behind.includes(here) ? nameOf(here) : say('frame.moreViews')}</span><ChevronDown size={12} aria-hidden /></Button>
        </Menu></div>
      )}
    </>
  );
}
