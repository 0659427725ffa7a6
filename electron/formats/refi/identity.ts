import { createHash } from 'node:crypto';
import { nameKey, normaliseName } from '../../../shared/model/text.ts';
import { longestName } from '../../../shared/model/values.ts';
import type { ProjectNotes } from '../../../shared/model/projectReport.ts';

/** A GUID as it is compared: without braces, in lower case; '' for none. Ids that are no GUIDs pass as they are. */
export const guidOf = (value: string | undefined): string => (value ?? '').trim().replace(/^\{(.*)\}$/, '$1').toLowerCase();

/** Whether an id is a GUID as the standard has it. */
export const isGuid = (value: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

/** A UUID that is made of what it stands for: the same of the same, whenever it is read. */
export function derivedGuid(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(parts.join('\n')).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
}
/** Gives out identities: each once, as two records may not share one. */
export function createIdentities(notes: ProjectNotes) {
  const used = new Set<string>();
  return (guid: string): { uuid?: string } => {
    if (guid === '' || guid.length > 64) return {};
    if (used.has(guid)) { notes.say('same-guid'); return {}; }
    used.add(guid);
    return { uuid: guid };
  };
}
/** Gives out names: as they are kept, none twice; one that is taken gets a number, and that is said. */
export function createNames(notes: ProjectNotes, unnamed: string) {
  const used = new Set<string>();
  /** `inside` is what the name must be unique in. */
  return (wanted: string, inside = ''): string => {
    const whole = normaliseName(wanted.toWellFormed().replaceAll('\0', ''));
    const cut = whole.length <= longestName ? whole : normaliseName(whole.slice(0, longestName - 8).toWellFormed().replace(/\uFFFD$/u, ''));
    if (cut !== whole) notes.say('names-cut', cut.slice(0, 60));
    const base = cut === '' ? unnamed : cut;
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base} (${number})`;
      const key = `${inside}\n${nameKey(name)}`;
      if (used.has(key)) continue;
      used.add(key);
      if (number > 1 || cut === '') notes.say('renamed', name);
      return name;
    }
  };
}
/** A moment in ms; a date without a zone is taken as UTC. Null where it is none, or before 1970. */
export function momentOf(text: string | undefined): number | null {
  const given = (text ?? '').trim();
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(given);
  if (!parts) return null;
  const at = Date.parse(`${parts[1]}T${parts[2] ?? '00:00'}${(parts[3] ?? ':00').slice(0, 7)}${parts[4] ?? 'Z'}`);
  return Number.isFinite(at) && at >= 0 ? at : null;
}
/** A colour as Concord keeps it, however it was written; undefined where it is none. */
export function colourOf(text: string | undefined): string | undefined {
  const given = (text ?? '').trim().toLowerCase();
  if (/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/.test(given)) return given.slice(0, 7);
  if (/^#[0-9a-f]{3}$/.test(given)) return given.replace(/[0-9a-f]/g, '$&$&');
  const parts = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})/.exec(given);
  if (parts) return `#${parts.slice(1, 4).map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('')}`;
  // Some write the number that Windows or .NET makes of a colour.
  if (/^-?\d{4,10}$/.test(given)) return `#${(Number(given) & 0xffffff).toString(16).padStart(6, '0')}`;
  return undefined;
}
