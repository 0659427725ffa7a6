import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { useCommands } from '../../commands.ts';
import type { MenuEntry } from '../../parts/Menu.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './code.module.css';
import { CodebookSection } from '../codebook/CodebookSection.tsx';
import { Documents } from './Documents.tsx';
import { Section } from './Section.tsx';
import { unusedName } from './unusedName.ts';
import { useMainAttribute } from './useDocument.ts';

/** Documents, participants and codebook, one above the other: the codebook must be in sight while documents are. */
export function LeftPane() {
  return <><Documents /><People /><CodebookSection /></>;
}

function People() {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const people = useLive('participant.list', {}) ?? [];
  const document = useSession((now) => now.document);
  const shown = useSession((now) => (now.aside?.kind === 'participant' ? now.aside.id : null));
  const main = useMainAttribute();
  const commands = useCommands();
  const [all, setAll] = useState(false);
  const here = people.filter((person) => document !== null && person.documents.includes(document));
  const listed = all || here.length === 0 ? people : here;
  const add: MenuEntry[] = [
    ...commands.filter((command) => command.id === 'import.participants').map((command) => ({ id: command.id, label: command.label, run: command.run })),
    { id: 'new', label: say('left.newParticipant'), run: () => void act(async () => {
      const { participant } = await core.call('participant.create', { name: unusedName(say('left.participantName'), people.map((person) => person.name)) });
      session.set({ aside: { kind: 'participant', id: participant }, rightShown: true });
    }) },
  ];
  return (
    <Section title={say('left.participants')} count={listed.length === people.length ? people.length : say('left.ofAll', { here: here.length, all: people.length })} add={add} kind="participants">
      {people.length === 0 ? <p className={styles['hint']}>{say('left.noParticipants')}</p> : (
        <ListBox aria-label={say('left.participants')} className={styles['list'] ?? ''} selectionMode="single" selectedKeys={shown === null ? [] : [shown]} items={listed} dependencies={[main, words]}
          onSelectionChange={(keys) => { const [key] = keys === 'all' ? [] : [...keys]; if (key !== undefined) session.set({ view: 'code', aside: { kind: 'participant', id: Number(key) }, rightShown: true }); }}>
          {(person) => (
            <ListBoxItem id={person.id} textValue={person.name} className={styles['row'] ?? ''} data-quiet={person.role === 'interviewer' || undefined}>
              <span className={styles['cut']} title={person.name}><bdi>{person.name}</bdi></span>
              <span className={styles['aside']}><bdi>{person.role === 'interviewee' ? (main ? person.values[main.id] ?? '' : '') : say(`role.${person.role}`)}</bdi></span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
      {here.length > 0 && here.length < people.length ? <button type="button" className={styles['more']} onClick={() => setAll(!all)}>{all ? say('left.onlyHere') : say('left.showAll', { all: people.length })}</button> : null}
    </Section>
  );
}
