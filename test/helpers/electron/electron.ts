/** The main-process half of `electron` on a real Chromium, as far as this program and its scenarios use it. What is not here is missing loudly. */
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from './cdp.ts';
import { BrowserWindow, ipcMain, wireWindows } from './contents.ts';
import { takeInstanceLock } from './instance.ts';
import { Menu } from './menu.ts';
import { answerRequest, protocol, session } from './network.ts';
import { MessageChannelMain } from './ports.ts';
import { UtilityProcess } from './utility.ts';
import { cancellable, decode, encode, world } from './world.ts';

export { BrowserWindow, ipcMain, Menu, MessageChannelMain, protocol, session };

const driver = new EventEmitter();
const driven = process.send !== undefined && process.env['STAND_IN_DRIVEN'] === '1';

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = { appendSwitch: (_name: string, _value?: string) => {} };
  readonly #paths = new Map<string, string>();
  readonly utilities = new Set<UtilityProcess>();
  #ready: Promise<void> | null = null;
  #quitting = false;
  #lock: { release(): void } | null = null;

  getVersion(): string { return '0.0.0'; }
  getLocale(): string { return world.cdp ? (process.env['STAND_IN_LOCALE'] ?? 'en-US') : ''; }
  enableSandbox(): void { if (world.cdp) throw new Error('app.enableSandbox() can only be called before app is ready'); }
  setPath(name: string, path: string): void { this.#paths.set(name, path); }
  getPath(name: string): string {
    if (name === 'userData' && !this.#paths.has(name)) this.setPath(name, mkdtempSync(join(tmpdir(), 'stand-in-')));
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  getAppMetrics() { return [...this.utilities].map(({ pid, serviceName }) => ({ pid, type: 'Utility', name: serviceName })); }
  whenReady(): Promise<void> { return (this.#ready ??= this.#boot()); }
  async #boot(): Promise<void> {
    if (this.#quitting) return new Promise(() => {});
    const chromium = await launchChromium(join(this.getPath('userData'), 'chromium'));
    if (driven) { // the test attaches first, as it does with the real thing
      const go = new Promise((resolve) => driver.once('go', resolve));
      process.send!({ t: 'devtools', endpoint: chromium.endpoint });
      await go;
    }
    world.cdp = chromium;
    wireWindows();
    chromium.on('Fetch.requestPaused', (paused) => void answerRequest(paused));
    await Promise.all([chromium.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }), chromium.send('Target.setDiscoverTargets', { discover: true })]);
    this.emit('ready');
  }
  requestSingleInstanceLock(data: object = {}): boolean {
    const folder = join(this.getPath('userData'), 'instance');
    this.#lock = takeInstanceLock(folder, encode(data), (said) => void this.whenReady().then(() => this.emit('second-instance', {}, [], '', decode(said))));
    return this.#lock !== null;
  }
  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    setImmediate(async () => { this.#quitting = await this.#mayQuit(); if (this.#quitting) this.exit(0); });
  }
  async #mayQuit(): Promise<boolean> {
    const before = cancellable({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return false;
    for (const window of BrowserWindow.getAllWindows()) if (!(await window.tryClose())) return false;
    const last = cancellable({});
    this.emit('will-quit', last);
    return !last.defaultPrevented;
  }
  windowsClosed(): void { if (!this.#quitting && !this.emit('window-all-closed')) this.quit(); }
  exit(code = 0): void {
    this.#quitting = true;
    this.#lock?.release();
    void Promise.resolve(world.cdp?.close()).finally(() => process.exit(code));
  }
}
export const app = new App();
BrowserWindow.events.on('all-closed', () => app.windowsClosed());
Menu.roles['quit'] = () => app.quit();

export const utilityProcess = {
  fork(script: string, given: readonly string[] = [], { serviceName = 'Node Utility Process' }: { serviceName?: string } = {}): UtilityProcess {
    const child = new UtilityProcess(script, given, serviceName);
    app.utilities.add(child);
    child.once('exit', () => app.utilities.delete(child));
    return child;
  },
};
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
/** Tests assign to these properties, on the real thing as well. A question that nobody answers stays open, as a dialog on a screen does. */
const unanswered = (name: string) => (..._given: unknown[]): Promise<never> => { process.stderr.write(`${name} waits for an answer\n`); return new Promise(() => {}); };
export const dialog = { showOpenDialog: unanswered('showOpenDialog'), showSaveDialog: unanswered('showSaveDialog'), showMessageBox: unanswered('showMessageBox') };
export const shell = { openExternal: unanswered('openExternal') };

const electron = { app, BrowserWindow, ipcMain, Menu, MessageChannelMain, protocol, session, utilityProcess, screen, dialog, shell };

// The test's line into this process: a function's source and its argument, as with Playwright's ElectronApplication.evaluate.
if (driven) {
  process.on('message', async (given) => {
    const message = given as { t?: 'go'; id: number; source: string; argument: unknown };
    if (message.t === 'go') return void driver.emit('go');
    try {
      const ask = (0, eval)(`(${message.source})`) as (modules: object, argument: unknown) => unknown;
      process.send!({ t: 'answer', id: message.id, value: await ask(electron, message.argument) });
    } catch (error) { process.send!({ t: 'answer', id: message.id, error: String(error instanceof Error ? error.stack : error) }); }
  });
  process.on('disconnect', () => app.exit(1));
  process.channel!.unref();
}
setImmediate(() => void app.whenReady()); // 'ready' comes by itself, unless the program gave up first
