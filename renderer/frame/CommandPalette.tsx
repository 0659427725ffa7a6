import { useId, useState, type ReactNode } from 'react';
import { Autocomplete, Dialog, Header, Input, ListBox, ListBoxItem, ListBoxSection, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { nameKey } from '../../shared/model/text.ts';
import { showKeys, useCommands } from '../commands.ts';
import { useLive } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import { Sign } from '../parts/Sign.tsx';
import parts from '../parts/parts.module.css';
import { useSession, useSessionStore } from '../session.ts';
import { useSeenCoder, useSeenCodes, useSeenDocuments } from '../views/code/coders.ts';
import { useOpenMemo } from '../views/memos/places.ts';
import { SubjectSign } from '../views/memos/SubjectSign.tsx';
import styles from './frame.module.css';

interface Row { readonly id: string; readonly label: string; readonly keys?: string | undefined; readonly hint: string; readonly sign?: ReactNode; readonly run: () => void }
interface Section { readonly id: string; readonly title: string; readonly rows: readonly Row[] }

/** Shown of each kind while nothing much has been typed. */
const most = 8;

/** Find anything by any part of its name: commands, documents, people, codes. */
export function CommandPalette() {
  const open = useSession((now) => now.open === 'commands');
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const { say } = useWords();
  const session = useSessionStore();
  const commands = useCommands().filter((command) => command.enabled !== false);
  const seen = useSeenCoder();
  const documents = useSeenDocuments();
  const people = useLive('participant.list', {});
  const codes = useSeenCodes();
  const [typed, setTyped] = useState('');
  const list = useId();
  const memos = useLive('memo.find', typed.trim() === '' ? null : { typed: typed.slice(0, 1000), order: 'changed', limit: most }, true);
  const openMemo = useOpenMemo();
  const words = nameKey(typed).split(' ').filter(Boolean);
  const fits = (text: string) => words.every((word) => nameKey(text).includes(word));
  const close = () => session.set({ open: null });
  const pick = <T,>(list: readonly T[] | undefined, text: (each: T) => string) => (list ?? []).filter((each) => fits(text(each))).slice(0, most);
  const all: Section[] = [
    { id: 'commands', title: say('frame.commands'), rows: pick(commands, (command) => command.label).map((command) => ({ id: `c${command.id}`, label: command.label, keys: command.keys, hint: '', run: command.run })) },
    { id: 'documents', title: say('left.documents'), rows: pick(documents, (document) => document.name).map((document) => ({ id: `d${document.id}`, label: document.name, hint: String(document.codings), run: () => session.set({ view: 'code', document: document.id, passage: null, selection: null, goto: null, readingWanted: true }) })) },
    { id: 'codes', title: say('left.codebook'), rows: pick(codes, (code) => [code.path, ...code.aliases].join(' ')).map((code) => ({ id: `k${code.id}`, label: code.path, hint: String(code.codings), sign: <Sign facet={code.facet} colour={code.colour} />, run: () => session.set({ view: 'code', aside: { kind: 'code', id: code.id }, litCode: code.id, rightShown: true }) })) },
    { id: 'people', title: say('left.participants'), rows: words.length === 0 ? [] : pick(people, (person) => person.name).map((person) => ({ id: `p${person.id}`, label: person.name, hint: say(`role.${person.role}`), run: () => session.set({ view: 'code', aside: { kind: 'participant', id: person.id }, rightShown: true }) })) },
    { id: 'memos', title: say('command.view.memos'), rows: words.length === 0 ? [] : (memos?.memos ?? []).filter((memo) => memo.heading !== '' && fits(`${memo.heading} ${memo.excerpt}`)).map((memo) => ({ id: `m${memo.id}`, label: memo.heading, hint: memo.about === 'project' ? say('memos.journalEntry') : memo.subject.label, sign: <SubjectSign subject={memo.subject} />, run: () => openMemo(memo.id, memo.about, memo.target) })) },
  ];
  const sections = all.filter((section) => section.rows.length > 0);
  const rows = sections.flatMap((section) => section.rows);
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(now) => { if (!now) close(); }} className={parts['scrim'] ?? ''}>
      <Modal className={`${parts['sheet']} ${styles['commands']}`}>
        <Dialog aria-label={say('frame.find')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField aria-label={say('frame.find')} autoFocus><Input role="combobox" aria-expanded aria-controls={list} placeholder={say('frame.find')} /></TextField>
            <ListBox id={list} className={styles['found'] ?? ''} aria-label={say('frame.find')} onAction={(key) => { close(); rows.find((row) => row.id === key)?.run(); }} renderEmptyState={() => <p className={styles['none']}>{say('frame.nothingFound', { typed })}</p>}>
              {sections.map((section) => (
                <ListBoxSection key={section.id} id={section.id}>
                  <Header>{section.title}</Header>
                  {section.rows.map((row) => (
                    <ListBoxItem key={row.id} id={row.id} textValue={row.label} className={styles['foundRow'] ?? ''}>
                      {row.sign}<span><bdi>{row.label}</bdi></span>{row.hint === '' ? null : <small>{row.hint}</small>}{row.keys === undefined ? null : <kbd>{showKeys(row.keys)}</kbd>}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
          {seen.coder === undefined ? null : <p className={styles['onlyMine']}>{say('margin.onlyMineCount')}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
