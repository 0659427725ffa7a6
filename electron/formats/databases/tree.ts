import { derivedGuid } from '../refi/identity.ts';
import type { XmlElement } from '../refi/xml.ts';
import type { Cell } from '../projectFormat.ts';

/** A cell as text; '' for none. */
export const said = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : typeof cell === 'object' ? Buffer.from(cell).toString('utf8') : String(cell));
/** An element of a project as REFI-QDA would have it: other programs' tables are told in its terms, and read by the same reader. */
export const element = (name: string, attributes: Readonly<Record<string, Cell | undefined>>, children: readonly XmlElement[] = [], text = ''): XmlElement =>
  ({ name, attributes: Object.fromEntries(Object.entries(attributes).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, said(value)]]))), children, text });
export const wrapper = (name: string, children: readonly XmlElement[]): XmlElement[] => (children.length === 0 ? [] : [element(name, {}, children)]);
export const described = (text: Cell | undefined): XmlElement[] => (said(text).trim() === '' ? [] : [element('Description', {}, [], said(text))]);
export const reference = (name: string, guid: string): XmlElement => element(name, { targetGUID: guid });

/** GUIDs for rows, the same whenever the same project is read: `project` tells it from others. */
export const rowGuids = (project: string) => (table: string, row: Cell): string => derivedGuid(project, table, said(row));

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** A date as ISO has it, from the ways of these programs ('2024-03-01 10:00:00.123', 'Fri Mar  1 10:00:00 2024'); undefined for none. */
export function isoDate(cell: Cell | undefined): string | undefined {
  const text = said(cell).trim();
  const spelt = /^\w{3} (\w{3}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/.exec(text);
  const month = spelt ? months.indexOf(spelt[1]!) + 1 : 0;
  if (spelt && month > 0) return `${spelt[4]}-${String(month).padStart(2, '0')}-${spelt[2]!.padStart(2, '0')}T${spelt[3]}`;
  return /^\d{4}-\d\d-\d\d/.test(text) ? text.replace(' ', 'T').replace(/[+-]\d\d:?\d\d$/, '') : undefined;
}
/** A note, and what points at it; nothing for an empty one. */
export function noteOn(notes: XmlElement[], guid: string, text: Cell | undefined, more: Readonly<Record<string, Cell | undefined>> = {}): XmlElement[] {
  if (said(text).trim() === '') return [];
  notes.push(element('Note', { guid, ...more }, [element('PlainTextContent', {}, [], said(text))]));
  return [reference('NoteRef', guid)];
}
/** Users by name, as they are met. */
export function usersOf(guidOf: (table: string, row: Cell) => string) {
  const names = new Map<string, string>();
  return {
    guid(name: Cell | undefined): string | undefined {
      const called = said(name).trim();
      if (called === '') return undefined;
      if (!names.has(called)) names.set(called, guidOf('user', called));
      return names.get(called);
    },
    elements: (): XmlElement[] => [...names].map(([name, guid]) => element('User', { guid, name })),
  };
}
