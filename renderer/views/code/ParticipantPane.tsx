import { Plus } from 'lucide-react';
import { useState } from 'react';
import { roles } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCoder, useSeenDocuments } from './coders.ts';
import { openTurn } from './openTurn.ts';
import { Suggested } from './Suggested.tsx';
import { AttributeEditor, ValueField } from './attributes.tsx';
import styles from './code.module.css';
import { MergePerson } from './MergePerson.tsx';
import { MemosOn } from '../memos/MemosOn.tsx';
import { Pane } from './Pane.tsx';
import { unusedName } from './unusedName.ts';

/** A person: name, role, and the values that tables can be split by. */
export function ParticipantPane({ participant: id }: { participant: number }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const [merging, setMerging] = useState(false);
  const people = useLive('participant.list', {}) ?? [];
  const person = people.find((each) => each.id === id);
  const seen = useSeenCoder();
  const spoken = useLive('participant.spoken', seen)?.find((each) => each.participant === id);
  const attributes = useLive('attribute.list', {})?.filter((attribute) => attribute.of === 'participants') ?? [];
  const titles = new Map(useSeenDocuments()?.map((document) => [document.id, document.name]));
  const brought = people.filter((each) => each.referredBy === id);
  const samplings = [...new Set(people.map(({ sampling }) => sampling).filter(Boolean))];
  if (!person) return <Pane title={say('person.title')}>{null}</Pane>;
  return (
    <Pane title={say('person.title')} detail={say(`role.${person.role}`)}>
      <div className={styles['fields']}>
        <Field label={say('field.name')} value={person.name} onCommit={(name) => act(() => core.call('participant.change', { participant: id, name }))} />
        <Choice label={say('person.role')} wide value={person.role} options={roles.map((role) => ({ id: role, label: say(`role.${role}`) }))} onChange={(role) => void act(() => core.call('participant.change', { participant: id, role }))} />
        <Suggested label={say('participants.sampling')} value={person.sampling} options={samplings} onCommit={(sampling) => act(() => core.call('participant.change', { participant: id, sampling }))} />
        <Choice label={say('participants.referredBy')} wide value={String(person.referredBy ?? '')} options={[{ id: '', label: say('participants.referral.nobody') }, ...people.filter((each) => each.id !== id).map((each) => ({ id: String(each.id), label: each.name }))]}
          onChange={(referrer) => void act(() => core.call('participant.change', { participant: id, referredBy: referrer === '' ? null : Number(referrer) }))} />
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
        {!spoken ? <p className={styles['quiet']}>{say('person.speaksNowhere')}</p> : spoken.documents.map((share) => (
          <button key={share.document} type="button" onClick={() => openTurn(session, share)}>
            <span className={styles['cut']}><bdi>{titles.get(share.document)}</bdi></span>
            <small>{say('participants.person.shares', { turns: say('participants.person.turns', { count: share.turns }), words: say('participants.person.words', { count: share.words }) })}</small>
          </button>
        ))}
      </section>
      {brought.length === 0 ? null : (
        <section className={styles['also']}>
          <h3>{say('participants.referral.referredPeople')}</h3>
          {brought.map((each) => <button key={each.id} type="button" onClick={() => session.set({ aside: { kind: 'participant', id: each.id } })}><span className={styles['cut']}><bdi>{each.name}</bdi></span><small><bdi>{each.sampling}</bdi></small></button>)}
        </section>
      )}
      <MemosOn about="participants" target={id} title={say('passage.memo')} />
      {merging ? <MergePerson person={person} close={() => setMerging(false)} /> : null}
      <div className={styles['paneEnd']}><Button look="plain" isDisabled={people.length < 2} onPress={() => setMerging(true)}>{say('correct.people.into')}</Button></div>
      <div className={styles['paneEnd']}><Button look="danger" onPress={() => void act(async () => { await core.call('participant.remove', { participant: id }); session.set({ aside: null }); })}>{say('person.remove')}</Button></div>
    </Pane>
  );
}
