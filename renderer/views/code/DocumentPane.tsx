import { Plus } from 'lucide-react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSessionStore } from '../../session.ts';
import { chooseVersion } from '../replace/replacing.ts';
import { AttributeEditor, ValueField } from './attributes.tsx';
import styles from './code.module.css';
import { MemosOn } from '../memos/MemosOn.tsx';
import { Pane } from './Pane.tsx';
import { useSeenDocuments } from './coders.ts';
import { unusedName } from './unusedName.ts';

/** A document: its title and values, where it came from, and who its speakers are. */
export function DocumentPane({ document: id }: { document: number }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const listed = useSeenDocuments()?.find((each) => each.id === id);
  const read = useLive('document.read', { document: id });
  const people = useLive('participant.list', {}) ?? [];
  const attributes = useLive('attribute.list', {})?.filter((attribute) => attribute.of === 'documents') ?? [];
  if (!listed || !read) return <Pane title={say('document.title')}>{null}</Pane>;
  const labels = Map.groupBy(read.turns, (turn) => turn.label);
  return (
    <Pane title={say('document.title')} detail={say('document.turns', { count: read.turns.length })}>
      <div className={styles['fields']}>
        <Field label={say('field.title')} value={listed.name} onCommit={(name) => act(() => core.call('document.rename', { document: id, name }))} />
        {attributes.map((attribute) => <ValueField key={attribute.id} attribute={attribute} value={listed.values[attribute.id] ?? ''} onValue={(value) => void act(() => core.call('attribute.set', { attribute: attribute.id, document: id, value }))} />)}
        <div><Button look="plain" onPress={() => void act(() => core.call('attribute.create', { name: unusedName(say('person.attributeName'), attributes.map((attribute) => attribute.name)), of: 'documents', kind: 'choice' }))}><Plus size={14} strokeWidth={1.5} />{say('person.addAttribute')}</Button></div>
      </div>
      {attributes.length > 0 ? <details className={styles['details']}><summary>{say('person.attributes')}</summary><div className={styles['fields']}>{attributes.map((attribute) => <AttributeEditor key={attribute.id} attribute={attribute} />)}</div></details> : null}
      <section className={styles['also']}>
        <h3>{say('document.speakers')}</h3>
        <div className={styles['fields']}>
          {[...labels].map(([label, turns]) => (
            <Choice key={label} label={label === '' ? say('document.noLabel') : label} wide value={String(turns[0]!.participant ?? '')} options={[{ id: '', label: say('document.nobody') }, ...people.map((person) => ({ id: String(person.id), label: person.name }))]}
              onChange={(chosen) => void act(() => core.call('turn.assign', { document: id, label, participant: chosen === '' ? null : Number(chosen) }))} />
          ))}
        </div>
      </section>
      <MemosOn about="documents" target={id} title={say('passage.memo')} />
      <section className={styles['by']}>
        <h3>{say('document.origin')}</h3>
        <p>{listed.source === '' ? say('document.typed') : say('document.cameFrom', { file: listed.source, encoding: listed.encoding })}</p>
        <p><time>{words.moment(listed.created)}</time></p>
        <div><Button look="plain" onPress={() => void act(() => chooseVersion(core, session, id))}>{say('correct.replace.command')}</Button></div>
      </section>
    </Pane>
  );
}
