import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { packageRecord } from '../../shared/model/handOut.ts';
import { Problem } from '../../shared/model/problem.ts';
import { sharers } from '../../shared/model/sharedPlace.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { openStudy, type Engine } from './engine.ts';
import { readWhole, writeWhole } from './files.ts';
import { checkWhole, createOtherStudies } from './otherStudies.ts';
import { sourcesOf } from './sharedFiles.ts';
import { sharedHere } from './sharedMarks.ts';
import { sharedFolderOf } from './together.ts';

const stored = z.object({
  /** The study's UUID. */
  study: z.string(),
  /** What a person opens: the study in the shared folder, or her own where she chose to share it. */
  file: z.string(), name: z.string(),
  by: z.enum(sharers).nullable(),
  /** Where each has a file, and whether it was ever there. */
  folder: z.string(), made: z.boolean().default(false),
  original: z.string().nullable(),
  /** A package of one coder: her work goes back into it, and nobody else's comes in. */
  alone: z.boolean().default(false),
  /** The private copy that is worked in. */
  copy: z.string(),
  own: z.string().nullable().default(null),
  /** Whether it bears the name that she gave herself, and not what the system calls her. */
  named: z.boolean().default(true),
  /** The last entry when the person last asked for everything to be brought together. */
  resumed: z.string().default(''),
  told: z.array(z.string()).default([]),
});
/** A study that is shared, as this machine has it. */
export type Shared = z.infer<typeof stored>;

