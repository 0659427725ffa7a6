/** Starts Chromium and speaks the devtools protocol over one WebSocket (Node's own client), with flat sessions. */
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import type { CDPSession } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../../../build/chromium.ts';

const flags = [
  ...chromiumFlags, '--headless=new', '--disable-popup-blocking', '--disable-default-apps', '--no-default-browser-check', '--no-startup-window', '--use-fake-device-for-media-stream', '--remote-debugging-port=0',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // nothing that a test does can reach a network
];

export type Send = CDPSession['send'];
/** What the stand-in listens to, with the parts of the payloads that it reads. */
export interface CdpEvents {
  'Fetch.requestPaused': { requestId: string; frameId: string; resourceType: string; request: { url: string; method: string } };
  'Target.targetCreated': { targetInfo: { targetId: string; type: string } };
  'Target.targetDestroyed': { targetId: string };
  'Page.windowOpen': { url: string };
  'Page.frameNavigated': { frame: { id: string; parentId?: string; url: string; securityOrigin: string } };
  'Page.loadEventFired': object;
  'Inspector.targetCrashed': object;
  'Runtime.executionContextCreated': { context: { id: number; uniqueId: string; name: string; auxData: { frameId: string } } };
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number };
}
export interface Cdp {
  readonly endpoint: string;
  /** To the browser, or to the target of a session. */
  send: Send;
  to(session: string): Send;
  on<E extends keyof CdpEvents>(event: E, listener: (payload: CdpEvents[E], session: string) => void): void;
  close(): Promise<void>;
}

/** What goes to a target that may be gone by then. */
export const quietly = <T>(sent: Promise<T>): Promise<T | undefined> => sent.catch(() => undefined);

async function started(profile: string) {
  const path = chromiumPath();
  if (path === undefined) throw new Error('there is no Chromium on this machine (CHROMIUM_PATH names one)');
  const child = spawn(path, [...flags, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const endpoint = await new Promise<string>((resolve, reject) => {
    const heard: string[] = [];
    child.stderr.on('data', (data) => {
      heard.push(String(data));
      const found = /listening on (ws:\S+)/.exec(heard.join(''));
      if (found) resolve(found[1]!);
    });
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}\n${heard.join('')}`)));
  });
  return { child, endpoint };
}

export async function launchChromium(profile: string): Promise<Cdp> {
  const { child, endpoint } = await started(profile);
  const socket = new WebSocket(endpoint);
  await once(socket, 'open');
  const events = new EventEmitter().setMaxListeners(0);
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void; method: string }>();
  const sent = { last: 0 };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as { id?: number; method: string; params: unknown; sessionId?: string; result?: unknown; error?: { message: string } };
    if (message.id === undefined) return void events.emit(message.method, message.params, message.sessionId ?? '');
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(`${asked.method}: ${message.error.message}`));
    else asked?.resolve(message.result);
  };
  const to = (session: string) => ((method: string, params: object = {}) => new Promise((resolve, reject) => {
    if (socket.readyState !== WebSocket.OPEN) return reject(new Error(`${method}: Chromium is gone`));
    const id = ++sent.last;
    waiting.set(id, { resolve, reject, method });
    socket.send(JSON.stringify({ id, method, params, ...(session === '' ? {} : { sessionId: session }) }));
  })) as Send;
  return {
    endpoint, to,
    send: to(''),
    on: (event, listener) => { events.on(event, listener); },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      await quietly(to('')('Browser.close'));
      const limit = setTimeout(() => child.kill('SIGKILL'), 2000);
      await gone;
      clearTimeout(limit);
    },
  };
}
