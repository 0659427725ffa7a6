import type { Role, Row } from '../../shared/model/schema.ts';
import { languageOf, nameKey } from '../../shared/model/text.ts';
import type { ReadLabel } from '../formats/format.ts';
import { findParticipant } from './participants.ts';
import type { Reader } from './operation.ts';

/** Whom a speaker's label is taken for, until a person says otherwise. */
export interface Person {
  readonly label: string;
  readonly name: string;
  readonly role: Role;
  /** The participant of this name, null where one is to be made. */
  readonly participant: number | null;
}

/** Names of sheet columns that say which document a person speaks in. */
export const documentColumns = ['document', 'documents', 'file', 'file name', 'filename', 'transcript', 'interview', '文档', '文件', '文件名', '访谈', '访谈稿'];

/** The participant whom a document's title names: by the whole title, its beginning ("P01" of "P01 second talk"), or a sheet's column of documents. */
function participantOfTitle(project: Reader, title: string, source: string): Row<'participants'> | null {
  const key = nameKey(title);
  const stem = (name: string) => nameKey(name.replace(/\.[^.]{1,5}$/, ''));
  const named = project.all('participants').filter(({ name }) => key === nameKey(name) || (key.startsWith(nameKey(name)) && /^[^\p{L}\p{N}]/u.test(key.slice(nameKey(name).length))));
  const longest = named.toSorted((a, b) => b.name.length - a.name.length)[0];
  if (longest) return longest;
  const columns = project.all('attributes', { of: 'participants' }).filter(({ name }) => documentColumns.includes(nameKey(name)));
  for (const { id } of columns)
    for (const { participant, value } of project.all('attributeValues', { attribute: id }))
      if (value.split(/[;；]/).some((part) => stem(part.trim()) === key || stem(part.trim()) === stem(source))) return project.find('participants', participant);
  return null;
}

/**
 * Proposes who the labels of a document are. A name is one person across documents. A word for anybody ("R", 受访者,
 * Speaker 1) is not: it is whoever the document's title names, else a person of this document alone; the counts per group
 * must not melt twenty respondents into one. A document without labels is spoken by whom its title names.
 */
export function proposePeople(project: Reader, title: string, source: string, labels: readonly ReadLabel[]): Person[] {
  const speaking = labels.filter((label) => label.speaker);
  if (speaking.length === 0) {
    const alone = participantOfTitle(project, title, source);
    return alone ? [{ label: '', name: alone.name, role: alone.role, participant: alone.id }] : [];
  }
  const interviewees = speaking.filter((label) => label.role !== 'interviewer');
  const titled = interviewees.length === 1 ? participantOfTitle(project, title, source) : null;
  const person = (label: string, name: string, role: Role): Person => {
    const there = findParticipant(project, name);
    return { label, name: there?.name ?? name, role: there?.role ?? role, participant: there?.id ?? null };
  };
  return speaking.map(({ label, role, generic }) => {
    if (role === 'interviewer') return person(label, generic ? (languageOf(label) === '' ? 'Interviewer' : '访谈者') : label, role);
    if (findParticipant(project, label) && !(generic && titled)) return person(label, label, role);
    if (titled) return person(label, titled.name, role);
    if (!generic) return person(label, label, role);
    return person(label, interviewees.length === 1 ? title : `${title} ${label}`, role);
  });
}
