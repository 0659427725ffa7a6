import { Plus } from 'lucide-react';
import { roles } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSessionStore } from '../../session.ts';
import { AttributeEditor, ValueField } from './attributes.tsx';
import styles from './code.module.css';
import { Memo } from './Memo.tsx';
import { Pane } from './Pane.tsx';
import { unusedName } from './unusedName.ts';

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
        <Field label={say('field.name')} value={person.name} onCommit={(name) => act(() => core.call('participant.change', { participant: id, name }))} />
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
        {documents.length === 0 ? <p className={styles['quiet']}>{say('person.speaksNowhere')}</p> : documents.map((document) => <button key={document.id} type="button" onClick={() => session.set({ document: document.id, passage: null, selection: null, goto: null, readingWanted: true })}><span className={styles['cut']}>{document.name}</span></button>)}
      </section>
      <Memo about="participants" target={id} title={say('passage.memo')} />
      <div className={styles['paneEnd']}><Button look="danger" onPress={() => void act(async () => { await core.call('participant.remove', { participant: id }); session.set({ aside: null }); })}>{say('person.remove')}</Button></div>
    </Pane>
  );
}
