import { existsSync, readdirSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { conflictCopyOf } from '../../shared/model/conflictCopy.ts';
import type { ProblemRecord } from '../../shared/model/problem.ts';

/** A file of somebody who shares the study. */
export interface Source {
  readonly file: string;
  readonly path: string;
  readonly whose: string;
  readonly copyOf: string | null;
  readonly at: number | null;
  /** Why it cannot be read now, where that is known without reading it. */
  readonly problem: ProblemRecord | null;
}
const isStudy = (name: string): boolean => extname(name).toLowerCase() === '.concord';
const stem = (name: string): string => basename(name, extname(name));

/** A file that is named here and lies elsewhere: reading it would make everything wait for a network. Programs that do so run on these two systems. */
export const isElsewhere = ({ size, blocks }: Pick<Stats, 'size' | 'blocks'>, platform: string): boolean => (platform === 'win32' || platform === 'darwin') && size > 0 && blocks === 0;

function source(path: string, whose: string, copyOf: string | null): Source {
  const file = basename(path);
  const there = statSync(path, { throwIfNoEntry: false });
  const notHere = there === undefined || there.size === 0 || isElsewhere(there, process.platform);
  return { file, path, whose, copyOf, at: there ? Math.round(there.mtimeMs) : null, problem: notHere ? { problem: 'not-here-yet', values: { file } } : null };
}
/** What iCloud leaves of a file that is not here: '.Bo.concord.icloud'. */
const placeholder = /^\.(.+\.concord)\.icloud$/i;

/** Where the files of a shared study lie; `alone` for a package, which has its own alone. */
export interface SharedFiles { readonly folder: string; readonly original: string | null; readonly alone: boolean }
/** All files of a shared study, by name: one a person in the folder, the study that was shared at first, and conflicted copies of any of them. A file system's error where the folder cannot be read. */
export const sourcesOf = ({ folder, original, alone }: SharedFiles): Source[] => [...(alone ? [] : sourcesIn(folder)), ...(original === null ? [] : aroundOriginal(original))];
function sourcesIn(folder: string): Source[] {
  const inFolder = readdirSync(folder).flatMap((name) => {
    const waiting = placeholder.exec(name)?.[1];
    const file = waiting ?? name;
    if (waiting === undefined && (!isStudy(name) || name.startsWith('.'))) return [];
    const of = conflictCopyOf(stem(file));
    return [source(join(folder, file), (of ?? stem(file)).normalize('NFC'), of === null ? null : `${of}${extname(file)}`)];
  });
  return inFolder.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
function aroundOriginal(original: string): Source[] {
  const name = stem(original).normalize('NFC');
  const names = existsSync(dirname(original)) ? readdirSync(dirname(original)) : [];
  const copies = names.filter((each) => isStudy(each) && !each.startsWith('.') && conflictCopyOf(stem(each)) === name && each !== basename(original)).toSorted();
  return [...(existsSync(original) ? [source(original, '', null)] : []), ...copies.map((each) => source(join(dirname(original), each), '', basename(original)))];
}

/** Tells a file that changed from one that did not, without reading it; '' for none. */
export function stampOf(path: string): string {
  const of = (file: string) => { const there = statSync(file, { bigint: true, throwIfNoEntry: false }); return there ? `${there.size}/${there.mtimeNs}/${there.ino}` : ''; };
  const here = of(path);
  return here === '' ? '' : `${here}+${of(`${path}-wal`)}`;
}
