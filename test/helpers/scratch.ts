import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Free memory (bytes) that a folder in it must have: studies of the size of a large project, several at a time. */
const enough = 2 * 1024 ** 3;
function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= enough;
  } catch { return false; }
}
/** Where tests put their files: in memory where the system has a folder there, for each write to a study waits for its disk. */
export const scratch = process.platform === 'linux' && hasRoom('/dev/shm') ? '/dev/shm' : tmpdir();
