import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { markOf, readMounts, sharedBy, type Mount, type SharedPlace } from '../../shared/model/sharedPlace.ts';

function mountsHere(platform: string): Mount[] {
  try {
    if (platform === 'linux') return readMounts(readFileSync('/proc/mounts', 'utf8'));
    return platform === 'darwin' ? readMounts(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 })) : [];
  } catch { return []; }
}
/** OneDrive says where its folders are. */
const toldRoots = (environment: NodeJS.ProcessEnv): SharedPlace[] => ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap((name) => { const root = environment[name]; return root ? [{ by: 'oneDrive' as const, root }] : []; });

/** The folders above a path, from its own on. */
function foldersAbove(path: string): string[] {
  const folders = [dirname(path)];
  for (let next = dirname(folders[0]!); next !== folders.at(-1); next = dirname(next)) folders.push(next);
  return folders;
}
function marksAbove(path: string): SharedPlace[] {
  return foldersAbove(path).flatMap((root) => {
    try { return readdirSync(root, { withFileTypes: true }).flatMap((entry) => { const by = entry.name.startsWith('.') ? markOf(entry.name, entry.isDirectory()) : null; return by ? [{ by, root }] : []; }); } catch { return []; }
  });
}
/** Where a path really leads; a network drive that goes by a letter says its server. */
function realOf(path: string): string {
  const there = foldersAbove(path).find((folder) => existsSync(folder));
  try { return there === undefined ? path : join(realpathSync.native(existsSync(path) ? path : there), existsSync(path) ? '' : path.slice(there.length)).replace(/[\\/]$/, ''); } catch { return path; }
}

/** What shares the folder of this study with other machines; null for an ordinary folder. `own` is where the program keeps its own things. */
export function sharedHere(path: string, own: string): SharedPlace | null {
  const platform = process.platform;
  const real = realOf(path);
  const marks = [...toldRoots(process.env), ...marksAbove(path), ...(real === path ? [] : marksAbove(real))];
  return sharedBy(path, { platform, home: homedir(), real, marks, mounts: mountsHere(platform), own });
}

/** The file's name without its ending. */
export const stemOf = (path: string): string => basename(path).replace(/\.concord$/i, '');
