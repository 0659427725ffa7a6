import { useMemo, type ReactNode } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import styles from './parts.module.css';

export interface MenuEntry { readonly id: string; readonly label: string; readonly keys?: string | undefined; readonly hint?: string; readonly sign?: ReactNode; readonly danger?: boolean; readonly disabled?: boolean; readonly run: () => void }
export interface MenuGroup { readonly title?: string; readonly entries: readonly MenuEntry[] }

/** A menu that a button opens. */
export function Menu({ children, groups, label }: { children: ReactNode; groups: readonly MenuGroup[]; label: string }) {
  return <MenuTrigger>{children}<Popover className={styles['float'] ?? ''} offset={4}><Entries groups={groups} label={label} /></Popover></MenuTrigger>;
}

/** A menu that stands open beside a thing: one for many rows, so that none of them needs its own. */
export function MenuAt({ at, groups, label, onClose }: { at: Element; groups: readonly MenuGroup[]; label: string; onClose: () => void }) {
  const place = useMemo(() => ({ current: at }), [at]);
  return <Popover aria-label={label} className={styles['float'] ?? ''} offset={4} placement="bottom start" triggerRef={place} isOpen onOpenChange={(open) => { if (!open) onClose(); }}><Entries groups={groups} label={label} onClose={onClose} /></Popover>;
}

function Entries({ groups, label, onClose }: { groups: readonly MenuGroup[]; label: string; onClose?: () => void }) {
  const entries = groups.flatMap((group) => group.entries);
  return (
    <AriaMenu aria-label={label} className={styles['options'] ?? ''} {...(onClose ? { onClose, autoFocus: 'first' as const } : {})} onAction={(key) => entries.find((entry) => entry.id === key)?.run()} disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}>
      {groups.filter((group) => group.entries.length > 0).map((group, index) => (
        <MenuSection key={index} aria-label={group.title ?? label}>
          {index > 0 ? <Separator className={styles['separator'] ?? ''} /> : null}
          {group.title === undefined ? null : <Header className={styles['menuTitle'] ?? ''}>{group.title}</Header>}
          {group.entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={`${styles['option']} ${entry.danger ? styles['dangerous'] : ''}`}>
              {entry.sign}
              <span className={styles['cut']}>{entry.label}</span>
              {entry.hint === undefined ? null : <small>{entry.hint}</small>}
              {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}
