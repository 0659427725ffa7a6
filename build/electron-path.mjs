// Where Electron's program is, or why it cannot be used here. Never downloads: require('electron') would.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '..', 'node_modules', 'electron');
const program = process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');

/**
 * @param {NodeJS.ProcessEnv} [environment] ELECTRON_OVERRIDE_DIST_PATH names another folder to look in, as for Electron's own launcher.
 * @returns {{ path: string, reason: null } | { path: null, reason: 'not-installed' | 'not-downloaded' | 'other-version' | 'no-display' }}
 */
export function findElectron(environment = process.env) {
  const none = (reason) => ({ path: null, reason });
  const elsewhere = environment.ELECTRON_OVERRIDE_DIST_PATH;
  const path = join(elsewhere ?? join(folder, 'dist'), program);
  if (!elsewhere && !existsSync(join(folder, 'package.json'))) return none('not-installed');
  if (!existsSync(path)) return none('not-downloaded');
  if (!elsewhere && read(join(folder, 'dist', 'version')).replace(/^v/, '') !== JSON.parse(read(join(folder, 'package.json'))).version) return none('other-version');
  if (process.platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY) return none('no-display');
  return { path, reason: null };
}
