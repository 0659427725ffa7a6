import { describe, expect, test } from 'vitest';
import { bundleFile } from '../../electron/web/bundle.ts';
import { headers, refusal, sameSecret } from '../../electron/web/guard.ts';

const asked = { method: 'GET', host: '127.0.0.1:4000', origin: undefined, fetchSite: undefined };

test('a page of this very server is let through, by either of its names', () => {
  for (const host of ['127.0.0.1:4000', 'localhost:4000'])
    for (const method of ['GET', 'POST'])
      for (const origin of [undefined, 'http://127.0.0.1:4000', 'http://localhost:4000'])
        for (const fetchSite of [undefined, 'same-origin', 'none']) expect(refusal({ method, host, origin, fetchSite }, 4000)).toBeNull();
});
test.each(['evil.example:4000', '127.0.0.1', '127.0.0.1:4001', '127.0.0.1:40000', '127.0.0.1.evil.example:4000', 'localhost:4000.evil.example', '0.0.0.0:4000', '[::1]:4000', '127.1:4000', '2130706433:4000', 'LOCALHOST:4000', 'user@127.0.0.1:4000', ''])('the host %j is another name for this machine, and refused', (host) => {
  expect(refusal({ ...asked, host }, 4000)).toBe(403);
});
test.each(['null', 'http://evil.example', 'https://127.0.0.1:4000', 'http://127.0.0.1:4001', 'http://127.0.0.1', 'http://127.0.0.1:4000.evil.example', 'http://127.0.0.1:4000/', 'file://', ''])('the origin %j is another site, and refused', (origin) => {
  expect(refusal({ ...asked, origin }, 4000)).toBe(403);
});
test.each(['cross-site', 'same-site', '', 'Same-Origin'])('a request that comes %j is refused', (fetchSite) => expect(refusal({ ...asked, fetchSite }, 4000)).toBe(403));
test.each(['OPTIONS', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'TRACE', 'get', ''])('the method %j is refused', (method) => expect(refusal({ ...asked, method }, 4000)).toBe(405));
test('a request that does not say whom it asks is none', () => expect(refusal({ ...asked, host: undefined }, 4000)).toBe(400));

test('secrets are compared whole', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  for (const given of ['', 'ab', 'abcd', 'ABC', 'abd']) expect(sameSecret(given, 'abc')).toBe(false);
});

test('the page may load its own files, talk to this server, and nothing else', () => {
  const policy = Object.fromEntries(headers['content-security-policy']!.split('; ').map((each) => [each.split(' ')[0]!, each.split(' ').slice(1)]));
  expect(policy['default-src']).toEqual(["'none'"]);
  for (const name of ['script-src', 'style-src', 'connect-src', 'font-src', 'worker-src']) expect(policy[name]).toEqual(["'self'"]);
  for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) expect(policy[name]).toEqual(["'none'"]);
  expect(policy['require-trusted-types-for']).toEqual(["'script'"]);
  expect(headers['content-security-policy']).not.toMatch(/unsafe|http|\*/);
  expect(Object.keys(headers).some((name) => name.startsWith('access-control'))).toBe(false);
});

describe('files of the built page', () => {
  test.each([['/', 'index.html', 'text/html; charset=utf-8'], ['/index.html', 'index.html', 'text/html; charset=utf-8'], ['/assets/index-Bz_1x.js', 'assets/index-Bz_1x.js', 'text/javascript; charset=utf-8'], ['/assets/a.b.woff2', 'assets/a.b.woff2', 'font/woff2']])('%s', (path, file, type) => {
    expect(bundleFile(path)).toEqual({ path: file, type });
  });
  test.each([
    '/../package.json', '/..', '/assets/../../package.json', '/%2e%2e/package.json', '/%2e%2e%2fpackage.json', '/..%2fpackage.json', '/assets/%2e%2e/x.js', '/..\\package.json', '/assets\\..\\x.js', '/%5c..%5cpackage.json',
    '//etc/passwd', '//evil.example/x.js', '/assets//x.js', '/C:/x.js', '/x.js\0', '/x.js%00', '/\0.js', '/.env', '/.git/config.json', '/assets/.x.js', '/index.html/', '/assets/', '', 'index.html', 'http://evil.example/x.js', '/~root/x.js',
    '/x', '/x.exe', '/x.concord', '/x.map', '/x.js?y', '/x.js#y', '/x y.js', '/ä.js', '/x.JS', '/x..js/..', '/./x.js',
  ])('nothing else: %j', (path) => expect(bundleFile(path)).toBeNull());
});
