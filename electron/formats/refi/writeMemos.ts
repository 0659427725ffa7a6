import { plainMemo } from '../../../shared/model/memoText.ts';
import type { ProjectNotes } from '../../../shared/model/projectReport.ts';
import type { Snapshot, SnapshotMemo } from '../../../shared/model/snapshot.ts';
import { codeKey } from './writeCodes.ts';
import { dateTime, type Guids } from './guids.ts';
import { printed } from './xml.ts';

export interface WrittenMemos {
  /** <Note> elements. */
  readonly notes: readonly string[];
  /** What points at the memos on a thing, by `memoKey` of it. */
  referencesOf(key: string): readonly string[];
  /** Notes on people, who have no place for a reference: by the person's name. */
  readonly onPeople: readonly { readonly participant: string; readonly guid: string }[];
}
/** What a memo is on, as one key. */
export const memoKey = (about: SnapshotMemo['about'], { document = '', start, end, code, coder = '', participant = '' }: SnapshotMemo['target']): string =>
  [about, document, start ?? '', end ?? '', code ? codeKey(code) : '', about === 'codings' ? coder : '', participant].join('\n');

export function writeMemos({ memos = [] }: Pick<Snapshot, 'memos'>, guids: Guids, notes: ProjectNotes, userOf: (name: string) => string | undefined): WrittenMemos {
  const references = new Map<string, string[]>();
  const onPeople: { participant: string; guid: string }[] = [];
  const elements = memos.map(({ uuid, about, target, title, text, coder, created, changed }, index) => {
    const guid = guids.give('memo', uuid, String(index));
    if (about === 'participants') onPeople.push({ participant: target.participant!, guid });
    // A note that nothing refers to is about the study.
    else if (about !== 'project') { const key = memoKey(about, target); const there = references.get(key) ?? []; there.push(printed('NoteRef', { targetGUID: guid })); references.set(key, there); }
    const plain = plainMemo(text);
    return printed('Note', { guid, name: title === '' ? undefined : title, creatingUser: coder === null ? undefined : userOf(coder), creationDateTime: dateTime(created), modifiedDateTime: dateTime(Math.max(created, changed)) }, [printed('PlainTextContent', {}, { text: plain })]);
  });
  if (elements.length > 0) notes.say('memos-as-notes', undefined, elements.length);
  return { notes: elements, onPeople, referencesOf: (key) => references.get(key) ?? [] };
}
