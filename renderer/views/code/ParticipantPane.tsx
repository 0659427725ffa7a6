import { Plus } from 'lucide-react';
import { roles } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSessionStore } from '../../session.ts';
import { Pane } from './Aside.tsx';
import styles from './code.module.css';
import { Memo } from './PassagePane.tsx';
import { unusedName } from './unusedName.ts';

type Attribute = Outcome<'attribute.list'>[number];

/** A value of a person or a document: chosen where the attribute offers choices, written otherwise. */
export function ValueField({ attribute, value, onValue }: { attribute: Attribute; value: string; onValue: (value: string) => void }) {
  const { say } = useWords();
  const choices = [...new Set([...attribute.choices, ...attribute.values.map((each) => each.value)])];
  if (attribute.kind !== 'choice' || choices.length === 0) return <Field label={attribute.name} value={value} onCommit={onValue} />;
  return <Choice label={attribute.name} wide value={value} onChange={onValue} options={[{ id: '', label: say('by.noValue') }, ...choices.map((each) => ({ id: each, label: each }))]} />;
}

/** A person: name, role, and the values that tables can be split by. */
export function ParticipantPane({ participant: id }: { participant: number }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const person = useLive('participant.list', {})?.find((each) => each.id === id);
  const attributes = useLive('attribute.list', {})?.filter((attribute) => attribute.of === 'participants') ?? [];
  const documents = useLive('document.list', {})?.filter((document) => person?.documents.includes(document.id)) ?? [];
  if (!person) return <Pane title={say('person.title')}>{null}</Pane>;
  return (
    <Pane title={say('person.title')} detail={say(`role.${person.role}`)}>
      <div className={styles['fields']}>
        <Field label={say('field.name')} value={person.name} onCommit={(name) => void act(() => core.call('participant.change', { participant: id, name }))} />
        <Choice label={say('person.role')} wide value={person.role} options={roles.map((role) => ({ id: role, label: say(`role.${role}`) }))} onChange={(role) => void act(() => core.call('participant.change', { participant: id, role }))} />
        {attributes.map((attribute) => <ValueField key={attribute.id} attribute={attribute} value={person.values[attribute.id] ?? ''} onValue={(value) => void act(() => core.call('attribute.set', { attribute: attribute.id, participant: id, value }))} />)}
        <div><Button look="plain" onPress={() => void act(() => core.call('attribute.create', { name: unusedName(say('person.attributeName'), attributes.map((attribute) => attribute.name)), of: 'participants', kind: 'choice' }))}><Plus size={14} strokeWidth={1.5} />{say('person.addAttribute')}</Button></div>
      </div>
      {attributes.length > 0 ? (
        <details className={styles['details']}>
          <summary>{say('person.attributes')}</summary>
          <div className={styles['fields']}>{attributes.map((attribute) => <AttributeEditor key={attribute.id} attribute={attribute} />)}</div>
        </details>
      ) : null}
      <section className={styles['also']}>
        <h3>{say('person.speaksIn')}</h3>
        {documents.length === 0 ? <p className={styles['quiet']}>{say('person.speaksNowhere')}</p> : documents.map((document) => <button key={document.id} type="button" onClick={() => session.set({ document: document.id, passage: null, selection: null, goto: null })}><span className={styles['cut']}>{document.name}</span></button>)}
      </section>
      <Memo about="participants" target={id} title={say('passage.memo')} />
      <div className={styles['paneEnd']}><Button look="danger" onPress={() => void act(async () => { await core.call('participant.remove', { participant: id }); session.set({ aside: null }); })}>{say('person.remove')}</Button></div>
    </Pane>
  );
}

/** An attribute itself: its name, and the choices it offers, one a line. */
export function AttributeEditor({ attribute }: { attribute: Attribute }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const kinds = ['choice', 'text', 'number', 'date'] as const;
  return (
    <fieldset className={styles['attribute']}>
      <Field label={say('person.attributeName')} value={attribute.name} onCommit={(name) => void act(() => core.call('attribute.change', { attribute: attribute.id, name }))} />
      <Choice label={say('person.kind')} wide value={attribute.kind} options={kinds.map((kind) => ({ id: kind, label: say(`kind.${kind}`) }))} onChange={(kind) => void act(() => core.call('attribute.change', { attribute: attribute.id, kind }))} />
      {attribute.kind === 'choice' ? <Field label={say('person.choices')} lines value={attribute.choices.join('\n')} onCommit={(text) => void act(() => core.call('attribute.change', { attribute: attribute.id, choices: text.split('\n').map((line) => line.trim()).filter(Boolean) }))} /> : null}
      <div><Button look="plain" onPress={() => void act(() => core.call('attribute.remove', { attribute: attribute.id }))}>{say('person.removeAttribute')}</Button></div>
    </fieldset>
  );
}
