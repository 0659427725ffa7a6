import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components';
import { asKind, type Kind } from '../../../shared/model/values.ts';
import type { Of } from '../../../shared/model/filling.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Entry } from '../../parts/Entry.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { unusedName } from '../code/unusedName.ts';
import type { Attribute } from './columns.ts';
import styles from './participants.module.css';

const kinds = ['choice', 'text', 'number', 'date'] as const;
interface Row { readonly key: number; readonly was: string | null; readonly text: string }

/** A column: its name, its kind, and the choices that it offers. Written in one step when the sheet is sent off. */
export function ColumnSheet({ of, attribute, taken, values, onClose }: { of: Of; attribute: Attribute | null; taken: readonly string[]; values: readonly string[]; onClose: () => void }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const [name, setName] = useState(attribute?.name ?? unusedName(say('participants.newColumn'), [...taken]));
  const [kind, setKind] = useState<Kind>(attribute?.kind ?? 'choice');
  const [rows, setRows] = useState<readonly Row[]>((attribute?.choices ?? []).map((text, key) => ({ key, was: text, text })));
  const live = useLive('attribute.list', {})?.find(({ id }) => id === attribute?.id);
  const uses = new Map((live?.values ?? []).map(({ value, n }) => [value, n]));
  const unoffered = [...uses.keys()].filter((value) => !rows.some(({ was }) => was === value));
  const misfits = values.filter((value) => value !== '' && asKind(kind, value) === null).length;
  const change = (key: number, text: string) => setRows(rows.map((row) => (row.key === key ? { ...row, text } : row)));
  const swap = (at: number, by: -1 | 1) => {
    const next = [...rows];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    setRows(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const choices = kind === 'choice' ? rows.map(({ text }) => text.trim()).filter((text) => text !== '') : undefined;
    const renamed = kind === 'choice' ? rows.flatMap(({ was, text }) => (was !== null && text.trim() !== '' && text.trim() !== was ? [{ from: was, to: text.trim() }] : [])) : [];
    void act(async () => {
      if (attribute) await core.call('attribute.change', { attribute: attribute.id, name, kind, ...(choices ? { choices } : {}), ...(renamed.length > 0 ? { renamed } : {}) });
      else await core.call('attribute.create', { name, of, kind, ...(choices ? { choices } : {}) });
      onClose();
    });
  };
  return (
    <Sheet title={attribute ? say('participants.column.title', { column: attribute.name }) : say('participants.column.newTitle')} onClose={onClose}>
      <Form className={styles['column'] ?? ''} onSubmit={save}>
        <Entry label={say('participants.column.name')} value={name} onChange={setName} />
        <Choice label={say('participants.column.kind')} wide value={kind} options={kinds.map((id) => ({ id, label: say(`kind.${id}`) }))} onChange={setKind} />
        {misfits === 0 ? null : <p className={styles['warning']} role="status">{say('participants.column.misfits', { count: misfits })}</p>}
        {kind === 'choice' ? (
          <fieldset className={styles['choices']}>
            <legend>{say('participants.column.choices')}</legend>
            <ol>
              {rows.map(({ key, was, text }, at) => (
                <li key={key}>
                  <input aria-label={say('participants.column.choice', { number: at + 1 })} value={text} autoFocus={was === null && text === ''} onChange={(event) => change(key, event.target.value)} />
                  <small>{was !== null && uses.has(was) ? say('participants.column.used', { count: uses.get(was)! }) : ''}</small>
                  <Button look="icon" why={say('participants.column.up', { choice: text })} isDisabled={at === 0} onPress={() => swap(at, -1)}><ArrowUp size={14} strokeWidth={1.5} /></Button>
                  <Button look="icon" why={say('participants.column.down', { choice: text })} isDisabled={at === rows.length - 1} onPress={() => swap(at, 1)}><ArrowDown size={14} strokeWidth={1.5} /></Button>
                  <Button look="icon" why={say('participants.column.remove', { choice: text })} onPress={() => setRows(rows.filter((row) => row.key !== key))}><X size={14} strokeWidth={1.5} /></Button>
                </li>
              ))}
            </ol>
            <Button look="plain" onPress={() => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, was: null, text: '' }])}><Plus size={14} strokeWidth={1.5} />{say('participants.column.add')}</Button>
            {unoffered.length === 0 ? null : <p>{say('participants.column.notOffered', { values: words.list(unoffered.slice(0, 12)) })}</p>}
            {attribute && rows.length > 0 ? <p>{say('participants.column.renames')}</p> : null}
          </fieldset>
        ) : null}
        <div className={styles['ends']}><Button onPress={onClose}>{say('word.cancel')}</Button><Button look="primary" type="submit" isDisabled={name.trim() === ''}>{say(attribute ? 'word.save' : 'participants.column.make')}</Button></div>
      </Form>
    </Sheet>
  );
}
