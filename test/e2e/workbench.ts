import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test';
import type { InputOf, OpName } from '../../electron/ops/index.ts';
import type { Outcome } from '../../renderer/core/core.ts';
import { serve, serveHere, type Served } from '../../build/serve.ts';
import { scratch } from '../helpers/scratch.ts';
import { StudyFile } from './study.ts';
import { Transcript } from './transcript.ts';

export { serve, type Served } from '../../build/serve.ts';

/** What a page may ask for: its own core, and what it made itself. `app:` is bundle-app.invalid in the desktop's stand-in. */
const ours = /^(?:http:\/\/127\.0\.0\.1[:/]|app:|https:\/\/bundle-app\.invalid\/|data:|blob:|devtools:)/;

/** What a person does at the workbench, in her words. */
export class Workbench {
  readonly page: Page;
  readonly text: Transcript;
  readonly faults: string[] = [];
  constructor(page: Page) {
    this.page = page;
    this.text = new Transcript(page);
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error') this.faults.push(message.text()); });
    page.on('request', (request) => { if (!ours.test(request.url())) this.faults.push(`a request left the machine: ${request.url()}`); });
  }
  /** Asks the core directly, through the page's own door. */
  ask<N extends OpName>(name: N, input: InputOf<N>): Promise<Outcome<N>> {
    return this.page.evaluate(async ([operation, given]) => {
      const response = await fetch('/core/call', { method: 'POST', headers: { 'x-concord': '1', 'content-type': 'application/json' }, body: JSON.stringify({ name: operation, input: given }) });
      const reply = (await response.json()) as { value: unknown } | { problem: string; values: unknown };
      if ('problem' in reply) throw new Error(`${operation}: ${reply.problem} ${JSON.stringify(reply.values)}`);
      return reply.value;
    }, [name, input] as const) as Promise<Outcome<N>>;
  }
  get transcript(): Locator { return this.text.box; }
  get palette(): Locator { return this.page.getByRole('dialog', { name: /^(Code the selection|为所选文字编码)$/ }); }
  get rightPane(): Locator { return this.page.getByRole('complementary').last(); }
  get codebook(): Locator { return this.page.getByRole('treegrid', { name: /^(Codebook|编码本)$/ }); }
  get undoLabel(): Locator { return this.page.getByRole('contentinfo').getByRole('button', { name: /^(Undo: |撤销: )/ }); }
  get notice(): Locator { return this.page.locator('div[role="status"]'); }
  documentRow(name: string): Locator { return this.page.getByRole('listbox', { name: /^(Documents|文档)$/ }).getByRole('option', { name }); }
  codeRow(name: string): Locator { return this.codebook.getByRole('row', { name, exact: true }); }

  async newStudy(name: string): Promise<void> {
    await this.command('New study…');
    await this.page.getByRole('dialog', { name: 'New study' }).getByRole('textbox', { name: 'Name' }).fill(name);
    await this.page.getByRole('button', { name: 'Make the study' }).click();
    await expect(this.page.getByRole('heading', { name: 'Start with the interviews.' })).toBeVisible();
  }
  /** Runs a command from the palette, by its name. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByPlaceholder(/^(Find documents|查找文档)/).fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }
  /** Chooses files for an import and waits until they have been read. */
  async chooseFiles(files: readonly string[], command = 'Import transcripts…'): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.command(command);
    await (await chooser).setFiles([...files]);
    await expect(this.page.getByRole('heading', { level: 1, name: /^(Import |导入)/ })).toBeVisible();
  }
  async importFiles(files: readonly string[]): Promise<void> {
    await this.chooseFiles(files);
    await this.page.getByRole('button', { name: /^Import (one file|\d+ files)$/ }).click();
    await expect(this.transcript).toBeVisible();
  }
  async openDocument(name: string): Promise<void> {
    await this.documentRow(name).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(this.transcript).toBeFocused();
  }
  /** Begins to correct the text. */
  async correct(): Promise<void> {
    await expect(this.transcript).toBeFocused();
    await this.page.keyboard.press('F2');
    await expect(this.page.getByRole('button', { name: /^(Done|完成)$/ })).toBeVisible();
  }
  /** Opens the codes over what is selected, with the keyboard. */
  async openPalette(): Promise<void> {
    await this.page.keyboard.press('Space');
    await expect(this.palette).toBeVisible();
  }
  /** Types into the open palette and applies what is found first. */
  async applyCode(typed: string, key = 'Enter'): Promise<void> {
    await this.page.keyboard.type(typed);
    await this.page.keyboard.press(key);
    if (key === 'Enter') {
      await expect(this.palette).toBeHidden();
      await expect(this.transcript).toBeFocused();
    }
  }
  /** Codes what is selected. */
  async codeAs(typed: string): Promise<void> {
    await this.openPalette();
    await this.applyCode(typed);
  }
  /** Codes, with the keyboard alone: the next `words` words from the caret. */
  async codeNextWords(words: number, code: string): Promise<void> {
    for (let word = 0; word < words; word++) await this.page.keyboard.press('Control+Shift+ArrowRight');
    await this.codeAs(code);
  }
  async documentNamed(name: string) { return (await this.ask('document.list', {})).find((each) => each.name === name)!; }
  async wordsOf(name: string): Promise<string> { return (await this.ask('document.read', { document: (await this.documentNamed(name)).id })).text; }
  /** Coded words and their codes (with ratings), in the order of the text, as the core has them. */
  async codedIn(name: string): Promise<string[]> {
    const { id: document } = await this.documentNamed(name);
    const { text } = await this.ask('document.read', { document });
    const names = new Map((await this.ask('code.list', {})).map((code) => [code.id, code.name]));
    return (await this.ask('coding.list', { document })).map((coding) => `${names.get(coding.code)}${coding.rating === null ? '' : ` ${coding.rating}`}: ${text.slice(coding.start, coding.end)}`);
  }
  painted(): Promise<string> { return this.text.painted(); }
  /** Everything that was typed is in the core. */
  async saved(): Promise<void> { await expect(this.page.getByRole('contentinfo').getByText(/^(All changes saved|更改已全部保存)$/)).toBeVisible(); }
}

