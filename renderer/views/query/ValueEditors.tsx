import { useEffect, useState } from 'react';
import type { LeafOf } from '../../../shared/model/query.ts';
import { roles } from '../../../shared/model/schema.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import parts from '../../parts/parts.module.css';
import { FindAnswers, FoldSign, MoreAnswers, shortName, useFolding, useFoldedName, type ListedDocument } from '../../parts/folding.tsx';
import { VariantCount, type Counting } from './counting.tsx';
import type { EditorProps } from './editing.tsx';
import styles from './query.module.css';

interface SeveralProps<C> { readonly label: string; readonly options: readonly { id: string; label: string }[]; readonly chosen: readonly string[]; readonly counting: Counting<C>; readonly variants: readonly C[]; readonly onChange: (chosen: readonly string[]) => void }
/** One line of several: `index` is its place among all of them. At least one stays chosen. */
function Line<C>({ options, chosen, counting, variants, onChange, index, shown, inside = false }: Omit<SeveralProps<C>, 'label'> & { index: number; shown?: string; inside?: boolean }) {
  const { id, label } = options[index]!;
  const tick = (ticked: boolean) => { const next = ticked ? [...chosen, id] : chosen.filter((each) => each !== id); if (next.length > 0) onChange(options.map((each) => each.id).filter((each) => next.includes(each))); };
  return (
    <label className={styles['check']} data-inside={inside || undefined}>
      <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => tick(event.target.checked)} />
      <bdi title={label}>{shown ?? label}</bdi><small><VariantCount counting={counting} variants={variants} index={index} /></small>
    </label>
  );
}
/** Several of a list; at least one stays chosen. */
function Several<C>({ label, ...lines }: SeveralProps<C>) {
  return <fieldset className={styles['several']}><legend>{label}</legend>{lines.options.map(({ id }, index) => <Line key={id} {...lines} index={index} />)}</fieldset>;
}
/** Several documents; those of open answers stand folded under their questionnaire. */
function SeveralDocuments<C>({ label, documents, ...lines }: SeveralProps<C> & { documents: readonly ListedDocument[] }) {
  const folding = useFolding(documents, ({ id }) => lines.chosen.includes(String(id)));
  const nameOf = useFoldedName();
  const { say } = useWords();
  const places = new Map(lines.options.map(({ id }, index) => [id, index]));
  const line = (each: ListedDocument, inside: boolean) => <Line key={each.id} {...lines} index={places.get(String(each.id))!} inside={inside} shown={inside ? shortName(each) : each.name} />;
  return (
    <fieldset className={styles['several']}>
      <legend>{label}</legend>
      {folding.interviews.map((each) => line(each, false))}
      <FindAnswers folding={folding} className={styles['findAnswers']} />
      {folding.folded.map((each) => (
        <div key={each.key}>
          <button type="button" className={styles['fold']} aria-expanded={each.open} aria-label={nameOf(each)} onClick={() => folding.fold(each.id, !each.open)}><FoldSign open={each.open} /><bdi title={each.name}>{each.name}</bdi><small>{say('survey.answerSheets', { count: each.documents.length })}</small></button>
          {each.shown.map((inside) => line(inside, true))}
        </div>
      ))}
      <MoreAnswers folding={folding} className={styles['hint']} />
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
  const lines = { options: list.map(({ id, name }) => ({ id: String(id), label: name })), chosen, counting, variants: list.map(({ id }) => asking([String(id)])), onChange: (ids: readonly string[]) => onChange(asking(ids)) };
  return condition.kind === 'participant' ? <Several label={say('query.people')} {...lines} /> : <SeveralDocuments label={say('left.documents')} documents={things.documents} {...lines} />;
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
