import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialog, askedDialogs, chooseMenu, closeWindow, expect, holdEdit, log, newStudy, signalCore, test, textOf, windowCount } from './shell.ts';

test('closing the window with an edit pending loses nothing: it is there when the program is opened again', async ({ launch }) => {
  const first = await launch();
  const document = await newStudy(first.page);
  await holdEdit(first.page, document, 'Well, ');
  await closeWindow(first);
  expect(await first.exited).toBe(0);
  const second = await launch();
  expect(await textOf(second.page, document)).toBe('Well, I was tired');
});
test('quitting from the menu brings the pending edit home as well', async ({ launch }) => {
  const first = await launch();
  const document = await newStudy(first.page);
  await holdEdit(first.page, document, 'Well, ');
  await chooseMenu(first, 'role.quit');
  expect(await first.exited).toBe(0);
  const second = await launch();
  expect(await textOf(second.page, document)).toBe('Well, I was tired');
});
test('an edit that cannot be saved keeps the window open until the person says otherwise', async ({ desktop }) => {
  const { page } = desktop;
  await newStudy(page);
  await holdEdit(page, 999, 'Well, ');
  await answerDialog(desktop, 'showMessageBox', { response: 1 });
  await closeWindow(desktop);
  await expect.poll(() => askedDialogs(desktop)).toHaveLength(1);
  expect((await askedDialogs(desktop))[0]).toMatchObject({ message: 'Your last edit could not be saved.', buttons: ['Close anyway', 'Keep open'], cancelId: 1, defaultId: 1 });
  expect(await windowCount(desktop)).toBe(1);
  await holdEdit(page, 999, 'Well, ');
  await answerDialog(desktop, 'showMessageBox', { response: 0 });
  await closeWindow(desktop);
  expect(await desktop.exited).toBe(0);
});
test('quitting is given up when the person keeps the window, and works the next time', async ({ desktop }) => {
  await newStudy(desktop.page);
  await holdEdit(desktop.page, 999, 'Well, ');
  await answerDialog(desktop, 'showMessageBox', { response: 1 });
  await chooseMenu(desktop, 'role.quit');
  await expect.poll(() => askedDialogs(desktop)).toHaveLength(1);
  await expect(log(desktop.page).locator('li', { hasText: 'flush' })).toHaveCount(1);
  await chooseMenu(desktop, 'role.quit');
  expect(await desktop.exited).toBe(0);
});
test('an edit that was pending when the core crashed is saved by the next core', async ({ launch }) => {
  const first = await launch();
  const document = await newStudy(first.page);
  await holdEdit(first.page, document, 'Well, ');
  await signalCore(first, 'SIGKILL');
  await expect(log(first.page)).toContainText('event restarted');
  await closeWindow(first);
  expect(await first.exited).toBe(0);
  const second = await launch();
  expect(await textOf(second.page, document)).toBe('Well, I was tired');
});
test('after closing, the study is one whole file again', async ({ desktop, home }) => {
  const document = await newStudy(desktop.page);
  await holdEdit(desktop.page, document, 'Well, ');
  await closeWindow(desktop);
  expect(await desktop.exited).toBe(0);
  expect(readdirSync(join(home, 'studies'))).toEqual(['Wards.concord']);
});
