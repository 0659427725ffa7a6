/**
 * What runs inside Chromium. Every function here is sent as its source, so none has imports or closures.
 * The preload has a V8 isolated world of its own; the page has the main world. The two share one EventTarget that nobody else can reach:
 * Blink clones CustomEvent.detail when the other world reads it, and dispatchEvent is synchronous, so bridged calls are synchronous as in Electron.
 */
import type { makeCodec } from './codec.ts';

interface Packed { f?: number; p?: number; a?: Packed[]; o?: [string, Packed][]; v?: unknown }
interface BridgeMessage { expose?: string; value?: Packed; settle?: number; call?: number; args?: Packed[]; back?: true; ok?: Packed; no?: string }
interface Bridge { expose(key: string, value: unknown): void; onExpose(take: (key: string, value: unknown) => void): void }
type Anything = (...given: unknown[]) => unknown;

/** One world's end of the context bridge: functions, promises, and whatever can be cloned. */
export function makeBridge(port: EventTarget, mine: string, theirs: string): Bridge {
  const dispatch = EventTarget.prototype.dispatchEvent.bind(port);
  const functions: Anything[] = [];
  const promises: { resolve(value: unknown): void; reject(error: Error): void }[] = [];
  const returns: BridgeMessage[] = [];
  const state = { promised: 0, expose: (_key: string, _value: unknown) => {} };
  const send = (message: BridgeMessage) => dispatch(new CustomEvent(theirs, { detail: message }));
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)); // Electron keeps the message only

  function pack(value: unknown): Packed {
    if (typeof value === 'function') return { f: functions.push(value as Anything) - 1 };
    if (value === null || typeof value !== 'object') return { v: value };
    if (value instanceof Promise) {
      const p = state.promised++;
      value.then((settled) => send({ settle: p, ok: pack(settled) }), (error: unknown) => send({ settle: p, no: messageOf(error) }));
      return { p };
    }
    if (Array.isArray(value)) return { a: value.map(pack) };
    if (Object.prototype.toString.call(value) === '[object Object]') return { o: Object.entries(value).map(([key, one]) => [key, pack(one)]) };
    try { return { v: structuredClone(value) }; } catch { throw new Error('An object could not be cloned.'); }
  }
  function unpack(packed: Packed, freeze = false): unknown {
    if (packed.f !== undefined) return caller(packed.f);
    // The other world counts its promises as this one does, so the number finds its place.
    if (packed.p !== undefined) { const p = packed.p; return new Promise((resolve, reject) => { promises[p] = { resolve, reject }; }); }
    if (packed.a) return packed.a.map((one) => unpack(one, freeze));
    if (!packed.o) return packed.v;
    const made = Object.fromEntries(packed.o.map(([key, one]) => [key, unpack(one, freeze)]));
    return freeze ? Object.freeze(made) : made;
  }
  const caller = (call: number): Anything => (...given) => {
    const slot: BridgeMessage = {};
    returns.push(slot);
    try { send({ call, args: given.map(pack) }); } finally { returns.pop(); }
    if (slot.no !== undefined) throw new Error(slot.no);
    return slot.ok ? unpack(slot.ok) : undefined;
  };
  port.addEventListener(mine, (event) => {
    const message = (event as CustomEvent<BridgeMessage>).detail; // read once: each read is a fresh clone
    if (message.expose !== undefined) return state.expose(message.expose, unpack(message.value!, true));
    if (message.settle !== undefined) return message.ok ? promises[message.settle]?.resolve(unpack(message.ok)) : promises[message.settle]?.reject(new Error(message.no));
    if (message.back) return void Object.assign(returns.at(-1) ?? {}, message);
    try { send({ back: true, ok: pack(functions[message.call!]!(...message.args!.map((one) => unpack(one)))) }); } catch (error) { send({ back: true, no: messageOf(error) }); }
  });
  return { expose: (key, value) => void send({ expose: key, value: pack(value) }), onExpose: (take) => { state.expose = take; } };
}

export interface WorldOptions { readonly secret: string; readonly binding: string }

