/** MessagePortMain on Node's MessagePort, and Relay: ports carried over any other channel (child process, devtools protocol). */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

export class MessagePortMain extends EventEmitter {
  readonly native: MessagePort;
  #started = false;
  constructor(native: MessagePort) {
    super();
    this.native = native;
    native.on('close', () => this.emit('close'));
    native.unref();
  }
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.native.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
  }
  postMessage(message: unknown): void { this.native.postMessage(message); }
  close(): void { this.native.close(); }
}
export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}

export type PortMessage = { readonly t: 'port'; readonly id: string; readonly data: unknown } | { readonly t: 'close'; readonly id: string };
/** One side of a channel that ports go through. `side` keeps the names that the two sides give apart. */
export class Relay {
  readonly #ports = new Map<string, MessagePort>();
  readonly #side: string;
  readonly #send: (message: PortMessage) => void;
  #last = 0;
  constructor(side: string, send: (message: PortMessage) => void) { this.#side = side; this.#send = send; }
  give(port: MessagePortMain): string {
    const id = `${this.#side}${++this.#last}`;
    this.#attach(id, port.native);
    return id;
  }
  take(id: string): MessagePortMain {
    const { port1, port2 } = new MessageChannel();
    this.#attach(id, port1);
    return new MessagePortMain(port2);
  }
  #attach(id: string, port: MessagePort): void {
    this.#ports.set(id, port);
    port.on('message', (data: unknown) => this.#send({ t: 'port', id, data }));
    port.on('close', () => { if (this.#ports.delete(id)) this.#send({ t: 'close', id }); });
    port.unref();
  }
  receive(message: PortMessage): void {
    const port = this.#ports.get(message.id);
    if (message.t === 'port') return port?.postMessage(message.data);
    this.#ports.delete(message.id);
    port?.close();
  }
  closeAll(): void {
    for (const port of this.#ports.values()) port.close();
    this.#ports.clear();
  }
}
