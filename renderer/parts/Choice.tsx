import { ChevronDown } from 'lucide-react';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import styles from './parts.module.css';

export interface Option<K extends string> { readonly id: K; readonly label: string; readonly hint?: ReactNode; readonly sign?: ReactNode }

/** One of several: the label says of what, the value what is chosen. */
export function Choice<K extends string>({ label, value, options, onChange, wide = false, placeholder }: { label: string; value: K | null; options: readonly Option<K>[]; onChange: (value: K) => void; wide?: boolean; placeholder?: string }) {
  const id = useId();
  return (
    <Select aria-label={label} selectedKey={value} onSelectionChange={(key) => onChange(String(key) as K)} className={`react-aria-Select ${styles['choice']} ${wide ? styles['wide'] : ''}`} {...(placeholder === undefined ? {} : { placeholder })}>
      {/* Its name is what stands on it, in that order: whoever speaks to the computer says what she sees. */}
      <Button className={styles['choiceButton'] ?? ''} aria-labelledby={`${id}label ${id}value`}>
        <span className={styles['choiceLabel']} id={`${id}label`}>{label}</span>{' '}
        <span className={styles['choiceValue']} id={`${id}value`}><SelectValue className={styles['choiceChosen'] ?? ''} /></span>
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className={styles['float'] ?? ''} offset={4}>
        <ListBox className={styles['options'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles['option'] ?? ''}>
              {option.sign}<span className={styles['cut']}>{option.label}</span>{option.hint === undefined ? null : <small>{option.hint}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** Two or three that are always in sight; one stop for Tab, arrows choose. */
export function Segments<K extends string>({ label, value, options, onChange }: { label: string; value: K; options: readonly Option<K>[]; onChange: (value: K) => void }) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (Math.max(0, options.findIndex((option) => option.id === value)) + step + options.length) % options.length;
    event.currentTarget.querySelectorAll('button')[next]!.focus();
    onChange(options[next]!.id);
  };
  return (
    <div role="radiogroup" aria-label={label} className={styles['segments']} onKeyDown={onKeyDown}>
      {options.map((option, index) => (
        <button key={option.id} type="button" role="radio" aria-checked={option.id === value} tabIndex={option.id === value || (index === 0 && !options.some(({ id }) => id === value)) ? 0 : -1} onClick={() => onChange(option.id)}>{option.label}</button>
      ))}
    </div>
  );
}
