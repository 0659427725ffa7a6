import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { HandedFile } from '../../shared/model/bridge.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { readWhole } from './files.ts';

/** How many files that were made here wait to be saved; what was made before them has been, or will not be. */
const mostMade = 20;

type Kept = { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly path: string };

/** Files that were handed in and not yet used, or made and not yet saved. A door never carries a path. */
export function createIntake() {
  const kept = new Map<string, Kept>();
  const made: string[] = [];
  const keep = (file: Kept, size: number): HandedFile => {
    const handle = randomUUID();
    kept.set(handle, file);
    return { handle, name: file.name, size };
  };
  const find = (handle: string): Kept => {
    const file = kept.get(handle);
    if (!file) throw new Problem('no-such-file', { file: handle });
    return file;
  };
  return {
    hand: (name: string, bytes: Uint8Array): HandedFile => keep({ name: basename(name), bytes }, bytes.length),
    /** A file that the person picked in a dialog of the system; it need not be there yet (a new study). */
    handPath: (path: string): HandedFile => keep({ name: basename(path), path }, statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    pathOf(handle: string): string {
      const file = find(handle);
      if (!('path' in file)) throw new Problem('no-such-file', { file: file.name });
      return file.path;
    },
    /** What it is called, and where it lies; null for one that was handed in as bytes. */
    placeOf(handle: string): { readonly name: string; readonly path: string | null } {
      const file = find(handle);
      return { name: file.name, path: 'path' in file ? file.path : null };
    },
    read(handle: string): IncomingFile {
      const file = find(handle);
      return 'path' in file ? readWhole(file.path) : file;
    },
    /** Keeps a file that an operation made until it is saved, or until many more were made. */
    make(name: string, bytes: Uint8Array): HandedFile {
      const file = keep({ name: basename(name), bytes }, bytes.length);
      made.push(file.handle);
      if (made.length > mostMade) kept.delete(made.shift()!);
      return file;
    },
  };
}
export type Intake = ReturnType<typeof createIntake>;