interface Given { home: string; language: string; ownProcess: boolean; ownPage: boolean; started: readonly string[]; served: Served; workbench: Workbench }
/** What the tests of a worker share: studies that are written once, and a page that stays at one address, for its renderer starts in half the time what it has read before. */
interface Desk { port: number; readonly page: Page; readonly studies: Map<unknown, Promise<Buffer>> }
/** Of a context in which other pages may be opened too. */
const newPage = async (browser: Browser, locale = 'en-US'): Promise<Page> => (await browser.newContext({ locale })).newPage();
export const test = base.extend<Given, { desk: Desk }>({
  language: ['en_US.UTF-8', { option: true }],
  // Only what stops or starts the process needs one of its own.
  ownProcess: [false, { option: true }],
  // Whatever changes its page for good (scripts that it runs first, media that it plays, more windows) needs one of its own, and so does a browser in another language.
  ownPage: [false, { option: true }],
  started: [[], { option: true }],
  desk: [async ({ browser }, use) => {
    const page = await newPage(browser);
    await use({ port: 0, page, studies: new Map() });
    await page.context().close();
  }, { scope: 'worker' }],
  page: async ({ browser, desk, ownPage, ownProcess, locale, viewport }, use) => {
    const isOwn = ownPage || ownProcess || locale !== 'en-US';
    const page = isOwn ? await newPage(browser, locale) : desk.page;
    await page.setViewportSize(viewport!);
    await use(page);
    if (isOwn) return page.context().close();
    // A test that fails ends its worker, so only what a test that went well may leave behind is put back.
    page.removeAllListeners();
    await page.mouse.move(0, 0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().clearPermissions();
    await page.context().clearCookies();
  },
  context: async ({ page }, use) => use(page.context()),
  home: async ({}, use) => {
    const home = mkdtempSync(join(scratch, 'concord-home-'));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
  served: async ({ desk, home, language, started, ownProcess }, use) => {
    const served = ownProcess ? await serve(home, started, language) : await serveHere(home, started[0], language.startsWith('zh') ? 'zh' : 'en', desk.port);
    if (!ownProcess) desk.port = Number(new URL(served.address).port);
    await use(served);
    await served.stop();
  },
  workbench: async ({ page, served }, use) => {
    const workbench = new Workbench(page);
    // What the page of the test before says of its core, which has gone, is not this one's.
    page.once('framenavigated', () => { workbench.faults.splice(0); });
    // Where the page stands already its address with another key alone would load nothing.
    await page.goto(served.address.replace('/#', '/?started#'));
    await expect(page.getByRole('banner')).toBeVisible();
    await use(workbench);
    expect(workbench.faults).toEqual([]);
  },
});
/** Tests on a study of their own, written before Concord starts: once a worker, copied for each test. */
export const testOn = (name: string, fill: (study: StudyFile) => Promise<void>) => {
  const write = async (): Promise<Buffer> => {
    const folder = mkdtempSync(join(scratch, 'concord-written-'));
    const study = new StudyFile(folder, name);
    await fill(study);
    study.close();
    const bytes = readFileSync(study.file);
    rmSync(folder, { recursive: true, force: true });
    return bytes;
  };
  return test.extend({
    started: async ({ home, desk }, use) => {
      const written = desk.studies.get(fill) ?? write();
      desk.studies.set(fill, written);
      const file = join(home, `${name}.concord`);
      writeFileSync(file, await written);
      await use([file]);
    },
  });
};
export { expect };
