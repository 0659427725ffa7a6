/** BrowserWindow, webContents, its main frame, and ipcMain, over one devtools session a page. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { quietly } from './cdp.ts';
import { makeCodec } from './codec.ts';
import { session } from './network.ts';
import { isolatedWorld, mainWorld, makeBridge, type FromPage, type ToPage, type WorldOptions } from './page.ts';
import { Relay, type MessagePortMain } from './ports.ts';
import { cancellable, cdp, decode, encode, fromWeb, toWeb, world } from './world.ts';

/** The top frame. Frames below it have no preload, as Electron has it by default, and so nothing to say. */
class Frame {
  url = 'about:blank';
  origin = 'null';
  readonly parent = null;
  context: { id: number; uniqueId: string } | null = null;
  readonly relay = new Relay('m', (message) => {
    if (message.t === 'port') this.tell({ t: 'port', id: message.id, data: encode(message.data) });
  });
  readonly #session: () => string;
  constructor(sessionOf: () => string) { this.#session = sessionOf; }
  send(channel: string, ...given: unknown[]): void { this.tell({ t: 'message', channel, data: encode(given), ports: [] }); }
  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    this.tell({ t: 'message', channel, data: encode([message]), ports: transfer.map((port) => this.relay.give(port)) });
  }
  /** A document that is gone drops what is meant for it. */
  tell(message: ToPage, to = this.context): void {
    const expression = `globalThis[${JSON.stringify(world.secret)}](${JSON.stringify(message)})`;
    if (to) void quietly(cdp().to(this.#session())('Runtime.evaluate', { expression, uniqueContextId: to.uniqueId }));
  }
}

type Handler = (event: object, ...given: unknown[]) => unknown;
export const ipcMain = Object.assign(new EventEmitter(), {
  handlers: new Map<string, Handler>(),
  handle(channel: string, handler: Handler): void {
    if (ipcMain.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    ipcMain.handlers.set(channel, handler);
  },
});

interface WindowOptions { width?: number; height?: number; x?: number; y?: number; title?: string; show?: boolean; webPreferences?: { preload?: string } }
type WindowOpen = (details: { url: string }) => { action: 'deny' | 'allow' };

export class WebContents extends EventEmitter {
  targetId = '';
  sessionId = '';
  /** The address that main itself is loading. */
  expected = '';
  windowOpen: WindowOpen = () => ({ action: 'allow' });
  readonly window: BrowserWindow;
  readonly mainFrame = new Frame(() => this.sessionId);
  readonly ready: Promise<void>;
  constructor(window: BrowserWindow, preload: string | undefined, size: { width: number; height: number }) {
    super();
    this.window = window;
    this.ready = this.#create(preload, size);
    world.creating.add(this.ready);
    void this.ready.finally(() => world.creating.delete(this.ready));
  }
  async #create(preload: string | undefined, size: { width: number; height: number }): Promise<void> {
    ({ targetId: this.targetId } = await cdp().send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size }));
    world.byTarget.set(this.targetId, this);
    ({ sessionId: this.sessionId } = await cdp().send('Target.attachToTarget', { targetId: this.targetId, flatten: true }));
    world.bySession.set(this.sessionId, this);
    const send = cdp().to(this.sessionId);
    const options = JSON.stringify({ secret: world.secret, binding: world.binding } satisfies WorldOptions);
    const program = `function (require, module, exports) {\n${preload === undefined ? '' : readFileSync(preload, 'utf8')}\n}`;
    await Promise.all([
      send('Page.enable'), send('Runtime.enable'), send('Runtime.addBinding', { name: world.binding, executionContextName: world.preloadWorld }),
      // In this order: the main world must listen before the isolated one hands the port over.
      send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(mainWorld)})(${options}, ${String(makeBridge)})` }),
      send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(isolatedWorld)})(${options}, ${String(makeBridge)}, ${String(makeCodec)}, ${program})`, worldName: world.preloadWorld }),
    ]);
  }
  getURL(): string { return this.mainFrame.url; }
  send(channel: string, ...given: unknown[]): void { this.mainFrame.send(channel, ...given); }
  setWindowOpenHandler(handler: WindowOpen): void { this.windowOpen = handler; }
  async loadURL(url: string): Promise<void> {
    await this.ready;
    this.expected = toWeb(url);
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await cdp().to(this.sessionId)('Page.navigate', { url: this.expected });
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await cdp().to(this.sessionId)('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  }
  reload(): void {
    this.expected = toWeb(this.getURL());
    void quietly(cdp().to(this.sessionId)('Page.reload'));
  }
  async hear(message: FromPage): Promise<void> {
    const { mainFrame: frame } = this;
    const asker = frame.context; // replies go to the document that asked, not to the one that took its place
    if (message.t === 'broken') return void process.stderr.write(`Unable to load preload script: ${message.message}\n`);
    if (message.t === 'port') return frame.relay.receive({ t: 'port', id: message.id, data: decode(message.data) });
    if (message.t === 'ask') return frame.tell({ t: 'asked', id: message.id, yes: await session.defaultSession.ask(this, message.permission) }, asker);
    const event = { sender: this, senderFrame: frame };
    const given = decode(message.data) as unknown[];
    if (message.t === 'send') return void ipcMain.emit(message.channel, event, ...given);
    try {
      const handler = ipcMain.handlers.get(message.channel);
      if (!handler) throw new Error(`No handler registered for '${message.channel}'`);
      frame.tell({ t: 'reply', id: message.id, data: encode(await handler(event, ...given)) }, asker);
    } catch (error) { frame.tell({ t: 'reply', id: message.id, error: `Error invoking remote method '${message.channel}': ${String(error)}` }, asker); }
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly open = new Set<BrowserWindow>();
  /** Told when the last window has closed, and of each that opens or goes. */
  static readonly events = new EventEmitter();
  static getAllWindows(): BrowserWindow[] { return [...BrowserWindow.open]; }
  readonly webContents: WebContents;
  readonly #bounds: { x: number; y: number; width: number; height: number };
  #title: string;
  #gone = false;
  constructor({ width = 800, height = 600, x = 0, y = 0, title = '', webPreferences = {} }: WindowOptions = {}) {
    if (!world.cdp) throw new Error('Cannot create BrowserWindow before app is ready');
    super();
    this.#title = title;
    this.#bounds = { x, y, width, height };
    this.webContents = new WebContents(this, webPreferences.preload, { width, height });
    BrowserWindow.open.add(this);
  }
  loadURL(url: string): Promise<void> { return this.webContents.loadURL(url); }
  /** Resolves to whether the window went: nobody who heard 'close' prevented it. The page's own beforeunload is not asked. */
  async tryClose(): Promise<boolean> {
    if (this.#gone) return true;
    const event = cancellable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    await this.webContents.ready;
    const gone = new Promise<boolean>((resolve) => this.once('closed', () => resolve(true)));
    void quietly(cdp().to(this.webContents.sessionId)('Page.close'));
    return gone;
  }
  close(): void { setImmediate(() => void this.tryClose()); }
  gone(): void {
    if (this.#gone) return;
    this.#gone = true;
    BrowserWindow.open.delete(this);
    this.emit('closed');
    if (BrowserWindow.open.size === 0) BrowserWindow.events.emit('all-closed');
  }
  show(): void {}
  focus(): void { this.emit('focus'); }
  restore(): void {}
  maximize(): void {}
  isMinimized(): boolean { return false; }
  isMaximized(): boolean { return false; }
  isDestroyed(): boolean { return this.#gone; }
  setTitle(title: string): void { this.#title = title; }
  getTitle(): string { return this.#title; }
  getNormalBounds() { return { ...this.#bounds }; }
  setBounds(bounds: object): void { Object.assign(this.#bounds, bounds); }
}

/** Lets the windows hear what happens in Chromium. */
export function wireWindows(): void {
  const { on } = cdp();
  const of = (sessionId: string) => world.bySession.get(sessionId);
  on('Target.targetDestroyed', ({ targetId }) => {
    const contents = world.byTarget.get(targetId);
    world.byTarget.delete(targetId);
    contents?.window.gone();
  });
  on('Target.targetCreated', async ({ targetInfo: { type, targetId } }) => { // a page that nobody here made is a popup; allowed ones are not for this stand-in
    if (type !== 'page') return;
    await Promise.allSettled(world.creating);
    if (!world.byTarget.has(targetId) && world.byTarget.size > 0) await quietly(cdp().send('Target.closeTarget', { targetId }));
  });
  on('Page.windowOpen', ({ url }, from) => void of(from)?.windowOpen({ url: fromWeb(url) }));
  on('Page.frameNavigated', ({ frame: { id, parentId, url, securityOrigin } }, from) => {
    const contents = of(from);
    if (!contents || parentId !== undefined || id !== contents.targetId) return;
    contents.mainFrame.relay.closeAll();
    contents.mainFrame.url = fromWeb(url);
    contents.mainFrame.origin = /^[a-z]+:\/\/./.test(securityOrigin) ? fromWeb(securityOrigin) : 'null';
  });
  on('Page.loadEventFired', (_load, from) => {
    const contents = of(from);
    if (!contents || contents.getURL() === 'about:blank') return;
    contents.emit('did-finish-load');
    contents.window.emit('ready-to-show');
  });
  on('Inspector.targetCrashed', (_crash, from) => void of(from)?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }));
  on('Runtime.executionContextCreated', ({ context: { id, uniqueId, name, auxData } }, from) => {
    const contents = of(from);
    if (contents && name === world.preloadWorld && auxData.frameId === contents.targetId) contents.mainFrame.context = { id, uniqueId };
  });
  on('Runtime.bindingCalled', ({ name, payload, executionContextId }, from) => {
    const contents = of(from);
    if (contents && name === world.binding && executionContextId === contents.mainFrame.context?.id) void contents.hear(JSON.parse(payload) as FromPage);
  });
}
