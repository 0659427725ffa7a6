import { inShort } from '../../../shared/model/memoText.ts';
import type { SnapshotMemo } from '../../../shared/model/snapshot.ts';
import { childrenOf, type Reading } from './context.ts';
import { createIdentities, derivedGuid, guidOf, momentOf } from './identity.ts';
import type { ReadUsers } from './people.ts';
import { textOf } from './sources.ts';
import { rawText } from './position.ts';
import { textIn, type XmlElement } from './xml.ts';

export type MemoTarget = Pick<SnapshotMemo, 'about' | 'target'>;
interface Note { readonly guid: string; readonly title: string; readonly text: string; readonly coder: string | null; readonly created: number; readonly changed: number; used: boolean }

/** Notes and comments become memos, each about what points at it. */
export interface MemoWriter {
  /** A comment that stands with the thing itself. What it is about gives it its identity, so that it comes once however often it is read. */
  comment(on: MemoTarget, text: string, more?: { title?: string | undefined; coder?: string | null; created?: number | null }): void;
  /** The note that a reference names. */
  attach(on: MemoTarget, note: string): void;
  isNote(guid: string): boolean;
  /** All memos; notes that nothing pointed at are about the project. */
  memos(): SnapshotMemo[];
}

export async function readNotes(reading: Reading, root: XmlElement, users: ReadUsers): Promise<MemoWriter> {
  const identity = createIdentities(reading.notes);
  const notes = new Map<string, Note>();
  for (const element of childrenOf(root, 'Notes')) {
    if (element.name !== 'Note') continue;
    const { guid: given, name, creatingUser, creationDateTime, modifiedDateTime } = element.attributes;
    const guid = guidOf(given);
    if (notes.has(guid)) { reading.notes.say('same-guid'); reading.keep('', element); continue; }
    const found = await textOf(reading, element);
    if (!found && (element.attributes['plainTextPath'] || element.attributes['richTextPath'])) reading.notes.say('text-missing', name);
    const description = textIn(element, 'Description');
    const said = found ? rawText(found.raw).text.trim() : '';
    const created = momentOf(creationDateTime) ?? reading.moment;
    const text = [said, description].filter((part) => part !== '').join('\n\n');
    notes.set(guid, { guid, title: inShort((name ?? '').toWellFormed(), 400), text: text.toWellFormed(), coder: users.known(creatingUser), created, changed: Math.max(created, momentOf(modifiedDateTime) ?? created), used: false });
    if (element.children.some((child) => child.name === 'PlainTextSelection' || child.name === 'Coding' || child.name === 'VariableValue')) {
      reading.notes.say('notes-coded', name);
      reading.keep(guid, element);
    }
  }
  const memos: SnapshotMemo[] = [];
  const put = (on: MemoTarget, note: Note): void => {
    const { title, text, coder, created, changed } = note;
    memos.push({ ...identity(note.used ? derivedGuid('note', note.guid, JSON.stringify(on)) : note.guid), ...on, title, text, coder, created, changed });
    note.used = true;
  };
  return {
    isNote: (guid) => notes.has(guid),
    comment(on, text, { title = '', coder = null, created = null } = {}) {
      const at = created ?? reading.moment;
      memos.push({ ...identity(derivedGuid('comment', JSON.stringify(on))), ...on, title, text: text.toWellFormed(), coder, created: at, changed: at });
    },
    attach(on, guid) {
      const note = notes.get(guid);
      if (note) put(on, note);
      else reading.notes.say('broken-references', 'NoteRef');
    },
    memos() {
      for (const note of notes.values()) if (!note.used) put({ about: 'project', target: {} }, note);
      return memos;
    },
  };
}