/** A study's UUID in a whole file of it, and whether that is a package. Problems as of opening a study. */
function aboutOf(file: IncomingFile): { uuid: string; isPackage: boolean } {
  checkWhole(file);
  const others = createOtherStudies();
  try {
    const { uuid, handedOut } = others.lend().open(file).get('project', 1);
    return { uuid, isPackage: packageRecord(handedOut) !== null };
  } finally { others.close(); }
}
const whole = (path: string, study: string): IncomingFile | null => {
  try {
    const file = readWhole(path);
    return aboutOf(file).uuid === study ? file : null;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
};
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
/** Whether a whole study lies there that is not this one. */
function isAnother(path: string, study: string): boolean {
  try { return aboutOf(readWhole(path)).uuid !== study; } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
/** One path, however it was written. */
const plain = (path: string): string => { try { return realpathSync.native(path); } catch { return resolve(path); } };
/** How a folder is called in which each has a file. */
export const foldersEnd = '.shared';

/**
 * The studies that are shared, each with its private working copy: under the program's own folder, by the study's UUID and its path, found again without any list.
 * A study that moved with its folder keeps its copy; two shares of one study have two.
 */
export function createWorkingCopies(home: string) {
  const fileOf = ({ copy, study, file }: Pick<Shared, 'copy' | 'study' | 'file'>) => join(dirname(copy).startsWith(home) ? dirname(copy) : folderFor(study, file), 'shared.json');
  const folderFor = (study: string, file: string) => join(home, `${study}-${createHash('sha256').update(plain(file)).digest('hex').slice(0, 8)}`);
  const all = (): Shared[] => (existsSync(home) ? readdirSync(home) : []).flatMap((name) => {
    try { return [stored.parse(JSON.parse(readFileSync(join(home, name, 'shared.json'), 'utf8')))]; } catch { return []; }
  });
  function keep(shared: Shared): Shared {
    mkdirSync(dirname(fileOf(shared)), { recursive: true });
    writeWhole(fileOf(shared), Buffer.from(`${JSON.stringify(shared, null, 2)}\n`));
    return shared;
  }
  const isAt = ({ alone, file, original, folder }: Shared, path: string): boolean => (alone ? [file] : [file, original, folder]).some((at) => at !== null && plain(at) === path) || (!alone && dirname(path) === plain(folder));
  // Of a package in the folder of a study, the package.
  const known = (path: string): Shared | undefined => all().filter((each) => isAt(each, plain(path))).toSorted((a, b) => Number(b.alone) - Number(a.alone))[0];

  /** Where a study is shared that is opened at this path; null for one that is not. */
  function placeOf(path: string): Pick<Shared, 'file' | 'original' | 'folder' | 'by'> | null {
    const beside = dirname(path);
    if (extname(beside) === foldersEnd) {
      const original = beside.slice(0, -foldersEnd.length) + extname(path);
      const first = existsSync(original) ? original : null;
      return { file: first ?? beside, original: first, folder: beside, by: sharedHere(path, home)?.by ?? null };
    }
    const place = sharedHere(path, home);
    return place && { file: path, original: path, folder: sharedFolderOf(path), by: place.by };
  }
  function found(path: string): Shared | null {
    const there = known(path);
    // Another study may lie at that path by now.
    if (there && (!isFile(path) || path === there.copy || !isAnother(path, there.study))) return there;
    const place = placeOf(path);
    if (!place) return null;
    if (!existsSync(path)) throw new Problem('no-such-file', { file: basename(path) });
    const { uuid: study, isPackage } = aboutOf(readWhole(path));
    const moved = isPackage ? undefined : all().find((each) => !each.alone && each.study === study && !existsSync(each.file) && !existsSync(each.folder));
    if (moved) return keep({ ...moved, ...place });
    const at = isPackage ? { ...place, file: path, original: path, folder: dirname(path), alone: true, made: true, own: basename(path) } : { ...place, alone: false, made: false, own: null };
    const name = basename(at.file, extname(at.file));
    return keep({ ...at, study, name, copy: join(folderFor(study, at.file), `${name}.concord`), named: true, resumed: '', told: [] });
  }

  /** Makes the working copy from one's own file or, where that is not whole, from another's; all the others come in with the first bringing together. Answers whether there was one. */
  function make(shared: Shared, opened: string): boolean {
    const own = shared.own === null ? [] : [join(shared.folder, shared.own)];
    const others = existsSync(shared.folder) ? sourcesOf(shared).map(({ path }) => path) : [];
    for (const path of new Set([...own, ...(opened === shared.folder ? [] : [opened]), ...(shared.original === null ? [] : [shared.original]), ...others])) {
      const file = whole(path, shared.study);
      if (!file) continue;
      setAside(shared.copy);
      mkdirSync(dirname(shared.copy), { recursive: true });
      writeWhole(shared.copy, file.bytes);
      return true;
    }
    return false;
  }
  return {
    all, keep, find: found,
    /** The working copy of the study that is shared at this path, as far as there is one. */
    copyOf: (path: string): string | null => all().find(({ file, original, copy }) => existsSync(copy) && [file, original].some((at) => at !== null && plain(at) === plain(path)))?.copy ?? null,
    /** Opens the working copy, made anew where it is missing or damaged; `anew` says so where it had been there. A damaged one is put aside, never deleted. */
    open(shared: Shared, opened = shared.file): { engine: Engine; anew: boolean } {
      const isMissing = !existsSync(shared.copy);
      if (isMissing && !make(shared, opened)) throw new Problem('no-such-file', { file: basename(shared.file) });
      try { return { engine: openStudy(shared.copy), anew: isMissing && shared.own !== null && !(shared.alone && shared.told.length === 0) }; } catch (error) {
        const isDamaged = error instanceof Problem && (error.code === 'damaged-study' || error.code === 'not-a-study' || error.code === 'foreign-study');
        if (!isDamaged || !make(shared, opened)) throw error;
        return { engine: openStudy(shared.copy), anew: true };
      }
    },
    forget(shared: Shared): void { rmSync(fileOf(shared), { force: true }); },
  };
}
export type WorkingCopies = ReturnType<typeof createWorkingCopies>;

/** A copy that cannot be opened keeps its bytes under another name, with what lies beside it: a log that is not its own would be written into the new one. */
function setAside(copy: string): void {
  const free = (name: string): string => { for (let number = 1; ; number++) if (!existsSync(`${name}.damaged-${number}`)) return `${name}.damaged-${number}`; };
  for (const path of [copy, `${copy}-wal`, `${copy}-shm`]) if (existsSync(path)) renameSync(path, free(path));
}
