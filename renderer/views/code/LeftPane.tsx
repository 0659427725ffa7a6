import { Files } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { useCommands } from '../../commands.ts';
import type { MenuEntry } from '../../parts/Menu.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './code.module.css';
import { allWaiting } from '../import/importing.ts';
import { CodebookSection } from '../codebook/CodebookSection.tsx';
import { Section } from './Section.tsx';
import { useSeenDocuments } from './coders.ts';
import { unusedName } from './unusedName.ts';
import { useMainAttribute } from './useDocument.ts';

/** Documents, participants and codebook, one above the other: the codebook must be in sight while documents are. */
export function LeftPane() {
  return <><Documents /><People /><CodebookSection /></>;
}

/** How much of a document is coded, as a small pie; a full one carries a tick. */
function Progress({ share }: { share: number }) {
  const turn = Math.min(1, share) * 2 * Math.PI;
  const [x, y] = [6 + 5 * Math.sin(turn), 6 - 5 * Math.cos(turn)];
  return (
    <svg className={styles['pie']} viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1" />
      {share >= 0.995 ? <><circle cx="6" cy="6" r="5.5" fill="currentColor" /><path d="M3.4 6.2 5.2 8l3.4-3.8" fill="none" stroke="var(--pane)" strokeWidth="1.4" /></> : share > 0 ? <path d={`M6 6V1A5 5 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`} fill="currentColor" /> : null}
    </svg>
  );
}

function Documents() {
  const { say, percent } = useWords();
  const session = useSessionStore();
  const documents = useSeenDocuments() ?? [];
  const document = useSession((now) => now.document);
  const commands = useCommands();
  const waiting = useSession((now) => now.importing);
  const importingView = useSession((now) => now.view === 'import');
  const open = (key: number) => session.set({ view: 'code', readingWanted: true, ...(key === session.get().document ? {} : { document: key, passage: null, selection: null, goto: null, editing: false, coders: null }) });
  const importing = commands.filter((command) => command.id === 'import.transcripts').map((command) => ({ id: command.id, label: command.label, run: command.run }));
  return (
    <Section title={say('left.documents')} count={documents.length} add={importing} kind="documents">
      {waiting ? <button type="button" className={styles['waiting']} aria-current={importingView ? 'page' : undefined} onClick={() => session.set({ view: 'import' })}><Files size={13} strokeWidth={1.5} aria-hidden /><span className={styles['cut']}>{waiting.progress && waiting.previews.size === waiting.files.length ? say('import.importing', { done: waiting.progress.done, total: waiting.progress.total }) : say('left.waiting', { count: allWaiting(waiting).reduce((sum, each) => sum + each.files.length, 0) })}</span></button> : null}
      {documents.length === 0 ? <p className={styles['hint']}>{say('left.noDocuments')}</p> : (
        <ListBox aria-label={say('left.documents')} className={styles['list'] ?? ''} selectionMode="single" selectedKeys={document === null || importingView ? [] : [document]} items={documents} dependencies={[percent]}
          onSelectionChange={(keys) => { const [key] = keys === 'all' ? [] : [...keys]; if (key !== undefined) open(Number(key)); }}>
          {(each) => (
            <ListBoxItem id={each.id} textValue={each.name} className={styles['row'] ?? ''} onPress={() => open(each.id)}>
              <span title={percent(each.coded)}><Progress share={each.coded} /></span><span className={styles['cut']} title={each.name}><bdi>{each.name}</bdi></span><span className={styles['n']}>{each.codings === 0 ? '' : each.codings}</span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </Section>
  );
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
