import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStudy } from '../../electron/core/engine.ts';
import { answerDialog, ask, askedDialogs, chooseMenu, closeWindow, desk, expect, holdEdit, log, menuLabel, newStudy, test, textOf, windowTitle } from './shell.ts';

test('a study named on the command line is opened', async ({ launch, home }) => {
  createStudy(join(home, 'Night shifts.concord'), 'Night shifts');
  const { page } = await launch(join(home, 'Night shifts.concord'));
  expect((await desk(page)).study?.name).toBe('Night shifts');
});
test('a file that is no study does not keep the usual study from being opened', async ({ launch, home }) => {
  const first = await launch();
  await newStudy(first.page);
  await closeWindow(first);
  await first.exited;
  writeFileSync(join(home, 'broken.concord'), 'x'.repeat(200));
  const second = await launch(join(home, 'broken.concord'));
  expect((await desk(second.page)).study?.name).toBe('Wards');
});
test('a second start hands its study to the window that is open, and ends', async ({ desktop, home }) => {
  createStudy(join(home, 'Night shifts.concord'), 'Night shifts');
  const document = await newStudy(desktop.page);
  await holdEdit(desktop.page, document, 'Well, ');
  expect(await desktop.second([join(home, 'Night shifts.concord')])).toBe(0);
  await expect.poll(() => windowTitle(desktop)).toBe('Night shifts – Concord');
  await ask(desktop.page, 'desk.open', { file: join(home, 'studies', 'Wards.concord') });
  expect(await textOf(desktop.page, document)).toBe('Well, I was tired');
});
test('a second start with a file that is no study says so and leaves the open one alone', async ({ desktop, home }) => {
  await newStudy(desktop.page);
  writeFileSync(join(home, 'broken.concord'), 'x'.repeat(200));
  await answerDialog(desktop, 'showMessageBox', { response: 0 });
  expect(await desktop.second([join(home, 'broken.concord')])).toBe(0);
  await expect.poll(() => askedDialogs(desktop)).toHaveLength(1);
  expect((await askedDialogs(desktop))[0]?.message).toContain('broken.concord');
  expect((await desk(desktop.page)).study?.name).toBe('Wards');
});
test('a menu item tells the page its command', async ({ desktop }) => {
  await expect(log(desktop.page)).toContainText('ready');
  await chooseMenu(desktop, 'import.transcripts');
  await expect(log(desktop.page)).toContainText('command import.transcripts');
});
test('the menu speaks the language of the system, and the one that the person chooses', async ({ desktop }) => {
  expect(await menuLabel(desktop, 'study.new')).toBe('New study…');
  await ask(desktop.page, 'desk.prefer', { key: 'language', value: 'zh' });
  await expect.poll(() => menuLabel(desktop, 'study.new')).toBe('新建研究…');
  await ask(desktop.page, 'desk.prefer', { key: 'language', value: null });
  await expect.poll(() => menuLabel(desktop, 'study.new')).toBe('New study…');
});
test.describe('on a Chinese system', () => {
  test.use({ system: 'zh-CN' });
  test('the menu is Chinese from the start', async ({ desktop }) => { expect(await menuLabel(desktop, 'role.copy')).toBe('复制'); });
});
test('the window opens where it was', async ({ launch }) => {
  const bounds = (desktop: Awaited<ReturnType<typeof launch>>) => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds());
  const first = await launch();
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 30, width: 900, height: 700 }));
  await closeWindow(first);
  expect(await first.exited).toBe(0);
  expect(await bounds(await launch())).toEqual({ x: 40, y: 30, width: 900, height: 700 });
});
test('the command line that the program carries works beside an open window', async ({ desktop, home }) => {
  const file = join(home, 'made.concord');
  expect(await desktop.second(['--cli', 'new', file])).toBe(0);
  await ask(desktop.page, 'desk.open', { file });
  expect((await desk(desktop.page)).study?.name).toBe('made');
  expect(await desktop.second(['--cli', 'check', file])).not.toBe(0); // it is open here
});
