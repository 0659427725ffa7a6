import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebFrameMain } from 'electron';
import { isProblemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import type { DeskState } from '../../shared/model/bridge.ts';
import { channels } from './channels.ts';
import type { AskName, CoreAsks, CoreStart, FromCore, ToCore } from './messages.ts';
import { mayRestart } from './policy.ts';

export interface CoreOptions {
  /** File of the core process. */
  readonly script: string;
  readonly start: Omit<CoreStart, 'kind'>;
  onState(state: DeskState): void;
  onProblem(problem: ProblemRecord): void;
  /** The process ended by itself; it is started again unless it keeps ending. */
  onLost(): void;
  onRestarted(): void;
  /** It ended too often to be started again unasked. Resolves to whether to try once more. */
  onFailing(): Promise<boolean>;
}
/** The core process as main has it. */
export interface CoreProcess {
  /** The desk's state; waits for the first study to be open. */
  state(): Promise<DeskState>;
  /** Answers with a ProblemRecord where a person can do something about it, and where the process ended before it answered. */
  ask<N extends AskName>(name: N, input: CoreAsks[N]['input']): Promise<CoreAsks[N]['output'] | ProblemRecord>;
  /** Gives a page a fresh port of its own to the core. */
  connect(page: WebFrameMain): void;
  /** Closes the study and ends the process. Resolves when it is gone; after `limit` ms it is ended, which SQLite survives. */
  close(limit?: number): Promise<void>;
}

interface Running { child: UtilityProcess; state: DeskState | null; asked: number; closing: boolean; ended: boolean }

export function startCore(options: CoreOptions): CoreProcess {
  const endings: number[] = [];
  const waiting = new Map<number, (answer: unknown) => void>();
  const told = Promise.withResolvers<DeskState>();
  const running: Running = { child: fork(options.start), state: null, asked: 0, closing: false, ended: false };

  function fork(start: Omit<CoreStart, 'kind'>): UtilityProcess {
    const child = utilityProcess.fork(options.script, [], { serviceName: 'Concord core' });
    child.on('message', (message: FromCore) => take(message));
    child.once('exit', () => void ended());
    child.postMessage({ kind: 'start', ...start } satisfies ToCore);
    return child;
  }
  function take(message: FromCore): void {
    if (message.kind === 'problem') return options.onProblem(message.problem);
    if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
      return;
    }
    running.state = message.state;
    told.resolve(message.state);
    options.onState(message.state);
  }
  async function ended(): Promise<void> {
    for (const answer of waiting.values()) answer({ problem: 'connection-lost', values: {} } satisfies ProblemRecord);
    waiting.clear();
    running.ended = running.closing;
    if (running.closing) return;
    endings.push(Date.now());
    options.onLost();
    if (!mayRestart(endings, Date.now()) && !(await options.onFailing())) return;
    // The same study again, whatever else has been put into the folder since.
    running.child = fork({ ...options.start, file: running.state?.study?.file ?? null });
    options.onRestarted();
  }

  return {
    state: async () => running.state ?? told.promise,
    async ask(name, input) {
      const id = ++running.asked;
      const { promise, resolve } = Promise.withResolvers<unknown>();
      waiting.set(id, resolve);
      running.child.postMessage({ kind: 'ask', id, ask: { name, input } } as ToCore);
      const answer = await promise;
      return isProblemRecord(answer) ? answer : (answer as CoreAsks[typeof name]['output']);
    },
    connect(page) {
      const { port1, port2 } = new MessageChannelMain();
      running.child.postMessage({ kind: 'page' } satisfies ToCore, [port1]);
      page.postMessage(channels.port, null, [port2]);
    },
    async close(limit = 5000) {
      running.closing = true;
      if (running.ended || running.child.pid === undefined) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(() => running.child.kill(), limit);
      running.child.once('exit', () => resolve());
      running.child.postMessage({ kind: 'close' } satisfies ToCore);
      await promise;
      clearTimeout(timer);
    },
  };
}
