import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './files.ts';

const texts = z.record(z.string(), z.string());
/** One file of a study, and what is kept of it. `taken` where the study went to another place and took it along. */
const place = z.object({ file: z.string(), kept: texts, taken: z.boolean().default(false) });
type Place = z.infer<typeof place>;
const stored = z.union([
  z.object({ places: z.array(place) }).transform(({ places }) => places),
  // From before copies were told apart: it goes to the file that is opened first.
  texts.transform((kept): Place[] => [{ file: '', kept, taken: false }]),
]);
/** Places of one study that are remembered; beyond that the longest unused are forgotten. */
const most = 24;

/**
 * What this machine keeps of a study beside it, such as what was begun and not carried out, and how wide columns are: texts by key, in a small
 * file a study (by its UUID). Copies of a study have the same UUID and are told apart by where they lie: each has its own, a new one
 * begins with none. A study that was moved or renamed takes its own along: it lies where nothing is kept, and the place where
 * something is kept is empty. As settings are, it is a convenience: a file that cannot be read counts as none, and one that cannot be written keeps nobody from working.
 */
export function createKept(folder: string) {
  const known = new Map<string, readonly Place[]>();
  const fileOf = (study: string) => join(folder, `${study}.json`);
  function placesOf(study: string): readonly Place[] {
    const here = known.get(study);
    if (here) return here;
    try { return stored.parse(JSON.parse(readFileSync(fileOf(study), 'utf8'))); } catch { return []; }
  }
  function write(study: string, all: readonly Place[]): void {
    const places = all.slice(0, most);
    known.set(study, places);
    try {
      mkdirSync(folder, { recursive: true });
      writeWhole(fileOf(study), Buffer.from(`${JSON.stringify({ places })}\n`));
    } catch { /* It then lasts as long as the program. */ }
  }
  function read(study: string, file: string): Place['kept'] {
    const places = placesOf(study);
    const here = places.find((each) => each.file === file);
    if (here) return here.kept;
    const left = places.find((each) => !each.taken && !existsSync(each.file));
    if (!left) return {};
    // Where the old place was only out of reach, it still finds its own when it is back.
    write(study, [{ file, kept: left.kept, taken: false }, ...places.flatMap((each) => (each !== left ? [each] : each.file === '' ? [] : [{ ...each, taken: true }]))]);
    return left.kept;
  }
  return {
    read,
    /** Keeps a text of the study in this file under a key; null forgets it. */
    put(study: string, file: string, key: string, value: string | null): void {
      const entries = Object.entries(read(study, file)).filter(([each]) => each !== key);
      const kept = Object.fromEntries(value === null ? entries : [...entries, [key, value]]);
      write(study, [{ file, kept, taken: false }, ...placesOf(study).filter((each) => each.file !== file)]);
    },
  };
}
