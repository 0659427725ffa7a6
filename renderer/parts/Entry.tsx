import { Input, Label, TextField } from 'react-aria-components';
import styles from './parts.module.css';

/** The one line that a sheet asks for; Enter sends the sheet off. */
export function Entry({ label, value, onChange, placeholder }: { label: string; value: string; onChange: (value: string) => void; placeholder?: string }) {
  return (
    <TextField value={value} onChange={onChange} className={styles['field'] ?? ''} autoFocus>
      <Label>{label}</Label>
      <Input className={styles['input'] ?? ''} onFocus={(event) => event.currentTarget.select()} autoComplete="off" spellCheck={false} {...(placeholder === undefined ? {} : { placeholder })} />
    </TextField>
  );
}
