import { createHash } from 'node:crypto';
import { createNotes } from '../../../shared/model/projectReport.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { limits } from '../limits.ts';
import type { KeptFile } from '../projectFormat.ts';
import type { ForeignPart, Reading } from './context.ts';
import { derivedGuid, guidOf } from './identity.ts';
import { readXml, type XmlElement } from './xml.ts';

const hashOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
/** The part that says which file a source has: its name, and the SHA-256 of its bytes among the files that the study keeps. */
export const fileElement = 'SourceFile';
/** The part that says who made and changed something, and when, as its program has it. */
export const stampsElement = 'Stamps';
const part = (name: string, attributes: Readonly<Record<string, string>>): XmlElement => ({ name, attributes, children: [], text: '' });

/** Keeps files of a project's sources with the study, up to a size; larger ones are named, and never unpacked. */
export function createFiles({ entry, size, notes, keep }: Pick<Reading, 'entry' | 'size' | 'notes' | 'keep'>) {
  const files = new Map<string, KeptFile>();
  let total = 0;
  return {
    files: (): KeptFile[] => [...files.values()],
    /** The file that a path of `owner` leads to, where the archive holds it. `text`: what the study says for it, as long as it says that. */
    attach(owner: string, path: string | undefined, text?: string): void {
      const bytes = path === undefined || path === '' ? null : size(path);
      if (bytes === null) return;
      const name = path!.slice(Math.max(path!.lastIndexOf('/'), path!.lastIndexOf('\\')) + 1);
      const data = bytes > limits.keptFile || total + bytes > limits.keptFiles ? null : entry(path!);
      if (data === null) { notes.say('file-left', name); return; }
      const hash = hashOf(data);
      if (!files.has(hash)) { files.set(hash, { name, hash, bytes: data }); total += data.length; }
      keep(owner, part(fileElement, { name, hash, ...(text === undefined ? {} : { text: hashOf(text) }) }));
    },
  };
}
export type Files = ReturnType<typeof createFiles>;
/** Whether a text is still what a file was kept for. */
export const isTextOf = (file: XmlElement, text: string): boolean => file.attributes['text'] === undefined || file.attributes['text'] === hashOf(text);

const stamps = ['creatingUser', 'modifyingUser', 'modifiedDateTime', 'creatingUserGUID', 'creationDateTime'] as const;
/** Keeps who made and changed a thing, and when, where the study has no place for that. */
export function keepStamps(reading: Reading, element: XmlElement, owner = guidOf(element.attributes['guid'])): void {
  const said = Object.fromEntries(stamps.flatMap((name) => { const value = element.attributes[name]; return value === undefined || (name === 'creationDateTime' && element.name !== 'Project') ? [] : [[name, value]]; }));
  if (Object.keys(said).length > 0) reading.keep(owner, part(stampsElement, said));
}
/** The files that a study's own parts name, as an archive of it holds them. */
export function filesOf({ foreignParts = [] }: Snapshot, entry: Reading['entry']): KeptFile[] {
  const files = new Map<string, KeptFile>();
  for (const each of foreignParts) {
    const { hash = '', name = '' } = (each.element === fileElement ? parsed(each) : null)?.attributes ?? {};
    const bytes = hash === '' || files.has(hash) ? null : entry(storedName(hash, name));
    if (bytes && hashOf(bytes) === hash) files.set(hash, { name, hash, bytes });
  }
  return [...files.values()];
}
/** What a kept file is called in an archive that Concord writes. */
export const storedName = (hash: string, name: string): string => `${derivedGuid('file', hash).toUpperCase()}${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''}`;
/** A part as it came; null where it cannot be read (a study may be written by anybody). */
export function parsed({ text }: Pick<ForeignPart, 'text'>): XmlElement | null {
  try { return readXml('', new TextEncoder().encode(text), createNotes()); } catch { return null; }
}
