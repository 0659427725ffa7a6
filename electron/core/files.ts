import { closeSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';

/** Largest file that is read whole, bytes. */
export const largestFile = 256 * 1024 * 1024;

/** Reads a file that a person named. The size is asked before a byte is read. */
export function readWhole(path: string): IncomingFile {
  const name = basename(path);
  try {
    const { size } = statSync(path);
    if (size > largestFile) throw new Problem('too-big', { file: name, limit: largestFile / 1024 / 1024 });
    return { name, bytes: readFileSync(path) };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('no-such-file', { file: name });
  }
}

/** Replaces a file whole or not at all: whatever happens, the old one or the new one is there. Never the open study. */
export function writeWhole(path: string, bytes: Uint8Array, openStudy: string | null = null): void {
  const name = basename(path);
  const real = (file: string) => { try { return realpathSync(file); } catch { return file; } };
  if (openStudy !== null && real(path) === real(openStudy)) throw new Problem('cannot-write', { file: name });
  const fresh = join(dirname(path), `.${name}.${process.pid}.new`);
  try {
    const descriptor = openSync(fresh, 'w');
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally { closeSync(descriptor); }
    renameSync(fresh, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(fresh, { force: true });
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    throw new Problem(full ? 'disk-full' : 'cannot-write', { file: name });
  }
}

/** A new name is only safe once its folder is; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try { fsyncSync(descriptor); } finally { closeSync(descriptor); }
}
