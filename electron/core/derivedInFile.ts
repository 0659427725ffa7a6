import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Topic } from '../../shared/model/change.ts';
import { schemaVersion } from '../../shared/model/schema.ts';

const stored = z.object({ version: z.literal(schemaVersion), head: z.string(), reads: z.array(z.string()), value: z.unknown() });
interface Kept { readonly reads: ReadonlySet<Topic>; readonly value: unknown }

/**
 * Counts that take seconds to make in a study of a million codings, kept in its file. Each is of one point of the journal, and counts for
 * nothing once anything else was written: it can be lost, but never be wrong.
 */
export function createDerivedInFile(db: Database.Database) {
  const select = db.prepare('SELECT value FROM settings WHERE key = ?').pluck();
  const put = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  return {
    /** What is kept under a key and is of this head of the journal; null otherwise. */
    read(key: string, head: string): Kept | null {
      const text = select.get(`derived/${key}`) as string | undefined;
      if (text === undefined) return null;
      try {
        const kept = stored.parse(JSON.parse(text));
        return kept.head === head ? { reads: new Set(kept.reads as Topic[]), value: kept.value } : null;
      } catch { return null; }
    },
    write(key: string, { head, reads, value }: Kept & { readonly head: string }): void {
      put.run(`derived/${key}`, JSON.stringify({ version: schemaVersion, head, reads: [...reads], value }));
    },
  };
}
