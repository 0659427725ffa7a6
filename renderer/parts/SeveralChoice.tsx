import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Option } from './Choice.tsx';
import styles from './parts.module.css';

/** Any number of several; none chosen is all of them. */
export function SeveralChoice({ label, chosen, options, all, several, onChange, wide = false }: { label: string; chosen: readonly string[]; options: readonly Option<string>[]; all: string; several: (count: number) => string; onChange: (chosen: readonly string[]) => void; wide?: boolean }) {
  const id = useId();
  const shown = chosen.length === 0 ? all : chosen.length === 1 ? options.find((option) => option.id === chosen[0])?.label ?? all : several(chosen.length);
  return (
    <DialogTrigger>
      <Button className={`${styles['choiceButton']} ${wide ? styles['wideButton'] : ''}`} aria-labelledby={`${id}label ${id}value`}>
        <span className={styles['choiceLabel']} id={`${id}label`}>{label}</span>{' '}
        <span className={styles['choiceValue']} id={`${id}value`}><span className={styles['choiceChosen']}>{shown}</span></span>
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className={styles['float'] ?? ''} offset={4}>
        <Dialog aria-label={label} className={styles['several'] ?? ''}>
          <ListBox aria-label={label} autoFocus escapeKeyBehavior="none" className={styles['options'] ?? ''} items={options} selectionMode="multiple" selectedKeys={chosen} onSelectionChange={(keys) => onChange(keys === 'all' ? [] : options.map((option) => option.id).filter((key) => keys.has(key)))}>
            {(option) => <ListBoxItem id={option.id} textValue={option.label} className={`${styles['option']} ${styles['ticked']}`}><span className={styles['cut']}>{option.label}</span></ListBoxItem>}
          </ListBox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
