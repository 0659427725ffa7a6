import { useEffect, useState } from 'react';
import type { LeafOf } from '../../../shared/model/query.ts';
import { roles } from '../../../shared/model/schema.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import parts from '../../parts/parts.module.css';
import { VariantCount, type Counting } from './counting.tsx';
import type { EditorProps } from './editing.tsx';
import styles from './query.module.css';

/** Several of a list; at least one stays chosen. */
function Several<C>({ label, options, chosen, counting, variants, onChange }: { label: string; options: readonly { id: string; label: string }[]; chosen: readonly string[]; counting: Counting<C>; variants: readonly C[]; onChange: (chosen: readonly string[]) => void }) {
  return (
    <fieldset className={styles['several']}>
      <legend>{label}</legend>
      {options.map(({ id, label: name }, index) => (
        <label key={id} className={styles['check']}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => { const next = event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id); if (next.length > 0) onChange(options.map((each) => each.id).filter((each) => next.includes(each))); }} />
          <bdi>{name}</bdi><small><VariantCount counting={counting} variants={variants} index={index} /></small>
        </label>
      ))}
    </fieldset>
  );
}

export function AttributeEditor({ condition, things, onChange, counting }: EditorProps<LeafOf<'attribute'>>) {
  const { say } = useWords();
  const attribute = things.attributes.find(({ id }) => id === things.idOf('attributes', condition.attribute));
  const values = [...(attribute?.values ?? []).map(({ value }) => value as string | null), null];
  const of = (given: readonly (string | null)[]): LeafOf<'attribute'> => ({ ...condition, values: [...given] });
  const asked = new Set(condition.values.map((value) => (value === null ? null : nameKey(value))));
  const keyOf = (index: number) => String(index);
  return (
    <Several label={condition.attribute.name} options={values.map((value, index) => ({ id: keyOf(index), label: value ?? say('by.noValue') }))} counting={counting} variants={values.map((value) => of([value]))}
      chosen={values.flatMap((value, index) => (asked.has(value === null ? null : nameKey(value)) ? [keyOf(index)] : []))} onChange={(chosen) => onChange(of(chosen.map((key) => values[Number(key)]!)))} />
  );
}

/** People or documents. */
export function NamedEditor({ condition, things, onChange, counting }: EditorProps<LeafOf<'participant' | 'document'>>) {
  const { say } = useWords();
  const of = condition.kind === 'participant' ? 'participants' : 'documents';
  const list = condition.kind === 'participant' ? things.people : things.documents;
  const references = condition.kind === 'participant' ? condition.participants : condition.documents;
  const chosen = references.map((reference) => String(things.idOf(of, reference)));
  const asking = (ids: readonly string[]): LeafOf<'participant' | 'document'> => {
    const named = ids.flatMap((id) => things.reference(of, Number(id)) ?? []);
    return condition.kind === 'participant' ? { kind: 'participant', participants: named } : { kind: 'document', documents: named };
  };
  return <Several label={condition.kind === 'participant' ? say('query.people') : say('left.documents')} options={list.map(({ id, name }) => ({ id: String(id), label: name }))} chosen={chosen} counting={counting} variants={list.map(({ id }) => asking([String(id)]))} onChange={(ids) => onChange(asking(ids))} />;
}

export function RoleEditor({ condition, onChange, counting }: EditorProps<LeafOf<'role'>>) {
  const { say } = useWords();
  return <Several label={say('query.role')} counting={counting} variants={roles.map((role): LeafOf<'role'> => ({ kind: 'role', roles: [role] }))} options={roles.map((role) => ({ id: role, label: say(`role.${role}`) }))} chosen={condition.roles} onChange={(chosen) => onChange({ kind: 'role', roles: chosen as typeof condition.roles })} />;
}

/** How long typing must rest before it is asked for, ms. */
const rest = 200;
export function TextEditor({ condition, onChange }: EditorProps<LeafOf<'text'>>) {
  const { say } = useWords();
  const [text, setText] = useState(condition.text);
  useEffect(() => {
    if (text === condition.text || text.trim() === '') return undefined;
    const timer = setTimeout(() => onChange({ ...condition, text }), rest);
    return () => clearTimeout(timer);
  }, [text, condition, onChange]);
  const check = (name: 'wholeWord' | 'matchCase') => <label className={styles['check']}><input type="checkbox" checked={condition[name]} onChange={(event) => onChange({ ...condition, [name]: event.target.checked })} />{say(`search.${name}`)}</label>;
  return (
    <>
      <input className={parts['input']} aria-label={say('search.label')} value={text} maxLength={1000} onChange={(event) => setText(event.target.value)} />
      <div className={styles['editorRow']}>{check('matchCase')}{check('wholeWord')}</div>
    </>
  );
}
