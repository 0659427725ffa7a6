import type { Desk } from '../core/desk.ts';
import { largestFile } from '../core/files.ts';
import { Problem, problemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import { pageRequest, type PageMessage, type PageRequest } from './messages.ts';

/** The core's end of the port to a page: Electron's MessagePortMain, or anything like it. */
export interface PagePort {
  postMessage(message: PageMessage): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** What an error becomes on its way to a person: a Problem as it is; any other is reported, and answered as a fault of the program. */
export function answerOf(error: unknown, report: (error: unknown) => void): ProblemRecord {
  if (error instanceof Problem) return problemRecord(error);
  report(error);
  return { problem: 'program-fault', values: {} };
}

/** Answers a page's requests until its port closes, and tells it what happens at the desk. Every request is answered; none throws. Answers with how to stop. */
export function servePage(desk: Desk, port: PagePort, report: (error: unknown) => void): () => void {
  async function answer(request: PageRequest): Promise<unknown> {
    if ('call' in request) return desk.call(request.call);
    const { name, bytes } = request.hand;
    if (bytes.length > largestFile) throw new Problem('too-big', { file: name, limit: largestFile / 1024 / 1024 });
    return desk.hand(name, bytes);
  }
  async function take(data: unknown): Promise<void> {
    const request = pageRequest.safeParse(data);
    if (!request.success) return report(new TypeError('a page sent what is no request'));
    port.postMessage({ id: request.data.id, answer: await answer(request.data).catch((error: unknown) => answerOf(error, report)) });
  }
  const stop = desk.onEvent((event) => port.postMessage({ event }));
  port.on('message', ({ data }) => void take(data));
  port.on('close', stop);
  port.start();
  return () => { stop(); port.close(); };
}
