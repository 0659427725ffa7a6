import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumPath } from './chromium.ts';

const root = resolve(import.meta.dirname, '..');
const tries = (program: string, given: readonly string[]) => spawnSync(program, given, { stdio: ['ignore', 'ignore', 'inherit'], cwd: root, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/** Debian's own package, where this machine lets us install it. */
function fromDebian(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  if (!tries('apt-get', ['install', '-y', '-q', 'chromium']) && !(tries('apt-get', ['update', '-q']) && tries('apt-get', ['install', '-y', '-q', 'chromium']))) return undefined;
  return chromiumPath();
}
/** Playwright's download, wherever its server can be reached. */
function fromPlaywright(): string | undefined {
  const own = chromium.executablePath();
  return existsSync(own) || (tries(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']) && existsSync(own)) ? own : undefined;
}
/** A Chromium that comes as an npm package, for machines that reach nothing but the registry. */
async function fromRegistry(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(root, 'out/chromium');
  const entry = join(folder, 'node_modules/@sparticuz/chromium/build/index.js');
  if (!existsSync(entry) && !tries('npm', ['install', '--no-save', '--no-package-lock', '--prefix', folder, '@sparticuz/chromium@153.0.0'])) return undefined;
  try {
    const { default: packed } = await import(pathToFileURL(entry).href) as { default: { executablePath(): Promise<string> } };
    return await packed.executablePath();
  } catch { return undefined; }
}

/** A Chromium to test in: the machine's, or one that we get. Undefined where there is none to be had. */
export async function getChromium(): Promise<string | undefined> {
  return chromiumPath() ?? fromDebian() ?? fromPlaywright() ?? await fromRegistry();
}
