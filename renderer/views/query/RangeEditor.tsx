import type { LeafOf } from '../../../shared/model/query.ts';
import { asKind } from '../../../shared/model/values.ts';
import { useWords } from '../../core/words.tsx';
import { saying } from './CodingEditor.tsx';
import type { EditorProps } from './editing.tsx';
import styles from './query.module.css';

/** Numbers and dates by their bounds, both included; either may be left open. */
export function RangeEditor({ condition, things, onChange }: EditorProps<LeafOf<'range'>>) {
  const { say } = useWords();
  const attribute = things.attributes.find(({ id }) => id === things.idOf('attributes', condition.attribute));
  const isDate = attribute?.kind === 'date';
  const kept = (attribute?.values ?? []).map(({ value }) => asKind(attribute!.kind, value)).filter((value) => value !== null);
  const ordered = isDate ? kept.toSorted() : kept.toSorted((a, b) => Number(a) - Number(b));
  // What is half typed and no bound yet leaves the query as it is.
  const ask = (bound: 'from' | 'to', text: string) => {
    if (text === '' || asKind(isDate ? 'date' : 'number', text) !== null) onChange(saying<LeafOf<'range'>>({ ...condition, [bound]: text === '' ? undefined : text }));
  };
  const field = (bound: 'from' | 'to', label: string) => (
    <label className={styles['numberField']}><span>{label}</span>
      <input type={isDate ? 'date' : 'number'} step="any" value={condition[bound] ?? ''} onChange={(event) => ask(bound, event.target.value)} />
    </label>
  );
  return (
    <>
      <div className={styles['editorRow']}>{field('from', say(isDate ? 'query.notBefore' : 'query.least'))}{field('to', say(isDate ? 'query.notAfter' : 'query.greatest'))}</div>
      <p className={styles['note']}>{ordered.length === 0 ? say('query.noSpread') : say('query.spread', { from: ordered[0]!, to: ordered.at(-1)! })}</p>
    </>
  );
}
