import type { ProjectNotes } from '../../../shared/model/projectReport.ts';
import { derivedGuid, isGuid } from './identity.ts';

/**
 * Gives records the GUIDs that other programs know them by: their own where it is one and no other record has it, else one that is made of it, the
 * same at every export. Upper case, as the strictest importer wants them.
 */
export function createGuids(notes: ProjectNotes) {
  const used = new Set<string>();
  const byOwn = new Map<string, string>();
  return {
    /** `kind` and `key` tell records without an identity apart. */
    give(kind: string, uuid: string | undefined, key: string): string {
      const own = uuid !== undefined && isGuid(uuid) ? uuid.toUpperCase() : null;
      if (uuid !== undefined && own === null) notes.say('identity-given');
      let guid = own !== null && !used.has(own) ? own : derivedGuid(kind, uuid ?? key).toUpperCase();
      for (let again = 1; used.has(guid); again++) guid = derivedGuid(kind, uuid ?? key, String(again)).toUpperCase();
      used.add(guid);
      if (uuid !== undefined && !byOwn.has(uuid.toLowerCase())) byOwn.set(uuid.toLowerCase(), guid);
      return guid;
    },
    /** How many were given. */
    count: () => used.size,
    /** What a record that was given one is called now; null for a record that is not written. */
    of: (uuid: string): string | null => byOwn.get(uuid.toLowerCase()) ?? null,
    take(guid: string): boolean { const upper = guid.toUpperCase(); if (!isGuid(guid) || used.has(upper)) return false; used.add(upper); byOwn.set(guid.toLowerCase(), upper); return true; },
  };
}
export type Guids = ReturnType<typeof createGuids>;

/** A moment as XML writes it, UTC, to the second. */
export const dateTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
