import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ended { readonly code: number | null; readonly out: string; readonly bytes: Buffer; readonly err: string }
const program = resolve(import.meta.dirname, '../../electron/cli/concord.mjs');

/** Runs the real command line in a folder, as npm does it: in the project's folder, with INIT_CWD saying where the person is. */
export function commandLine(folder: string, usual: Readonly<Record<string, string>> = {}) {
  return (given: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> => new Promise((ended) => {
    const child = spawn(process.execPath, [program, ...given], { cwd: resolve(import.meta.dirname, '../..'), env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'en_GB.UTF-8', INIT_CWD: folder, CONCORD_HOME: resolve(folder, 'home'), CONCORD_CODER: 'Lin', ...usual, ...environment } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('close', (code) => ended({ code, bytes: Buffer.concat(out), out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }));
  });
}
