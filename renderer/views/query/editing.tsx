import type { Condition } from '../../../shared/model/query.ts';
import type { Counting } from './counting.ts';
import styles from './query.module.css';
import type { Things } from './useThings.ts';

/** What the editor of a kind of condition works on. */
export interface EditorProps<C extends Condition> {
  readonly condition: C;
  readonly things: Things;
  readonly onChange: (condition: C) => void;
  readonly counting: Counting<C>;
}

/** A whole number with its unit before it. */
export function NumberField({ label, value, onChange, min = 0 }: { label: string; value: number; onChange: (value: number) => void; min?: number }) {
  return <label className={styles['numberField']}><span>{label}</span><input type="number" min={min} max={1_000_000} value={value} onChange={(event) => { const given = event.target.valueAsNumber; if (Number.isInteger(given) && given >= min && given <= 1_000_000) onChange(given); }} /></label>;
}
