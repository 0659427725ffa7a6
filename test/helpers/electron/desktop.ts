/** One interface, two drivers: the stand-in on Chromium, and the real Electron through Playwright. Scenarios are written once. */
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, chromium, test as base, type Page } from '@playwright/test';
import { findElectron } from '../../../build/electron-path.mjs';

type Electron = typeof import('electron');
export interface Desktop {
  readonly kind: 'stand-in' | 'electron';
  readonly page: Page;
  /** Runs in main, with Electron's modules. A function's source crosses, so it has no closure. */
  evaluate<R, A = undefined>(run: (electron: Electron, argument: A) => R | Promise<R>, argument?: A): Promise<R>;
  /** Starts a second instance with these arguments; resolves to its exit code. */
  second(given: readonly string[]): Promise<number | null>;
  readonly exited: Promise<number | null>;
  /** What main and core wrote to their streams. */
  log(): string;
  stop(): Promise<void>;
}
export interface Launch { /** main.js of a build. */ readonly program: string; readonly home: string; readonly given: readonly string[]; readonly system: string }

const register = new URL('./register.ts', import.meta.url).href;
const node = resolve('node_modules/.bin/node');
const environment = ({ home, system }: Launch): Record<string, string> =>
  ({ ...process.env as Record<string, string>, CONCORD_HOME: home, STAND_IN_LOCALE: system, LANGUAGE: system });

async function launchStandIn(launch: Launch): Promise<Desktop> {
  const env = environment(launch);
  const child = fork(launch.program, [...launch.given], {
    execPath: node, execArgv: ['--import', register], serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...env, STAND_IN_DRIVEN: '1' },
  });
  const heard: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data) => heard.push(String(data)));
  const exited = new Promise<number | null>((resolved) => child.once('exit', resolved));
  const ended = exited.then((code) => { throw new Error(`main ended with ${code}\n${heard.join('')}`); });
  ended.catch(() => {});
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const endpoint = new Promise<string>((resolved) => child.on('message', (given) => {
    const message = given as { t: 'devtools'; endpoint: string } | { t: 'answer'; id: number; value?: unknown; error?: string };
    if (message.t === 'devtools') return resolved(message.endpoint);
    if (message.error === undefined) waiting.get(message.id)?.resolve(message.value);
    else waiting.get(message.id)?.reject(new Error(message.error));
  }));
  const browser = await chromium.connectOverCDP(await Promise.race([endpoint, ended]));
  const first = browser.contexts()[0]!.waitForEvent('page');
  child.send({ t: 'go' });
  const page = await Promise.race([first, ended]);
  await page.waitForURL(/^https:/, { waitUntil: 'domcontentloaded' });
  const asked = { last: 0 };
  return {
    kind: 'stand-in', page, exited, log: () => heard.join(''),
    evaluate: <R, A>(run: (electron: Electron, argument: A) => R | Promise<R>, argument?: A) => {
      const answer = new Promise<R>((resolved, reject) => {
        const id = ++asked.last;
        waiting.set(id, { resolve: resolved as (value: unknown) => void, reject });
        child.send({ id, source: String(run), argument });
      });
      return Promise.race([answer, ended]);
    },
    second: (given) => new Promise((resolved) => {
      fork(launch.program, [...given], { execPath: node, execArgv: ['--import', register], stdio: 'ignore', env }).once('exit', resolved);
    }),
    async stop() {
      await browser.close().catch(() => {});
      if (child.exitCode === null && child.connected) child.disconnect();
      const limit = setTimeout(() => child.kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(limit);
    },
  };
}

async function launchElectron(launch: Launch, executablePath: string): Promise<Desktop> {
  const env = environment(launch);
  const given = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--lang=${launch.system}`, launch.program];
  const app = await _electron.launch({ executablePath, args: [...given, ...launch.given], env });
  const heard: string[] = [];
  const child = app.process();
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data) => heard.push(String(data)));
  const page = await app.firstWindow();
  return {
    kind: 'electron', page, log: () => heard.join(''),
    exited: new Promise((resolved) => child.once('exit', resolved)),
    evaluate: <R, A>(run: (electron: Electron, argument: A) => R | Promise<R>, argument?: A) => app.evaluate(run as never, argument as never) as Promise<R>,
    second: (more) => new Promise((resolved) => spawn(executablePath, [...given, ...more], { stdio: 'ignore', env }).once('exit', resolved)),
    stop: () => app.evaluate(({ app: running }) => running.exit(0)).catch(() => {}).then(() => app.close()).catch(() => {}),
  };
}

export interface DesktopOptions { driver: 'stand-in' | 'electron'; program: string; /** Locale of the system. */ system: string }
export interface DesktopFixtures {
  /** A home of the test's own: settings, studies, window place. */
  home: string;
  /** Starts the program on that home; once more for a second session. Stopped with the test. */
  launch: (...given: string[]) => Promise<Desktop>;
  desktop: Desktop;
}
export const test = base.extend<DesktopOptions & DesktopFixtures>({
  driver: ['stand-in', { option: true }],
  program: [resolve('out/electron/main.js'), { option: true }],
  system: ['en-US', { option: true }],
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'concord-desktop-'));
    await use(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ driver, program, system, home }, use, info) => {
    const electron = driver === 'electron' ? findElectron() : null;
    info.skip(electron !== null && electron.path === null, `Electron: ${electron?.reason ?? ''}`);
    const started: Desktop[] = [];
    await use(async (...given) => {
      const launch = { program, home, given, system };
      const desktop = await (electron?.path ? launchElectron(launch, electron.path) : launchStandIn(launch));
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.stop();
  },
  desktop: async ({ launch }, use) => use(await launch()),
});
export { expect } from '@playwright/test';
