import { CircleAlert } from 'lucide-react';
import { roles } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import frame from '../import/import.module.css';
import { useSessionStore } from '../../session.ts';
import { chooseVersion, withoutSpans, type Preview } from './replacing.ts';
import type { Replacement } from './useReplacing.ts';

/** The corrected file: how it was read, whose turns the document will have, and who speaks in them. */
export function VersionPane({ work }: { work: Replacement }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const { replacing, change } = work;
  const { preview } = replacing;
  const choose = (choices: typeof replacing.choices) => change({ choices: { ...replacing.choices, ...choices }, places: withoutSpans(replacing.places), preview: null });
  return (
    <>
      <header className={frame['paneHead']}><h2>{say('correct.replace.version')}</h2><span title={replacing.file.name}><bdi>{replacing.file.name}</bdi></span></header>
      <div className={frame['paneBody']}>
        <div><Button onPress={() => void act(() => chooseVersion(core, session, replacing.document))}>{say('correct.replace.another')}</Button></div>
        {preview ? (
          <>
            {preview.file.notes.map((note) => <p key={note.code} className={frame['note']}><CircleAlert size={14} strokeWidth={1.5} aria-hidden />{say(`note.${note.code}`, note.values)}</p>)}
            {preview.file.encodings.length > 0 ? <Choice label={say('import.encoding')} wide value={replacing.choices.encoding ?? preview.file.encoding} options={preview.file.encodings.map((id) => ({ id, label: id }))} onChange={(encoding) => choose({ encoding })} /> : null}
            {preview.file.patterns.length > 1 ? <Choice label={say('import.pattern')} wide value={preview.file.pattern} options={preview.file.patterns.map((id) => ({ id, label: words.has(`pattern.${id}`) ? say(`pattern.${id}` as 'pattern.none') : id }))} onChange={(pattern) => choose({ pattern })} /> : null}
            <Choice label={say('correct.replace.turns')} wide value={preview.turnsFrom} onChange={(turns) => change({ turns })}
              options={[{ id: 'file', label: say('correct.replace.turnsFile'), hint: words.number(preview.file.turns) }, { id: 'kept', label: say('correct.replace.turnsKept'), hint: words.number(preview.oldTurns) }]} />
            {preview.people.map((proposed) => <Speaker key={proposed.label} proposed={proposed} turns={preview.file.labels.find(({ label }) => label === proposed.label)?.turns} work={work} />)}
          </>
        ) : null}
      </div>
    </>
  );
}

function Speaker({ proposed, turns, work }: { proposed: Preview['people'][number]; turns: number | undefined; work: Replacement }) {
  const { say } = useWords();
  const people = useLive('participant.list', {}) ?? [];
  const { people: decided } = work.replacing;
  const person = decided[proposed.label] ?? proposed;
  const known = people.some((each) => each.name === person.name);
  const set = (fields: Partial<typeof person>) => work.change({ people: { ...decided, [proposed.label]: { name: person.name, role: person.role, ...fields } } });
  const choose = (name: string) => {
    const there = people.find((each) => each.name === name);
    set(there ? { name, role: there.role } : { name: proposed.label || name });
  };
  return (
    <fieldset className={frame['speaker']}>
      <legend><bdi>{proposed.label === '' ? say('import.wholeText') : proposed.label}</bdi><small>{turns === undefined ? '' : say('document.turns', { count: turns })}</small></legend>
      <Choice label={say('import.person')} wide value={known ? person.name : ''} options={[{ id: '', label: say('import.newPerson', { name: known ? proposed.label : person.name }) }, ...people.map((each) => ({ id: each.name, label: each.name }))]} onChange={choose} />
      {known ? null : <Field label={say('field.name')} value={person.name} onCommit={(name) => set({ name })} />}
      {known ? null : <Choice label={say('person.role')} wide value={person.role} options={roles.map((role) => ({ id: role, label: say(`role.${role}`) }))} onChange={(role) => set({ role })} />}
    </fieldset>
  );
}
