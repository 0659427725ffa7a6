import { useEffect, useState } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import styles from './parts.module.css';

interface FieldProps { readonly label: string; readonly value: string; readonly onCommit: (value: string) => void; readonly lines?: boolean; readonly hidden?: boolean; readonly autoFocus?: boolean; readonly placeholder?: string; readonly name?: string }

/** A text that is taken over when the person leaves it or presses Enter; Escape brings the old one back. */
export function Field({ label, value, onCommit, lines = false, hidden = false, autoFocus = false, placeholder, name }: FieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => { if (text !== value) onCommit(text); };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') { setText(value); event.stopPropagation(); }
    if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) { event.preventDefault(); commit(); }
  };
  const shared = { className: styles['input'] ?? '', ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <TextField value={text} onChange={setText} onBlur={commit} onKeyDown={onKeyDown} className={styles['field'] ?? ''} autoFocus={autoFocus} {...(name === undefined ? {} : { name })} {...(hidden ? { 'aria-label': label } : {})}>
      {hidden ? null : <Label>{label}</Label>}
      {lines ? <TextArea rows={3} {...shared} /> : <Input {...shared} />}
    </TextField>
  );
}
