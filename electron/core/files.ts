import { createHash } from 'node:crypto';
import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import { isProjectName } from '../../shared/model/projectFiles.ts';
import type { IncomingFile } from '../ops/operation.ts';

/** Largest file that is read whole, bytes. */
export const largestFile = 256 * 1024 * 1024;
/** Projects of other programs may hold recordings, which are not unpacked. Node reads no more at once. */
const largestProject = 2 ** 31 - 2 ** 20;

/** Reads a file that a person named. The size is asked before a byte is read. */
export function readWhole(path: string): IncomingFile {
  const name = basename(path);
  try {
    const { size } = statSync(path);
    const largest = isProjectName(name) ? largestProject : largestFile;
    if (size > largest) throw new Problem('too-big', { file: name, limit: Math.floor(largest / 1024 / 1024) });
    // The last commits of a study that is open, or was never closed, lie beside it.
    if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size) throw new Problem('study-in-use', { file: name });
    return { name, bytes: readFileSync(path) };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('no-such-file', { file: name });
  }
}

/** Tells this machine's unfinished files from those of another one in the same folder. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
/** A name beside `path` for what is not finished yet: short, as `path` may be as long as a name can be. */
export const underWay = (path: string): string => join(dirname(path), `.concord-${process.pid}-${machine}.new`);
const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

/** Gives a finished file its name. A Problem `file-exists` where something has that name by now: nothing is replaced. */
export function nameFile(fresh: string, path: string): void {
  try { linkSync(fresh, path); } catch (error) {
    if (isCode(error, 'EEXIST')) throw new Problem('file-exists', { file: basename(path) });
    // Memory sticks do not know two names for one file.
    copyFileSync(fresh, path, constants.COPYFILE_EXCL);
  }
  syncFolder(dirname(path));
}

export const sameFile = (one: string, other: string): boolean => {
  const place = (file: string) => { const status = statSync(file, { bigint: true, throwIfNoEntry: false }); return status && `${status.dev}/${status.ino}`; };
  return one === other || (place(one) !== undefined && place(one) === place(other));
};
/** Replaces a file whole or not at all: whatever happens, the old one or the new one is there. Never the open study, whatever name it goes by. */
export function writeWhole(path: string, bytes: Uint8Array, openStudy: string | null = null): void {
  if (openStudy !== null && (sameFile(path, openStudy) || sameFile(path, `${openStudy}-wal`))) throw new Problem('cannot-write', { file: basename(path) });
  writing(path, bytes, (fresh) => { renameSync(fresh, path); syncFolder(dirname(path)); });
}
/** Writes a file that was not there, whole or not at all. A Problem `file-exists` where something has that name: nothing is replaced. */
export const writeNew = (path: string, bytes: Uint8Array): void => writing(path, bytes, (fresh) => nameFile(fresh, path));
function writing(path: string, bytes: Uint8Array, name: (fresh: string) => void): void {
  const fresh = underWay(path);
  try {
    const descriptor = openSync(fresh, 'w');
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally { closeSync(descriptor); }
    name(fresh);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(isCode(error, 'ENOSPC') ? 'disk-full' : 'cannot-write', { file: basename(path) });
  } finally { rmSync(fresh, { force: true }); }
}

/** A new name is only safe once its folder is; Windows has no such call and needs none, and some folders of networks know none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try { fsyncSync(descriptor); } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].some((code) => isCode(error, code))) throw error;
  } finally { closeSync(descriptor); }
}
