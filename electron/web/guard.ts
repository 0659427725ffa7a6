import { createHash, timingSafeEqual } from 'node:crypto';

/** What a request must show before the loopback server listens to it. Pure, so that every refusal has a test. */
export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/** Refuses what does not come from a page of this very server: another name for this machine (DNS rebinding), another site. Status or null. */
export function refusal({ method, host, origin, fetchSite }: Asked, port: number): 400 | 403 | 405 | null {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined) return 400;
  if (!own.includes(host)) return 403;
  if (method !== 'GET' && method !== 'POST') return 405;
  if (origin !== undefined && !own.some((each) => origin === `http://${each}`)) return 403;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return 403;
  return null;
}

/** Compares secrets without telling by the time it takes how much was right. */
export function sameSecret(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}

/** Sent with every answer. The page may load its own files, talk to this server, and nothing else. */
export const headers: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store',
};
/** Instead, with what is built under a name that tells its contents: it is the program, never data, and a page that is loaded again need not read it again. */
export const keptByBrowser = 'private, max-age=31536000, immutable';
