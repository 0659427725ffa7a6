import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lock that the first instance of a program holds on its folder. A second one leaves its message there and is told no. */
export function takeInstanceLock(folder: string, message: string, onSecond: (message: string) => void): { release(): void } | null {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const alive = (pid: number) => { try { return process.kill(pid, 0); } catch { return false; } };
  const take = () => {
    try { const descriptor = openSync(lock, 'wx'); writeFileSync(descriptor, String(process.pid)); closeSync(descriptor); return true; } catch { return false; }
  };
  while (!take()) {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder === 0 || alive(holder)) {
      const file = join(folder, `${process.pid}.message`);
      writeFileSync(`${file}~`, message);
      renameSync(`${file}~`, file);
      return null;
    }
    rmSync(lock, { force: true });
  }
  const watcher = watch(folder, () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.message'))) {
      const file = join(folder, name);
      const said = readFileSync(file, 'utf8');
      rmSync(file);
      onSecond(said);
    }
  }).unref();
  return { release() { watcher.close(); rmSync(lock, { force: true }); } };
}