/** First, in the main world, before any script of the page: takes the port, and lets main answer for permissions before Chromium does. */
export function mainWorld({ secret }: WorldOptions, bridgeOf: typeof makeBridge): void {
  const shim = (ask: (permission: string) => Promise<boolean>) => {
    const open = window.open.bind(window); // with 'noopener' a denied window.open() returns null, as in Electron
    window.open = (url, name) => open(url, name, 'noopener');
    const asking = (owner: object, name: string, permission: string) => {
      const native = Reflect.get(owner, name) as Anything;
      Reflect.set(owner, name, async function (this: unknown, ...given: unknown[]) { await ask(permission); return native.apply(this, given); });
    }; // the answer stands in Chromium's permission table before the native call, so the error that the page sees is the real one
    asking(Notification, 'requestPermission', 'notifications');
    asking(MediaDevices.prototype, 'getUserMedia', 'media');
  };
  const start = (event: Event) => {
    event.stopImmediatePropagation();
    window.removeEventListener(secret, start, true);
    bridgeOf((event as MouseEvent).relatedTarget!, 'main', 'preload').onExpose((key, value) => {
      if (key === secret) shim((value as { ask: (permission: string) => Promise<boolean> }).ask);
      else Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
    });
  };
  window.addEventListener(secret, start, true);
}

/** What the page's side of the devtools binding is told and says. */
export type ToPage =
  | { t: 'reply'; id: number; data?: string; error?: string } | { t: 'asked'; id: number; yes: boolean } | { t: 'port'; id: string; data: string }
  | { t: 'message'; channel: string; data: string; ports: readonly string[] };
export type FromPage =
  | { t: 'send'; channel: string; data: string } | { t: 'invoke'; id: number; channel: string; data: string } | { t: 'ask'; id: number; permission: string }
  | { t: 'port'; id: string; data: string } | { t: 'broken'; message: string };
type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/** Second, in the isolated world of the top frame: ipcRenderer, contextBridge, and the program's preload where Electron would run it. */
export function isolatedWorld({ secret, binding }: WorldOptions, bridgeOf: typeof makeBridge, codecOf: typeof makeCodec, preload: Preload): void {
  const { encode, decode } = codecOf();
  const native = Reflect.get(globalThis, binding) as (text: string) => void;
  Reflect.deleteProperty(globalThis, binding);
  if (window !== window.top) return;
  const tell = (message: FromPage) => native(JSON.stringify(message));
  const port = new EventTarget();
  const bridge = bridgeOf(port, 'preload', 'main');
  window.dispatchEvent(new MouseEvent(secret, { relatedTarget: port })); // hands the port to the main world
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const ports = new Map<string, MessagePort>();
  const listeners = new Map<string, Anything[]>();
  const counted = { last: 0 };
  const request = (make: (id: number) => FromPage) => new Promise<unknown>((resolve, reject) => {
    const id = ++counted.last;
    waiting.set(id, { resolve, reject });
    tell(make(id));
  });
  const givenPort = (id: string): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    ports.set(id, port1);
    port1.onmessage = ({ data }) => tell({ t: 'port', id, data: encode(data) });
    return port2;
  };
  const answer = (id: number) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    return asked;
  };
  Reflect.set(globalThis, secret, (message: ToPage) => { // main to this frame; only the devtools protocol can name it
    if (message.t === 'asked') return answer(message.id)?.resolve(message.yes);
    if (message.t === 'reply') return message.error === undefined ? answer(message.id)?.resolve(decode(message.data!)) : answer(message.id)?.reject(new Error(message.error));
    if (message.t === 'port') return ports.get(message.id)?.postMessage(decode(message.data));
    const event = { ports: message.ports.map(givenPort) };
    for (const listener of listeners.get(message.channel) ?? []) listener(event, ...(decode(message.data) as unknown[]));
  });
  bridge.expose(secret, { ask: (permission: string) => request((id) => ({ t: 'ask', id, permission })) });

  const ipcRenderer = {
    on: (channel: string, listener: Anything) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    send: (channel: string, ...given: unknown[]) => tell({ t: 'send', channel, data: encode(given) }),
    invoke: async (channel: string, ...given: unknown[]) => { const data = encode(given); return request((id) => ({ t: 'invoke', id, channel, data })); },
  };
  const contextBridge = { exposeInMainWorld: (key: string, value: unknown) => bridge.expose(key, value) };
  const module = { exports: {} };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { ipcRenderer, contextBridge };
  };
  try { preload(require, module, module.exports); } catch (error) { tell({ t: 'broken', message: String(error instanceof Error ? error.stack : error) }); }
}
