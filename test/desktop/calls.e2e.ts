import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialog, ask, askedDialogs, call, desk, expect, log, newStudy, signalCore, test, textOf, windowTitle } from './shell.ts';

test('a page has the functions of the Bridge and nothing else of the world outside', async ({ desktop: { page } }) => {
  const seen = await page.evaluate(() => ({
    names: Object.keys(window.concord).sort(), frozen: Object.isFrozen(window.concord),
    others: ['ipcRenderer', 'require', 'process', 'module', 'electron', 'Buffer'].filter((name) => name in globalThis),
  }));
  expect(seen).toEqual({ names: ['call', 'hand', 'onClosing', 'onCommand', 'onEvent', 'pickFiles', 'pickFolder', 'pickPlace', 'save', 'shell'], frozen: true, others: [] });
});
test('calls reach the study, their Problems come back as values, and what changed is told', async ({ desktop: { page } }) => {
  expect(await call(page, 'document.list')).toEqual({ problem: 'no-study-open', values: {} });
  const document = await newStudy(page);
  expect(await textOf(page, document)).toBe('I was tired');
  await expect(log(page)).toContainText('event changed');
  expect(await call(page, 'document.read', { document: 999 })).toMatchObject({ problem: 'not-found' });
  expect(await call(page, 'no.such')).toMatchObject({ problem: 'no-such-operation' });
  expect(await page.evaluate(() => window.concord.call({ name: 'desk.read', input: {}, more: 1 } as never))).toMatchObject({ value: { study: { name: 'Wards' } } });
});
test('picked files become handles, and no path reaches the page', async ({ desktop, home }) => {
  const file = join(home, 'Lin 访谈.txt');
  writeFileSync(file, 'A: hello');
  await answerDialog(desktop, 'showOpenDialog', { canceled: false, filePaths: [file] });
  const picked = await desktop.page.evaluate(() => window.concord.pickFiles('transcripts'));
  expect(picked).toEqual([{ handle: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Lin 访谈.txt', size: 8 }]);
  expect(JSON.stringify(picked)).not.toContain(home);
  expect((await askedDialogs(desktop))[0]).toMatchObject({
    title: 'Choose transcripts', properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Transcripts', extensions: expect.arrayContaining(['docx', 'txt', 'vtt']) }, { name: 'All files', extensions: ['*'] }],
  });
  await answerDialog(desktop, 'showOpenDialog', { canceled: true, filePaths: [] });
  expect(await desktop.page.evaluate(() => window.concord.pickFiles('sheet'))).toEqual([]);
});
test('a new study is put where the person says', async ({ desktop, home }) => {
  await answerDialog(desktop, 'showSaveDialog', { canceled: false, filePath: join(home, 'Night shifts.concord') });
  const place = await desktop.page.evaluate(() => window.concord.pickPlace('Night/shifts.concord'));
  await ask(desktop.page, 'desk.create', { name: 'Night shifts', handle: place!.handle });
  expect((await desk(desktop.page)).study?.file).toBe(join(home, 'Night shifts.concord'));
  expect((await askedDialogs(desktop))[0]?.defaultPath).toBe(join(home, 'studies', 'Night shifts.concord'));
  await expect.poll(() => windowTitle(desktop)).toBe('Night shifts – Concord');
  // A folder that is picked to share the study in becomes a handle as well.
  await answerDialog(desktop, 'showOpenDialog', { canceled: false, filePaths: [home] });
  const folder = await desktop.page.evaluate(() => window.concord.pickFolder());
  expect(JSON.stringify(folder)).not.toContain(home);
  await ask(desktop.page, 'shared.start', { handle: folder!.handle });
  expect((await desk(desktop.page)).study?.shared?.folder).toBe(join(home, 'Night shifts.shared'));
});
test('what a page made is saved where the person says; a place that cannot be written is told', async ({ desktop, home }) => {
  const save = () => desktop.page.evaluate(async () => window.concord.save(await window.concord.hand('chart.svg', new TextEncoder().encode('<svg/>'))));
  await answerDialog(desktop, 'showSaveDialog', { canceled: false, filePath: join(home, 'out.svg') });
  expect(await save()).toBe(true);
  expect(readFileSync(join(home, 'out.svg'), 'utf8')).toBe('<svg/>');
  await answerDialog(desktop, 'showSaveDialog', { canceled: false, filePath: join(home, 'no', 'such', 'out.svg') });
  await answerDialog(desktop, 'showMessageBox', { response: 0 });
  expect(await save()).toBe(false);
  expect((await askedDialogs(desktop)).at(-1)?.message).toContain('out.svg');
});
test('a crashed core is started again on the same study, with all that it had acknowledged', async ({ desktop }) => {
  const { page } = desktop;
  const document = await newStudy(page);
  await ask(page, 'document.edit', { document, splices: [{ at: 11, removed: '', inserted: ' then' }] });
  await signalCore(desktop, 'SIGKILL');
  await expect(log(page)).toContainText('event restarted');
  expect(await textOf(page, document)).toBe('I was tired then');
  expect((await desk(page)).study?.name).toBe('Wards');
  await ask(page, 'document.edit', { document, splices: [{ at: 0, removed: '', inserted: 'Yes. ' }] });
  expect(await textOf(page, document)).toBe('Yes. I was tired then');
});
test('what a crashed core was asked is answered, and what is asked meanwhile waits for the next', async ({ desktop }) => {
  test.skip(process.platform === 'win32', 'Windows cannot hold a process still');
  const { page } = desktop;
  await newStudy(page);
  await signalCore(desktop, 'SIGSTOP');
  await page.evaluate(() => {
    const heard = (reply: object) => ('problem' in reply ? String(reply.problem) : 'value');
    const one = async () => heard(await window.concord.call({ name: 'desk.read', input: {} }));
    window.answers = one().then(async (first) => [first, await one()]);
  });
  await signalCore(desktop, 'SIGKILL');
  expect(await page.evaluate(() => window.answers)).toEqual(['connection-lost', 'value']);
});
test('a page that is loaded again gets a line of its own to the core', async ({ desktop: { page } }) => {
  const document = await newStudy(page);
  await page.reload();
  await expect(log(page)).toContainText('ready');
  expect(await textOf(page, document)).toBe('I was tired');
});
test('a page that crashed is loaded again on the same study', async ({ desktop }) => {
  const { page } = desktop;
  const document = await newStudy(page);
  const devtools = await page.context().newCDPSession(page);
  const again = desktop.evaluate(({ BrowserWindow }, call) => new Promise((resolve) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.once('did-finish-load', () => resolve(webContents.executeJavaScript(`concord.call(${JSON.stringify(call)})`)));
  }), { name: 'document.read', input: { document } });
  void devtools.send('Page.crash').catch(() => {});
  expect(await again).toMatchObject({ value: { text: 'I was tired' } });
});
