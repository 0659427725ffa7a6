import { answerDialog, askedDialogs, call, expect, log, test, watchLinks, windowCount } from './shell.ts';

test('the policy is in force: no inline script, no eval, nothing from elsewhere', async ({ desktop }) => {
  const { page } = desktop;
  await expect(log(page)).toContainText('ready');
  expect(await page.evaluate(() => [Reflect.get(window, 'inlineRan') as unknown, Reflect.get(window, 'evaluated') as unknown])).toEqual([undefined, 'EvalError']);
  const violated = page.evaluate(() => new Promise<string[]>((resolve) => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { if (seen.push(effectiveDirective) === 4) resolve(seen.sort()); });
  }));
  const refused = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.append('window.injected = 1');
    document.body.append(script);
    const picture = new Image();
    picture.src = 'https://evil.example/a.png';
    const html = (() => { try { document.body.insertAdjacentHTML('beforeend', '<b>x</b>'); return 'taken'; } catch (error) { return String(error).split(':')[0]; } })();
    return { fetched: await fetch('https://evil.example/').then(() => 'fetched', () => 'failed'), html, injected: Reflect.get(window, 'injected') as unknown };
  });
  expect(refused).toEqual({ fetched: 'failed', html: 'TypeError', injected: undefined });
  expect(await violated).toEqual(['connect-src', 'img-src', 'require-trusted-types-for', 'require-trusted-types-for'].toSorted());
});
test('a page goes nowhere: links, scripts and forms leave it where it is', async ({ desktop }) => {
  const { page } = desktop;
  const at = page.url();
  await answerDialog(desktop, 'showMessageBox', { response: 1 });
  await page.click('#away');
  await expect.poll(() => askedDialogs(desktop)).toHaveLength(1);
  await page.evaluate(() => { location.href = 'https://evil.example/b'; });
  await expect.poll(() => askedDialogs(desktop)).toHaveLength(2);
  await page.evaluate(() => { location.href = 'http://evil.example/c'; });
  await page.evaluate(() => { const form = document.createElement('form'); form.action = 'https://evil.example/d'; document.body.append(form); form.submit(); });
  expect(await call(page, 'desk.read')).toHaveProperty('value');
  expect(page.url()).toBe(at);
});
test('no page opens a window; a link is opened outside only after its host was shown and agreed to', async ({ desktop }) => {
  const { page } = desktop;
  const links = await watchLinks(desktop);
  await answerDialog(desktop, 'showMessageBox', { response: 1 });
  const opened = await page.evaluate(() => ['https://evil.example/', 'http://evil.example/', '/index.html', 'file:///etc/passwd'].map((address) => window.open(address)));
  expect(opened).toEqual([null, null, null, null]);
  await expect.poll(() => askedDialogs(desktop)).toHaveLength(1);
  expect(await links()).toEqual([]);
  await answerDialog(desktop, 'showMessageBox', { response: 0 });
  await page.click('#help');
  await expect.poll(links).toEqual(['https://help.example/a']);
  expect((await askedDialogs(desktop)).at(-1)).toMatchObject({ message: 'Open help.example in your browser or mail program?', buttons: ['Open', 'Cancel'], defaultId: 1, cancelId: 1 });
  expect(await windowCount(desktop)).toBe(1);
});
test('camera, microphone and notifications are refused without a question', async ({ desktop: { page } }) => {
  expect(await page.evaluate(async () => [
    await Notification.requestPermission(),
    await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'stream', ({ name }: Error) => name),
    await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'stream', ({ name }: Error) => name),
  ])).toEqual(['denied', 'NotAllowedError', 'NotAllowedError']);
});
test('a page that took the place of ours gets no line to the core and no files', async ({ desktop }) => {
  await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.loadURL('data:text/html,<p>other</p>'));
  await expect.poll(() => desktop.log()).toContain('core-port: sender refused');
  await expect(desktop.page.getByText('other', { exact: true })).toBeVisible();
  expect(await desktop.page.evaluate(() => window.concord.pickFiles('study').catch((error: Error) => error.message))).toContain('pick-files: sender refused');
});
test('messages that are not of the agreed shape are refused', async ({ desktop: { page } }) => {
  const said = await page.evaluate(() => {
    const { pickFiles, save } = window.concord as unknown as Record<'pickFiles' | 'save', (message: unknown) => Promise<unknown>>;
    return Promise.all([pickFiles('everything'), save({ handle: 'x', name: 'y', size: 1, path: '/etc/passwd' }), save({ handle: 'x', name: 7, size: 1 })]
      .map((answer) => answer.then(() => 'taken', (error: Error) => error.message)));
  });
  expect(said).toEqual([expect.stringContaining('pick-files: message refused'), expect.stringContaining('save: message refused'), expect.stringContaining('save: message refused')]);
});
