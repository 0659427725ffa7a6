import { createNotes, type ProjectNotes } from '../../../shared/model/projectReport.ts';
import type { Facet } from '../../../shared/model/schema.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { GivenNames } from '../projectFormat.ts';
import { guidOf } from './identity.ts';
import { createFiles, type Files } from './keptFiles.ts';
import { standard } from './standard.ts';
import { childrenNamed, printElement, type XmlElement } from './xml.ts';

export type ForeignPart = NonNullable<Snapshot['foreignParts']>[number];
/** Longest part that is kept as it came, in UTF-16 units: a picture of a whole corpus would be a second study. */
const longestPart = 2_000_000;

/** What is at hand while a project is read. */
export interface Reading {
  readonly file: string;
  readonly origin: string;
  readonly names: GivenNames;
  readonly notes: ProjectNotes;
  /** When something was made whose file does not say it, ms. */
  readonly moment: number;
  /** The bytes that a path of the file leads to; null where they are not in it. */
  entry(path: string): Uint8Array | null;
  /** How many bytes those are, unpacked; null where they are not in it. */
  size(path: string): number | null;
  /** Keeps a part that Concord has no place for, with the record it belongs to ('' for the project). */
  keep(owner: string, element: XmlElement, text?: string): void;
  readonly kept: readonly ForeignPart[];
  /** Files of sources that go with the project. */
  readonly attached: Files;
}
export function createReading(given: Pick<Reading, 'file' | 'origin' | 'names' | 'moment' | 'entry' | 'size'>, notes = createNotes()): Reading {
  const kept: ForeignPart[] = [];
  const keep: Reading['keep'] = (owner, element, text = printElement(element)) => {
    if (text.length <= longestPart) kept.push({ source: given.origin, owner, element: element.name, text });
    else notes.say('part-too-long', element.name);
  };
  return { ...given, notes, kept, keep, attached: createFiles({ ...given, notes, keep }) };
}

/** A code as the rest of a project refers to it. */
export interface CodeName { readonly path: readonly string[]; readonly facet: Facet }
/** A place that a GUID stands for. */
export interface SpanPlace { readonly document: string; readonly start: number; readonly end: number }

/** What stands inside of an element's wrappers of one name: some programs write several. */
export const childrenOf = (root: XmlElement, wrapper: string): readonly XmlElement[] => { const [only, ...more] = childrenNamed(root, wrapper); return more.length === 0 ? only?.children ?? [] : [only!, ...more].flatMap(({ children }) => children); };
/** What an element refers to. Some write the GUID under another name, or as text. */
export const targetOf = (element: XmlElement): string => guidOf(element.attributes['targetGUID'] ?? element.attributes['guid'] ?? element.text);
export const referencesIn = (element: XmlElement, name: string): string[] => element.children.filter((child) => child.name === name).map(targetOf);

/** Says, and keeps, what the standard does not know: an element somewhere, an attribute. What stands elsewhere in the order is read all the same. */
export function keepUnknown(reading: Reading, element: XmlElement, owner = ''): void {
  const declared = standard[element.name];
  const own = guidOf(element.attributes['guid']) || owner;
  if (!declared) return;
  for (const attribute in element.attributes) if (!declared[1].includes(attribute)) reading.notes.say('not-in-standard', `${element.name}/@${attribute}`);
  for (const child of element.children) {
    if (declared[0].includes(child.name)) { keepUnknown(reading, child, own); continue; }
    reading.notes.say('not-in-standard', `${element.name}/${child.name}`);
    reading.keep(own, child);
  }
}
