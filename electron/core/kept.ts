import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './files.ts';

const stored = z.record(z.string(), z.string());
export type KeptHere = z.infer<typeof stored>;

/**
 * What this machine keeps of a study beside it, such as what was begun and not carried out, and how wide columns are: a small file a
 * study (by its UUID), texts by key. As settings are, it is a convenience: a file that cannot be read counts as none, and one that cannot be written keeps nobody from working.
 */
export function createKept(folder: string) {
  const known = new Map<string, KeptHere>();
  const fileOf = (study: string) => join(folder, `${study}.json`);
  const read = (study: string): KeptHere => {
    const here = known.get(study);
    if (here) return here;
    try { return stored.parse(JSON.parse(readFileSync(fileOf(study), 'utf8'))); } catch { return {}; }
  };
  return {
    read,
    /** Keeps a text under a key; null forgets it. */
    put(study: string, key: string, value: string | null): void {
      const entries = Object.entries(read(study)).filter(([each]) => each !== key);
      const next = Object.fromEntries(value === null ? entries : [...entries, [key, value]]);
      known.set(study, next);
      try {
        mkdirSync(folder, { recursive: true });
        writeWhole(fileOf(study), Buffer.from(`${JSON.stringify(next)}\n`));
      } catch { /* It then lasts as long as the program. */ }
    },
  };
}
