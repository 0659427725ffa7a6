import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStudy } from '../../electron/core/engine.ts';
import { answerDialog, chooseMenu, closeWindow, signalCore, windowTitle } from './steps.ts';
import { expect, test, type DesktopWorkbench } from './workbench.ts';

const talk = 'Lin: How was the night?\nAna: I was tired, so tired.\nLin: And then?\nAna: I had not slept for two days.\n';
/** A study with that talk in it. */
async function studyWithTalk(workbench: DesktopWorkbench): Promise<void> {
  const file = join(workbench.home, 'Ana.txt');
  writeFileSync(file, talk);
  await workbench.newStudy('Wards');
  await workbench.importFiles([file]);
  await workbench.openDocument('Ana');
}

test('from a transcript to a table and a sheet of quotations', async ({ workbench, home }) => {
  const { page, desktop } = workbench;
  await studyWithTalk(workbench);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await workbench.codeNextWords(3, 'Workload');
  await expect.poll(() => workbench.codedIn('Ana')).toEqual(['Workload: I was tired']);
  await chooseMenu(desktop, 'view.tables');
  await page.getByRole('button', { name: /^Rows/ }).click();
  await page.getByRole('option', { name: 'All codes' }).click();
  await expect(page.getByRole('row', { name: /Workload/ }).getByRole('button').first()).toHaveText(/^1/);
  await answerDialog(desktop, 'showSaveDialog', { canceled: false, filePath: join(home, 'excerpts.xlsx') });
  await chooseMenu(desktop, 'export.excerpts');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(readFileSync(join(home, 'excerpts.xlsx')).subarray(0, 2).toString()).toBe('PK');
  await expect.poll(() => windowTitle(desktop)).toBe('Wards – Concord');
});
test('a first start opens the sample, and its picture can be drawn under the page’s policy', async ({ workbench }) => {
  const { page, desktop } = workbench;
  await expect(page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).not.toHaveCount(0);
  await chooseMenu(desktop, 'view.tables');
  await page.getByRole('radio', { name: 'Picture' }).or(page.getByRole('button', { name: 'Picture' })).first().click();
  await expect(page.locator('svg[width] path').first()).toBeVisible();
});
test('typing and closing the window at once loses not a letter', async ({ open }) => {
  const first = await open();
  await studyWithTalk(first);
  await first.correctBeginning('Well: ');
  await closeWindow(first.desktop);
  expect(await first.desktop.exited).toBe(0);
  const second = await open();
  expect(await second.textOf(1)).toMatch(/^Well: How was the night\?/);
});
test('typing and quitting from the menu at once loses not a letter', async ({ open }) => {
  const first = await open();
  await studyWithTalk(first);
  await first.correctBeginning('Well: ');
  await chooseMenu(first.desktop, 'role.quit');
  expect(await first.desktop.exited).toBe(0);
  const second = await open();
  expect(await second.textOf(1)).toMatch(/^Well: How was the night\?/);
});
test('a study opened from outside takes the window, and what was being typed stays in the one before', async ({ workbench, home }) => {
  await studyWithTalk(workbench);
  createStudy(join(home, 'Night shifts.concord'), 'Night shifts');
  await workbench.correctBeginning('Well: ');
  expect(await workbench.desktop.second([join(home, 'Night shifts.concord')])).toBe(0);
  await expect.poll(() => windowTitle(workbench.desktop)).toBe('Night shifts – Concord');
  expect(await workbench.desktop.second([join(home, 'Wards.concord')])).toBe(0);
  await expect.poll(() => windowTitle(workbench.desktop)).toBe('Wards – Concord');
  expect(await workbench.textOf(1)).toMatch(/^Well: How was the night\?/);
});
test('the core crashes: the work is there, and goes on', async ({ workbench }) => {
  const { page } = workbench;
  await studyWithTalk(workbench);
  await page.keyboard.press('Control+Home');
  await workbench.codeNextWords(2, 'Opening');
  await expect.poll(() => workbench.codedIn('Ana')).toEqual(['Opening: How was']);
  await signalCore(workbench.desktop, 'SIGKILL');
  await expect(workbench.restarted).toBeVisible();
  await workbench.openDocument('Ana');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await workbench.codeNextWords(3, 'Sleep');
  await expect.poll(() => workbench.codedIn('Ana')).toEqual(['Opening: How was', 'Sleep: I had not']);
});
