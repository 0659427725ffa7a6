import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import type { InputOf, OpName } from '../../electron/ops/index.ts';
import type { Outcome } from '../../renderer/core/core.ts';

const root = resolve(import.meta.dirname, '../..');

export interface Served { readonly address: string; stop(signal?: NodeJS.Signals): Promise<void> }
/** The loopback workbench as a person starts it: its own process, on a study or on what it opens by itself. */
export async function serve(home: string, given: readonly string[] = [], language = 'en_US.UTF-8'): Promise<Served> {
  const child = spawn(process.execPath, [join(root, 'electron/cli/concord.mjs'), 'serve', ...given, '--no-open'], { env: { ...process.env, CONCORD_HOME: home, LC_ALL: language, CONCORD_CODER: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => { child.once('exit', () => done()); });
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    const listen = (data: Buffer) => {
      said += data.toString();
      const printed = /http:\/\/\S+/.exec(said);
      if (printed) found(printed[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
  });
  return { address, stop: async (signal = 'SIGTERM') => { child.kill(signal); await ended; } };
}

/** What a person does at the workbench, in her words. */
export class Workbench {
  readonly page: Page;
  readonly faults: string[] = [];
  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error') this.faults.push(message.text()); });
  }
  /** Asks the core directly, through the page's own door. */
  ask<N extends OpName>(name: N, input: InputOf<N>): Promise<Outcome<N>> {
    return this.page.evaluate(async ([operation, given]) => {
      const response = await fetch('/core/call', { method: 'POST', headers: { 'x-concord': '1', 'content-type': 'application/json' }, body: JSON.stringify({ name: operation, input: given }) });
      return ((await response.json()) as { value: unknown }).value;
    }, [name, input] as const) as Promise<Outcome<N>>;
  }
  get transcript() { return this.page.getByRole('textbox', { name: /^(Transcript|访谈稿)$/ }); }
  async newStudy(name: string): Promise<void> {
    await this.command('New study…');
    await this.page.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.page.getByRole('button', { name: 'Make the study' }).click();
    await expect(this.page.getByRole('heading', { name: 'Start with the interviews.' })).toBeVisible();
  }
  /** Runs a command from the palette, by its name. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox').or(this.page.getByPlaceholder(/Find documents|查找文档/)).last().fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }
  async importFiles(files: readonly string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.command('Import transcripts…');
    await (await chooser).setFiles([...files]);
    await expect(this.page.getByRole('heading', { name: /^Import (one file|\d+ files)$/ })).toBeVisible();
    await this.page.getByRole('button', { name: /^Import (one file|\d+ files)$/ }).click();
    await expect(this.transcript).toBeVisible();
  }
  async openDocument(name: string): Promise<void> {
    await this.page.getByRole('listbox', { name: 'Documents' }).getByRole('option', { name }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(this.transcript).toBeFocused();
  }
  /** Codes, with the keyboard alone: the next `words` words from the caret. */
  async codeNextWords(words: number, code: string): Promise<void> {
    for (let word = 0; word < words; word++) await this.page.keyboard.press('Control+Shift+ArrowRight');
    await this.page.keyboard.press('Space');
    await expect(this.page.getByRole('dialog', { name: 'Code the selection' })).toBeVisible();
    await this.page.keyboard.type(code);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('dialog', { name: 'Code the selection' })).toBeHidden();
    await expect(this.transcript).toBeFocused();
  }
  /** Coded words and their codes, in the order of the text, as the core has them. */
  async codedIn(name: string): Promise<string[]> {
    const document = (await this.ask('document.list', {})).find((each) => each.name === name)!.id;
    const { text } = await this.ask('document.read', { document });
    const names = new Map((await this.ask('code.list', {})).map((code) => [code.id, code.name]));
    return (await this.ask('coding.list', { document })).map((coding) => `${names.get(coding.code)}: ${text.slice(coding.start, coding.end)}`);
  }
  /** The text that is painted as coded, as the eye sees it. */
  painted(): Promise<string> {
    return this.page.evaluate(() => ['d1', 'd2', 'd3', 'd4'].flatMap((layer) => [...(CSS.highlights.get(layer) ?? [])]).map((range) => range as Range)
      .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String).join('|'));
  }
}

export const test = base.extend<{ home: string; language: string; started: readonly string[]; served: Served; workbench: Workbench }>({
  language: ['en_US.UTF-8', { option: true }],
  started: [[], { option: true }],
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'concord-home-'));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
  served: async ({ home, language, started }, use) => {
    const served = await serve(home, started, language);
    await use(served);
    await served.stop();
  },
  workbench: async ({ page, served }, use) => {
    const workbench = new Workbench(page);
    await page.goto(served.address);
    await expect(page.getByRole('banner')).toBeVisible();
    await use(workbench);
    expect(workbench.faults).toEqual([]);
  },
});
export { expect };
