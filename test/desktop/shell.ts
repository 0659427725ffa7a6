/** Steps of the shell scenarios, on a page of the test's own (test/fixtures/desktop) in the place of the workbench. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge, CallReply, DeskState } from '../../shared/model/bridge.ts';
import { test as base, type Desktop } from '../helpers/electron/desktop.ts';

declare global {
  interface Window { readonly concord: Bridge; pending: { name: string; input: unknown }[]; answers: Promise<string[]> }
}

/** The built shell with that page beside it. */
export const test = base.extend<object, { shellBuild: string }>({
  shellBuild: [async ({}, use, info) => {
    const folder = resolve(`out/desktop-test-${info.workerIndex}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(resolve('out/electron'), join(folder, 'electron'), { recursive: true });
    cpSync(resolve('test/fixtures/desktop'), join(folder, 'renderer'), { recursive: true });
    await use(join(folder, 'electron/main.js'));
    rmSync(folder, { recursive: true, force: true });
  }, { scope: 'worker' }],
  program: async ({ shellBuild }, use) => use(shellBuild),
});
export { expect } from '@playwright/test';

/** What the page has written down. */
export const log = (page: Page) => page.locator('#log');
export const call = (page: Page, name: string, input: unknown = {}): Promise<CallReply> => page.evaluate((message) => window.concord.call(message), { name, input });
/** As `call`, for what must succeed. */
export async function ask<V>(page: Page, name: string, input: unknown = {}): Promise<V> {
  const reply = await call(page, name, input);
  if ('problem' in reply) throw new Error(`${name}: ${reply.problem} ${JSON.stringify(reply.values)}`);
  return reply.value as V;
}
export const desk = (page: Page): Promise<DeskState> => ask<DeskState>(page, 'desk.read');
/** A study with one document, as the page makes it. */
export async function newStudy(page: Page, name = 'Wards', text = 'I was tired'): Promise<number> {
  await ask(page, 'desk.create', { name });
  return (await ask<{ document: number }>(page, 'document.create', { name: 'Interview', text })).document;
}
/** An edit that the page holds back until it is told to flush. */
export const holdEdit = (page: Page, document: number, inserted: string): Promise<void> =>
  page.evaluate((edit) => void window.pending.push(edit), { name: 'document.edit', input: { document, splices: [{ at: 0, removed: '', inserted }] } });
export const textOf = async (page: Page, document: number): Promise<string> => (await ask<{ text: string }>(page, 'document.read', { document })).text;

export const closeWindow = (desktop: Desktop): Promise<void> => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
export const windowCount = (desktop: Desktop): Promise<number> => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
export const windowTitle = (desktop: Desktop): Promise<string> => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
/** Chooses an item of the application menu, as a click on it does. */
export const chooseMenu = (desktop: Desktop, id: string): Promise<void> => desktop.evaluate(({ Menu }, wanted) => {
  const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
  if (!item) throw new Error(`no menu item ${wanted}`);
  item.click();
}, id);
export const menuLabel = (desktop: Desktop, id: string): Promise<string | undefined> => desktop.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.label, id);
/** Answers the next dialogs of a kind, and keeps what they asked. */
export const answerDialog = (desktop: Desktop, method: 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox', result: object): Promise<void> =>
  desktop.evaluate(({ dialog }, { method: kind, result: answer }) => {
    const kept = globalThis as typeof globalThis & { asked?: unknown[] };
    kept.asked ??= [];
    Object.assign(dialog, { [kind]: async (...given: unknown[]) => { kept.asked!.push(given.at(-1)); return answer; } });
  }, { method, result });
export const askedDialogs = (desktop: Desktop): Promise<{ message?: string; detail?: string; title?: string; defaultPath?: string; properties?: string[] }[]> =>
  desktop.evaluate(() => (globalThis as typeof globalThis & { asked?: object[] }).asked ?? []);
/** Kills the core process as a crash would, or holds it still. */
export const signalCore = (desktop: Desktop, signal: 'SIGKILL' | 'SIGSTOP'): Promise<void> => desktop.evaluate(({ app }, sent) => {
  const core = app.getAppMetrics().find(({ name }) => name === 'Concord core');
  if (!core) throw new Error('no core process');
  process.kill(core.pid, sent);
}, signal);
/** Keeps links from really being opened, and says which would have been. */
export async function watchLinks(desktop: Desktop): Promise<() => Promise<string[]>> {
  await desktop.evaluate(({ shell }) => {
    const kept = globalThis as typeof globalThis & { links?: string[] };
    kept.links = [];
    Object.assign(shell, { openExternal: async (address: string) => { kept.links!.push(address); } });
  });
  return () => desktop.evaluate(() => (globalThis as typeof globalThis & { links?: string[] }).links ?? []);
}
