import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { peopleTold } from '../../../shared/model/handOut.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Met } from '../../frame/Met.tsx';
import frame from '../../frame/frame.module.css';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { DocumentTicks } from '../../parts/DocumentChoice.tsx';
import { Field } from '../../parts/Field.tsx';
import parts from '../../parts/parts.module.css';
import { Sheet } from '../../parts/Sheet.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenDocuments } from '../code/coders.ts';
import { HandOutContents } from './HandOutContents.tsx';
import { askedOf, type Packages, type Wished } from './handingOut.ts';
import styles from './team.module.css';

/** A package for a coder: which documents, and what she is to see besides; what the file will and will not hold is said before it is saved. */
export function HandOut({ listed, first, close }: { listed: Packages; first: Wished; close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const [wished, setWished] = useState(first);
  const wish = (fields: Partial<Wished>) => setWished((before) => ({ ...before, ...fields }));
  const asked = askedOf(wished);
  const make = () => void act(async () => {
    if (asked === null) return;
    await core.flushing.all();
    const file = await core.call('handOut.make', { ...asked, note: wished.note.trim() });
    const { undo } = await core.call('project.read', {});
    // Whoever thinks better of it when the place is asked for has handed nothing out.
    if (!await core.bridge.save(file)) { if (undo?.operation === 'handOut.make') await core.call('history.undo', {}); return; }
    session.set({ notice: { said: say('handOut.made', { count: asked.documents.length, coder: asked.coder }) } });
    close();
  });
  return (
    <Sheet title={say('handOut.sheet')} onClose={close} size="wide">
      <div className={styles['sheet']}>
        <div className={frame['form']}>
          <CoderChoice coder={wished.coder} onChange={(coder) => wish({ coder })} />
          <Which listed={listed} chosen={wished.documents} onChange={(documents) => wish({ documents })} />
          <div className={styles['asked']}><span>{say('handOut.others')}</span><Segments label={say('handOut.others')} value={wished.blind} onChange={(blind) => wish({ blind })} options={(['yes', 'no'] as const).map((id) => ({ id, label: say(`handOut.blind.${id}`) }))} /></div>
          <div className={styles['asked']}><span>{say('handOut.speakers')}</span><Segments label={say('handOut.speakers')} value={wished.people} onChange={(people) => wish({ people })} options={peopleTold.map((id) => ({ id, label: say(`handOut.people.${id}`) }))} /></div>
          {wished.people === 'values' ? <Attributes chosen={wished.attributes} onChange={(attributes) => wish({ attributes })} /> : null}
          <Field label={say('handOut.note')} value={wished.note} onCommit={(note) => wish({ note })} />
        </div>
        <HandOutContents wished={wished} />
      </div>
      <Met />
      <div className={`${frame['ends']} ${styles['ends']}`}>
        {asked === null || asked.coder === '' ? <span>{say(asked === null ? 'handOut.askDocuments' : 'handOut.askCoder')}</span> : null}
        <Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" isDisabled={asked === null || asked.coder === ''} onPress={make}>{say('handOut.save')}</Button>
      </div>
    </Sheet>
  );
}
function CoderChoice({ coder, onChange }: { coder: string; onChange: (coder: string) => void }) {
  const { say } = useWords();
  const known = (useLive('coder.list', {}) ?? []).filter(({ layer }) => layer !== 'consensus').map(({ name }) => ({ id: name }));
  return (
    <ComboBox className={parts['field'] ?? ''} allowsCustomValue defaultItems={known} inputValue={coder} onInputChange={onChange} autoFocus={coder === ''}>
      <Label>{say('handOut.forWhom')}</Label>
      <Input className={parts['input'] ?? ''} placeholder={say('handOut.newCoder')} autoComplete="off" spellCheck={false} />
      <Popover className={parts['float'] ?? ''} offset={4}>
        <ListBox className={parts['options'] ?? ''}>{({ id }: { id: string }) => <ListBoxItem id={id} textValue={id} className={parts['option'] ?? ''}><span className={parts['cut']}><bdi>{id}</bdi></span></ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}
function Which({ listed, chosen, onChange }: { listed: Packages; chosen: readonly number[]; onChange: (chosen: readonly number[]) => void }) {
  const { say, list } = useWords();
  const documents = useSeenDocuments() ?? [];
  const held = new Map(listed.documents.map((each) => [each.document, each]));
  const free = listed.documents.filter(({ out, back }) => out.length + back.length === 0).map(({ document }) => document);
  const hintOf = (document: number): string => {
    const { out, back } = held.get(document) ?? { out: [], back: [] };
    return out.length > 0 ? say('handOut.has', { coders: list(out) }) : back.length > 0 ? say('handOut.had', { coders: list(back) }) : '';
  };
  return (
    <div className={styles['which']}>
      <header><span>{say('handOut.which')} <b>{say('handOut.whichCount', { count: chosen.length, of: documents.length })}</b></span>
        {free.length > 0 && free.length < documents.length ? <Button look="plain" onPress={() => onChange(free)}>{say('handOut.takeFree', { count: free.length })}</Button> : null}
        <Button look="plain" onPress={() => onChange(chosen.length === documents.length ? [] : documents.map(({ id }) => id))}>{say(chosen.length === documents.length ? 'handOut.takeNone' : 'handOut.takeAll')}</Button>
      </header>
      <DocumentTicks label={say('handOut.which')} chosen={chosen} documents={documents} hintOf={hintOf} onChange={onChange} />
    </div>
  );
}
function Attributes({ chosen, onChange }: { chosen: readonly number[]; onChange: (chosen: readonly number[]) => void }) {
  const { say } = useWords();
  const attributes = useLive('attribute.list', {}) ?? [];
  const told = chosen.length === 0 ? attributes.map(({ id }) => id) : chosen;
  const toggle = (id: number, on: boolean) => {
    const next = attributes.map((each) => each.id).filter((each) => (each === id ? on : told.includes(each)));
    onChange(next.length === attributes.length ? [] : next);
  };
  if (attributes.length === 0) return null;
  return (
    <fieldset className={styles['attributes']}>
      <legend>{say('handOut.attributes')}</legend>
      {attributes.map(({ id, name }) => <label key={id} title={name}><input type="checkbox" checked={told.includes(id)} disabled={told.length === 1 && told[0] === id} onChange={(event) => toggle(id, event.target.checked)} /><bdi>{name}</bdi></label>)}
    </fieldset>
  );
}
