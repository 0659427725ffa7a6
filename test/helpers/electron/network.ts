/** session and protocol: every request of every page is answered by main's handler or refused; Chromium is never let out. */
import { EventEmitter } from 'node:events';
import { quietly, type CdpEvents } from './cdp.ts';
import type { WebContents } from './contents.ts';
import { cancellable, cdp, fromWeb, schemes, toWeb, world } from './world.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type Before = (details: { url: string }, done: (answer: { cancel?: boolean }) => void) => void;
type AskPermission = (contents: WebContents, permission: string, done: (yes: boolean) => void) => void;

class Session extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly protocol = { handle: (scheme: string, handler: Handler) => void this.handlers.set(scheme, handler) };
  readonly webRequest = { onBeforeRequest: (before: Before) => { this.#before = before; } };
  #before: Before = (_details, done) => done({});
  #permission: AskPermission = (_contents, _permission, done) => done(true); // without a handler Electron grants
  setPermissionRequestHandler(handler: AskPermission): void { this.#permission = handler; }
  /** Accepted and never asked: Chromium has no hook for them here. */
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}

  mayRequest = (url: string): Promise<boolean> => new Promise((resolve) => this.#before({ url }, ({ cancel }) => resolve(!cancel)));
  async ask(contents: WebContents, permission: string): Promise<boolean> {
    const yes = await new Promise<boolean>((resolve) => this.#permission(contents, permission, resolve));
    const names = permission === 'media' ? ['camera', 'microphone'] : [permission];
    const { origin } = new URL(toWeb(contents.getURL()));
    await Promise.all(names.map((name) => quietly(cdp().send('Browser.setPermission', { permission: { name }, setting: yes ? 'granted' : 'denied', origin }))));
    return yes;
  }
}
export const session = { defaultSession: new Session() };
export const protocol = {
  registerSchemesAsPrivileged(list: readonly { scheme: string }[]): void {
    if (world.cdp) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of list) schemes.add(scheme);
  },
};

/** Whether main lets a document load: its own loadURL, or a navigation that nobody prevents. Popups are never loaded. */
async function mayLoad(target: string, asked: string): Promise<boolean> {
  if (!world.byTarget.has(target)) await Promise.allSettled(world.creating);
  const contents = world.byTarget.get(target);
  if (!contents) return false;
  if (contents.expected === asked) {
    contents.expected = '';
    return true;
  }
  const event = cancellable({ url: fromWeb(asked), isMainFrame: true });
  contents.emit('will-navigate', event);
  return !event.defaultPrevented;
}

export async function answerRequest({ requestId, frameId, resourceType, request: { url: asked, method } }: CdpEvents['Fetch.requestPaused']): Promise<void> {
  const { defaultSession } = session;
  const url = fromWeb(asked);
  const fail = async (errorReason: 'Aborted' | 'BlockedByClient' | 'Failed') => void (await quietly(cdp().send('Fetch.failRequest', { requestId, errorReason })));
  if (resourceType === 'Document' && !(await mayLoad(frameId, asked))) return fail('Aborted');
  if (!(await defaultSession.mayRequest(url))) return fail('BlockedByClient');
  const handler = defaultSession.handlers.get(url.split(':', 1)[0]!);
  if (!handler) return fail('Failed');
  try {
    // As in Electron the handler is given the address as the page's engine wrote it, in a real Request.
    const response = await handler(Object.defineProperty(new Request(url, { method }), 'url', { value: url }));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    await quietly(cdp().send('Fetch.fulfillRequest', { requestId, responseCode: response.status, body, responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })) }));
  } catch (error) {
    process.stderr.write(`protocol handler failed for ${url}: ${String(error)}\n`);
    await fail('Failed');
  }
}
