/** What the parts of the stand-in share: one main process, one Chromium. */
import { randomBytes } from 'node:crypto';
import type { Cdp } from './cdp.ts';
import { makeCodec } from './codec.ts';
import type { WebContents } from './contents.ts';

const secret = randomBytes(16).toString('hex');
export const world = {
  cdp: null as Cdp | null,
  /** Names that nothing in the page can guess. */
  secret, binding: `b${secret}`, preloadWorld: 'preload',
  byTarget: new Map<string, WebContents>(), bySession: new Map<string, WebContents>(),
  /** Pages that are being made: a target is a popup only when it is none of these. */
  creating: new Set<Promise<unknown>>(),
};
export const cdp = (): Cdp => {
  if (!world.cdp) throw new Error('Chromium runs only after app is ready');
  return world.cdp;
};
export const { encode, decode } = makeCodec();

export const schemes = new Set<string>();
/** app://bundle/x is https://bundle-app.invalid/x in Chromium: a secure context, a name that never resolves, a site for each host. */
export const toWeb = (address: string): string =>
  address.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i, (whole, scheme: string, host: string) => (schemes.has(scheme) ? `https://${host}-${scheme}.invalid` : whole));
export const fromWeb = (address: string): string =>
  address.replace(/^https:\/\/([^/?#]+)-([a-z0-9+.]+)\.invalid/i, (whole, host: string, scheme: string) => (schemes.has(scheme) ? `${scheme}://${host}` : whole));

export interface Cancellable { defaultPrevented: boolean; preventDefault(): void }
export const cancellable = <T extends object>(more: T): T & Cancellable => {
  const event = { ...more, defaultPrevented: false, preventDefault() { event.defaultPrevented = true; } };
  return event;
};
