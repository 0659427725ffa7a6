import { mkdirSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDesk } from '../../electron/core/desk.ts';
import { headers as sent, keptByBrowser } from '../../electron/web/guard.ts';
import { startServer } from '../../electron/web/server.ts';
import { temporaryFolder } from '../helpers/study.ts';

interface Answer { readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer; readonly text: string }
/** A request as it is, with a header as the browser would send it or a liar would. */
const ask = (port: number, method: string, path: string, headers: Record<string, string> = {}, body?: string | Uint8Array): Promise<Answer> => new Promise((resolve, reject) => {
  const asking = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => { const bytes = Buffer.concat(parts); resolve({ status: response.statusCode!, headers: response.headers, bytes, text: bytes.toString('utf8') }); });
    response.on('error', reject);
  });
  asking.on('error', reject);
  asking.end(body);
});

/** A server with an empty desk, and a browser that has shown the key. */
async function served() {
  const folder = temporaryFolder();
  const bundle = join(folder, 'bundle');
  mkdirSync(join(bundle, 'assets'), { recursive: true });
  writeFileSync(join(bundle, 'index.html'), '<!doctype html><title>Concord</title>');
  writeFileSync(join(bundle, 'assets', 'x.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), 'secret');
  const desk = createDesk({ places: { settings: join(folder, 'settings.json'), studies: join(folder, 'studies') }, sample: () => null, version: '1' });
  const server = await startServer(desk, { port: 0, bundle });
  onTestFinished(async () => { desk.close(); await server.close(); });
  const { port } = server;
  const key = server.address.split('#')[1]!;
  const admitted = await ask(port, 'POST', '/session', {}, key);
  const cookie = admitted.headers['set-cookie']![0]!;
  const known = { cookie: cookie.split(';')[0]!, 'x-concord': '1' };
  const call = async (name: string, input: unknown = {}) => JSON.parse((await ask(port, 'POST', '/core/call', { ...known, 'content-type': 'application/json' }, JSON.stringify({ name, input }))).text) as { value: never } & { problem?: string };
  return { desk, server, port, key, cookie, admitted, known, call };
}

test('the key is exchanged for a cookie that scripts cannot read; without either nobody is let in', async () => {
  const { port, key, cookie, admitted, known, server } = await served();
  expect(server.address).toBe(`http://127.0.0.1:${port}/#${key}`);
  expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  expect([admitted.status, admitted.text]).toEqual([204, '']);
  expect(cookie).toMatch(new RegExp(`^concord-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`));
  expect(cookie).not.toContain(key);
  for (const wrong of ['', 'x', key.slice(1), `${key}x`]) expect((await ask(port, 'POST', '/session', {}, wrong)).status, wrong).toBe(401);
  const call = (headers: Record<string, string>) => ask(port, 'POST', '/core/call', { 'content-type': 'application/json', ...headers }, '{"name":"desk.read","input":{}}');
  expect((await call({ 'x-concord': '1' })).status).toBe(401);
  expect((await call({ ...known, cookie: `concord-${port}=x` })).status).toBe(401);
  expect((await call({ ...known, cookie: `concord-${port}=${key}` })).status).toBe(401);
  expect((await call({ ...known, cookie: `${known.cookie.replace(/^concord-\d+/, 'concord-1')}` })).status).toBe(401);
  expect((await call({ cookie: known.cookie })).status).toBe(403);
  for (const path of ['/core/events', '/core/file/x', '/core/nothing']) expect((await ask(port, 'GET', path)).status).toBe(401);
  const answer = await call(known);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ value: { study: null, version: '1' } });
});

