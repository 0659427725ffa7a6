/** The workbench in its desktop window: the steps of test/e2e, with the system's dialogs in the place of the browser's. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { InputOf, OpName } from '../../electron/ops/index.ts';
import type { Outcome } from '../../renderer/core/core.ts';
import { Workbench } from '../e2e/workbench.ts';
import { test as base, type Desktop } from '../helpers/electron/desktop.ts';
import { answerDialog } from './steps.ts';

export class DesktopWorkbench extends Workbench {
  readonly desktop: Desktop;
  readonly home: string;
  constructor(desktop: Desktop, home: string) {
    super(desktop.page);
    this.desktop = desktop;
    this.home = home;
  }
  override ask<N extends OpName>(name: N, input: InputOf<N>): Promise<Outcome<N>> {
    return this.page.evaluate(async (message) => {
      const reply = await window.concord!.call(message);
      if ('problem' in reply) throw new Error(`${message.name}: ${reply.problem}`);
      return reply.value;
    }, { name, input }) as Promise<Outcome<N>>;
  }
  override async newStudy(name: string): Promise<void> {
    await answerDialog(this.desktop, 'showSaveDialog', { canceled: false, filePath: join(this.home, `${name}.concord`) });
    await super.newStudy(name);
  }
  override async importFiles(files: readonly string[]): Promise<void> {
    await answerDialog(this.desktop, 'showOpenDialog', { canceled: false, filePaths: files });
    await this.command('Import transcripts…');
    await this.page.getByRole('button', { name: /^Import (one file|\d+ files)$/ }).click();
    await expect(this.transcript).toBeVisible();
  }
  /** What the person is told once a core that crashed works again. */
  get restarted() { return this.page.getByRole('status').filter({ hasText: 'The core was started again' }); }
  /** Types at the beginning of the open document, as a correction. */
  async correctBeginning(typed: string): Promise<void> {
    await this.page.keyboard.press('F2');
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.type(typed);
  }
  async textOf(document: number): Promise<string> { return (await this.ask('document.read', { document })).text; }
}

export const test = base.extend<{ open: (...given: string[]) => Promise<DesktopWorkbench>; workbench: DesktopWorkbench }>({
  open: async ({ launch, home }, use) => {
    const opened: DesktopWorkbench[] = [];
    await use(async (...given) => {
      const workbench = new DesktopWorkbench(await launch(...given), home);
      opened.push(workbench);
      await expect(workbench.page.getByRole('banner')).toBeVisible();
      return workbench;
    });
    for (const { faults } of opened) expect(faults).toEqual([]);
  },
  workbench: async ({ open }, use) => use(await open()),
});
export { expect };
