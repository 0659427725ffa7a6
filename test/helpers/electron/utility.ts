/** utilityProcess.fork as a child process; the child's register.ts calls installParentPort(). */
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import { MessagePortMain, Relay, type PortMessage } from './ports.ts';

interface Message { readonly t: 'message'; readonly data: unknown; readonly ports: readonly string[] }
const post = (relay: Relay, send: (message: Message) => void, data: unknown, transfer: readonly MessagePortMain[] = []) =>
  send({ t: 'message', data, ports: transfer.map((port) => relay.give(port)) });

export class UtilityProcess extends EventEmitter {
  pid: number | undefined;
  readonly serviceName: string;
  readonly #child: ChildProcess;
  readonly #relay: Relay;
  readonly #send = (message: Message | PortMessage): void => { if (this.#child.connected) this.#child.send(message, () => {}); };
  constructor(script: string, given: readonly string[], serviceName: string) {
    super();
    this.serviceName = serviceName;
    this.#child = fork(script, [...given], {
      serialization: 'advanced', execArgv: ['--import', new URL('./register.ts', import.meta.url).href], env: { ...process.env, STAND_IN_ROLE: 'utility' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.pid = this.#child.pid;
    this.#relay = new Relay('m', this.#send);
    this.#child.once('spawn', () => this.emit('spawn'));
    this.#child.on('message', (given) => {
      const message = given as Message | PortMessage;
      if (message.t === 'message') this.emit('message', message.data);
      else this.#relay.receive(message);
    });
    this.#child.once('exit', (code, signal) => {
      this.pid = undefined;
      this.#relay.closeAll();
      this.emit('exit', code ?? (signal ? constants.signals[signal] : 1));
    });
  }
  postMessage(data: unknown, transfer?: readonly MessagePortMain[]): void { post(this.#relay, this.#send, data, transfer); }
  kill(): boolean { return this.#child.kill('SIGTERM'); }
}

export function installParentPort(): void {
  const send = (message: Message | PortMessage) => void process.send?.(message);
  const relay = new Relay('c', send);
  const parentPort = Object.assign(new EventEmitter(), { postMessage: (data: unknown, transfer?: readonly MessagePortMain[]) => post(relay, send, data, transfer) });
  const early: object[] = []; // Electron keeps messages until somebody listens
  parentPort.on('newListener', (name) => { if (name === 'message') queueMicrotask(() => { for (const event of early.splice(0)) parentPort.emit('message', event); }); });
  process.on('message', (given) => {
    const message = given as Message | PortMessage;
    if (message.t !== 'message') return relay.receive(message);
    const event = { data: message.data, ports: message.ports.map((id) => relay.take(id)) };
    if (parentPort.listenerCount('message') > 0) parentPort.emit('message', event);
    else early.push(event);
  });
  process.on('disconnect', () => process.exit()); // dies with main, as in Electron
  Object.assign(process, { parentPort });
}
