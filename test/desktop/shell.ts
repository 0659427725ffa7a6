/** Steps of the shell scenarios, on a page of the test's own (test/fixtures/desktop) in the place of the workbench. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge, CallReply, DeskState } from '../../shared/model/bridge.ts';
import { test as base } from '../helpers/electron/desktop.ts';

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
export * from './steps.ts';

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
