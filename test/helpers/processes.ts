import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './study.ts';

/** Where Node keeps the program compiled, so that a process starts in half the time. */
const compiled = resolve(import.meta.dirname, '../../out/compiled');

/** Starts another process of the project's Node, ended when the test has finished. */
export function started(script: string, given: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, script), ...given], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: compiled }, ...options });
  onTestFinished(() => { child.kill('SIGKILL'); });
  return child;
}

/** Ends a process for good, `after` ms after its first line, or at once if what it says has been read already. Whether it was still there then. */
export async function killed(child: ChildProcess, after: number | 'at once'): Promise<boolean> {
  if (after !== 'at once') {
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')]);
    await setTimeout(after);
  }
  if (child.exitCode !== null || child.signalCode !== null) return false;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  return true;
}

/** A process of test/helpers/caller.ts, and what it says line by line. */
export function caller(study: string, calls: readonly (readonly [string, unknown])[], more: readonly string[] = []) {
  const list = join(temporaryFolder(), 'calls.json');
  writeFileSync(list, JSON.stringify(calls));
  const child = started('caller.ts', [study, list, ...more]);
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    child,
    /** What it says next. */
    async next<T>(): Promise<T> {
      const line = await lines.next();
      if (line.done) throw new Error('the other process has ended');
      return JSON.parse(line.value) as T;
    },
  };
}
