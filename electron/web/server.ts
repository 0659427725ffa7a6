import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { CoreEvent } from '../../shared/model/bridge.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import type { Desk } from '../core/desk.ts';
import { largestFile } from '../core/files.ts';
import { bundleFile } from './bundle.ts';
import { headers, keptByBrowser, refusal, sameSecret } from './guard.ts';

/** Largest call, bytes; files go another way. */
const largestCall = 8 * 1024 * 1024;
const callMessage = z.strictObject({ name: z.string(), input: z.unknown(), job: z.string().optional() });

/** Refuses larger bodies as what they are, not as a fault of ours. */
const limited = (maxSize: number) => bodyLimit({ maxSize, onError: (context) => context.body(null, 413) });
/** A file's name as a header carries it (RFC 8187). */
const encoded = (name: string) => encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

export interface WebServer { readonly port: number; /** The address with its key, good for one browser. */ readonly address: string; close(): Promise<void> }

/**
 * Serves the workbench on 127.0.0.1 and nowhere else. The key in the address's fragment (which no request and no log ever
 * carries) is exchanged for a cookie that scripts cannot read; every call needs it and a header that no foreign page can set.
 */
export async function startServer(desk: Desk, { port: wanted, bundle }: { port: number; bundle: string }): Promise<WebServer> {
  const key = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  const app = new Hono();
  let port = wanted;
  const cookieName = () => `concord-${port}`;

  app.use(async (context, next) => {
    const refused = refusal({ method: context.req.method, host: context.req.header('host'), origin: context.req.header('origin'), fetchSite: context.req.header('sec-fetch-site') }, port);
    if (refused) return context.body(null, refused, { ...headers });
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    if (context.res.ok && context.req.path.startsWith('/assets/')) context.res.headers.set('cache-control', keptByBrowser);
  });
  const entrusted = (given: string | undefined) => given !== undefined && sameSecret(given, session);
  app.use('/core/*', async (context, next) => {
    if (!entrusted(getCookie(context, cookieName()))) return context.body(null, 401);
    if (context.req.method === 'POST' && context.req.header('x-concord') !== '1') return context.body(null, 403);
    await next();
  });

  app.post('/session', limited(1024), async (context) => {
    if (!sameSecret(await context.req.text(), key)) return context.body(null, 401);
    setCookie(context, cookieName(), session, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.body(null, 204);
  });
  app.post('/core/call', limited(largestCall), async (context) => {
    if (!/^application\/json\b/.test(context.req.header('content-type') ?? '')) return context.body(null, 415);
    const message = callMessage.safeParse(await context.req.json().catch(() => null));
    if (!message.success) return context.body(null, 400);
    const { name, input, job } = message.data;
    return context.json(await desk.call({ name, input, ...(job === undefined ? {} : { job }) }));
  });
  app.post('/core/file', limited(largestFile), async (context) =>
    context.json(desk.hand(context.req.query('name') ?? 'file', new Uint8Array(await context.req.arrayBuffer()))));
  app.get('/core/file/:handle', (context) => {
    try {
      const { name, bytes } = desk.read(context.req.param('handle'));
      return context.body(new Uint8Array(bytes), 200, { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}` });
    } catch (error) {
      if (error instanceof Problem) return context.json(problemRecord(error), 404);
      throw error;
    }
  });
  app.get('/core/events', (context) => streamSSE(context, async (stream) => {
    const waiting: CoreEvent[] = [];
    let wake = () => {};
    const stop = desk.onEvent((event) => { waiting.push(event); wake(); });
    stream.onAbort(() => { stop(); wake(); });
    await stream.writeSSE({ event: 'ready', data: '' });
    while (!stream.aborted) {
      for (const event of waiting.splice(0)) await stream.writeSSE({ data: JSON.stringify(event) });
      if (waiting.length === 0 && !stream.aborted) await new Promise<void>((resolve) => { wake = resolve; });
    }
  }));
  app.get('*', (context) => {
    const file = bundleFile(context.req.path);
    if (file === null) return context.body(null, 404);
    try {
      return context.body(new Uint8Array(readFileSync(join(bundle, file.path))), 200, { 'content-type': file.type });
    } catch { return context.body(null, 404); }
  });
  app.onError((error, context) => {
    process.stderr.write(`${error.stack ?? String(error)}\n`);
    return context.body(null, 500);
  });

  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: wanted, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => { server.once('listening', resolve); server.once('error', reject); });
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no address');
  port = place.port;
  return {
    port,
    address: `http://127.0.0.1:${port}/#${key}`,
    close: () => new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    }),
  };
}
