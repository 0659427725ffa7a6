import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import styles from './code.module.css';

type Attribute = Outcome<'attribute.list'>[number];

/** A value of a person or a document: chosen where the attribute offers choices, written otherwise. */
export function ValueField({ attribute, value, onValue }: { attribute: Attribute; value: string; onValue: (value: string) => void }) {
  const { say } = useWords();
  const choices = [...new Set([...attribute.choices, ...attribute.values.map((each) => each.value)])];
  if (attribute.kind !== 'choice' || choices.length === 0) return <Field label={attribute.name} value={value} onCommit={onValue} />;
  return <Choice label={attribute.name} wide value={value} onChange={onValue} options={[{ id: '', label: say('by.noValue') }, ...choices.map((each) => ({ id: each, label: each }))]} />;
}

/** An attribute itself: its name, and the choices it offers, one a line. */
export function AttributeEditor({ attribute }: { attribute: Attribute }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const kinds = ['choice', 'text', 'number', 'date'] as const;
  return (
    <fieldset className={styles['attribute']}>
      <Field label={say('person.attributeName')} value={attribute.name} onCommit={(name) => act(() => core.call('attribute.change', { attribute: attribute.id, name }))} />
      <Choice label={say('person.kind')} wide value={attribute.kind} options={kinds.map((kind) => ({ id: kind, label: say(`kind.${kind}`) }))} onChange={(kind) => void act(() => core.call('attribute.change', { attribute: attribute.id, kind }))} />
      {attribute.kind === 'choice' ? <Field label={say('person.choices')} lines value={attribute.choices.join('\n')} onCommit={(text) => act(() => core.call('attribute.change', { attribute: attribute.id, choices: text.split('\n').map((line) => line.trim()).filter(Boolean) }))} /> : null}
      <div><Button look="plain" onPress={() => void act(() => core.call('attribute.remove', { attribute: attribute.id }))}>{say('person.removeAttribute')}</Button></div>
    </fieldset>
  );
}
