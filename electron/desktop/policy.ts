/**
 * What the desktop shell allows, decided without Electron so that every decision can be tested where Electron cannot run.
 * Numbers of the form E4 name the statements of the threat review that a decision answers.
 */
import { resolve } from 'node:path';

export const scheme = 'app';
export const host = 'bundle';
/** The page's origin. Own scheme instead of file://, so that a page reads the bundle and nothing else (E4). */
export const origin = `${scheme}://${host}`;
export const startPage = `${origin}/index.html`;

/** Told to Electron before it is ready: without `standard` there is no origin, without `secure` no secure context. */
export const privileges = [{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }];

/** Options of every page (E1). The preload is the only way out of the sandbox. */
export const pagePreferences = (preload: string, packaged: boolean) => ({
  contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
  webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, navigateOnDragDrop: false,
  spellcheck: false, devTools: !packaged, preload,
});

/** E5. Styles set through the object model (React, Lexical, ECharts) are no inline styles to Chromium and need no exception. */
export const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "media-src 'self' blob:", "font-src 'self'",
  "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'", "require-trusted-types-for 'script'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2', wasm: 'application/wasm',
};

export const responseHeaders = (type: string): Record<string, string> => ({
  'content-type': type, 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-cache',
});

export interface BundleFile { /** Relative to the bundle's folder, '/' between its parts. */ readonly path: string; readonly type: string }
/**
 * The file of the bundle that an address names, or null. Works on the address as it was written, not as a URL parser tidied it up:
 * a part that begins with a dot, a percent sign, a backslash or any character that the build does not put into names is no file.
 * Law: whatever the address, `path` stays inside the folder that it is resolved against.
 */
export function bundleFile(address: string): BundleFile | null {
  const path = /^app:\/\/bundle\/((?:\w[\w.-]*\/)*\w[\w.-]*)?(?:[?#].*)?$/.exec(address);
  if (!path) return null;
  const name = path[1] ?? 'index.html';
  const type = types[/\.(\w+)$/.exec(name)?.[1] ?? ''];
  return type === undefined || name.includes('..') ? null : { path: name, type };
}

/** Whether a message comes from our own page and not from a frame in it or from a page that took its place (E3). */
export const isOurPage = (frame: { readonly origin: string; readonly parent: object | null } | null): boolean => frame !== null && frame.origin === origin && frame.parent === null;

export interface ExternalLink { readonly address: string; /** What to show before it is opened: the host, or the mail address. */ readonly shown: string }
/** An address that may be handed to the system's browser or mail program after the person has seen where it leads; null for every other (E6). */
export function externalLink(address: string): ExternalLink | null {
  const url = address.length > 2000 ? null : URL.parse(address);
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return { address: url.href, shown: url.host };
  // Without its query: some mail programs attach files that a query names.
  if (url?.protocol === 'mailto:' && /^[\w.+-]+@[\w.-]+$/.test(url.pathname)) return { address: `mailto:${url.pathname}`, shown: url.pathname };
  return null;
}

export type Decision = 'stay' | 'external' | 'deny';
/** A page may load itself again and go nowhere else. */
export const decideNavigation = (address: string): Decision => (bundleFile(address)?.path === 'index.html' ? 'stay' : decideWindow(address));
/** No page opens a window of its own. */
export const decideWindow = (address: string): Exclude<Decision, 'stay'> => (externalLink(address) ? 'external' : 'deny');

/** Electron grants by default; nothing here needs a camera, a place, a notification or a device (E7). A person may copy a picture or a table; nothing reads the clipboard. */
export const grantsPermission = (permission: string): boolean => permission === 'clipboard-sanitized-write';

/** Whether a request may be made at all: nothing leaves this machine (E8). */
export function mayRequest(address: string, packaged: boolean): boolean {
  const [protocol = ''] = address.split(':', 1);
  return [scheme, 'blob', 'data', ...(packaged ? [] : ['devtools'])].includes(protocol.toLowerCase());
}

/** Chromium's own traffic, switched off; and no name resolves, should anything still ask (E8). */
export const switches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'], ['disable-component-update'], ['disable-domain-reliability'], ['disable-sync'], ['disable-quic'], ['no-pings'],
  ['disable-features', 'SpareRendererForSitePerProcess,AutofillServerCommunication,CertificateTransparencyComponentUpdater,OptimizationHints,MediaRouter'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

/** The study named on a command line, made absolute; null where none is. Switches are no files. */
export function studyIn(argv: readonly string[], folder: string): string | null {
  const named = argv.slice(1).find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.concord'));
  return named === undefined ? null : resolve(folder, named);
}
/** What stands behind `--cli`, for the command line that the packaged program carries; null for a start with a window. */
export function commandLineIn(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli');
  return at < 0 ? null : argv.slice(at + 1);
}

/** Whether a process that ended may be started again by itself: not the third time within a minute. `endings`: when it ended, ms, this time included. */
export const mayRestart = (endings: readonly number[], now: number): boolean => endings.filter((at) => now - at < 60_000).length < 3;

export const windowTitle = (study: string | null): string => (study === null ? 'Concord' : `${study} – Concord`);
