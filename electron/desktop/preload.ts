/** What a page has of the world outside: the named functions of Bridge, and nothing that could send anything else. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge, CallReply, CoreEvent, HandedFile } from '../../shared/model/bridge.ts';
import type { ProblemRecord } from '../../shared/model/problem.ts';
import { channels } from './channels.ts';
import type { PageMessage, PageRequest } from './messages.ts';

interface Port { postMessage(message: PageRequest): void; onmessage: ((event: { readonly data: PageMessage }) => void) | null }

/**
 * Requests to the core over the port that main hands out, a fresh one for each core process. What was asked of a process that ended is answered
 * with the Problem `connection-lost` (it may or may not have been done); what is asked while there is none waits for the next.
 */
function connectCore() {
  const waiting = new Map<number, (answer: unknown) => void>();
  const listeners = new Set<(event: CoreEvent) => void>();
  const line: { port: Port | null; lost: boolean; asked: number; queue: PageRequest[] } = { port: null, lost: false, asked: 0, queue: [] };
  const announce = (event: CoreEvent) => listeners.forEach((listener) => listener(event));

  function take({ data }: { readonly data: PageMessage }): void {
    if ('event' in data) return announce(data.event);
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  }
  ipcRenderer.on(channels.port, ({ ports }: IpcRendererEvent) => {
    const port = ports[0] as unknown as Port;
    port.onmessage = take;
    line.port = port;
    for (const request of line.queue.splice(0)) port.postMessage(request);
    if (line.lost) announce({ kind: 'restarted' });
    line.lost = false;
  });
  ipcRenderer.on(channels.lost, () => {
    const queued = new Set(line.queue.map(({ id }) => id));
    line.port = null;
    line.lost = true;
    for (const [id, answer] of waiting) if (!queued.has(id) && waiting.delete(id)) answer({ problem: 'connection-lost', values: {} } satisfies ProblemRecord);
  });
  ipcRenderer.send(channels.port);

  return {
    request(make: (id: number) => PageRequest): Promise<unknown> {
      const message = make(++line.asked);
      return new Promise((resolve) => {
        waiting.set(message.id, resolve);
        if (line.port) line.port.postMessage(message);
        else line.queue.push(message);
      });
    },
    onEvent(listener: (event: CoreEvent) => void): () => void {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

/** Listeners for what main tells the page. */
function listenersOf<L>() {
  const listeners = new Set<L>();
  return { listeners, add: (listener: L) => { listeners.add(listener); return () => { listeners.delete(listener); }; } };
}

const core = connectCore();
const commands = listenersOf<(command: string) => void>();
const closings = listenersOf<() => Promise<void>>();

ipcRenderer.on(channels.command, (_event, command: string) => commands.listeners.forEach((listener) => listener(command)));
ipcRenderer.on(channels.flush, async (_event, id: number) => {
  const outcomes = await Promise.allSettled([...closings.listeners].map(async (flush) => flush()));
  ipcRenderer.send(channels.flushed, { id, safe: outcomes.every(({ status }) => status === 'fulfilled') });
});

const bridge: Bridge = {
  shell: 'desktop',
  call: ({ name, input, job }) => core.request((id) => ({ id, call: { name, input, ...(job === undefined ? {} : { job }) } })) as Promise<CallReply>,
  onEvent: (listener) => core.onEvent(listener),
  async hand(name, bytes) {
    const answer = (await core.request((id) => ({ id, hand: { name, bytes } }))) as HandedFile | ProblemRecord;
    // Of an error only the message reaches the page: it is the Problem's code.
    if ('problem' in answer) throw new Error(answer.problem);
    return answer;
  },
  pickFiles: (what) => ipcRenderer.invoke(channels.pickFiles, what),
  pickPlace: (suggestedName) => ipcRenderer.invoke(channels.pickPlace, suggestedName),
  pickFolder: () => ipcRenderer.invoke(channels.pickFolder),
  save: (file) => ipcRenderer.invoke(channels.save, file),
  onCommand: (listener) => commands.add(listener),
  onClosing: (flush) => closings.add(flush),
};
contextBridge.exposeInMainWorld('concord', bridge);
