import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

export interface Served { readonly address: string; stop(signal?: NodeJS.Signals): Promise<void> }
/** The loopback workbench as a person starts it: its own process, on a study or on what it opens by itself. */
export async function serve(home: string, given: readonly string[] = [], language = 'en_US.UTF-8'): Promise<Served> {
  const child = spawn(process.execPath, [join(root, 'electron/cli/concord.mjs'), 'serve', ...given, '--no-open'], { env: { ...process.env, CONCORD_HOME: home, LC_ALL: language, CONCORD_CODER: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => { child.once('exit', () => done()); });
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    const listen = (data: Buffer) => {
      said += data.toString();
      const printed = /http:\/\/\S+/.exec(said);
      if (printed) found(printed[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
  });
  return { address, stop: async (signal = 'SIGTERM') => { child.kill(signal); await ended; } };
}
