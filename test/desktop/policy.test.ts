import { posix, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleFile, commandLineIn, contentSecurityPolicy, decideNavigation, decideWindow, externalLink, grantsPermission, isOurPage, mayRequest, mayRestart, origin, pagePreferences, privileges, responseHeaders, startPage, studyIn, switches, windowTitle } from '../../electron/desktop/policy.ts';

const root = resolve('/bundle');
const parts = fc.constantFrom('..', '.', '%2e%2e', '%2E.', '\\', '..\\', '/', '//', '\0', '%00', 'assets', 'index.html', 'a.js', '~', ':', 'C:', '%5c', '?', '#', ' ', 'ü.js', '.git');

describe('addresses of the bundle', () => {
  test('law: whatever the address, its file lies inside the bundle and has a type of the list', () => {
    const address = fc.oneof(fc.string(), fc.webUrl(), fc.array(parts).map((list) => `${origin}/${list.join('')}`), fc.array(parts).map((list) => `${origin}/${list.join('/')}`));
    fc.assert(fc.property(address, (given) => {
      const file = bundleFile(given);
      if (file === null) return;
      expect(resolve(root, file.path).startsWith(root + sep)).toBe(true);
      expect(posix.normalize(file.path)).toBe(file.path);
      expect(file.type).toMatch(/^(text|application|image|font)\//);
    }), { numRuns: 5000 });
  });
  test('law: every file that a build makes is found under its own name', () => {
    const name = fc.stringMatching(/^\w[\w-]{0,12}(\.[\w-]{1,8}){0,2}$/);
    fc.assert(fc.property(fc.array(name, { maxLength: 3 }), name, (folders, last) => {
      const path = [...folders, `${last}.js`].join('/');
      expect(bundleFile(`${origin}/${path}?v=1#x`)).toEqual({ path, type: 'text/javascript; charset=utf-8' });
    }));
  });
  test('the start page, with and without its name', () => {
    expect([origin + '/', startPage].map((address) => bundleFile(address)?.path)).toEqual(['index.html', 'index.html']);
  });
  test.each(['app://bundle/../secret.js', 'app://bundle/%2e%2e/secret.js', 'app://bundle/a/..%2fb.js', 'app://bundle/a\\b.js', 'app://bundle/a\0.js', 'app://bundle/%00.js', 'app://bundle//etc/passwd.js', 'app://bundle/.env.js',
    'app://bundle/a..b.js', 'app://other/index.html', 'app://bundle.evil/index.html', 'app://bundle:80/index.html', 'file:///index.html', 'https://bundle/index.html', 'app://bundle/key.pem', 'app://bundle/assets/', 'app:bundle/index.html', ''])('%j is none', (address) => {
    expect(bundleFile(address)).toBeNull();
  });
});

describe('what a page is and may do', () => {
  test('it is sandboxed, isolated and without Node', () => {
    expect(pagePreferences('/p.cjs', true)).toEqual({
      contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false,
      experimentalFeatures: false, webviewTag: false, navigateOnDragDrop: false, spellcheck: false, devTools: false, preload: '/p.cjs',
    });
    expect(pagePreferences('/p.cjs', false).devTools).toBe(true);
  });
  test('its scheme has an origin and is a secure context', () => {
    expect(privileges).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
  });
  test('no script, style or connection from anywhere but the bundle', () => {
    const directives = new Map(contentSecurityPolicy.split('; ').map((directive) => { const [name, ...sources] = directive.split(' '); return [name, sources.join(' ')]; }));
    expect(directives.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'connect-src', 'font-src', 'worker-src']) expect(directives.get(name)).toBe("'self'");
    for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) expect(directives.get(name)).toBe("'none'");
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
  });
  test('every answer carries the policy and forbids guessing its type', () => {
    expect(responseHeaders('image/png')).toMatchObject({ 'content-type': 'image/png', 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
  });
  test('no permission is granted but to copy', () => {
    for (const permission of ['media', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'hid', 'usb', 'serial', 'display-capture', 'fullscreen', 'openExternal']) expect(grantsPermission(permission)).toBe(false);
    expect(grantsPermission('clipboard-sanitized-write')).toBe(true);
  });
  test('messages are taken from its top frame alone', () => {
    expect(isOurPage({ origin: 'app://bundle', parent: null })).toBe(true);
    expect(isOurPage({ origin: 'app://bundle', parent: {} })).toBe(false);
    expect(isOurPage(null)).toBe(false);
    for (const other of ['null', 'app://other', 'https://bundle', 'app://bundle.evil', 'file://', '']) expect(isOurPage({ origin: other, parent: null })).toBe(false);
  });
  test('it may load itself again, and goes nowhere else', () => {
    expect(decideNavigation('app://bundle/index.html#/code')).toBe('stay');
    expect(decideNavigation('https://example.com/a')).toBe('external');
    for (const address of ['app://bundle/assets/a.js', 'app://other/index.html', 'http://example.com/', 'file:///etc/passwd', 'about:blank', 'blob:app://bundle/1', 'data:text/html,x', 'javascript:alert(1)']) expect(decideNavigation(address)).toBe('deny');
    expect(decideWindow('app://bundle/index.html')).toBe('deny');
    expect(decideWindow('mailto:lin@example.org')).toBe('external');
  });
});

describe('links that leave', () => {
  test.each([
    ['https://example.com.attacker.com/x?y#z', { address: 'https://example.com.attacker.com/x?y#z', shown: 'example.com.attacker.com' }],
    ['HTTPS://Example.com:8443', { address: 'https://example.com:8443/', shown: 'example.com:8443' }],
    ['https://еxample.com/', { address: 'https://xn--xample-2of.com/', shown: 'xn--xample-2of.com' }],
    ['mailto:lin@example.org?subject=x&attach=/etc/passwd', { address: 'mailto:lin@example.org', shown: 'lin@example.org' }],
  ])('%s is shown as what it is', (address, link) => { expect(externalLink(address)).toEqual(link); });
  test.each(['http://example.com/', 'javascript:alert(1)', 'file:///etc/passwd', 'smb://host/share', 'ms-msdt:/id', 'https://bank.com@evil.com/', 'https://u:p@evil.com/', 'mailto:', 'mailto:a@b,c@d', 'vscode://x', 'https://', '', `https://example.com/${'a'.repeat(2000)}`])('%s is refused', (address) => {
    expect(externalLink(address)).toBeNull();
  });
});

describe('the network', () => {
  test('only the bundle, and what the page made itself, may be asked for', () => {
    for (const address of ['app://bundle/a.js', 'blob:app://bundle/1', 'data:image/png;base64,', 'BLOB:x']) expect(mayRequest(address, true)).toBe(true);
    for (const address of ['https://example.com/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'wss://x', 'ftp://x', 'file:///etc/passwd', 'chrome-extension://x/', 'devtools://devtools/', 'apple:x', '']) expect(mayRequest(address, true)).toBe(false);
    expect(mayRequest('devtools://devtools/bundled/x.js', false)).toBe(true);
  });
  test('Chromium asks for nothing by itself, and no name resolves', () => {
    expect(switches.map(([name]) => name)).toEqual(expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'disable-sync']));
    expect(switches.find(([name]) => name === 'host-resolver-rules')?.[1]).toBe('MAP * ~NOTFOUND');
  });
});

describe('how it is started', () => {
  test('the study on the command line, wherever it stands among the switches', () => {
    expect(studyIn(['concord', '--no-sandbox', 'b.concord'], '/home/lin')).toBe(resolve('/home/lin/b.concord'));
    expect(studyIn(['electron', '.', '/data/Wards 2.CONCORD', 'c.concord'], '/')).toBe(resolve('/data/Wards 2.CONCORD'));
    expect(studyIn(['concord.concord', '--user-data-dir=/x.concord', 'notes.txt'], '/')).toBeNull();
  });
  test('what stands behind --cli', () => {
    expect(commandLineIn(['concord', '--cli', 'codes', 'list', '--json'])).toEqual(['codes', 'list', '--json']);
    expect(commandLineIn(['concord', 'a.concord'])).toBeNull();
  });
  test('a process that keeps ending is not started a third time within a minute', () => {
    expect(mayRestart([0], 0)).toBe(true);
    expect(mayRestart([0, 30_000], 30_000)).toBe(true);
    expect(mayRestart([0, 30_000, 59_000], 59_000)).toBe(false);
    expect(mayRestart([0, 30_000, 61_000], 61_000)).toBe(true);
  });
  test('the title', () => { expect([windowTitle(null), windowTitle('Night shifts')]).toEqual(['Concord', 'Night shifts – Concord']); });
});
