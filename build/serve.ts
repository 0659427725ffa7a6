import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createDesk } from '../electron/core/desk.ts';
import { standardPlaces } from '../electron/core/settings.ts';
import { startServer } from '../electron/web/server.ts';

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

/** The same workbench in this process: it stands at once, for whatever asks nothing of the process itself. At the wanted port, or at any (0) where that was taken. */
export async function serveHere(home: string, study?: string, language: 'en' | 'zh' = 'en', port = 0): Promise<Served> {
  const desk = createDesk({ places: standardPlaces({ CONCORD_HOME: home }), sample: (of) => join(root, 'out/sample', `${of}.concord`), version: '' });
  if (study === undefined) desk.openUsual(language);
  else desk.open(study);
  const bundle = join(root, 'out/renderer');
  const server = await startServer(desk, { port, bundle }).catch(() => startServer(desk, { port: 0, bundle }));
  return { address: server.address, stop: async () => { desk.close(); await server.close(); } };
}
