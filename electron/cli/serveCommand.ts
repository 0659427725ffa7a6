import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import { createDesk } from '../core/desk.ts';
import { standardPlaces } from '../core/settings.ts';
import { startServer } from '../web/server.ts';
import { exitCodes, type CliCommand } from './command.ts';

/** The build's folder: beside this file in the packaged program, `out` of the checkout otherwise. */
const builtIn = (): string => {
  const beside = resolve(import.meta.dirname, '..');
  return existsSync(join(beside, 'renderer', 'index.html')) && !existsSync(join(beside, 'renderer', 'main.tsx')) ? beside : resolve(import.meta.dirname, '..', '..', 'out');
};

/** Opens the system's browser where there is a display; says whether it tried. */
function openBrowser(address: string): boolean {
  const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (headless) return false;
  const [program, ...given] = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(program!, [...given, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return true;
}

/** A port as it was typed; 0 for any that is free. */
function portOf(typed: string): number {
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(port < 65_536)) throw new Problem('bad-input', { operation: 'serve', what: '--port 0–65535' });
  return port;
}
const portProblem = (error: unknown, port: number): unknown =>
  (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES') ? new Problem('port-taken', { port: String(port) }) : error);

export const serveCommand: CliCommand = {
  name: 'serve', arguments: '[study]',
  declare: (command) => command.option('--port <n>', '', '0').option('--no-open'),
  async run({ words, path, print }, [study], { port, open }) {
    const wanted = portOf(String(port));
    const built = builtIn();
    if (!existsSync(join(built, 'renderer', 'index.html'))) throw new Problem('no-browser-build');
    const sample = (language: 'en' | 'zh') => {
      const file = join(built, 'sample', `${language}.concord`);
      return existsSync(file) ? file : null;
    };
    const desk = createDesk({ places: standardPlaces(), sample, version: process.env['npm_package_version'] ?? '' });
    if (study === undefined) desk.openUsual(words.language);
    else desk.open(path(String(study)));
    // Whoever stops it while it starts must find the study closed too.
    const stopped = new Promise<void>((stop) => { for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop()); });
    const server = await startServer(desk, { port: wanted, bundle: join(built, 'renderer') }).catch((error: unknown) => {
      desk.close();
      throw portProblem(error, wanted);
    });
    print(words.say('cli.serving', { address: server.address }));
    print(words.say(open !== false && openBrowser(server.address) ? 'cli.browserOpened' : 'cli.openYourself'));
    await stopped;
    desk.close();
    await server.close();
    return exitCodes.done;
  },
};
