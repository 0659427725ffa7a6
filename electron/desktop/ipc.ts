import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { isOurPage } from './policy.ts';

/** The two doors for a page's messages. Both refuse every sender but our own page's top frame, and every message that is not of its shape (E3). */
function check<S extends z.ZodType>(event: IpcMainInvokeEvent | IpcMainEvent, channel: string, shape: S, message: unknown): z.output<S> {
  if (!isOurPage(event.senderFrame)) throw new Error(`${channel}: sender refused`);
  const parsed = shape.safeParse(message);
  if (!parsed.success) throw new Error(`${channel}: message refused`);
  return parsed.data;
}
/** A request with an answer. */
export function handle<S extends z.ZodType>(channel: string, shape: S, answer: (message: z.output<S>) => Promise<unknown>): void {
  ipcMain.handle(channel, (event, message: unknown) => answer(check(event, channel, shape, message)));
}
/** A message without one. One that is refused is dropped: nobody waits for it. */
export function receive<S extends z.ZodType>(channel: string, shape: S, take: (message: z.output<S>, event: IpcMainEvent) => void): void {
  ipcMain.on(channel, (event, message: unknown) => {
    try { take(check(event, channel, shape, message), event); } catch (error) { process.stderr.write(`${error instanceof Error ? error.message : channel}\n`); }
  });
}
