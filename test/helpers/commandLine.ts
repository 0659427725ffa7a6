import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { exitCodes } from '../../electron/cli/command.ts';
import { main } from '../../electron/cli/main.ts';

export interface Ended { readonly code: number | null; readonly out: string; readonly bytes: Buffer; readonly err: string }
type Environment = Readonly<Record<string, string>>;
const root = resolve(import.meta.dirname, '../..');
const program = resolve(root, 'electron/cli/concord.mjs');
/** What npm and the person's system say: INIT_CWD is where she is. */
const environmentIn = (folder: string, more: Environment): Environment => ({ LC_ALL: '', LC_MESSAGES: '', LANG: 'en_GB.UTF-8', INIT_CWD: folder, CONCORD_HOME: resolve(folder, 'home'), CONCORD_CODER: 'Lin', ...more });
const ended = (code: number | null, out: readonly Buffer[], err: readonly Buffer[]): Ended => ({ code, bytes: Buffer.concat(out), out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') });

/** Runs the command line in a folder as a process of its own, as npm does it. */
export function commandProcess(folder: string, usual: Environment = {}) {
  return (given: readonly string[], environment: Environment = {}): Promise<Ended> => new Promise((end) => {
    const child = spawn(process.execPath, [program, ...given], { cwd: root, env: { ...process.env, ...environmentIn(folder, { ...usual, ...environment }) } });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('close', (code) => end(ended(code, out, err)));
  });
}

// What a process has once: its environment, and what it prints on.
const queue: { last: Promise<unknown> } = { last: Promise.resolve() };
/** The same commands in the test's own process, one after the other: half a second less for each. What belongs to a process itself (pipes, signals, a Node that is too old) is `commandProcess`. */
export function commandLine(folder: string, usual: Environment = {}) {
  return (given: readonly string[], environment: Environment = {}): Promise<Ended> => {
    const run = queue.last.then(() => inThisProcess(given, environmentIn(folder, { ...usual, ...environment })));
    queue.last = run.catch(() => undefined);
    return run;
  };
}
async function inThisProcess(given: readonly string[], environment: Environment): Promise<Ended> {
  const before = { env: { ...process.env }, out: process.stdout.write, err: process.stderr.write };
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  const caught = (parts: Buffer[]) => ((part: string | Uint8Array) => { parts.push(Buffer.from(part as string)); return true; }) as typeof process.stdout.write;
  Object.assign(process.env, environment);
  process.stdout.write = caught(out);
  process.stderr.write = caught(err);
  try {
    return ended(await main(given), out, err);
  } catch (error) {
    return ended(exitCodes.problem, out, [...err, Buffer.from(`${error instanceof Error ? error.stack : String(error)}\n`)]);
  } finally {
    process.stdout.write = before.out;
    process.stderr.write = before.err;
    for (const name of Object.keys(environment)) if (before.env[name] === undefined) delete process.env[name]; else process.env[name] = before.env[name];
  }
}