test('what does not come from a page of this server is refused before anything is looked at', async () => {
  const { port, known } = await served();
  const call = (headers: Record<string, string>, method = 'POST') => ask(port, method, '/core/call', { ...known, 'content-type': 'application/json', ...headers }, method === 'POST' ? '{"name":"desk.read","input":{}}' : undefined);
  for (const headers of [{ host: `evil.example:${port}` }, { host: '127.0.0.1' }, { origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }] as Record<string, string>[]) {
    const answer = await call(headers);
    expect([answer.status, answer.text], JSON.stringify(headers)).toEqual([403, '']);
  }
  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'HEAD']) {
    const answer = await call({ origin: 'http://evil.example', 'access-control-request-method': 'POST' }, method);
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx']) expect((await call({ 'content-type': type })).status, type).toBe(415);
  expect((await call({ origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
});

test('what is no call is refused: too large, not JSON, other keys', async () => {
  const { port, known } = await served();
  const call = (body: string | Uint8Array, headers: Record<string, string> = {}) => ask(port, 'POST', '/core/call', { ...known, 'content-type': 'application/json', ...headers }, body);
  for (const body of ['', '{', 'null', '[]', '{"input":{}}', '{"name":"desk.read","input":{},"who":"x"}', '{"name":1,"input":{}}']) expect((await call(body)).status, body).toBe(400);
  expect((await call(`{"name":"desk.read","input":"${'x'.repeat(8 * 1024 * 1024)}"}`)).status).toBe(413);
  expect((await call(`{"name":"desk.read","input":"${'x'.repeat(8 * 1024 * 1024)}"}`, { 'transfer-encoding': 'chunked' })).status).toBe(413);
  expect((await ask(port, 'POST', '/session', {}, 'x'.repeat(2000))).status).toBe(413);
  for (const name of ['__proto__', 'constructor', 'toString', 'desk', 'desk.nothing', '']) {
    const { status, text } = await call(JSON.stringify({ name, input: {} }));
    expect([status, (JSON.parse(text) as { problem: string }).problem], name).toEqual([200, 'no-study-open']);
  }
});

test('every answer forbids what the page does not need; the program itself may be kept under its built names, nothing else', async () => {
  const { port, known } = await served();
  const answers = [
    await ask(port, 'GET', '/'), await ask(port, 'GET', '/assets/x.js'), await ask(port, 'GET', '/nothing.js'), await ask(port, 'GET', '/core/events'), await ask(port, 'OPTIONS', '/'), await ask(port, 'GET', '/', { host: 'evil.example' }),
    await ask(port, 'POST', '/session', {}, 'x'), await ask(port, 'POST', '/nothing', known, 'x'), await ask(port, 'GET', '/core/file/x', known), await ask(port, 'POST', '/core/call', { ...known, 'content-type': 'text/plain' }, 'x'),
    await ask(port, 'POST', '/core/call', { ...known, 'content-type': 'application/json' }, '{"name":"desk.read","input":{}}'), await ask(port, 'POST', '/session', {}, 'x'.repeat(2000)), await ask(port, 'GET', '/core/file/%E0%A4%A', known),
    await ask(port, 'GET', '/assets/nothing.js'), await ask(port, 'GET', '/assets/x.js', { host: 'evil.example' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 401, 405, 403, 401, 404, 404, 415, 200, 413, 404, 404, 403]);
  for (const [index, answer] of answers.entries()) {
    for (const [name, value] of Object.entries(sent)) expect([index, name, answer.headers[name]]).toEqual([index, name, name === 'cache-control' && index === 1 ? keptByBrowser : value]);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control') || name === 'server' || name === 'x-powered-by')).toEqual([]);
  }
  expect(answers[0]!.text).toContain('<title>Concord</title>');
  expect(answers[1]!.headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test('nothing outside of the built page is given away', async () => {
  const { port } = await served();
  for (const path of ['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/assets/..%2f..%2fsecret.json', '//secret.json', '/..\\secret.json', '/assets/../../secret.json']) {
    const answer = await ask(port, 'GET', path);
    expect(answer.status, path).toBeOneOf([400, 404]);
    expect(answer.text).toBe('');
  }
});

describe('files', () => {
  test('go up and come down again with a Chinese name and all their bytes', async () => {
    const { port, known } = await served();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    const name = "患者访谈 (1) 100% it's.txt";
    const handed = JSON.parse((await ask(port, 'POST', `/core/file?name=${encodeURIComponent(name)}`, known, bytes)).text) as { handle: string };
    expect(handed).toEqual({ handle: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, name, size: bytes.length });
    const back = await ask(port, 'GET', `/core/file/${handed.handle}`, known);
    expect(Buffer.compare(back.bytes, bytes)).toBe(0);
    expect(back.headers['content-type']).toBe('application/octet-stream');
    const [, value] = /^attachment; filename\*=UTF-8''([\w!#$&+.^`|~%-]+)$/.exec(back.headers['content-disposition']!)!;
    expect(decodeURIComponent(value!)).toBe(name);
    expect((await ask(port, 'GET', `/core/file/${handed.handle}`, { ...known, cookie: 'x' })).status).toBe(401);
    expect((await ask(port, 'POST', '/core/file?name=x', { cookie: known.cookie }, bytes)).status).toBe(403);
  });
  test('are known by their handles alone, never by a path', async () => {
    const { port, known } = await served();
    const handed = JSON.parse((await ask(port, 'POST', `/core/file?name=${encodeURIComponent('../../etc/passwd')}`, known, 'x')).text) as { name: string };
    expect(handed.name).toBe('passwd');
    for (const handle of ['/etc/passwd', '..%2f..%2fetc%2fpasswd', 'x']) {
      const answer = await ask(port, 'GET', `/core/file/${handle}`, known);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toMatch(/root:/);
    }
  });
  test('are imported by their handle, and an export is fetched by its own', async () => {
    const { port, known, call } = await served();
    await call('desk.create', { name: 'Wards' });
    const { handle } = JSON.parse((await ask(port, 'POST', '/core/file?name=P01.txt', known, 'I: How?\nR: Tired.\nI: Why?\nR: No time.')).text) as { handle: string };
    expect(await call('document.import', { files: [{ handle }] })).toMatchObject({ value: { documents: [{ name: 'P01', turns: 4 }] } });
    await call('code.create', { name: 'tired', facet: 'theme' });
    await call('coding.apply', { document: 1, start: 0, end: 4, codes: [{ code: 1 }] });
    const { value } = await call('excerpt.export', { format: 'csv' }) as unknown as { value: { handle: string; name: string } };
    expect(value.name).toBe('Wards.csv');
    expect((await ask(port, 'GET', `/core/file/${value.handle}`, known)).text).toMatch(/^\uFEFFQuotation,.*\r\nHow\?,P01,1,/);
    expect(await call('document.import', { files: [{ handle: '/etc/passwd' }] })).toMatchObject({ value: { documents: [], refused: [{ problem: { problem: 'no-such-file' } }] } });
  });
});

test('the stream of events tells of a change, of nothing that was refused, and of progress', async () => {
  const { port, known, call } = await served();
  await call('desk.create', { name: 'Wards' });
  const told: string[] = [];
  const more = Promise.withResolvers<void>();
  const stream = request({ host: '127.0.0.1', port, path: '/core/events', headers: known }, (response) => {
    expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
    response.setEncoding('utf8').on('data', (part: string) => { told.push(part); more.resolve(); });
  });
  onTestFinished(() => { stream.destroy(); });
  stream.end();
  await more.promise;
  await call('code.create', { name: 'tired', facet: 'theme' });
  await call('code.create', { name: 'TIRED', facet: 'theme' });
  await ask(port, 'POST', '/core/call', { ...known, 'content-type': 'application/json' }, JSON.stringify({ name: 'document.import', input: { files: [{ handle: 'x' }] }, job: 'j1' }));
  await call('desk.coder', { name: 'Wei' });
  await expect.poll(() => told.join('')).toContain('"desk"');
  const events = told.join('').split('\n\n').filter((event) => event.startsWith('data: ')).map((event) => JSON.parse(event.slice(6)) as unknown);
  expect(events).toEqual([
    { kind: 'changed', topics: expect.arrayContaining(['codes', 'journal']) as string[] },
    { kind: 'progress', job: 'j1', done: 0, total: 1 }, { kind: 'progress', job: 'j1', done: 1, total: 1 }, { kind: 'desk' },
  ]);
});

const elsewhere = Object.values(networkInterfaces()).flat().find((address) => address && !address.internal && address.family === 'IPv4')?.address;
test.skipIf(!elsewhere)(`the machine's other address answers nobody${elsewhere ? '' : ' (there is none here)'}`, async () => {
  const { port } = await served();
  const refused = await new Promise<string>((resolve) => {
    const socket = connect({ host: elsewhere!, port }, () => { socket.destroy(); resolve('connected'); });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
  });
  expect(refused).toBe('ECONNREFUSED');
});
